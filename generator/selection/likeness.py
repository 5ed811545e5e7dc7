"""Whether two units say the same.

True duplicates in news can share as little as a third of their word trigrams, so no one measure
decides: shared stems against the shorter and against both, and runs of words in common. First
come the vetoes: another number, another speaker, a negation, another actor.
"""

from __future__ import annotations

from itertools import islice

from generator.selection.claims import Claim, Wordlists
from generator.selection.units import Unit

LONG_RUN = 8
"""Words in common, in order: by chance none are so long outside set phrases."""


def is_conflicting(one: Unit, other: Unit, lists: Wordlists) -> bool:
    """Return whether something forbids the two one family.

    A quotation is compared with quotations: a sentence that holds it also says who spoke.
    """
    if one.sentence == other.sentence or one.quoted != other.quoted:
        return True
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return True
    a, b = one.claim, other.claim
    return (
        a.negated != b.negated
        or bool(a.numbers - b.numbers and b.numbers - a.numbers)
        or bool(a.days and b.days and not a.days & b.days)
        or _are_opposed(a, b, lists)
        or _names_differ(a, b)
        or _roles_differ(a, b)
    )


def _are_opposed(a: Claim, b: Claim, lists: Wordlists) -> bool:
    only_a, only_b = a.stems - b.stems, b.stems - a.stems
    if not only_a or not only_b:
        return False
    return any(
        (one in only_a and other in only_b) or (one in only_b and other in only_a)
        for one, other in lists.opposites
    )


def _names_differ(a: Claim, b: Claim) -> bool:
    """Return whether each names somebody, and nobody in common."""
    return bool(a.names and b.names) and not (
        b.stems.intersection(a.names) or a.stems.intersection(b.names)
    )


def _roles_differ(a: Claim, b: Claim) -> bool:
    """Return whether the same two names stand the other way round."""
    common = [name for name in a.names if name in b.names]
    mirrored = [name for name in b.names if name in a.names]
    return a.passive == b.passive and len(common) == 2 and common != mirrored


def likeness(one: Unit, other: Unit) -> float:
    """Return how surely two units say the same, from 0 to 1; 0.5 and more is taken for yes.

    Calibrated on the labelled pairs of tests/quality/families.
    """
    a, b = one.claim, other.claim
    shared = len(a.stems & b.stems)
    if shared < 2:
        return 0.0
    contained = shared / min(len(a.stems), len(b.stems))
    alike = shared / len(a.stems | b.stems)
    score = 0.5 * contained + 0.5 * alike
    if one.quoted and other.quoted:
        score += 0.1 if one.speaker and one.speaker == other.speaker else 0.0
        return score if shared >= 3 or alike >= 0.5 or one.speaker == other.speaker != "" else 0.0
    if shared < 3:
        return 0.0
    if contained >= 0.5 and longest_run(a.words, b.words) >= LONG_RUN:
        score += 0.15
    return score - 0.1


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return the length of the longest run of words that both have.

    >>> longest_run(("a", "b", "c", "d"), ("x", "b", "c", "y"))
    2
    """
    places: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        places.setdefault(word, []).append(index)
    best, lengths = 0, dict[int, int]()
    for word in one:
        lengths = {
            index: lengths.get(index - 1, 0) + 1 for index in islice(places.get(word, ()), 8)
        }
        best = max(best, *lengths.values(), 0)
    return best
