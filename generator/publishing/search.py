"""Search hits that land on a sentence: entries for the theme's search index."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.config import Settings
from generator.dossier import Dossier
from generator.publishing.pages import place_page
from generator.publishing.register import build_register

MOST = 3000
"""Sentences: with those of 2,000 made articles a search answered after 2.4 s and took 145 MB more,
on a busy machine with two cores."""
BOOST = 2
"""So that a sentence stands before the sections that also hold it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence as a search hit."""

    page: str
    """Path of its article's page below the docs folder."""
    anchor: str
    title: str
    text: str


def find_entries(dossier: Dossier, settings: Settings) -> tuple[Entry, ...]:
    """Return a search hit for each sentence of a topic, the surest if there are very many."""
    register = build_register(dossier, settings)
    ranked = sorted(
        (evidence for topic in dossier.topics for evidence in topic.evidence),
        key=lambda e: (-e.match.score, e.article, e.sentence),
    )
    sentences = dict.fromkeys((e.article, e.sentence) for e in ranked)
    entries = []
    for path, index in list(sentences)[:MOST]:
        report, label = register.reports[path], register.labels[path]
        sentence = report.article.sentences[index]
        anchor = f"{report.slug}-{sentence.id}"
        text = report.article.show(sentence.span)
        entries.append(Entry(place_page(settings.output, label.page), anchor, label.name, text))
    return tuple(entries)


def extend_index(index: str, entries: Sequence[Entry], addresses: Mapping[str, str]) -> str:
    """Return the search index with `entries`; `addresses` maps a page to its URL on the site.

    Escaped as the theme's own entries are: its search worker would split a word at `&#x27;`.
    """
    data = json.loads(index)
    data["docs"] += [
        {
            "location": f"{addresses[entry.page]}#{entry.anchor}",
            "title": html.escape(entry.title, quote=False),
            "text": html.escape(entry.text, quote=False),
            "boost": BOOST,
        }
        for entry in entries
        if entry.page in addresses
    ]
    return json.dumps(data, separators=(",", ":"))
