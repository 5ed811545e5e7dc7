"""The text of an article on its page: an anchor on every sentence, as much of it as is published.

How much that is the setting `republish` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.dossier import ArticleReport
from generator.models import Sentence, Span, shown
from generator.publishing.mentions import Mention
from generator.publishing.pages import Passage
from generator.publishing.register import Register

_LINKED = re.compile(r"\]\([^()\s]*articles/[^()\s#]*#([^()\s]+)")
_PRINTED = re.compile(r' id="([^"]+)"')
Mentions = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence of the text, or what stands between two."""

    passage: Passage
    spaced: bool
    """Whether white space stands before it."""
    cited: bool
    omission: bool = False
    """Whether text before it is left out."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept block as the page prints it."""

    kind: str
    runs: tuple[Run, ...]
    mentions: tuple[Mention, ...]
    """Where its sentences are cited, one place a page."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A block that was set aside, with the reason."""

    kind: str
    rule: str
    passage: Passage | None
    """None where the setting `republish` keeps it back."""


def find_anchors(pages: Iterable[str]) -> frozenset[str]:
    """Return the ids of the sentences that rendered pages link to."""
    return frozenset(anchor for page in pages for anchor in _LINKED.findall(page))


def find_printed(pages: Iterable[str]) -> frozenset[str]:
    """Return the ids that stand on rendered pages."""
    return frozenset(anchor for page in pages for anchor in _PRINTED.findall(page))


def build_paragraphs(
    register: Register, report: ArticleReport, published: frozenset[int], cited: Mentions
) -> Iterator[Paragraph]:
    """Yield the kept blocks of an article, those of which nothing is published left out."""
    numbered = groupby(enumerate(report.article.sentences), key=lambda pair: pair[1].block)
    by_block = {block: list(pairs) for block, pairs in numbered}
    omission = False
    for index, block in enumerate(report.article.blocks):
        if block.kind.is_content:
            own = by_block.get(index, [])
            kept = [pair for pair in own if pair[0] in published]
            runs = _Runs(register, report, cited, whole=len(kept) == len(own))
            printed = tuple(runs.split(block.span, kept, omission=omission))
            omission = len(kept) < len(own) if kept else omission or bool(own)
            if printed:
                mentions = _find_places(cited, [sentence for _, sentence in kept])
                yield Paragraph(block.kind, printed, mentions)


def build_asides(register: Register, report: ArticleReport) -> tuple[Aside, ...]:
    """Return the blocks that were set aside."""
    article, shows = report.article, register.settings.republish == "full"
    return tuple(
        Aside(
            block.kind,
            block.rule,
            register.passage(article.cite(block.span)) if shows else None,
        )
        for block in article.blocks
        if not block.kind.is_content
    )


def _find_places(cited: Mentions, sentences: Iterable[Sentence]) -> tuple[Mention, ...]:
    places = [place for sentence in sentences for place in cited.get(sentence.id, ())]
    first_of_page = {place.page: place for place in reversed(places)}
    return tuple(first_of_page[page] for page in sorted(first_of_page))


@dataclass(frozen=True, slots=True)
class _Runs:
    """Splits the blocks of one article."""

    register: Register
    report: ArticleReport
    cited: Mentions
    whole: bool
    """Whether what stands between the sentences is published with them."""

    def split(
        self, span: Span, kept: Iterable[tuple[int, Sentence]], *, omission: bool
    ) -> Iterator[Run]:
        """Yield the kept sentences of a block, and whatever of it belongs to none."""
        end, expected = span.start, None
        for index, sentence in kept:
            gap = Span(end, sentence.span.start)
            yield from self._fill(gap)
            skipped = omission if expected is None else index != expected
            yield self._build(sentence, gap, omission=skipped)
            end, expected = sentence.span.end, index + 1
        yield from self._fill(Span(end, span.end))

    def _build(self, sentence: Sentence, gap: Span, *, omission: bool) -> Run:
        article = self.report.article
        anchor = f"{self.report.slug}-{sentence.id}"
        passage = self.register.passage(article.cite(sentence.span), anchor)
        spaced = gap.of(article.text)[-1:].isspace()
        return Run(passage, spaced, sentence.id in self.cited, omission)

    def _fill(self, gap: Span) -> Iterator[Run]:
        article = self.report.article
        text = gap.of(article.text)
        if self.whole and shown(text):
            passage = self.register.passage(article.cite(gap))
            yield Run(passage, text[0].isspace(), cited=False)
