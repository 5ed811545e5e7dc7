"""The rankers: LexRank and TextRank beside sumy's, the default ranker beside its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from generator.language import load_stemmer, load_stop_words, split_tokens
from generator.selection.concepts import split_words
from generator.selection.passages import Passage
from generator.selection.ranking import rank_sentences
from tests.bench.clock import find_exponent, time_once
from tests.bench.made_text import build_sentences
from tests.quality.figures import Figure

RIVALS = (("lex-rank", LexRankSummarizer, 50.0), ("text-rank", TextRankSummarizer, 20.0))
SIZES = (1_000, 10_000, 100_000)


class Words:
    """The tokenizer that sumy is handed: our words."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        """Return the words of `text`."""
        return tuple(token.text for token in split_tokens(text))


def measure(quick: bool) -> Iterator[Figure]:
    """Yield how much faster the graphs are, whether they agree, and what coverage costs."""
    sentences = build_sentences(200 if quick else 2_000)
    for ranker, summarizer, floor in RIVALS:
        yield from _measure_graph(sentences, ranker, summarizer, None if quick else floor)
    yield from _measure_coverage([size // 10 if quick else size for size in SIZES])


def _measure_graph(
    sentences: Sequence[str], ranker: str, summarizer: Callable[..., Any], floor: float | None
) -> Iterator[Figure]:
    """Tokenising and stemming are in the time of both."""
    top: dict[str, list[int]] = {}
    _rank(sentences[:10], ranker, 1)  # what is loaded once is loaded here

    def ours() -> None:
        top["ours"] = _rank(sentences, ranker, 10)

    def theirs() -> None:
        top["theirs"] = _rank_with_sumy(sentences, summarizer)

    seconds = time_once(ours)
    faster = time_once(theirs) / seconds
    note = f"{seconds:.2f} s of ours"
    count = len(sentences)
    yield Figure(f"{ranker}: times faster than sumy", faster, floor, items=count, note=note)
    same = len(set(top["ours"]) & set(top["theirs"]))
    yield Figure(f"{ranker}: of the top 10 the same as sumy's", same, 10, items=count)


def _rank(sentences: Sequence[str], ranker: str, count: int) -> list[int]:
    passages = [Passage(text, i // 20, i % 20, i // 20) for i, text in enumerate(sentences)]
    picks = rank_sentences(passages, ranker, "en", lambda chosen, _: len(chosen) < count)
    return [pick.index for pick in picks]


def _rank_with_sumy(sentences: Sequence[str], summarizer: Callable[..., Any]) -> list[int]:
    built = summarizer(load_stemmer("en"))
    built.stop_words = load_stop_words("en")
    built.epsilon = 1e-4
    document = ObjectDocumentModel([Paragraph([Sentence(text, Words) for text in sentences])])
    infos: list[Any] = []

    def keep(rated: list[Any]) -> list[Any]:
        infos.extend(rated[:10])
        return rated[:10]

    built(document, keep)
    return [info.order for info in infos]


def _measure_coverage(sizes: Sequence[int]) -> Iterator[Figure]:
    seconds = {}
    for size in sizes:
        sentences = build_sentences(size)
        words = time_once(lambda texts=sentences: [split_words(text, "en") for text in texts])
        seconds[size] = time_once(lambda texts=sentences: _rank(texts, "coverage", 5))
        yield Figure(f"coverage: its time by that of tokens and stems, {size:,} sentences",
                     seconds[size] / words, 3.0, ceiling=True, items=size,
                     note=f"{seconds[size]:.2f} s")  # fmt: skip
    yield Figure("coverage: growth exponent", find_exponent(seconds), 1.2, ceiling=True,
                 items=sizes[-1])  # fmt: skip
