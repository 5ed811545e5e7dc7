"""Markdown's marks around a line, which are not words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.models import Span, shown
from generator.reading.lines import Line, build_line

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s*)+(?=\S)")
_PICTURE = re.compile(r"!\[(?P<words>[^\]\n]*)\]\([^()\n]*\)\Z")
_EMPHASIS = re.compile(r"(?P<mark>\*\*\*|___|\*\*|__|\*|_)(?=\S)(?P<words>[^*_\n]+)(?P=mark)\Z")


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """A line without its marks."""

    line: Line
    marks: tuple[Span, ...]
    """What was left out before and behind it."""
    is_picture: bool = False
    is_heading: bool = False


def find_main_heading(marked: Sequence[MarkedUp]) -> str:
    """Return the words of the one heading of the first level, empty where there is none or more."""
    main = [one.line.text for one in marked if one.is_heading and _is_main(one)]
    return main[0] if len(main) == 1 else ""


def _is_main(one: MarkedUp) -> bool:
    return all(mark.end - mark.start == 1 for mark in one.marks)


def strip_marks(text: str, lines: Iterable[Line]) -> Iterator[MarkedUp]:
    """Yield the lines without heading, quotation, emphasis and picture marks around them."""
    for line in lines:
        words = line.span.of(text)
        picture = _PICTURE.match(words)
        match = picture or _EMPHASIS.match(words)
        if match and match["words"].strip():
            inner = Span(
                line.span.start + match.start("words"), line.span.start + match.end("words")
            )
            marks = (Span(line.span.start, inner.start), Span(inner.end, line.span.end))
            yield MarkedUp(_narrow(text, line, inner), marks, bool(picture))
            continue
        heading = _HEADING.match(words)
        prefix = heading or _QUOTE.match(words)
        if not prefix:
            yield MarkedUp(line, ())
            continue
        inner = Span(line.span.start + prefix.end(), line.span.end)
        mark = Span(line.span.start, line.span.start + len(prefix[0].rstrip()))
        yield MarkedUp(_narrow(text, line, inner), (mark,), is_heading=bool(heading))


def _narrow(text: str, line: Line, inner: Span) -> Line:
    return build_line(inner, shown(inner.of(text)), apart=line.apart)
