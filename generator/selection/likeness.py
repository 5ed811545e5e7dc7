"""Whether two units say the same.

True duplicates in news can share as little as a third of their word trigrams, so no one measure
decides: what share of both is common and how much that is, where a rare word is worth more than one
the corpus is full of; how many words of the shorter, small ones too, stand in the order of the
longer; and what stands in the place of what. `vetoes` has what forbids it all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum, log

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
    share_words_in_line,
)
from generator.selection.claims import Claim
from generator.selection.units import Unit
from generator.selection.vetoes import is_conflicting, is_told_by_another
from generator.selection.wordlists import Wordlists

# Fitted on the seen pairs of tests/quality/families: a logistic regression, then a search for the
# best F1 with nine in ten right over all real text.
_ALIKE = 5.0  # for the share of both that is common
_SHARED = 0.41  # for each stem that is common
_IN_LINE = 2.0  # for the share of the shorter's words that stand in the order of the longer
_ABRIDGED = 0.9  # for a shorter text that says little else than the longer: its abridged copy
_LITTLE = 2.4  # worth of what it may say besides
_FEW_ELSE = 5  # stems from which on that is hardly so little
_SAID = 2.5  # worth of what the two must share
_WHOM = 1.0  # worth of the names among it, above which they share whom they are about
NOTHING = -3.35
"""The sureness of two units that have nothing in common."""
ALIKE = 0.0
"""Sureness from which two units are taken for one, among a few hundred sentences."""
LOOSE = -2.0
"""What any two members of a family must reach: keeps a chain of likenesses from drifting."""
_FEW_SENTENCES = 500  # among which hardly any two are alike by chance
_CHANCE = 0.25  # how much surer two must be among e times as many
_NAME = 0.7  # what a name counts: whom two units are about is less than what they say
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
_FEW = 3  # stems that are more than a turn of phrase, where they are the most part of the shorter
_CONTAINED = 0.55  # share of the shorter that is the most part of it

Rarity = Mapping[str, float]
"""What sharing a stem is worth: 1 where two sentences have it, less the more of them do."""


def measure_rarity(units: Sequence[Unit]) -> Rarity:
    """Return the rarity of every stem of `units`.

    The inverse document frequency of Spärck Jones, 1972, of sentences, for a pair of them, and as
    a share of the highest there can be.
    """
    sentences = sum(unit.citation == unit.sentence for unit in units)
    counts = Counter(
        stem for unit in units if unit.citation == unit.sentence for stem in unit.claim.stems
    )
    highest = log(max(sentences, 2) / 2 + 1)
    stems = {stem for unit in units for stem in unit.claim.stems}
    return {stem: 1 - log(max(counts[stem], 2) / 2) / highest for stem in stems}


def find_least(sentences: int) -> float:
    """Return the sureness from which two of so many sentences are taken for one.

    The more there are, the more of them are alike by chance.
    """
    return ALIKE + _CHANCE * log(max(1.0, sentences / _FEW_SENTENCES))


def bound_sureness(shared: int, size: int) -> float:
    """Return the most that two units of `size` stems can reach with so many in common."""
    return _add_up(shared / (2 * size - shared), shared, 1.0)


def count_enough(size: int, quoted: bool, personal: bool) -> int:
    """Return how many stems of a unit of `size` are more than a turn of phrase."""
    if quoted:
        return _FEW - personal
    return _FEW if _CONTAINED * size <= _FEW else _FEW + 1


def likeness(one: Unit, other: Unit, rarity: Rarity, least: float) -> float:
    """Return how sure two units are by what they share, before conflicts and swaps are looked at.

    What cannot reach `least` is not looked at more closely.
    """
    a, b = one.claim, other.claim
    names = frozenset((*a.names, *b.names))
    shared = _weigh(a.stems & b.stems, names, rarity)
    alike = shared / (_weigh(a.stems | b.stems, names, rarity) or 1)
    reach = _add_up(alike, shared, 1.0)
    if reach + _ABRIDGED < least:
        return NOTHING
    bonus = _ABRIDGED if _is_abridged(a, b, names, rarity) else 0.0
    if reach + bonus < least:
        return NOTHING
    return _add_up(alike, shared, share_words_in_line(a, b)) + bonus


def _is_abridged(a: Claim, b: Claim, names: frozenset[str], rarity: Rarity) -> bool:
    """Return whether the shorter says little that the longer does not, and more than whom of."""
    common = a.stems & b.stems
    if min(len(a.stems), len(b.stems)) - len(common) > _FEW_ELSE:
        return False
    return (
        min(_worth(a.stems - common, rarity), _worth(b.stems - common, rarity)) <= _LITTLE
        and _worth(common & names, rarity) <= _WHOM
        and _worth(common, rarity) > _SAID
    )


def _weigh(stems: frozenset[str], names: frozenset[str], rarity: Rarity) -> float:
    """Return what the stems are worth, names less."""
    return _worth(stems - names, rarity) + _NAME * _worth(stems & names, rarity)


def _worth(stems: frozenset[str], rarity: Rarity) -> float:
    """Return what the stems are worth; `fsum`, since the order of a set is not that of the next."""
    return fsum(map(rarity.__getitem__, stems))


def _add_up(alike: float, shared: float, in_line: float) -> float:
    return _ALIKE * alike + _SHARED * shared + _IN_LINE * in_line + NOTHING


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
    return _worth(named, rarity) >= _NAMED and go_apart(a, b)


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
