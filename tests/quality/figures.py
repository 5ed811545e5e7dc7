"""What one measurement says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value beside the floor it must keep."""

    name: str
    """What was measured on what, as in `seeds: content, word-weighted F1`."""
    value: float
    floor: float | None = None
    """The least acceptable value, or with `ceiling` the greatest; None where only reported."""
    ceiling: bool = False
    items: int = 0
    """How many items it was counted on."""
    note: str = ""
    """An interval, or what it is compared with."""

    @property
    def holds(self) -> bool:
        """Return whether the floor is kept."""
        if self.floor is None:
            return True
        return self.value <= self.floor if self.ceiling else self.value >= self.floor
