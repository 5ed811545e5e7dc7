"""What dates with a month or a year in them mean; the year is found where it is not written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.annotation import periods
from generator.annotation.date_expressions import Written
from generator.annotation.outlook import Outlook
from generator.annotation.periods import Period

_FAR, _NEAR = dt.timedelta(days=300), dt.timedelta(days=45)
_NEXT_WEEK = dt.timedelta(days=7)


def resolve_date(written: Written, outlook: Outlook) -> Period | None:
    """Return the day, month or year meant, by whichever of them are written."""
    year, month, day = (int(written.get(key, 0)) for key in ("year", "month", "day"))
    if year and month and day:
        return periods.build_day(year, month, day)
    if year:
        return periods.build_month(year, month) if month else periods.build_year(year)
    found = _find_years(lambda other: periods.build_day(other, month, day), outlook)
    if "weekday" in written:
        found = [period for period in found if period.first.weekday() == written["weekday"]]
    return found[0] if len(found) == 1 else _choose_period(found, outlook)


def resolve_range(written: Written, outlook: Outlook) -> Period | None:
    """Return the days from one to another; a year written once holds for both."""
    month = int(written.get("month", 0) or written["month2"])
    year = int(written.get("year2", 0) or written.get("year", 0))
    end = {"year": year, "month": int(written.get("month2", month)), "day": written["day2"]}
    last = resolve_date(end, outlook)
    if last is None:
        return None
    first_year, day = int(written.get("year", last.first.year)), int(written["day"])
    if "year" not in written and (month, day) > (last.first.month, last.first.day):
        first_year -= 1
    return periods.build_span(periods.build_day(first_year, month, day), last)


def resolve_months(written: Written, outlook: Outlook) -> Period | None:
    """Return the months from one to another of one year."""
    last = {key: written[key] for key in ("year",) if key in written} | {"month": written["month2"]}
    end = resolve_date(last, outlook) if "year" in last else resolve_month(last, outlook)
    if end is None:
        return None
    month = int(written["month"])
    year = end.first.year - (month > end.first.month and "year" not in written)
    return periods.build_span(periods.build_month(year, month), end)


def resolve_month(written: Written, outlook: Outlook) -> Period | None:
    """Return the month of a name alone: the last one, in a sentence that looks ahead the next."""
    month = int(written["month"])
    found = _find_years(lambda year: periods.build_month(year, month), outlook)
    day, which = outlook.day, written.get("which")
    if day is None:
        return _choose_period(found, outlook)
    current = [period for period in found if period.first <= day <= period.last]
    before = [period for period in found if period.last < day]
    after = [period for period in found if period.first > day]
    if which == "this":
        return next((period for period in found if period.first.year == day.year), None)
    if which in ("next", "this coming"):
        return after[0] if after else None
    if which:
        return before[-1] if before else None
    near = _NEXT_WEEK if outlook.direction < 0 else _NEAR
    if outlook.direction > 0 or (not current and _is_just_ahead(before, after, day, near)):
        return next(iter([*current, *after]), None)
    return next(iter([*current, *reversed(before)]), None)


def _is_just_ahead(
    before: list[Period], after: list[Period], day: dt.date, near: dt.timedelta
) -> bool:
    """Return whether the period to come is near and the one past almost a year back.

    "Concerts in July", written on the last day of June, are of this year.
    """
    soon = bool(after) and after[0].first - day <= near
    return soon and (not before or day - before[-1].first > _FAR)


def resolve_attributive_month(written: Written, outlook: Outlook) -> Period | None:
    """Return the month of "the May ruling": the last one, whatever the verb around it."""
    month = int(written["month"])
    found = _find_years(lambda year: periods.build_month(year, month), outlook)
    return _choose_period(found, replace(outlook, direction=-1))


def resolve_years(written: Written, outlook: Outlook) -> Period | None:
    """Return the years from one to another."""
    first, last = int(written["year"]), int(written["year2"])
    return periods.build_span(periods.build_year(first), periods.build_year(last))


def resolve_decade(written: Written, outlook: Outlook) -> Period | None:
    """Return the ten years of "the 1990s"."""
    return periods.build_decade(int(written["year"]))


def resolve_quarter(written: Written, outlook: Outlook) -> Period | None:
    """Return the months of a quarter or a half of a written year."""
    length = 3 if written["unit"] == "quarter" else 6
    month = (int(written["ordinal"]) - 1) * length + 1
    return periods.build_months(int(written["year"]), month, length) if month <= 12 else None


def resolve_season(written: Written, outlook: Outlook) -> Period | None:
    """Return the year of a season: its months depend on the hemisphere."""
    return periods.build_year(int(written["year"]))


def resolve_holiday(written: Written, outlook: Outlook) -> Period | None:
    """Return the day of a feast that keeps its day."""
    month, day = str(written["holiday"]).split("-")
    return resolve_date({**written, "month": int(month), "day": int(day)}, outlook)


def resolve_numbers(written: Written, outlook: Outlook) -> Period | None:
    """Return the day of "3/4/2021" where something tells the month from the day.

    That is in turn: a number above twelve, the article's other dates, a weekday beside it, the
    settings' window, and that news seldom comes before the event.
    """
    one, two = int(written["one"]), int(written["two"])
    year = _complete_year(int(written["year"]), outlook.day)
    readings = [periods.build_day(year, two, one), periods.build_day(year, one, two)]
    if one <= 12 and two <= 12 and outlook.day_first is not None:
        readings = readings[:1] if outlook.day_first else readings[1:]
    found = list(dict.fromkeys(period for period in readings if period))
    for test in (_has_weekday, _is_in_window, _is_past):
        if len(found) > 1:
            found = [period for period in found if test(period, written, outlook)]
    return found[0] if len(found) == 1 else None


def _has_weekday(period: Period, written: Written, outlook: Outlook) -> bool:
    return written.get("weekday", period.first.weekday()) == period.first.weekday()


def _is_in_window(period: Period, written: Written, outlook: Outlook) -> bool:
    window = outlook.window
    return window is None or (window[0] <= period.last and period.first <= window[1])


def _is_past(period: Period, written: Written, outlook: Outlook) -> bool:
    return outlook.day is None or outlook.direction > 0 or period.first <= outlook.day


def _complete_year(year: int, day: dt.date | None) -> int:
    """Return the full year; two digits mean the latest such year that is not far ahead."""
    if year >= 100:
        return year
    limit = day.year + 10 if day else 2069
    return year + (limit - year) // 100 * 100


def _find_years(build: Callable[[int], Period | None], outlook: Outlook) -> list[Period]:
    """Return the periods that an expression without a year may mean, in order."""
    middle = outlook.middle
    if middle is not None:
        years = range(middle.year - 1, middle.year + 2)
    elif outlook.window is not None:
        years = range(outlook.window[0].year, outlook.window[1].year + 1)
    else:
        return []
    found = [period for period in map(build, years) if period is not None]
    if outlook.day is not None:
        return found
    return [period for period in found if _is_in_window(period, {}, outlook)]


def _choose_period(found: list[Period], outlook: Outlook) -> Period | None:
    """Return the period meant among those of several years.

    A date just ahead is meant rather than one almost a year back, whatever the verb says:
    "announced the vote for 3 May".
    """
    day = outlook.middle
    if day is None or not found:
        return found[0] if len(found) == 1 else None
    nearest = min(found, key=lambda period: abs(period.first - day))
    if outlook.direction < 0:
        side = [period for period in found if period.first <= day][-1:]
    else:
        side = [period for period in found if period.last >= day][:1] if outlook.direction else []
    if not side or (abs(side[0].first - day) > _FAR and abs(nearest.first - day) < _NEAR):
        return nearest
    return side[0]


CALENDAR: Mapping[str, Callable[[Written, Outlook], Period | None]] = {
    "date": resolve_date,
    "range": resolve_range,
    "months": resolve_months,
    "month": resolve_month,
    "attributive month": resolve_attributive_month,
    "years": resolve_years,
    "decade": resolve_decade,
    "quarter": resolve_quarter,
    "season of a year": resolve_season,
    "holiday": resolve_holiday,
    "numeric": resolve_numbers,
}
"""The resolver of each kind."""
