"""The default ranker's core: few sentences that cover what the articles keep saying.

Every stem and every pair of neighbouring stems is a concept, worth the more the more often and
the more independently it is said (concepts as in ICSISumm, Gillick & Favre 2009). Each time a
chosen sentence covers a concept, the concept's worth decays, so that repetition pays less and
less. The sum over concepts is submodular: the greedy choice is near the best one (Lin & Bilmes
2011), and worth never rises, as `select_passages` asks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from generator.selection.passages import Admission, Passage, Pick, select_passages

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The few knobs, set on development clusters (`python -m tests.quality --only ranking`)."""

    decay: float = 0.4
    """What is left of a concept's worth each time it has been said."""
    length: float = 0.8
    """Exponent of the length, in words, that a gain is divided by."""
    lead: float = 1.0
    """How much more an article's first sentence weighs than one far down."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts of a sequence of passages, laid end to end."""

    ids: Integers
    starts: Integers
    """Where each passage's concepts begin in `ids`; one entry more than there are passages."""
    worth: Floats
    """By concept, from 0 to 1; decays as passages are taken."""

    def of(self, index: int) -> Integers:
        """Return the concepts of the passage at `index`."""
        return self.ids[self.starts[index] : self.starts[index + 1]]


@dataclass(frozen=True, slots=True)
class CoverageJudge:
    """Rates a passage by the worth that its concepts still have."""

    concepts: Concepts
    factors: Floats
    """By passage: what its gain is multiplied with."""
    decay: float

    def rate(self, index: int) -> float:
        """Return the gain of the passage at `index`, rounded."""
        worth = self.concepts.worth[self.concepts.of(index)].sum()
        return round(float(worth * self.factors[index]), 9)

    def take(self, index: int) -> None:
        """Let the worth of its concepts decay."""
        self.concepts.worth[self.concepts.of(index)] *= self.decay


def rank_by_coverage(
    passages: Sequence[Passage],
    stems: Sequence[Sequence[str]],
    admits: Admission,
    knobs: Coverage = Coverage(),
) -> list[Pick]:
    """Return the admitted passages, best first, each judged by what it adds to those before it."""
    concepts = find_concepts(passages, stems)
    judge = CoverageJudge(concepts, _weigh(passages, knobs), knobs.decay)
    return select_passages(passages, judge, admits)


def find_concepts(passages: Sequence[Passage], stems: Sequence[Sequence[str]]) -> Concepts:
    """Return the stems and pairs of stems of each passage, with their worth.

    The worth is the root of how often a concept is said, times how many origins say it.
    """
    numbers: dict[str | tuple[str, str], int] = {}
    counts: Counter[int] = Counter()
    origins: defaultdict[int, set[str]] = defaultdict(set)
    ids: list[int] = []
    starts = [0]
    for passage, words in zip(passages, stems, strict=True):
        concepts: list[str | tuple[str, str]] = [*words, *pairwise(words)]
        said = [numbers.setdefault(concept, len(numbers)) for concept in concepts]
        counts.update(said)
        for number in dict.fromkeys(said):
            origins[number].update(passage.origins or (str(passage.article),))
            ids.append(number)
        starts.append(len(ids))
    worth = np.array([counts[n] ** 0.5 * len(origins[n]) for n in range(len(numbers))])
    return Concepts(np.array(ids, np.int64), np.array(starts), worth / max(worth, default=1.0))


def _weigh(passages: Sequence[Passage], knobs: Coverage) -> Floats:
    lengths = np.array([max(1, len(passage.text.split())) for passage in passages], float)
    positions = np.array([passage.position for passage in passages], float)
    weights = np.array([passage.weight for passage in passages], float)
    factors: Floats = weights * (1 + knobs.lead / (1 + positions)) / lengths**knobs.length
    return factors
