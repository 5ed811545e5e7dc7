"""Disagreements: planted pairs among innocent ones, in made-up stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from generator.annotation.dates import find_dates
from generator.annotation.quantities import find_quantities
from generator.annotation.quotations import find_quotations
from generator.dossier import Disagreement
from generator.findings import Annotations
from generator.models import Article
from generator.selection.candidates import Corpus
from generator.selection.disagreements import find_disagreements
from tests.annotation.articles import build_article
from tests.quality.figures import Figure
from tests.quality.reading import SEEDS, read_file

_GOLD = Path(__file__).parent / "gold"
_SEEDS = ("assault rifles", "considering sending weapons", "has sold weapons to either side")
_MARK = re.compile(r"\[(\d+)([a-z])\] ")

Place = tuple[str, int]
"""Path of an article, index of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Story:
    """A few articles on one event."""

    name: str
    articles: tuple[Article, ...]
    marks: dict[Place, tuple[str, str]]
    """The number and the side of each sentence that disagrees with another."""

    def find_planted(self) -> Iterator[frozenset[Place]]:
        """Yield the pairs that disagree."""
        for (one, a), (other, b) in combinations(self.marks.items(), 2):
            if a[0] == b[0] and a[1] != b[1]:
                yield frozenset((one, other))

    def count_pairs(self) -> int:
        """Return how many pairs of sentences the story has."""
        sentences = sum(len(article.sentences) for article in self.articles)
        return sentences * (sentences - 1) // 2


def measure(data: Path | None) -> list[Figure]:
    """Return precision and recall on all stories in one folder, and on either half of them."""
    stories = load_stories()
    figures = [measure_seeds(), *measure_stories("all stories", stories, 0.97, 0.93)]
    for half in (0, 1):
        figures += measure_stories(f"half {half + 1}", stories[half::2])
    return [
        *figures,
        *measure_stories("unseen stories", load_stories("disagreements_unseen"), 0.9, 0.8),
    ]


def measure_seeds() -> Figure:
    """Return how many of the sides that the seeds must show stand in one row, on their sides."""
    rows = find_disagreements(build_corpus([read_file(path) for path in sorted(SEEDS.glob("*"))]))
    texts = [[" ".join(s.text for s in side.statements) for side in row.sides] for row in rows]
    found = [
        [said.count(words) for said, words in zip((a, a, b), _SEEDS, strict=True)]
        for a, b, *_ in texts
    ]
    best = max((sum(map(bool, counts)) for counts in found), default=0)
    return Figure("seeds: accusation, report and denial of arms in one row", best / 3, 1.0, items=3)


def measure_stories(
    name: str, stories: list[Story], precision: float | None = None, recall: float | None = None
) -> Iterator[Figure]:
    """Yield precision and recall by pairs of sentences on opposite sides."""
    corpus = build_corpus([article for story in stories for article in story.articles])
    found = {pair for row in find_disagreements(corpus) for pair in find_pairs(row, corpus)}
    planted = {pair for story in stories for pair in story.find_planted()}
    innocent = sum(story.count_pairs() for story in stories) - len(planted)
    right = len(found & planted)
    note = f"{len(planted)} planted among {innocent} innocent pairs"
    yield Figure(f"{name}: precision", right / max(1, len(found)), precision, items=len(found))
    yield Figure(f"{name}: recall", right / len(planted), recall, items=len(planted), note=note)


def find_pairs(row: Disagreement, corpus: Corpus) -> Iterator[frozenset[Place]]:
    """Yield the pairs of sentences that a row sets against each other."""
    places = {
        (article.path, sentence.span): (article.path, index)
        for article in corpus.articles
        for index, sentence in enumerate(article.sentences)
    }
    for one, other in combinations(row.sides, 2):
        for first, second in product(one.statements, other.statements):
            ends = (statement.citations[0] for statement in (first, second))
            yield frozenset(places[end.path, end.span] for end in ends)


def build_corpus(articles: list[Article]) -> Corpus:
    """Return the articles with what the board is made from."""
    annotations = {
        article.path: Annotations(
            article.path,
            dates=find_dates(article),
            quotations=find_quotations(article),
            quantities=find_quantities(article),
        )
        for article in articles
    }
    return Corpus(tuple(articles), annotations)


def load_stories(name: str = "disagreements") -> list[Story]:
    """Return the stories of a gold file."""
    lines = (_GOLD / f"{name}.txt").read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    return [_parse_story(part) for part in text.split("== ")[1:]]


def _parse_story(part: str) -> Story:
    name, *rest = part.split("\n-- ")
    articles, marks = [], {}
    for article in rest:
        head, *lines = article.strip().split("\n")
        outlet, _, day = head.partition(" | ")
        path = f"{name}/{outlet}".replace(" ", "-")
        for index, line in enumerate(lines):
            if mark := _MARK.match(line):
                marks[path, index] = (mark[1], mark[2])
        articles.append(build_article([_MARK.sub("", line) for line in lines], day, path))
    return Story(name, tuple(articles), marks)
