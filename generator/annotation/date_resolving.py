"""What a written date means, seen from the day on which it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.annotation import periods
from generator.annotation.periods import Period

Written = Mapping[str, int | str]
"""The named groups of a match; words of the tables already turned into their numbers."""

_WHICH = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1, "coming": 1, "by": 1}
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_FAR, _NEAR = dt.timedelta(days=300), dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Outlook:
    """From where a date expression is read."""

    day: dt.date | None
    """The day the article was published, as far as it is known."""
    direction: int = 0
    """-1 where the sentence looks back, 1 where it looks ahead, 0 where it does not tell."""
    window: tuple[dt.date, dt.date] | None = None
    """The days that the settings allow."""
    day_first: bool | None = None
    """Whether the article's other dates in numbers put the day before the month."""
    pinned: dt.date | None = None
    """The latest day that an article without a date names in full."""


def resolve_written(kind: str, written: Written, outlook: Outlook) -> Period | None:
    """Return the period meant, None where the article cannot tell."""
    return _RESOLVERS[kind](written, outlook)


def _resolve_date(written: Written, outlook: Outlook) -> Period | None:
    year, month, day = (_number(written, key) for key in ("year", "month", "day"))
    if year and month and day:
        return periods.build_day(year, month, day)
    if year:
        return periods.build_month(year, month) if month else periods.build_year(year)
    if not (month and day):
        return None
    found = _years_of(lambda other: periods.build_day(other, month, day), outlook)
    weekday = written.get("weekday")
    if weekday is not None:
        found = [period for period in found if period.first.weekday() == weekday]
    return _choose(found, outlook, "weekday" in written)


def _years_of(build: Callable[[int], Period | None], outlook: Outlook) -> list[Period]:
    """Return the periods that an expression without a year may mean, in order."""
    middle = outlook.day or outlook.pinned
    if middle is not None:
        years = range(middle.year - 1, middle.year + 2)
    elif outlook.window is not None:
        years = range(outlook.window[0].year, outlook.window[1].year + 1)
    else:
        return []
    found = [period for period in map(build, years) if period is not None]
    if outlook.day is None and outlook.window is not None:
        first, last = outlook.window
        return [period for period in found if first <= period.last and period.first <= last]
    return found


def _choose(found: list[Period], outlook: Outlook, sure: bool = False) -> Period | None:
    """Return the period meant among those of several years.

    A date just ahead is meant rather than one almost a year back, whatever the verb says:
    "announced the vote for 3 May".
    """
    if len(found) == 1 and (sure or outlook.day is None):
        return found[0]
    day = outlook.day or outlook.pinned
    if day is None or not found:
        return None
    nearest = min(found, key=lambda period: abs(period.first - day))
    if outlook.day is None or not outlook.direction:
        return nearest
    if outlook.direction < 0:
        side = [period for period in found if period.first <= day][-1:]
    else:
        side = [period for period in found if period.last >= day][:1]
    if side and not (abs(side[0].first - day) > _FAR and abs(nearest.first - day) < _NEAR):
        return side[0]
    return nearest


def _resolve_range(written: Written, outlook: Outlook) -> Period | None:
    year, year2 = written.get("year"), written.get("year2")
    month = written.get("month", written.get("month2"))
    month2 = written.get("month2", month)
    end = {"year": year2 or year, "month": month2, "day": written["day2"]}
    last = _resolve_date({key: value for key, value in end.items() if value}, outlook)
    if last is None or month is None:
        return None
    first_year = int(year or last.first.year)
    first = periods.build_day(first_year, int(month), int(written["day"]))
    if first and not year and first.first > last.last:
        first = periods.build_day(first_year - 1, int(month), int(written["day"]))
    return periods.build_span(first, last)


def _resolve_months(written: Written, outlook: Outlook) -> Period | None:
    year = int(written["year"])
    return periods.build_span(
        periods.build_month(year, int(written["month"])),
        periods.build_month(year, int(written["month2"])),
    )


def _resolve_years(written: Written, outlook: Outlook) -> Period | None:
    first, last = int(written["year"]), int(written["year2"])
    return periods.build_span(periods.build_year(first), periods.build_year(last))


def _resolve_decade(written: Written, outlook: Outlook) -> Period | None:
    return periods.build_decade(int(written["year"]))


def _resolve_numbers(written: Written, outlook: Outlook) -> Period | None:
    """Return the day of "3/4/2021" where something tells the month from the day."""
    one, two, year = int(written["one"]), int(written["two"]), _full_year(written, outlook)
    readings = [periods.build_day(year, two, one), periods.build_day(year, one, two)]
    if outlook.day_first is not None and one <= 12 and two <= 12:
        readings = readings[:1] if outlook.day_first else readings[1:]
    found = sorted({period for period in readings if period}, key=lambda period: period.first)
    if "weekday" in written:
        found = [period for period in found if period.first.weekday() == written["weekday"]]
    if len(found) > 1 and outlook.window:
        first, last = outlook.window
        found = [period for period in found if first <= period.first <= last]
    if len(found) > 1 and outlook.day and not outlook.direction > 0:
        found = [period for period in found if period.first <= outlook.day]
    return found[0] if len(found) == 1 else None


def _full_year(written: Written, outlook: Outlook) -> int:
    """Return the year; two digits mean the latest such year that is not far ahead."""
    year = int(written["year"])
    if year >= 100:
        return year
    limit = outlook.day.year + 10 if outlook.day else 2069
    return year + (limit - year) // 100 * 100


def _resolve_month(written: Written, outlook: Outlook) -> Period | None:
    month, which = int(written["month"]), written.get("which")
    found = _years_of(lambda year: periods.build_month(year, month), outlook)
    if outlook.day is None:
        return _choose(found, outlook)
    here = periods.build_month(outlook.day.year, outlook.day.month)
    step = _WHICH[str(which)] if which else None
    if here is None or step == 0:
        return found[1] if step == 0 else None
    if step == 1 or (step is None and outlook.direction > 0):
        return next(
            (p for p in found if p.first > here.last - dt.timedelta(days=step is None)), None
        )
    back = [p for p in found if p.first < here.first or (step is None and p == here)]
    return back[-1] if back else None


def _resolve_weekday(written: Written, outlook: Outlook) -> Period | None:
    if outlook.day is None:
        return None
    step = _WHICH[str(written["which"])] if "which" in written else None
    ahead = (int(written["weekday"]) - outlook.day.weekday()) % 7
    if (
        step == 1
        or (step is None and outlook.direction > 0)
        or (step == 0 and outlook.direction >= 0)
    ):
        return periods.shift_days(outlook.day, ahead or 7 * (step == 1))
    return periods.shift_days(outlook.day, (ahead or 7 * (step != -1)) - 7)


def _resolve_weekday_of_week(written: Written, outlook: Outlook) -> Period | None:
    if outlook.day is None:
        return None
    shift = int(written["weekday"]) - outlook.day.weekday() + 7 * _WHICH[str(written["which"])]
    return periods.shift_days(outlook.day, shift)


def _resolve_shift(written: Written, outlook: Outlook) -> Period | None:
    day = outlook.day
    return periods.shift_days(day, int(written["shift"])) if day else None


def _resolve_ago(written: Written, outlook: Outlook) -> Period | None:
    return _resolve_distance(written, outlook, -1)


def _resolve_ahead(written: Written, outlook: Outlook) -> Period | None:
    return _resolve_distance(written, outlook, 1)


_SHIFTS = {
    "day": periods.shift_days,
    "week": periods.shift_weeks,
    "month": periods.shift_months,
    "year": periods.shift_years,
}


def _resolve_distance(written: Written, outlook: Outlook, sign: int) -> Period | None:
    """Return the day, week, month or year so far away: as exact as the unit, no more."""
    shift = _SHIFTS.get(str(written["unit"]).removesuffix("s"))
    if outlook.day is None or shift is None:
        return None
    return shift(outlook.day, sign * int(written["count"]))


def _resolve_period(written: Written, outlook: Outlook) -> Period | None:
    if outlook.day is None:
        return None
    step, unit = _WHICH[str(written["which"])], str(written["unit"])
    if unit == "weekend":
        return _resolve_weekend(outlook.day, step, outlook.direction)
    if unit == "quarter":
        month = (outlook.day.month - 1) // 3 * 3 + 1 + 3 * step
        year, month = outlook.day.year + (month - 1) // 12, (month - 1) % 12 + 1
        return _months_from(year, month, 3)
    if unit == "decade":
        return periods.build_decade(outlook.day.year // 10 * 10 + 10 * step)
    return _SHIFTS[unit](outlook.day, step)


def _resolve_weekend(day: dt.date, step: int, direction: int) -> Period | None:
    """Return a Saturday and Sunday; early in a week "this weekend" may look back."""
    over = day.weekday() < 5 and (step < 0 or direction < 0)
    weeks = max(step, 0) - over - (step < 0 and not over)
    week = periods.shift_weeks(day, weeks)
    return week and periods.build_span(
        periods.shift_days(week.last, -1), Period(week.last, week.last, "day")
    )


def _resolve_span(written: Written, outlook: Outlook) -> Period | None:
    """Return the days up to now: "over the past two years"."""
    if outlook.day is None:
        return None
    unit = str(written["unit"]).removesuffix("s")
    return periods.build_days_back(outlook.day, int(written.get("count", 1)), unit)


def _resolve_season(written: Written, outlook: Outlook) -> Period | None:
    """Return the year of a season: its months depend on the hemisphere.

    A winter lies in two years, so only one with its year written out is taken.
    """
    if "year" in written:
        return periods.build_year(int(written["year"]))
    first = _FIRST_MONTH.get(str(written["season"]))
    if outlook.day is None or first is None:
        return None
    step, month = _WHICH[str(written["which"])], outlook.day.month
    if written["which"] == "by":
        return periods.build_year(outlook.day.year + (month > first + 2))
    past, ahead = step < 0 and month <= first + 2, step > 0 and month >= first
    return periods.build_year(outlook.day.year - past + ahead)


def _resolve_quarter(written: Written, outlook: Outlook) -> Period | None:
    length = 3 if written["unit"] == "quarter" else 6
    month = (int(written["ordinal"]) - 1) * length + 1
    return _months_from(int(written["year"]), month, length) if month <= 12 else None


def _months_from(year: int, month: int, length: int) -> Period | None:
    return periods.build_span(
        periods.build_month(year, month), periods.build_month(year, month + length - 1)
    )


def _resolve_holiday(written: Written, outlook: Outlook) -> Period | None:
    month, day = str(written["holiday"]).split("-")
    return _resolve_date(dict(written) | {"month": int(month), "day": int(day)}, outlook)


def _resolve_nothing(written: Written, outlook: Outlook) -> Period | None:
    """Return None: what counts from another event stays as written."""
    return None


def _number(written: Written, key: str) -> int | None:
    return int(written[key]) if key in written else None


_RESOLVERS: dict[str, Callable[[Written, Outlook], Period | None]] = {
    "date": _resolve_date,
    "range": _resolve_range,
    "months": _resolve_months,
    "years": _resolve_years,
    "decade": _resolve_decade,
    "numeric": _resolve_numbers,
    "month": _resolve_month,
    "weekday": _resolve_weekday,
    "weekday of week": _resolve_weekday_of_week,
    "shift": _resolve_shift,
    "ago": _resolve_ago,
    "ahead": _resolve_ahead,
    "period": _resolve_period,
    "span": _resolve_span,
    "season": _resolve_season,
    "quarter": _resolve_quarter,
    "holiday": _resolve_holiday,
    "unresolved": _resolve_nothing,
}
