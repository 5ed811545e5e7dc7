"""`dossier evaluate` from a path to a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.config import RANKERS
from generator.errors import InputError
from generator.evaluation.clusters import load_clusters
from generator.evaluation.comparison import (
    ORACLE,
    PRINTED,
    Interval,
    Row,
    build_row,
    score_rankers,
)

KNOWN = (*RANKERS, PRINTED, ORACLE)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A comparison of rankers on one collection of clusters."""

    clusters: int
    words: int
    rows: tuple[Row, ...]

    def shape(self) -> dict[str, Any]:
        """Return it as data for a machine."""
        return asdict(self)


def evaluate_folder(
    path: Path, words: int = 220, rankers: Sequence[str] = (), language: str = "en"
) -> Evaluation:
    """Return how near each of `rankers`, by default all, comes on the clusters at `path`.

    Raises an InputError for an unknown ranker and for what is no cluster.
    """
    unknown = [ranker for ranker in rankers if ranker not in KNOWN]
    if unknown:
        raise InputError(f"--rankers {', '.join(unknown)}: not known; known: {', '.join(KNOWN)}")
    clusters = load_clusters(path)
    results = score_rankers(clusters, words, rankers or KNOWN, language)
    rows = tuple(build_row(ranker, found) for ranker, found in results.items())
    return Evaluation(len(clusters), words, rows)


def render_evaluation(evaluation: Evaluation) -> str:
    """Return the comparison as a table, with 95 % bootstrap intervals in brackets."""
    head = f"{evaluation.clusters} clusters, summaries of up to {evaluation.words} words, F1 in %"
    names = f"{'ranker':<12}{'ROUGE-1':^22}{'ROUGE-2':^22}{'words':>7}"
    rows = [
        f"{row.ranker:<12}{_show(row.rouge_1):^22}{_show(row.rouge_2):^22}{row.words:>7.1f}"
        for row in evaluation.rows
    ]
    return "\n".join([head, names, *rows])


def _show(interval: Interval) -> str:
    low, mean, high = (100 * value for value in (interval.low, interval.mean, interval.high))
    return f"{mean:.1f} [{low:.1f}, {high:.1f}]"
