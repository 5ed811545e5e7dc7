"""What stands around a line: its neighbours, the run of prose, the words it shares with that.

The run of prose is the segment of greatest summed points, after Pasternack and Roth, "Extracting
article text from the web with maximum subsequence segmentation" (WWW 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from generator.reading.cues import REGION
from generator.reading.marks import Marked

Values = dict[str, float]
_EDGE = -2.0
_SHARES = (0.01, 0.15, 0.3, 0.5, 0.7)
_CROSSED = frozenset({
    "caption", "byline", "date line", "pointer", "promotion", "first person", "second person",
    "asks", "ends in a colon", "tells who said it", "quotes", "1-2 words", "3-4 words",
    "9-14 words", "15-24 words", "a short sentence", "a short open line",
    "a middling sentence", "a middling open line", "a long sentence", "a long open line",
})  # fmt: skip


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


def find_surroundings(marked: Sequence[Marked], points: Sequence[float]) -> list[Values]:
    """Return what stands around each line, as named values for `line_points.toml`."""
    run = find_prose_run(marked, points)
    near = _find_neighbours(points)
    comments = [one.marks.__contains__("a commenter's line") for one in marked]
    regions = _find_regions(marked)
    shared = _find_shared(marked, points, run)
    said: set[str] = set()
    values = []
    for index, one in enumerate(marked):
        place = "inside" if run[0] <= index <= run[1] else "outside"
        row = (
            near[index]
            | _place(index, run)
            | {f"{place} the text, by its own look": _clip(points[index], 4)}
        )
        row |= {f"{place} the text: {mark}": 1.0 for mark in one.marks & _CROSSED}
        row |= _after_region(index, regions[index], run)
        row |= _count_comments(comments, index)
        if one.terms:
            row[f"{place} the text: {shared[index]}"] = 1.0
        if one.line.text in said:
            row["said before"] = 1.0
        said.add(one.line.text)
        values.append(row)
    return values


def _find_neighbours(points: Sequence[float]) -> list[Values]:
    clipped = [_EDGE] * 4 + [_clip(value, 3) for value in points] + [_EDGE] * 4
    sums = list(accumulate(clipped, initial=0.0))
    return [
        {
            "line before": clipped[at - 1],
            "line after": clipped[at + 1],
            "four lines before": (sums[at] - sums[at - 4]) / 4,
            "four lines after": (sums[at + 5] - sums[at + 1]) / 4,
        }
        for at in range(4, len(points) + 4)
    ]


def _place(index: int, run: tuple[int, int]) -> Values:
    if run[0] <= index <= run[1]:
        return {"inside the run": 1.0}
    side, distance = ("before", run[0] - index) if index < run[0] else ("after", index - run[1])
    return {f"{side} the run": 1.0, f"{side} the run by {_bin(distance, (2, 3, 5, 9, 20))}": 1.0}


def _find_regions(marked: Sequence[Marked]) -> list[int]:
    """Return for each line the index of the last region heading above it, -1 for none."""
    last, regions = -1, []
    for index, one in enumerate(marked):
        regions.append(last)
        last = index if one.cue is REGION else last
    return regions


def _after_region(index: int, region: int, run: tuple[int, int]) -> Values:
    if region < 0:
        return {}
    values = {f"after a heading of lists by {_bin(index - region, (2, 4, 8))}": 1.0}
    return values | ({"after a heading of lists below the text": 1.0} if region >= run[0] else {})


def _count_comments(comments: Sequence[bool], index: int) -> Values:
    count = sum(comments[max(0, index - 2) : index + 3]) - comments[index]
    return (
        {"a commenter's line near" if count == 1 else "commenters' lines near": 1.0}
        if count
        else {}
    )


def _find_shared(
    marked: Sequence[Marked], points: Sequence[float], run: tuple[int, int]
) -> list[str]:
    """Return for each line how many of its words the rest of the prose run uses too."""
    core = [run[0] <= i <= run[1] and value > 0 for i, value in enumerate(points)]
    counts = Counter(
        term for one, own in zip(marked, core, strict=True) if own for term in one.terms
    )
    return [
        f"shares {_bin(_share(one.terms, counts, own=own), _SHARES)} of its words"
        for one, own in zip(marked, core, strict=True)
    ]


def _share(terms: frozenset[str], counts: Mapping[str, int], *, own: bool) -> float:
    found = sum(counts.get(term, 0) > own for term in terms)
    return found / len(terms) if terms else 0.0


def _bin(value: float, limits: Sequence[float]) -> str:
    below = next((limit for limit in limits if value < limit), None)
    return f"under {below:g}" if below is not None else f"{limits[-1]:g} or more"


def _clip(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))
