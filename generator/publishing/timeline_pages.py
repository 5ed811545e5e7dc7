"""The timeline: what the articles say of each day, by the days they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import TimelineEntry
from generator.models import DateFinding
from generator.publishing.pages import Page, Printed, Target, find_part, split_parts
from generator.publishing.register import Register
from generator.publishing.timeline_figure import Figure, build_figure, name_moment

LONG_GAP = 14  # days; a longer silence is drawn
STATEMENTS_ON_A_PAGE = 250  # about 300 KB of HTML


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a longer time, with what is said of it."""

    anchor: str
    when: str
    """In words."""
    exact: bool
    """Whether it is a single day."""
    announced: bool
    gap: str
    """The silence before it, in words; empty where there is none to speak of."""
    statements: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage(Page):
    """One page of the timeline."""

    moments: tuple[Moment, ...] = ()
    figure: Figure | None = None
    """All of it at a glance, on the first page."""


def place_moments(register: Register) -> dict[TimelineEntry, Target]:
    """Return where each entry stands, on more pages than one where the timeline is very long."""
    entries = register.dossier.timeline
    parts = split_parts(entries, lambda entry: len(entry.statements), STATEMENTS_ON_A_PAGE)
    return {
        entry: Target(find_part("timeline", number), name_anchor(entry))
        for number, part in enumerate(parts, start=1)
        for entry in part
    }


def build_timeline_pages(
    register: Register, placed: Mapping[TimelineEntry, Target]
) -> Iterator[TimelinePage]:
    """Yield the pages of the timeline."""
    pages: dict[str, list[TimelineEntry]] = {}
    for entry, target in placed.items():
        pages.setdefault(target.page, []).append(entry)
    names = tuple((path, _name_part(register, part)) for path, part in pages.items())
    for number, (path, part) in enumerate(pages.items()):
        yield TimelinePage(
            path,
            "timeline",
            register.words.say("timeline"),
            moments=build_moments(register, part),
            parts=names if len(names) > 1 else (),
            figure=None if number else build_figure(register.words, placed),
        )


def build_moments(
    register: Register, entries: Iterable[TimelineEntry], prefix: str = "d"
) -> tuple[Moment, ...]:
    """Return the entries as a page prints them; `prefix` opens their ids."""
    moments: list[Moment] = []
    last: TimelineEntry | None = None
    for entry in entries:
        anchor = name_anchor(entry, prefix)
        printed = (register.printed(s, prefix=anchor) for s in entry.statements)
        moments.append(
            Moment(
                anchor,
                name_moment(register.words, entry),
                entry.precision == "day",
                entry.announced,
                _write_gap(register, last, entry),
                tuple(printed),
            )
        )
        if entry.precision != "year":
            last = entry
    return tuple(moments)


def name_anchor(entry: TimelineEntry, prefix: str = "d") -> str:
    """Return the id of an entry; `prefix` tells several timelines of a page apart."""
    name = f"{prefix}-{(entry.date or 'undated').replace('/', '-to-')}"
    return f"{name}-announced" if entry.announced else name


def _name_part(register: Register, part: Sequence[TimelineEntry]) -> str:
    days = [entry.date.split("/") for entry in part if entry.date]
    if not days:
        return register.words.say("undated_moment")
    return register.words.period(days[0][0], days[-1][-1])


def _write_gap(register: Register, last: TimelineEntry | None, entry: TimelineEntry) -> str:
    """Return the silence between two entries: in days between days, in months where one is wider.

    A year says too little of when to measure from or to it.
    """
    if last is None or "year" in (last.precision, entry.precision):
        return ""
    end, start = DateFinding(last.date).last_day, DateFinding(entry.date).first_day
    if not end or not start:
        return ""
    if last.precision == entry.precision == "day":
        days = (dt.date.fromisoformat(start) - dt.date.fromisoformat(end)).days
        return register.words.say("gap", days) if days > LONG_GAP else ""
    months = _count_months(start) - _count_months(end)
    return register.words.say("gap_months", months) if months > 1 else ""


def _count_months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
