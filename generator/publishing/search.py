"""Search hits that land on a sentence: the dossier's entries in the theme's search index.

The pages themselves are not indexed. A sentence has one entry however many pages print it, and
that entry leads to its place in its article; days, speakers, names and topics have one each.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.dossier import ArticleReport
from generator.publishing.disagreement_pages import DisagreementPage
from generator.publishing.name_pages import NamePage
from generator.publishing.overview import Overview
from generator.publishing.pages import Page, Passage, place_page
from generator.publishing.quote_pages import QuotePage
from generator.publishing.register import Register
from generator.publishing.timeline_pages import TimelinePage
from generator.publishing.topic_pages import TopicPage
from generator.publishing.wording import Words

WORKER = "assets/javascripts/dossier-search.js"
TOPIC, HEADING, SENTENCE = 4.0, 2.0, 1.0
"""How much more a hit counts: who types a topic's title wants its page before a sentence."""
_THEIR_WORKER = re.compile(
    r'(<script id="__config" type="application/json">[^<]*"search": "[^"]*?)'
    r'assets/javascripts/workers/search\.\w+\.min\.js"'
)
_LEDGERS = ("audit", "method")


@dataclass(frozen=True, slots=True)
class Entry:
    """One search hit."""

    page: str
    """Path of the page below the docs folder."""
    anchor: str
    """Empty for the page itself."""
    title: str
    text: str
    boost: float = SENTENCE


def find_entries(register: Register, pages: Iterable[Page], printed: Set[str]) -> tuple[Entry, ...]:
    """Return the hits of all pages; `printed` are the ids of the sentences that have one each.

    The page of an article is an entry of its own before those of its sentences.
    """
    found = [entry for page in pages for entry in _find_on_page(register.words, page)]
    for report in register.dossier.articles:
        found += _find_in_article(register, report, printed)
    output = register.settings.output
    return tuple(
        Entry(place_page(output, one.page), one.anchor, one.title, one.text, one.boost)
        for one in found
    )


def _find_on_page(words: Words, page: Page) -> Iterator[Entry]:
    """Yield the page, if it is the first of its kind, and what it has headings for."""
    is_first = not page.parts or page.path == page.parts[0][0]
    if is_first and page.kind not in _LEDGERS:
        boost = TOPIC if isinstance(page, TopicPage) else HEADING
        yield Entry(page.path, "", page.title, _describe(page), boost)
    for anchor, title, text in _find_headings(words, page):
        yield Entry(page.path, anchor, title, text, HEADING)


def _describe(page: Page) -> str:
    lines: Sequence[str] = ()
    if isinstance(page, Overview):
        lines = (page.line,)
    elif isinstance(page, TopicPage):
        lines = page.lines
    return " ".join(filter(None, (page.description, *lines)))


def _find_headings(words: Words, page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield anchor, name and a few words for each day, speaker, name or difference of a page."""
    if isinstance(page, TimelinePage) and page.timeline:
        for moment in page.timeline.moments:
            yield (
                moment.anchor,
                moment.when,
                words.say("sentences", len(moment.statements) + moment.withheld.count),
            )
    elif isinstance(page, QuotePage):
        for speaker in page.speakers:
            if speaker.name:
                yield speaker.anchor, speaker.name, words.say("quoted", speaker.count)
    elif isinstance(page, NamePage):
        for name in (name for section in page.sections for name in section.names):
            others = ", ".join(variant.text for variant in name.variants)
            also = f"; {words.say('also_written')} {others}" if others else ""
            yield name.anchor, _show(name.name), words.say("articles", name.articles) + also
    elif isinstance(page, DisagreementPage):
        for one in page.differences:
            claims = " · ".join(account.claim for account in one.accounts)
            yield one.anchor, ": ".join(filter(None, (one.kind, one.subject))), claims


def _find_in_article(
    register: Register, report: ArticleReport, printed: Set[str]
) -> Iterator[Entry]:
    article, label = report.article, register.labels[report.article.path]
    title = _show(label.title) or label.name
    yield Entry(label.page, "", title, label.name)
    for sentence in article.sentences:
        anchor, text = f"{report.slug}-{sentence.id}", article.show(sentence.span)
        if anchor in printed and text != title:
            yield Entry(label.page, anchor, label.name, text)


def _show(name: Passage | str) -> str:
    return name.text if isinstance(name, Passage) else name


def extend_index(index: str, entries: Sequence[Entry], addresses: Mapping[str, str]) -> str:
    """Return the search index with `entries` in place of what the theme made of their pages.

    `addresses` maps a page to its URL on the site. Escaped as the theme's own entries are: a
    search worker would split a word at `&#x27;`.
    """
    data = json.loads(index)
    placed = [entry for entry in entries if entry.page in addresses]
    ours = {addresses[entry.page] for entry in placed}
    theirs = [doc for doc in data["docs"] if doc["location"].split("#")[0] not in ours]
    data["docs"] = [*theirs, *(_describe_entry(entry, addresses[entry.page]) for entry in placed)]
    return json.dumps(data, separators=(",", ":"))


def _describe_entry(entry: Entry, address: str) -> dict[str, object]:
    return {
        "location": address + (f"#{entry.anchor}" if entry.anchor else ""),
        "title": html.escape(entry.title, quote=False),
        "text": html.escape(entry.text, quote=False),
        **({} if entry.boost == SENTENCE else {"boost": entry.boost}),
    }


def use_worker(page: str) -> str:
    """Return the built page with our search worker in place of the theme's, if it has that.

    >>> theirs = "assets/javascripts/workers/search.a7633da7.min.js"
    >>> page = '<script id="__config" type="application/json">{"search": "../%s", "tags": null}'
    >>> use_worker(page % theirs).partition("search")[2]
    '": "../assets/javascripts/dossier-search.js", "tags": null}'
    """
    return _THEIR_WORKER.sub(rf'\1{WORKER}"', page, count=1)
