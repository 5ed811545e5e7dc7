"""Search hits that land on a sentence."""

from __future__ import annotations

import json

from generator.publishing.search import extend_index, find_entries
from tests.publishing.made import build_dossier, build_settings

ENTRIES = find_entries(build_dossier(), build_settings(output="news"))
INDEX = json.dumps({"config": {}, "docs": [{"location": "", "title": "Home", "text": "x"}]})
ADDRESSES = {"news/articles/harbour.md": "news/articles/harbour/"}


def test_every_sentence_of_a_topic_has_one_entry() -> None:
    texts = [entry.text for entry in ENTRIES]
    assert len(texts) == len(set(texts)) == 4


def test_an_entry_lands_on_its_sentence() -> None:
    docs = json.loads(extend_index(INDEX, ENTRIES, ADDRESSES))["docs"]
    hits = [doc for doc in docs if "lengthen the old pier" in doc["text"]]
    assert [hit["location"].split("#")[0] for hit in hits] == ["news/articles/harbour/"]
    assert hits[0]["location"].split("#")[1].startswith("harbour-")


def test_foreign_mark_up_stays_escaped_in_the_index() -> None:
    addresses = {"news/articles/gazette.md": "news/articles/gazette/"}
    assert "<b>" not in extend_index(INDEX, ENTRIES, addresses)


def test_what_was_indexed_before_stays() -> None:
    assert json.loads(extend_index(INDEX, ENTRIES, {}))["docs"] == json.loads(INDEX)["docs"]
