"""The hand-labelled seeds as articles, read from their labels and not by our own reader."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.models import (
    Article,
    Block,
    BlockKind,
    Finding,
    Metadata,
    Sentence,
    Span,
)

REPOSITORY = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled article: for each of its sentences the weights of its topics."""

    article: Article
    topics: tuple[dict[str, int], ...]


@lru_cache(maxsize=1)
def read_gold() -> tuple[Gold, ...]:
    """Return the labelled seeds in order of path."""
    rows: dict[str, list[dict[str, object]]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return tuple(_read_one(path, found) for path, found in sorted(rows.items()))


def _read_one(path: str, rows: list[dict[str, object]]) -> Gold:
    data = (REPOSITORY / "seeds" / path).read_bytes()
    text = data.decode("utf-8-sig")
    blocks = tuple(_read_blocks(text, rows))
    kept = [(block, row) for block, row in zip(blocks, rows, strict=True) if block.kind.is_content]
    sentences = tuple(
        Sentence(
            id=hashlib.sha256(f"{path}{block.span}".encode()).hexdigest()[:12],
            span=block.span,
            kind=block.kind,
            block=int(str(row["line"])),
        )
        for block, row in kept
    )
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    title = Finding(titles[0].span.of(text), "label", titles[0].span) if titles else Finding()
    article = Article(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding="utf-8",
        text=text,
        metadata=Metadata(title=title),
        blocks=blocks,
        sentences=sentences,
    )
    return Gold(article, tuple(dict(row["topics"]) for _, row in kept))  # type: ignore[call-overload]


def _read_blocks(text: str, rows: list[dict[str, object]]) -> Iterator[Block]:
    position = 0
    for row in rows:
        wanted = str(row["text"])
        start = text.index(wanted, position)
        position = start + len(wanted)
        yield Block(Span(start, position), BlockKind(str(row["kind"])), "label")
