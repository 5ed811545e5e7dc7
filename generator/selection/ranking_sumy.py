"""sumy's summarizers, run on our own sentences and words.

Only `ranking` imports this, and late: sumy's import takes more than a second. Three of sumy's
habits are mended on the way in: it wants downloaded tokenizers (it gets our words), it rates by
text, so that equal sentences share a rating (it gets sentences that differ by position), and its
LSA depends on the order of a set (the words are sorted).
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer

from generator.language import load_stemmer, load_stop_words, split_tokens, stem_words
from generator.selection.passages import Passage

_NO_WORD = "\x00"
"""Stands where Edmundson insists on a word, and matches none."""
_CUES = 20


class PlacedSentence(Sentence):  # type: ignore[misc]
    """A sentence that equals itself alone, whatever it says."""

    def __init__(self, place: int, text: str) -> None:
        super().__init__(text, None, is_heading=place < 0)
        self.place = place
        self._words = tuple(token.text.casefold() for token in split_tokens(text))

    @property
    def words(self) -> tuple[str, ...]:
        """Return our own words of it."""
        return self._words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlacedSentence) and self.place == other.place

    def __hash__(self) -> int:
        return self.place


class StableLsaSummarizer(LsaSummarizer):  # type: ignore[misc]
    """LSA with its words in order, and its matrix scaled at once instead of cell by cell."""

    def _create_dictionary(self, document: object) -> dict[str, int]:
        words: dict[str, int] = super()._create_dictionary(document)
        return {word: row for row, word in enumerate(sorted(words))}

    def _compute_term_frequency(self, matrix: Any, smooth: float = 0.4) -> Any:
        peaks = matrix.max(axis=0)
        return np.where(peaks > 0, smooth + (1 - smooth) * matrix / np.maximum(peaks, 1), 0.0)


_SUMMARIZERS = {
    "edmundson": EdmundsonSummarizer,
    "kl": KLSummarizer,
    "lsa": StableLsaSummarizer,
    "luhn": LuhnSummarizer,
    "sum-basic": SumBasicSummarizer,
}


def rank_with_sumy(
    passages: Sequence[Passage], ranker: str, language: str, cues: Sequence[str] = ()
) -> list[float]:
    """Return the rating that the sumy summarizer named `ranker` gives each passage.

    `cues` are words of the topic, for Edmundson's method, which asks for some; without a topic
    the most frequent words take their place.
    """
    cues = tuple(cues) or _find_frequent_words(passages, language)
    summarizer = _build_summarizer(ranker, language, cues)
    return _read_ratings(summarizer, _build_document(passages, cues), len(passages))


def _build_document(passages: Sequence[Passage], cues: Sequence[str]) -> ObjectDocumentModel:
    """Return sumy's document: a paragraph for each article, the cues as the heading of the first.

    Headings count for nothing but in Edmundson's method.
    """
    placed = [PlacedSentence(place, passage.text) for place, passage in enumerate(passages)]
    articles = groupby(placed, key=lambda sentence: passages[sentence.place].article)
    paragraphs = [list(sentences) for _, sentences in articles]
    if paragraphs:
        paragraphs[0].insert(0, PlacedSentence(-1, " ".join(cues)))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs])


def _read_ratings(
    summarizer: Callable[..., Any], document: ObjectDocumentModel, size: int
) -> list[float]:
    """Return what `summarizer` rates, by way of the hook that counts the sentences to keep."""
    infos: list[Any] = []

    def keep(rated: list[Any]) -> list[Any]:
        infos.extend(rated)
        return rated

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # LSA warns of every short text
        summarizer(document, keep)
    ratings = [0.0] * size  # LSA rates nothing where no word is left
    for info in infos:
        ratings[info.sentence.place] = float(np.nan_to_num(info.rating))
    return ratings


def _build_summarizer(ranker: str, language: str, cues: Sequence[str]) -> Callable[..., Any]:
    summarizer = _SUMMARIZERS[ranker](load_stemmer(language))
    stop_words = load_stop_words(language)
    if isinstance(summarizer, EdmundsonSummarizer):
        summarizer.bonus_words = cues
        summarizer.stigma_words = (_NO_WORD,)
        summarizer.null_words = stop_words or (_NO_WORD,)
    else:
        summarizer.stop_words = stop_words
    return summarizer  # type: ignore[no-any-return]


def _find_frequent_words(passages: Sequence[Passage], language: str) -> tuple[str, ...]:
    counts = Counter(word for passage in passages for word in stem_words(passage.text, language))
    return tuple(sorted(counts, key=lambda word: (-counts[word], word))[:_CUES]) or (_NO_WORD,)
