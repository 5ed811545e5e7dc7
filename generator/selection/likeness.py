"""How much two units say the same, by what they share.

True duplicates in news can share as little as a third of their word trigrams, so no one measure
decides: what share of both is common and how much that is, where a rare word is worth more than one
the corpus is full of; how many words of the shorter, small ones too, stand in the order of the
longer; and whether the shorter says little else. `sureness` has what speaks against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum, log

from generator.selection.alignment import share_words_in_line
from generator.selection.claims import Claim
from generator.selection.units import Unit

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
        min(weigh_stems(a.stems - common, rarity), weigh_stems(b.stems - common, rarity)) <= _LITTLE
        and weigh_stems(common & names, rarity) <= _WHOM
        and weigh_stems(common, rarity) > _SAID
    )


def _weigh(stems: frozenset[str], names: frozenset[str], rarity: Rarity) -> float:
    """Return what the stems are worth, names less."""
    return weigh_stems(stems - names, rarity) + _NAME * weigh_stems(stems & names, rarity)


def weigh_stems(stems: frozenset[str], rarity: Rarity) -> float:
    """Return what the stems are worth; `fsum`, since the order of a set is not that of the next."""
    return fsum(map(rarity.__getitem__, stems))


def _add_up(alike: float, shared: float, in_line: float) -> float:
    return _ALIKE * alike + _SHARED * shared + _IN_LINE * in_line + NOTHING
