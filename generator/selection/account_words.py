"""The words that accounts are read with, as data/LANGUAGE/accounts.toml explains them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from generator.language import stem_words

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """What gives a sentence to a source."""

    leading: Words
    trailing: Words
    closing: Words
    links: Words
    according: tuple[str, ...]


_PATTERNS = ("qualifiers", "corrects", "gainsays")
"""What is no list among the words of counts."""


@dataclass(frozen=True, slots=True)
class CountWords:
    """What tells one count from another."""

    heads: Words
    ages: Words
    choices: Words
    opens: Words
    joins: Words
    former: Words
    compared: Words
    parts: Words
    articles: Words
    conditions: Words
    updates: Words
    rough: Words
    qualifiers: re.Pattern[str]
    """What a number is said with, right before it."""
    corrects: re.Pattern[str]
    """What stands right before a number that is taken back."""
    gainsays: re.Pattern[str]
    """A number by itself that is taken back, as its first group."""
    rest: Words
    persons: Words
    anyone: Words
    narrowing: Words
    piecemeal: Words


@dataclass(frozen=True, slots=True)
class DenialWords:
    """What makes a denial, and what only looks like one."""

    verbs: Words
    plain: Words
    participles: Words
    guarded: Words
    charges: Words
    tried: Words
    turns: Words
    former: Words
    courts: Words
    rights: Words
    helpers: Words
    false: Words
    calls: Words
    terms: Words
    contents: Words
    indefinite: Words
    acts: Words
    """Endings, not words."""
    refused: Words
    objects: Words
    auxiliaries: Words
    joints: Words
    infinitives: Words
    empty: Words
    """Stems, not words."""


@dataclass(frozen=True, slots=True)
class AccusationWords:
    """What accuses."""

    verbs: Words
    nouns: Words
    reports: Words
    adjectives: Words
    determiners: Words


@dataclass(frozen=True, slots=True)
class AccountWords:
    """All lists of one language, in lower case."""

    attributions: AttributionWords
    counts: CountWords
    denials: DenialWords
    accusations: AccusationWords
    negations: Words
    lacks: Words
    unknown: Words
    doubts: Words
    pleas: Words
    unasserted: Words
    """What a sentence with one of these says is not asserted: doubts, pleas, charges, denials."""
    pronouns: Words
    outcomes: Mapping[str, str]
    """Word -> what happened to the people counted."""


@lru_cache(maxsize=8)
def load_account_words(language: str) -> AccountWords | None:
    """Return the lists of `language`, None where nobody has written any."""
    source = files("generator") / "data" / language[:2] / "accounts.toml"
    if not source.is_file():
        return None
    data = tomllib.loads(source.read_text("utf-8"))
    sections = {section: _split_lists(lists) for section, lists in data.items()}
    according = tuple(data["attributions"]["according"].split())
    patterns = [re.compile(data["counts"][name]) for name in _PATTERNS]
    del sections["attributions"]["according"]
    for name in _PATTERNS:
        del sections["counts"][name]
    qualifiers, corrects, gainsays = patterns
    polarity = sections["polarity"]
    accuses = sections["accusations"]["verbs"]
    denies = sections["denials"]["verbs"] - sections["denials"]["guarded"]
    empty = frozenset(stem_words(data["denials"]["empty"], language))
    return AccountWords(
        attributions=AttributionWords(according=according, **sections["attributions"]),
        counts=CountWords(
            qualifiers=qualifiers, corrects=corrects, gainsays=gainsays, **sections["counts"]
        ),
        denials=DenialWords(**sections["denials"] | {"empty": empty}),
        accusations=AccusationWords(**sections["accusations"]),
        **polarity,
        unasserted=polarity["doubts"] | polarity["pleas"] | accuses | denies,
        outcomes={w: name for name, words in data["outcomes"].items() for w in words.split()},
    )


def _split_lists(lists: Mapping[str, str]) -> dict[str, Words]:
    return {name: frozenset(words.split()) for name, words in lists.items()}
