"""Names of people, organisations and places, on two events labelled before any rule was run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.annotation.entities import find_entities
from generator.config import Entities
from generator.findings import EntityMention
from generator.models import Article, Seed, Span
from generator.reading.articles import read_article
from tests.quality.figures import Figure

LABELS = Path(__file__).parent / "gold" / "names.jsonl"
EITHER = "either way"
"""Kind of a label that counts neither for nor against."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name marked by hand."""

    span: Span
    kind: str
    text: str

    def fits(self, mention: EntityMention, text: str) -> bool:
        """Return whether `mention` is this name but for one word, such as a title."""
        found = mention.span.of(text)
        inside = self.span.covers(mention.span) or mention.span.covers(self.span)
        close = abs(len(found.split()) - len(self.text.split())) <= 1
        return inside and close and self.kind == mention.kind


def measure(data: Path | None) -> list[Figure]:
    """Return precision and recall of mentions and of persons' entries, on both events."""
    if data is None:
        return []
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    figures = []
    for event in sorted({row["file"].partition("/")[0] for row in rows}):
        part = [row for row in rows if row["file"].startswith(event)]
        figures += _measure_event(part, data / "events", event)
    return figures


def _measure_event(rows: Sequence[dict[str, Any]], folder: Path, event: str) -> list[Figure]:
    marked = right = given = fitting = pairs = merged = 0
    for row in rows:
        article, labels = read_labels(row, folder)
        found = find_entities(article, Entities())
        wanted = [label for label in labels if label.kind != EITHER]
        counted = [m for m in found if not is_excused(m, labels)]
        marked += len(wanted)
        given += len(counted)
        right += sum(any(label.fits(m, article.text) for m in found) for label in wanted)
        fitting += sum(any(label.fits(m, article.text) for label in wanted) for m in counted)
        good, total = count_pairs(wanted, found, article.text)
        merged, pairs = merged + good, pairs + total
    return [
        Figure(f"{event}: names, precision", fitting / given, 0.9, items=given),
        Figure(f"{event}: names, recall", right / marked, 0.8, items=marked),
        Figure(f"{event}: variants of a person in one entry", merged / pairs, 0.95, items=pairs),
    ]


def read_labels(row: dict[str, Any], folder: Path) -> tuple[Article, list[Label]]:
    """Return the article of a row of labels with its labels, each checked by its digest."""
    data = (folder / row["file"]).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert digest == row["sha256"], row["file"]
    article = read_article(Seed(row["file"], data, digest))
    labels = []
    for start, end, kind, check in row["mentions"]:
        text = article.text[start:end]
        assert hashlib.sha256(text.encode()).hexdigest()[:8] == check, (row["file"], start)
        labels.append(Label(Span(start, end), kind, text))
    return article, labels


def is_excused(mention: EntityMention, labels: Sequence[Label]) -> bool:
    """Return whether a mention meets a label that counts neither for nor against."""
    return any(label.kind == EITHER and label.span.meets(mention.span) for label in labels)


def count_pairs(
    labels: Sequence[Label], found: Sequence[EntityMention], text: str
) -> tuple[int, int]:
    """Return how many surnames share the entry of their full name, of how many that can."""
    ids = {label: m.id for label in labels for m in found if label.fits(m, text)}
    persons = [label for label in labels if label.kind == "person" and label in ids]
    full = {label.text: ids[label] for label in persons if " " in label.text}
    good = total = 0
    for label in persons:
        owners = {one for name, one in full.items() if label.text == name.split()[-1]}
        owners |= {one for name, one in full.items() if label.text == name.split()[0]}
        if " " not in label.text and len(owners) == 1:
            total += 1
            good += ids[label] in owners
    return good, total
