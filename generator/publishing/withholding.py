"""What a page says of the sentences that the setting `republish` keeps back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.dossier import Statement
from generator.models import Citation
from generator.publishing.pages import Withheld
from generator.publishing.register import Register

MOST_LABELS = 8  # articles named; more are counted


def part_statements(
    register: Register, statements: Iterable[Statement]
) -> tuple[list[Statement], Withheld]:
    """Return the statements that may be printed, and what is said of the others."""
    kept, held = [], []
    for statement in statements:
        if register.is_open(statement.citations[0]):
            kept.append(statement)
        else:
            held.append(statement.citations)
    return kept, withhold(register, held)


def withhold(register: Register, held: Sequence[Sequence[Citation]]) -> Withheld:
    """Return how many are not printed, and the articles they stand in."""
    paths = dict.fromkeys(citation.path for citations in held for citation in citations)
    labels = tuple(register.labels[path] for path in paths)
    return Withheld(len(held), labels[:MOST_LABELS], len(labels[MOST_LABELS:]))


def explain_withholding(register: Register) -> str:
    """Return what the site keeps back and why, in words; empty where it is nothing."""
    mode = register.settings.republish
    return "" if mode == "full" else register.words.say(f"held_back_{mode}")
