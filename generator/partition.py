"""Linked things put together: the parts of a partition, built from links."""

from __future__ import annotations

from collections.abc import Iterator


class Partition:
    """The numbers below `size`, each alone until linked.

    >>> partition = Partition(4)
    >>> partition.link(3, 1)
    True
    >>> list(partition.parts())
    [(0,), (1, 3), (2,)]
    """

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, item: int) -> int:
        """Return the least member of the part that holds `item`."""
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def link(self, one: int, other: int) -> bool:
        """Put the parts of both together; return whether they were two until now."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low
        return low != high

    def parts(self) -> Iterator[tuple[int, ...]]:
        """Yield every part in order of its least member."""
        members: dict[int, list[int]] = {}
        for item in range(len(self._above)):
            members.setdefault(self.root(item), []).append(item)
        yield from (tuple(part) for part in members.values())
