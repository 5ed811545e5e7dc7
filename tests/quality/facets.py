"""Sentences of four sides of one event, near one another, one of them what an actor says.

Written for this project by another hand, labelled by meaning and not by terms, before the rules
were run on them; at their first run precision was .86 and recall .27. They have been read since.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator import pipeline
from generator.config import Settings, Topic
from generator.selection.candidates import Corpus
from tests.quality.figures import Figure
from tests.quality.topics import Score
from tests.quality.twins import read_seeds

FOLDER = Path(__file__).parent / "facet_event"

Labels = Mapping[tuple[str, str], Mapping[str, int]]
"""Weight of each topic by file and sentence; those of weight 1 count neither for nor against."""


def measure(data: Path | None) -> list[Figure]:
    """Return the figures; `data` is not asked for."""
    read = yaml.safe_load((FOLDER / "topics.yml").read_text("utf-8"))
    topics = [Topic.model_validate(topic) for topic in read]
    settings = Settings.model_construct(language="en", topics=tuple(topics))
    corpus = pipeline.read_corpus(read_seeds(FOLDER), settings, {})
    labels, found = _read_labels(), _find_topics(corpus)
    pairs = [
        (weights.get(topic.slug, 0), topic.slug in found.get(place, ()))
        for place, weights in labels.items()
        for topic in topics
    ]
    score = Score(pairs.count((2, True)), pairs.count((0, True)), pairs.count((2, False)))
    return [
        Figure("sides of one event: precision", score.precision, 0.88, items=score.right),
        Figure("sides of one event: recall", score.recall, 0.37, items=score.right),
    ]


def _read_labels() -> Labels:
    rows = [line.split("\t") for line in (FOLDER / "labels.tsv").read_text("utf-8").splitlines()]
    return {
        (path, _fold(text)): {
            slug: int(weight)
            for slug, _, weight in (label.strip().partition("=") for label in labels.split(","))
            if slug
        }
        for path, text, labels in rows
    }


def _find_topics(corpus: Corpus) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for article in corpus.articles:
        for match in corpus.annotations[article.path].topics:
            text = article.show(article.sentences[match.sentence].span)
            found.setdefault((article.path, _fold(text)), set()).add(match.topic)
    return found


def _fold(text: str) -> str:
    return " ".join(text.split())
