"""How much of each article is published: pages and data keep to the setting alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator import verify
from generator.build import build_dossier
from generator.config import Settings
from generator.dossier import Dossier
from generator.models import BlockKind, Span
from generator.project import open_project
from generator.publishing.exports import find_cited
from generator.publishing.layout import build_files, build_layout
from tests.projects import ROOT, Project, copy_project

SENTENCE = re.compile(r' id="(?!s-[0-9a-f]{12}")([^"]+-[0-9a-f]{12})"')
"""The id of a sentence in its article's text, not in the summary above it."""
MODES = ("full", "excerpts", "citations")
HELD_BACK = MODES[1:]
Place = tuple[str, Span]


@lru_cache(maxsize=1)
def read_dossier() -> tuple[Dossier, Settings]:
    project = open_project(ROOT / "tests/corpora/ferry/mkdocs.yml")
    return build_dossier(project), project.settings


@lru_cache(maxsize=3)
def lay_out(republish: str) -> dict[str, str]:
    dossier, settings = read_dossier()
    return build_files(dossier, settings.model_copy(update={"republish": republish}))


def find_places(files: dict[str, str]) -> Iterator[Place]:
    """Yield the place of every text on a page or in the data."""
    for name, text in files.items():
        if name.endswith(".md"):
            for place in find_cited(text):
                path, _, span = place.rpartition("#")
                yield path, Span(*map(int, span.split("-")))
        elif name.endswith(".json"):
            yield from find_records(json.loads(text))


def find_records(value: Any) -> Iterator[Place]:
    if isinstance(value, dict):
        if {"text", "start", "path"} <= value.keys():
            yield value["path"], Span(value["start"], value["end"])
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from find_records(item)


def find_published(files: dict[str, str]) -> set[Place]:
    """Return the sentences that the pages of the articles print."""
    pages = "".join(text for name, text in files.items() if name.startswith("articles/"))
    return {
        (report.article.path, sentence.span)
        for report in read_dossier()[0].articles
        for sentence in report.article.sentences
        if f'id="{report.slug}-{sentence.id}"' in pages
    }


@pytest.mark.parametrize("republish", HELD_BACK)
def test_nothing_prints_a_sentence_that_its_article_holds_back(republish: str) -> None:
    files = lay_out(republish)
    published, places = find_published(files), set(find_places(files))
    for report in read_dossier()[0].articles:
        article, title = report.article, report.article.metadata.title.span
        held = [s.span for s in article.sentences if (article.path, s.span) not in published]
        own = [span for path, span in places if path == article.path]
        shown = {one for span in own for one in held if span.covers(one)}
        assert not {one for one in shown if not (title and title.covers(one))}


def test_each_setting_publishes_less_than_the_one_before() -> None:
    full, excerpts, citations = (find_published(lay_out(republish)) for republish in MODES)
    assert full > excerpts > citations


@pytest.mark.parametrize(("republish", "most"), [("citations", 0.3), ("excerpts", 0.65)])
def test_most_of_the_text_is_held_back(republish: str, most: float) -> None:
    """Of articles of a dozen sentences; of longer ones it is less."""
    sentences = sum(len(report.article.sentences) for report in read_dossier()[0].articles)
    assert len(find_published(lay_out(republish))) <= most * sentences


def test_citations_are_what_summaries_and_disagreements_cite_and_one_an_article() -> None:
    files = lay_out("citations")
    data = json.loads(files["data/dossier.json"])
    statements = [*data["overview"]["statements"]]
    statements += [one for topic in data["topics"] for one in topic["statements"]]
    cited = {citation["anchor"] for one in statements for citation in one["citations"]}
    sides = [s for one in json.loads(files["data/disagreements.json"]) for s in one["sides"]]
    cited |= {one["citations"][0]["anchor"] for side in sides for one in side["statements"]}
    pages = {name: text for name, text in files.items() if name.startswith("articles/")}
    for text in pages.values():
        further = {anchor for anchor in SENTENCE.findall(text) if anchor not in cited}
        assert len(further) <= 1


@pytest.mark.parametrize("republish", HELD_BACK)
def test_excerpts_reach_one_sentence_further(republish: str) -> None:
    cited, shown = find_published(lay_out("citations")), find_published(lay_out("excerpts"))
    for report in read_dossier()[0].articles:
        path, spans = report.article.path, [s.span for s in report.article.sentences]
        near = {at + step for at, span in enumerate(spans) if (path, span) in cited
                for step in (-1, 0, 1)}  # fmt: skip
        assert {at for at, span in enumerate(spans) if (path, span) in shown} <= near


@pytest.mark.parametrize("republish", HELD_BACK)
@pytest.mark.parametrize("page", ["timeline.md", "quotes.md", "topics/inquiry.md"])
def test_a_page_says_what_it_holds_back_and_why(republish: str, page: str) -> None:
    text = lay_out(republish)[page]
    assert text.count("This site republishes only the sentences it cites") == 1
    assert re.search(r"\d (sentences?|quotations?) not republished here", text)
    assert "republish" not in lay_out("full")[page]


def test_counts_are_of_all_there_is_whatever_is_held_back() -> None:
    matrices = [re.findall(r"dossier-count.*", lay_out(mode)["index.md"]) for mode in MODES]
    assert matrices[0]
    assert matrices[0] == matrices[1] == matrices[2]


@pytest.mark.parametrize("republish", HELD_BACK)
def test_a_search_finds_nothing_that_is_held_back(republish: str) -> None:
    dossier, settings = read_dossier()
    layout = build_layout(dossier, settings.model_copy(update={"republish": republish}))
    anchors = {entry.anchor for entry in layout.entries if entry.page.startswith("articles/")}
    pages = "".join(text for name, text in layout.files.items() if name.startswith("articles/"))
    assert 1 < len(anchors) < len(build_layout(dossier, settings).entries)
    assert anchors - {""} <= set(SENTENCE.findall(pages))


@pytest.mark.parametrize("republish", MODES)
def test_anchors_in_the_data_stand_on_pages(republish: str) -> None:
    files = lay_out(republish)
    pages = "".join(text for name, text in files.items() if name.endswith(".md"))
    data = "".join(text for name, text in files.items() if name.endswith(".json"))
    anchors = set(re.findall(r'"anchor": "([^"]+)"', data))
    assert anchors
    assert [anchor for anchor in sorted(anchors) if f'id="{anchor}"' not in pages] == []


@pytest.mark.parametrize("republish", MODES)
def test_the_settings_page_tells_how_much_of_the_seeds_is_republished(republish: str) -> None:
    """Within five of a hundred, so that another summary is no lie yet."""
    project = open_project(ROOT / "mkdocs.yml")
    settings = project.settings.model_copy(update={"republish": republish})
    dossier = build_dossier(project)
    shares = find_shares(dossier, set(find_places(dict(build_files(dossier, settings)))))
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    rows = re.findall(r"^\| (?:sentences|characters) .*", page, re.MULTILINE)
    told = [int(re.findall(r"(\d+) %", row)[MODES.index(republish)]) for row in rows]
    assert told == [pytest.approx(share, abs=5) for share in shares]


def find_shares(dossier: Dossier, places: set[Place]) -> tuple[float, float]:
    """Return the percentages of the sentences and of their characters that are published."""
    sentences = shown = characters = printed = 0
    for report in dossier.articles:
        own = {at for path, span in places if path == report.article.path
               for at in range(span.start, span.end)}  # fmt: skip
        for sentence in report.article.sentences:
            span = {*range(sentence.span.start, sentence.span.end)}
            sentences, characters = sentences + 1, characters + len(span)
            shown, printed = shown + (span <= own), printed + len(span & own)
    return 100 * shown / sentences, 100 * printed / characters


@pytest.mark.parametrize("republish", HELD_BACK)
def test_a_site_that_holds_text_back_is_verbatim_too(tmp_path: Path, republish: str) -> None:
    """The full one is verified wherever the repository's own site is."""
    project = copy_project(tmp_path / "project")
    settings = project.folder / "mkdocs.yml"
    line, text = "      seeds: seeds\n", settings.read_text("utf-8")
    assert line in text
    settings.write_text(text.replace(line, f"{line}      republish: {republish}\n", 1), "utf-8")
    project.generate()
    project.build()
    assert verify.verify(project.site, project.seeds) == []
    held = find_held_runs(project)
    assert len(held) > 500
    leaks = {
        file.relative_to(project.folder).as_posix(): runs
        for folder in (project.site, project.docs)
        for file in sorted(folder.rglob("*"))
        if file.suffix in {".html", ".md", ".json", ".js", ".xml", ".txt"}
        for runs in [find_runs(read_words(file)) & held]
        if runs
    }
    assert leaks == {}


def find_held_runs(project: Project) -> set[str]:
    """Return the runs of words that only sentences without a place on their page have."""
    dossier = build_dossier(open_project(project.folder / "mkdocs.yml"))
    pages = "".join(file.read_text("utf-8") for file in (project.docs / "articles").glob("*.md"))
    shown: set[str] = set()
    held: set[str] = set()
    for report in dossier.articles:
        for sentence in report.article.sentences:
            is_shown = f'id="{report.slug}-{sentence.id}"' in pages
            is_title = sentence.kind is BlockKind.TITLE
            text = report.article.show(sentence.span)
            (shown if is_shown or is_title else held).update(find_runs(split_words(text)))
    return held - shown


def read_words(file: Path) -> list[str]:
    return split_words(unescape(re.sub(r"<[^>]*>", "", file.read_text("utf-8"))))


def split_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def find_runs(words: list[str], length: int = 8) -> set[str]:
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
