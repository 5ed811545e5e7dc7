"""The words of a text, each with what the lists of its language have on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.language import load_normalizer, load_stop_words
from generator.selection.wordlists import load_wordlists

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s\b|'(?!\w)")
_STUCK = re.compile(r"(?<=\d)m\b")
_GLUED = re.compile(r"([$£€¥#]\s?)?(\b\d[\d,.]*)m\b")
_RACES = frozenset("50 60 100 110 200 400 800 1500 3000 5000 10000".split())
"""Metres that are swum and run: of so many an m is not a million."""
_NONE: Mapping[str, str] = {}
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Entry:
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
    phrases: Mapping[str, str]
    """What it says together with one of the words that may follow it."""
    is_marked: bool
    """Whether it is a number, a day, a person, a denial, "by", or may begin a phrase: few are."""


def normalise(text: str) -> str:
    """Return `text` as its words are looked for: no possessives, ideographs in pairs."""
    plain = text.replace("’", "'")
    plain = _POSSESSIVE.sub("", plain) if "'" in plain else plain
    if _STUCK.search(plain):  # by itself an m is half of "a. m."
        plain = _GLUED.sub(_read_glued, plain)
    return plain if plain.isascii() else _IDEOGRAPHS.sub(_in_pairs, plain)


def _read_glued(number: re.Match[str]) -> str:
    """Return a number with the millions or metres that stick to it: "$143m", "200m"."""
    money, digits = number[1] or "", number[2]
    unit = "metres" if not money and digits.replace(",", "") in _RACES else "mn"
    return f"{money}{digits} {unit}"


def find_entries(plain: str, language: str) -> list[Entry]:
    """Return what the lists have on each word of a normalised text, in order."""
    known = load_entries(language)
    return [known[word] for word in WORD.findall(plain)]


def _in_pairs(run: re.Match[str]) -> str:
    """Return a run of ideographs as overlapping pairs, since nothing parts their words."""
    return " ".join(one + other for one, other in pairwise(run[0]))


class Entries(dict[str, "Entry"]):
    """What the lists of one language have on each word met so far, as it is written."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> Entry:
        self[written] = entry = _look_up(written, self._language)
        return entry


@lru_cache(maxsize=8)
def load_entries(language: str) -> Entries:
    """Return the entries of `language`, filled as words are looked up."""
    return Entries(language)


def _look_up(written: str, language: str) -> Entry:
    lists, word = load_wordlists(language), written.casefold()
    stemmed = load_normalizer(language)(word)
    canonical = lists.synonyms.get(stemmed, stemmed)
    alone = len(word) == 1 and word.isalpha() and word.isascii()
    empty = alone or word in lists.light or word in load_stop_words(language)
    value = word.replace(",", "") if word[0].isdigit() else lists.numbers.get(word, "")
    negates = word in lists.negations or word.endswith("n't")
    tentative = word.removesuffix("n't") in lists.tentative
    personal = word in lists.persons
    day = lists.days.get(word, "")
    day = day if day == word or written.istitle() else ""  # "sat" is a verb, DEC a fund
    known = lists.numbers.get(word) or day
    meaning = "" if empty else known or canonical
    meaning = lists.places.get(written.replace(".", ""), meaning)
    phrases = lists.phrases.get(canonical, _NONE)
    return Entry(
        word,
        meaning=meaning,
        number=value,
        day=day,
        negates=negates,
        personal=personal,
        is_tentative=tentative,
        is_capital=written[0].isupper(),
        names=bool(meaning) and word not in lists.days,
        phrases=phrases,
        is_marked=bool(phrases or value or day or negates or personal or tentative)
        or word in lists.parting
        or word == "by",
    )
