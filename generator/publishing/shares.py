"""How much of an article was kept: figures that add up to all of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.publishing.wording import Words


@dataclass(frozen=True, slots=True)
class Share:
    """Characters kept and set aside; the two percentages add up to 100."""

    kept: int
    set_aside: int
    percent_kept: int
    words: str
    """The same for a reader who cannot see the bar."""

    @property
    def percent_set_aside(self) -> int:
        """Return what is left of a hundred."""
        return 100 - self.percent_kept


def build_share(words: Words, kept: int, set_aside: int) -> Share:
    """Return the share of text kept; an empty text counts as kept whole.

    Rounded so that nothing set aside never reads as something, nor something as nothing.
    """
    total = kept + set_aside
    percent = round(100 * kept / total) if total else 100
    if set_aside:
        percent = min(percent, 99)
    if kept:
        percent = max(percent, 1)
    text = words.say("share_kept", share=percent, rest=100 - percent)
    return Share(kept, set_aside, percent, text)
