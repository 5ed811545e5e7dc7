"""One seed as an article, and what later knowledge changes about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.config import EditorEntry
from generator.findings import Facts
from generator.models import (
    CONTENT,
    Article,
    Block,
    BlockKind,
    Finding,
    Seed,
    Span,
    shown,
)
from generator.reading.blocks import read_blocks, set_aside_author
from generator.reading.detection import detect_language
from generator.reading.front_matter import FrontMatter, parse_front_matter
from generator.reading.html_blocks import read_html_blocks
from generator.reading.html_metadata import find_head_values, read_head
from generator.reading.metadata import find_given, find_metadata, is_name
from generator.reading.publication import find_named_day, read_given_date
from generator.reading.readers import Decoded, decode_seed
from generator.reading.sentences import build_sentences

_HEADINGS = frozenset({BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.SUBHEADING})
_MASTHEAD = "the masthead, which opens several articles"


def read_article(
    seed: Seed, language: str = "en", source: Mapping[str, str] | None = None
) -> Article:
    """Return the article in `seed`; the values of `source`, its row of the sidecar, win."""
    decoded, markup = decode_seed(seed)
    front = FrontMatter() if markup or not decoded.is_text else parse_front_matter(decoded.text)
    head = find_head_values(read_head(markup)) if markup else {}
    given = head | find_given(front, source)
    code = _value(given, "language") or detect_language(decoded.text, language)
    if code != language and "language" not in given:
        given["language"] = Finding(code, "its own words")
    blocks = _find_blocks(decoded, markup, front, (code, _value(given, "title")))
    metadata = find_metadata(decoded.text, blocks, given, code)
    if metadata.published.value is None:
        metadata = replace(metadata, published=find_named_day(seed.path))
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


def settle_article(article: Article, facts: Facts) -> Article:
    """Return `article` with lines that stand in several articles set aside.

    A short one above the text is the masthead: it names the outlet and is no title.
    """
    repeated = facts.repeated_lines
    if not any(article.show(block.span) in repeated for block in article.blocks):
        return article
    blocks = _settle_title(article, article.blocks, repeated)
    settled = _with_blocks(article, tuple(_settle_block(article, one, repeated) for one in blocks))
    return _settle_metadata(settled, repeated)


def _settle_title(
    article: Article, blocks: tuple[Block, ...], repeated: frozenset[str]
) -> tuple[Block, ...]:
    """Return the blocks with a masthead no longer taken for the title, if another line can be."""
    start = next((i for i, one in enumerate(blocks) if one.kind is BlockKind.BODY), 0)
    title = next((i for i in range(start) if blocks[i].kind is BlockKind.TITLE), None)
    if title is None or article.show(blocks[title].span) not in repeated:
        return blocks
    others = (i for i in range(title + 1, start) if blocks[i].kind in _HEADINGS)
    below = next((i for i in others if article.show(blocks[i].span) not in repeated), None)
    if below is None:
        return blocks
    heading = Block(blocks[below].span, BlockKind.TITLE, "the first line below the masthead")
    masthead = Block(blocks[title].span, BlockKind.META, _MASTHEAD)
    return (*blocks[:title], masthead, *blocks[title + 1 : below], heading, *blocks[below + 1 :])


def _settle_block(article: Article, block: Block, repeated: frozenset[str]) -> Block:
    kept = block.kind in CONTENT and block.kind is not BlockKind.TITLE
    if kept and article.show(block.span) in repeated:
        return Block(block.span, BlockKind.BOILERPLATE, "the same line stands in several articles")
    return block


def _settle_metadata(article: Article, repeated: frozenset[str]) -> Article:
    """Return `article` with title and publisher as its settled blocks show them."""
    known = article.metadata
    for block in article.blocks:
        text = article.show(block.span)
        if block.kind is BlockKind.TITLE:
            if known.title.span != block.span and known.title.value in repeated:
                known = replace(known, title=Finding(text, block.rule, block.span))
            break
        named = known.publisher.value is None and block.kind is BlockKind.META
        if named and text in repeated and is_name(text):
            known = replace(known, publisher=Finding(text, _MASTHEAD, block.span))
    return replace(article, metadata=known)


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
        if (
            entry.path
            and entry.date in (None, "published")
            and entry.value is not None
            and entry.block is None
        ):
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
