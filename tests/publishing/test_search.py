"""Search hits that land on a sentence."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import pytest

from generator.build import build_dossier as build_real
from generator.project import open_project
from generator.publishing.layout import Layout, build_layout
from generator.publishing.search import Entry, extend_index, use_worker
from tests.projects import ROOT
from tests.publishing.made import build_dossier, build_settings

ENTRIES = build_layout(build_dossier(), build_settings(output="news")).entries
ADDRESSES = {entry.page: entry.page.replace(".md", "/") for entry in ENTRIES}
HOME = {"location": "", "title": "Home", "text": "x"}
INDEX = json.dumps({"config": {}, "docs": [HOME]})


@lru_cache(maxsize=1)
def lay_out() -> Layout:
    project = open_project(ROOT / "tests/corpora/ferry/mkdocs.yml")
    return build_layout(build_real(project), project.settings)


def find_on(kind: str) -> list[Entry]:
    return [entry for entry in lay_out().entries if entry.page == f"{kind}.md" and entry.anchor]


def test_every_sentence_that_a_topic_page_prints_has_one_entry() -> None:
    pages = [text for name, text in lay_out().files.items() if name.startswith("topics/")]
    printed = {anchor for text in pages for anchor in re.findall(r' id="e-([^"]+)"', text)}
    entries = [entry.anchor for entry in lay_out().entries if entry.page.startswith("articles/")]
    assert len(printed) > 50
    assert printed <= set(entries)
    sentences = [anchor for anchor in entries if anchor]
    assert len(sentences) == len(set(sentences))


def test_an_entry_lands_on_its_sentence() -> None:
    hits = [entry for entry in ENTRIES if "lengthen the old pier" in entry.text]
    assert [hit.page for hit in hits] == ["news/articles/harbour.md"]
    assert hits[0].anchor.startswith("harbour-")


def test_every_anchor_stands_on_its_page() -> None:
    files = lay_out().files
    anchored = [entry for entry in lay_out().entries if entry.anchor]
    assert len(anchored) > 100
    assert [e for e in anchored if f'id="{e.anchor}"' not in files[e.page]] == []


@pytest.mark.parametrize("kind", ["timeline", "quotes", "names"])
def test_days_speakers_and_names_are_entries(kind: str) -> None:
    found = find_on(kind)
    assert found
    assert all(entry.title for entry in found)


def test_a_topic_counts_more_than_a_sentence_that_names_it() -> None:
    topics = [entry for entry in lay_out().entries if entry.page.startswith("topics/")]
    sentences = [entry for entry in lay_out().entries if entry.page.startswith("articles/")]
    assert min(e.boost for e in topics) > max(e.boost for e in sentences)


def test_foreign_mark_up_stays_escaped_in_the_index() -> None:
    assert any("<b>" in entry.text for entry in ENTRIES)
    assert "<b>" not in extend_index(INDEX, ENTRIES, ADDRESSES)


def test_pages_of_others_stay_in_the_index_and_ours_have_our_entries_alone() -> None:
    ours = {"location": "news/topics/fish/#evidence", "title": "Evidence", "text": "twice"}
    docs = json.loads(extend_index(json.dumps({"docs": [HOME, ours]}), ENTRIES, ADDRESSES))["docs"]
    assert docs[0] == HOME
    assert ours not in docs
    assert len(docs) == 1 + len(ENTRIES)


def test_what_was_indexed_before_stays_where_no_page_of_ours_was_built() -> None:
    assert json.loads(extend_index(INDEX, ENTRIES, {}))["docs"] == [HOME]


def test_a_page_without_the_worker_that_we_know_keeps_its_own() -> None:
    page = '<script id="__config" type="application/json">{"search": "mine.js"}</script>'
    assert use_worker(page) == page
