"""Sentences that may be printed, each with what speaks for and against it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.findings import (
    Annotations,
    Facts,
    Family,
    TopicMatch,
)
from generator.models import (
    Article,
    BlockKind,
    Citation,
    Flaw,
    Sentence,
    Span,
)

Place = tuple[str, str, int]
"""Reading order: first day, path, index."""
_OFF_TOPIC = 0.5
"""Relevance of a sentence without any topic, where all articles are summed up."""
_SURE = 0.6
"""Relevance below which a sentence is printed after the others: a single plain word of the topic
gives 0.5, and likeness to the topic's surest sentences does not lift it above. On the seeds 8 of 12
sentences below are about their topic, and 45 of 48 above. A topic without any such sentence has
only one word to go by, and takes its best."""
_SUPPORTED = 2
"""Terms of the topic that an article has, from which a sentence with one of them is no doubtful
one. On the invented affairs of tests/edited 11 more are printed, of which an editor wants three; in
tests/strangers one fewer is off its topic."""
_QUOTED_SHARE = 1 / 3
"""A family of quotations speaks for the sentence around it when it fills this much of it."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the earlier stages hand to selection."""

    articles: tuple[Article, ...]
    annotations: Mapping[str, Annotations]
    """By path."""
    families: tuple[Family, ...] = ()
    facts: Facts = field(default_factory=Facts)
    language: str = ""
    """That of the pages; empty where it does not matter."""

    def find_foreign(self) -> frozenset[str]:
        """Return the paths of articles in another language than the pages, where some are not."""
        languages = {one.path: (one.metadata.language.value or "")[:2] for one in self.articles}
        own = self.language[:2]
        if own not in languages.values():
            return frozenset()
        return frozenset(path for path, spoken in languages.items() if spoken not in {"", own})

    def origin_of(self) -> Mapping[str, str]:
        """Return the id of each article's origin by path; its own path where none is known."""
        known = {path: origin.id for origin in self.facts.origins for path in origin.paths}
        return {article.path: known.get(article.path, article.path) for article in self.articles}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence that may be printed."""

    article: str
    """Path of its article."""
    index: int
    """Its place among the article's sentences."""
    sentence: Sentence
    text: str
    """As shown."""
    citation: Citation
    position: int
    """How many printable sentences of its article stand before it."""
    published: str
    """First day its article may be of, empty when unknown."""
    origin: str
    """Id of its article's origin."""
    origins: tuple[str, ...] = ()
    """Ids of the origins that say it, sorted."""
    relevance: float = 1.0
    """Its standing in the topic, from 0 to 1."""
    flaws: tuple[Flaw, ...] = ()
    """Why it should not stand alone."""
    terms: tuple[str, ...] = ()
    """Terms of the topic that were found in it."""
    family: Family | None = None
    """The family that speaks for the sentence as a whole."""
    shared: tuple[str, ...] = ()
    """Ids of all families with a span in it: no two printed sentences share one."""
    tier: int = 0
    """Candidates of a lower tier are printed first."""
    pinned: bool = False
    """Whether an editor wants it printed."""
    silent: bool = False
    """Whether it is not to be printed, and only counts as something that is said."""

    @property
    def leans(self) -> bool:
        """Return whether it may be printed only right after the sentence before it."""
        named = any(flaw.name == "leans-on-previous" for flaw in self.sentence.flaws)
        return named or self.sentence.leans_on_previous

    @property
    def severity(self) -> float:
        """Return the severity of its worst flaw, 0 for a sound sentence."""
        return max((flaw.severity for flaw in self.flaws), default=0.0)

    @property
    def place(self) -> Place:
        """Return its rank in reading order: by date, undated last, then article, then text."""
        return (self.published or "9999", self.article, self.index)


def find_candidates(corpus: Corpus, topic: str | None = None) -> tuple[Candidate, ...]:
    """Return the printable sentences of the topic with slug `topic`, or of all articles.

    In the order of the articles, then of the text.
    """
    origins = corpus.origin_of()
    families = _index_families(corpus.families)
    found: list[Candidate] = []
    sure, foreign = _find_sure(corpus, topic), corpus.find_foreign()
    for article in corpus.articles:
        spoken = families.get(article.path, [])
        matches = _find_matches(corpus.annotations.get(article.path), topic)
        terms = {hit.term for match in matches.values() for hit in match.hits}
        for position, index in enumerate(_find_printable(article)):
            if topic is None or index in matches:
                built = _build_candidate(article, index, position, matches.get(index))
                supported = bool(built.terms) and len(terms) >= _SUPPORTED
                doubtful = topic is not None and built.relevance < sure and not supported
                less = doubtful or article.path in foreign
                found.append(replace(_join_families(built, spoken, origins), tier=int(less)))
    return tuple(found)


def _find_sure(corpus: Corpus, topic: str | None) -> float:
    """Return the score from which a sentence of the topic is surely about it."""
    best = (
        m.score for note in corpus.annotations.values() for m in note.topics if m.topic == topic
    )
    return min(_SURE, max(best, default=_SURE))


def _find_printable(article: Article) -> list[int]:
    """Return the indices of the body's sentences; the standfirst's where there is no body."""
    kinds = [sentence.kind for sentence in article.sentences]
    body = [index for index, kind in enumerate(kinds) if kind is BlockKind.BODY]
    return body or [index for index, kind in enumerate(kinds) if kind is BlockKind.STANDFIRST]


def _find_matches(annotations: Annotations | None, topic: str | None) -> dict[int, TopicMatch]:
    """Return the match of each sentence in `topic`; in its best topic where none is given."""
    best: dict[int, TopicMatch] = {}
    for match in annotations.topics if annotations else ():
        known = best.get(match.sentence)
        if topic in (None, match.topic) and (known is None or known.score < match.score):
            best[match.sentence] = match
    return best


def _build_candidate(
    article: Article, index: int, position: int, match: TopicMatch | None
) -> Candidate:
    sentence = article.sentences[index]
    return Candidate(
        article=article.path,
        index=index,
        sentence=sentence,
        text=article.show(sentence.span),
        citation=article.cite(sentence.span),
        position=position,
        published=article.metadata.published.first_day,
        origin=article.path,
        flaws=sentence.flaws,
        relevance=match.score if match else _OFF_TOPIC,
        terms=tuple(hit.term for hit in match.hits) if match else (),
    )


def _index_families(families: Sequence[Family]) -> dict[str, list[tuple[Span, Family]]]:
    """Return the spans of each article that belong to a family, in order of the text."""
    spoken: defaultdict[str, list[tuple[Span, Family]]] = defaultdict(list)
    for family in families:
        for member in family.members:
            spoken[member.path].append((member.span, family))
    return {path: sorted(spans, key=lambda pair: pair[0]) for path, spans in spoken.items()}


def _join_families(
    candidate: Candidate, spoken: Sequence[tuple[Span, Family]], origins: Mapping[str, str]
) -> Candidate:
    """Return `candidate` with the families that have a span in it."""
    own = candidate.citation.span
    first = bisect_left(spoken, own.start, key=lambda pair: pair[0].start)
    last = bisect_left(spoken, own.end, lo=first, key=lambda pair: pair[0].start)
    inside = [(span, family) for span, family in spoken[first:last] if own.covers(span)]
    span, family = max(inside, key=lambda pair: pair[0].end - pair[0].start, default=(own, None))
    if span.end - span.start < _QUOTED_SHARE * (own.end - own.start):
        family = None
    paths = {member.path for member in family.members} if family else set()
    said_by = {origins[path] for path in {candidate.article, *paths} if path in origins}
    return replace(
        candidate,
        origin=origins[candidate.article],
        family=family,
        shared=tuple(dict.fromkeys(family.id for _, family in inside)),
        origins=tuple(sorted(said_by)),
    )
