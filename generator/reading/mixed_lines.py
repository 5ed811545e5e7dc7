"""Paragraphs that are part one kind, part another, split where the one ends."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.models import Block, BlockKind, Span
from generator.reading.lexicon import load_lists
from generator.reading.written_dates import find_dates

_PLACE = r"[^\W\d_a-z][\w.'’-]*(?:[ /,-]{1,2}[\w.'’-]+){0,6}"
_DASH = r"\s*(?:--|—|–|-)\s+|\s+(?:--|—|–|-)\s*"


def split_mixed(text: str, block: Block, language: str) -> list[Block]:
    """Return `block` in one piece, or its dateline or byline apart from what follows."""
    if block.kind in (BlockKind.BODY, BlockKind.STANDFIRST):
        end = _find_dateline_end(text, block.span, language)
        if end:
            return _cut(
                text, block, end, Block(block.span, BlockKind.META, "the dateline before the text")
            )
    return [block]


def split_title(text: str, block: Block, title: str) -> list[Block]:
    """Return a byline apart from the title where the title is run into its end."""
    words = text[block.span.start : block.span.end]
    at = words.find(title) if title and block.kind is BlockKind.META else -1
    if at < 3 or at + len(title) != len(words) or words[:at].rstrip()[-1] in "»>/|›:":
        return [block]
    head = Block(block.span, block.kind, block.rule)
    tail = Block(block.span, BlockKind.TITLE, "the title, run into the line before")
    return _cut(text, tail, block.span.start + at, head)


def _find_dateline_end(text: str, span: Span, language: str) -> int:
    head = text[span.start : min(span.end, span.start + 160)]
    match = _load_dateline(language[:2]).match(head)
    if match and span.start + match.end() < span.end:
        return span.start + match.end()
    for date in find_dates(head, language)[:1]:
        rest = re.compile(_DASH).match(head, date.end)
        if date.start == 0 and rest:
            return span.start + rest.end()
    return 0


@lru_cache(maxsize=16)
def _load_dateline(language: str) -> re.Pattern[str]:
    agencies = (
        load_lists("lines", language).get("agencies") or load_lists("lines", "en")["agencies"]
    )
    names = "|".join(agencies)
    upper = r"[A-Z][A-Z.'’-]+(?:[ ,/-]{1,2}[A-Z][\w.'’-]*){0,5}"
    return re.compile(
        rf"(?:{_PLACE}\s*)?\((?:{names})(?:/[\w .]+)?\)(?:{_DASH}|\s+)|{upper}(?:{_DASH})(?=\S)"
    )


def _cut(text: str, block: Block, at: int, head: Block) -> list[Block]:
    end = len(text[block.span.start : at].rstrip()) + block.span.start
    return [
        Block(Span(block.span.start, end), head.kind, head.rule),
        Block(Span(at, block.span.end), block.kind, block.rule),
    ]
