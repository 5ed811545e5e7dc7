"""How surely two units belong to one family: what they share, less what stands in place of what.

`vetoes` has what forbids it however alike they are.
"""

from __future__ import annotations

from generator.selection.agents import have_other_agents
from generator.selection.alignment import (
    count_swaps,
    exchanges_names,
    find_swaps,
    go_apart,
    has_contraries,
    has_turned,
    is_undone,
    only_swaps,
    share_only_subject,
)
from generator.selection.claims import Claim
from generator.selection.likeness import (
    ALIKE,
    NOTHING,
    Rarity,
    count_enough,
    likeness,
    weigh_stems,
)
from generator.selection.units import Unit
from generator.selection.vetoes import is_conflicting, is_told_by_another
from generator.selection.wordlists import Wordlists

_LATER = 3  # days from which a statement may be of another event, and must be surer
_ANOTHER_EVENT = 0.7  # how much surer; two headlines are of the news of their days
_SWAPPED = 2.3  # what a word in the place of another takes away, in a copy but for some words
_ALL = 99.0  # taken away where nothing can make up for it
_COPIED = 0.7  # share of both together from which one is a copy of the other
_NAMED = 2.0  # worth of the names of whom, where and when, beside which a claim may be another
_MANY = 3  # words in the place of others that make another wording rather than another claim
_LONG = 12  # stems in common from which another word for one is more likely than another claim
_NEARLY = 0.5  # such a share from which a doubt of only one, or another name, takes all away
_NEARLY_ALL = 0.8  # the same of the shorter alone, for a doubt


def sureness(one: Unit, other: Unit, lists: Wordlists, rarity: Rarity) -> float:
    """Return how surely two units belong to one family, `NOTHING` below `ALIKE`.

    The dearer questions are asked last.
    """
    score = likeness(one, other, rarity, ALIKE)
    if score < ALIKE or not _share_enough(one, other):
        return NOTHING
    if _is_newer(one, other):
        score = NOTHING if one.headline and other.headline else score - _ANOTHER_EVENT
    if score < ALIKE or is_told_by_another(one, other) or _go_apart(one, other, rarity):
        return NOTHING
    if is_conflicting(one, other, lists):
        return NOTHING
    return score - _taken_away(one.claim, other.claim, lists)


def _share_enough(one: Unit, other: Unit) -> bool:
    """Return whether two units share more than a turn of phrase, or whom they are about.

    The first word may be a name too, and headlines name everybody.
    """
    a, b = one.claim, other.claim
    stems = a.stems & b.stems
    quoted, personal = one.quoted and other.quoted, a.personal and b.personal
    if len(stems) < count_enough(min(len(a.stems), len(b.stems)), quoted, personal):
        return False
    if quoted:
        return True
    said = len(stems.difference(a.names, b.names, a.meanings[:1], b.meanings[:1]))
    return said >= (2 if one.headline or other.headline else 1)


def _go_apart(one: Unit, other: Unit, rarity: Rarity) -> bool:
    """Return whether two claims share whom, where and when, and tell two things of it.

    A number of more than one digit makes them one thing, and a headline tells little else.
    """
    a, b = one.claim, other.claim
    if one.headline or other.headline or any(len(n) > 1 for n in a.numbers & b.numbers):
        return False
    named = (a.stems & b.stems).intersection((*a.names, *b.names))
    return weigh_stems(named, rarity) >= _NAMED and go_apart(a, b)


def _taken_away(a: Claim, b: Claim, lists: Wordlists) -> float:
    """Return what words in the place of others take away, most where nearly all else is one."""
    swaps = find_swaps(a, b)
    count = count_swaps(a, b, swaps)
    alike = len(a.stems & b.stems) / len(a.stems | b.stems)
    if (
        has_contraries(a, b, swaps, lists)
        or ((a.passive is None) == (b.passive is None) and has_turned(a, b, swaps, lists))
        or is_undone(a, b)
        or have_other_agents(a, b, lists)
        or share_only_subject(a, b)
        or (alike >= _NEARLY and exchanges_names(a, b, swaps))
        or (_is_nearly_said(a, b) and _doubts_differ(a, b))
        or (0 < count < _MANY and len(a.stems & b.stems) < _LONG and only_swaps(a, b, swaps))
    ):
        return _ALL
    return _SWAPPED * count if alike >= _COPIED else 0.0


def _is_nearly_said(a: Claim, b: Claim) -> bool:
    """Return whether most of what either says, or of what the shorter does, is common."""
    common = len(a.stems & b.stems)
    shorter = min(len(a.stems), len(b.stems))
    return common >= min(_NEARLY * len(a.stems | b.stems), _NEARLY_ALL * shorter)


def _doubts_differ(a: Claim, b: Claim) -> bool:
    """Return whether only one of the two leaves open something that the other says."""
    if a.doubted and b.doubted:
        return False
    return not (a.doubted.isdisjoint(b.stems) and b.doubted.isdisjoint(a.stems))


def _is_newer(one: Unit, other: Unit) -> bool:
    """Return whether the two may be of different events: of another week, and of no known day."""
    if not one.dates.isdisjoint(other.dates):
        return False
    return one.claim.words != other.claim.words and one.days_from(other) > _LATER
