"""What a unit says, as values two units can be compared by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.language import load_stemmer, load_stop_words, load_synonyms, load_words

_WORD_OR_MARK = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*|[,;:.!?()–—]")
_POSSESSIVE = re.compile("'s?$")
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
    personal: bool
    """Whether somebody speaks of himself or to another: "we", "you"."""
    passive: bool
    """Whether the word that marks an agent ("by") stands in it."""

    def says_more(self, start: int, end: int, other: Claim) -> bool:
        """Return whether the words from `start` to `end` say something that `other` does not."""
        return any(meaning and meaning not in other.stems for meaning in self.meanings[start:end])


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of one language that claims are read with."""

    numbers: Mapping[str, str]
    days: Mapping[str, str]
    negations: frozenset[str]
    light: frozenset[str]
    """Words that add nothing to a statement, or only say that somebody makes it."""
    persons: frozenset[str]
    synonyms: Mapping[str, str]
    opposites: frozenset[tuple[str, str]]


def read_claim(text: str, language: str) -> Claim:
    """Return what `text` says.

    >>> claim = read_claim("The quake did not kill two people on Monday", "en")
    >>> sorted(claim.numbers), sorted(claim.days), sorted(claim.negated)
    (['2'], ['monday'], ['monday', 'peopl', 'kill'])
    """
    lists = load_wordlists(language)
    raw, clauses = _split_words(text.replace("’", "'"))
    words = [word.casefold() for word in raw]
    meanings = [_meaning(word, language) for word in words]
    titled = sum(word[0].isupper() for word in raw) > 0.7 * len(raw)
    names = (
        meaning
        for index, (word, meaning) in enumerate(zip(raw, meanings, strict=True))
        if index and meaning and word[0].isupper() and words[index] not in lists.days
    )
    return Claim(
        words=tuple(words),
        meanings=tuple(meanings),
        stems=frozenset(meaning for meaning in meanings if meaning),
        numbers=frozenset(_numbers(words, lists)),
        names=() if titled else tuple(dict.fromkeys(names)),
        days=frozenset(lists.days[word] for word in words if word in lists.days),
        negated=_negated(words, meanings, clauses, lists),
        personal=not lists.persons.isdisjoint(words),
        passive="by" in words,
    )


def _split_words(text: str) -> tuple[list[str], list[int]]:
    """Return the words of `text`, and for each the number of its clause."""
    words: list[str] = []
    clauses: list[int] = []
    clause = 0
    for found in _WORD_OR_MARK.findall(text):
        if found[0].isalnum():
            words.append(_POSSESSIVE.sub("", found))
            clauses.append(clause)
        else:
            clause += 1
    return words, clauses


@lru_cache(maxsize=200_000)
def _meaning(word: str, language: str) -> str:
    """Return the stem that `word` and its synonyms share; "" where it says nothing."""
    lists = load_wordlists(language)
    if word in lists.light or word in load_stop_words(language):
        return ""
    stemmed = load_stemmer(language)(word)
    return lists.numbers.get(word) or lists.synonyms.get(stemmed, stemmed)


def _negated(
    words: list[str], meanings: list[str], clauses: list[int], lists: Wordlists
) -> frozenset[str]:
    """Return the stems in reach of an odd number of negations, each within its clause."""
    turned: set[str] = set()
    for index, word in enumerate(words):
        if word in lists.negations or word.endswith("n't"):
            after = range(index + 1, bisect_right(clauses, clauses[index]))
            reach = [meanings[place] for place in after if meanings[place]][:_REACH]
            turned.symmetric_difference_update(reach)
    return frozenset(turned)


def _numbers(words: list[str], lists: Wordlists) -> list[str]:
    """Return the numbers as digits: "twenty", "six" is 26, "3", "million" 3000000."""
    found: list[str] = []
    ended = True
    for word in words:
        value = word.replace(",", "") if word[0].isdigit() else lists.numbers.get(word, "")
        if value.startswith("x") and not ended:
            found[-1] = _times(found[-1], value[1:])
        elif len(value) == 1 and not ended and len(found[-1]) == 2 and found[-1][1] == "0":
            found[-1] = found[-1][0] + value
        elif value:
            found.append(_plain(value))
        ended = not value
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
    days = load_words(language, "days")
    pairs = [
        [synonyms.get(stem(word), stem(word)) for word in line.split()[:2]]
        for line in load_words(language, "opposites")
    ]
    return Wordlists(
        numbers=dict(line.split()[:2] for line in load_words(language, "numbers")),
        days={word: line.split()[0] for line in days for word in line.split()},
        negations=frozenset(load_words(language, "negations")),
        light=frozenset(load_words(language, "light_words"))
        | frozenset(load_words(language, "reporting_words")),
        persons=frozenset(load_words(language, "persons")),
        synonyms=synonyms,
        opposites=frozenset((one, other) for one, other in pairs if one != other),
    )
