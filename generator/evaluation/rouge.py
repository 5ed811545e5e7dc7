"""ROUGE-1 and ROUGE-2 as the `rouge-score` package counts them, with stemming, F1.

The package's own tokens are used; counting them here lets the oracle add sentence by sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from generator.errors import InputError

Grams = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """How near a text comes to a reference: F1 of shared words and of shared pairs of words."""

    rouge_1: float
    rouge_2: float


@lru_cache(maxsize=1)
def _load_tokenizer() -> Any:
    try:
        from rouge_score.tokenizers import DefaultTokenizer
    except ImportError:
        raise InputError(
            "dossier evaluate needs one more package: pip install 'dossier-site[evaluate]'"
        ) from None
    return DefaultTokenizer(use_stemmer=True)


@lru_cache(maxsize=10_000)
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as rouge-score compares them."""
    return tuple(_load_tokenizer().tokenize(text))


def score_words(words: Sequence[str], references: Sequence[Sequence[str]]) -> Score:
    """Return the score of `words`, on average over the references."""
    ones = [_compare(_count(words, 1), _count(reference, 1)) for reference in references]
    twos = [_compare(_count(words, 2), _count(reference, 2)) for reference in references]
    return Score(sum(ones) / len(ones), sum(twos) / len(twos))


def _count(words: Sequence[str], size: int) -> Grams:
    return Counter(pairwise(words)) if size == 2 else Counter((word,) for word in words)


def _compare(found: Grams, wanted: Grams) -> float:
    shared = (found & wanted).total()
    return 2 * shared / (found.total() + wanted.total()) if shared else 0.0
