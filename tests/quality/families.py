"""Families against labelled pairs: pairs written for this project, and pairs of the events.

Pairs of real text are kept as file, offsets and digest; the text is its publishers'. A third of
the first pairs, by digest, was labelled before the rules were run on them and is reported apart.
So is every pair of `fresh.jsonl`: drawn by shared words at several levels, from the events and
from clusters, judged by reading alone, where the verdict was plain, before any rule saw them.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from generator.annotation.quotations import find_quotations
from generator.evaluation.clusters import Cluster, load_clusters
from generator.findings import Annotations, Facts, Family
from generator.models import (
    Article,
    Citation,
    Seed,
    Span,
)
from generator.reading.articles import read_article
from generator.selection.families import group_families
from tests.articles import build_article
from tests.quality.figures import Figure
from tests.quality.gold_articles import read_gold

PAIRS = Path(__file__).parent / "pairs"
FEW_TRIGRAMS = 0.3


@dataclass(frozen=True, slots=True)
class Verdict:
    """One labelled pair and what the families say of it."""

    key: str
    same: bool
    found: bool
    overlap: float
    """Share of the shorter text's word trigrams that the other has."""
    texts: tuple[str, str]

    @property
    def blind(self) -> bool:
        """Return whether the pair belongs to the third kept apart."""
        return crc32(self.key.encode()) % 3 == 0


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of the pairs at hand."""
    verdicts = [*judge_made(), *(judge_events(data) if data else ())]
    seen = [verdict for verdict in verdicts if not verdict.blind]
    blind = [verdict for verdict in verdicts if verdict.blind]
    far = [verdict for verdict in verdicts if verdict.overlap < FEW_TRIGRAMS]
    return [
        *_figures("families: all pairs", verdicts, 0.83, None),
        *_figures("families: seen two thirds", seen, None, None),
        *_figures("families: blind third", blind, 0.84 if data else 0.75, 0.89 if data else None),
        *_figures("families: pairs with trigram overlap below 0.3", far, None, None),
        *(_measure_fresh(data) if data else ()),
        Figure("seeds: the three families of quotations", count_seed_families(), 3, items=3),
    ]


def _measure_fresh(data: Path) -> list[Figure]:
    verdicts = list(judge_real(data, "fresh.jsonl"))
    far = [verdict for verdict in verdicts if verdict.overlap < FEW_TRIGRAMS]
    return [
        *_figures("families: fresh blind pairs", verdicts, None, None),
        *_figures("families: fresh blind pairs, overlap below 0.3", far, None, None),
    ]


def judge_made() -> Iterator[Verdict]:
    """Yield the verdicts on the pairs written for this project, each pair a folder of its own."""
    for line in (PAIRS / "made.tsv").read_text("utf-8").splitlines():
        label, one, other = line.split("\t")
        articles = [
            build_article(f"Day {i}\n{text}", f"{i}.txt") for i, text in enumerate((one, other))
        ]
        found = any(
            len({member.path for member in family.members}) == 2 for family in _group(articles)
        )
        yield Verdict(line, label == "yes", found, trigram_overlap(one, other), (one, other))


def judge_events(data: Path) -> Iterator[Verdict]:
    """Yield the verdicts on the first pairs of the events."""
    return judge_real(data, "events.jsonl")


def judge_real(data: Path, name: str) -> Iterator[Verdict]:
    """Yield the verdicts on pairs of real text, each event and each cluster grouped as a whole."""
    rows = [json.loads(line) for line in (PAIRS / name).read_text("utf-8").splitlines()]
    for row in rows:
        articles, families = _together(data, row["a"]["file"].rpartition("/")[0])
        one, other = _cited(row["a"], articles), _cited(row["b"], articles)
        texts = tuple(articles[place.path].show(place.span) for place in (one, other))
        found = any(_holds(family, one) and _holds(family, other) for family in families)
        key = json.dumps([row["a"], row["b"]])
        yield Verdict(key, row["same"], found, trigram_overlap(*texts), texts)  # type: ignore[arg-type]


def _cited(place: dict[str, object], articles: dict[str, Article]) -> Citation:
    article = articles[str(place["file"])]
    if not article.sha256.startswith(str(place["sha256"])):
        raise ValueError(f"{article.path} is not the file that was labelled")
    return article.cite(Span(int(str(place["start"])), int(str(place["end"]))))


def _holds(family: Family, place: Citation) -> bool:
    """Return whether a member is the labelled span or a part of it."""
    return any(
        member.path == place.path and member.span.meets(place.span) for member in family.members
    )


@cache
def _together(data: Path, folder: str) -> tuple[dict[str, Article], tuple[Family, ...]]:
    """Return the articles of an event or of a cluster by path, and their families."""
    kind, _, key = folder.rpartition("/")
    contents = _read_cluster(data, key) if kind == "clusters" else _read_event(data, key)
    articles = {
        path: read_article(Seed(path, content, hashlib.sha256(content).hexdigest()))
        for path, content in ((f"{folder}/{name}", content) for name, content in contents)
    }
    return articles, _group(list(articles.values()))


def _read_event(data: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted((data / "events" / name).glob("*.txt")):
        yield file.name, file.read_bytes()


def _read_cluster(data: Path, key: str) -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(_open_clusters(data)[key].texts):
        yield str(number), text.encode()


@cache
def _open_clusters(data: Path) -> dict[str, Cluster]:
    return {cluster.id: cluster for cluster in load_clusters(data / "clusters.jsonl.gz")}


def _group(articles: Sequence[Article]) -> tuple[Family, ...]:
    annotations = {
        article.path: Annotations(article.path, quotations=find_quotations(article, (), "en"))
        for article in articles
    }
    return group_families(articles, annotations, Facts(), "en")


def trigram_overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's word trigrams that the other has."""
    first, second = (set(zip(w, w[1:], w[2:], strict=False)) for w in map(_words, (one, other)))
    return len(first & second) / (min(len(first), len(second)) or 1)


def _words(text: str) -> list[str]:
    return [word.strip(".,;:!?“”‘’\"'()") for word in text.casefold().split()]


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
    families = _group(articles)
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
