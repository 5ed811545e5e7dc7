"""Dates as news pages write them beside an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.reading.lexicon import load_lists

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>[0-3]?\d) ?(?P<sep>[/.-]) ?(?P<b>[0-3]?\d) ?(?P=sep) ?"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)(?!\d)")
_IDEOGRAPHIC = re.compile(r"(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日")
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.I
)
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’ -]{1,40}, (?=\d|[^\W\d_]+\.? \d)")
"""A place before a date: "Port Ellen, 6 March 2024, 07:00"."""
_BESIDE = 4
"""Words that may stand beside a date and a time that open a line."""
_BAR = re.compile(r"\s[|•·]\s")
_NAMES = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:,? (?:and )?[^\W\d_a-z][\w.'’-]*){0,5}")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date in a text; `days` has two members where day and month cannot be told apart."""

    start: int
    end: int
    days: tuple[str, ...]


def find_dates(text: str, language: str) -> list[WrittenDate]:
    """Return the full dates (day, month and year) that `text` writes, in order.

    >>> [date.days for date in find_dates("Sept. 3, 2021 or 4 / 5 / 2021", "en")]
    [('2021-09-03',), ('2021-05-04', '2021-04-05')]
    """
    if not _YEAR.search(text):
        return []
    found = [*_find_iso(text), *_find_numeric(text, language), *_find_named(text, language)]
    kept: list[WrittenDate] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _find_iso(text: str) -> Iterator[WrittenDate]:
    for match in _ISO.finditer(text):
        day = _day(match["y"], match["m"], match["d"])
        if day:
            yield WrittenDate(match.start(), match.end(), (day,))
    for match in _IDEOGRAPHIC.finditer(text):
        day = _day(match["y"], match["m"], match["d"])
        if day:
            yield WrittenDate(match.start(), match.end(), (day,))


def _find_numeric(text: str, language: str) -> Iterator[WrittenDate]:
    """Yield dates in figures; only English pages put the month first."""
    for match in _NUMERIC.finditer(text):
        day_first = _day(match["y"], match["b"], match["a"])
        month_first = (
            _day(match["y"], match["a"], match["b"])
            if language[:2] == "en" and match["sep"] != "."
            else None
        )
        days = tuple(dict.fromkeys(day for day in (day_first, month_first) if day))
        if days:
            yield WrittenDate(match.start(), match.end(), days)


def _find_named(text: str, language: str) -> Iterator[WrittenDate]:
    for code in dict.fromkeys((language[:2], "en")):
        months, pattern = _load_months(code)
        for match in pattern.finditer(text) if pattern else ():
            groups = match.groupdict()
            month = months[(groups["m1"] or groups["m2"]).casefold()]
            day = _day(groups["y1"] or groups["y2"], month, groups["d1"] or groups["d2"])
            if day:
                yield WrittenDate(match.start(), match.end(), (day,))


@lru_cache(maxsize=32)
def _load_months(language: str) -> tuple[dict[str, str], re.Pattern[str] | None]:
    lists = load_lists("months", language)
    months = {
        name: str(i + 1) for i, row in enumerate(lists.get("months", [])) for name in row.split()
    }
    if not months:
        return {}, None
    names = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    ending = r"(?:st|nd|rd|th|\.|º|er)?"
    first = rf"\b(?P<d1>[0-3]?\d){ending}(?: of| de|-)? ?(?P<m1>{names})\b\.?,?"
    first += r"(?: de| del|-)? ?(?P<y1>(?:19|20)\d\d)\b"
    second = rf"\b(?P<m2>{names})\b\.? ?(?P<d2>[0-3]?\d){ending},? ?,?(?P<y2>(?:19|20)\d\d)\b"
    return months, re.compile(f"{first}|{second}", re.IGNORECASE)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def load_months(language: str) -> frozenset[str]:
    """Return the names of months and their short forms, lower case; English ones always."""
    return frozenset(_load_months(language[:2])[0]) | frozenset(_load_months("en")[0])


def is_date_line(text: str, language: str) -> bool:
    """Return whether `text` holds a full date and hardly anything but dates, times and labels.

    Behind a bar names may stand beside it.

    >>> is_date_line("Updated: Monday, 3 May 2021, 9:01 AM EDT", "en")
    True
    >>> is_date_line("3. 5. 2021 9:01 | Ann Reed, Tom Berg", "en")
    True
    """
    if len(text) > 120:
        return False
    first, *others = map(str.strip, _BAR.split(text))
    if others and all(map(_NAMES.fullmatch, others)):
        return is_date_line(first, language)
    rest = text
    for date in reversed(find_dates(text, language)):
        rest = rest[: date.start] + rest[date.end :]
    if rest == text:
        return False
    labels = _load_labels(language[:2])
    untimed = _TIME.sub(" ", rest)
    words = [word for word in re.findall(r"[^\W\d_]+", untimed) if word.casefold() not in labels]
    if _PLACE.match(text) and len(words) <= _BESIDE and all(word[0].isupper() for word in words):
        return True
    opens = rest.lstrip()[:1] != text.lstrip()[:1] and untimed != rest  # "3.5.2021 9:01 (revised)"
    return len(words) <= (_BESIDE if opens else 1) and len("".join(words)) <= (40 if opens else 6)


@lru_cache(maxsize=32)
def _load_labels(language: str) -> frozenset[str]:
    lists = [load_lists("months", code) for code in dict.fromkeys((language, "en"))]
    return frozenset(
        word
        for each in lists
        for word in (*each.get("labels", []), *" ".join(each.get("weekdays", [])).split())
    )
