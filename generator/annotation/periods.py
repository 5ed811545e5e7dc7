"""Stretches of the calendar, and the arithmetic that moves them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `first` to `last`, as exactly as somebody named them."""

    first: dt.date
    last: dt.date
    precision: str
    """`day`, `week`, `month`, `year` or `range`."""

    @property
    def value(self) -> str:
        """Return the period as the contract writes it.

        >>> Period(dt.date(2020, 2, 1), dt.date(2020, 2, 29), "month").value
        '2020-02'
        """
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision in ("month", "year"):
            return self.first.isoformat()[: 7 if self.precision == "month" else 4]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def build_day(year: int, month: int, day: int) -> Period | None:
    """Return one day, None where the calendar has no such day.

    >>> build_day(2021, 2, 29) is None
    True
    """
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Period(found, found, "day")


def build_month(year: int, month: int) -> Period | None:
    """Return a whole month, None outside the calendar."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    return Period(dt.date(year, month, 1), dt.date(year, month, last), "month")


def build_year(year: int) -> Period | None:
    """Return a whole year, None outside the calendar."""
    if not 1 <= year <= 9999:
        return None
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def build_week(day: dt.date) -> Period | None:
    """Return the week of `day`, Monday to Sunday."""
    monday = _moved(day, -day.weekday())
    sunday = _moved(day, 6 - day.weekday())
    return Period(monday, sunday, "week") if monday and sunday else None


def build_span(first: Period | None, last: Period | None) -> Period | None:
    """Return the range from one period to another, None where it would run backwards."""
    if first is None or last is None or first.first > last.last:
        return None
    return Period(first.first, last.last, "range")


def shift_days(day: dt.date, count: int) -> Period | None:
    """Return the day `count` days after `day`."""
    moved = _moved(day, count)
    return Period(moved, moved, "day") if moved else None


def shift_weeks(day: dt.date, count: int) -> Period | None:
    """Return the week `count` weeks after the one of `day`."""
    moved = _moved(day, 7 * count)
    return build_week(moved) if moved else None


def shift_months(day: dt.date, count: int) -> Period | None:
    """Return the month `count` months after the one of `day`.

    >>> shift_months(dt.date(2020, 1, 31), -2).value
    '2019-11'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return build_month(year, month + 1)


def shift_years(day: dt.date, count: int) -> Period | None:
    """Return the year `count` years after the one of `day`."""
    return build_year(day.year + count)


def shift_quarters(day: dt.date, count: int) -> Period | None:
    """Return the quarter `count` quarters after the one of `day`, as a range."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + count, 4)
    return build_months(year, quarter * 3 + 1, 3)


def build_months(year: int, month: int, length: int) -> Period | None:
    """Return so many whole months of one year, as a range."""
    return build_span(build_month(year, month), build_month(year, month + length - 1))


def build_days_back(day: dt.date, count: int, unit: str) -> Period | None:
    """Return the days up to `day` since so many days, weeks, months or years before it.

    >>> build_days_back(dt.date(2021, 3, 31), 1, "month").value
    '2021-02-28/2021-03-31'
    """
    if unit in ("day", "week"):
        first = _moved(day, -count * (7 if unit == "week" else 1))
        return Period(first, day, "range") if first else None
    month = shift_months(day, -count * {"month": 1, "year": 12, "decade": 120}[unit])
    if month is None:
        return None
    return Period(month.first.replace(day=min(day.day, month.last.day)), day, "range")


def build_decade(year: int) -> Period | None:
    """Return the ten years that begin with `year`, as a range."""
    return build_span(build_year(year), build_year(year + 9))


def parse_period(value: str | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a written value, None where it is none.

    >>> parse_period("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    ends = [_parse_one(part) for part in (value or "").split("/")]
    first, last = ends[0], ends[-1]
    return (first.first, last.last) if first and last and first.first <= last.last else None


def _parse_one(text: str) -> Period | None:
    parts = text.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        return build_day(*numbers)
    return build_month(*numbers) if len(numbers) == 2 else build_year(*numbers)


def _moved(day: dt.date, count: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return None
