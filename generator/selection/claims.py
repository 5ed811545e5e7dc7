"""What a unit says, as values two units can be compared by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.language import load_stemmer, load_stop_words, load_synonyms, load_words

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile("['’]s?$")
_NEGATED = re.compile("n['’]t$")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement's content."""

    words: tuple[str, ...]
    """Lower-case words in order."""
    stems: frozenset[str]
    """Canonical stems of the content words: synonyms share one."""
    numbers: frozenset[str]
    names: tuple[str, ...]
    """Stems of capitalised words after the first, in order of first occurrence."""
    days: frozenset[str]
    negated: bool
    passive: bool
    """Whether the word that marks an agent ("by") stands in it."""


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of one language that claims are read with."""

    numbers: Mapping[str, str]
    days: Mapping[str, str]
    negations: frozenset[str]
    light: frozenset[str]
    synonyms: Mapping[str, str]
    opposites: frozenset[tuple[str, str]]


def read_claim(text: str, language: str) -> Claim:
    """Return what `text` says.

    >>> claim = read_claim("The quake did not kill two people on Monday", "en")
    >>> sorted(claim.numbers), sorted(claim.days), claim.negated
    (['2'], ['monday'], True)
    """
    lists, stops, stem = load_wordlists(language), load_stop_words(language), load_stemmer(language)
    raw = [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]
    words = [word.casefold() for word in raw]
    stems = [
        lists.synonyms.get(stemmed := stem(word), stemmed)
        if word not in stops and word not in lists.light
        else ""
        for word in words
    ]
    titled = sum(word[:1].isupper() for word in raw) > 0.7 * len(raw)
    names = (
        stemmed
        for index, (word, stemmed) in enumerate(zip(raw, stems, strict=True))
        if index and stemmed and word[0].isupper() and words[index] not in lists.days
    )
    return Claim(
        words=tuple(words),
        stems=frozenset(stemmed for stemmed in stems if stemmed),
        numbers=frozenset(_numbers(words, lists)),
        names=() if titled else tuple(dict.fromkeys(names)),
        days=frozenset(lists.days[word] for word in words if word in lists.days),
        negated=any(word in lists.negations or _NEGATED.search(word) for word in words),
        passive="by" in words,
    )


def _numbers(words: list[str], lists: Wordlists) -> list[str]:
    """Return the numbers as digits, a multiplier joined to what it multiplies."""
    found: list[str] = []
    open_number = False
    for word in words:
        value = lists.numbers.get(word)
        if value and value[0] == "x":
            if open_number:
                found[-1] = _times(found[-1], value[1:])
            else:
                found.append(value)
            continue
        digits = word.replace(",", "") if word[0].isdigit() else value
        open_number = digits is not None and digits != ""
        if open_number and digits:
            found.append(_plain(digits))
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
        light=frozenset(load_words(language, "light_words")),
        synonyms=synonyms,
        opposites=frozenset((one, other) for one, other in pairs if one != other),
    )
