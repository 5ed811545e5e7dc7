"""Articles made from a few lines of text, for tests that need no reader."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from generator.models import (
    Article,
    Block,
    BlockKind,
    DateFinding,
    Finding,
    Metadata,
    Sentence,
    Span,
)

_SENTENCE = re.compile(r"\S(?:.*?[.!?][”\"’']?(?=\s|$)|.*$)")


def build_article(
    text: str, path: str = "a.txt", *, published: str = "", split: bool = True
) -> Article:
    """Return an article whose first line is its title and whose other lines are paragraphs.

    Where they are not `split`, each is one sentence.
    """
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        kind = BlockKind.BODY if blocks else BlockKind.TITLE
        found = (
            [line.span()]
            if not blocks or not split
            else [match.span() for match in _SENTENCE.finditer(text, line.start(), line.end())]
        )
        for start, end in found:
            key = hashlib.sha256(f"{path}{start}".encode()).hexdigest()[:12]
            sentences.append(Sentence(key, Span(start, end), kind, len(blocks)))
        blocks.append(Block(Span(*line.span()), kind, "line"))
    title = Finding(text.partition("\n")[0], "first line", blocks[0].span)
    return Article(
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        metadata=Metadata(
            title=title, published=DateFinding(published or None, "day" if published else "unknown")
        ),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )


def with_metadata(article: Article, **findings: str) -> Article:
    """Return the article with metadata an editor might have given."""
    values = {name: Finding(value, "sidecar") for name, value in findings.items()}
    return replace(article, metadata=replace(article.metadata, **values))
