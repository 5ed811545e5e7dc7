"""Who tells a statement, as values two statements can be compared by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.selection.attribution_words import AttributionWords, load_attribution_words
from generator.selection.claims import ROOT
from generator.selection.entries import Entry, find_entries, normalise

_FULL_NAME = 2  # words of a name that tell one man from another


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who says what a sentence tells."""

    names: frozenset[str] = frozenset()
    """Stems of their names, without those of offices and places where others are left."""
    roles: frozenset[str] = frozenset()
    """Where nobody is named, stems of what they are called."""

    def differ(self, other: Tellers) -> bool:
        """Return whether both are named, or neither is, and they have nothing in common.

        Or each has a full name that the other has not: two clerks of one town.
        """
        if self.names and other.names:
            own, theirs = self.names - other.names, other.names - self.names
            both_named = min(len(own), len(theirs)) >= _FULL_NAME
            return both_named or self.names.isdisjoint(other.names)
        ones, others = ({role[:ROOT] for role in told.roles} for told in (self, other))
        return bool(ones and others) and ones.isdisjoint(others)


def read_tellers(attributions: Sequence[str], language: str) -> Tellers:
    """Return who is named in attributions, and by what words somebody is told of unnamed.

    >>> sorted(read_tellers(["said Anna Berg, the mayor, on Monday"], "en").names)
    ['anna', 'berg']
    >>> sorted(read_tellers(["a guest of the hotel told Anna Berg"], "en").roles)
    ['guest', 'hotel']
    """
    lists = load_attribution_words(language)
    told = [
        entry
        for attribution in attributions
        for entry in _find_subject(find_entries(normalise(attribution), language), lists)
        if entry.meaning and entry.word not in lists.generic
    ]
    named = [entry for entry in told if entry.is_capital and entry.names]
    own = [
        one for one in named if one.word not in lists.offices and one.meaning not in lists.places
    ]
    roles = frozenset(entry.meaning for entry in told if not entry.day and not entry.number)
    names = frozenset(entry.meaning for entry in own or named)
    return Tellers(names, frozenset() if names else roles)


def _find_subject(entries: Sequence[Entry], lists: AttributionWords) -> Sequence[Entry]:
    """Return who stands before the verb; behind it is whom he told, where anybody stands before."""
    verbs = lists.verbs | lists.late
    place = next((place for place, entry in enumerate(entries) if entry.word in verbs), 0)
    return entries[:place] or entries
