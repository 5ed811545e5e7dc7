"""How like a topic's surest sentences each of its sentences is: a second look, over all articles.

A word of the topic may be used of something else ("chief executive" where the topic is what
executives sold). What else the surest sentences say tells: their words, less those of the topic
itself, are what is usually said of it. The measure is the cosine with the sum of their vectors
(Rocchio 1971), each sentence left out of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log2, sqrt

from generator.findings import Annotations, Facts, TopicMatch
from generator.language import load_stemmer, load_stop_words, split_tokens
from generator.models import Article

_SHARE = 0.25  # of a topic's sentences that count as its surest, and all that are as sure
_FEWEST, _MOST = 3, 60  # of them; fewer show nothing, more show nothing new
_WORTH = (
    0.25  # evidence that being as like them as they are to one another adds: a plain word and that
)
# stay together below what selection takes for sure

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Matched:
    """A sentence of a topic with the words that are not the topic's own."""

    path: str
    match: TopicMatch
    vector: Vector
    """Weights by stem, of length 1; empty where no other word is left."""

    @property
    def evidence(self) -> float:
        """Return what its score was made of."""
        return -log2(max(1 - self.match.score, 1e-6))


def grade_matches(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], facts: Facts, language: str
) -> dict[str, Annotations]:
    """Return the annotations with each topic match graded by its likeness to the topic's surest."""
    by_topic: defaultdict[str, list[Matched]] = defaultdict(list)
    for article in articles:
        for match in annotations[article.path].topics:
            vector = _read_vector(article, match, facts, language)
            by_topic[match.topic].append(Matched(article.path, match, vector))
    graded: defaultdict[str, dict[tuple[int, str], TopicMatch]] = defaultdict(dict)
    for topic, found in by_topic.items():
        for path, match in _grade_topic(found):
            graded[path][match.sentence, topic] = match
    return {
        path: replace(
            note, topics=tuple(graded[path].get((m.sentence, m.topic), m) for m in note.topics)
        )
        for path, note in annotations.items()
    }


def _read_vector(article: Article, match: TopicMatch, facts: Facts, language: str) -> Vector:
    span = article.sentences[match.sentence].span
    stem, stops = load_stemmer(language), load_stop_words(language)
    own = {index for hit in match.hits for index in range(hit.span.start, hit.span.end)}
    words = (
        token.text.casefold()
        for token in split_tokens(span.of(article.text))
        if token.start + span.start not in own
    )
    counts = Counter(stem(word) for word in words if word not in stops)
    total, frequency = 1 + facts.article_count, facts.document_frequency
    return _normalise(
        {one: n * log(1 + total / frequency.get(one, 1)) for one, n in counts.items()}
    )


def _grade_topic(found: Sequence[Matched]) -> Iterator[tuple[str, TopicMatch]]:
    """Yield the matches of one topic that its surest sentences speak for, with their paths."""
    sure = _find_surest(found)
    if len(sure) < _FEWEST:
        return
    total = _add(found[index].vector for index in sure)
    likeness = [_compare(one.vector, total, index in sure) for index, one in enumerate(found)]
    usual = sum(likeness[index] for index in sorted(sure)) / len(sure)
    for one, like in zip(found, likeness, strict=True):
        if like > 0 < usual:
            yield one.path, _add_evidence(one, min(1.0, like / usual))


def _find_surest(found: Sequence[Matched]) -> frozenset[int]:
    """Return the indices of the surest sentences."""
    order = sorted(range(len(found)), key=lambda index: -found[index].match.score)
    place = min(len(found), max(_FEWEST, round(_SHARE * len(found)))) - 1
    least = found[order[place]].match.score
    return frozenset([index for index in order if found[index].match.score >= least][:_MOST])


def _compare(vector: Vector, total: Vector, inside: bool) -> float:
    """Return the cosine of `vector` with `total`, from which it is taken where it is `inside`."""
    product = sum(weight * total.get(stem, 0.0) for stem, weight in vector.items())
    own = sum(weight * weight for weight in vector.values()) if inside else 0.0
    square = sum(weight * weight for weight in total.values())
    rest = square - 2 * product + own if inside else square
    return (product - own) / sqrt(rest) if rest > 1e-9 else 0.0


def _add_evidence(one: Matched, share: float) -> TopicMatch:
    added = round(_WORTH * share, 2)
    rule = f"{one.match.rule}; like the surest sentences {added:.2g}"
    return replace(one.match, score=round(1 - 2 ** -(one.evidence + added), 6), rule=rule)


def _add(vectors: Iterable[Vector]) -> Vector:
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    return total


def _normalise(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}
