"""What a unit says, as values two units can be compared by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from generator.language import has_name_capitals
from generator.selection.entries import WORD, Entry, find_entries, normalise
from generator.selection.wordlists import Wordlists, load_wordlists

_MARK = re.compile(r"[,;:!?()–—]|\.(?!\w)")
_CLOSING = "\"'”» "  # what may stand behind a question mark
_NOTHING = frozenset({""})
_NONE: frozenset[str] = frozenset()  # one for the many claims without numbers, days, negations
ROOT = 5
"""Letters from which two words are of one root."""
_HEADLINE = 0.7  # share of words with a capital, above which capitals say nothing
_DONE, _DONE_BEFORE = 2, 8  # words before "by" in which what was done stands; behind "was" more
_REACH = 3  # content words after a negation or a doubt that it can be about


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement's content."""

    words: tuple[str, ...]
    """Lower-case words in order."""
    meanings: tuple[str, ...]
    """For each word the stem its synonyms share; empty for a word that adds nothing."""
    stems: frozenset[str]
    """All of them."""
    numbers: frozenset[str]
    names: tuple[str, ...]
    """Stems of capitalised words after the first, in order of first occurrence."""
    days: frozenset[str]
    negated: frozenset[str]
    """Stems that a negation turns round; a second one turns them back."""
    denied: frozenset[str]
    """Of these the nearest to each negation."""
    personal: bool
    """Whether somebody speaks of himself or to another: "we", "you"."""
    doubted: frozenset[str]
    """Stems in reach of a word that leaves open whether it is so: "may", "if"; a question's all."""
    passive: tuple[str, str] | None
    """Stems of a participle and of what stands behind its "by": what was done, and by whom."""
    text: str = ""
    """What the words were found in, normalised: for what is asked of few pairs only."""

    def says_more(self, start: int, end: int, other: Claim) -> bool:
        """Return whether the words from `start` to `end` say something that `other` does not.

        Two words of one root say the same: "rescuers", "rescue teams".
        """
        roots = {stem[:ROOT] for stem in other.stems}
        return any(meaning and meaning[:ROOT] not in roots for meaning in self.meanings[start:end])


def read_claim(text: str, language: str) -> Claim:
    """Return what `text` says.

    >>> claim = read_claim("The quake did not kill two people on Monday", "en")
    >>> sorted(claim.numbers), sorted(claim.days), sorted(claim.negated)
    (['2'], ['monday'], ['2', 'die', 'person'])
    """
    plain = normalise(text)
    entries, lists = find_entries(plain, language), load_wordlists(language)
    marked = _find_marked(entries, lists.undone)
    entries = _join_phrases(entries, marked)
    meanings = tuple([entry.meaning for entry in entries])
    negated, denied = _negated(entries, marked, plain, lists) if marked else (_NONE, _NONE)
    stems = frozenset(meanings) - _NOTHING
    asks = plain.rstrip(_CLOSING).endswith("?")
    return Claim(
        words=tuple([entry.word for entry in entries]),
        meanings=meanings,
        stems=stems,
        numbers=frozenset(_numbers(entries, marked)) if marked else _NONE,
        names=tuple(_names(entries)) if has_name_capitals(language) else (),
        days=frozenset([entries[index].day for index in marked]) - _NOTHING if marked else _NONE,
        negated=negated,
        denied=denied,
        personal=any(entries[index].personal for index in marked),
        doubted=stems if asks else _doubted(entries, marked, plain, lists) if marked else _NONE,
        passive=_find_passive(entries, marked, lists),
        text=plain,
    )


def _join_phrases(entries: list[Entry], marked: Sequence[int]) -> list[Entry]:
    """Return the entries with what two of them say together at the first: "called off"."""
    last = len(entries) - 1
    places = [i for i in marked if i < last and entries[i + 1].word in entries[i].phrases]
    if not places:
        return entries
    joined = list(entries)
    for place in places:
        meaning = entries[place].phrases[entries[place + 1].word]
        joined[place : place + 2] = (
            replace(entries[place], meaning=meaning),
            replace(entries[place + 1], meaning=""),
        )
    return joined


def _find_marked(entries: Sequence[Entry], undone: frozenset[tuple[str, str]]) -> list[int]:
    """Return the places of the words that number, date, deny: few are, and few of them undone."""
    marked = [index for index, entry in enumerate(entries) if entry.is_marked]
    last = len(entries) - 1
    return [
        index
        for index in marked
        if index == last or (entries[index].word, entries[index + 1].word) not in undone
    ]


def _names(entries: Sequence[Entry]) -> list[str]:
    """Return the capitalised words after the first that are names."""
    begins = bool(entries) and entries[0].is_capital
    capitals = _find_capitals(entries)[begins:]
    return list(dict.fromkeys([entry.meaning for entry in capitals if entry.names]))


def _find_capitals(entries: Sequence[Entry]) -> list[Entry]:
    """Return the capitalised words; none where nearly all are: a headline's say nothing."""
    capitals = [entry for entry in entries if entry.is_capital]
    return capitals if len(capitals) <= _HEADLINE * len(entries) else []


def _negated(
    entries: Sequence[Entry],
    marked: Sequence[int],
    text: str,
    lists: Wordlists,
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems in reach of an odd number of negations, and the nearest to each of them."""
    negations = [
        index
        for index in marked
        if entries[index].negates
        or (index and entries[index - 1].word in lists.parting.get(entries[index].word, _NONE))
    ]
    if not negations:
        return _NONE, _NONE
    turned: set[str] = set()
    nearest: set[str] = set()
    for reach in _find_reaches(entries, negations, text, lists):
        turned.symmetric_difference_update(reach)
        nearest.update(reach[:1])
    return frozenset(turned), frozenset(nearest & turned)


def _doubted(
    entries: Sequence[Entry], marked: Sequence[int], text: str, lists: Wordlists
) -> frozenset[str]:
    """Return the stems in reach of what leaves something open."""
    doubts = [
        index
        for index in marked
        if entries[index].is_tentative and not _is_undoubted(entries, index)
    ]
    if not doubts:
        return _NONE
    return frozenset(chain.from_iterable(_find_reaches(entries, doubts, text, lists)))


def _is_undoubted(entries: Sequence[Entry], index: int) -> bool:
    """Return whether a word leaves nothing open here: "3 May", "since May", "does not intend"."""
    beside = entries[max(index - 1, 0) : index + 2]
    named = index > 0 and entries[index] in _find_capitals(entries)
    denied = any(entry.negates for entry in entries[max(index - 2, 0) : index])
    return named or denied or any(entry.number for entry in beside)


def _find_reaches(
    entries: Sequence[Entry], places: Sequence[int], text: str, lists: Wordlists
) -> Iterator[Sequence[str]]:
    """Yield for each of `places` the stems soon behind it in its clause: not behind a "but"."""
    clauses = split_clauses(text)
    for place in places:
        clause = entries[place + 1 : bisect_right(clauses, clauses[place])]
        after = takewhile(lambda entry: entry.word not in lists.breaking, clause)
        yield [entry.meaning for entry in after if entry.meaning][:_REACH]


def _find_passive(
    entries: Sequence[Entry], marked: Sequence[int], lists: Wordlists
) -> tuple[str, str] | None:
    """Return what was done and by whom: not "cut by 7 percent", "ended by waiting"."""
    for index in marked:
        if entries[index].word != "by":
            continue
        after = entries[index + 1 : index + 3]
        does = after and not (after[0].number or after[0].day or after[0].word.endswith("ing"))
        start = max(0, index - _DONE_BEFORE)
        done = [
            entry.meaning
            for place, entry in enumerate(entries[start:index], start)
            if _is_participle(entry.word, lists.participles)
            and (index - place <= _DONE or (place and entries[place - 1].word in lists.being))
        ]
        agent = next((entry.meaning for entry in after if entry.meaning), "")
        if does and done and agent:
            return done[-1], agent
    return None


def _is_participle(word: str, participles: frozenset[str]) -> bool:
    return word.endswith("ed") or word in participles


def split_clauses(text: str) -> list[int]:
    """Return for each word of `text` the place of the clause it stands in."""
    ends = [mark.start() for mark in _MARK.finditer(text)]
    return [bisect_right(ends, word.start()) for word in WORD.finditer(text)]


def _numbers(entries: Sequence[Entry], marked: Sequence[int]) -> list[str]:
    """Return the numbers as digits: "twenty", "six" is 26, "3", "million" 3000000.

    One that stands there again is another: "two dead, two hurt".
    """
    found: list[str] = []
    before = -2
    for index in marked:
        number = entries[index].number
        goes_on = before == index - 1
        before = index if number else before
        if goes_on and number.startswith("x"):
            found[-1] = _times(found[-1], number[1:])
        elif goes_on and len(number) == 1 and re.fullmatch("[2-9]0", found[-1]):
            found[-1] = found[-1][0] + number
        elif number:
            found.append(_plain(number))
    return [number + "'" * found[:place].count(number) for place, number in enumerate(found)]


def _plain(digits: str) -> str:
    match = re.match(r"\d+(?:\.\d+)?", digits)
    return match[0] if match else digits


def _times(digits: str, factor: str) -> str:
    try:
        return f"{float(digits) * int(factor):.10g}"
    except (ValueError, OverflowError):
        return digits
