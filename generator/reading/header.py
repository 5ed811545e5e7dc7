"""What stands above the first prose: masthead, title, byline, standfirst, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.models import BlockKind
from generator.reading.evidence import Evidence
from generator.reading.lines import Line

_WORD = re.compile(r"\w+")
_NAMES_ONLY = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s?){2,4}\Z")
Verdicts = dict[int, tuple[BlockKind, str]]


def split_header(evidence: Sequence[Evidence], lines: Sequence[Line]) -> int:
    """Return the index of the first line of prose, the number of lines where there is none."""
    start = next((i for i, own in enumerate(evidence) if own.points > 0), len(lines))
    for index, (own, line) in enumerate(zip(evidence, lines, strict=True)):
        if own.points > 1 and own.is_sentence and own.kind is None and line.words >= 12:
            start = index
            break
    return _pass_repeated_title(lines, start)


def _pass_repeated_title(lines: Sequence[Line], start: int) -> int:
    """Move on behind a heading of the header that is said again a little below."""
    headings = [line for line in lines[max(0, start - 5) : start] if line.words >= 4]
    for index in range(min(start + 3, len(lines) - 1), start, -1):
        if not lines[index].text.endswith(".") and any(
            is_same_heading(line.text, lines[index].text) for line in headings
        ):
            return index + 1
    return start


def find_title(
    lines: Sequence[Line], evidence: Sequence[Evidence], end: int, known: str
) -> int | None:
    """Return the index of the title among the first `end` lines, None where none looks like one.

    A title that front matter or an editor gives is looked for by its words; otherwise the line
    that is said again, else the first that has a title's length.
    """
    candidates = [i for i in range(end) if evidence[i].kind is None and 2 <= lines[i].words <= 40]
    if known:
        named = [i for i in range(end) if is_same_heading(lines[i].text, known)]
        if named:
            return named[0]
    for i in candidates:
        if lines[i].words >= 4 and any(
            is_same_heading(lines[i].text, lines[k].text)
            for k in range(i + 1, min(end + 1, len(lines)))
        ):
            return i
    long_enough = [i for i in candidates if lines[i].words >= 4]
    return next(iter(long_enough or candidates), None)


def is_same_heading(one: str, other: str) -> bool:
    """Return whether two lines are one heading but for small words.

    >>> is_same_heading("Talks on fish quotas end in rain", "Talks about fish quotas end in rain")
    True
    """
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return bool(first) and len(first & second) >= 0.7 * len(first | second)


def classify_header(
    lines: Sequence[Line], evidence: Sequence[Evidence], end: int, known: str
) -> Verdicts:
    """Return kind and rule of each of the first `end` lines."""
    verdicts: Verdicts = {}
    title = find_title(lines, evidence, end, known)
    for index in range(end):
        own = evidence[index]
        if own.kind is not None:
            verdicts[index] = (own.kind, own.rule)
        elif title is None or index < title:
            verdicts[index] = (BlockKind.META, "stands above the title")
        elif index == title:
            verdicts[index] = (BlockKind.TITLE, "the heading above the text")
        else:
            verdicts[index] = _classify_below(lines, evidence, index, (title, end))
    return verdicts


def _classify_below(
    lines: Sequence[Line], evidence: Sequence[Evidence], index: int, zone: tuple[int, int]
) -> tuple[BlockKind, str]:
    title, _ = zone
    line = lines[index]
    if is_same_heading(line.text, lines[title].text):
        return BlockKind.TITLE, "the title again"
    if line.words >= 9 or evidence[index].is_sentence:
        return BlockKind.STANDFIRST, "stands between title and text"
    if _NAMES_ONLY.match(line.text) and line.words <= 3:
        return BlockKind.META, "a name between title and text"
    if line.words >= 4:
        return BlockKind.CAPTION, "a short line between title and text"
    return BlockKind.BOILERPLATE, "a short line between title and text"
