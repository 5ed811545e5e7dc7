"""The coverage matrix: which source says how much on which topic, who was first, who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from generator.dossier import TopicReport
from generator.publishing.pages import Label
from generator.publishing.register import Register

MOST = 60  # rows; a longer table is no overview, and the sources page has them all
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One topic."""

    page: str
    title: str
    counts: Mapping[str, int]
    """Sentences of evidence by article."""
    pages: Mapping[str, str]
    """The page that prints an article's evidence."""
    first: str | None
    """The article that says any of it on an earlier day than all others."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One source on one topic."""

    column: Column
    page: str
    """The page that prints its evidence."""
    count: int
    """0 where the source is silent."""
    level: int
    """How dark its tint is, from 0 to LEVELS."""
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One source."""

    label: Label
    shared: bool
    """Whether it is counted as one with others."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sources by topics."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int
    """Sources beyond those shown."""


def build_matrix(register: Register) -> Matrix:
    """Return the coverage matrix, sources in date order; the most covering ones if very many."""
    columns = tuple(_build_column(register, topic) for topic in register.dossier.topics)
    total = {path: sum(c.counts.get(path, 0) for c in columns) for path in register.labels}
    kept = set(sorted(total, key=lambda path: -total[path])[:MOST])
    shared = {p for o in register.dossier.facts.origins if len(o.paths) > 1 for p in o.paths}
    most = max((count for column in columns for count in column.counts.values()), default=1)
    rows = tuple(
        Row(label, path in shared, tuple(_build_cell(column, path, most) for column in columns))
        for path, label in register.labels.items()
        if path in kept
    )
    return Matrix(columns, rows, len(register.labels) - len(rows))


def _build_column(register: Register, report: TopicReport) -> Column:
    counts = Counter(evidence.article for evidence in report.evidence)
    days = sorted((register.labels[path].days[0], path) for path in counts)
    dated = [(day, path) for day, path in days if day]
    alone = len(dated) == len(counts) > 1 and dated[0][0] < dated[1][0]
    return Column(
        f"topics/{report.topic.slug}.md",
        report.topic.title,
        counts,
        register.evidence_pages[report.topic.slug],
        dated[0][1] if alone else None,
    )


def _build_cell(column: Column, path: str, most: int) -> Cell:
    count = column.counts.get(path, 0)
    page = column.pages.get(path, column.page)
    return Cell(column, page, count, ceil(LEVELS * count / most), path == column.first)
