"""HTML pages with the text, title and date that people gave them."""

from __future__ import annotations

import gzip
import json
import re
import statistics
from collections import Counter
from pathlib import Path

import trafilatura

from generator.models import Article
from tests.quality.figures import Figure
from tests.quality.read import read_bytes

FILE = "html_pages.jsonl.gz"
_FOLDED = (("[‘’`´]", "'"), ("[“”]", '"'), ("[–—]+|--", "-"))


def measure_html(data: Path) -> list[Figure]:
    """Return text, title and date figures beside the extractor's own text."""
    with gzip.open(data / FILE, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    articles = [read_bytes(f"{row['id']}.html", row["html"].encode()) for row in rows]
    alone = [trafilatura.extract(row["html"], include_comments=False) or "" for row in rows]
    theirs = statistics.mean(
        score(text, row["gold"]) for text, row in zip(alone, rows, strict=True)
    )
    pairs = list(zip(articles, rows, strict=True))
    ours = statistics.mean(score(show_content(article), row["gold"]) for article, row in pairs)
    titles = [
        fold(article.metadata.title.value or "") == fold(row["title"]) for article, row in pairs
    ]
    dates = [
        article.metadata.published.value == row["date"] for article, row in pairs if row["date"]
    ]
    return [
        Figure("html pages: text, F1", ours, round(theirs, 3), items=len(rows), note="extractor"),
        Figure("html pages: title", statistics.mean(titles), 0.80, items=len(titles)),
        Figure("html pages: date", statistics.mean(dates), 0.80, items=len(dates)),
    ]


def show_content(article: Article) -> str:
    """Return the shown text of the content blocks."""
    return "\n".join(article.show(one.span) for one in article.blocks if one.kind.is_content)


def score(text: str, gold: str) -> float:
    """Return the F1 of the words of `text`, counted with their number."""
    ours, theirs = (Counter(re.findall(r"\w+", one.lower())) for one in (text, gold))
    return 2 * sum((ours & theirs).values()) / max(1, sum(ours.values()) + sum(theirs.values()))


def fold(title: str) -> str:
    """Return a title with quotes, dashes and case folded and without a site's suffix."""
    folded = title.casefold()
    for pattern, plain in _FOLDED:
        folded = re.sub(pattern, plain, folded)
    return " ".join(re.split(r" [|»·] | - ", folded)[0].split())
