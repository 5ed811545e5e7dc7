"""The words of one language that make an attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.language import load_place_words, load_words


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """The lists of one language that attributions are read with."""

    verbs: frozenset[str]
    """Verbs that only say that somebody says the rest."""
    late: frozenset[str]
    """Verbs that only do so behind what they tell: "…, the commission announced"."""
    leading: frozenset[str]
    """Verbs that never stand before who tells: "told"."""
    helping: frozenset[str]
    """What stands before such a verb and is not who tells: "has", "also"."""
    openers: frozenset[str]
    """What opens the clause that is told: "that"."""
    settings: frozenset[str]
    """What opens when or where it is told: "on"."""
    finite: frozenset[str]
    """Verbs that a clause of its own has: "was", "had", "gave"."""
    bars: frozenset[str]
    """Words before such a verb, or at the head of its clause, with which it does not."""
    generic: frozenset[str]
    """Who tells in any report, and is nobody in particular."""
    offices: frozenset[str]
    """Words of offices: many a prime minister says something."""
    asked: frozenset[str]
    """What opens a sentence that answers: "Asked"."""
    particles: frozenset[str]
    """Small words within a name: "Liesbeth van Aerde"."""
    places: frozenset[str]
    """What stands for each place and its people."""
    sources: re.Pattern[str]
    """What opens the naming of a source: "according to"."""
    quoted: re.Pattern[str]
    """From the verb of who passes a statement on to the verb of whom he quotes."""
    any: re.Pattern[str]
    """What is in every sentence that has an attribution."""


@lru_cache(maxsize=8)
def load_attribution_words(language: str) -> AttributionWords:
    """Return the words of `language`, none where it has no lists."""
    kinds = ("teller_verbs", "late_teller_verbs", "leading_teller_verbs", "teller_auxiliaries")
    verbs, late, leading, helping, openers, settings, bars, generic = (
        frozenset(" ".join(load_words(language, name)).split())
        for name in (*kinds, "subordinators", "teller_settings", "teller_bars", "generic_tellers")
    )
    sources = _any_of(load_words(language, "source_openers"))
    quoting = _any_of(" ".join(load_words(language, "quoting_verbs")).split())
    closing = _any_of(load_words(language, "quoting_closers"))
    offices = load_words(language, "offices") + load_words(language, "office_words")
    finite = load_words(language, "act_verbs") + load_words(language, "passive_verbs")
    return AttributionWords(
        verbs,
        late,
        leading,
        helping,
        openers,
        settings,
        frozenset(finite),
        bars,
        generic,
        frozenset(offices),
        frozenset(load_words(language, "asked_words")),
        frozenset(load_words(language, "name_particles")),
        frozenset(load_place_words(language).values()),
        sources=re.compile(rf"\b(?i:{sources})\b"),
        quoted=re.compile(rf"\b(?:{quoting})\b[^.;:?!]{{1,80}}?\b(?:{closing})\b"),
        any=re.compile(rf"\b(?:{_any_of(verbs | late)}|(?i:{sources})|{closing})\b"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words))) or r"(?!)"
