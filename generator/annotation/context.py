"""What the article around a sentence says for or against its topic.

A word means little alone: in an article that belongs to another event of the same kind, "the
earthquake" is that one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.annotation.lexicon import Lexicon
from generator.annotation.readings import Reading
from generator.models import BlockKind

PLAIN = 1.0
"""Evidence up to which a sentence is believed only where the article supports it."""
HELD = 0.4
"""Share of the two topics' own evidence below which a rival holds the article."""
SURE = 1.5
"""Evidence at which a sentence can lend its topic to the next."""
_MANY = 4  # words of a description that tell


@dataclass(frozen=True, slots=True)
class Rival:
    """Another topic that claims some of the same words."""

    lexicon: Lexicon
    readings: Sequence[Reading]


def standing(
    readings: Sequence[Reading], without: frozenset[str] = frozenset(), named: bool = False
) -> float:
    """Return how much of the article speaks for a topic: each term by its best, titles double.

    Terms whose words are all among the keys `without` are left out; with `named`, all but names.
    """
    best: dict[str, float] = {}
    for reading in readings:
        double = 2 if reading.sentence.kind is BlockKind.TITLE else 1
        for hit in reading.hits:
            if hit.phrase.named >= named and not without.issuperset(hit.phrase.keys):
                worth = hit.worth * double
                best[hit.phrase.term] = max(best.get(hit.phrase.term, 0.0), worth)
    return sum(best.values())


def settle_rivals(
    readings: Sequence[Reading], lexicon: Lexicon, rivals: Sequence[Rival]
) -> list[Reading]:
    """Return readings in which what two topics claim counts for the one the article is about."""
    for rival in rivals:
        shared = lexicon.words & rival.lexicon.words
        if shared and _is_held(readings, lexicon, rival, shared):
            readings = [_without_shared(reading, lexicon, rival, shared) for reading in readings]
        elif shared and 0 < standing(readings, named=True) < standing(rival.readings, named=True):
            readings = [_without_plain(reading, rival) for reading in readings]
    return list(readings)


def _is_held(
    readings: Sequence[Reading], lexicon: Lexicon, rival: Rival, shared: frozenset[str]
) -> bool:
    """Return whether the article is the rival's; between two events their names decide."""
    named = lexicon.has_names and rival.lexicon.has_names
    own = standing(readings, shared, named)
    theirs = standing(rival.readings, shared, named)
    return theirs > 0 and own < HELD * (own + theirs)


def _without_shared(
    reading: Reading, lexicon: Lexicon, rival: Rival, shared: frozenset[str]
) -> Reading:
    if not reading.hits:
        return reading
    why = f"the article is about “{rival.lexicon.topic.title}”"
    if lexicon.has_names and rival.lexicon.has_names:
        return reading.weighed(0.0, why)
    kept = sum(hit.worth for hit in reading.hits if not shared.issuperset(hit.phrase.keys))
    return reading if kept == reading.evidence else reading.weighed(kept, why)


def _without_plain(reading: Reading, rival: Rival) -> Reading:
    """Return the reading without what no name ties to the topic: the rival is named more."""
    if reading.evidence >= SURE or any(hit.phrase.named for hit in reading.hits):
        return reading
    return reading.weighed(0.0, f"the article names “{rival.lexicon.topic.title}” more")


def settle_plain(
    readings: Sequence[Reading], lexicon: Lexicon, others: Mapping[str, Sequence[Reading]]
) -> list[Reading]:
    """Return readings in which a plain word alone counts only where the article supports it."""
    own = standing(readings)
    named = any(hit.phrase.named for reading in readings for hit in reading.hits)
    most = max((standing(other) for other in others.values()), default=0.0)
    alone = own <= PLAIN and 3 * own <= most
    if (not alone and (named or not lexicon.has_names)) or _is_described(readings, lexicon):
        return list(readings)
    why = "nothing else in the article supports it: halved"
    return [
        reading.weighed(reading.evidence / 2, why) if _is_one_word(reading) else reading
        for reading in readings
    ]


def _is_one_word(reading: Reading) -> bool:
    """Return whether a single word is all that speaks for the topic, and no phrase."""
    phrased = any(len(hit.phrase.keys) > 1 for hit in reading.hits)
    return 0 < reading.evidence <= PLAIN and not phrased


def _is_described(readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Return whether the article has many of the description's words, terms aside."""
    held = (lexicon.description.intersection(reading.places) for reading in readings)
    return len(frozenset[str]().union(*held) - lexicon.words) >= _MANY
