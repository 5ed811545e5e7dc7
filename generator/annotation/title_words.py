"""What the words of a topic's title say of an article: names that tell events apart, and others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from generator.annotation.context import PLAIN, SURE, standing
from generator.annotation.lexicon import Lexicon
from generator.annotation.readings import Reading, find_hits
from generator.models import BlockKind, Span

_ASIDE = 0.25  # of its standing: another topic with less is only touched on
_ENOUGH = 2  # words of the description that are evidence in an article about the topic alone
_TERMS = 2  # terms of a topic with a name that an article which never names it must have
_OFTEN = 2  # sentences of an article with a name that is its own
_STRONG = 4.0  # standing of an article that is about the topic


def settle_names(readings: Sequence[Reading], lexicon: Lexicon) -> list[Reading]:
    """Return readings without evidence where the article never names the place of the title.

    Any other earthquake than that of the title has a magnitude and victims too. Where the title
    has the name of something else, a common word of the topic says as little.
    """
    if any(_names_topic(reading, lexicon) for reading in readings):
        return list(readings)
    terms = {hit.phrase.term for reading in readings for hit in reading.hits}
    if lexicon.title_names:
        why = "the article does not name the title's place"
    elif lexicon.names_title and len(terms) < _TERMS:
        why = "the article names nothing of the topic and has but one of its terms"
    else:
        return list(readings)
    return [reading.weighed(0.0, why) if reading.evidence else reading for reading in readings]


def _names_topic(reading: Reading, lexicon: Lexicon) -> bool:
    """Return whether a name of the topic stands in the sentence: a term, or a word of its title."""
    found = any(hit.phrase.named for hit in reading.hits)
    return found or any(find_hits(lexicon.title_names, reading))


def settle_own_names(
    readings: Sequence[Reading], lexicon: Lexicon, common: frozenset[str]
) -> list[Reading]:
    """Return readings in which a name in the title of a topic without terms is enough.

    A word is a name where title and sentence write it with a capital that they need not; one of
    the `common` keys, which other titles or most articles have too, does not tell topics apart.
    An article that has it once may mention the topic in passing.
    """
    names = [_find_own_name(reading, common) for reading in readings]
    if lexicon.topic.terms or sum(map(bool, names)) < _OFTEN:
        return list(readings)
    return [
        reading.weighed(PLAIN, f"“{name}” of the title")
        if name and reading.evidence < PLAIN
        else reading
        for reading, name in zip(readings, names, strict=True)
    ]


def is_named(readings: Sequence[Reading], lexicon: Lexicon, common: frozenset[str]) -> bool:
    """Return whether the article calls the topic by a name of its own."""
    return any(
        _find_own_name(reading, common) or _names_topic(reading, lexicon) for reading in readings
    )


def settle_unnamed(
    readings: Sequence[Reading], lexicon: Lexicon, common: frozenset[str]
) -> list[Reading]:
    """Return readings without evidence, since the article names another topic and never this one.

    For a topic without terms whose title has a name: of two alike, the other is meant.
    """
    names = any(
        phrase.term[0].isupper() and common.isdisjoint(phrase.keys)
        for phrase in lexicon.title_words[1:]
    )
    if lexicon.topic.terms or not names:
        return list(readings)
    why = "the article names another topic, and never this one"
    return [reading.weighed(0.0, why) if reading.evidence else reading for reading in readings]


def _find_own_name(reading: Reading, common: frozenset[str]) -> str:
    """Return the word of the title that stands in the sentence as a name, empty for none."""
    return next(
        (
            hit.phrase.term
            for hit in reading.hits
            if hit.first > 0
            and hit.phrase.term[0].isupper()
            and reading.words[hit.first].is_capitalised
            and common.isdisjoint(hit.phrase.keys)
        ),
        "",
    )


def settle_title_words(
    readings: Sequence[Reading], lexicon: Lexicon, others: Mapping[str, Sequence[Reading]]
) -> list[Reading]:
    """Return readings in which a word of the topic's title counts in an article about it.

    Where the article is about this one event alone, the title's word is enough; else the
    description must support it. A sentence that names another topic is never meant.
    """
    own = standing(readings)
    most = max((standing(other) for other in others.values()), default=0.0)
    if own < _STRONG or own < most:
        return list(readings)
    alone = lexicon.has_names and most <= _ASIDE * own
    named_elsewhere = {
        reading.sentence.span
        for other in others.values()
        for reading in other
        if any(hit.phrase.named for hit in reading.hits)
    }
    settled = [
        reading
        if reading.sentence.span in named_elsewhere
        else _with_title_word(reading, lexicon, alone)
        for reading in readings
    ]
    if alone and _opens_with(settled, lexicon):
        return [_with_article(reading, named_elsewhere) for reading in settled]
    return settled


def _opens_with(readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Return whether headline and lead are about the event that the topic's title names."""
    titles = [r.evidence for r in readings if r.sentence.kind is BlockKind.TITLE]
    body = [r.evidence for r in readings if r.sentence.kind is BlockKind.BODY]
    named = lexicon.names_title and bool(titles) and bool(body)
    return named and max(titles) >= PLAIN and body[0] >= SURE


def _with_article(reading: Reading, named_elsewhere: Set[Span]) -> Reading:
    if reading.evidence >= PLAIN or reading.sentence.span in named_elsewhere:
        return reading
    return reading.weighed(PLAIN, "the whole article is about the topic")


def _with_title_word(reading: Reading, lexicon: Lexicon, alone: bool) -> Reading:
    if reading.evidence >= PLAIN:
        return reading
    supported = lexicon.description.intersection(reading.places.keys() - lexicon.words)
    found = next(find_hits(lexicon.title_words, reading), None)
    if found and (alone or supported):
        return reading.weighed(PLAIN, f"“{found.phrase.term}” in an article about the topic")
    if alone and len(supported) >= _ENOUGH:
        return reading.weighed(
            PLAIN, f"{len(supported)} words of the description, in such an article"
        )
    return reading
