"""Summaries as plain text, for a terminal or a note."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from generator.dossier import Statement, Summary
from generator.models import Article, Citation

WIDTH = 96


def render_summary(summary: Summary, articles: Mapping[str, Article]) -> str:
    """Return the statements with numbered citations, and what each number stands for."""
    if not summary.statements:
        return "Nothing here matches."
    numbers: dict[Citation, int] = {}
    lines = [_render_statement(statement, numbers) for statement in summary.statements]
    if summary.thin:
        lines.insert(0, "Thin evidence: too few origins or sentences to call this a summary.\n")
    sources = [
        _render_source(number, citation, articles[citation.path])
        for citation, number in numbers.items()
    ]
    return "\n".join([*lines, "", *sources])


def _render_statement(statement: Statement, numbers: dict[Citation, int]) -> str:
    marks = "".join(
        f"[{numbers.setdefault(citation, len(numbers) + 1)}]" for citation in statement.citations
    )
    defects = "".join(f" ({flaw.reason})" for flaw in statement.flaws)
    return textwrap.fill(
        f"{statement.text} {marks}{defects}",
        WIDTH,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _render_source(number: int, citation: Citation, article: Article) -> str:
    known = article.metadata
    published = known.published.value or "date unknown"
    title = f"“{known.title.value}”" if known.title.value else "untitled"
    span = citation.span
    place = f"{citation.path}#{span.start}-{span.end}"
    return f"[{number}] {known.publisher.value or 'outlet unknown'}, {title}, {published} ({place})"
