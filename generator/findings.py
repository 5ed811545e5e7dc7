"""What is found in articles: annotations of one, and what only many together tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.models import Citation, Span


@dataclass(frozen=True, slots=True)
class TermHit:
    """A settings' term found in a sentence."""

    term: str
    span: Span


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A sentence's standing in one topic."""

    topic: str
    """The topic's slug."""
    sentence: int
    """Index of the sentence in its article."""
    score: float
    """From 0 to 1, rounded to six digits; 1 is as sure as the rules get."""
    hits: tuple[TermHit, ...] = ()
    rule: str = ""
    """Why it belongs, in words."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression inside a sentence."""

    span: Span
    value: str | None
    precision: str
    rule: str
    announced: bool = False
    """Whether it lies after the article's own date."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: `span` is what stands inside the marks."""

    span: Span
    speaker: str | None
    """The speaker's name as resolved, None when that is not safe."""
    speaker_span: Span | None
    cue_span: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name inside a sentence."""

    span: Span
    id: str
    name: str
    kind: str
    """person, organisation or place."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts."""

    span: Span
    value: float
    unit: str
    subject: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """What one article's sentences are about."""

    path: str
    topics: tuple[TopicMatch, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def topics_of(self, sentence: int) -> tuple[TopicMatch, ...]:
        """Return the topics of the sentence at index `sentence`."""
        return tuple(match for match in self.topics if match.sentence == sentence)


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that tell one newsroom's story: copies, reprints, credited wire reports."""

    id: str
    paths: tuple[str, ...]
    reason: str
    """How they were told to be one, in words; empty for a single article."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What only many articles together can tell; made once a build."""

    origins: tuple[Origin, ...] = ()
    """A partition of the articles."""
    repeated_lines: frozenset[str] = frozenset()
    """Shown lines that stand in several articles outside copied bodies."""
    copies: tuple[tuple[str, str], ...] = ()
    """Pairs (path, path of the article whose bytes or text it repeats)."""
    article_count: int = 0
    acronyms: tuple[tuple[str, str], ...] = ()
    """Acronyms that some article explains, each with its long form."""
    document_frequency: dict[str, int] = field(default_factory=dict, hash=False)
    """Stem -> number of articles that use it."""


@dataclass(frozen=True, slots=True)
class Family:
    """Spans that say the same."""

    id: str
    members: tuple[Citation, ...]
    """In order of path and offset."""
    core: tuple[Citation, ...]
    """The members of which others say the most part: one of them is printed for all."""
