"""Which units are worth comparing: those that share some of their rarest stems.

Units are indexed under pairs of their rarest stems, and paired with those that stand near under a
pair, so the work grows with the number of units and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from generator.selection.likeness import ALIKE, bound_sureness, count_enough
from generator.selection.units import Unit

_FEWEST, _MOST = 10, 14  # stems of a unit that are indexed, two by two
_INDEXED = 6_000_000  # pairs of stems, up to which more than the fewest are indexed
_NEAR = 12  # units after it that a unit is paired with under one pair of stems
_WORTH_A_LOOK = 4  # of a long unit's rare stems must be shared
_CROWDED = 1.1  # times as many are shared as the index sees, where many units share pairs of them

Indices = NDArray[np.int64]


def pair_up(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the pairs of units that share enough of their rarest stems to be worth a look."""
    rare = min(_MOST, max(_FEWEST, isqrt(2 * _INDEXED // max(1, len(units)))))
    sizes = np.array([len(unit.claim.stems) for unit in units], np.int64)
    ones, others, times = _count_neighbours(*_pair_stems(_rarest_stems(units, sizes, rare)))
    least = np.minimum(sizes[ones], sizes[others])
    shared = (1 + np.sqrt(1 + 8 * times)) / 2  # k stems in common are k * (k - 1) / 2 pairs
    quoted = np.array([unit.quoted for unit in units], bool)
    both = (quoted[ones] & quoted[others]).astype(np.int64)
    needed = np.array([_list_needed(rare, quoted) for quoted in (False, True)])
    enough = _CROWDED * shared >= needed[both, np.minimum(least, rare + 1)]
    return list(zip(ones[enough].tolist(), others[enough].tolist(), strict=True))


def _list_needed(rare: int, quoted: bool) -> list[int]:
    """Return how many stems must be shared, by the size of the shorter up to more than `rare`."""
    return [*(_least_shared(size, quoted) for size in range(rare + 1)), _WORTH_A_LOOK]


def _least_shared(size: int, quoted: bool) -> int:
    """Return how many stems two units of that many must share to be alike at all."""
    least = count_enough(size, quoted, personal=quoted)
    return next(
        (shared for shared in range(least, size) if bound_sureness(shared, size) >= ALIKE), size
    )


def _rarest_stems(units: Sequence[Unit], sizes: Indices, rare: int) -> Indices:
    """Return a row of `rare` numbers for each unit, its rarest stems first, -1 where it has fewer.

    Stems that no other unit has are left out.
    """
    frequency = Counter(chain.from_iterable(unit.claim.stems for unit in units))
    order = sorted(frequency, key=lambda stem: (frequency[stem], stem))
    rank = {stem: place for place, stem in enumerate(order)}
    stems = np.array([rank[stem] for unit in units for stem in unit.claim.stems], np.int64)
    owners = np.repeat(np.arange(len(units)), sizes)
    again = stems >= sum(count == 1 for count in frequency.values())
    stems, owners = stems[again], owners[again]
    stems = stems[np.lexsort((stems, owners))]
    places = np.arange(len(owners)) - np.searchsorted(owners, owners)
    rows = np.full((len(units), rare), -1, np.int64)
    near = places < rare
    rows[owners[near], places[near]] = stems[near]
    return rows


def _pair_stems(rows: Indices) -> tuple[Indices, Indices]:
    """Return a key for each pair of stems of a row, and the row it is of."""
    ones, others = np.triu_indices(rows.shape[1], 1)
    owners, pairs = np.nonzero(rows[:, others] >= 0)
    size = int(rows.max(initial=0)) + 1
    return rows[owners, ones[pairs]] * size + rows[owners, others[pairs]], owners


def _count_neighbours(keys: Indices, owners: Indices) -> tuple[Indices, Indices, Indices]:
    """Return the pairs of owners that stand near one another, and under how many keys.

    Owners must ascend.
    """
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    again = keys[1:] == keys[:-1]
    often = np.append(again, False) | np.insert(again, 0, False) if len(keys) else again
    keys, owners = keys[often], owners[often]
    size = int(owners.max(initial=0)) + 1
    found = []
    for step in range(1, _NEAR + 1):
        same = keys[step:] == keys[:-step]
        found.append(owners[:-step][same] * size + owners[step:][same])
    pairs, times = np.unique(np.concatenate(found), return_counts=True)
    return pairs // size, pairs % size, times
