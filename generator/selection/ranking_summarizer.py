"""The default ranker for users of sumy: a summarizer like any of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer

from generator.selection.concepts import Word
from generator.selection.coverage import rank_by_coverage
from generator.selection.passages import Passage


class CoverageSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Decaying coverage of stems and their pairs as a sumy summarizer.

    Used as any other: `CoverageSummarizer(Stemmer("english"))(parser.document, 5)`.
    """

    _stop_words: frozenset[str] = frozenset()

    @property
    def stop_words(self) -> frozenset[str]:
        """Return the words that carry no content."""
        return self._stop_words

    @stop_words.setter
    def stop_words(self, words: Iterable[str]) -> None:
        self._stop_words = frozenset(map(self.normalize_word, words))

    def __call__(
        self, document: Any, sentences_count: int | str | Callable[[Sequence[Any]], Sequence[Any]]
    ) -> tuple[Any, ...]:
        """Return the chosen sentences in the order of the document."""
        sentences = document.sentences
        ratings = iter(self.rate_sentences(document))
        best: tuple[Any, ...] = self._get_best_sentences(
            sentences, sentences_count, lambda _: next(ratings)
        )
        return best

    def rate_sentences(self, document: Any) -> list[float]:
        """Return the rating of each sentence, higher the earlier the greedy choice takes it."""
        sentences = document.sentences
        passages = [Passage(str(text), 0, place) for place, text in enumerate(sentences)]
        words = [self._read_words(sentence) for sentence in sentences]
        picks = rank_by_coverage(passages, words, lambda _chosen, _index: True)
        ratings = [0.0] * len(passages)
        for rank, pick in enumerate(picks):
            ratings[pick.index] = 1 - rank / len(picks)
        return ratings

    def _read_words(self, sentence: Any) -> list[Word]:
        words = map(self.normalize_word, sentence.words)
        return [
            (word, False) if word in self._stop_words else (self.stem_word(word), True)
            for word in words
        ]
