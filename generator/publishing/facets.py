"""What a list may be narrowed by: the outlet, the origin and the date of what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """Return the outlets of some articles, those written alike once."""
    names = dict.fromkeys(label.publisher for label in labels)
    marks = {f"of-{build_slug(name)}": name for name in names}
    return tuple(Mark("outlet", slug, name, name.casefold()) for slug, name in marks.items())


def mark_origins(register: Register, labels: Iterable[Label]) -> tuple[Mark, ...]:
    """Return the origins of some articles; those that share none with another outlet are alike."""
    marks = (_mark_origin(register, label) for label in labels)
    return tuple(dict.fromkeys(marks))


def _mark_origin(register: Register, label: Label) -> Mark:
    words, origin = register.words, register.origins.get(label.path)
    labels = [register.labels[path] for path in origin.paths] if origin else []
    if len({one.publisher for one in labels}) < 2:
        return Mark("origin", "by-itself", words.say("unshared"), LAST)
    first = min(labels, key=lambda one: (one.days[0] or LAST, one.path))
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
    return first[:digits], (last or first)[:digits]


def _mark_period(words: Words, facet: str, first: str, last: str) -> Mark:
    if not first:
        return Mark(facet, "on-no-date", words.say("undated_moment"), LAST)
    slug = first if first == last else f"{first}-to-{last}"
    return Mark(facet, f"on-{slug}", words.period(first, last), slug)
