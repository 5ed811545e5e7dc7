"""What a ranker sees of a sentence, and the greedy choice that every ranker ends in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Protocol

Admission = Callable[[Sequence[int], int], bool]
"""Given the passages chosen so far and another one, whether that one may join them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence as a ranker sees it."""

    text: str
    article: int = 0
    """Number of its article, in the order in which the articles are read."""
    position: int = 0
    """How many sentences of its article stand before it."""
    origin: int = 0
    """Number of the independent source that its article belongs to."""
    weight: float = 1.0
    """What else speaks for it, as a factor; 1 is neutral."""
    after: int | None = None
    """Index of the passage without which it may not be printed."""
    tier: int = 0
    """Passages of a lower tier go first, whatever they are worth."""
    silent: bool = False
    """Whether it is never printed, and only counts as something that is said."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A passage that a ranker chose."""

    index: int
    """Its place in the sequence that was ranked."""
    score: float
    """Its rating when it was chosen, rounded; comparable within one ranking only."""


class Judge(Protocol):
    """Says what a passage is worth beside those taken before; that may fall, and never rises."""

    def rate(self, index: int) -> float:
        """Return what the passage at `index` is worth now, rounded."""

    def take(self, index: int) -> None:
        """Remember that the passage at `index` was chosen."""


@dataclass(frozen=True, slots=True)
class FixedRatings:
    """The judge whose mind is made up."""

    ratings: Sequence[float]

    def rate(self, index: int) -> float:
        """Return the rating given to the passage at `index`."""
        return self.ratings[index]

    def take(self, index: int) -> None:
        """Change nothing."""


def select_passages(passages: Sequence[Passage], judge: Judge, admits: Admission) -> list[Pick]:
    """Return the admitted passages: lower tiers, then more worth, then the earlier first.

    Since worth never rises, an old rating is an upper bound and most passages are rated once.
    """
    waiting: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if not passage.silent:
            waiting[passage.after].append(index)

    def rank(index: int) -> tuple[int, float, int]:
        return (passages[index].tier, -judge.rate(index), index)

    heap = [rank(index) for index in waiting.pop(None, [])]
    heapify(heap)
    picks: list[Pick] = []
    chosen: list[int] = []
    while heap:
        index = heappop(heap)[-1]
        if not admits(chosen, index):
            continue
        current = rank(index)
        if heap and current > heap[0]:
            heappush(heap, current)
            continue
        judge.take(index)
        chosen.append(index)
        picks.append(Pick(index, -current[1]))
        for follower in waiting.pop(index, []):
            heappush(heap, rank(follower))
    return picks
