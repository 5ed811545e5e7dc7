"""Dates: a table of cases, the made corpora, and every date of six real events judged by hand.

`gold/event_dates.tsv` holds a row for each date expression found in the events, read in context:
event, file, start, end, digest of the expression, the value judged, and whether it is right. An
expression that nobody has judged counts as false.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.annotation.dates import find_dates
from generator.findings import DateMention
from generator.models import Article
from tests.annotation.date_cases import DateCase, judge_case, load_cases
from tests.quality.figures import Figure
from tests.quality.reading import read_file

_GOLD = Path(__file__).parent / "gold" / "event_dates.tsv"
_CORPORA = Path(__file__).parents[1] / "corpora"


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of the table and the made corpora, with `data` those of the events."""
    figures = [*measure_table(), measure_corpora()]
    return [*figures, *measure_events(data / "events")] if data else figures


def measure_table() -> Iterator[Figure]:
    """Yield how many cases are wholly right: place, value, precision, announced or not."""
    cases = load_cases()
    dated = [case for case in cases if case.span]
    yield _figure("table: accuracy", dated, 0.97)
    yield _figure("table: accuracy, even lines", dated[1::2])
    yield _figure("table: accuracy, odd lines", dated[::2])
    yield _figure("table: sentences without a date left alone", set(cases) - set(dated), 0.97)


def _figure(name: str, cases: Iterable[DateCase], floor: float | None = None) -> Figure:
    verdicts = [not judge_case(case) for case in cases]
    return Figure(name, sum(verdicts) / len(verdicts), floor, items=len(verdicts))


def measure_corpora() -> Figure:
    """Return how many labelled dates of the made English corpora are found and right."""
    verdicts = [
        _is_found(read_file(_CORPORA / name / "seeds" / row["doc"]), row)
        for name in ("ferry", "quakes")
        for row in json.loads((_CORPORA / name / "expected.json").read_text("utf-8"))["dates"]
    ]
    name = "corpora: labelled dates found and right"
    return Figure(name, sum(verdicts) / len(verdicts), 0.9, items=len(verdicts))


def _is_found(article: Article, row: dict[str, str]) -> bool:
    return any(
        row["text"] in mention.span.of(article.text)
        and (mention.value, mention.announced) == (row["value"], row["announced"])
        for mention in find_dates(article)
    )


def measure_events(folder: Path) -> Iterator[Figure]:
    """Yield false dates a hundred sentences, of all events and of either half of them."""
    right = {tuple(row[:-1]) for row in _load_rows() if row[-1] == "right"}
    counts = []
    for event in sorted(path for path in folder.iterdir() if path.is_dir()):
        articles = [read_file(path) for path in sorted(event.glob("*.txt"))]
        keys = [build_key(event.name, a, mention) for a in articles for mention in find_dates(a)]
        false = sum(key not in right for key in keys)
        counts.append((false, len(keys), sum(len(a.sentences) for a in articles)))
    for name, part, floor in (
        ("", counts, 1.0),
        (", half 1", counts[::2], None),
        (", half 2", counts[1::2], None),
    ):
        false, found, sentences = (sum(column) for column in zip(*part, strict=True))
        title = f"events{name}: false dates a hundred sentences"
        note = f"{false} of {found} dates"
        yield Figure(title, 100 * false / sentences, floor, True, sentences, note)


def build_key(event: str, article: Article, mention: DateMention) -> tuple[str, ...]:
    """Return what a judgment is about, without a word of the text."""
    span, digest = mention.span, hashlib.sha256(mention.span.of(article.text).encode()).hexdigest()
    place = (event, article.path, str(span.start), str(span.end), digest[:12])
    return (*place, f"{mention.value or '-'}")


def _load_rows() -> Iterator[list[str]]:
    for line in _GOLD.read_text("utf-8").splitlines():
        yield line.split("\t")
