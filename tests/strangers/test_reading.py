"""The made-up corpora as read, one file at a time, against their hand labels."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from generator.models import Article, Seed
from generator.reading.articles import read_article
from tests.strangers.corpora import ROOT, Label, find_corpora, read_expected, read_labels
from tests.strangers.scores import add_ratios, score_content, score_sentences

FLOORS = {
    "bell": (0.9, 0.78),
    "ferry": (0.97, 0.94),
    "quakes": (0.98, 0.97),
    "languages/ar": (0.98, 0.98),
    "languages/de": (0.96, 0.95),
    "languages/es": (0.98, 0.98),
    "languages/fr": (0.98, 0.98),
    "languages/ru": (0.98, 0.98),
    "languages/uk": (0.98, 0.98),
    "languages/zh": (0.98, 0.98),
}
"""Content (word-weighted) and sentences, F1: what reading alone reaches, without the folder."""


@cache
def read_one(corpus: str, path: str) -> Article:
    """Return one article of a corpus, read without its neighbours."""
    data = (ROOT / corpus / "seeds" / path).read_bytes()
    language = corpus.split("/")[-1] if "/" in corpus else "en"
    return read_article(Seed(path, data, hashlib.sha256(data).hexdigest()), language, None)


def find_labels(corpus: str) -> dict[str, list[Label]]:
    """Return a corpus' labels by file."""
    labels: dict[str, list[Label]] = {}
    for label in read_labels(corpus):
        labels.setdefault(label.doc, []).append(label)
    return labels


@pytest.mark.parametrize("corpus", find_corpora())
def test_content_and_sentences_keep_their_floors(corpus: str) -> None:
    items = [(read_one(corpus, path), rows) for path, rows in find_labels(corpus).items()]
    content = add_ratios(score_content(article, rows) for article, rows in items)
    sentences = add_ratios(score_sentences(article, rows) for article, rows in items)
    floor_of_content, floor_of_sentences = FLOORS[corpus]
    assert content.f1 >= floor_of_content
    assert sentences.f1 >= floor_of_sentences


@pytest.mark.parametrize("corpus", find_corpora())
def test_a_wrong_day_is_never_given(corpus: str) -> None:
    for path, wanted in read_expected(corpus)["articles"].items():
        known = (
            wanted["published"] if isinstance(wanted["published"], list) else [wanted["published"]]
        )
        assert read_one(corpus, path).metadata.published.value in (*known, None), path


def test_damaged_encodings_read_as_they_were_written() -> None:
    radio = read_one("ferry", "radio/sound-fm-1113.txt")
    assert "said café owner Renée Aubert." in radio.text
    assert radio.repairs
    assert radio.problems
    assert "Gustaf Rhône" in read_one("ferry", "ledger/audit-may.txt").text
    assert "“We describe, we don’t accuse,”" in read_one("ferry", "ledger/analysis-lamp.txt").text


def test_empty_files_are_read_as_nothing_and_said_to_be() -> None:
    for path in ("archive/untitled.txt", "archive/blank.txt"):
        article = read_one("ferry", path)
        assert article.problems
        assert not article.sentences


def test_scripts_of_a_saved_page_are_never_read() -> None:
    page = read_one("ferry", "observer-bow-door.html")
    assert "must never be read" not in page.text
    assert "on the accident of 12 November." in " ".join(page.show(s.span) for s in page.sentences)
