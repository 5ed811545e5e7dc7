"""What dates mean that count from the day of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from generator.annotation import periods
from generator.annotation.date_expressions import Written
from generator.annotation.outlook import Outlook
from generator.annotation.periods import Period

_WHICH = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1, "coming": 1, "by": 1}
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_SHIFTS: Mapping[str, Callable[[dt.date, int], Period | None]] = {
    "day": periods.shift_days,
    "week": periods.shift_weeks,
    "month": periods.shift_months,
    "year": periods.shift_years,
    "quarter": periods.shift_quarters,
}


def resolve_weekday(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the last such day, the article's own included, or the next where it looks ahead.

    An article that names the day after its own by its date counts time elsewhere, mostly east of
    its newsroom: there the weekday means that day, not the one six days ago.
    """
    step = _WHICH[str(written["which"])] if "which" in written else 0
    ahead = (int(written["weekday"]) - day.weekday()) % 7
    looks_ahead = outlook.direction >= 0 if "which" in written else outlook.direction > 0
    if step > 0 or (step == 0 and looks_ahead):
        return periods.shift_days(day, ahead or 7 * step)
    if step == 0 and ahead == 1 and day + dt.timedelta(days=1) in outlook.named:
        return periods.shift_days(day, 1)
    return periods.shift_days(day, ahead - 7 if ahead or step else 0)


def resolve_weekday_of_week(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return a day of the week before, this or the next."""
    shift = int(written["weekday"]) - day.weekday() + 7 * _WHICH[str(written["which"])]
    return periods.shift_days(day, shift)


def resolve_shift(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the day of "yesterday"."""
    return periods.shift_days(day, int(written["shift"]))


def resolve_day_of_month(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the last day of that number, in a sentence that looks ahead the next."""
    number, step = int(written["day"]), 1 if outlook.direction > 0 else -1
    passed = number < day.day if step > 0 else number > day.day
    month = periods.shift_months(day, step * passed)
    return month and periods.build_day(month.first.year, month.first.month, number)


def resolve_ago(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the day, week, month or year so long ago: as exact as the unit, no more."""
    return _resolve_distance(written, day, -1)


def resolve_ahead(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the day, week, month or year so far ahead."""
    return _resolve_distance(written, day, 1)


def _resolve_distance(written: Written, day: dt.date, sign: int) -> Period | None:
    shift = _SHIFTS.get(str(written["unit"]).removesuffix("s"))
    return shift(day, sign * int(written["count"])) if shift else None


def resolve_period(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the last, this or the next week, weekend, month, quarter, year or decade."""
    step, unit = _WHICH[str(written["which"])], str(written["unit"])
    if unit == "weekend":
        return _resolve_weekend(day, step, outlook.direction)
    if unit == "decade":
        return periods.build_decade(day.year // 10 * 10 + 10 * step)
    return _SHIFTS[unit](day, step)


def _resolve_weekend(day: dt.date, step: int, direction: int) -> Period | None:
    """Return a Saturday and Sunday; early in a week, a look back means the one that is over."""
    if step == 0 and direction < 0 and day.weekday() <= 2:
        step = -1
    week = periods.shift_weeks(day, step)
    return week and Period(week.last - dt.timedelta(days=1), week.last, "range")


def resolve_span(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the days up to now: "over the past two years"."""
    unit = str(written["unit"]).removesuffix("s")
    return periods.build_days_back(day, int(written.get("count", 1)), unit)


def resolve_season(written: Written, day: dt.date, outlook: Outlook) -> Period | None:
    """Return the year of "last summer": the months depend on the hemisphere.

    A winter lies in two years; it gets none.
    """
    first = _FIRST_MONTH.get(str(written["season"]))
    if first is None:
        return None
    if written["which"] == "by":
        return periods.build_year(day.year + (day.month > first + 2))
    step = _WHICH[str(written["which"])]
    past, ahead = step < 0 and day.month <= first + 2, step > 0 and day.month >= first
    return periods.build_year(day.year - past + ahead)


RELATIVE: Mapping[str, Callable[[Written, dt.date, Outlook], Period | None]] = {
    "weekday": resolve_weekday,
    "weekday of a week": resolve_weekday_of_week,
    "shift": resolve_shift,
    "day of a month": resolve_day_of_month,
    "ago": resolve_ago,
    "ahead": resolve_ahead,
    "period": resolve_period,
    "span": resolve_span,
    "season": resolve_season,
}
"""The resolver of each kind; a kind of neither table stays as written."""
