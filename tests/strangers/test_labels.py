"""The hand labels themselves: a label that points nowhere measures nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.strangers.corpora import ROOT, find_corpora, fold, read_expected, read_labels

KINDS = {"title", "standfirst", "body", "subheading", "caption", "meta", "boilerplate"}


def decode(path: Path) -> str:
    """Return a seed's text by the plainest means, damaged encodings repaired by hand."""
    data = path.read_bytes()
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")
    if "â€" in text:
        raw = b"".join(
            char.encode("latin-1") if ord(char) < 256 else char.encode("cp1252") for char in text
        )
        return raw.decode("utf-8")
    return text


@pytest.mark.parametrize("corpus", find_corpora())
def test_every_label_is_a_slice_of_its_seed(corpus: str) -> None:
    texts: dict[str, str] = {}
    for label in read_labels(corpus):
        path = ROOT / corpus / "seeds" / label.doc
        if path.suffix == ".html":
            continue
        text = texts.setdefault(label.doc, fold(decode(path)))
        assert label.text in text, label
        assert label.kind in KINDS


@pytest.mark.parametrize("corpus", find_corpora())
def test_labels_name_topics_of_the_settings(corpus: str) -> None:
    text = (ROOT / corpus / "mkdocs.yml").read_text("utf-8")
    slugs = set(re.findall(r"slug: ([a-z0-9-]+)", text))
    assert yaml.safe_load(text)["plugins"]
    assert {slug for label in read_labels(corpus) for slug, _ in label.topics} == slugs


@pytest.mark.parametrize("corpus", find_corpora())
def test_expectations_quote_labelled_text(corpus: str) -> None:
    expected = read_expected(corpus)
    texts: dict[str, str] = {}
    for label in read_labels(corpus):
        texts[label.doc] = f"{texts.get(label.doc, '')} {label.text}"
    spans = [span for family in expected.get("families", ()) for span in family["spans"]]
    spans += [span for pair in expected.get("apart", ()) for span in pair]
    spans += expected.get("quotes", [])
    spans += [
        span for row in expected.get("disagreements", ()) for side in row["sides"] for span in side
    ]
    for span in spans:
        assert span["text"] in texts[span["doc"]]


@pytest.mark.parametrize("corpus", find_corpora())
def test_origins_are_a_partition_of_the_articles(corpus: str) -> None:
    expected = read_expected(corpus)
    if "origins" in expected:
        paths = [path for group in expected["origins"] for path in group]
        assert sorted(paths) == sorted(expected["articles"])
