"""Pages as the plain text a naive scraper leaves, each line labelled."""

from __future__ import annotations

import gzip
import hashlib
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.models import Article, shown

FILE = "scraped_lines.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Page:
    """One labelled page; lines that show nothing are left out."""

    id: str
    lines: tuple[str, ...]
    content: tuple[bool, ...]
    words: tuple[int, ...]


def load_pages(data: Path) -> Iterator[Page]:
    """Yield the pages in `data`."""
    with gzip.open(data / FILE, "rt", encoding="utf-8") as file:
        for raw in file:
            row = json.loads(raw)
            kept = [
                (" ".join(text.split()), bool(label), words) for text, label, words in row["lines"]
            ]
            lines, content, words = zip(*[line for line in kept if shown(line[0])], strict=True)
            yield Page(row["id"], lines, content, words)


def is_developed(page: str) -> bool:
    """Return whether rules may be fitted to this page: half of them, by id."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % 2 == 0


def score_page(page: Page, article: Article) -> float:
    """Return the word-weighted F1 of content, line ends being one character each."""
    spans = [block.span for block in article.blocks if block.kind.is_content]
    kept, start, index = [], 0, 0
    for line in page.lines:
        end = start + len(line)
        covered = 0
        while index < len(spans) and spans[index].start < end:
            covered += min(end, spans[index].end) - max(start, spans[index].start)
            if spans[index].end > end:
                break
            index += 1
        kept.append(covered / len(line))
        start = end + 1
    return _f1(page, kept)


def _f1(page: Page, kept: Sequence[float]) -> float:
    rows = list(zip(page.content, page.words, kept, strict=True))
    both = sum(words * share for label, words, share in rows if label)
    total = sum(words * (label + share) for label, words, share in rows)
    return 2 * both / total if total else 1.0


def interval(values: Sequence[float]) -> float:
    """Return half the width of the 95 % interval of the mean."""
    return 1.96 * statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0
