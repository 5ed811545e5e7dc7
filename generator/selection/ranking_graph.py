"""LexRank, TextRank and Reduction over whole matrices: sumy's ratings in a fraction of its time.

sumy fills its matrices cell by cell in Python; here the products of all pairs of sentences come
from one sparse-by-dense multiplication. Formulas follow sumy 0.13 to the letter, its conventions
included, so that the rankings agree (tests/selection/test_ranking_graph.py holds them together).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Words = Sequence[Sequence[str]]

_EPSILON = 1e-4  # sumy's LexRank stops at 0.1, before its ranking has settled
_DAMPING = 0.85
_LINK = 0.1
"""LexRank joins two sentences whose cosine exceeds this."""
_COMMON = 48
"""Terms in fewer sentences are multiplied pair by pair, the others as dense columns."""
_NO_DIVISION_BY_ZERO = 1e-7


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each term stands in each sentence: only what is not zero, by term."""

    sentences: Integers
    terms: Integers
    values: Floats
    size: int
    """How many sentences there are."""

    @property
    def frequency(self) -> Integers:
        """Return the number of sentences with each term."""
        return np.bincount(self.terms)


def rank_lex(words: Words) -> Floats:
    """Return sumy's LexRank rating of each sentence (Erkan & Radev 2004)."""
    counts = _count_terms(words)
    peaks = np.ones(counts.size)
    np.maximum.at(peaks, counts.sentences, counts.values)
    rarity = np.log(counts.size / (1 + counts.frequency))
    weights = counts.values / peaks[counts.sentences] * rarity[counts.terms]
    lengths = np.sqrt(np.bincount(counts.sentences, weights**2, counts.size))
    unit = weights / np.where(lengths > 0, lengths, 1)[counts.sentences]
    links = (_multiply_pairs(counts, unit) > _LINK).astype(float)
    return _walk(links, np.maximum(links.sum(axis=1), 1.0))


def rank_text(words: Words) -> Floats:
    """Return sumy's TextRank rating of each sentence (Mihalcea & Tarau 2004)."""
    edges = _measure_overlap(words, alone=1.0)
    return _walk(edges, edges.sum(axis=1) + _NO_DIVISION_BY_ZERO, _DAMPING)


def rank_reduction(words: Words) -> Floats:
    """Return sumy's Reduction rating of each sentence: its overlap with all others together."""
    edges = _measure_overlap(words, alone=0.0)
    np.fill_diagonal(edges, 0.0)
    ratings: Floats = edges.sum(axis=1)
    return ratings


def _count_terms(words: Words) -> Counts:
    numbers: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    values: list[int] = []
    for row, sentence in enumerate(words):
        for word, count in Counter(sentence).items():
            rows.append(row)
            columns.append(numbers.setdefault(word, len(numbers)))
            values.append(count)
    places = np.array(rows, np.int64), np.array(columns, np.int64)
    return Counts(*places, np.array(values, float), len(words))


def _measure_overlap(words: Words, alone: float) -> Floats:
    """Return shared words over the logarithms of both lengths; `alone` scales one-word pairs."""
    counts = _count_terms(words)
    shared = _multiply_pairs(counts, counts.values)
    logs = np.log([max(1, len(sentence)) for sentence in words])
    norm = logs[:, None] + logs[None, :]
    single = norm <= 1e-8
    edges: Floats = np.where(single, shared * alone, shared / np.where(single, 1.0, norm))
    return edges


def _multiply_pairs(counts: Counts, weights: Floats) -> Floats:
    """Return the product of every two sentences' weights, summed over their shared terms."""
    common = counts.frequency[counts.terms] >= _COMMON
    _, columns = np.unique(counts.terms[common], return_inverse=True)
    dense = np.zeros((counts.size, int(columns.max(initial=-1)) + 1))
    dense[counts.sentences[common], columns] = weights[common]
    products: Floats = dense @ dense.T
    left, right = _pair_up(counts.terms[~common])
    rows, values = counts.sentences[~common], weights[~common]
    flat = rows[left] * counts.size + rows[right]
    products += np.bincount(flat, values[left] * values[right], counts.size * counts.size).reshape(
        counts.size, counts.size
    )
    return products


def _pair_up(terms: Integers) -> tuple[Integers, Integers]:
    """Return the indices of all ordered pairs of entries with the same term."""
    order = np.argsort(terms, kind="stable")
    _, starts, sizes = np.unique(terms[order], return_index=True, return_counts=True)
    partners = np.repeat(sizes, sizes)  # of each entry: how many share its term
    left = np.repeat(np.arange(len(order)), partners)
    firsts = np.repeat(np.repeat(starts, sizes), partners)
    within = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners)
    return order[left], order[firsts + within]


def _walk(edges: Floats, sums: Floats, damping: float | None = None) -> Floats:
    """Return where a walk over `edges` settles; even where nothing is linked.

    `edges` equal their own transpose, so that dividing them row by row by `sums` and turning the
    matrix comes to dividing the vector. Without `damping` the vector is held at length 1.
    """
    vector = np.full(len(edges), 1 / max(1, len(edges)))
    change = 1.0
    while change > _EPSILON:
        following = edges @ (vector / sums)
        if damping is None:
            length = float(np.linalg.norm(following))
            if length == 0:
                return vector
            following /= length
        else:
            following = (1 - damping) * vector.sum() / max(1, len(vector)) + damping * following
        change = float(np.linalg.norm(following - vector))
        vector = following
    return vector
