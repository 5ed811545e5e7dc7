"""How the words of two claims stand in line: what one says in the place of what the other says."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.selection.claims import Claim
from generator.selection.wordlists import Wordlists

_PARALLEL = 0.55  # share of the shorter text's words in line, from which words have a place
_SAME_ORDER = 0.9  # share of the shorter in line, from which two texts are in one order
_LITTLE_ELSE = 3  # stems that differ, up to which names in another order are other parts played
_MUCH_ELSE = 3  # stems of each that the other does not say, from which they go on with much else
_FIGURES = 2  # numbers of several digits that two claims on one thing share
_APART = 0.82  # share of the shorter up to which each of them says something of its own
_FEW_PLACES = 4  # where they meet: who it was, where and when
_SOON = 4  # words behind one word that are still beside it
_WHOLE = 7  # words that are a statement where they stand in a row
_SHORT = 3  # words of a swap: longer ones are another way to put things

Swap = tuple[int, int, int, int]
"""Words of the one, from and to, in the place of words of the other, from and to."""


def share_words_in_line(a: Claim, b: Claim) -> float:
    """Return the share of the shorter's words that stand in the same order in the longer."""
    return _share_in_line(a.words, b.words)


def share_in_line(a: Claim, b: Claim) -> float:
    """Return the share of what the shorter says that stands in the same order in the longer."""
    ones, others = ([meaning for meaning in claim.meanings if meaning] for claim in (a, b))
    return _share_in_line(ones, others)


def _share_in_line(ones: Sequence[str], others: Sequence[str]) -> float:
    """Return how much of the shorter the longest common subsequence of the two is.

    It is kept as the bits of one number: Hyyrö, Bit-parallel LCS-length computation revisited,
    2004.
    """
    least = min(len(ones), len(others))
    places: dict[str, int] = {}
    for place, one in enumerate(ones):
        places[one] = places.get(one, 0) | 1 << place
    full = (1 << len(ones)) - 1
    unmatched = full
    for bits in map(places.get, others):
        if bits:
            found = unmatched & bits
            unmatched = (unmatched + found) | (unmatched - found)
    return (len(ones) - (unmatched & full).bit_count()) / least if least else 0.0


def find_meetings(a: Claim, b: Claim) -> list[list[str]]:
    """Return the places where two claims meet, each with the words they share there.

    Words that stand side by side in both are one place: two statements about one thing share what
    it is called, and a retold one is shared in its subject, its act and its object.
    """
    ones, others = ([meaning for meaning in claim.meanings if meaning] for claim in (a, b))
    neighbours = {*pairwise(others), *pairwise(reversed(others))}
    places: list[list[str]] = []
    before = ""
    for meaning in dict.fromkeys(ones):
        if meaning not in b.stems:
            before = ""
        elif before and (before, meaning) in neighbours:
            places[-1].append(meaning)
            before = meaning
        else:
            places.append([meaning])
            before = meaning
    return places


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


def only_swaps(a: Claim, b: Claim, swaps: Sequence[Swap]) -> bool:
    """Return whether all that one says and the other does not is swapped, and nothing added.

    Where they share several figures it is another word for one thing.
    """
    if sum(len(number) > 1 for number in a.numbers & b.numbers) >= _FIGURES:
        return False
    swapped = {meaning for start, to, _, _ in swaps for meaning in a.meanings[start:to]}
    swapped.update(meaning for _, _, start, to in swaps for meaning in b.meanings[start:to])
    return a.stems ^ b.stems <= swapped


def is_cut_short(a: Claim, b: Claim) -> bool:
    """Return whether the shorter stands word for word in the longer, which goes on or leads up."""
    shorter, longer = sorted((a.words, b.words), key=len)
    matcher = SequenceMatcher(None, longer, shorter, autojunk=False)
    run = matcher.find_longest_match().size
    return run >= max(_WHOLE, _SAME_ORDER * len(shorter))


def exchanges_names(a: Claim, b: Claim, swaps: Sequence[Swap]) -> bool:
    """Return whether a name of only the one stands in the place of a name of only the other."""
    ones, others = frozenset(a.names) - b.stems, frozenset(b.names) - a.stems
    return any(
        not ones.isdisjoint(a.meanings[start:to]) and not others.isdisjoint(b.meanings[since:until])
        for start, to, since, until in swaps
    )


def share_only_subject(a: Claim, b: Claim) -> bool:
    """Return whether two claims begin with all that they share, and each goes on with much else.

    "The suspect in the robbery is 29 and known to the police", "… was arrested at his home".
    """
    shared = a.stems & b.stems
    much_else = max(_MUCH_ELSE, len(shared) / 2)
    if min(len(a.stems), len(b.stems)) < len(shared) + much_else:
        return False
    starts = (
        [meaning for meaning in claim.meanings if meaning][: len(shared) + 1] for claim in (a, b)
    )
    return all(shared.issubset(start) for start in starts)


def go_apart(a: Claim, b: Claim) -> bool:
    """Return whether two claims begin with one subject, and meet in few places behind it.

    "The goalkeeper saved two penalties in the cup final at Orley", "The goalkeeper was sent off in
    the cup final at Orley".
    """
    starts = [next(filter(None, claim.meanings), "") for claim in (a, b)]
    shorter = min(len(a.stems), len(b.stems))
    return (
        starts[0] == starts[1]
        and len(a.stems & b.stems) <= _APART * shorter
        and len(find_meetings(a, b)) <= _FEW_PLACES
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

    What a conjunction joins ("salt and pepper") may change places freely, and in texts that are not
    parallel anything may.
    """
    taken = {(a.words[one], b.words[other]): one for one, to, other, _ in swaps if to == one + 1}
    if any(
        lists.joining.isdisjoint(a.words[place : taken[there, here]])
        for (here, there), place in taken.items()
        if place < taken.get((there, here), 0)
    ):
        return True
    if len(a.stems ^ b.stems) > _LITTLE_ELSE or not _PARALLEL <= share_in_line(a, b) < 1:
        return False
    return _are_mirrored(a, b) or _names_turned(a, b, lists)


def _names_turned(a: Claim, b: Claim, lists: Wordlists) -> bool:
    """Return whether two names that no conjunction joins stand the other way round.

    A name that stands twice has no place.
    """
    order = {name: place for place, name in enumerate(b.names) if b.meanings.count(name) == 1}
    common = [name for name in a.names if name in order and a.meanings.count(name) == 1]
    return any(
        order[one] > order[other]
        and lists.joining.isdisjoint(a.words[a.meanings.index(one) : a.meanings.index(other)])
        for one, other in pairwise(common)
    )


def is_undone(a: Claim, b: Claim) -> bool:
    """Return whether who did it in the one is whom it was done to in the other.

    The same words in the same order, but one in the passive: "was hurt by his son", "hurt his son".
    """
    if (a.passive is None) == (b.passive is None):
        return False
    shared = a.stems & b.stems
    same = shared.issuperset(a.passive or b.passive or ())
    return same and share_in_line(a, b) >= _SAME_ORDER and not is_cut_short(a, b)


def _are_mirrored(a: Claim, b: Claim) -> bool:
    """Return whether what stands on the two sides of one word changed sides: who blames whom.

    What stands right before it in either stands soon behind it in the other.
    """
    ones, others = ([meaning for meaning in claim.meanings if meaning] for claim in (a, b))
    places = {meaning: place for place, meaning in enumerate(others) if place}
    return any(
        one in others[places[word] + 1 : places[word] + _SOON]
        and others[places[word] - 1] in ones[place + 1 : place + _SOON]
        for place, (one, word) in enumerate(pairwise(ones), 1)
        if word in places
    )
