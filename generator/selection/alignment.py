"""How the words of two claims stand in line: what one says in the place of what the other says."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.selection.claims import Claim, Wordlists

_PARALLEL = 0.55  # share of the shorter text's words in line, from which words have a place
_SHORT = 3  # words of a swap: longer ones are another way to put things

Swap = tuple[int, int, int, int]
"""Words of the one, from and to, in the place of words of the other, from and to."""


def order_kept(a: Claim, b: Claim) -> float:
    """Return how many neighbours of the shorter are neighbours in both, 1 from a half of them.

    Copies and abridgements keep phrases; two statements about one thing share but its words.
    """
    ones, others = _neighbours(a), _neighbours(b)
    least = min(len(ones), len(others))
    return min(1.0, 2 * len(ones & others) / least) if least else 0.0


def _neighbours(claim: Claim) -> set[tuple[str, str]]:
    """Return the pairs of meanings next to one another, words that add nothing left out."""
    told = [meaning for meaning in claim.meanings if meaning]
    return {(one, other) if one < other else (other, one) for one, other in pairwise(told)}


def find_swaps(a: Claim, b: Claim) -> list[Swap]:
    """Return the short runs of words that stand in the place of others in parallel texts."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    codes = matcher.get_opcodes()
    in_line = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    if in_line < _PARALLEL * min(len(a.words), len(b.words)):
        return []
    return [
        (start, to, since, until)
        for tag, start, to, since, until in codes
        if tag == "replace" and max(to - start, until - since) <= _SHORT
    ]


def count_swaps(a: Claim, b: Claim, swaps: Sequence[Swap]) -> int:
    """Return in how many swaps each says something that the other does not.

    In a copy that was edited words go or come; one that was put for another makes it another
    claim: "the bridge … cracks", "the tunnel … cracks".
    """
    if a.stems <= b.stems or b.stems <= a.stems:
        return 0
    return sum(
        a.says_more(start, to, b) and b.says_more(since, until, a)
        for start, to, since, until in swaps
    )


def has_contraries(a: Claim, b: Claim, swaps: Sequence[Swap], lists: Wordlists) -> bool:
    """Return whether a small word stands in the place of its contrary: "before", "after"."""
    return any(
        not lists.small_contraries.get(word, frozenset()).isdisjoint(b.words[since:until])
        for start, to, since, until in swaps
        for word in a.words[start:to]
    )


def has_turned(a: Claim, b: Claim, swaps: Sequence[Swap], lists: Wordlists) -> bool:
    """Return whether two words changed places: "from the coast to the hills", the way back.

    What a conjunction joins ("salt and pepper") may change places freely.
    """
    taken = {(a.words[one], b.words[other]): one for one, to, other, _ in swaps if to == one + 1}
    return any(
        lists.joining.isdisjoint(a.words[place : taken[there, here]])
        for (here, there), place in taken.items()
        if place < taken.get((there, here), 0)
    )
