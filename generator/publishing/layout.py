"""The dossier as files: path below the output folder -> text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.config import Settings
from generator.dossier import Dossier
from generator.publishing.article_pages import build_article_page
from generator.publishing.article_text import find_anchors, find_printed
from generator.publishing.collections import build_collections
from generator.publishing.disagreement_pages import build_disagreement_page
from generator.publishing.exports import build_dossier_data
from generator.publishing.ledgers import build_audit_pages, build_sources_pages
from generator.publishing.mentions import build_mentions
from generator.publishing.method_pages import build_method_page
from generator.publishing.name_pages import KINDS, build_name_pages
from generator.publishing.overview import build_overview
from generator.publishing.pages import Page, place_page
from generator.publishing.quote_pages import (
    build_quote_pages,
    count_quotes,
    group_quotes,
    place_speakers,
)
from generator.publishing.register import Register, build_register
from generator.publishing.rendering import render_page
from generator.publishing.search import Entry, find_entries
from generator.publishing.timeline_pages import build_timeline_pages, place_moments
from generator.publishing.topic_pages import build_topic_pages
from generator.publishing.withholding import explain_withholding


@dataclass(frozen=True, slots=True)
class Layout:
    """What a dossier is as a site."""

    files: Mapping[str, str]
    """Text of every generated file by its path below the output folder."""
    entries: tuple[Entry, ...]
    """What its search finds."""


def build_layout(dossier: Dossier, settings: Settings) -> Layout:
    """Return the files of `dossier` and what a search finds in them."""
    register = build_register(dossier, settings)
    pages = list(build_front_pages(register))
    files = _render(register, pages)
    linked = find_anchors(files.values())
    articles = _render(register, build_article_pages(register))
    files |= articles
    printed = find_printed(articles.values())
    files["data/dossier.json"] = build_dossier_data(register, files)
    files |= build_collections(register)
    entries = find_entries(register, pages, linked & printed)
    return Layout(dict(sorted(files.items())), entries)


def build_files(dossier: Dossier, settings: Settings) -> Mapping[str, str]:
    """Return the text of every generated file by its path below the output folder."""
    return build_layout(dossier, settings).files


def _render(register: Register, pages: Iterable[Page]) -> dict[str, str]:
    note = explain_withholding(register)
    return {page.path: render_page(page, register.words, note) for page in pages}


def build_front_pages(register: Register) -> Iterator[Page]:
    """Yield every page but those of articles, which name the pages that cite them."""
    placed = place_speakers(register)
    names = list(build_name_pages(register, placed)) if "names" in find_sections(register) else []
    homes = names[0].pages if names else {}
    yield build_overview(register, count_quotes(placed))
    for topic in register.dossier.topics:
        yield from build_topic_pages(register, topic, placed, homes)
    yield from build_timeline_pages(register, place_moments(register))
    yield from build_quote_pages(register, placed)
    yield from names
    if "disagreements" in find_sections(register):
        yield build_disagreement_page(register)
    yield from build_sources_pages(register)
    yield from build_audit_pages(register)
    yield build_method_page(register)


def build_article_pages(register: Register) -> Iterator[Page]:
    """Yield the pages of the articles."""
    mentions = build_mentions(register)
    for report in register.dossier.articles:
        cited = mentions.get(report.article.path, {})
        yield build_article_page(register, report, cited)


def find_sections(register: Register) -> list[str]:
    """Return which pages beside topics and ledgers this dossier has something for.

    That nothing is disputed is something: it says what was looked for.
    """
    dossier = register.dossier
    filled = {
        "timeline": bool(dossier.timeline),
        "quotes": bool(group_quotes(register)),
        "names": any(entry.kind in KINDS for entry in dossier.names),
        "disagreements": bool(dossier.articles),
    }
    return [name for name, has_content in filled.items() if has_content]


def find_navigated(dossier: Dossier, settings: Settings) -> frozenset[str]:
    """Return the pages of the navigation, below the docs folder; articles and parts are not."""
    return frozenset(_flatten(build_navigation(dossier, settings)))


def _flatten(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        for target in item.values():
            yield from [target] if isinstance(target, str) else _flatten(target)


def build_navigation(dossier: Dossier, settings: Settings) -> list[Any]:
    """Return mkdocs' navigation of the generated pages; articles are reached from their citations.

    Paths are relative to the docs folder.
    """
    register = build_register(dossier, settings)
    words = register.words
    topics = [
        {report.topic.title: place_page(settings.output, f"topics/{report.topic.slug}.md")}
        for report in dossier.topics
    ]
    return [
        {words.say("overview"): place_page(settings.output, "index.md")},
        {words.say("topics"): topics},
        *(
            {words.say(name): place_page(settings.output, f"{name}.md")}
            for name in [*find_sections(register), "sources", "audit", "method"]
        ),
    ]
