"""Paragraphs as words in which every quoted run is one word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.annotation.grammar import Grammar, Word, build_word, split_words
from generator.annotation.quotemarks import Quoted, find_quoted
from generator.models import Span

QUOTE = "\ufffc"
"""The text of a word that stands for a quoted run."""
_BLANK_LINE = re.compile(r"\n[ \t\r\u00a0]*\n")
_ENDS = frozenset(".?!")
_LONGEST = 120
"""Words after which a sentence is taken to end, whatever the text says: it bounds every search."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article; all offsets count in the article's text."""

    text: str
    """The whole article's text."""
    span: Span
    runs: tuple[Quoted, ...]
    words: tuple[Word, ...]
    places: tuple[int, ...]
    """Index of each run among the words."""

    starts: tuple[int, ...]
    """For each word the index of the first word of its sentence."""

    def sentence_start(self, index: int) -> int:
        """Return the index of the first word of the sentence of the word at `index`."""
        return self.starts[index]

    def sentence_stop(self, index: int) -> int:
        """Return the index behind the last word of the sentence of the word at `index`."""
        return bisect_right(self.starts, self.starts[index])


def split_paragraphs(text: str, blocks: Sequence[Span], grammar: Grammar) -> list[Paragraph]:
    """Return the paragraphs of the blocks; blank lines part them.

    Where neither a paragraph nor the one behind it quotes anybody, nobody asks for its words, and
    it comes without.
    """
    spans = [span for block in blocks for span in _split_at_blank_lines(text, block)]
    quoted = [
        tuple(_shift(run, span.start) for run in find_quoted(span.of(text))) for span in spans
    ]
    plain = [
        not runs and _opens_with_word(s.of(text)) for s, runs in zip(spans, quoted, strict=True)
    ]
    paragraphs: list[Paragraph] = []
    for index, (span, runs) in enumerate(zip(spans, quoted, strict=True)):
        if all(plain[index : index + 2]):
            paragraphs.append(Paragraph(text, span, (), (), (), ()))
        else:
            paragraphs += _build_paragraph(text, span, runs, grammar)
    return paragraphs


def _split_at_blank_lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for gap in _BLANK_LINE.finditer(text, block.start, block.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, block.end)


def _opens_with_word(text: str) -> bool:
    return text.lstrip()[:1].isalnum()


def _build_paragraph(
    text: str, span: Span, runs: tuple[Quoted, ...], grammar: Grammar
) -> Iterator[Paragraph]:
    words: list[Word] = []
    places: list[int] = []
    position = span.start
    for run in runs:
        words += _read_words(text, position, run.outside.start, grammar)
        places.append(len(words))
        words.append(build_word(QUOTE, run.outside.start, run.outside.end))
        position = run.outside.end
    words += _read_words(text, position, span.end, grammar)
    if words:
        starts = tuple(_find_starts(words, text))
        yield Paragraph(text, span, runs, tuple(words), tuple(places), starts)


def _find_starts(words: Sequence[Word], text: str) -> Iterator[int]:
    start = 0
    for index in range(len(words)):
        yield start
        if _ends_sentence(words, index, text) or index - start >= _LONGEST:
            start = index + 1


def _ends_sentence(words: Sequence[Word], index: int, text: str) -> bool:
    """Return whether a sentence ends with the word at `index`."""
    word, after = words[index], words[index + 1 : index + 2]
    if not after or not (after[0].is_capital or after[0].text == QUOTE):
        return False
    return word.text in _ENDS or (word.text == QUOTE and last_letter(word, text) in _ENDS)


def last_letter(quote: Word, text: str) -> str:
    """Return the last character of a quoted run but for marks and spaces, empty for none."""
    return text[quote.start : quote.end].rstrip("\"“”’'«» ")[-1:]


def _shift(run: Quoted, by: int) -> Quoted:
    inside = Span(run.inside.start + by, run.inside.end + by)
    return replace(run, inside=inside, outside=Span(run.outside.start + by, run.outside.end + by))


def _read_words(text: str, start: int, end: int, grammar: Grammar) -> list[Word]:
    """Return the words there without what stands in brackets, nor the points of abbreviations."""
    kept: list[Word] = []
    depth = 0
    for word in split_words(text[start:end], start):
        if word.text in {"(", "["}:
            depth += 1
        elif word.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif depth == 0 and not (word.text == "." and _is_abbreviated(kept, word, grammar)):
            kept.append(word)
    return kept


def _is_abbreviated(kept: Sequence[Word], point: Word, grammar: Grammar) -> bool:
    if not kept or kept[-1].end != point.start:
        return False
    word = kept[-1]
    is_title = word.is_capital and len(word.text) < 5 and word.low in grammar.titles
    is_initial = word.is_capital and len(word.text) == 1
    return is_title or is_initial or word.text in grammar.abbreviations
