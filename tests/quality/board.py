"""The disagreement board on two real events: every row was read, and its verdict noted."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
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
    """Return for each event how many of its rows were judged right."""
    return list(measure_events(data / "timelines.jsonl.gz")) if data else []


def measure_events(path: Path) -> Iterator[Figure]:
    """Yield one figure an event; a row that nobody has judged counts as wrong."""
    judged = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    verdicts = {(row["event"], row["id"]): row["verdict"] for row in judged}
    for event, corpus in read_events(path):
        found = [verdicts.get((event, row.id), "unjudged") for row in find_disagreements(corpus)]
        note = ", ".join(f"{found.count(v)} {v}" for v in ("right", "wrong", "unjudged"))
        share = found.count("right") / max(1, len(found))
        yield Figure(f"{event}: rows judged right", share, 0.6, items=len(found), note=note)


def read_events(path: Path) -> Iterator[tuple[str, Corpus]]:
    """Yield the events' names with their articles, read as the program reads a folder."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for event in map(json.loads, lines):
            seeds = [_build_seed(document) for document in event["docs"]]
            rows = {document["id"]: {"published": document["date"]} for document in event["docs"]}
            yield event["id"], read_corpus(seeds, Settings(), rows)


def _build_seed(document: Mapping[str, Any]) -> Seed:
    text = document["text"].replace("\n", "\n\n").encode()
    return Seed(document["id"], text, hashlib.sha256(text).hexdigest())


def describe_row(event: str, row: Disagreement, verdict: str) -> str:
    """Return a line of the file of judgments."""
    sides = [[_describe(s.citations[0], s.text) for s in side.statements] for side in row.sides]
    found = {"event": event, "id": row.id, "kind": row.kind, "verdict": verdict, "sides": sides}
    return json.dumps(found, ensure_ascii=False)


def _describe(citation: Citation, text: str) -> list[str | int]:
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return [citation.path, citation.span.start, citation.span.end, digest]
