"""The default ranker's core: few sentences that cover what the articles keep saying.

A concept (`concepts`) is worth the more the more often and the more independently it is said, an
idea of ICSISumm (Gillick & Favre 2009). Each time a chosen sentence says a concept, its worth
decays, so that repetition pays less and less. The sum over concepts is submodular: the greedy
choice is near the best one (Lin & Bilmes 2011), and worth never rises, as `select_passages` asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.selection.concepts import Concepts, Floats, Word, find_concepts
from generator.selection.passages import Admission, Passage, Pick, select_passages


@dataclass(frozen=True, slots=True)
class Coverage:
    """The few knobs, set on development clusters (`python -m tests.quality --only ranking`)."""

    decay: float = 0.1
    """What is left of a concept's worth each time it has been said."""
    pair: float = 2.0
    """How many times a pair of words is worth a single one."""
    once: float = 0.5
    """What a concept that is said only once is worth, of what it would be."""
    lead: float = 0.35
    """How fast weight falls with a sentence's place in its article, as a negative exponent."""
    length: float = 0.9
    """Exponent of the length, in words, that a gain is divided by."""


@dataclass(frozen=True, slots=True)
class CoverageJudge:
    """Rates a passage by the worth that its concepts still have."""

    concepts: Concepts
    worth: Floats
    """By concept; decays in place as passages are taken."""
    factors: Floats
    """By passage: what its gain is multiplied with."""
    decay: float

    def rate(self, index: int) -> float:
        """Return the gain of the passage at `index`, rounded."""
        return round(float(self.worth[self.concepts.of(index)].sum() * self.factors[index]), 9)

    def take(self, index: int) -> None:
        """Let the worth of its concepts decay."""
        self.worth[self.concepts.of(index)] *= self.decay


def rank_by_coverage(
    passages: Sequence[Passage],
    words: Sequence[Sequence[Word]],
    admits: Admission,
    knobs: Coverage = Coverage(),
) -> list[Pick]:
    """Return the admitted passages, best first, each judged by what it adds to those before it.

    A score of 1 is that of the passage with most to say.
    """
    concepts = find_concepts(words, [passage.origin for passage in passages])
    worth = _weigh_concepts(concepts, knobs)
    factors = _weigh_passages(passages, knobs)
    gains = concepts.sum_by_passage(worth) * factors
    judge = CoverageJudge(concepts, worth / (gains.max(initial=0) or 1), factors, knobs.decay)
    return select_passages(passages, judge, admits)


def _weigh_concepts(concepts: Concepts, knobs: Coverage) -> Floats:
    worth: Floats = concepts.counts * concepts.breadth**1.5
    worth *= np.where(concepts.is_pair, knobs.pair, 1.0)
    worth *= np.where(concepts.counts == 1, knobs.once, 1.0)
    return worth


def _weigh_passages(passages: Sequence[Passage], knobs: Coverage) -> Floats:
    lengths = np.array([len(passage.text.split()) for passage in passages], float)
    places = np.array([passage.position + 1 for passage in passages], float)
    weights = np.array([passage.weight for passage in passages], float)
    factors: Floats = weights / np.maximum(lengths, 1) ** knobs.length
    return factors / places**knobs.lead
