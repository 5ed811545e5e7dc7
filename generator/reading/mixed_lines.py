"""Paragraphs that are part one kind, part another: where the one ends and the other begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.models import (
    Block,
    BlockKind,
    Span,
    shown,
)
from generator.reading.credits import is_agency
from generator.reading.lexicon import load_pattern
from generator.reading.lines import Line, build_line
from generator.reading.written_dates import find_dates, is_date_line, load_months

_DASH = re.compile(r"\s*(?:--|—|–)\s*(?=\S)|\s+-\s+(?=\S)|(?<=\))\s*-\s*(?=\S)")
_CREDIT = re.compile(r"\([\w./& -]{2,30}\)\s*\Z")
_LONGEST = 70
_UNDASHED = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z'’.-]{2,}[^()a-z]{0,30}?"
    r"(?:,? ?[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [^\W\d_]{3,9}\.?(?: \d{4})?)?)"
    r" ?\((?P<credit>[\w./& -]{2,30})\):? +(?=[\"“‘'A-Z\d])"
)
_SIGNATURE = re.compile(
    r"(?<=[.!?\"”’)])\s+(?P<whole>(?:--?|[—–])\s?(?P<name>[^\s.!?—–-][^!?—–]{1,50}))\Z"
)
_AFTER_DATE = re.compile(
    r"(?:[ ,|-]*\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2,4}T)\b)?)?[\s|,–—-]*"
)
_HEAD = 160
_EMPHASIS = "*_ "


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
    """Return where a dateline ends: place, agency or date and a dash, or a date in brackets."""
    head = text[span.start : min(span.end, span.start + _HEAD)]
    dash = _DASH.search(head, 1, _LONGEST + 10)
    if dash and dash.start() <= _LONGEST and _is_dateline(head[: dash.start()], language):
        return span.start + dash.end()
    undashed = _UNDASHED.match(head)
    if undashed and _is_undashed(undashed["place"], undashed["credit"], language):
        return span.start + undashed.end()
    bracket = re.match(r"\(([^()]{6,40})\)\s+", head)
    if bracket and is_date_line(bracket[1], language):
        return span.start + bracket.end()
    return 0


def _is_undashed(place: str, credit: str, language: str) -> bool:
    """Whether capitals and a bracket are place and agency: a date or the agency's name tells.

    Without either they may be an acronym and what it stands for.
    """
    months = load_months(language)
    dated = [token.casefold().rstrip(".") in months for token in place.replace(",", " ").split()]
    return is_agency(credit) or (any(dated) and any(map(str.isdigit, place)))


def split_signature(text: str, block: Block, language: str) -> list[Block]:
    """Return `block` in one piece, or the agency that signs its end apart from the text."""
    start = max(block.span.start, block.span.end - _LONGEST)
    signature = _SIGNATURE.search(text, start, block.span.end)
    if block.kind is not BlockKind.BODY or not signature:
        return [block]
    if not _is_signature(signature["name"], language):
        return [block]
    head = Span(block.span.start, signature.start())
    tail = Span(signature.start("whole"), block.span.end)
    return [
        Block(head, block.kind, block.rule),
        Block(tail, BlockKind.META, "the agency's name below the text"),
    ]


def _is_signature(words: str, language: str) -> bool:
    """Whether `words` are an agency's name, or a short name and a full date."""
    dates = find_dates(words, language)
    if not dates:
        return is_agency(words)
    name = words[: dates[0].start].strip(" ,")
    named = 0 < len(name.split()) <= 4 and all(word[0].isupper() for word in name.split())
    return named and not words[dates[0].end :].strip(" .,)")


def _is_dateline(words: str, language: str) -> bool:
    """Whether what stands before a dash is a place in capitals, a credit in brackets, or a date.

    >>> _is_dateline("Port Ellen (AP)", "en"), _is_dateline("The result", "en")
    (True, False)
    """
    words = words.strip(_EMPHASIS)
    credit = _CREDIT.search(words)
    place = words[: credit.start()] if credit else words
    tokens = place.replace(",", " ").split()
    if len(tokens) > 8:
        return False
    if credit:
        return all(token[0].isupper() or token[0].isdigit() for token in tokens)
    if is_date_line(words, language):
        return True
    return bool(tokens) and len(tokens[0]) > 2 and tokens[0].isupper() and tokens[0].isalpha()
