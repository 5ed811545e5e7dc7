"""Quoted runs of a paragraph, found by their marks alone, also where marks are missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.models import Span

_MARK = re.compile("[\"“”„«»]|``|''")
_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))[‘'](?=\w)")
_SINGLE_END = re.compile(r"(?<=\S)[’'](?!\w)")
_NESTING = frozenset("“«")
_LONGEST_SINGLE = 600


@dataclass(frozen=True, slots=True)
class Quoted:
    """A run between quotation marks; offsets count in the text it was found in."""

    inside: Span
    outside: Span
    """With its marks."""
    opened: bool = True
    """Whether the opening mark is there."""
    closed: bool = True
    """Whether the closing mark is there."""
    single: bool = False


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Return the quoted runs of one paragraph in text order; none lies within another.

    >>> text = "“Yes,” she said. “We can."
    >>> [run.inside.of(text) for run in find_quoted(text)]
    ['Yes,', 'We can.']
    """
    found: list[Quoted] = []
    runs = [*_find_double(text), *_find_single(text)]
    for run in sorted(runs, key=lambda run: (run.outside.start, run.single)):
        if not found or found[-1].outside.end <= run.outside.start:
            found.append(run)
        elif found[-1].single and not run.single:
            found[-1] = run
    return tuple(found)


def _find_double(text: str) -> Iterator[Quoted]:
    opening: re.Match[str] | None = None
    depth, last = 0, 0
    for mark in _MARK.finditer(text):
        if opening is None:
            if _opens(mark, text):
                opening, depth = mark, 0
            elif last == 0 and mark.start() > 0:
                yield _trim(text, 0, mark.start(), (0, mark.end()), opened=False)
            last = mark.end()
        elif _nests(opening, mark, text):
            depth += 1
        elif depth and _MARK.search(text, mark.end()):
            depth -= 1
        else:
            yield _trim(text, opening.end(), mark.start(), (opening.start(), mark.end()))
            opening, last = None, mark.end()
    if opening is not None and opening.end() < len(text):
        yield _trim(text, opening.end(), len(text), (opening.start(), len(text)), closed=False)


def _opens(mark: re.Match[str], text: str) -> bool:
    """Return whether `mark` starts a run: a wrong mark may, where only a start can stand."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    starts = not before or before.isspace() or before in "([—–-:,/>"
    if mark[0] in "“„«``":
        return bool(after.strip()) or starts
    return starts and bool(after.strip()) and (after.isalnum() or after in "[$£€'‘….#@“")


def _nests(opening: re.Match[str], mark: re.Match[str], text: str) -> bool:
    """Return whether `mark` opens a quotation inside the open one, which then must close twice."""
    if mark[0] not in _NESTING or opening[0] not in _NESTING:
        return False
    first = _MARK.search(text, mark.end())
    second = first and _MARK.search(text, first.end())
    return bool(first and second and first[0] == second[0] != mark[0])


def _find_single(text: str) -> Iterator[Quoted]:
    position = 0
    while opening := _SINGLE.search(text, position):
        position = opening.end()
        closing = _SINGLE_END.search(text, opening.end(), opening.end() + _LONGEST_SINGLE)
        if closing and (closing[0] == "’") == (opening[0] == "‘"):
            position = closing.end()
            outside = (opening.start(), closing.end())
            yield _trim(text, opening.end(), closing.start(), outside, single=True)


def _trim(text: str, start: int, end: int, outside: tuple[int, int], **flags: bool) -> Quoted:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Quoted(Span(start, end), Span(*outside), **flags)
