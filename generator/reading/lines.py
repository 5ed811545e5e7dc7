"""The paragraphs of a text: its lines, hard wraps undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.models import Span, shown

_BREAK = re.compile("[\r\n\u2028\u2029]")
_LINE = re.compile("[^\r\n\u2028\u2029]+")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_ENDS = re.compile("[.!?…:;。！？؟]['\"”’»)\\]]*\\Z")

_LEAST_WRAPPED = 3
"""Lines that are directly followed by another in a file that may be wrapped."""
_WIDEST = 132
"""Characters of the widest line that anything is wrapped to."""
_FEW_WIDE = 0.05
"""Share of the lines that may be wider all the same."""
_LEFT = 2
"""Characters of the width that a full line may leave."""
_SHORT = 0.6
"""Share of the width below which a line is no full one, however it was wrapped."""
_SPACED = 0.1
"""Share of the lines that follow a blank one where blank lines part paragraphs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: a line of the file, or several that were wrapped."""

    span: Span
    text: str
    """As shown."""
    apart: bool
    """Whether a blank line stands before it."""
    words: int
    """White-space separated words; two ideographs count as one."""


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the paragraphs of `text` from `start` on; between them is white space only.

    >>> [line.text for line in split_lines("First.\\r\\n\\r\\n Second \\n")]
    ['First.', 'Second']
    """
    lines: list[Line] = []
    end = start
    for match in _LINE.finditer(text, start):
        whole = match[0]
        body = whole.strip()
        if body:
            left = match.start() + len(whole) - len(whole.lstrip())
            breaks = text[end:left].replace("\r\n", "\n")
            span = Span(left, left + len(body))
            lines.append(build_line(span, shown(body), apart=_is_apart(breaks)))
            end = span.end
    return _join_wrapped(text, lines)


def build_line(span: Span, text: str, *, apart: bool = False) -> Line:
    """Return the line that stands at `span` and is shown as `text`."""
    ideographs = 0 if text.isascii() else len(_IDEOGRAPH.findall(text))
    return Line(span, text, apart, text.count(" ") + 1 + ideographs // 2)


def _is_apart(breaks: str) -> bool:
    return len(_BREAK.findall(breaks)) > 1


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file's lines were wrapped."""

    width: int
    spaced: bool
    """Whether blank lines part its paragraphs, so that a line without one before it goes on."""

    def goes_on(self, line: Line, following: Line, *, told: bool) -> bool:
        """Return whether `following` is of one paragraph with the line right before it.

        It is where the next word would not have fitted, which a wrapping program decides by; or,
        since a hand is not as exact, where it goes on with the sentence, or where blank lines part
        paragraphs, if it is one that is `told`. What bars part is a row of its own.
        """
        if "|" in line.text or "|" in following.text:
            return False
        word = len(following.text.split(" ", 1)[0])
        if len(line.text) + 1 + word > self.width - _LEFT:
            return True
        if self.spaced and told and len(line.text) > _SHORT * self.width:
            return True
        return following.text[0].islower() and not _ENDS.search(line.text)


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    wrapping = _find_wrapping(lines)
    if wrapping is None:
        return lines
    starts = [place for place, line in enumerate(lines) if line.apart or not place]
    joined: list[Line] = []
    for start, stop in pairwise([*starts, len(lines)]):
        told = start > 0 or bool(_ENDS.search(lines[stop - 1].text))  # no heading with its byline
        first = lines[start]
        for line, following in pairwise(lines[start:stop]):
            if not wrapping.goes_on(line, following, told=told):
                joined.append(_join(text, first, line))
                first = following
        joined.append(_join(text, first, lines[stop - 1]))
    return joined


def _join(text: str, first: Line, last: Line) -> Line:
    span = Span(first.span.start, last.span.end)
    return first if first is last else build_line(span, shown(span.of(text)), apart=first.apart)


def _find_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Return how the file was wrapped, None where it was not.

    Wrapped: hardly a line is wider than 132 (an address is), and of those that are followed
    directly by another most run nearly to the width and do not end as a sentence does.
    """
    followed = [line for line, after in pairwise(lines) if not after.apart]
    if len(followed) < _LEAST_WRAPPED:
        return None
    width = max((len(line.text) for line in followed if len(line.text) <= _WIDEST), default=0)
    full = [line for line in followed if len(line.text) > width * 0.75]
    open_ended = [line for line in full if not _ENDS.search(line.text)]
    wide = sum(len(line.text) > _WIDEST for line in lines)
    narrow = 30 <= width <= _WIDEST and wide <= _FEW_WIDE * len(lines)
    wrapped = narrow and len(full) >= 0.5 * len(followed)
    if not wrapped or len(open_ended) < 0.6 * len(full):
        return None
    return Wrapping(width, spaced=len(lines) - len(followed) > _SPACED * len(lines))
