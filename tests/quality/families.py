"""Families against labelled pairs.

A third of the first pairs, by digest, was labelled before the rules were run on them and is
reported apart. So is every pair of `fresh.jsonl`: drawn by shared words at several levels, from
the events and from clusters, judged by reading alone, where the verdict was plain, before any rule
saw them. The rules were fitted on the other pairs: drawn so from other clusters
(`clusters.jsonl`), drawn where the rules were unsure (`near.jsonl`), or written for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.quality.figures import Figure
from tests.quality.gold_articles import read_gold
from tests.quality.verdicts import Verdict, group_articles, judge_made, judge_real

FEW_TRIGRAMS = 0.3


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of the pairs at hand."""
    first = [*judge_made("made.tsv"), *(judge_real(data, "events.jsonl") if data else ())]
    seen = [verdict for verdict in first if not verdict.blind]
    blind = [verdict for verdict in first if verdict.blind]
    written = [*judge_made("made_more.tsv")]
    return [
        *_figures("families: first pairs", first, 0.84, 0.95),
        *_figures("families: first pairs, seen two thirds", seen, None, None),
        *_figures("families: first pairs, blind third", blind, 0.84, 0.9),
        *_figures("families: written pairs, seen", written, 0.97, 0.95),
        *(_measure_real(data, first) if data else ()),
        Figure("seeds: the three families of quotations", count_seed_families(), 3, items=3),
    ]


def _measure_real(data: Path, first: Sequence[Verdict]) -> list[Figure]:
    """Return the figures of pairs of real text, and of all with few trigrams in common."""
    fresh, clusters, near = (
        list(judge_real(data, f"{name}.jsonl")) for name in ("fresh", "clusters", "near")
    )
    far = [verdict for verdict in (*first, *fresh) if verdict.overlap < FEW_TRIGRAMS]
    return [
        *_figures("families: fresh pairs, all blind", fresh, 0.51, 0.97),
        *_figures("families: pairs with trigram overlap below 0.3", far, None, None),
        *_figures("families: pairs of clusters, seen", clusters, 0.53, 0.95),
        *_figures("families: pairs the rules were unsure of, seen", near, 0.65, 0.92),
    ]


def _figures(
    name: str, verdicts: Sequence[Verdict], floor: float | None, precise: float | None
) -> list[Figure]:
    counts = Counter((verdict.same, verdict.found) for verdict in verdicts)
    right, wrong, missed = (counts[key] for key in ((True, True), (False, True), (True, False)))
    precision = right / ((right + wrong) or 1)
    f1 = 2 * right / ((2 * right + wrong + missed) or 1)
    note = f"{wrong} wrong, {missed} missed"
    return [
        Figure(f"{name}, F1", f1, floor, items=len(verdicts), note=note),
        Figure(f"{name}, precision", precision, precise, items=len(verdicts)),
    ]


SEED_QUOTATIONS = (
    (("000", "joint tasks, goals"), ("001", "common tasks and goals")),
    (("000", "open for a negotiating process"), ("001", "always open to negotiations")),
    (("000", "we will discuss your initiative"), ("001", "including your initiatives")),
)


def count_seed_families() -> float:
    """Return how many of the three quotations the seeds share are families, each of its own."""
    articles = [gold.article for gold in read_gold()]
    by_path = {article.path: article for article in articles}
    families = group_articles(articles)
    owners = [
        {
            family.id
            for family in families
            if all(
                any(
                    member.path.startswith(path) and words in by_path[member.path].show(member.span)
                    for member in family.members
                )
                for path, words in pair
            )
        }
        for pair in SEED_QUOTATIONS
    ]
    return float(len(set().union(*owners))) if all(owners) else float(sum(map(bool, owners)))
