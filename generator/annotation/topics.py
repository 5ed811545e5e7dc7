"""Which sentences of an article are about which topics, and why.

Evidence adds up: each distinct term of a topic counts once, by its weight and by how closely the
sentence writes it. The sum `x` becomes the score `1 - 2 ** -x`, so that a term of weight 1 is just
enough, and two are surer than one. What the article as a whole is about then speaks: a plain word
says little where another topic of the settings holds the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.actors import is_acting
from generator.annotation.lexicon import Lexicon, Phrase, build_lexicon
from generator.annotation.wording import Word, split_words
from generator.config import Topic
from generator.language import load_words
from generator.models import Article, BlockKind, Facts, Sentence, Span, TermHit, TopicMatch

THRESHOLD = 0.5
"""Sentences below are not returned."""
PLAIN = 1.0
"""Weight up to which a term counts as a plain word, believed only where the article supports it."""
_WINDOW = 4  # words that may stand between those of a scattered phrase
_SUPPORT = 0.15  # what a word of the description adds to a sentence that has a term
_SUPPORTED = 0.45  # and the most that all of them add
_INHERITED = 1.1  # the most a sentence gets from the one before it
_ACTS = 1.6  # what an actor that acts is worth


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase found in a sentence."""

    phrase: Phrase
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence with what one topic finds in it."""

    sentence: Sentence
    words: tuple[Word, ...]
    hits: tuple[_Hit, ...] = ()
    evidence: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Return the evidence as a score from 0 to 1."""
        return round(1 - 2**-self.evidence, 6)


def match_topics(
    article: Article, topics: Sequence[Topic], facts: Facts, language: str
) -> tuple[TopicMatch, ...]:
    """Return the matches of `article`'s sentences, by sentence, then in the topics' order."""
    lines = [
        tuple(split_words(sentence.span.of(article.text), sentence.span.start, language))
        for sentence in article.sentences
    ]
    lexicons = [build_lexicon(topic, language) for topic in topics]
    found = {
        lexicon.topic.slug: [
            _read_sentence(sentence, words, lexicon, language)
            for sentence, words in zip(article.sentences, lines, strict=True)
        ]
        for lexicon in lexicons
    }
    matches = []
    for order, lexicon in enumerate(lexicons):
        readings = _settle(article, lexicon, found, language)
        for index, reading in enumerate(readings):
            if reading.score >= THRESHOLD:
                matches.append((index, order, _build_match(lexicon, index, reading)))
    return tuple(match for _, _, match in sorted(matches, key=lambda entry: entry[:2]))


def _build_match(lexicon: Lexicon, index: int, reading: _Reading) -> TopicMatch:
    hits = tuple(TermHit(hit.phrase.term, hit.span) for hit in reading.hits)
    return TopicMatch(lexicon.topic.slug, index, reading.score, hits, "; ".join(reading.reasons))


def _read_sentence(
    sentence: Sentence, words: tuple[Word, ...], lexicon: Lexicon, language: str
) -> _Reading:
    """Return the sentence with its direct evidence for the topic."""
    places = _places(words)
    hits = tuple(_best_hits(_find(lexicon.phrases, words, places)))
    evidence = sum(hit.phrase.strength for hit in hits)
    reasons = tuple(f"“{hit.phrase.term}” {hit.phrase.strength:.2g}" for hit in hits)
    if hits and lexicon.description:
        named = {
            key for hit in hits for word in words[hit.first : hit.last + 1] for key in word.keys
        }
        support = lexicon.description.intersection(places).difference(named)
        extra = min(_SUPPORTED, _SUPPORT * len(support))
        evidence += extra
        reasons += (f"{len(support)} words of the description {extra:.2g}",) if support else ()
    if any(_find(lexicon.excluded, words, places)):
        evidence, reasons = 0.0, ("excluded",)
    return _Reading(sentence, words, hits, evidence, reasons)


def _places(words: Sequence[Word]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        for key in word.keys:
            places.setdefault(key, []).append(index)
    return places


def _find(
    phrases: Sequence[Phrase], words: Sequence[Word], places: Mapping[str, list[int]]
) -> Iterator[_Hit]:
    for phrase in phrases:
        starts = places.get(phrase.keys[0])
        if starts is None or any(key not in places for key in phrase.keys):
            continue
        runs = _scattered(phrase, places) if phrase.scattered else _adjacent(phrase, starts, words)
        for first, last in runs:
            yield _Hit(phrase, first, last, Span(words[first].start, words[last].end))


def _adjacent(
    phrase: Phrase, starts: Sequence[int], words: Sequence[Word]
) -> Iterator[tuple[int, int]]:
    for start in starts:
        run = words[start : start + len(phrase.keys)]
        if len(run) == len(phrase.keys) and all(
            key in word.keys for key, word in zip(phrase.keys, run, strict=True)
        ):
            yield start, start + len(run) - 1


def _scattered(phrase: Phrase, places: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the tightest places that hold all words of the phrase, if any are near enough."""
    for anchor in places[phrase.keys[0]]:
        chosen = [min(places[key], key=lambda at: (abs(at - anchor), at)) for key in phrase.keys]
        if len(set(chosen)) == len(chosen) and max(chosen) - min(chosen) < len(chosen) + _WINDOW:
            yield min(chosen), max(chosen)


def _best_hits(hits: Iterator[_Hit]) -> list[_Hit]:
    """Return the strongest hits that do not meet, one a term, in order of place."""
    chosen: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.phrase.strength, hit.span)):
        if all(
            hit.phrase.term != other.phrase.term and not hit.span.meets(other.span)
            for other in chosen
        ):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.span)


def _settle(
    article: Article, lexicon: Lexicon, found: Mapping[str, Sequence[_Reading]], language: str
) -> list[_Reading]:
    """Return the topic's readings after the article and the neighbours have spoken."""
    readings = list(found[lexicon.topic.slug])
    if lexicon.required:
        readings = _with_required(readings, lexicon)
    if lexicon.actors:
        readings = [_with_actors(reading, lexicon, article.text, language) for reading in readings]
        return _with_neighbours(article, readings, language, "person_pronouns")
    readings = _with_article(readings, lexicon, found)
    return _with_neighbours(article, readings, language, "pronouns")


def _with_required(readings: Sequence[_Reading], lexicon: Lexicon) -> list[_Reading]:
    """Return readings with evidence only where a required term stands, or just before."""
    met = [
        any(_find(lexicon.required, reading.words, _places(reading.words))) for reading in readings
    ]
    return [
        reading
        if met[index] or (index and met[index - 1])
        else replace(reading, evidence=0.0, reasons=("no required term",))
        for index, reading in enumerate(readings)
    ]


def standing(readings: Sequence[_Reading]) -> float:
    """Return how much of the article speaks for the topic: each term by its best, titles double."""
    best: dict[str, float] = {}
    for reading in readings:
        title = 2 if reading.sentence.kind is BlockKind.TITLE else 1
        for hit in reading.hits:
            worth = hit.phrase.strength * title
            best[hit.phrase.term] = max(best.get(hit.phrase.term, 0.0), worth)
    return sum(best.values())


def _with_article(
    readings: Sequence[_Reading], lexicon: Lexicon, found: Mapping[str, Sequence[_Reading]]
) -> list[_Reading]:
    """Return readings in which plain words count only where the article supports them."""
    own = standing(readings)
    others = [standing(other) for slug, other in found.items() if slug != lexicon.topic.slug]
    named = any(hit.phrase.named for reading in readings for hit in reading.hits)
    elsewhere = own <= PLAIN and 3 * own <= max(others, default=0.0)
    if not elsewhere and (named or not lexicon.has_names):
        return list(readings)
    return [_halved(reading) if reading.evidence <= PLAIN else reading for reading in readings]


def _halved(reading: _Reading) -> _Reading:
    reasons = (*reading.reasons, "halved: nothing else in the article supports it")
    return replace(reading, evidence=reading.evidence / 2, reasons=reasons)


def _with_actors(reading: _Reading, lexicon: Lexicon, text: str, language: str) -> _Reading:
    """Return the reading with evidence only where an actor of the topic acts."""
    if not reading.words:
        return reading
    places = _places(reading.words)
    acting = [
        hit
        for hit in _find(lexicon.actors, reading.words, places)
        if is_acting(reading.words, hit.first, hit.last, text, language)
    ]
    if not acting:
        return replace(reading, evidence=0.0, hits=(), reasons=())
    names = {hit.phrase.term for hit in lexicon_hits(reading, lexicon)}
    extra = sum(hit.phrase.strength for hit in reading.hits if hit.phrase.term in names)
    hits = tuple(_best_hits(iter([*acting, *reading.hits])))
    reason = f"{acting[0].phrase.term} acts {_ACTS}"
    return replace(reading, evidence=_ACTS + extra, hits=hits, reasons=(reason,))


def lexicon_hits(reading: _Reading, lexicon: Lexicon) -> list[_Hit]:
    """Return the hits that are no actor's name."""
    actors = {actor.casefold() for actor in lexicon.topic.actors}
    return [hit for hit in reading.hits if hit.phrase.term.casefold() not in actors]


def _with_neighbours(
    article: Article, readings: Sequence[_Reading], language: str, pronouns: str
) -> list[_Reading]:
    """Return readings in which a sentence that leans on a sure one shares its topic."""
    opening = set(load_words(language, pronouns))
    settled: list[_Reading] = []
    for index, reading in enumerate(readings):
        before = readings[index - 1] if index else None
        if before and _leans(article, before, reading, opening):
            evidence = max(reading.evidence, min(_INHERITED, before.evidence / 2))
            reasons = (*reading.reasons, "follows a sentence that is about it")
            settled.append(replace(reading, evidence=evidence, reasons=reasons))
        else:
            settled.append(reading)
    return settled


def _leans(article: Article, before: _Reading, reading: _Reading, opening: set[str]) -> bool:
    """Return whether the reading is a sentence that goes on about what a sure one began."""
    if not reading.words or reading.evidence >= 1 or before.evidence < 1.5:
        return False
    if before.sentence.block != reading.sentence.block:
        return False
    pronoun = reading.words[0].text.casefold() in opening
    return pronoun or _is_same_quotation(article.text, before, reading)


def _is_same_quotation(text: str, before: _Reading, reading: _Reading) -> bool:
    """Return whether a quotation opened in the sentence before is still open here."""
    earlier = before.sentence.span.of(text)
    return earlier.count("“") > earlier.count("”") and "“" not in reading.sentence.span.of(text)[:3]
