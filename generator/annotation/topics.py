"""Which sentences of an article are about which topics, and why.

Evidence adds up: each distinct term of a topic counts once, by its weight and by how closely the
sentence writes it. The sum `x` becomes the score `1 - 2 ** -x`, so that a term of weight 1 is just
enough, and two are surer than one. Then the article around the sentence speaks (`context`), and
for a topic with actors only what they do or say counts (`actors`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotation.actors import is_acting
from generator.annotation.context import Rival, settle_plain, settle_rivals
from generator.annotation.lexicon import Lexicon, build_lexicon
from generator.annotation.neighbours import (
    find_running_quotations,
    settle_neighbours,
    settle_short_forms,
)
from generator.annotation.readings import (
    Hit,
    Reading,
    best_hits,
    find_hits,
    find_places,
    read_evidence,
)
from generator.annotation.title_words import (
    is_named,
    settle_names,
    settle_own_names,
    settle_title_words,
    settle_unnamed,
)
from generator.annotation.wording import split_words
from generator.config import Topic
from generator.findings import Facts, TermHit, TopicMatch
from generator.language import load_words
from generator.models import Article

THRESHOLD = 0.5
"""Sentences below are not returned: evidence of one term of weight 1."""
_USUAL = 0.5  # of the articles: a name that more of them have says nothing of a topic
_ACTS = 1.6  # what an actor that acts is worth

Found = Mapping[str, Sequence[Reading]]
"""Topic's slug -> the article's sentences with their direct evidence."""


def match_topics(
    article: Article, topics: Sequence[Topic], facts: Facts, language: str
) -> tuple[TopicMatch, ...]:
    """Return the matches of `article`'s sentences, by sentence, then in the topics' order."""
    settled = _settle_topics(article, topics, facts, language)
    matches = [
        (index, order, _build_match(lexicon, index, reading))
        for order, (lexicon, readings) in enumerate(settled)
        for index, reading in enumerate(readings)
        if reading.score >= THRESHOLD
    ]
    return tuple(match for _, _, match in sorted(matches, key=lambda entry: entry[:2]))


def find_misses(
    article: Article, index: int, topics: Sequence[Topic], facts: Facts, language: str
) -> tuple[TopicMatch, ...]:
    """Return the topics whose terms the sentence at `index` has, and that it is not of, and why."""
    return tuple(
        TopicMatch(
            lexicon.topic.slug,
            index,
            readings[index].score,
            tuple(TermHit(hit.phrase.term, hit.span) for hit in hits),
            _name_miss(readings[index], lexicon),
        )
        for lexicon, readings in _settle_topics(article, topics, facts, language)
        if readings[index].score < THRESHOLD
        and (hits := best_hits(find_hits(lexicon.phrases, readings[index])))
    )


def _name_miss(reading: Reading, lexicon: Lexicon) -> str:
    """Return why a sentence with a topic's terms is not of the topic."""
    if any(find_hits(lexicon.excluded, reading)):
        return "an excluded term stands in it"
    if lexicon.actors and not reading.hits:
        return "no actor of the topic says or does it"
    return "; ".join(("too little", *reading.reasons))


def _settle_topics(
    article: Article, topics: Sequence[Topic], facts: Facts, language: str
) -> Iterator[tuple[Lexicon, Sequence[Reading]]]:
    """Yield each topic with what it finds in each sentence, after all have spoken."""
    plain = read_sentences(article, language)
    lexicons = [build_lexicon(topic, language, facts.acronyms) for topic in topics]
    found = _settle_names(plain, lexicons, facts, language)
    for lexicon in lexicons:
        yield lexicon, _settle(article, lexicon, lexicons, found, language)


def _settle_names(
    plain: Sequence[Reading], lexicons: Sequence[Lexicon], facts: Facts, language: str
) -> Found:
    """Return each topic's readings, by slug, after the names in the titles have spoken."""
    direct = [
        [read_evidence(reading, lexicon, language) for reading in plain] for lexicon in lexicons
    ]
    common = [_find_common(lexicon, lexicons, facts) for lexicon in lexicons]
    named = [is_named(*each) for each in zip(direct, lexicons, common, strict=True)]
    found = {}
    for readings, lexicon, shared, is_own in zip(direct, lexicons, common, named, strict=True):
        elsewhere = any(named) and not is_own
        settled = settle_unnamed(readings, lexicon, shared) if elsewhere else readings
        found[lexicon.topic.slug] = settle_own_names(settled, lexicon, shared)
    return found


def read_sentences(article: Article, language: str) -> list[Reading]:
    """Return the sentences of `article` with their words, before any topic looks at them."""
    readings = []
    for sentence in article.sentences:
        text = sentence.span.of(article.text)
        words = tuple(split_words(text, sentence.span.start, language))
        readings.append(Reading(sentence, words, find_places(words)))
    return readings


def _find_common(lexicon: Lexicon, lexicons: Sequence[Lexicon], facts: Facts) -> frozenset[str]:
    """Return the keys of the title's words that other titles or most articles have too."""
    keys = {key for phrase in lexicon.title_words for key in phrase.keys}
    elsewhere = {
        key
        for other in lexicons
        if other is not lexicon
        for phrase in other.title_words
        for key in phrase.keys
    }
    often = {
        key for key in keys if facts.document_frequency.get(key, 0) > _USUAL * facts.article_count
    }
    return frozenset(keys & elsewhere | often)


def _build_match(lexicon: Lexicon, index: int, reading: Reading) -> TopicMatch:
    hits = tuple(TermHit(hit.phrase.term, hit.span) for hit in reading.hits)
    return TopicMatch(lexicon.topic.slug, index, reading.score, hits, "; ".join(reading.reasons))


def _settle(
    article: Article,
    lexicon: Lexicon,
    lexicons: Sequence[Lexicon],
    found: Found,
    language: str,
) -> list[Reading]:
    """Return the topic's readings after the article and the neighbours have spoken."""
    readings = list(found[lexicon.topic.slug])
    if lexicon.required:
        readings = _with_required(readings, lexicon)
    if lexicon.actors:
        quoted = find_running_quotations(article)
        readings = [
            _without_evidence(reading)
            if reading.sentence.span in quoted
            else _with_actors(reading, lexicon, article.text, language)
            for reading in readings
        ]
        return settle_neighbours(article, readings, lexicon, language)
    rivals = [
        Rival(other, found[other.topic.slug])
        for other in lexicons
        if other is not lexicon and not other.actors
    ]
    others = {rival.lexicon.topic.slug: rival.readings for rival in rivals}
    readings = settle_names(readings, lexicon)
    readings = settle_title_words(readings, lexicon, others)
    readings = settle_rivals(readings, lexicon, rivals)
    readings = settle_plain(readings, lexicon, others)
    readings = settle_short_forms(readings, language)
    return settle_neighbours(article, readings, lexicon, language)


def _with_required(readings: Sequence[Reading], lexicon: Lexicon) -> list[Reading]:
    """Return readings with evidence only where a required term stands, or just before."""
    met = [any(find_hits(lexicon.required, reading)) for reading in readings]
    return [
        reading
        if met[index] or (index and met[index - 1])
        else reading.weighed(0.0, "no required term")
        for index, reading in enumerate(readings)
    ]


def _with_actors(reading: Reading, lexicon: Lexicon, text: str, language: str) -> Reading:
    """Return the reading with evidence only where an actor of the topic acts."""
    surnames = [
        hit for hit in find_hits(lexicon.surnames, reading) if _is_person(reading, hit, language)
    ]
    acting = [
        hit
        for hit in (*find_hits(lexicon.actors, reading), *surnames)
        if is_acting(reading.words, hit.first, hit.last, text, language)
    ]
    if not acting:
        return _without_evidence(reading)
    names = {actor.casefold() for actor in lexicon.topic.actors}
    terms = [hit for hit in reading.hits if hit.phrase.term.casefold() not in names]
    evidence = _ACTS + sum(hit.worth for hit in terms)
    reasons = [f"“{acting[0].phrase.term}” acts {_ACTS}"]
    reasons += [f"“{hit.phrase.term}” {hit.worth:.2g}" for hit in terms]
    hits = tuple(best_hits([*acting, *terms]))
    return replace(reading, evidence=evidence, hits=hits, reasons=tuple(reasons))


def _without_evidence(reading: Reading) -> Reading:
    return replace(reading, evidence=0.0, hits=(), reasons=())


def _is_person(reading: Reading, hit: Hit, language: str) -> bool:
    """Return whether the last word of an actor's name stands as a surname does.

    It is capitalised and has no article: "Holt said", "Ms. Holt", never "the house".
    """
    before = reading.words[hit.first - 1].text.casefold() if hit.first else ""
    return reading.words[hit.first].is_capitalised and before not in load_words(
        language, "articles"
    )
