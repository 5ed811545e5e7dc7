"""Timeline: the days that the articles name most often against timelines by journalists."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.annotation.dates import find_dates
from generator.findings import Annotations
from generator.selection.candidates import Corpus
from generator.selection.timeline import build_timeline, rank_days
from tests.annotation.articles import build_article
from tests.quality.figures import Figure


def measure(data: Path | None) -> list[Figure]:
    """Return the date F1 of each event, as many days taken as the reference has."""
    return list(measure_events(data / "timelines.jsonl.gz")) if data else []


def measure_events(path: Path) -> Iterator[Figure]:
    """Yield one figure an event."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for event in map(json.loads, lines):
            named = rank_days(build_timeline(build_corpus(event["docs"])))
            for number, timeline in enumerate(event["timelines"], 1):
                wanted = {entry["date"] for entry in timeline["entries"]}
                value = len(wanted.intersection(named[: len(wanted)])) / len(wanted)
                name = f"timelines: {event['id']} {number}, date F1 at the reference's length"
                yield Figure(name, value, 0.5, items=len(wanted))


def build_corpus(documents: list[Mapping[str, Any]]) -> Corpus:
    """Return the documents as articles, a sentence a line as the set gives them."""
    articles = tuple(
        build_article(document["text"].split("\n"), document["date"], document["id"])
        for document in documents
    )
    dates = {a.path: Annotations(a.path, dates=find_dates(a)) for a in articles}
    return Corpus(articles, dates)
