"""What one build says: the frozen value between the pipeline and the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.config import Topic
from generator.findings import (
    Annotations,
    Facts,
    Family,
    TopicMatch,
)
from generator.models import Article, Citation, Flaw


@dataclass(frozen=True, slots=True)
class Statement:
    """One printed sentence with every citation that supports it."""

    id: str
    """The sentence's id."""
    text: str
    """As shown; it equals the slice of its first citation as `models.shown` folds it."""
    citations: tuple[Citation, ...]
    """The sentence itself first, then the other members of its family, one an article."""
    family: str | None = None
    """Id of the family, None where nothing else says it."""
    origins: int = 1
    articles: int = 1
    score: float = 0.0
    """Standing among the candidates, rounded to six digits; comparable within one summary only."""
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of a topic."""

    article: str
    """Path of its article."""
    sentence: int
    """Index of the sentence in it."""
    match: TopicMatch


@dataclass(frozen=True, slots=True)
class Summary:
    """A few statements chosen from many."""

    statements: tuple[Statement, ...]
    ranker: str
    words: int
    """White-space separated words printed."""
    thin: bool = False


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What the articles say of one day, or of a longer time."""

    date: str | None
    """ISO day, `YYYY-MM`, `YYYY` or `A/B`; None where the time named cannot be told."""
    precision: str
    """day, week, month, year, range; relative for the one entry without a date."""
    announced: bool
    """Whether it still lay ahead when it was written."""
    statements: tuple[Statement, ...]
    """The most attested first; what several articles say stands once."""

    @property
    def paths(self) -> frozenset[str]:
        """Return the articles that say any of it."""
        return frozenset(citation.path for one in self.statements for citation in one.citations)


@dataclass(frozen=True, slots=True)
class Side:
    """One of several accounts that differ."""

    claim: str
    """What sets it apart, as its first statement words it: "231", "denied"."""
    statements: tuple[Statement, ...]
    """In order of publication."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Accounts of one thing that cannot all be right."""

    id: str
    """Twelve hex digits of the sentences' ids."""
    kind: str
    """quantity, date, denial or opposite."""
    subject: str
    """What it is about: words of the sources, not a sentence of ours."""
    sides: tuple[Side, ...]
    """Two or more, the one published first before the others; a single one where one sentence
    holds both an accusation and its denial."""


@dataclass(frozen=True, slots=True)
class TopicReport:
    """What the dossier holds on one topic."""

    topic: Topic
    thin: bool
    origins: int
    """Origins with at least one sentence of evidence."""
    articles: int
    summary: Summary
    """For a thin topic: its best sentences in order, for its card."""
    evidence: tuple[Evidence, ...]
    """Every sentence of the topic, by article in date order, then in text order."""
    timeline: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article as the site shows it."""

    article: Article
    annotations: Annotations
    slug: str
    origin: str
    """Id of its origin."""
    summary: Summary
    kept: int
    """Characters of content blocks, white space left out."""
    set_aside: int
    """Characters of all other blocks, white space left out."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said once, with everyone who carries it."""

    wordings: tuple[tuple[Citation, ...], ...]
    """Citations of equal text together, the text published first before the others."""
    confidence: float
    """Of the surest citation; 0 where the speaker is not identified."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return all citations, wording by wording."""
        return tuple(citation for wording in self.wordings for citation in wording)


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """One speaker with all that is quoted of them."""

    id: str
    name: str
    """Empty where nobody is identified."""
    kind: str
    """named, described ("a spokesman": of one article only) or unidentified."""
    quotes: tuple[Quote, ...]
    """In order of publication."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One person, organisation or place of the index."""

    id: str
    name: str
    kind: str
    variants: tuple[str, ...]
    """Other ways the articles write it."""
    citations: tuple[Citation, ...]
    """Every mention, by article in order of publication, then in text order."""
    topics: tuple[tuple[str, int], ...]
    """Slug and number of the topic's sentences that name it, most first."""
    beside: tuple[tuple[str, int], ...]
    """Id of a name and number of sentences that hold both, most first."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the articles that name it, in order of publication."""
        return tuple(dict.fromkeys(citation.path for citation in self.citations))


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the pages are laid out from."""

    articles: tuple[ArticleReport, ...]
    """In order of publication date, then path; undated last."""
    topics: tuple[TopicReport, ...]
    """In the order of the settings."""
    overview: Summary
    families: tuple[Family, ...]
    facts: Facts
    skipped: tuple[tuple[str, str], ...] = ()
    """Files of the seeds folder that are not articles, with the reason."""
    timeline: tuple[TimelineEntry, ...] = ()
    """In order of time, what cannot be dated last."""
    disagreements: tuple[Disagreement, ...] = ()
    speakers: tuple[SpeakerEntry, ...] = ()
    """Those who most articles quote first, the unidentified last."""
    names: tuple[NameEntry, ...] = ()
    """Those that most articles name first."""

    def by_path(self) -> Mapping[str, ArticleReport]:
        """Return the article reports by path."""
        return {report.article.path: report for report in self.articles}
