"""The blocks of a text: paragraphs classified, mixed ones split, nothing left out."""

from __future__ import annotations

from generator.models import Block, BlockKind, Span
from generator.reading.boilerplate import classify_lines
from generator.reading.lines import split_lines
from generator.reading.mixed_lines import split_mixed, split_title


def read_blocks(text: str, front: Span | None, language: str, title: str = "") -> list[Block]:
    """Return the blocks of `text`, which cover it but for white space."""
    lines = split_lines(text, front.end if front else 0)
    verdicts = classify_lines(lines, language, title)
    blocks = [
        Block(line.span, verdict.kind, verdict.rule)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    heading = next((block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE), "")
    parts = [Block(front, BlockKind.META, "front matter")] if front else []
    for block in blocks:
        for piece in split_mixed(text, block, language):
            parts += split_title(text, piece, heading)
    return parts
