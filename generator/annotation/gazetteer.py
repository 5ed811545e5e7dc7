"""Names the world knows: places, large organisations, given names; and words that tell kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from generator.annotation.word_classes import load_classes

LONGEST = 6
"""The most words a known name has."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the gazetteer."""

    name: str
    """The spelling all others are listed under."""
    kind: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known of names before a text is read."""

    known: Mapping[str, Known]
    female: frozenset[str]
    male: frozenset[str]
    family_first: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_leads: frozenset[str]
    organisation_company: frozenset[str]
    bodies: frozenset[str]
    compounds: frozenset[str]
    ties: frozenset[str]
    joints: frozenset[str]
    abbreviated: frozenset[str]
    residents: frozenset[str]
    place_heads: frozenset[str]
    place_surnames: frozenset[str]
    place_leads: frozenset[str]
    place_nouns: frozenset[str]
    place_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    directions: frozenset[str]
    honorifics: frozenset[str]
    modifiers: frozenset[str]
    offices: frozenset[str]
    portfolios: frozenset[str]
    business_heads: frozenset[str]
    modal_surnames: frozenset[str]
    legal_forms: frozenset[str]
    never: frozenset[str]

    @property
    def leads(self) -> frozenset[str]:
        """Return the words that "of" ties to what follows them."""
        return self.organisation_leads | self.place_leads

    def is_given(self, word: str) -> bool:
        """Return whether `word` is a common given name."""
        return word in self.female or word in self.male


@lru_cache(maxsize=8)
def load_gazetteer(language: str) -> Gazetteer:
    """Return the gazetteer with the word lists of `language`."""
    given = load_classes("", "given_names")
    return Gazetteer(
        known={
            spelling: Known(names[0], kind)
            for kind in ("organisation", "place")
            for names in _read_names(f"{kind}s")
            for spelling in names
        },
        **{key: given[key] for key in ("female", "male", "family_first")},
        **load_classes(language, "names"),
    )


def _read_names(name: str) -> Iterator[list[str]]:
    file = files("generator") / "data" / f"{name}.txt"
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [spelling.strip() for spelling in line.split(" ; ")]
