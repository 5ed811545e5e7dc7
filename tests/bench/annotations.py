"""The annotations: what they cost beside tokens and stems of the same text, on one core."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.annotation.dates import find_dates
from generator.annotation.entities import find_entities
from generator.annotation.quantities import find_quantities
from generator.annotation.quotations import find_quotations
from generator.annotation.surest import grade_matches
from generator.annotation.topics import match_topics
from generator.config import Entities, Topic
from generator.findings import Annotations, Facts
from generator.language import stem_words
from generator.models import Article, Seed
from generator.reading.articles import read_article
from generator.reading.corpus import survey_corpus
from tests.bench.clock import find_exponent
from tests.quality.figures import Figure

FOLDERS = ("seeds", "tests/corpora/ferry/seeds", "tests/corpora/quakes/seeds",
           "tests/corpora/bell/seeds")  # fmt: skip
CEILING = 12.0
ROUNDS = 5
TOPICS = tuple(
    Topic(slug=f"topic-{number}", title=title, description=description, terms=terms)
    for number, (title, description, terms) in enumerate(
        (
            ("Energy deals", "Oil, gas and pipeline agreements", ["pipeline", "oil and gas"]),
            ("Rescue work", "Search for the missing and aid", ["rescue", "survivors", "aid"]),
            ("Inquiry", "Who is to blame, and what courts say", ["court", "warrant", "inquiry"]),
            ("Peace plan", "Proposals to end a war", ["peace plan", "ceasefire", "talks"]),
        )
    )
)
SIZES = (20, 160)
"""Paragraphs of one made article, for the growth with its length."""


def measure(quick: bool) -> Iterator[Figure]:
    """Yield the cost of each annotation, of all, and how it grows within one article."""
    articles = _read_articles()
    facts = survey_corpus(articles, "en")
    rounds = 1 if quick else ROUNDS
    texts = [s.span.of(article.text) for article in articles for s in article.sentences]
    base = _time(lambda: [stem_words(text, "en") for text in texts], rounds)
    costs = {name: _time(run, rounds) / base for name, run in _list_runs(articles, facts).items()}
    for name, cost in costs.items():
        yield Figure(f"{name}: time by that of tokens and stems", cost, items=len(texts))
    yield Figure("all annotations: time by that of tokens and stems", sum(costs.values()),
                 None if quick else CEILING, ceiling=True, items=len(texts),
                 note="stems known from before, which is the harder way to count")  # fmt: skip
    seconds = {size: _time(lambda n=size: _annotate_made(texts[:40], n), rounds) for size in SIZES}
    yield Figure("all annotations: growth exponent with an article's length",
                 find_exponent(seconds), 1.2, ceiling=True, items=SIZES[-1])  # fmt: skip


def _list_runs(articles: Sequence[Article], facts: Facts) -> Mapping[str, Callable[[], Any]]:
    entities = {article.path: find_entities(article, Entities()) for article in articles}
    matched = {a.path: Annotations(a.path, match_topics(a, TOPICS, facts, "en")) for a in articles}
    return {
        "dates": lambda: [find_dates(article) for article in articles],
        "quantities": lambda: [find_quantities(article) for article in articles],
        "entities": lambda: [find_entities(article, Entities()) for article in articles],
        "quotations": lambda: [find_quotations(a, entities[a.path]) for a in articles],
        f"{len(TOPICS)} topics": lambda: [match_topics(a, TOPICS, facts, "en") for a in articles],
        "likeness to the surest": lambda: grade_matches(articles, matched, facts, "en"),
    }


def _read_articles() -> list[Article]:
    root = Path(__file__).parents[2]
    paths = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.txt"))
    seeds = [_build_seed(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]
    return [read_article(seed, "en", None) for seed in seeds]


def _build_seed(path: str, data: bytes) -> Seed:
    return Seed(path, data, hashlib.sha256(data).hexdigest())


def _annotate_made(sentences: Sequence[str], paragraphs: int) -> None:
    """Annotate one article of so many paragraphs, each of four of the sentences."""
    picks = [sentences[number % len(sentences)] for number in range(4 * paragraphs)]
    body = "\n\n".join(" ".join(picks[at : at + 4]) for at in range(0, len(picks), 4))
    article = read_article(_build_seed("made.txt", f"Made\n\n{body}\n".encode()), "en", None)
    for run in _list_runs([article], survey_corpus([article], "en")).values():
        run()


def _time(action: Callable[[], Any], rounds: int) -> float:
    """Return the least processor time of several rounds, after one that loads what is loaded."""
    action()
    return min(_time_warm(action) for _ in range(rounds))


def _time_warm(action: Callable[[], Any]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start
