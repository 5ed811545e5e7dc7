"""Made sentences and articles with the statistics of news: Zipf's law, copies, names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "da", "fe", "go", "hi", "ju")
_ENDINGS = ("", "", "s", "ed", "ing", "er")
_SMALL = ("the", "of", "and", "to", "in", "a", "for", "is", "on", "that", "by", "with", "at", "was")
_WORDS = 30_000
_SMALL_SHARE = 0.4
"""Part of the words of English news that are stop words."""


def build_sentences(count: int, seed: int = 1) -> list[str]:
    """Return `count` sentences of 8 to 34 words, the same for the same seed."""
    dice = np.random.default_rng(seed)
    vocabulary = _build_vocabulary(dice)
    chances = 1 / np.arange(1, _WORDS + 1)
    lengths = dice.integers(8, 35, count)
    picks = dice.choice(_WORDS, int(lengths.sum()), p=chances / chances.sum())
    small = dice.random(len(picks)) < _SMALL_SHARE
    words = [
        _SMALL[pick % len(_SMALL)] if is_small else vocabulary[pick]
        for pick, is_small in zip(picks, small, strict=True)
    ]
    ends = np.cumsum(lengths)
    spans = zip(ends - lengths, ends, strict=True)
    return [" ".join(words[start:end]).capitalize() + "." for start, end in spans]


def _build_vocabulary(dice: np.random.Generator) -> Sequence[str]:
    stems = ["".join(dice.choice(_SYLLABLES, dice.integers(2, 5))) for _ in range(_WORDS)]
    return [stem + _ENDINGS[index % len(_ENDINGS)] for index, stem in enumerate(stems)]
