"""What a list may be narrowed by: the outlet, the origin and the date of what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.models import DateFinding
from generator.publishing.escaping import build_slug
from generator.publishing.pages import Label
from generator.publishing.register import Register
from generator.publishing.wording import Words

GRAINS = {len("2023-03-17"): 12, len("2023-03"): 36}
"""Digits of an ISO day or month: the most of them that are still quick to read."""
YEAR = len("2023")
LAST = "~"  # after every date and most names


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a facet, as the outlet "The Post"."""

    facet: str
    """outlet, origin, or the catalogue's key of a date."""
    slug: str
    """The class of what has it, and the tail of its anchor."""
    name: str
    rank: str
    """What the values of a facet are sorted by."""


def mark_outlets(labels: Iterable[Label]) -> tuple[Mark, ...]:
    """Return the outlets of some articles, those whose names make one slug once."""
    marks = {mark.slug: mark for mark in map(_mark_outlet, [label.source for label in labels])}
    return tuple(marks.values())


@lru_cache(maxsize=1024)
def _mark_outlet(name: str) -> Mark:
    return Mark("outlet", f"of-{build_slug(name)}", name, name.casefold())


def mark_origins(register: Register) -> dict[str, Mark]:
    """Return the origin of every article by path; those that share none with others are alike."""
    alone = Mark("origin", "by-itself", register.words.say("unshared"), LAST)
    marks = dict.fromkeys(register.labels, alone)
    for origin in register.dossier.facts.origins:
        labels = [register.labels[path] for path in origin.paths if path in marks]
        if len({label.source for label in labels}) > 1:
            mark = _mark_shared(register.words, labels)
            marks |= dict.fromkeys([label.path for label in labels], mark)
    return marks


def _mark_shared(words: Words, labels: Sequence[Label]) -> Mark:
    first = min(labels, key=lambda label: (label.days[0] or LAST, label.path))
    name = words.say("shared_by", len(labels) - 1, first=first.name)
    return Mark("origin", f"by-{first.slug}", name, f"{first.days[0] or LAST} {first.path}")


def mark_dates(words: Words, facet: str, dates: Sequence[DateFinding]) -> list[Mark]:
    """Return each date as a day, a month or a year, whichever keeps their number small.

    A time that no single one of them holds keeps its two ends.
    """
    for digits, most in GRAINS.items():
        periods = [_round(date, digits) for date in dates]
        if len(set(periods)) <= most:
            break
    else:
        periods = [_round(date, YEAR) for date in dates]
    return [_mark_period(words, facet, *period) for period in periods]


def _round(date: DateFinding, digits: int) -> tuple[str, str]:
    """Return the first and last day, month or year of `date`, no closer than it is known.

    >>> _round(DateFinding("2023-03-27/2023-04-02"), 7), _round(DateFinding("2023"), 10)
    (('2023-03', '2023-04'), ('2023', '2023'))
    """
    first, _, last = (date.value or "").partition("/")
    if first.endswith("-01-01") and last.endswith("-12-31"):
        digits = YEAR  # a decade
    return first[:digits], (last or first)[:digits]


def _mark_period(words: Words, facet: str, first: str, last: str) -> Mark:
    if not first:
        return Mark(facet, "on-no-date", words.say("undated_moment"), LAST)
    slug = first if first == last else f"{first}-to-{last}"
    return Mark(facet, f"on-{slug}", words.period(first, last), slug)
