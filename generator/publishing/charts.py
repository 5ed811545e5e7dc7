"""Small figures as inline SVG; a template draws them, these are their measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from generator.dossier import TimelineEntry
from generator.publishing.periods import divide_timeline
from generator.publishing.wording import Words

WIDTH = 600
MARGIN = 12
FEWEST = 3  # days; two marks show nothing that words do not
LONGEST_GAP = 45  # periods drawn to scale; a longer silence is drawn this long, and broken
MOST_MARKS = 100  # one a day, and weeks or months where there would be more


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each of some periods stands on a line whose long silences are broken."""

    numbers: tuple[int, ...]
    places: tuple[float, ...]
    breaks: tuple[float, ...]
    """Where the line is broken, for a silence too long to draw."""
    scale: float
    """Width of one period."""

    def place(self, number: int) -> float:
        """Return the place of any period, between its neighbours where it is none of them."""
        known = list(zip(self.numbers, self.places, strict=True))
        for (before, left), (after, right) in pairwise(known):
            if before <= number <= after:
                return round(left + (right - left) * (number - before) / (after - before), 1)
        return self.places[0] if number < self.numbers[0] else self.places[-1]


@dataclass(frozen=True, slots=True)
class Mark:
    """One day, or a longer period, on a strip."""

    x: float
    radius: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Days on a line, each mark as large as the number of statements on it."""

    marks: tuple[Mark, ...]
    breaks: tuple[float, ...]
    first: str
    last: str
    """The ends in words."""
    label: str
    """The whole strip in words."""


def build_strip(words: Words, entries: Iterable[TimelineEntry]) -> Strip | None:
    """Return the strip of the exact days among `entries`, None where there are too few to see."""
    exact = [entry for entry in entries if entry.precision == "day"]
    periods = divide_timeline(exact, 1, MOST_MARKS).periods
    if len(periods) < FEWEST:
        return None
    axis = build_axis([period.number for period in periods], LONGEST_GAP, MARGIN)
    counts = [sum(len(entry.statements) for entry in period.entries) for period in periods]
    marks = (
        Mark(x, round(2.5 + 5.5 * sqrt(count / max(counts)), 1))
        for count, x in zip(counts, axis.places, strict=True)
    )
    named = [words.period(period.first, period.last) for period in periods]
    said = (f"{name}: {words.say('sentences', n)}" for name, n in zip(named, counts, strict=True))
    return Strip(tuple(marks), axis.breaks, named[0], named[-1], "; ".join(said))


def build_axis(numbers: Sequence[int], longest: int, margin: float) -> Axis:
    """Return the places of two or more periods; a silence is at most `longest` of them long."""
    gaps = [after - before for before, after in pairwise(numbers)]
    scale = (WIDTH - 2 * margin) / sum(min(gap, longest) for gap in gaps)
    places, breaks = [float(margin)], []
    for gap in gaps:
        step = min(gap, longest) * scale
        if gap > longest:
            breaks.append(round(places[-1] + step / 2, 1))
        places.append(round(places[-1] + step, 1))
    return Axis(tuple(numbers), tuple(places), tuple(breaks), scale)
