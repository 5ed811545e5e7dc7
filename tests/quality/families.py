"""Families against labelled pairs: pairs written for this project, and pairs of the events.

Pairs of the events are kept as file, offsets and digest; the text is its publishers'. A third of
all pairs, by digest, was labelled before the rules were run on them and is reported apart.
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
        Figure("seeds: the three families of quotations", count_seed_families(), 3, items=3),
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
    """Yield the verdicts on the pairs of the events, each event grouped as a whole."""
    rows = [json.loads(line) for line in (PAIRS / "events.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        event = row["a"]["file"].partition("/")[0]
        articles, families = _event(data / "events" / event)
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
def _event(folder: Path) -> tuple[dict[str, Article], tuple[Family, ...]]:
    articles = {}
    for file in sorted(folder.glob("*.txt")):
        content = file.read_bytes()
        path = f"{folder.name}/{file.name}"
        seed = Seed(path, content, hashlib.sha256(content).hexdigest())
        articles[path] = read_article(seed)
    return articles, _group(list(articles.values()))


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
