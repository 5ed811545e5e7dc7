"""The families: what they cost beside tokens and stems of the same sentences, and how it grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.findings import Annotations, Facts, Family
from generator.models import Article
from generator.selection.concepts import split_words
from generator.selection.entries import load_entries
from generator.selection.families import group_families
from tests.articles import build_article
from tests.bench.clock import find_exponent, time_once
from tests.bench.made_text import build_sentences
from tests.quality.figures import Figure

SIZES = (1_000, 10_000, 100_000)
COPIED = 5
"""Of so many sentences one is a copy of an earlier one, its last word left out."""
_BACK = 24  # sentences before it stands what is copied, no copy itself
_PER_ARTICLE = 20


def measure(quick: bool) -> Iterator[Figure]:
    """Yield the time of the families by that of the words, its growth, and what was found."""
    seconds: dict[int, float] = {}
    for size in [size // 10 if quick else size for size in SIZES]:
        sentences = _repeat_some(build_sentences(size))
        articles = _build_articles(sentences)
        words = time_once(lambda texts=sentences: [split_words(text, "en") for text in texts])
        found: list[Family] = []
        seconds[size] = time_once(lambda a=articles, f=found: f.extend(_group(a)))
        name = f"families: their time by that of tokens and stems, {size:,} sentences"
        ceiling = 3.0 if size == max(SIZES) else None
        yield Figure(name, seconds[size] / words, ceiling, ceiling=True, items=size,
                     note=f"{seconds[size]:.2f} s")  # fmt: skip
        whole = len(found) / (size // COPIED)
        yield Figure(f"families: found by copies made, {size:,} sentences", whole, 0.8, items=size)
    yield Figure("families: growth exponent", find_exponent(seconds), 1.2, ceiling=True,
                 items=max(seconds))  # fmt: skip


def _repeat_some(sentences: Sequence[str]) -> list[str]:
    """Return the sentences, each fifth one from before without its last word."""
    return [
        sentences[index - _BACK].rsplit(" ", 1)[0] + "." if index % COPIED == 4 else text
        for index, text in enumerate(sentences)
    ]


def _build_articles(sentences: Sequence[str]) -> list[Article]:
    starts = range(0, len(sentences), _PER_ARTICLE)
    return [
        build_article("\n".join(sentences[start : start + _PER_ARTICLE]), f"{start:06}.txt")
        for start in starts
    ]


def _group(articles: Sequence[Article]) -> Sequence[Family]:
    """Return the families, with no word remembered from before."""
    load_entries.cache_clear()
    annotations = {article.path: Annotations(article.path) for article in articles}
    return group_families(articles, annotations, Facts(), "en")
