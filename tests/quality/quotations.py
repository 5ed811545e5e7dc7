"""Direct quotations and their speakers, on the seeds and on articles with marked attributions."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.annotation.entities import find_entities
from generator.annotation.quotations import find_quotations
from generator.config import Entities
from generator.findings import Quotation
from generator.models import (
    Article,
    Block,
    BlockKind,
    Metadata,
    Seed,
    Span,
)
from generator.reading.articles import read_article
from tests.quality.figures import Figure

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
_RUN = re.compile('“[^“”\n]*”|"[^"\n]*"')
_PRONOUNS = frozenset(
    ["he", "she", "they", "i", "we", "you", "it", "who", "that", "which", "this", "him", "her"]
)


@dataclass(frozen=True, slots=True)
class Gold:
    """A direct quotation of at least four words, with where its speaker stands."""

    span: Span
    source: tuple[Span, ...]
    is_pronoun: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How the rules did on some quotations."""

    gold: int
    found: int
    given: int
    right: int
    named: int
    """Found, with a source that is no pronoun."""
    pronouns: int
    pronouns_right: int


def measure(data: Path | None) -> list[Figure]:
    """Return the figures on the seeds, and on both halves of the attributions where they are."""
    figures = _measure_seeds()
    if data is not None:
        rows = _read_rows(data / "attributions.jsonl.gz")
        for half in (0, 1):
            part = [row for row in rows if find_half(row["id"]) == half]
            figures += _measure_half(part, f"attributions, half {'AB'[half]}")
    return figures


def find_half(name: str) -> int:
    """Return 0 for the half the rules were developed on, 1 for the half kept apart."""
    return hashlib.sha256(name.encode()).digest()[-1] % 2


def build_article(text: str, path: str = "a.txt") -> Article:
    """Return an article in which every line is a block of body text."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block(span, BlockKind.BODY, "test") for span in lines)
    return Article(path, "0" * 64, "utf-8", text, Metadata(), blocks, ())


def _read_rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def find_gold(row: dict[str, Any]) -> Iterator[Gold]:
    """Return the quoted runs of a row that lie within a marked attribution."""
    text = row["text"]
    for run in _RUN.finditer(text):
        span = Span(run.start() + 1, run.end() - 1)
        if len(span.of(text).split()) < 4:
            continue
        for mark in row["attributions"]:
            source = _spans(mark.get("source", ()))
            if source and _overlap(span, _spans(mark["content"])) >= 0.8 * (span.end - span.start):
                words = " ".join(s.of(text) for s in source).casefold()
                yield Gold(span, source, words in _PRONOUNS)
                break


def _spans(parts: Sequence[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(*span) for part in parts for span in part["spans"])


def _overlap(span: Span, others: Sequence[Span]) -> int:
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)


def count_row(row: dict[str, Any]) -> Count:
    """Return how the rules did on one article."""
    found = find_in_text(row["text"].encode())
    gold = list(find_gold(row))
    pairs = [(item, _match(item, found)) for item in gold]
    hits = [(item, quote) for item, quote in pairs if quote]
    named = [(item, quote) for item, quote in hits if not item.is_pronoun]
    pronouns = [(item, quote) for item, quote in hits if item.is_pronoun]
    given = [(item, quote) for item, quote in named if quote.speaker]
    return Count(
        gold=len(gold),
        found=len(hits),
        given=len(given),
        right=sum(_is_right(*pair) for pair in given),
        named=len(named),
        pronouns=len(pronouns),
        pronouns_right=sum(_is_right(*pair) for pair in pronouns),
    )


def _match(item: Gold, found: Sequence[Quotation]) -> Quotation | None:
    size = item.span.end - item.span.start
    return next((q for q in found if _overlap(item.span, (q.span,)) >= 0.8 * size), None)


def _is_right(item: Gold, quote: Quotation) -> bool:
    return bool(quote.speaker_span and any(quote.speaker_span.meets(s) for s in item.source))


def _measure_half(rows: Sequence[dict[str, Any]], name: str) -> list[Figure]:
    counts = [count_row(row) for row in rows]
    total = {key: sum(getattr(c, key) for c in counts) for key in Count.__dataclass_fields__}
    note = f"pronoun sources {total['pronouns_right']}/{total['pronouns']} right"
    return [
        Figure(f"{name}: found", total["found"] / total["gold"], 0.95, items=total["gold"]),
        Figure(
            f"{name}: given a speaker", total["given"] / total["named"], 0.6, items=total["named"]
        ),
        Figure(
            f"{name}: of these right",
            total["right"] / total["given"],
            0.9,
            items=total["given"],
            note=note,
        ),
    ]


def _measure_seeds() -> list[Figure]:
    lines = (HERE / "gold" / "quotes.jsonl").read_text("utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    found = {
        doc: find_in_text((SEEDS / doc).read_bytes())
        for doc in sorted({label["doc"] for label in labels})
    }
    verdicts = [judge_label(label, found[label["doc"]]) for label in labels]
    return [
        Figure(
            "seeds: quotations right",
            verdicts.count("right") / len(labels),
            0.9,
            items=len(labels),
        ),
        Figure(
            "seeds: speakers wrong",
            float(verdicts.count("wrong")),
            0,
            ceiling=True,
            items=len(labels),
        ),
    ]


def find_in_text(data: bytes) -> tuple[Quotation, ...]:
    """Return the quotations of a seed as the pipeline finds them."""
    article = read_article(Seed("a.txt", data, hashlib.sha256(data).hexdigest()))
    return find_quotations(article, find_entities(article, Entities()))


def judge_label(label: dict[str, Any], found: Sequence[Quotation]) -> str:
    """Return right, missing (not found, or no speaker given) or wrong."""
    span = Span(label["start"], label["end"])
    quote = next((q for q in found if q.span == span), None)
    if quote is None:
        return "missing"
    if quote.speaker is None:
        return "missing" if label["speakers"] else "right"
    said = f" {quote.speaker.casefold()} "
    return "right" if any(f" {s.casefold()} " in said for s in label["speakers"]) else "wrong"
