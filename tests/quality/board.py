"""The disagreement board on real events: every row was read, and its verdict noted."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.dossier import Disagreement
from generator.models import Citation, Seed
from generator.pipeline import read_corpus
from generator.selection.candidates import Corpus
from generator.selection.disagreements import find_disagreements
from tests.quality.figures import Figure

JUDGED = Path(__file__).parent / "gold" / "board.jsonl"
"""A row a line: event, id, verdict, and for each side its sentences as file, offsets, digest."""


def measure(data: Path | None) -> list[Figure]:
    """Return how many rows were judged right: for each large event, and in all small ones."""
    if not data:
        return []
    large = [measure_events(name, [(name, corpus)]) for name, corpus in read_timelines(data)]
    return [*large, measure_events("events and clusters", read_small(data))]


def measure_events(name: str, events: Iterable[tuple[str, Corpus]]) -> Figure:
    """Return the share of right rows; a row that nobody has judged counts as wrong."""
    judged = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    verdicts = {(row["event"], row["id"]): row["verdict"] for row in judged}
    found = [
        verdicts.get((event, row.id), "unjudged")
        for event, corpus in events
        for row in find_disagreements(corpus)
    ]
    note = ", ".join(f"{found.count(v)} {v}" for v in ("right", "wrong", "unjudged"))
    share = found.count("right") / max(1, len(found))
    return Figure(f"{name}: rows judged right", share, 0.9, items=len(found), note=note)


def read_timelines(data: Path) -> Iterator[tuple[str, Corpus]]:
    """Yield the large events' names with their articles, read as the program reads a folder."""
    for event in _read_lines(data / "timelines.jsonl.gz"):
        rows = {document["id"]: {"published": document["date"]} for document in event["docs"]}
        seeds = [
            _build_seed(document["id"], document["text"].replace("\n", "\n\n").encode())
            for document in event["docs"]
        ]
        yield event["id"], read_corpus(seeds, Settings(), rows)


def read_small(data: Path) -> Iterator[tuple[str, Corpus]]:
    """Yield the events of few articles: folders, and clusters each by itself."""
    for folder in sorted(path.parent for path in (data / "events").glob("*/manifest.json")):
        seeds = [_build_seed(p.name, p.read_bytes()) for p in sorted(folder.glob("*.txt"))]
        yield folder.name, read_corpus(seeds, Settings(), {})
    for cluster in _read_lines(data / "clusters.jsonl.gz"):
        seeds = [_build_seed(str(d["id"]), d["text"].encode()) for d in cluster["docs"]]
        yield cluster["id"], read_corpus(seeds, Settings(), {})


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _build_seed(name: str, text: bytes) -> Seed:
    return Seed(name, text, hashlib.sha256(text).hexdigest())


def describe_row(event: str, row: Disagreement, verdict: str) -> str:
    """Return a line of the file of judgments."""
    sides = [[_describe(s.citations[0], s.text) for s in side.statements] for side in row.sides]
    found = {"event": event, "id": row.id, "kind": row.kind, "verdict": verdict, "sides": sides}
    return json.dumps(found, ensure_ascii=False)


def _describe(citation: Citation, text: str) -> list[str | int]:
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return [citation.path, citation.span.start, citation.span.end, digest]
