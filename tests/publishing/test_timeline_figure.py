"""The timeline at a glance: readable with three entries and with ten thousand."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.dossier import TimelineEntry
from generator.publishing.charts import MOST_MARKS, WIDTH, build_strip
from generator.publishing.layout import build_files
from generator.publishing.pages import Target
from generator.publishing.periods import UNITS, divide_timeline, name_period, number_day
from generator.publishing.timeline_figure import LANES, ROOM, Figure, build_figure
from generator.publishing.wording import load_words
from tests.publishing.made import build_dossier, build_settings

WORDS = load_words("en")
STATEMENTS = build_dossier().topics[0].summary.statements[:1]
START = dt.date(1990, 1, 1)
ENTRIES = (3, 10, 300, 10_000)


def make_entry(
    date: str | None, precision: str = "day", *, announced: bool = False, n: int = 1
) -> TimelineEntry:
    return TimelineEntry(date, precision, announced, STATEMENTS * n)


def make_timeline(count: int) -> list[TimelineEntry]:
    """Return `count` entries, most of them days, in bursts and silences, the last undated."""
    chance = random.Random(count)
    keys: dict[tuple[str, str, bool], None] = {}
    span = 4 * count
    while len(keys) < count - 1:
        day = START + dt.timedelta(days=int(span * chance.choice([chance.random(), 0.7])))
        day += dt.timedelta(days=chance.randrange(count))
        kind = chance.choice(["day"] * 8 + ["month", "range"])
        end = day + dt.timedelta(days=chance.randrange(1, 200))
        named = {"day": f"{day}", "month": f"{day:%Y-%m}", "range": f"{day}/{end}"}[kind]
        keys[named, kind, chance.random() < 0.2] = None
    entries = [make_entry(*key[:2], announced=key[2]) for key in sorted(keys)]
    return [*entries, make_entry(None, "relative")]


def draw(entries: Sequence[TimelineEntry]) -> Figure | None:
    return build_figure(
        WORDS, {entry: Target("timeline.md", f"{i}") for i, entry in enumerate(entries)}
    )


@pytest.mark.parametrize("count", ENTRIES)
def test_marks_are_few_enough_and_keep_apart(count: int) -> None:
    figure = (
        draw(make_timeline(count))
        if count > 3
        else draw([make_entry(f"2020-01-0{n}") for n in (1, 2, 3)])
    )
    assert figure
    assert 3 <= len(figure.bars) <= ROOM
    assert len({one.y for one in figure.stretches}) <= LANES
    assert all(after.left >= before.left + before.width for before, after in pairwise(figure.bars))
    assert figure.bars[0].left >= 0
    assert figure.bars[-1].left + figure.bars[-1].width <= WIDTH
    printed = [bar for bar in figure.bars if bar.figure]
    assert printed
    for before, after in pairwise(printed):
        assert after.x - before.x > 6 * (len(before.figure) + len(after.figure))


@pytest.mark.parametrize("count", ENTRIES[1:])
def test_the_table_accounts_for_every_entry(count: int) -> None:
    entries = make_timeline(count)
    figure = draw(entries)
    assert figure
    assert sum(row.statements for row in figure.rows) == count
    assert sum(row.announced for row in figure.rows) == sum(e.announced for e in entries)
    assert len(figure.rows) >= len(figure.bars)


def test_two_days_are_no_figure() -> None:
    assert draw([make_entry("2020-01-01"), make_entry("2020-01-02", n=9)]) is None


def test_what_was_ahead_is_told_by_shape() -> None:
    figure = draw([
        make_entry("2020-01-01"),
        make_entry("2020-01-02", n=2),
        make_entry("2020-01-02", announced=True),
        make_entry("2020-01-03", announced=True),
        make_entry("2020-01", "month", announced=True),
    ])  # fmt: skip
    assert figure
    assert [bool(bar.told) for bar in figure.bars] == [True, True, False]
    assert [bool(bar.announced) for bar in figure.bars] == [False, True, True]
    assert figure.bars[1].told > figure.bars[1].announced
    assert [one.announced for one in figure.stretches] == [True]
    assert "1 of them announced" in figure.bars[1].label


def test_a_long_silence_is_broken_and_not_drawn_to_scale() -> None:
    figure = draw([make_entry(day) for day in ("2019-01-01", "2020-01-01", "2020-01-02")])
    assert figure
    assert len(figure.breaks) == 1
    assert figure.bars[0].x < figure.breaks[0] < figure.bars[1].x
    assert figure.bars[1].x - figure.bars[0].x == pytest.approx(
        3 * (figure.bars[2].x - figure.bars[1].x), abs=1
    )


@pytest.mark.parametrize(
    ("days", "unit"),
    [(20, "day"), (300, "week"), (1_000, "month"), (4_000, "quarter"), (15_000, "year"),
     (150_000, "decade"), (700_000, "century")],
)  # fmt: skip
def test_the_unit_is_the_finest_there_is_room_for(days: int, unit: str) -> None:
    step = max(days // 400, 1)
    start = dt.date(20, 1, 1)
    entries = [make_entry(f"{start + dt.timedelta(days=n)}") for n in range(0, days, step)]
    assert divide_timeline(entries, 3, ROOM).unit == unit


def test_where_most_name_a_month_months_are_drawn() -> None:
    months = [make_entry(f"2020-0{n}", "month") for n in range(1, 8)]
    division = divide_timeline([*months, make_entry("2020-03-03")], 3, ROOM)
    assert division.unit == "month"
    assert len(division.periods) == 7


@pytest.mark.parametrize("unit", UNITS)
def test_a_period_holds_its_first_and_its_last_day(unit: str) -> None:
    number = number_day("2020-02-29", unit)
    first, last = name_period(number, unit)
    assert first <= "2020-02-29" <= last + "~"
    ends = {number_day((first + "-01-01")[:10], unit), number_day((last + "-01-01")[:10], unit)}
    assert ends == {number}


def test_a_strip_of_ten_thousand_days_has_few_marks() -> None:
    strip = build_strip(WORDS, make_timeline(10_000))
    assert strip
    assert len(strip.marks) <= MOST_MARKS


def test_every_mark_and_row_leads_to_its_day_on_whichever_page_has_it() -> None:
    entries = tuple(make_timeline(600))
    files = build_files(replace(build_dossier(), timeline=entries), build_settings())
    first = files["timeline.md"]
    assert {"timeline/2.md", "timeline/3.md"} <= set(files)
    links = re.findall(r"\]\((timeline[^)#]*)?#(d-[^)]+)\)", first)
    assert len({page for page, _ in links}) == 3
    for page, anchor in links:
        assert f'id="{anchor}"' in files[page or "timeline.md"]
    assert "<svg" not in files["timeline/2.md"]
