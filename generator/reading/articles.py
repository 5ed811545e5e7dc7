"""One seed as an article, and what later knowledge changes about it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.config import EditorEntry
from generator.models import (
    CONTENT,
    Article,
    Block,
    BlockKind,
    Facts,
    Finding,
    Seed,
    Sentence,
    Span,
    shown,
)
from generator.reading.blocks import read_blocks, set_aside_author
from generator.reading.fluency import Grade, grade_sentences
from generator.reading.front_matter import FrontMatter, parse_front_matter
from generator.reading.html_blocks import read_html_blocks
from generator.reading.html_metadata import find_head_values, read_head
from generator.reading.metadata import find_given, find_metadata
from generator.reading.publication import read_given_date
from generator.reading.readers import Decoded, decode_seed
from generator.reading.segmentation import split_sentences

_AROUND = ".,;:!?\"'()[]“”‘’«»…–—-"
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.SUBHEADING})


def read_article(
    seed: Seed, language: str = "en", source: Mapping[str, str] | None = None
) -> Article:
    """Return the article in `seed`; the values of `source`, its row of the sidecar, win."""
    decoded, markup = decode_seed(seed)
    front = FrontMatter() if markup or not decoded.is_text else parse_front_matter(decoded.text)
    head = find_head_values(read_head(markup)) if markup else {}
    given = head | find_given(front, source)
    code = _value(given, "language") or language
    blocks = _find_blocks(decoded, markup, front, (code, _value(given, "title")))
    metadata = find_metadata(decoded.text, blocks, given, code)
    blocks = set_aside_author(decoded.text, blocks, metadata.author.value)
    return Article(
        path=seed.path,
        sha256=seed.sha256,
        encoding=decoded.encoding,
        text=decoded.text,
        metadata=metadata,
        blocks=tuple(blocks),
        sentences=build_sentences(decoded.text, blocks, code),
        repairs=decoded.repairs,
        problems=decoded.problems + front.problems,
    )


def _value(given: Mapping[str, Finding], name: str) -> str:
    return (given[name].value or "") if name in given else ""


def _find_blocks(
    decoded: Decoded, markup: str, front: FrontMatter, known: tuple[str, str]
) -> list[Block]:
    language, title = known
    if decoded.is_text and markup:
        return read_html_blocks(markup, decoded.text, language, title)
    if decoded.is_text:
        return read_blocks(decoded.text, front.span, language, title)
    return [
        Block(Span(match.start(), match.end()), BlockKind.BOILERPLATE, "no text")
        for match in re.finditer(r"\S(?:.*\S)?", decoded.text, re.DOTALL)
    ]


def build_sentences(text: str, blocks: Sequence[Block], language: str) -> tuple[Sentence, ...]:
    """Return the sentences of the content blocks, in text order."""
    words = find_names(text)
    seen: Counter[str] = Counter()
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.kind not in CONTENT:
            continue
        for span, grade in _grade_block(text, block, language, words):
            sentence = shown(span.of(text))
            identity = digest_sentence(sentence, seen[sentence])
            seen[sentence] += 1
            found = Sentence(
                identity, span, block.kind, index, grade.flaws, grade.leans_on_previous
            )
            sentences.append(found)
    return tuple(sentences)


def _grade_block(
    text: str, block: Block, language: str, words: frozenset[str]
) -> Iterator[tuple[Span, Grade]]:
    """Yield the sentences of one block; a heading is one sentence and is not graded."""
    if block.kind in _WHOLE:
        yield block.span, Grade(())
        return
    spans = [
        span for span in split_sentences(text, block.span, language, words) if shown(span.of(text))
    ]
    for span, grade in zip(spans, grade_sentences(text, spans, language), strict=True):
        if block.kind is BlockKind.STANDFIRST:
            flaws = tuple(flaw for flaw in grade.flaws if flaw.name != "no-full-stop")
            yield span, Grade(flaws, grade.leans_on_previous)
        else:
            yield span, grade


def find_names(text: str) -> frozenset[str]:
    """Return the words of `text` and its pairs of capitalised words, lower case.

    >>> sorted(find_names("Ann Lee left."))
    ['ann', 'ann lee', 'lee', 'left']
    """
    tokens, lower = text.split(), text.casefold().split()
    pairs = (
        f"{lower[i].lstrip(_AROUND)} {lower[i + 1].rstrip(_AROUND)}"
        for i, (one, two) in enumerate(pairwise(tokens))
        if two[0].isupper() and one[-1].isalpha()
    )
    return frozenset(pairs).union(token.strip(_AROUND) for token in lower)


def digest_sentence(words: str, count: int) -> str:
    """Return a sentence's id: of its shown text and how many equal ones stand before it.

    >>> digest_sentence("Rain fell.", 0) == digest_sentence("Rain fell.", 1)
    False
    """
    return hashlib.sha256(f"{words}\n{count}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def settle_article(article: Article, facts: Facts) -> Article:
    """Return `article` with lines that stand in several articles set aside."""
    blocks = tuple(_settle_block(article, block, facts) for block in article.blocks)
    return _with_blocks(article, blocks)


def _settle_block(article: Article, block: Block, facts: Facts) -> Block:
    if (
        block.kind in CONTENT
        and block.kind is not BlockKind.TITLE
        and article.show(block.span) in facts.repeated_lines
    ):
        return Block(block.span, BlockKind.BOILERPLATE, "the same line stands in several articles")
    return block


def _with_blocks(article: Article, blocks: tuple[Block, ...]) -> Article:
    if blocks == article.blocks:
        return article
    language = article.metadata.language.value or "en"
    return replace(
        article, blocks=blocks, sentences=build_sentences(article.text, blocks, language)
    )


def apply_editor(article: Article, entries: Sequence[EditorEntry]) -> Article:
    """Return `article` with the blocks and the date that the settings' `editor` entries correct."""
    for entry in entries:
        if entry.path not in (None, article.path):
            continue
        if entry.block is not None and entry.kind is not None and entry.path:
            blocks = tuple(_reclassify(article, block, entry) for block in article.blocks)
            article = _with_blocks(article, blocks)
        if entry.path and entry.date is None and entry.value is not None and entry.block is None:
            article = _correct_date(article, entry.value, entry.why)
    return article


def _reclassify(article: Article, block: Block, entry: EditorEntry) -> Block:
    if isinstance(entry.block, int):
        hit = article.text.count("\n", 0, block.span.start) + 1 == entry.block
    else:
        hit = article.show(block.span).startswith(shown(entry.block or "\n"))
    return (
        Block(block.span, BlockKind(entry.kind or block.kind), f"editor: {entry.why}")
        if hit
        else block
    )


def _correct_date(article: Article, value: str, why: str) -> Article:
    language = article.metadata.language.value or "en"
    published = read_given_date(value, f"editor: {why}", language)
    return replace(article, metadata=replace(article.metadata, published=published))
