"""The words of one language that claims are read and compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from generator.language import load_normalizer, load_place_words, load_synonyms, load_words


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of one language that claims are read with."""

    numbers: Mapping[str, str]
    days: Mapping[str, str]
    """Days of the week and months, each under its first spelling."""
    weekdays: frozenset[str]
    negations: frozenset[str]
    parting: Mapping[str, frozenset[str]]
    """Verbs by the small word that, behind them, makes them deny: "ruled out"."""
    breaking: frozenset[str]
    """Words behind which a denial or a doubt before them does not reach: "but"."""
    light: frozenset[str]
    """Words that add nothing to a statement, or only say that somebody makes it."""
    persons: frozenset[str]
    synonyms: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, str]]
    """What stands for two words, by the stem of the first and then by the second."""
    places: Mapping[str, str]
    """What stands for a place and its people, by each word for them as written."""
    opposites: frozenset[tuple[str, str]]
    """Contraries, and what one event has both of."""
    contraries: Mapping[str, frozenset[str]]
    """The first by either word, and others of one kind; and what may follow an act, by the act."""
    converses: Mapping[str, frozenset[str]]
    """The second by either word: one wins, another loses."""
    small_contraries: Mapping[str, frozenset[str]]
    """Small words by those that, in their place, make another claim."""
    tentative: frozenset[str]
    joining: frozenset[str]
    participles: frozenset[str]
    past: frozenset[str]
    """Forms of the past that no ending shows."""
    auxiliaries: frozenset[str]
    """Words between who acts and the verb: "has also"."""
    being: frozenset[str]
    """Forms of the verb that makes a passive."""
    undone: frozenset[tuple[str, str]]
    """A negation or a number with the word after it that undoes it: "not only", "one of"."""


@lru_cache(maxsize=8)
def load_wordlists(language: str) -> Wordlists:
    """Return the lists of `language`, empty where there are none."""
    synonyms = load_synonyms(language)
    weekdays = load_words(language, "weekdays")
    days = [*weekdays, *load_words(language, "month_words")]
    opposites, converses = (
        _stem_pairs(_read_pairs(load_words(language, name)), language)
        for name in ("opposites", "converses")
    )
    stages = _stem_pairs(_read_sides(load_words(language, "stages")), language)
    kinds = (
        pair for line in load_words(language, "kinds") for pair in permutations(line.split(), 2)
    )
    return Wordlists(
        numbers=dict(line.split()[:2] for line in load_words(language, "numbers")),
        days={word: line.split()[0] for line in days for word in line.split()},
        weekdays=frozenset(line.split()[0] for line in weekdays),
        negations=frozenset(load_words(language, "negations")),
        parting=_by_first(
            (small, verb) for verb, small in _read_sides(load_words(language, "parting_words"))
        ),
        breaking=frozenset(load_words(language, "breaking_words")),
        light=frozenset(load_words(language, "light_words"))
        | frozenset(load_words(language, "reporting_words")),
        persons=frozenset(load_words(language, "persons")),
        synonyms=synonyms,
        phrases=_read_phrases(language),
        places=load_place_words(language),
        opposites=opposites | converses,
        converses=_by_first(_both_ways(converses)),
        contraries=_by_first(_both_ways(opposites) | stages | _stem_pairs(kinds, language)),
        small_contraries=_by_first(
            _both_ways(_read_sides(load_words(language, "small_contraries")))
        ),
        joining=frozenset(load_words(language, "joining_words")),
        participles=frozenset(load_words(language, "participles")),
        past=frozenset(
            form for line in load_words(language, "irregular_verbs") for form in line.split()[1:]
        ),
        auxiliaries=frozenset(" ".join(load_words(language, "teller_auxiliaries")).split()),
        being=frozenset(load_words(language, "passive_verbs")),
        undone=frozenset(
            (one, other) for one, other in map(str.split, load_words(language, "undoing_words"))
        ),
        tentative=frozenset(" ".join(load_words(language, "tentative_words")).split()),
    )


def _read_phrases(language: str) -> Mapping[str, Mapping[str, str]]:
    normalize, synonyms = load_normalizer(language), load_synonyms(language)
    found: dict[str, dict[str, str]] = {}
    for line in load_words(language, "phrases"):
        phrase, _, other = line.partition("|")
        first, second = phrase.split()
        stems = [normalize(word.strip()) for word in (first, other)]
        verb, meaning = (synonyms.get(stem, stem) for stem in stems)
        found.setdefault(verb, {})[second] = meaning
    return found


def _read_pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the two words of each line, or each of the left of "|" with each of the right."""
    for line in lines:
        first, *others = line.split()
        yield from _read_sides([line]) if "|" in line else [(first, other) for other in others]


def _read_sides(lines: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return each word of the left of "|" with each of the right."""
    sides = (line.partition("|") for line in lines)
    return frozenset(
        (one, other) for left, _, right in sides for one in left.split() for other in right.split()
    )


def _stem_pairs(pairs: Iterable[Sequence[str]], language: str) -> frozenset[tuple[str, str]]:
    """Return what stands for the two words of each pair, without those that mean the same."""
    normalize, synonyms = load_normalizer(language), load_synonyms(language)
    stems = ([synonyms.get(stem, stem) for stem in map(normalize, pair)] for pair in pairs)
    return frozenset((one, other) for one, other in stems if one != other)


def _both_ways(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return pairs | {(other, one) for one, other in pairs}


def _by_first(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        found[one] = found.get(one, frozenset()) | {other}
    return found
