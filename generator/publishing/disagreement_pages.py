"""Where accounts differ: both sides, in date order, without a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier import Disagreement, Side, Statement, TopicReport
from generator.publishing.pages import Page, Printed
from generator.publishing.register import Register

LONGEST_SUBJECT = 7
"""Words of a heading: eight in a row of a source are quoted, and then cited."""


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
    differences = tuple(_build_difference(register, one) for one in register.dossier.disagreements)
    title = register.words.say("disagreements")
    return DisagreementPage("disagreements.md", "disagreements", title, differences=differences)


def find_disputes(register: Register, report: TopicReport) -> tuple[tuple[str, str], ...]:
    """Return anchor and name of each disagreement in which evidence of the topic takes a side."""
    evidence = {(one.article, one.sentence) for one in report.evidence}
    found = []
    for one in register.dossier.disagreements:
        own = (s.citations[0] for side in one.sides for s in side.statements)
        if any((c.path, register.find_sentence(c)) in evidence for c in own):
            difference = _build_difference(register, one)
            name = ": ".join(filter(None, (difference.kind, difference.subject)))
            found.append((difference.anchor, name))
    return tuple(found)


def _build_difference(register: Register, one: Disagreement) -> Difference:
    """Return a disagreement; one within a single sentence has that sentence as its one account."""
    distinct = {tuple(s.id for s in side.statements): side for side in reversed(one.sides)}
    sides = [side for side in one.sides if side in distinct.values()]
    return Difference(
        f"about-{one.id}",
        register.words.say(f"differs_{one.kind}"),
        _shorten(one.subject) or _cut(one) or _find_topic(register, one),
        tuple(
            Account(
                _open_heading(_shorten(side.claim)) or register.words.say("differs_other"),
                tuple(
                    register.printed(statement, prefix=f"{one.id}-{number}")
                    for statement in _leave_to_later(side, sides[number + 1 :])
                ),
            )
            for number, side in enumerate(sides)
        ),
    )


def _shorten(text: str) -> str:
    """Return `text` if it is few enough words to name a thing, else nothing: it is not quoted."""
    return text if len(text.split()) <= LONGEST_SUBJECT else ""


def _cut(one: Disagreement) -> str:
    """Return the beginning of what is denied."""
    words = one.subject.split() if one.kind == "denial" else []
    return f"{' '.join(words[:LONGEST_SUBJECT])} …" if words else ""


def _open_heading(claim: str) -> str:
    return claim[:1].upper() + claim[1:]


def _find_topic(register: Register, one: Disagreement) -> str:
    """Return the title of the topic that most of its statements belong to, empty for none."""
    counts: Counter[str] = Counter()
    for citation in (s.citations[0] for side in one.sides for s in side.statements):
        index = register.find_sentence(citation)
        if index is not None:
            matches = register.reports[citation.path].annotations.topics_of(index)
            counts.update(match.topic for match in matches)
    topics = (report.topic for report in register.dossier.topics)
    most = max(topics, key=lambda topic: counts[topic.slug], default=None)
    return most.title if most and counts[most.slug] else ""


def _leave_to_later(side: Side, later: Sequence[Side]) -> Sequence[Statement]:
    """Return its statements but for those that tell both sides, if any remain."""
    told = {statement.id for other in later for statement in other.statements}
    return [s for s in side.statements if s.id not in told] or side.statements
