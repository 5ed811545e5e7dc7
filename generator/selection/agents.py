"""Who did what: the full name right before a verb of the past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.selection.claims import Claim, split_clauses
from generator.selection.entries import WORD
from generator.selection.wordlists import Wordlists

FULL_NAME = 2
"""Words of a name that nobody shares with another."""
_ABOUT = 10
"""Words from the beginning among which stands whom a sentence is about."""
_SHORTEST = 4
"""Letters of the shortest form of the past that an ending shows: "sued"."""


def have_other_agents(a: Claim, b: Claim, lists: Wordlists) -> bool:
    """Return whether one and the same thing was done by two who have no name in common.

    "Ann Reed finished ahead of Jan Holt", "Jan Holt finished ahead of Ann Reed".
    """
    if len(a.names) < FULL_NAME or len(b.names) < FULL_NAME:
        return False
    ones, others = find_agents(a, lists), find_agents(b, lists)
    return any(ones[act].isdisjoint(others[act]) for act in ones.keys() & others.keys())


def find_full_names(claim: Claim) -> Iterator[list[str]]:
    """Yield the runs of two and more stems of names among the first words: whom it is about.

    Of a name that opens the claim the first word is no name by its capital, but by what follows.
    """
    names, place = frozenset(claim.names), 0
    for is_name, run in groupby(claim.meanings, names.__contains__):
        stems = [*run]
        opening = [meaning for meaning in claim.meanings[:1] if meaning and place == 1]
        if is_name and len(opening + stems) >= FULL_NAME and place < _ABOUT:
            yield opening + stems
        place += len(stems)


def find_agents(claim: Claim, lists: Wordlists) -> Mapping[str, frozenset[str]]:
    """Return the stems of the name before each verb of the past, by the verb's.

    >>> from generator.selection.claims import read_claim
    >>> from generator.selection.wordlists import load_wordlists
    >>> claim = read_claim("On Monday Ann Reed has sued the town of Lund.", "en")
    >>> {verb: sorted(name) for verb, name in find_agents(claim, load_wordlists("en")).items()}
    {'su': ['ann', 'reed']}
    """
    clauses = split_clauses(claim.text)
    capitals = [word[0][0].isupper() for word in WORD.finditer(claim.text)]
    found: dict[str, frozenset[str]] = {}
    for place, word in enumerate(claim.words):
        if capitals[place] or not claim.meanings[place] or not _is_past(word, lists):
            continue
        start = clauses.index(clauses[place])
        end = _skip_auxiliaries(claim.words[start:place], lists) + start
        name = frozenset(_read_name(claim, capitals, range(end - 1, start - 1, -1), lists))
        if len(name) >= FULL_NAME:
            found.setdefault(claim.meanings[place], name)
    return found


def _is_past(word: str, lists: Wordlists) -> bool:
    return (word.endswith("ed") and len(word) >= _SHORTEST) or word in lists.past


def _skip_auxiliaries(words: Sequence[str], lists: Wordlists) -> int:
    """Return the index behind who acts: "Ann Reed | has recently"."""
    end = len(words)
    while end and (words[end - 1] in lists.auxiliaries or words[end - 1].endswith("ly")):
        end -= 1
    return end


def _read_name(
    claim: Claim, capitals: Sequence[bool], places: Sequence[int], lists: Wordlists
) -> Iterator[str]:
    """Yield the stems of the run of capitals, from its end; a day is no part of a name."""
    for place in places:
        meaning = claim.meanings[place]
        if not capitals[place] or not meaning or claim.words[place] in lists.days:
            return
        yield meaning
