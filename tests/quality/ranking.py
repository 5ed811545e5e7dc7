"""Selection: what summaries print of the seeds, of clusters with references, and on a topic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.build import build_dossier
from generator.dossier import Dossier, Statement
from generator.evaluation.clusters import load_clusters
from generator.evaluation.comparison import PRINTED, Result, build_row, score_rankers
from generator.project import open_project
from tests.quality.figures import Figure
from tests.quality.focus import load_rows, measure_summaries, measure_votes

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"
WORDS = 220
OTHERS = ("lead", "lex-rank", "sum-basic", "text-rank")
"""The best of the others; `dossier evaluate` has them all, and takes ten minutes."""


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
    yield Figure("seeds: printed sentences about their topic", sum(sure) / len(sure), 0.9,
                 items=len(sure))  # fmt: skip
    everything = [*dossier.overview.statements, *(statement for _, statement in printed)]
    body = [_find_kind(rows, statement) == "body" for statement in everything]
    yield Figure("seeds: printed sentences of the body", sum(body) / len(body), 1.0,
                 items=len(body))  # fmt: skip


def measure_clusters(file: Path) -> Iterator[Figure]:
    """Yield ROUGE of the default ranker, and how far it is above the best of the others."""
    clusters = load_clusters(file)
    results = score_rankers(clusters, WORDS, ("coverage", PRINTED, *OTHERS))
    for size, floors in ((1, (45.0, 44.5)), (2, (15.0, 14.7))):
        means = {name: _read_mean(found, size) for name, found in results.items()}
        for name, floor in zip(("coverage", PRINTED), floors, strict=True):
            note = _describe(results[name], size)
            yield Figure(f"clusters: ROUGE-{size}, {name}", means[name], floor, False,
                         len(clusters), note)  # fmt: skip
        best = max(OTHERS, key=means.__getitem__)
        yield Figure(f"clusters: ROUGE-{size}, coverage less the best other ranker",
                     means["coverage"] - means[best], 0.5, items=len(clusters),
                     note=f"{best} {means[best]:.1f}")  # fmt: skip


def _read_mean(results: Sequence[Result], size: int) -> float:
    scores = [getattr(result.score, f"rouge_{size}") for result in results]
    return 100 * float(sum(scores)) / len(scores)


def _describe(results: Sequence[Result], size: int) -> str:
    row = build_row("", results)
    found = row.rouge_1 if size == 1 else row.rouge_2
    halves = ", ".join(f"{_read_mean(results[half::2], size):.1f}" for half in (0, 1))
    return f"[{100 * found.low:.1f}, {100 * found.high:.1f}], halves {halves}"


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
