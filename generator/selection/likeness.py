"""Whether two units say the same.

True duplicates in news can share as little as a third of their word trigrams, so no one measure
decides: what share of both is common, how much that is besides names, how much of the shorter
stands in the order of the longer, and what stands in the place of what. `vetoes` has what forbids
it all the same.
"""

from __future__ import annotations

from generator.selection.alignment import (
    count_swaps,
    find_meetings,
    find_swaps,
    has_contraries,
    has_turned,
    only_swaps,
    share_in_line,
)
from generator.selection.claims import Claim, Wordlists
from generator.selection.units import Unit
from generator.selection.vetoes import is_conflicting

# The weights of a logistic regression on the seen pairs of tests/quality/families, rounded; at 0
# two units are as likely as not to say the same.
_ALIKE = 5.0  # for the share of both that is common
_MEETING = 0.58  # for each place where they meet
_MANY = 6  # places: more of them say no more
_IN_LINE = 3.3  # for the share of the shorter that stands in the order of the longer
NOTHING = -4.4
"""The sureness of two units that have nothing in common."""
ALIKE = 0.8
"""Sureness from which two units are taken to say the same: of such pairs nine in ten do."""
LOOSE = 0.0
"""What any two members of a family must reach: keeps a chain of likenesses from drifting."""
COMMON = 0.4
"""What a word counts that a large part of the corpus uses."""
_LATER = 3  # days from which a statement may be of another event, and must be surer
_ANOTHER_EVENT = 1.3  # how much surer; two headlines are of the news of their days
_EXCHANGED = 6.0  # what a word in the place of another takes away where nothing else differs
_SWAPPED = 2.5  # in what is a copy but for some words
_REWORDED = 0.5  # in what is put in other words anyway
_ALL = 99.0  # taken away where nothing can make up for it
_COPIED = 0.7  # share of both together from which one is a copy of the other
_DOUBTED = 0.5  # such a share from which a doubt that only one voices takes all away
_UNSAID = 6.0


def bound_sureness(shared: float, least: float, most: float) -> float:
    """Return the most that two units of so many stems can reach with `shared` in common."""
    alike = shared / (least + most - shared)
    return _add_up(alike, min(shared, _MANY), shared / least)


def likeness(one: Unit, other: Unit, common: frozenset[str], least: float) -> float:
    """Return how sure two units are by what they share, before conflicts and swaps are looked at.

    `common` words count less. What cannot reach `least` is not looked at more closely.
    """
    a, b = one.claim, other.claim
    stems = a.stems & b.stems
    names = frozenset((*a.names, *b.names))
    shared = _weigh(stems, common)
    alike = shared / (_weigh(a.stems, common) + _weigh(b.stems, common) - shared)
    most = min(_weigh(stems - names, common), _MANY)
    contained = len(stems) / min(len(a.stems), len(b.stems))
    if _add_up(alike, most, contained) < least:
        return NOTHING
    places = (set(place) - names for place in find_meetings(a, b))
    meetings = sum(COMMON if place <= common else 1.0 for place in places if place)
    return _add_up(alike, min(meetings, _MANY), share_in_line(a, b))


def _add_up(alike: float, meetings: float, in_line: float) -> float:
    return _ALIKE * alike + _MEETING * meetings + _IN_LINE * in_line + NOTHING


def sureness(one: Unit, other: Unit, lists: Wordlists, common: frozenset[str]) -> float:
    """Return how surely two units belong to one family: `ALIKE` and more is yes.

    The dearer questions are asked last.
    """
    if not _share_enough(one, other):
        return NOTHING
    score = likeness(one, other, common, ALIKE)
    if _is_newer(one, other):
        score = NOTHING if one.headline and other.headline else score - _ANOTHER_EVENT
    if score < ALIKE or is_conflicting(one, other, lists):
        return NOTHING
    return score - _taken_away(one.claim, other.claim, lists)


def _share_enough(one: Unit, other: Unit) -> bool:
    """Return whether two units share more than a turn of phrase, or whom they are about.

    The first word may be a name too, and headlines name everybody.
    """
    a, b = one.claim, other.claim
    stems = a.stems & b.stems
    if one.quoted and other.quoted:
        return len(stems) >= (2 if a.personal and b.personal else 3)
    said = len(stems.difference(a.names, b.names, a.meanings[:1], b.meanings[:1]))
    if len(stems) < (4 if 2 * len(stems) < len(a.stems | b.stems) else 3):
        return False
    return said >= (3 if one.headline or other.headline else 2)


def _taken_away(a: Claim, b: Claim, lists: Wordlists) -> float:
    """Return what words in the place of others take away, most where nearly all else is one."""
    swaps = find_swaps(a, b)
    if has_contraries(a, b, swaps, lists):
        return _ALL
    if a.passive == b.passive and has_turned(a, b, swaps, lists):
        return _ALL
    alike = len(a.stems & b.stems) / len(a.stems | b.stems)
    count = count_swaps(a, b, swaps)
    if only_swaps(a, b, swaps):
        taken = _EXCHANGED * count
    else:
        taken = (_SWAPPED if alike >= _COPIED else _REWORDED) * count
    if a.tentative != b.tentative:
        taken += _UNSAID if alike >= _DOUBTED else _REWORDED
    return taken


def _is_newer(one: Unit, other: Unit) -> bool:
    return one.claim.words != other.claim.words and one.days_from(other) > _LATER


def _weigh(stems: frozenset[str], common: frozenset[str]) -> float:
    if not common:
        return len(stems)
    return len(stems) - (1 - COMMON) * len(stems & common)
