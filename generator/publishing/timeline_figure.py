"""The timeline at a glance: a bar a day, or a longer period where there are many, and a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import TimelineEntry
from generator.models import DateFinding
from generator.publishing.charts import FEWEST, WIDTH, Axis, build_axis
from generator.publishing.pages import Target
from generator.publishing.periods import Division, Period, divide_timeline, number_day
from generator.publishing.wording import Words

Targets = Mapping[TimelineEntry, Target]
MARGIN = 16
ROOM = 56  # bars of ten units of the drawing
LONGEST_GAP = 3  # periods drawn to scale; a longer silence is drawn this long, and broken
WIDEST_BAR = 26
TOP, TALLEST, FLATTEST = 18, 78, 3
BASE = TOP + TALLEST
DIGIT = 12  # as wide as a phone shows it
MIDDLE = 60  # how far from the middle a third day may be named, clear of the first and last
LANES, LANE = 3, 9
LOWEST = BASE + 22  # where the days named below the line end
BELOW = BASE + 26  # where the lanes of longer times begin
NARROWEST_SPAN = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: what was told as past, and upon it what was announced."""

    x: float
    width: float
    told: float
    """Height of the filled part."""
    announced: float
    """Height of the dashed part."""
    figure: str
    """Its number of statements where there is room to print it."""
    label: str
    target: Target

    @property
    def left(self) -> float:
        """Return its left edge."""
        return round(self.x - self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A longer time, as an open bar below the line."""

    x: float
    y: float
    width: float
    announced: bool
    label: str
    target: Target


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named below the line."""

    x: float
    anchor: str
    """start, middle or end of its text."""
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a period, or a longer time."""

    when: str
    target: Target
    statements: int
    announced: int
    articles: int


@dataclass(frozen=True, slots=True)
class Figure:
    """The drawing and the table that says the same."""

    bars: tuple[Bar, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    height: float
    note: str
    """How to read it, in words."""
    rows: tuple[Row, ...]


def build_figure(words: Words, targets: Targets) -> Figure | None:
    """Return the figure of the entries that `targets` leads to, None where there is little to see.

    What has no date is in the table alone.
    """
    division = divide_timeline(targets, LONGEST_GAP, ROOM)
    periods = division.periods
    if len(periods) < FEWEST:
        return None
    axis = build_axis([period.number for period in periods], LONGEST_GAP, MARGIN)
    stretches = tuple(_build_stretches(words, division, axis, targets))
    return Figure(
        tuple(_build_bars(words, periods, axis, targets)),
        stretches,
        tuple(_build_ticks(words, periods, axis)),
        axis.breaks,
        max((one.y + LANE for one in stretches), default=LOWEST),
        _write_note(words, division, has_stretches=bool(stretches)),
        tuple(_build_rows(words, division, targets)),
    )


def name_moment(words: Words, entry: TimelineEntry) -> str:
    """Return the time of an entry in words."""
    if not entry.date:
        return words.say("undated_moment")
    first, _, last = entry.date.partition("/")
    return words.period(first, last or first)


def _build_bars(
    words: Words, periods: Sequence[Period], axis: Axis, targets: Targets
) -> Iterable[Bar]:
    counts = [(p.count(announced=False), p.count(announced=True)) for p in periods]
    most = max(map(sum, counts))
    printed = _choose_figures([sum(count) for count in counts], axis)
    for place, (period, count) in enumerate(zip(periods, counts, strict=True)):
        told, announced = (_scale_height(n, most) for n in count)
        total = sum(count)
        yield Bar(
            axis.places[place],
            _find_width(axis),
            told,
            announced,
            words.number(total) if place in printed else "",
            _label_period(words, period),
            targets[period.entries[0]],
        )


def _write_note(words: Words, division: Division, *, has_stretches: bool) -> str:
    entries = [entry for period in division.periods for entry in period.entries]
    notes = {
        f"timeline_by_{division.unit}": True,
        "timeline_figure_announced": any(entry.announced for entry in entries),
        "timeline_figure_longer": has_stretches,
    }
    return " ".join(words.say(key) for key, holds in notes.items() if holds)


def _find_width(axis: Axis) -> float:
    return round(min(axis.scale * 0.8, WIDEST_BAR), 1)


def _scale_height(count: int, most: int) -> float:
    return round(max(TALLEST * count / most, FLATTEST), 1) if count else 0.0


def _choose_figures(counts: Sequence[int], axis: Axis) -> set[int]:
    """Return which bars have room for their number above them, the tallest served first."""
    chosen: list[int] = []
    reach = [len(f"{count:,}") * DIGIT / 2 for count in counts]
    bar = _find_width(axis) / 2
    for one in sorted(range(len(counts)), key=lambda index: (-counts[index], index)):
        near = [abs(place - axis.places[one]) for place in axis.places]
        is_free = all(near[other] > reach[one] + reach[other] + DIGIT / 2 for other in chosen)
        is_peak = all(
            counts[one] >= count
            for count, distance in zip(counts, near, strict=True)
            if distance < reach[one] + bar
        )
        if is_free and is_peak:
            chosen.append(one)
    return set(chosen)


def _build_ticks(words: Words, periods: Sequence[Period], axis: Axis) -> Iterable[Tick]:
    """Yield the ends, and what stands near the middle: a phone has room for three."""
    middle = min(range(len(periods)), key=lambda index: abs(axis.places[index] - WIDTH / 2))
    yield Tick(0, "start", words.day(periods[0].first))
    if abs(axis.places[middle] - WIDTH / 2) <= MIDDLE:
        yield Tick(axis.places[middle], "middle", words.day(periods[middle].first))
    yield Tick(WIDTH, "end", words.day(periods[-1].first))


def _build_stretches(
    words: Words, division: Division, axis: Axis, targets: Targets
) -> Iterable[Stretch]:
    """Yield the longer times in lanes, those of most statements first, as far as there is room.

    One that lies before or behind all bars is in the table alone.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LANES)]
    for entry in sorted(division.longer, key=lambda entry: -len(entry.statements)):
        first, last = _number_ends(entry, division.unit)
        if last < axis.numbers[0] or first > axis.numbers[-1]:
            continue
        start, end = _widen(axis.place(first), axis.place(last))
        for lane, others in enumerate(taken):
            if all(end + 2 < left or right + 2 < start for left, right in others):
                others.append((start, end))
                label = _label(words, name_moment(words, entry), [entry])
                y = BELOW + lane * LANE
                width = round(end - start, 1)
                yield Stretch(start, y, width, entry.announced, label, targets[entry])
                break


def _number_ends(entry: TimelineEntry, unit: str) -> tuple[int, int]:
    finding = DateFinding(entry.date)
    return number_day(finding.first_day, unit), number_day(finding.last_day, unit)


def _widen(start: float, end: float) -> tuple[float, float]:
    """Return the ends of a stretch wide enough to be seen and pointed at, inside the drawing."""
    missing = max(NARROWEST_SPAN - (end - start), 0) / 2
    return round(max(start - missing, 1), 1), round(min(end + missing, WIDTH - 1), 1)


def _build_rows(words: Words, division: Division, targets: Targets) -> Iterable[Row]:
    for period in division.periods:
        yield _build_row(words.period(period.first, period.last), period.entries, targets)
    for entry in (*division.longer, *(entry for entry in targets if not entry.date)):
        yield _build_row(name_moment(words, entry), [entry], targets)


def _build_row(when: str, entries: Sequence[TimelineEntry], targets: Targets) -> Row:
    counts = [len(entry.statements) for entry in entries]
    ahead = sum(n for n, entry in zip(counts, entries, strict=True) if entry.announced)
    return Row(when, targets[entries[0]], sum(counts), ahead, _count_articles(entries))


def _label_period(words: Words, period: Period) -> str:
    return _label(words, words.period(period.first, period.last), period.entries)


def _label(words: Words, when: str, entries: Sequence[TimelineEntry]) -> str:
    row = [
        words.say("sentences", sum(len(entry.statements) for entry in entries)),
        words.say("articles", _count_articles(entries)),
    ]
    if ahead := sum(len(entry.statements) for entry in entries if entry.announced):
        row.append(words.say("of_these_announced", ahead))
    return f"{when}: {', '.join(row)}"


def _count_articles(entries: Sequence[TimelineEntry]) -> int:
    return len(frozenset().union(*(entry.paths for entry in entries)))
