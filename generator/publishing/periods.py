"""The entries of a timeline in equal periods, as fine as a drawing can show."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.dossier import TimelineEntry
from generator.models import DateFinding

_YEARS = {"year": 1, "decade": 10, "century": 100}
UNITS = ("day", "week", "month", "quarter", *_YEARS)
LEAST_SHARE = 0.4
"""Of the entries that a unit must hold: where most name a month, days would show the fewest."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is said of one day, week, month or longer time."""

    number: int
    """Periods of this length since the year 1."""
    first: str
    last: str
    """Its first and last day, month or year, as ISO has them."""
    entries: tuple[TimelineEntry, ...]

    def count(self, *, announced: bool) -> int:
        """Return the number of statements on what was still ahead, or on what was not."""
        return sum(len(e.statements) for e in self.entries if e.announced is announced)


@dataclass(frozen=True, slots=True)
class Division:
    """Entries by period, and those that no single period holds."""

    unit: str
    periods: tuple[Period, ...]
    """Those with entries, in order of time."""
    longer: tuple[TimelineEntry, ...]


def divide_timeline(entries: Iterable[TimelineEntry], longest: int, room: int) -> Division:
    """Return the dated entries by the finest unit of which `room` is enough to draw.

    A silence takes at most `longest` units of it.
    """
    dated = [entry for entry in entries if entry.date]
    divisions = (_divide(dated, unit) for unit in UNITS)
    found = next((one for one in divisions if _is_fit(one, longest, room)), None)
    return found or _divide(dated, UNITS[-1])


def number_day(day: str, unit: str) -> int:
    """Return the number of the period that holds an ISO day.

    >>> number_day("2023-03-05", "year"), number_day("2023-03-05", "quarter")
    (2023, 8092)
    """
    date = dt.date.fromisoformat(day)
    if unit in _YEARS:
        return date.year // _YEARS[unit]
    months = date.year * 12 + date.month - 1
    by_unit = {"day": date.toordinal(), "week": (date.toordinal() - 1) // 7, "month": months}
    return by_unit.get(unit, months // 3)


def name_period(number: int, unit: str) -> tuple[str, str]:
    """Return the first and last day, month or year of a period.

    >>> name_period(8092, "quarter"), name_period(199, "decade")
    (('2023-01', '2023-03'), ('1990', '1999'))
    """
    if unit in _YEARS:
        first = number * _YEARS[unit]
        return f"{first:04}", f"{first + _YEARS[unit] - 1:04}"
    if unit in {"day", "week"}:
        width = 7 if unit == "week" else 1
        day = dt.date.fromordinal(number * width + (width == 7))
        return day.isoformat(), (day + dt.timedelta(days=width - 1)).isoformat()
    width = 3 if unit == "quarter" else 1
    return _name_month(number * width), _name_month(number * width + width - 1)


def _name_month(months: int) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _divide(entries: Sequence[TimelineEntry], unit: str) -> Division:
    held: defaultdict[int, list[TimelineEntry]] = defaultdict(list)
    longer: list[TimelineEntry] = []
    for entry in entries:
        finding = DateFinding(entry.date)
        first, last = (number_day(day, unit) for day in (finding.first_day, finding.last_day))
        (held[first] if first == last else longer).append(entry)
    periods = (Period(n, *name_period(n, unit), tuple(held[n])) for n in sorted(held))
    return Division(unit, tuple(periods), tuple(longer))


def _is_fit(division: Division, longest: int, room: int) -> bool:
    gaps = [after.number - before.number for before, after in pairwise(division.periods)]
    held = sum(len(period.entries) for period in division.periods)
    has_most = held >= LEAST_SHARE * (held + len(division.longer))
    return has_most and 1 + sum(min(gap, longest) for gap in gaps) <= room
