"""The blocks of a text: paragraphs classified, mixed ones split, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.models import Block, BlockKind, Span
from generator.reading.boilerplate import classify_lines
from generator.reading.lines import Line, split_lines
from generator.reading.markdown import MarkedUp, find_main_heading, strip_marks
from generator.reading.mixed_lines import split_bylines, split_dateline, split_signature
from generator.reading.verdicts import Verdict

_ABOUT = re.compile(r"[, ]+(?:is|was|has|writes|covers|reports|works|teaches|lives|a|an|the)\b")


def read_blocks(text: str, front: Span | None, language: str, title: str = "") -> list[Block]:
    """Return the blocks of a plain text, which cover it but for white space.

    `front` is its front matter, `title` its title where that is known from elsewhere.
    """
    lines = split_lines(text, front.end if front else 0)
    marked = list(strip_marks(text, split_bylines(text, lines, language)))
    known = title or find_main_heading(marked)
    verdicts = classify_lines([one.line for one in marked], language, known)
    blocks = build_blocks(text, [one.line for one in marked], verdicts, language)
    blocks = _settle_marked(blocks, marked)
    marks = [Block(mark, BlockKind.META, "Markdown's mark") for one in marked for mark in one.marks]
    opening = [Block(front, BlockKind.META, "front matter")] if front else []
    pieces = [*opening, *blocks, *marks]
    return sorted(pieces, key=lambda block: (block.span.start, block.span.end))


def _settle_marked(blocks: Sequence[Block], marked: Sequence[MarkedUp]) -> list[Block]:
    """Return the blocks with what Markdown says of them: pictures, and headings of the text."""
    pictures = {one.line.span for one in marked if one.is_picture}
    headings = {one.line.span for one in marked if one.is_heading}
    body = [block.kind is BlockKind.BODY for block in blocks]
    settled = []
    for place, block in enumerate(blocks):
        inside = any(body[:place]) and any(body[place + 1 : place + 2])
        if block.span in pictures:
            settled.append(Block(block.span, BlockKind.CAPTION, "a picture's words"))
        elif block.span in headings and inside and block.kind is BlockKind.BOILERPLATE:
            settled.append(Block(block.span, BlockKind.SUBHEADING, "Markdown's heading"))
        else:
            settled.append(block)
    return settled


def build_blocks(
    text: str, lines: Sequence[Line], verdicts: Sequence[Verdict], language: str
) -> list[Block]:
    """Return a block for each line, datelines and agencies' signatures apart."""
    blocks = [
        Block(line.span, verdict.kind, verdict.rule)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    opened = [piece for block in blocks for piece in split_dateline(text, block, language)]
    return [piece for block in opened for piece in split_signature(text, block, language)]


def set_aside_author(text: str, blocks: list[Block], author: str | None) -> list[Block]:
    """Return the blocks with a closing line on the author taken out of the text."""
    last = max((i for i, block in enumerate(blocks) if block.kind is BlockKind.BODY), default=0)
    if not author or last < 3:
        return blocks
    words = text[blocks[last].span.start : blocks[last].span.end]
    if not words.startswith(author) or len(words) > 400 or not _ABOUT.match(words, len(author)):
        return blocks
    aside = Block(blocks[last].span, BlockKind.META, "a line about the author")
    return [*blocks[:last], aside, *blocks[last + 1 :]]
