"""What stands around a line: its neighbours, the run of prose, the words it shares with that.

The run of prose is the segment of greatest summed points, after Pasternack and Roth, "Extracting
article text from the web with maximum subsequence segmentation" (WWW 2009).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from generator.reading.cues import REGION
from generator.reading.marks import Marked

Values = dict[str, float]
_EDGE = -2.0
_DISTANCES = (2, 3, 5, 9, 20)
_REGIONS = (2, 4, 8)
_SHARES = (0.01, 0.15, 0.3, 0.5, 0.7)
_CROSSED = frozenset({
    "caption", "byline", "date line", "pointer", "promotion", "first person", "second person",
    "asks", "ends in a colon", "tells who said it", "quotes", "1-2 words", "3-4 words",
    "9-14 words", "15-24 words", "a short sentence", "a short open line",
    "a middling sentence", "a middling open line", "a long sentence", "a long open line",
})  # fmt: skip
_CROSSED_AT = tuple(
    {mark: f"{place}: {mark}" for mark in sorted(_CROSSED)}
    for place in ("outside the text", "inside the text")
)


def find_prose_run(marked: Sequence[Marked], points: Sequence[float]) -> tuple[int, int]:
    """Return the first and last index of the lines that together look most like an article.

    Short lines count less, and a heading of comments or of other articles ends a run.
    """
    best, total, start, run = -1.0, 0.0, 0, (0, 0)
    for index, (one, value) in enumerate(zip(marked, points, strict=True)):
        weight = min(1.0, max(0.35, one.line.words / 20))
        gain = _clip(value, 3) * weight - (3.0 if one.cue is REGION else 0.0)
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, run = total, (start, index)
    return run


def find_surroundings(marked: Sequence[Marked], points: Sequence[float]) -> Iterator[Values]:
    """Yield what stands around each line, as named values for `line_points.toml`."""
    run = find_prose_run(marked, points)
    near = _Near(points)
    heads = bytes("a commenter's line" in one.marks for one in marked)
    counts = _count_terms(marked, points, run)
    used = frozenset(counts), frozenset(term for term, count in counts.items() if count > 1)
    region = -1
    said: set[str] = set()
    for index, one in enumerate(marked):
        inside = run[0] <= index <= run[1]
        place = "inside the text" if inside else "outside the text"
        row = near.values(index)
        row[f"{place}, by its own look"] = _clip(points[index], 4)
        if inside:
            row["inside the run"] = 1.0
        else:
            _add_distance(row, index, run)
        crossed = _CROSSED_AT[inside]
        for mark in one.marks:
            if mark in crossed:
                row[crossed[mark]] = 1.0
        if region >= 0:
            _add_region(row, index, region, below=region >= run[0])
        commenters = heads.count(1, max(0, index - 2), index + 3) - heads[index]
        if commenters:
            row["a commenter's line near" if commenters == 1 else "commenters' lines near"] = 1.0
        if one.terms:
            own = inside and points[index] > 0
            share = len(one.terms & used[own]) / len(one.terms)
            row[f"{place}: shares {_bin(share, _SHARES)} of its words"] = 1.0
        if one.line.text in said:
            row["said before"] = 1.0
        said.add(one.line.text)
        region = index if one.cue is REGION else region
        yield row


class _Near:
    """The points of the lines next to a line."""

    def __init__(self, points: Sequence[float]) -> None:
        self._points = [_EDGE] * 4 + [_clip(value, 3) for value in points] + [_EDGE] * 4
        self._sums = list(accumulate(self._points, initial=0.0))

    def values(self, index: int) -> Values:
        """Return the points before and after the line at `index`, single and averaged."""
        at, sums = index + 4, self._sums
        return {
            "line before": self._points[at - 1],
            "line after": self._points[at + 1],
            "four lines before": (sums[at] - sums[at - 4]) / 4,
            "four lines after": (sums[at + 5] - sums[at + 1]) / 4,
        }


def _add_distance(row: Values, index: int, run: tuple[int, int]) -> None:
    side, distance = ("before", run[0] - index) if index < run[0] else ("after", index - run[1])
    row[f"{side} the run"] = 1.0
    row[f"{side} the run by {_bin(distance, _DISTANCES)}"] = 1.0


def _add_region(row: Values, index: int, region: int, *, below: bool) -> None:
    row[f"after a heading of lists by {_bin(index - region, _REGIONS)}"] = 1.0
    if below:
        row["after a heading of lists below the text"] = 1.0


def _count_terms(
    marked: Sequence[Marked], points: Sequence[float], run: tuple[int, int]
) -> Counter[str]:
    """Return how many lines of the prose run use each word."""
    core = range(run[0], run[1] + 1)
    return Counter(term for i in core if points[i] > 0 for term in marked[i].terms)


def _bin(value: float, limits: tuple[float, ...]) -> str:
    return _name_bins(limits)[bisect_right(limits, value)]


@lru_cache(maxsize=8)
def _name_bins(limits: tuple[float, ...]) -> tuple[str, ...]:
    return (*(f"under {limit:g}" for limit in limits), f"{limits[-1]:g} or more")


def _clip(value: float, limit: float) -> float:
    return -limit if value < -limit else min(limit, value)
