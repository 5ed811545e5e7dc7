"""Articles made for a test: one body sentence a line."""

from __future__ import annotations

from collections.abc import Iterable

from generator.models import (
    Article,
    Block,
    BlockKind,
    DateFinding,
    Metadata,
    Sentence,
    Span,
)


def build_article(
    lines: Iterable[str], published: str | None = None, path: str = "made.txt"
) -> Article:
    """Return an article whose sentences are the lines, published on the given day."""
    text, blocks, sentences = "", [], []
    for index, line in enumerate(lines):
        span = Span(len(text), len(text) + len(line))
        blocks.append(Block(span, BlockKind.BODY, "made"))
        sentences.append(Sentence(f"{index:012x}", span, BlockKind.BODY, index))
        text += line + "\n"
    metadata = Metadata(published=DateFinding(published, "day" if published else "unknown"))
    return Article(path, "0" * 64, "utf-8", text, metadata, tuple(blocks), tuple(sentences))
