"""Paragraphs that are part one kind, part another: where the one ends and the other begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.models import Block, BlockKind, Span, shown
from generator.reading.lexicon import load_pattern
from generator.reading.lines import Line, build_line
from generator.reading.written_dates import find_dates, is_date_line

_DASH = r"(?:\s*(?:--|—|–)\s*|\s+-\s+|(?<=\))\s*-\s*)(?=\S)"
_UPPER = r"[^\W\d_a-zà-ÿа-я][^\W\d_a-zà-ÿа-я.'’-]+(?:[ /][^\W\d_a-zà-ÿа-я.'’-]{2,}){0,4}"
_WHERE = rf"{_UPPER}(?:, ?[\w.’' ]{{2,30}}){{0,3}}(?:\s*\([\w./& -]{{2,30}}\))?"
_CREDITED = r"(?:[^\W\d_][\w.’'-]*[ ,/-]{0,2}){0,6}\s*\([\w./& -]{2,30}\)"
_DATELINE = re.compile(rf"(?:{_CREDITED}{_DASH}|{_WHERE}{_DASH})")
_AFTER_DATE = re.compile(
    r"(?:[ ,|-]*\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2,4}T)\b)?)?[\s|,–—-]*"
)
_HEAD = 160


def split_bylines(text: str, lines: Iterable[Line], language: str) -> Iterator[Line]:
    """Yield the lines, a byline apart from the heading that is run into its end."""
    for line in lines:
        end = _find_byline_end(text, line.span, language) if line.words > 5 else 0
        if not end:
            yield line
            continue
        head = Span(line.span.start, line.span.start + len(text[line.span.start : end].rstrip()))
        tail = Span(end, line.span.end)
        yield build_line(head, shown(head.of(text)), apart=line.apart)
        yield build_line(tail, shown(tail.of(text)))


def _find_byline_end(text: str, span: Span, language: str) -> int:
    """Return where a byline with a date ends and words follow, 0 where nothing is run together."""
    head = text[span.start : min(span.end, span.start + _HEAD)]
    if not load_pattern("bylines", "opens", language).match(head):
        return 0
    dates = find_dates(head, language)
    if not dates or dates[0].start > 80:
        return 0
    after = _AFTER_DATE.match(head, dates[0].end)
    end = span.start + (after.end() if after else dates[0].end)
    return end if span.end - end > 15 else 0


def split_dateline(text: str, block: Block, language: str) -> list[Block]:
    """Return `block` in one piece, or its dateline apart from the sentence behind it."""
    if block.kind not in (BlockKind.BODY, BlockKind.STANDFIRST):
        return [block]
    end = _find_dateline_end(text, block.span, language)
    if not block.span.start < end < block.span.end:
        return [block]
    head = Span(block.span.start, block.span.start + len(text[block.span.start : end].rstrip()))
    return [
        Block(head, BlockKind.META, "the dateline before the text"),
        Block(Span(end, block.span.end), block.kind, block.rule),
    ]


def _find_dateline_end(text: str, span: Span, language: str) -> int:
    head = text[span.start : min(span.end, span.start + _HEAD)]
    match = _DATELINE.match(head)
    if match:
        return span.start + match.end()
    bracket = re.match(r"\(([^()]{6,40})\)\s+", head)
    if bracket and is_date_line(bracket[1], language):
        return span.start + bracket.end()
    for date in find_dates(head, language)[:1]:
        rest = re.compile(_DASH).match(head, date.end)
        if date.start == 0 and rest:
            return span.start + rest.end()
    return 0
