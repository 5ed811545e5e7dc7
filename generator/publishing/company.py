"""Who is named together: the names of most articles, each with each, as a drawing and a table.

A matrix in steps, each name at the end of its row and at the head of its column, rather than arcs:
a figure can be read off it, at any width, and it needs no colour and no turned text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.dossier import NameEntry
from generator.publishing.name_sections import Known, name_anchor
from generator.publishing.pages import Place
from generator.publishing.register import Register

MOST = 12
FEWEST = 3
CELL = 26
ROOM = 140  # for the name at the end of the last row
LONGEST = 18  # letters of a name in the drawing
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """Two names that some sentences hold both."""

    x: int
    y: int
    count: int
    tint: float
    """An echo of the count."""


@dataclass(frozen=True, slots=True)
class Step:
    """A name at the end of its row."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the table."""

    names: tuple[tuple[str, str], ...]
    """Anchor and name of both."""
    count: int
    place: Place | None
    """The first sentence that names both, where it is published."""


@dataclass(frozen=True, slots=True)
class Company:
    """The drawing and the table that says the same."""

    width: int
    height: int
    steps: tuple[Step, ...]
    cells: tuple[Cell, ...]
    pairs: tuple[Pair, ...]
    """The most frequent first."""
    label: str
    """The drawing in words."""


def build_company(register: Register, entries: Sequence[NameEntry], known: Known) -> Company | None:
    """Return who is named together, None where hardly anybody is."""
    chosen = _choose(entries)
    if len(chosen) < FEWEST:
        return None
    counts = _count_pairs(chosen)
    pairs = tuple(_build_pairs(register, chosen, counts, known))
    return Company(
        len(chosen) * CELL + ROOM,
        len(chosen) * CELL,
        tuple(Step(i * CELL + 6, i * CELL, _shorten(one.name)) for i, one in enumerate(chosen)),
        tuple(_build_cells(counts)),
        pairs,
        "; ".join(f"{one.names[0][1]} + {one.names[1][1]}: {one.count}" for one in pairs),
    )


def _choose(entries: Sequence[NameEntry]) -> list[NameEntry]:
    """Return the names of most articles that are named beside another of them."""
    ranked = sorted(entries, key=lambda e: (-len(e.paths), -len(e.citations), e.id))[:MOST]
    beside = {one.id: {other for other, _ in one.beside} for one in ranked}
    return [one for one in ranked if any(one.id in beside[other.id] for other in ranked)]


def _count_pairs(chosen: Sequence[NameEntry]) -> dict[tuple[int, int], int]:
    """Return in how many sentences each two stand, by their places among `chosen`."""
    beside = [dict(one.beside) for one in chosen]
    counts = {
        (left, right): beside[left].get(chosen[right].id, 0)
        for left, right in combinations(range(len(chosen)), 2)
    }
    return {pair: count for pair, count in counts.items() if count}


def _build_cells(counts: Mapping[tuple[int, int], int]) -> Iterator[Cell]:
    most = max(counts.values())
    for (column, row), count in counts.items():
        tint = round(0.06 * -(-LEVELS * count // most), 2)
        yield Cell(column * CELL, row * CELL, count, tint)


def _build_pairs(
    register: Register,
    chosen: Sequence[NameEntry],
    counts: Mapping[tuple[int, int], int],
    known: Known,
) -> Iterator[Pair]:
    places = [dict.fromkeys(map(register.place, one.citations)) for one in chosen]
    for (left, right), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        both = (place for place in places[left] if place in places[right] and place.anchor)
        names = tuple((name_anchor(chosen[i].id), known.shown[chosen[i].id]) for i in (left, right))
        yield Pair(names, count, next(both, None))


def _shorten(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
