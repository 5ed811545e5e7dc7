"""Whether two units say the same.

True duplicates in news can share as little as a third of their word trigrams, so no one measure
decides: shared stems against the shorter and against both, how many they are, and what stands in
the place of what. First come the vetoes: another number, another speaker, a negation, another
actor.
"""

from __future__ import annotations

from generator.selection.alignment import (
    count_swaps,
    find_swaps,
    has_contraries,
    has_turned,
    order_kept,
)
from generator.selection.claims import Claim, Wordlists
from generator.selection.units import Unit

ALIKE = 0.61
"""Likeness from which two units are taken to say the same."""
LOOSE = 0.35
"""What any two members of a family must share: keeps a chain of likenesses from drifting."""
COMMON = 0.4
"""What a word counts that a large part of the corpus uses."""
_ANOTHER_WEEK = 5  # days between two articles whose "Monday" is not the same
_CORE = 0.25  # share of both together below which one says much that the other does not
_LATER = 3  # days from which a statement may be of another event, and must be surer
_ANOTHER_EVENT = 0.05  # how much surer
_FRAGMENT = 0.1  # how much surer headlines and turns of phrase must be than statements
_SWAPPED = 0.45  # what a word in the place of another takes away
_ALL = 9.0  # taken away where nothing can make up for it
_COPIED = 0.5  # share of both together from which a doubt that only one voices is two swaps
_ORDER = 0.3  # how far words that stand side by side in both, or in neither, move the score


def is_conflicting(one: Unit, other: Unit, lists: Wordlists) -> bool:
    """Return whether something forbids the two one family.

    A quotation is compared with quotations and with what holds none: a sentence that holds one
    also says who spoke.
    """
    if one.sentence == other.sentence or _speak_differently(one, other):
        return True
    a, b = one.claim, other.claim
    return (
        _polarity_differs(a, b)
        or bool(a.numbers - b.numbers and b.numbers - a.numbers)
        or _days_differ(one, other, lists)
        or _are_opposed(a, b, lists)
        or _names_differ(a, b)
        or _roles_differ(a, b)
    )


def _speak_differently(one: Unit, other: Unit) -> bool:
    if one.quoted != other.quoted and (one.holds_quotation or other.holds_quotation):
        return True
    if one.speaker and other.speaker:
        return one.speaker != other.speaker
    return bool(one.tellers and other.tellers and one.tellers.isdisjoint(other.tellers))


def _polarity_differs(a: Claim, b: Claim) -> bool:
    """Return whether one of the two denies something that the other says."""
    if bool(a.negated) == bool(b.negated):
        return False
    return bool((a.negated & b.stems) | (b.negated & a.stems))


def _days_differ(one: Unit, other: Unit, lists: Wordlists) -> bool:
    """Return whether the two name other days or months: Monday is not the Monday after."""
    days, others = one.claim.days, other.claim.days
    if not days or not others:
        return False
    if days.isdisjoint(others):
        return True
    return not lists.weekdays.isdisjoint(days & others) and one.days_from(other) >= _ANOTHER_WEEK


def _are_opposed(a: Claim, b: Claim, lists: Wordlists) -> bool:
    """Return whether one says a word and the other its contrary."""
    only_b = b.stems - a.stems
    return any(
        not only_b.isdisjoint(lists.contraries[stem])
        for stem in a.stems - b.stems
        if stem in lists.contraries
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


def likeness(one: Unit, other: Unit, common: frozenset[str] = frozenset()) -> float:
    """Return how surely two units say the same, from 0 to 1; `common` words count less.

    The weights are those of a logistic regression on the seen pairs of tests/quality/families,
    rounded.
    """
    a, b = one.claim, other.claim
    stems = a.stems & b.stems
    headline = one.headline or other.headline
    quoted = one.quoted and other.quoted
    said = len(stems - _who(a) - _who(b))
    if len(stems) < 2 or (not quoted and said < (3 if headline else 2)):
        return 0.0
    shared = _weigh(stems, common)
    if len(stems) < 3 and not quoted:
        return 0.0
    weights = _weigh(a.stems, common), _weigh(b.stems, common)
    contained = shared / min(weights)
    alike = shared / (sum(weights) - shared)
    score = 0.55 * contained + 0.25 * alike + 0.2 * min(len(stems), 8) / 8
    if headline or (quoted and not (a.personal and b.personal)):
        score -= _FRAGMENT
    if alike < _CORE:
        score -= _FRAGMENT
    return max(score, 0.0)


def sureness(one: Unit, other: Unit, lists: Wordlists, common: frozenset[str]) -> float:
    """Return how surely two units belong to one family: `ALIKE` and more is yes.

    The dearer questions are asked last.
    """
    score = likeness(one, other, common)
    if score < ALIKE - _ORDER / 2:
        return 0.0
    score += _ORDER * (order_kept(one.claim, other.claim) - 0.5)
    if score < ALIKE or is_conflicting(one, other, lists):
        return 0.0
    if _is_newer(one, other):
        score -= _ANOTHER_EVENT
    return score - _taken_away(one.claim, other.claim, lists)


def _taken_away(a: Claim, b: Claim, lists: Wordlists) -> float:
    """Return what words in the place of others take away."""
    swaps = find_swaps(a, b)
    if has_contraries(a, b, swaps, lists):
        return _ALL
    if a.passive == b.passive and has_turned(a, b, swaps, lists):
        return _ALL
    shared = len(a.stems & b.stems)
    count = count_swaps(a, b, swaps)
    if a.tentative != b.tentative and shared >= _COPIED * len(a.stems | b.stems):
        count += 2
    return _SWAPPED * count


def _is_newer(one: Unit, other: Unit) -> bool:
    return one.claim.words != other.claim.words and one.days_from(other) > _LATER


def _who(claim: Claim) -> frozenset[str]:
    """Return the names, and the first word, which may be one."""
    return frozenset({*claim.names, *claim.meanings[:1]})


def _weigh(stems: frozenset[str], common: frozenset[str]) -> float:
    if not common:
        return len(stems)
    return len(stems) - (1 - COMMON) * len(stems & common)
