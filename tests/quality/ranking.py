"""Selection: what summaries print of the seeds, of clusters with references, and on a topic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.build import build_dossier
from generator.dossier import Dossier, Statement
from generator.evaluation.clusters import load_clusters
from generator.evaluation.comparison import PRINTED, Row, compare_rankers
from generator.project import open_project
from tests.quality.figures import Figure
from tests.quality.focus import load_rows, measure_summaries, measure_votes

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"
WORDS = 220
OTHERS = ("lead", "lex-rank", "text-rank", "lsa", "luhn", "edmundson", "sum-basic", "reduction")
"""Without kl, which takes minutes: `dossier evaluate` has it too."""


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of selection; those on development data only where there is some."""
    figures = list(measure_seeds(build_dossier(open_project(ROOT / "mkdocs.yml"))))
    if data is not None:
        figures += measure_clusters(data / "clusters.jsonl.gz")
        figures += measure_votes(load_rows(data / "focus_sentences.jsonl.gz"))
        figures += measure_summaries(load_rows(data / "focus_summaries.jsonl.gz"))
    return figures


def measure_seeds(dossier: Dossier) -> Iterator[Figure]:
    """Yield how many of the sentences printed for a topic are labelled as about it."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    printed = [
        (report.topic.slug, statement)
        for report in dossier.topics
        for statement in report.summary.statements
    ]
    sure = [_find_weight(rows, slug, statement) == 2 for slug, statement in printed]
    yield Figure("seeds: printed sentences about their topic", sum(sure) / len(sure), 1.0,
                 items=len(sure))  # fmt: skip
    everything = [*dossier.overview.statements, *(statement for _, statement in printed)]
    body = [_find_kind(rows, statement) == "body" for statement in everything]
    yield Figure("seeds: printed sentences of the body", sum(body) / len(body), 1.0,
                 items=len(body))  # fmt: skip


def measure_clusters(file: Path) -> Iterator[Figure]:
    """Yield ROUGE of the default ranker, and its lead over the best of the others, by half."""
    clusters = load_clusters(file)
    halves = [compare_rankers(clusters[half::2], WORDS, ("coverage", PRINTED)) for half in (0, 1)]
    rows = {
        row.ranker: row for row in compare_rankers(clusters, WORDS, ("coverage", PRINTED, *OTHERS))
    }
    for size, floors in ((1, (45.0, 44.5)), (2, (15.0, 14.7))):
        for name, floor, index in zip(("coverage", PRINTED), floors, (0, 1), strict=True):
            mean, low, high = _read(rows[name], size)
            apart = ", ".join(f"{_read(half[index], size)[0]:.1f}" for half in halves)
            note = f"[{low:.1f}, {high:.1f}], halves {apart}"
            yield Figure(f"clusters: ROUGE-{size}, {name}", mean, floor, False, len(clusters), note)
        best, ranker = max((_read(rows[name], size)[0], name) for name in OTHERS)
        lead = _read(rows["coverage"], size)[0] - best
        yield Figure(f"clusters: ROUGE-{size}, coverage less the best other ranker", lead, 0.5,
                     items=len(clusters), note=f"{ranker} {best:.1f}")  # fmt: skip


def _read(row: Row, size: int) -> tuple[float, float, float]:
    found = row.rouge_1 if size == 1 else row.rouge_2
    return 100 * found.mean, 100 * found.low, 100 * found.high


def _find_label(rows: Sequence[Any], statement: Statement) -> Any:
    path = statement.citations[0].path
    return next(
        (
            row
            for row in rows
            if path.startswith(row["doc"][:3])
            and (statement.text in row["text"] or row["text"] in statement.text)
        ),
        {"topics": {}, "kind": "unlabelled"},
    )


def _find_weight(rows: Sequence[Any], slug: str, statement: Statement) -> int:
    return int(_find_label(rows, statement)["topics"].get(slug, 0))


def _find_kind(rows: Sequence[Any], statement: Statement) -> str:
    return str(_find_label(rows, statement)["kind"])
