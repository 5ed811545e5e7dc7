"""The dates that an article's sentences name, each as exact as it was written.

An expression is resolved against the article's own date; where that is a week or a month, only
what holds for all its days is said. What cannot be told is kept as written, without a value.
The expressions of a language stand in data/LANGUAGE/dates.toml, those of any in data/dates.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from generator.annotation.calendar_dates import CALENDAR
from generator.annotation.date_expressions import DateExpression, find_expressions
from generator.annotation.date_rules import load_date_rules
from generator.annotation.outlook import Outlook
from generator.annotation.periods import Period, parse_period, shift_days
from generator.annotation.relative_dates import RELATIVE
from generator.findings import DateMention
from generator.models import Article, Span

_OFTEN = 3
"""Times that an article names a weekday it is about."""
Window = tuple[dt.date, dt.date]
_NUMBERS = re.compile(r"(?<![\d/-])(\d\d?)([/-])(\d\d?)\2(?:19|20)?\d\d(?![\d/-])")
_APPOSED = re.compile(r"[ \u00a0]?[(\[][ \u00a0]?")


def find_dates(article: Article, window: Window | None = None) -> tuple[DateMention, ...]:
    """Return the date expressions of the article's sentences, in text order.

    `window` holds the days that the settings allow: it may tell the year, or the day from the
    month, but never moves a date that the text gives in full.
    """
    rules = load_date_rules(article.metadata.language.value or "en")
    found = tuple(find_expressions(article, rules))
    outlooks = _build_outlooks(article, found, window, rules.day_first)
    mentions = [_build_mention(expression, outlooks) for expression in found]
    return tuple(_settle_appositions(article.text, mentions))


def _build_outlooks(
    article: Article,
    found: Sequence[DateExpression],
    window: Window | None,
    day_first: bool | None,
) -> tuple[Outlook, ...]:
    """Return the first and the last day the article may be read from; one where it is known."""
    order = _find_day_order(article.text) if any(e.kind == "numeric" for e in found) else None
    blind = Outlook(None, window=window, day_first=day_first if order is None else order)
    days = (
        parse_period(article.metadata.published.value)
        or _find_own_day(article.text, found, blind)
        or _find_own_week(found, blind)
    )
    if days is None:
        return (replace(blind, pinned=max(_find_full_days(found, blind), default=None)),)
    outlooks = (replace(blind, day=day) for day in dict.fromkeys(days))
    return tuple(replace(o, named=_find_named_days(found, o)) for o in outlooks)


def _find_named_days(found: Sequence[DateExpression], outlook: Outlook) -> frozenset[dt.date]:
    """Return the days named in full, and the next one where its weekday is named so often.

    A report that keeps naming a weekday is about a day just past: of 424 dated articles none
    named one of six days ago more than twice.
    """
    days = set(_find_full_days(found, outlook))
    if outlook.day and outlook.day < dt.date.max:
        following = outlook.day + dt.timedelta(days=1)
        weekday = following.weekday()
        if sum(e.kind == "weekday" and e.written["weekday"] == weekday for e in found) >= _OFTEN:
            days.add(following)
    return frozenset(days)


def _find_own_day(text: str, found: Sequence[DateExpression], blind: Outlook) -> Window | None:
    """Return the day that the article itself calls today: "today (4 November 2011)"."""
    for one, other in pairwise(found):
        if one.kind == "shift" and _has_brackets(text, one.span, other.span):
            period = _resolve(other, blind)
            if period and period.precision == "day":
                day = period.first - dt.timedelta(days=int(one.written["shift"]))
                return day, day
    return None


def _find_own_week(found: Sequence[DateExpression], blind: Outlook) -> Window | None:
    """Return the week in which an article is written that names "Monday, March 20" as past.

    A weekday beside a date without a year is written of a day just gone.
    """
    recent = (
        period.first
        for expression in found
        if {"weekday", "day", "month"} <= expression.written.keys()
        and "year" not in expression.written
        and expression.direction <= 0
        and (period := _resolve(expression, blind))
    )
    last = max(recent, default=None)
    end = last and shift_days(last, 6)
    return (last, end.first) if last and end else None


def _find_full_days(found: Sequence[DateExpression], outlook: Outlook) -> Iterator[dt.date]:
    """Yield the days the article names by month and day, within the window."""
    for expression in found:
        if expression.kind in CALENDAR:
            period = _resolve(expression, outlook)
            if period and period.precision == "day" and _allows(outlook.window, period.first):
                yield period.first


def _allows(window: Window | None, day: dt.date) -> bool:
    return window is None or window[0] <= day <= window[1]


def _find_day_order(text: str) -> bool | None:
    """Return whether the article's unmistakable dates put the day first; None without any."""
    pairs = ((int(match[1]) > 12, int(match[3]) > 12) for match in _NUMBERS.finditer(text))
    votes = {first for first, second in pairs if first != second}
    return votes.pop() if len(votes) == 1 else None


def _build_mention(expression: DateExpression, outlooks: Sequence[Outlook]) -> DateMention:
    """Return what all outlooks agree on, without a value where they do not."""
    seen = {_resolve(expression, outlook) for outlook in outlooks}
    period = seen.pop() if len(seen) == 1 else None
    announced = _is_announced(period, expression.direction, outlooks[-1].day)
    if period is None:
        doubt = "unknown" if expression.kind in CALENDAR else "relative"
        return DateMention(expression.span, None, doubt, expression.rule, announced)
    return DateMention(expression.span, period.value, period.precision, expression.rule, announced)


def _resolve(expression: DateExpression, outlook: Outlook) -> Period | None:
    """Return the period meant, None where the article cannot tell."""
    kind, written = expression.kind, expression.written
    towards = replace(outlook, direction=expression.direction)
    if kind in CALENDAR:
        return CALENDAR[kind](written, towards)
    if kind in RELATIVE and outlook.day:
        return RELATIVE[kind](written, outlook.day, towards)
    return None


def _is_announced(period: Period | None, direction: int, day: dt.date | None) -> bool:
    """Return whether the article, of `day` at the latest, tells of something still to come."""
    if period is None or day is None:
        return direction > 0
    return period.first > day or (direction > 0 and period.last > day)


def _settle_appositions(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the mentions, "Friday (14 October 2011)" with the value in its brackets."""
    for one, other in zip_longest(mentions, mentions[1:]):
        if other and _is_apposed(text, one, other):
            yield replace(other, span=one.span, rule=one.rule)
        else:
            yield one


def _is_apposed(text: str, one: DateMention, other: DateMention) -> bool:
    """Return whether `other` stands in brackets behind `one` to say which day it means."""
    days = one.precision in ("day", "relative") and other.precision == "day"
    return days and _has_brackets(text, one.span, other.span)


def _has_brackets(text: str, one: Span, other: Span) -> bool:
    return bool(_APPOSED.fullmatch(text, one.end, other.start))
