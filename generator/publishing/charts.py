"""Small figures as inline SVG; a template draws them, these are their measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from generator.dossier import TimelineEntry
from generator.publishing.wording import Words

WIDTH, HEIGHT = 600, 28
MARGIN = 12
FEWEST = 3  # days; two marks show nothing that words do not
LONGEST_GAP = 45  # days drawn to scale; a longer silence is drawn this long, and broken


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on a strip."""

    x: float
    radius: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Days on a line, each mark as large as the number of statements on it."""

    marks: tuple[Mark, ...]
    breaks: tuple[float, ...]
    """Where the line is broken, for a silence too long to draw."""
    first: str
    last: str
    """The ends in words."""
    label: str
    """The whole strip in words."""


def build_strip(words: Words, entries: Iterable[TimelineEntry]) -> Strip | None:
    """Return the strip of the exact days among `entries`, None where there are too few to see."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.precision == "day" and entry.date:
            counts[entry.date] = counts.get(entry.date, 0) + len(entry.statements)
    days = sorted(counts)
    if len(days) < FEWEST:
        return None
    places, breaks = _place_days([dt.date.fromisoformat(day) for day in days])
    most = max(counts.values())
    marks = (
        Mark(x, round(2.5 + 5.5 * sqrt(counts[day] / most), 1))
        for day, x in zip(days, places, strict=True)
    )
    said = "; ".join(f"{words.day(day)}: {words.say('sentences', counts[day])}" for day in days)
    return Strip(tuple(marks), breaks, words.day(days[0]), words.day(days[-1]), said)


def _place_days(days: list[dt.date]) -> tuple[list[float], tuple[float, ...]]:
    gaps = [(after - before).days for before, after in pairwise(days)]
    scale = (WIDTH - 2 * MARGIN) / sum(min(gap, LONGEST_GAP) for gap in gaps)
    places, breaks = [float(MARGIN)], []
    for gap in gaps:
        step = min(gap, LONGEST_GAP) * scale
        if gap > LONGEST_GAP:
            breaks.append(round(places[-1] + step / 2, 1))
        places.append(round(places[-1] + step, 1))
    return places, tuple(breaks)
