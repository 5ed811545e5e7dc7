"""How one article was read, for a terminal."""

from __future__ import annotations

from generator.models import Annotations, Article


def render_inspection(article: Article, annotations: Annotations) -> str:
    """Return the article's blocks, a line each, with the kind and rule of every one."""
    known = article.metadata
    lines = [
        f"{article.path}  {article.encoding}  {len(article.text)} characters",
        f"title      {known.title.value or 'unknown'}  ({known.title.rule})",
        f"publisher  {known.publisher.value or 'unknown'}  ({known.publisher.rule})",
        f"published  {known.published.value or 'unknown'}  ({known.published.rule})",
        "",
    ]
    lines += [
        f"{block.kind.value:<12}{article.show(block.span)}  ({block.rule})"
        for block in article.blocks
    ]
    found = f"{len(annotations.topics)} topic matches, {len(annotations.dates)} dates"
    return "\n".join([*lines, "", *article.problems, found])
