"""Where accounts differ: both sides, in date order, without a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from generator.publishing.pages import Page, Printed
from generator.publishing.register import Register


@dataclass(frozen=True, slots=True)
class Account:
    """One side."""

    claim: str
    """What sets it apart: few words of the sources."""
    statements: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Accounts of one thing that cannot all be right."""

    anchor: str
    kind: str
    """What differs, in our words."""
    subject: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class DisagreementPage(Page):
    """Every disagreement."""

    differences: tuple[Difference, ...] = ()


def build_disagreement_page(register: Register) -> DisagreementPage:
    """Return the page of all disagreements."""
    words = register.words
    differences = tuple(
        Difference(
            f"about-{one.id}",
            words.say(f"differs_{one.kind}"),
            one.subject,
            tuple(
                Account(
                    side.claim,
                    tuple(
                        register.printed(statement, prefix=f"{one.id}-{number}")
                        for statement in side.statements
                    ),
                )
                for number, side in enumerate(one.sides)
            ),
        )
        for one in register.dossier.disagreements
    )
    title = words.say("disagreements")
    return DisagreementPage("disagreements.md", "disagreements", title, differences=differences)
