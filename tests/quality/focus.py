"""Does a topic change what is chosen? Measured on the two focus sets."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.config import Budget, Settings, Topic
from generator.evaluation.comparison import find_interval
from generator.evaluation.rouge import score_words, split_words
from generator.models import Seed
from generator.selection.candidates import Corpus
from tests.quality.figures import Figure

ASPECTS = {
    topic["slug"]: Topic.model_validate(topic)
    for topic in yaml.safe_load(Path(__file__).with_name("focus_topics.yml").read_text("utf-8"))
}
OTHERS = ("lead", "lex-rank", "text-rank", "lsa", "edmundson")
VOTE_FLOORS = {"geo": 0.82, "rescue": 0.71}
LEAD_VOTES = {"geo": 0.77, "rescue": 0.58}
"""Lead over all sentences of the set, boilerplate too, as measured when the floors were set."""


def load_rows(file: Path) -> list[Any]:
    """Return the rows of gzipped JSON Lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_alone(text: str, topic: Topic) -> Corpus:
    """Return `text` as the only article."""
    data = text.encode()
    seed = Seed("article.txt", data, hashlib.sha256(data).hexdigest())
    settings = Settings.model_construct(language="en", topics=(topic,))
    return pipeline.read_corpus([seed], settings, {})


def summarize(
    corpus: Corpus, topic: Topic | None, ranker: str = "coverage", **budget: int
) -> list[str]:
    """Return what `dossier summarize` prints."""
    settings = Settings.model_construct(language="en", topics=(topic,) if topic else ())
    wanted = Budget.model_construct(**{"sentences": None, "words": None, **budget})
    summary = pipeline.summarize_corpus(corpus, settings, wanted, ranker)
    return [statement.text for statement in summary.statements]


def measure_votes(rows: Sequence[Any]) -> Iterator[Figure]:
    """Yield what part of the five readers' votes the three chosen sentences get, by aspect."""
    for aspect, topic in ASPECTS.items():
        read = [
            (row, read_alone("\n\n".join(row["sentences"]), topic))
            for row in rows
            if row["aspect"] == aspect
        ]
        best = max((_share_votes(read, topic, ranker), ranker) for ranker in OTHERS)
        halves = [_share_votes(read[half::2], topic, "coverage") for half in (0, 1)]
        yield Figure(
            f"focus sentences: {aspect}, votes of the three chosen",
            _share_votes(read, topic, "coverage"),
            VOTE_FLOORS[aspect],
            items=len(read),
            note=f"Lead {LEAD_VOTES[aspect]}; on the same matches {best[1]} {best[0]:.3f}; "
            f"halves {halves[0]:.3f}, {halves[1]:.3f}",
        )


def _share_votes(read: Sequence[tuple[Any, Corpus]], topic: Topic, ranker: str) -> float:
    got = possible = 0
    for row, corpus in read:
        printed = summarize(corpus, topic, ranker, sentences=3)
        chosen = _find_printed(row["sentences"], printed)
        got += sum(row["votes"][index] for index in chosen)
        possible += sum(sorted(row["votes"], reverse=True)[:3])
    return got / possible


def _find_printed(sentences: Sequence[str], printed: Sequence[str]) -> set[int]:
    """Return which of `sentences` hold the printed ones, or are held by them."""
    folded = [" ".join(sentence.split()) for sentence in sentences]
    return {
        next((i for i, sentence in enumerate(folded) if text in sentence or sentence in text), -1)
        for text in printed
    } - {-1}


@dataclass(frozen=True, slots=True)
class Pair:
    """One article with two of its topics and a human summary for each."""

    corpora: tuple[Corpus, Corpus]
    topics: tuple[Topic, Topic]
    references: tuple[str, str]


def measure_summaries(rows: Sequence[Any]) -> Iterator[Figure]:
    """Yield ROUGE-1 with the own topic less that with the other, and less any generic ranker."""
    pairs = list(_pair_up(rows))
    own, other = _score_topics(pairs)
    gain = find_interval([100 * (mine - its) for mine, its in zip(own, other, strict=True)])
    generic = {ranker: _score_generic(pairs, ranker) for ranker in ("coverage", *OTHERS)}
    best, name = max((100 * sum(scores) / len(scores), name) for name, scores in generic.items())
    yield Figure(
        "focus summaries: ROUGE-1 with the own topic less the other's, lower bound",
        gain.low,
        0.0,
        items=len(own),
        note=f"mean {gain.mean:.2f}, interval [{gain.low:.2f}, {gain.high:.2f}]",
    )
    yield Figure(
        "focus summaries: ROUGE-1 with the own topic less the best generic ranker's",
        100 * sum(own) / len(own) - best,
        0.0,
        items=len(own),
        note=f"generic {name} {best:.2f}",
    )


def _pair_up(rows: Sequence[Any]) -> Iterator[Pair]:
    by_article: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_article[row["doc_id"]].append(row)
    for one, other in (group[:2] for group in by_article.values() if len(group) > 1):
        topics = (_build_topic(one), _build_topic(other))
        text = _part_sentences(one["docs"][0]["text"])
        corpora = (read_alone(text, topics[0]), read_alone(text, topics[1]))
        yield Pair(corpora, topics, (one["references"][0], other["references"][0]))


def _part_sentences(text: str) -> str:
    """Return `text` with a paragraph for each sentence: the set has lost its paragraphs."""
    return text.replace(" . ", ".\n\n").replace(". ", ".\n\n")


def _build_topic(row: Mapping[str, Any]) -> Topic:
    words = [word.strip() for word in row["query_words"].split(",") if word.strip()]
    return Topic.model_validate(
        {
            "slug": "asked",
            "title": row["query_phrases"].split(",")[0].lower(),
            "description": row["query"],
            "terms": words,
        }
    )


def _score_topics(pairs: Sequence[Pair]) -> tuple[list[float], list[float]]:
    own, other = [], []
    for pair in pairs:
        texts = [
            summarize(corpus, topic, words=70)
            for corpus, topic in zip(pair.corpora, pair.topics, strict=True)
        ]
        for index, reference in enumerate(pair.references):
            own.append(_score(texts[index], reference))
            other.append(_score(texts[1 - index], reference))
    return own, other


def _score_generic(pairs: Sequence[Pair], ranker: str) -> list[float]:
    return [
        _score(summarize(pair.corpora[0], None, ranker, words=70), reference)
        for pair in pairs
        for reference in pair.references
    ]


def _score(texts: Sequence[str], reference: str) -> float:
    return score_words(split_words(" ".join(texts)), [split_words(reference)]).rouge_1
