"""What a unit says, as values two units can be compared by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.language import (
    has_name_capitals,
    load_place_words,
    load_stemmer,
    load_stop_words,
    load_synonyms,
    load_words,
)

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*")
_MARK = re.compile(r"[,;:!?()–—]|\.(?!\w)")
_POSSESSIVE = re.compile(r"'s\b|'(?!\w)")
_MILLIONS = re.compile(r"(?<=\d)m\b")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_CLOSING = "\"'”» "  # what may stand behind a question mark
_NOTHING = frozenset({""})
_NONE: frozenset[str] = frozenset()  # one for the many claims without numbers, days, negations
_REACH = 3  # content words after a negation that it can turn round


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
    tentative: bool
    """Whether it leaves open whether it is so: "may", "if", or a question."""
    agent: str
    """The stem behind "by" where a participle stands before it: who did it. Empty where none."""

    def says_more(self, start: int, end: int, other: Claim) -> bool:
        """Return whether the words from `start` to `end` say something that `other` does not."""
        return any(meaning and meaning not in other.stems for meaning in self.meanings[start:end])


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the lists have on one word."""

    word: str
    meaning: str
    """The stem that it and its synonyms share; empty where it adds nothing."""
    number: str
    """Its digits, or a multiplier with a leading x."""
    day: str
    negates: bool
    personal: bool
    is_tentative: bool
    is_capital: bool
    names: bool
    """Whether with a capital it is a name."""
    is_marked: bool
    """Whether it is a number, a day, a person, a negation or "by": few words are."""


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of one language that claims are read with."""

    numbers: Mapping[str, str]
    days: Mapping[str, str]
    """Days of the week and months, each under its first spelling."""
    weekdays: frozenset[str]
    negations: frozenset[str]
    parting: frozenset[tuple[str, str]]
    """A verb and the small word behind it that together deny: "ruled out"."""
    light: frozenset[str]
    """Words that add nothing to a statement, or only say that somebody makes it."""
    persons: frozenset[str]
    synonyms: Mapping[str, str]
    places: Mapping[str, str]
    """What stands for a place and its people, by each word for them as written."""
    opposites: frozenset[tuple[str, str]]
    contraries: Mapping[str, frozenset[str]]
    """The same, by either word."""
    small_contraries: Mapping[str, frozenset[str]]
    """Small words by those that, in their place, make another claim."""
    tentative: frozenset[str]
    joining: frozenset[str]
    participles: frozenset[str]
    undone: frozenset[tuple[str, str]]
    """A negation or a number with the word after it that undoes it: "not only", "one of"."""


def read_claim(text: str, language: str) -> Claim:
    """Return what `text` says.

    >>> claim = read_claim("The quake did not kill two people on Monday", "en")
    >>> sorted(claim.numbers), sorted(claim.days), sorted(claim.negated)
    (['2'], ['monday'], ['2', 'die', 'person'])
    """
    plain = text.replace("’", "'")
    plain = _POSSESSIVE.sub("", plain) if "'" in plain else plain
    plain = _MILLIONS.sub(" mn", plain)  # "143m": by itself an m is half of "a. m."
    plain = plain if plain.isascii() else _IDEOGRAPHS.sub(_in_pairs, plain)
    known = load_entries(language)
    entries = [known[word] for word in _WORD.findall(plain)]
    lists = load_wordlists(language)
    marked = _find_marked(entries, lists.undone)
    meanings = tuple([entry.meaning for entry in entries])
    negated, denied = _negated(entries, marked, plain, lists.parting) if marked else (_NONE, _NONE)
    return Claim(
        words=tuple([entry.word for entry in entries]),
        meanings=meanings,
        stems=frozenset(meanings) - _NOTHING,
        numbers=frozenset(_numbers(entries, marked)) if marked else _NONE,
        names=tuple(_names(entries)) if has_name_capitals(language) else (),
        days=frozenset([entries[index].day for index in marked]) - _NOTHING if marked else _NONE,
        negated=negated,
        denied=denied,
        personal=any(entries[index].personal for index in marked),
        tentative=plain.rstrip(_CLOSING).endswith("?")
        or any(entries[index].is_tentative for index in marked),
        agent=_find_agent(entries, marked, lists.participles),
    )


def _find_marked(entries: Sequence[_Entry], undone: frozenset[tuple[str, str]]) -> list[int]:
    """Return the places of the words that number, date, deny: few are, and few of them undone."""
    marked = [index for index, entry in enumerate(entries) if entry.is_marked]
    last = len(entries) - 1
    return [
        index
        for index in marked
        if index == last or (entries[index].word, entries[index + 1].word) not in undone
    ]


def _in_pairs(run: re.Match[str]) -> str:
    """Return a run of ideographs as overlapping pairs, since nothing parts their words."""
    return " ".join(one + other for one, other in pairwise(run[0]))


def find_entries(text: str, language: str) -> list[_Entry]:
    """Return what the lists have on each word of `text`, in order."""
    known = load_entries(language)
    return [known[word] for word in _WORD.findall(_POSSESSIVE.sub("", text.replace("’", "'")))]


def _names(entries: Sequence[_Entry]) -> list[str]:
    """Return the capitalised words after the first; none where nearly all are capitalised."""
    capitals = [entry for entry in entries if entry.is_capital]
    if len(capitals) > 0.7 * len(entries):
        return []
    if entries and entries[0].is_capital:
        del capitals[0]
    return list(dict.fromkeys([entry.meaning for entry in capitals if entry.names]))


class Entries(dict[str, "_Entry"]):
    """What the lists of one language have on each word met so far, as it is written."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> _Entry:
        self[written] = entry = _look_up(written, self._language)
        return entry


@lru_cache(maxsize=8)
def load_entries(language: str) -> Entries:
    """Return the entries of `language`, filled as words are looked up."""
    return Entries(language)


def _look_up(written: str, language: str) -> _Entry:
    lists, word = load_wordlists(language), written.casefold()
    stemmed = load_stemmer(language)(word)
    alone = len(word) == 1 and word.isalpha() and word.isascii()
    empty = alone or word in lists.light or word in load_stop_words(language)
    value = word.replace(",", "") if word[0].isdigit() else lists.numbers.get(word, "")
    negates = word in lists.negations or word.endswith("n't")
    parts = any(word == second for _, second in lists.parting)
    kinds = (lists.days, lists.persons, lists.tentative)
    meaning = "" if empty else lists.numbers.get(word, lists.synonyms.get(stemmed, stemmed))
    meaning = lists.places.get(written.replace(".", ""), meaning)
    return _Entry(
        word,
        meaning=meaning,
        number=value,
        day=lists.days.get(word, ""),
        negates=negates,
        personal=word in lists.persons,
        is_tentative=word in lists.tentative,
        is_capital=written[0].isupper(),
        names=bool(meaning) and word not in lists.days,
        is_marked=bool(value or negates or parts)
        or word == "by"
        or any(word in kind for kind in kinds),
    )


def _negated(
    entries: Sequence[_Entry],
    marked: Sequence[int],
    text: str,
    parting: frozenset[tuple[str, str]],
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems in reach of an odd number of negations, and the nearest to each of them.

    No negation reaches beyond its clause.
    """
    negations = [
        index
        for index in marked
        if entries[index].negates
        or (entries[index - 1].word if index else "", entries[index].word) in parting
    ]
    if not negations:
        return _NONE, _NONE
    turned: set[str] = set()
    nearest: set[str] = set()
    clauses = _split_clauses(text)
    for index in negations:
        after = entries[index + 1 : bisect_right(clauses, clauses[index])]
        reach = [other.meaning for other in after if other.meaning][:_REACH]
        turned.symmetric_difference_update(reach)
        nearest.update(reach[:1])
    return frozenset(turned), frozenset(nearest & turned)


def _find_agent(
    entries: Sequence[_Entry], marked: Sequence[int], participles: frozenset[str]
) -> str:
    """Return the first stem behind a participle's "by": not behind "cut by 7 percent"."""
    for index in marked:
        before = [entry.word for entry in entries[max(index - 2, 0) : index]]
        after = entries[index + 1 : index + 3]
        if entries[index].word != "by" or not after or after[0].number or after[0].day:
            continue
        if any(word.endswith("ed") or word in participles for word in before):
            return next((entry.meaning for entry in after if entry.meaning), "")
    return ""


def _split_clauses(text: str) -> list[int]:
    """Return for each word of `text` the place of the clause it stands in."""
    ends = [mark.start() for mark in _MARK.finditer(text)]
    return [bisect_right(ends, word.start()) for word in _WORD.finditer(text)]


def _numbers(entries: Sequence[_Entry], marked: Sequence[int]) -> list[str]:
    """Return the numbers as digits: "twenty", "six" is 26, "3", "million" 3000000."""
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
    return found


def _plain(digits: str) -> str:
    match = re.match(r"\d+(?:\.\d+)?", digits)
    return match[0] if match else digits


def _times(digits: str, factor: str) -> str:
    try:
        return f"{float(digits) * int(factor):.10g}"
    except (ValueError, OverflowError):
        return digits


@lru_cache(maxsize=8)
def load_wordlists(language: str) -> Wordlists:
    """Return the lists of `language`, empty where there are none."""
    stem, synonyms = load_stemmer(language), load_synonyms(language)
    weekdays = load_words(language, "weekdays")
    days = [*weekdays, *load_words(language, "month_words")]
    lines = (line.split()[:2] for line in load_words(language, "opposites"))
    pairs = [[synonyms.get(stem(word), stem(word)) for word in line] for line in lines]
    opposites = frozenset((one, other) for one, other in pairs if one != other)
    return Wordlists(
        numbers=dict(line.split()[:2] for line in load_words(language, "numbers")),
        days={word: line.split()[0] for line in days for word in line.split()},
        weekdays=frozenset(line.split()[0] for line in weekdays),
        negations=frozenset(load_words(language, "negations")),
        parting=_read_sides(load_words(language, "parting_words")),
        light=frozenset(load_words(language, "light_words"))
        | frozenset(load_words(language, "reporting_words")),
        persons=frozenset(load_words(language, "persons")),
        synonyms=synonyms,
        places=load_place_words(language),
        opposites=opposites,
        contraries=_by_either(opposites),
        small_contraries=_by_either(_read_sides(load_words(language, "small_contraries"))),
        joining=frozenset(load_words(language, "joining_words")),
        participles=frozenset(load_words(language, "participles")),
        undone=frozenset(
            (one, other) for one, other in map(str.split, load_words(language, "undoing_words"))
        ),
        tentative=frozenset(" ".join(load_words(language, "tentative_words")).split()),
    )


def _read_sides(lines: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return each word of the left of "|" with each of the right."""
    sides = (line.partition("|") for line in lines)
    return frozenset(
        (one, other) for left, _, right in sides for one in left.split() for other in right.split()
    )


def _by_either(pairs: frozenset[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs | {(other, one) for one, other in pairs}:
        found[one] = found.get(one, frozenset()) | {other}
    return found
