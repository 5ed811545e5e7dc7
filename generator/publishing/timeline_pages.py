"""The timeline: what the articles say of each day, by the days they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.dossier import TimelineEntry
from generator.models import DateFinding
from generator.publishing.facets import mark_dates, mark_origins, mark_outlets
from generator.publishing.narrowing import (
    Item,
    Narrowing,
    build_narrowing,
    join_classes,
    offer_marks,
)
from generator.publishing.pages import (
    NOTHING_WITHHELD,
    Page,
    Printed,
    Target,
    Withheld,
    find_part,
    split_parts,
)
from generator.publishing.register import Register
from generator.publishing.timeline_figure import Figure, build_figure, name_moment
from generator.publishing.withholding import part_statements

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
    date: DateFinding = field(default_factory=DateFinding)
    classes: str = ""
    """What any of its statements may be narrowed by."""
    withheld: Withheld = NOTHING_WITHHELD


@dataclass(frozen=True, slots=True)
class MomentList:
    """The moments on one page."""

    path: str
    name: str
    """Its part of the time in words."""
    moments: tuple[Moment, ...]
    narrowing: Narrowing | None


@dataclass(frozen=True, slots=True)
class TimelinePage(Page):
    """One page of the timeline."""

    timeline: MomentList | None = None
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
    lists = build_moment_lists(register, pages)
    names = tuple((part.path, part.name) for part in lists) if len(lists) > 1 else ()
    for number, part in enumerate(lists):
        yield TimelinePage(
            part.path,
            "timeline",
            register.words.say("timeline"),
            timeline=part,
            parts=names,
            figure=None if number else build_figure(register.words, placed),
        )


def build_moment_lists(
    register: Register, parts: Mapping[str, Sequence[TimelineEntry]]
) -> list[MomentList]:
    """Return the moments of a timeline, page by page, with what they may be narrowed by."""
    pages = {path: build_moments(register, part) for path, part in parts.items()}
    names = {path: _name_part(register, part) for path, part in parts.items()}
    items = _list_items(register, pages)
    left = iter(items)
    return [
        MomentList(
            path,
            names[path],
            tuple(_mark_moment(moment, left) for moment in moments),
            build_narrowing(items, path, names, "days"),
        )
        for path, moments in pages.items()
    ]


def _list_items(register: Register, pages: Mapping[str, Sequence[Moment]]) -> list[Item]:
    """Return each statement with its outlets, its origins and the time it tells of."""
    moments = [(path, moment) for path, part in pages.items() for moment in part]
    dates = mark_dates(register.words, "told", [moment.date for _, moment in moments])
    origins = mark_origins(register)
    items = []
    for (path, moment), date in zip(moments, dates, strict=True):
        for statement in moment.statements:
            labels = [place.label for place in statement.places]
            own = (origins[label.path] for label in labels)
            items.append(Item(path, 1, (*mark_outlets(labels), *dict.fromkeys(own), date)))
    return offer_marks(register.words, items)


def _mark_moment(moment: Moment, items: Iterator[Item]) -> Moment:
    """Return `moment` with the marks of the next `items`, one for each of its statements."""
    own = [next(items) for _ in moment.statements]
    statements = (
        replace(statement, classes=item.classes)
        for statement, item in zip(moment.statements, own, strict=True)
    )
    return replace(moment, statements=tuple(statements), classes=join_classes(own))


def build_moments(
    register: Register, entries: Iterable[TimelineEntry], prefix: str = "d"
) -> tuple[Moment, ...]:
    """Return the entries as a page prints them; `prefix` opens their ids."""
    moments: list[Moment] = []
    last: TimelineEntry | None = None
    for entry in entries:
        anchor = name_anchor(entry, prefix)
        kept, withheld = part_statements(register, entry.statements)
        printed = (register.printed(s, prefix=anchor) for s in kept)
        moments.append(
            Moment(
                anchor,
                name_moment(register.words, entry),
                entry.precision == "day",
                entry.announced,
                _write_gap(register, last, entry),
                tuple(printed),
                DateFinding(entry.date),
                withheld=withheld,
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
