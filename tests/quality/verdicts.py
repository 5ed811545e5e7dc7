"""What the families say of labelled pairs: pairs written for this project, and pairs of real text.

Pairs of real text are kept as file, offsets and digest; the text is its publishers'.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from generator.config import Settings
from generator.evaluation.clusters import Cluster, load_clusters
from generator.findings import Facts, Family
from generator.models import (
    Article,
    Citation,
    Seed,
    Span,
)
from generator.pipeline import annotate_article
from generator.reading.articles import read_article
from generator.selection.families import group_families
from tests.articles import build_article

PAIRS = Path(__file__).parent / "pairs"
SEEDS = Path(__file__).parents[2] / "seeds"
_File = tuple[str, bytes, Mapping[str, str] | None]
"""Its name, what it holds, and its row of the sidecar."""


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


def judge_made(name: str) -> Iterator[Verdict]:
    """Yield the verdicts on pairs written for this project, each pair a folder of its own."""
    for line in (PAIRS / name).read_text("utf-8").splitlines():
        label, one, other = line.split("\t")
        articles = [
            build_article(f"Day {i}\n{text}", f"{i}.txt", split=False)
            for i, text in enumerate((one, other))
        ]
        found = any(
            len({member.path for member in family.members}) == 2
            for family in group_articles(articles)
        )
        yield Verdict(line, label == "yes", found, trigram_overlap(one, other), (one, other))


def judge_real(data: Path | None, name: str) -> Iterator[Verdict]:
    """Yield the verdicts on pairs of real text: each event, cluster or the seeds as a whole."""
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
def _together(data: Path | None, folder: str) -> tuple[dict[str, Article], tuple[Family, ...]]:
    """Return the articles of an event, of a cluster or of the seeds by path, and their families."""
    kind, _, key = folder.rpartition("/")
    if data is None or folder == "seeds":
        contents = _read_folder(SEEDS)
    elif kind == "timelines":
        contents = _read_timeline(data, key)
    else:
        events = _read_folder(data / "events" / key)
        contents = _read_cluster(data, key) if kind == "clusters" else events
    articles = {
        path: read_article(Seed(path, content, hashlib.sha256(content).hexdigest()), source=row)
        for path, content, row in ((f"{folder}/{name}", told, row) for name, told, row in contents)
    }
    return articles, group_articles(list(articles.values()))


def _read_folder(folder: Path) -> Iterator[_File]:
    for file in sorted(folder.glob("*.txt")):
        yield file.name, file.read_bytes(), None


def _read_cluster(data: Path, key: str) -> Iterator[_File]:
    for number, text in enumerate(_open_clusters(data)[key].texts):
        yield str(number), text.encode(), None


def _read_timeline(data: Path, key: str) -> Iterator[_File]:
    """Yield the articles of a long event, a paragraph to a line, with their days."""
    with gzip.open(data / "timelines.jsonl.gz", "rt", encoding="utf-8") as lines:
        events = {event["id"]: event["docs"] for event in map(json.loads, lines)}
    for number, document in enumerate(events[key]):
        text = document["text"].replace("\n", "\n\n")
        yield str(number), text.encode(), {"published": document["date"]}


@cache
def _open_clusters(data: Path) -> dict[str, Cluster]:
    return {cluster.id: cluster for cluster in load_clusters(data / "clusters.jsonl.gz")}


def group_articles(articles: Sequence[Article]) -> tuple[Family, ...]:
    """Return the families of articles that are read as a build reads them."""
    annotations = {
        article.path: annotate_article(article, Facts(), Settings()) for article in articles
    }
    return group_families(articles, annotations, Facts(), "en")


def trigram_overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's word trigrams that the other has."""
    first, second = (set(zip(w, w[1:], w[2:], strict=False)) for w in map(_words, (one, other)))
    return len(first & second) / (min(len(first), len(second)) or 1)


def _words(text: str) -> list[str]:
    return [word.strip(".,;:!?“”‘’\"'()") for word in text.casefold().split()]
