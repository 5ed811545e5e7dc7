"""The nouns: frozen values that one stage hands to the next.

Offsets first: what is found in an article is a span of its decoded text; text is sliced last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

_OMITTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_WHITE = re.compile("[ \t\r\n\f\u00a0]+")


def shown(text: str) -> str:
    """Return `text` as a reader sees it: white space folded, control and bidi characters omitted.

    Nothing else changes: no normalisation, and zero-width joiners stay, for some scripts need them.

    >>> shown("a\\u202eb\\n\\u00a0 c")
    'ab c'
    """
    if text.isprintable():  # then the only white space is the space
        return (_WHITE.sub(" ", text) if "  " in text else text).strip(" ")
    return _WHITE.sub(" ", _OMITTED.sub("", text)).strip(" ")


def count_omitted(text: str) -> int:
    """Return how many characters of `text` `shown` leaves out."""
    if text.replace("\n", "").isprintable():
        return 0
    return len(_OMITTED.findall(text))


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw file."""

    path: str
    """POSIX path below the seeds folder."""
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of an article's decoded text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the run itself, cut from `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where a verbatim run stands: enough to check it without this program."""

    path: str
    sha256: str
    span: Span


class BlockKind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    META = "meta"
    BOILERPLATE = "boilerplate"

    @property
    def is_content(self) -> bool:
        """Return whether blocks of this kind count as kept."""
        return self in CONTENT


CONTENT = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of one kind. An article's blocks cover its text but for white space."""

    span: Span
    kind: BlockKind
    rule: str
    """The rule that decided the kind, in words a reader of the audit page understands."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a sentence should not stand alone."""

    name: str
    """A stable identifier, such as `fragment` or `unbalanced-quotes`."""
    reason: str
    """The defect in words, as printed beside the sentence."""
    severity: float
    """From 0, a blemish, to 1, not to be printed where anything else says it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a content block."""

    id: str
    """Twelve hex digits: digests the shown text and its count among equals in the article."""
    span: Span
    kind: BlockKind
    block: int
    """Index of its block in the article."""
    flaws: tuple[Flaw, ...] = ()
    leans_on_previous: bool = False
    """Whether it may be printed only right after the sentence before it."""

    @property
    def severity(self) -> float:
        """Return the severity of its worst flaw, 0 for a sound sentence."""
        return max((flaw.severity for flaw in self.flaws), default=0.0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of metadata with the rule that found it."""

    value: str | None = None
    """None is an honest "unknown"."""
    rule: str = "unknown"
    span: Span | None = None
    """Where the text says it, when it does: only then may it be shown as a quotation."""


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date with its precision and the rule that found it."""

    value: str | None = None
    """`YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `A/B` for a range (ends included), or None."""
    precision: str = "unknown"
    """`day`, `week`, `month`, `year`, `range`, `relative` or `unknown`."""
    rule: str = "unknown"
    text: str = ""
    """The expression as written, empty where there is none."""
    span: Span | None = None

    @property
    def first_day(self) -> str:
        """Return the earliest ISO day it allows, empty when unknown.

        >>> DateFinding("2023-03").first_day, DateFinding("2023-03-20/2023-03-24").first_day
        ('2023-03-01', '2023-03-20')
        """
        start = (self.value or "").split("/")[0]
        return start + "-01-01"[len(start) - 4 :] if 4 <= len(start) < 10 else start

    @property
    def last_day(self) -> str:
        """Return the latest ISO day it allows, empty when unknown.

        >>> DateFinding("2023-02").last_day, DateFinding("2022").last_day
        ('2023-02-28', '2022-12-31')
        """
        end = (self.value or "").split("/")[-1]
        if len(end) == 4:
            return f"{end}-12-31"
        if len(end) == 7:
            return f"{end}-{monthrange(int(end[:4]), int(end[5:]))[1]:02}"
        return end


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text."""

    title: Finding = Finding()
    publisher: Finding = Finding()
    author: Finding = Finding()
    url: Finding = Finding()
    language: Finding = Finding()
    published: DateFinding = DateFinding()
    translated_from: Finding = Finding()
    copy_of: Finding = Finding()
    kind: Finding = Finding()
    """news, analysis, opinion, state-media, agency or press-release: an editor's word."""
    note: Finding = Finding()


@dataclass(frozen=True, slots=True)
class Article:
    """A seed once read."""

    path: str
    sha256: str
    encoding: str
    text: str
    """The decoded text, which every span of the article counts in."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    """In text order; title, standfirst, body and subheading only."""
    repairs: tuple[str, ...] = ()
    """Whole-file steps between `bytes.decode` and `text`, in the order they were taken."""
    problems: tuple[str, ...] = ()
    """What an editor should look at, each a full sentence."""

    def cite(self, span: Span) -> Citation:
        """Return the citation of `span`."""
        return Citation(self.path, self.sha256, span)

    def show(self, span: Span) -> str:
        """Return `span` as a reader sees it."""
        return shown(span.of(self.text))

    def neighbours(self, index: int) -> tuple[Sentence | None, Sentence | None]:
        """Return the sentences before and after the one at `index`."""
        before = self.sentences[index - 1] if index else None
        after = self.sentences[index + 1] if index + 1 < len(self.sentences) else None
        return before, after
