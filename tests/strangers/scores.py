"""How well articles were read, against hand labels: plain counts, no opinion about floors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.models import Article, BlockKind, Span
from tests.strangers.corpora import Label, fold

_EDGES = " \t\r\n\u00a0*#_[]!"


@dataclass(frozen=True, slots=True)
class Located:
    """A label with its place in the decoded text."""

    label: Label
    span: Span


def locate_labels(article: Article, labels: Sequence[Label]) -> list[Located]:
    """Return the labels of one article with their spans, those that repeat in file order."""
    located, position = [], 0
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", article.text))]
    for label in labels:
        pattern = re.compile(r"\s+".join(map(re.escape, label.text.split())))
        line = starts[max(label.line - 1, 0)]
        match = pattern.search(article.text, max(position, line)) or pattern.search(article.text)
        if match is None:
            raise AssertionError(f"{article.path}: not in the decoded text: {label.text}")
        located.append(Located(label, Span(match.start(), match.end())))
        position = match.end() if match.start() >= position else position
    return located


def find_kind(article: Article, span: Span) -> BlockKind | None:
    """Return the kind of the block that holds most of `span`."""
    shares: Counter[BlockKind] = Counter()
    for block in article.blocks:
        if block.span.meets(span):
            width = min(block.span.end, span.end) - max(block.span.start, span.start)
            shares[block.kind] += width
    return max(shares, key=lambda kind: (shares[kind], kind), default=None)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Right of so many; of two ratios the sum is the ratio of both."""

    right: float = 0
    given: float = 0
    wanted: float = 0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Return the share of what was given that is right; 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that is right; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def add_ratios(ratios: Iterable[Ratio]) -> Ratio:
    """Return the ratio over all."""
    return sum(ratios, Ratio())


def score_content(article: Article, labels: Sequence[Label]) -> Ratio:
    """Return the word-weighted ratio of content against the rest."""
    right = given = wanted = 0
    for item in locate_labels(article, labels):
        words = max(1, len(item.label.text.split()))
        kind = find_kind(article, item.span)
        kept = kind is not None and kind.is_content
        given += words * kept
        wanted += words * item.label.is_content
        right += words * (kept and item.label.is_content)
    return Ratio(right, given, wanted)


def find_kind_pairs(article: Article, labels: Sequence[Label]) -> Iterator[tuple[str, str, str]]:
    """Yield (kind wanted, kind given, text) of every label."""
    for item in locate_labels(article, labels):
        kind = find_kind(article, item.span)
        yield item.label.kind, kind.value if kind else "none", item.label.text


def score_sentences(article: Article, labels: Sequence[Label]) -> Ratio:
    """Return the ratio of sentences with both ends right, marks at the edges aside."""
    wanted = {item.span for item in locate_labels(article, labels) if item.label.is_content}
    given = {_trimmed(article, sentence.span) for sentence in article.sentences}
    return Ratio(len(wanted & given), len(given), len(wanted))


def _trimmed(article: Article, span: Span) -> Span:
    text = span.of(article.text)
    start = span.start + len(text) - len(text.lstrip(_EDGES))
    return Span(start, span.start + len(text.rstrip(_EDGES)))


def match_value(value: str | None, expected: object) -> bool:
    """Return whether `value` is what was expected, or one of several acceptable values."""
    allowed = expected if isinstance(expected, list) else [expected]
    return any(_plain(value) == _plain(one) for one in allowed)


def _plain(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    text = fold(value).casefold().removeprefix("the ").removeprefix("www.")
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def find_metadata_errors(
    article: Article, expected: Mapping[str, object]
) -> list[tuple[str, str | None, object]]:
    """Return (field, found, expected) of every piece of metadata that is wrong."""
    known = article.metadata
    found = {
        "title": known.title.value,
        "publisher": known.publisher.value,
        "author": known.author.value,
        "published": known.published.value,
    }
    return [
        (field, value, expected[field])
        for field, value in found.items()
        if not match_value(value, expected[field])
    ]
