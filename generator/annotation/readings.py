"""One sentence with what one topic finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.lexicon import Lexicon, Phrase
from generator.annotation.wording import Word
from generator.language import load_words
from generator.models import Sentence, Span

UNDERIVED = 0.3
"""What a hit is worth that is another word of the stem, or only says who said the rest."""
_HEADLINE = 0.7  # share of capitalised words from which capitals say nothing
_WINDOW = 4  # words that may stand between those of a scattered phrase
_SUPPORT = 0.15  # what a word of the description adds to a sentence that has a term
_SUPPORTED = 0.45  # and the most that all of them add


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a sentence, at words first to last."""

    phrase: Phrase
    first: int
    last: int
    span: Span
    worth: float
    """What it adds to the sentence's evidence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence's evidence for one topic, and where it comes from."""

    sentence: Sentence
    words: tuple[Word, ...]
    places: Mapping[str, Sequence[int]]
    """Key -> the words that answer to it."""
    hits: tuple[Hit, ...] = ()
    evidence: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Return the evidence as a score from 0 to 1."""
        return round(1 - 2**-self.evidence, 6)

    def weighed(self, evidence: float, reason: str) -> Reading:
        """Return the reading with other evidence, for one more reason."""
        return replace(self, evidence=evidence, reasons=(*self.reasons, reason))


def find_places(words: Sequence[Word]) -> dict[str, list[int]]:
    """Return for each key the indices of the words that answer to it."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        for key in word.keys:
            places.setdefault(key, []).append(index)
    return places


def read_evidence(reading: Reading, lexicon: Lexicon, language: str) -> Reading:
    """Return `reading` with its direct evidence: terms found, words of the description beside."""
    found = (
        _attributed(hit, reading.words, language) for hit in find_hits(lexicon.phrases, reading)
    )
    hits = best_hits(found)
    if not hits or any(find_hits(lexicon.excluded, reading)):
        return reading
    reasons = [f"“{hit.phrase.term}” {hit.worth:.2g}" for hit in hits]
    used = {
        key for hit in hits for word in reading.words[hit.first : hit.last + 1] for key in word.keys
    }
    support = lexicon.description.intersection(reading.places).difference(used)
    extra = min(_SUPPORTED, _SUPPORT * len(support))
    if support:
        count = f"{len(support)} word{'s' if len(support) > 1 else ''}"
        reasons.append(f"{count} of the description {extra:.2g}")
    evidence = sum(hit.worth for hit in hits) + extra
    return replace(reading, hits=tuple(hits), evidence=evidence, reasons=tuple(reasons))


def _attributed(hit: Hit, words: Sequence[Word], language: str) -> Hit:
    """Return the hit, worth little where it only says who said the rest: "…, police said."."""
    said = load_words(language, "say_verbs")
    ends = hit.last == len(words) - 2 and words[-1].text.casefold() in said
    before = tuple(word.text.casefold() for word in words[max(0, hit.first - 2) : hit.first])
    if ends or before == ("according", "to"):
        return replace(hit, worth=hit.worth * UNDERIVED)
    return hit


def find_hits(phrases: Iterable[Phrase], reading: Reading) -> Iterator[Hit]:
    """Yield every place of the sentence where one of `phrases` stands."""
    words, places = reading.words, reading.places
    for phrase in phrases:
        if all(key in places for key in phrase.keys):
            runs = _scattered(phrase, places) if phrase.scattered else _adjacent(phrase, reading)
            for first, last in runs:
                if not (phrase.named and _is_inside_name(words, first)):
                    span = Span(words[first].start, words[last].end)
                    yield Hit(phrase, first, last, span, _worth(phrase, words[last]))


def _is_inside_name(words: Sequence[Word], first: int) -> bool:
    """Return whether the name that words[first] begins is the end of a longer one.

    "National Security Council" is not the "Security Council"; titles and headlines show nothing.
    """
    if first < 2 or first > len(words) - 1:
        return False
    before, start = words[first - 1], words[first]
    if before.possessive or before.end + 1 != start.start or before.key.startswith("A:"):
        return False
    apart = before.is_office or before.is_day
    plain = before.text.isalpha() and before.is_capitalised and not apart
    return plain and sum(word.is_capitalised for word in words) <= _HEADLINE * len(words)


def _worth(phrase: Phrase, last: Word) -> float:
    """Return the phrase's strength, less where it asks for an ending that the word lacks.

    A stemmer makes one of "sailings" and "sail", "oiled" and "oil": rarely what an editor meant.
    """
    text = last.text.casefold()
    lacks = phrase.endings and not text.endswith(phrase.endings)
    derived = phrase.refused and text.endswith(phrase.refused)
    return phrase.strength * UNDERIVED if lacks or derived else phrase.strength


def _adjacent(phrase: Phrase, reading: Reading) -> Iterator[tuple[int, int]]:
    length = len(phrase.keys)
    for start in reading.places[phrase.keys[0]]:
        run = reading.words[start : start + length]
        fits = (key in word.keys for key, word in zip(phrase.keys, run, strict=False))
        if len(run) == length and all(fits):
            yield start, start + length - 1


def _scattered(phrase: Phrase, places: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the tightest places that hold all words of the phrase, if any are near enough."""
    for anchor in places[phrase.keys[0]]:
        chosen = [min(places[key], key=lambda at: (abs(at - anchor), at)) for key in phrase.keys]
        reach = max(chosen) - min(chosen)
        if len(set(chosen)) == len(chosen) and reach < len(chosen) + _WINDOW:
            yield min(chosen), max(chosen)


def _is_outdone(phrase: Hit, hits: Iterable[Hit]) -> bool:
    """Return whether other terms that meet the phrase are worth more than it."""
    best: dict[str, float] = {}
    for hit in hits:
        if hit.phrase.term != phrase.phrase.term and hit.span.meets(phrase.span):
            best[hit.phrase.term] = max(best.get(hit.phrase.term, 0.0), hit.worth)
    return sum(best.values()) > phrase.worth


def best_hits(hits: Iterable[Hit]) -> list[Hit]:
    """Return the strongest hits that do not meet, one a term, in order of place.

    A phrase whose words stand apart gives way where the terms among them say more together.
    """
    found = list(hits)
    strong = [hit for hit in found if not (hit.phrase.scattered and _is_outdone(hit, found))]
    chosen: list[Hit] = []
    for hit in sorted(strong, key=lambda hit: (-hit.worth, hit.span, hit.phrase.term)):
        if not any(
            hit.phrase.term == other.phrase.term or hit.span.meets(other.span) for other in chosen
        ):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.span)
