"""How well articles are read: kinds of lines, sentences, dates, outlets, HTML."""

from __future__ import annotations

import gzip
import itertools
import json
import statistics
import time
from collections import Counter, defaultdict
from pathlib import Path

from generator.models import Article, shown
from tests.quality.events_reading import measure_events
from tests.quality.figures import Figure
from tests.quality.html_pages import measure_html
from tests.quality.read import read_bytes, read_file
from tests.quality.scraped_lines import interval, is_developed, load_pages, score_page

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "quality" / "gold" / "seeds.jsonl"
SEEDS = ROOT / "seeds"
CONTENT = {"title", "standfirst", "body", "subheading"}


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of this room."""
    if data is None:
        return measure_seeds()
    speed = measure_speed(data)  # first: a heap full of other data slows the collector down
    return [
        *measure_seeds(),
        *measure_lines(data),
        *measure_html(data),
        *measure_events(data),
        speed,
    ]


def measure_speed(data: Path) -> Figure:
    """Return megabytes of plain articles read in a second of one core, the best of seven runs."""
    with gzip.open(data / "clusters.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in itertools.islice(file, 20)]
    texts = [doc["text"].encode() for row in rows for doc in row["docs"]]
    times = []
    for _ in range(7):
        start = time.process_time()
        for text in texts:
            read_bytes("article.txt", text)
        times.append(time.process_time() - start)
    speed = sum(map(len, texts)) / 1e6 / min(times)
    return Figure("speed: plain text, MB a second", speed, 1.0, items=len(texts))


def measure_lines(data: Path) -> list[Figure]:
    """Return the F1 of content on scraped pages, for the developed and the unseen half."""
    scores: dict[bool, list[float]] = {True: [], False: []}
    for page in load_pages(data):
        article = read_bytes("page.txt", "\n".join(page.lines).encode())
        scores[is_developed(page.id)].append(score_page(page, article))
    return [
        Figure(
            f"scraped lines, {name} half: content, word-weighted F1",
            statistics.mean(values),
            0.90,
            items=len(values),
            note=f"±{interval(values):.3f}",
        )
        for name, values in (("developed", scores[True]), ("unseen", scores[False]))
    ]


def measure_seeds() -> list[Figure]:
    """Return the figures against the hand labels."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    rows = [row for row in rows if (row["doc"][:3], row["line"]) != ("003", 3)]
    articles = {name: read_file(SEEDS / name) for name in sorted({row["doc"] for row in rows})}
    pairs = []
    for row in rows:
        article = articles[row["doc"]]
        pairs.append((row["kind"], find_kind(article, row), len(row["text"].split())))
    return [
        Figure("seeds: content, word-weighted F1", score_content(pairs), 0.985, items=len(pairs)),
        Figure("seeds: kinds, macro F1", score_kinds(pairs), 0.90, items=len(pairs)),
        *measure_boundaries(articles, rows),
    ]


def find_kind(article: Article, row: dict[str, object]) -> str:
    """Return the kind of the block that holds most of the labelled text."""
    lines = article.text.splitlines(keepends=True)
    base = sum(map(len, lines[: int(str(row["line"])) - 1]))
    start = base + lines[int(str(row["line"])) - 1].find(str(row["text"]))
    end = start + len(str(row["text"]))
    shares: Counter[str] = Counter()
    for block in article.blocks:
        shares[block.kind.value] += max(0, min(end, block.span.end) - max(start, block.span.start))
    return shares.most_common(1)[0][0]


def score_content(pairs: list[tuple[str, str, int]]) -> float:
    """Return the F1 of content words."""
    both = sum(n for gold, found, n in pairs if gold in CONTENT and found in CONTENT)
    gold_words = sum(n for gold, _, n in pairs if gold in CONTENT)
    found_words = sum(n for _, found, n in pairs if found in CONTENT)
    return 2 * both / (gold_words + found_words)


def score_kinds(pairs: list[tuple[str, str, int]]) -> float:
    """Return the mean F1 over the kinds that the labels use."""
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold, found, _ in pairs:
        hits[gold][0] += gold == found
        hits[gold][1] += 1
        hits[found][2] += 1
    scores = [2 * hit / (gold + found) for hit, gold, found in hits.values() if gold]
    return sum(scores) / len(scores)


def measure_boundaries(articles: dict[str, Article], rows: list[dict[str, object]]) -> list[Figure]:
    """Return the F1 of sentence boundaries inside body lines, and of exact sentences."""
    gold: set[tuple[str, int, str]] = set()
    found: set[tuple[str, int, str]] = set()
    body = {(row["doc"], row["line"]) for row in rows if row["kind"] == "body"}
    for row in rows:
        if row["kind"] == "body":
            gold.add((str(row["doc"]), int(str(row["line"])), shown(str(row["text"]))))
    for name, article in articles.items():
        for sentence in article.sentences:
            line = article.text.count("\n", 0, sentence.span.start) + 1
            if (name, line) in body:
                found.add((name, line, article.show(sentence.span)))
    exact = 2 * len(gold & found) / (len(gold) + len(found))
    inner_gold, inner_found = _inner(gold), _inner(found)
    inner = 2 * len(inner_gold & inner_found) / (len(inner_gold) + len(inner_found))
    return [
        Figure("seeds: sentence boundaries, F1", inner, 0.97, items=len(inner_gold)),
        Figure("seeds: exact sentences, F1", exact, 0.95, items=len(gold)),
    ]


def _inner(sentences: set[tuple[str, int, str]]) -> set[tuple[str, int, str]]:
    return {(name, line, text[:25]) for name, line, text in sentences}
