"""From where a date expression is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an article knows when it names a date."""

    day: dt.date | None
    """The day the article was published, as far as it is known."""
    direction: int = 0
    """-1 where the sentence looks back, 1 where it looks ahead, 0 where it does not tell."""
    window: tuple[dt.date, dt.date] | None = None
    """The days that the settings allow."""
    day_first: bool | None = None
    """Whether the article's other dates in numbers put the day before the month."""
    pinned: dt.date | None = None
    """The latest day that an article without a date names in full."""
    named: frozenset[dt.date] = frozenset()
    """The days that the article names by month and day."""

    @property
    def middle(self) -> dt.date | None:
        """Return the day around which a date without a year is looked for."""
        return self.day or self.pinned
