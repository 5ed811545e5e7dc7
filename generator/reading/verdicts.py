"""What a paragraph was found to be."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models import BlockKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a paragraph, and why."""

    kind: BlockKind
    rule: str
    points: float = 0.0
    """Above nought where the line and its surroundings speak for the article."""

    @property
    def is_content(self) -> bool:
        """Return whether the paragraph is part of the article."""
        return self.kind.is_content
