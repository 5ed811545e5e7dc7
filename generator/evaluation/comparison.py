"""Rankers side by side on the same clusters: their choices, and how near these come."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from generator import pipeline
from generator.config import Budget, Settings
from generator.evaluation.clusters import Cluster
from generator.evaluation.rouge import Score, score_words, split_words
from generator.models import Seed
from generator.selection.candidates import Corpus, find_candidates
from generator.selection.passages import Passage
from generator.selection.ranking import rank_sentences

ORACLE = "oracle"
"""What a reader of the references would pick: no ranker can be much better."""
PRINTED = "as printed"
"""The default ranker behind the sentence gate and the families: what the site prints."""
_RESAMPLES = 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the bounds that hold 95 % of its bootstrap resamples."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Result:
    """One ranker's summary of one cluster, scored."""

    score: Score
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """One ranker's result over all clusters."""

    ranker: str
    rouge_1: Interval
    rouge_2: Interval
    words: float
    """Mean length of its summaries."""


def score_rankers(
    clusters: Sequence[Cluster], words: int, rankers: Sequence[str], language: str = "en"
) -> dict[str, list[Result]]:
    """Return each ranker's result on each cluster; `oracle` and `as printed` are rankers too.

    Every ranker but the one as printed chooses among the same sentences: all that are no
    boilerplate, each text once, in whole sentences up to `words` words.
    """
    results: dict[str, list[Result]] = {ranker: [] for ranker in rankers}
    for cluster in clusters:
        references = [split_words(reference) for reference in cluster.references]
        bench = _Bench(_read_cluster(cluster, language), words, language, references)
        for ranker in rankers:
            text = bench.summarize(ranker)
            score = score_words(split_words(text), references)
            results[ranker].append(Result(score, len(text.split())))
    return results


def build_row(ranker: str, results: Sequence[Result]) -> Row:
    """Return the means of `results` with their intervals."""
    return Row(
        ranker,
        find_interval([result.score.rouge_1 for result in results]),
        find_interval([result.score.rouge_2 for result in results]),
        round(sum(result.words for result in results) / len(results), 1),
    )


def _read_cluster(cluster: Cluster, language: str) -> Corpus:
    seeds = []
    for number, text in enumerate(cluster.texts):
        data = text.encode("utf-8", "replace")
        seeds.append(Seed(f"{number:04}.txt", data, hashlib.sha256(data).hexdigest()))
    return pipeline.read_corpus(seeds, Settings.model_construct(language=language, topics=()), {})


@dataclass(frozen=True, slots=True)
class _Bench:
    """One cluster, read, with what is to be chosen from it."""

    corpus: Corpus
    words: int
    language: str
    references: Sequence[Sequence[str]]

    def summarize(self, ranker: str) -> str:
        """Return the summary of `ranker`, cut where even its first sentence is too long."""
        if ranker == PRINTED:
            budget = Budget.model_construct(sentences=None, words=self.words)
            settings = Settings.model_construct(language=self.language, topics=())
            found = pipeline.summarize_corpus(self.corpus, settings, budget, "coverage")
            texts = [statement.text for statement in found.statements]
        else:
            passages = _build_passages(self.corpus)
            texts = [passages[index].text for index in sorted(self._choose(passages, ranker))]
        return " ".join(" ".join(texts).split()[: self.words])

    def _choose(self, passages: Sequence[Passage], ranker: str) -> list[int]:
        lengths = [len(passage.text.split()) for passage in passages]

        def admits(chosen: Sequence[int], index: int) -> bool:
            return not chosen or sum(lengths[i] for i in (*chosen, index)) <= self.words

        if ranker == ORACLE:
            return select_best(passages, self.references, admits)
        picks = rank_sentences(passages, ranker, self.language, admits)
        return [pick.index for pick in picks]


def select_best(
    passages: Sequence[Passage],
    references: Sequence[Sequence[str]],
    admits: Callable[[Sequence[int], int], bool],
) -> list[int]:
    """Return the passages that a greedy reader of the references takes, while each one helps."""
    words = [split_words(passage.text) for passage in passages]
    chosen: list[int] = []
    text: list[str] = []
    reached = 0.0
    while True:
        gains = [
            (_add_up(score_words([*text, *words[index]], references)), -index)
            for index in range(len(passages))
            if index not in chosen and admits(chosen, index)
        ]
        best, place = max(gains, default=(0.0, 0))
        if best <= reached:
            return chosen
        reached = best
        chosen.append(-place)
        text += words[-place]


def _add_up(score: Score) -> float:
    return score.rouge_1 + score.rouge_2


def _build_passages(corpus: Corpus) -> list[Passage]:
    """Return every printable sentence of the corpus, flawed or not, equal texts once."""
    first = {one.text: one for one in reversed(find_candidates(corpus))}
    ordered = sorted(first.values(), key=lambda one: (one.article, one.index))
    numbers = {
        path: number for number, path in enumerate(dict.fromkeys(o.article for o in ordered))
    }
    return [
        Passage(one.text, numbers[one.article], one.position, numbers[one.article])
        for one in ordered
    ]


def find_interval(values: Sequence[float]) -> Interval:
    """Return the mean of `values` with its bootstrap interval, the same for the same values.

    >>> find_interval([0.5, 0.5, 0.5])
    Interval(mean=0.5, low=0.5, high=0.5)
    """
    sample = np.asarray(values, float)
    draws = np.random.default_rng(_SEED).integers(0, len(sample), (_RESAMPLES, len(sample)))
    means = sample[draws].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return Interval(*(round(float(value), 6) for value in (sample.mean(), low, high)))
