"""Pairs worth comparing, found by an index: the work grows with the items, not their square."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import combinations

_NEAR = 12
"""Items after it that an item meets under one key."""


def find_pairs(
    bags: Sequence[Collection[str]], groups: Sequence[Hashable], shared: int, rare: int = 6
) -> list[tuple[int, int]]:
    """Return pairs of indices of one group that share so many of their `rare` rarest stems.

    >>> find_pairs([{"a", "b"}, {"a", "b", "c"}, {"a"}], [0, 0, 0], 2)
    [(0, 1)]
    """
    counts = Counter(stem for bag in bags for stem in bag)
    keys: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda stem: (counts[stem], stem))[:rare]
        for some in combinations(sorted(rarest), shared):
            keys[groups[index], some].append(index)
    return sorted({pair for members in keys.values() for pair in _find_neighbours(members)})


def _find_neighbours(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, index in enumerate(members):
        for other in members[place + 1 : place + 1 + _NEAR]:
            yield index, other
