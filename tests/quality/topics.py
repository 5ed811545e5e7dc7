"""Topic routing against labels: the seeds, earthquakes in one folder, six events in another.

Sentence labels of weight 1 are borderline and count neither for nor against.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.annotation.topics import match_topics
from generator.config import Term, Topic
from generator.findings import Facts
from generator.models import Article, Seed
from generator.project import open_project
from generator.reading.articles import read_article
from generator.reading.corpus import survey_corpus
from tests.quality.figures import Figure
from tests.quality.focus import load_rows
from tests.quality.gold_articles import REPOSITORY, read_gold

EVENTS = Path(__file__).parent / "events.yml"
QUAKES = Path(__file__).parent / "quakes.yml"
TWINS = REPOSITORY / "tests" / "corpora" / "quakes"
SHARED_TERMS = ("earthquake", "aftershock", "magnitude", "rescue teams", "victims")


@dataclass(frozen=True, slots=True)
class Score:
    """Right, wrong and missed of one topic."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Return the share of what was given that is right."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that was given."""
        return self.right / ((self.right + self.missed) or 1)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / ((2 * self.right + self.wrong + self.missed) or 1)


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of the seeds and the twins, and with data those of the events."""
    own = [*_measure_seeds(), *_measure_twins()]
    return [*own, *_measure_events(data), *_measure_quakes(data)] if data else own


def _measure_seeds() -> Iterable[Figure]:
    gold = read_gold()
    topics = open_project(REPOSITORY / "mkdocs.yml").settings.topics
    facts = survey_corpus([entry.article for entry in gold])
    wanted = {
        (entry.article.path, index): weights
        for entry in gold
        for index, weights in enumerate(entry.topics)
    }
    found = {
        (entry.article.path, match.sentence, match.topic)
        for entry in gold
        for match in match_topics(entry.article, topics, facts, "en")
    }
    scores = {topic.slug: _score(wanted, found, topic.slug) for topic in topics}
    peace, response = scores["peace-plan"], scores["us-response"]
    yield Figure("seeds: peace plan, precision", peace.precision, 0.90, items=peace.right)
    yield Figure("seeds: peace plan, recall", peace.recall, 0.85, items=peace.right)
    yield Figure("seeds: US response, wrong", response.wrong, 1, ceiling=True, items=response.right)
    yield Figure("seeds: US response, missed", response.missed, 1, ceiling=True)
    for slug in ("energy-deals", "icc-warrant"):
        errors = scores[slug].wrong + scores[slug].missed
        yield Figure(f"seeds: {slug}, wrong or missed", errors, 0, ceiling=True)


def _score(
    wanted: Mapping[tuple[str, int], Mapping[str, int]], found: set[tuple[str, int, str]], slug: str
) -> Score:
    pairs = [(weights.get(slug, 0), (*place, slug) in found) for place, weights in wanted.items()]
    return Score(pairs.count((2, True)), pairs.count((0, True)), pairs.count((2, False)))


def _measure_twins() -> Iterable[Figure]:
    """Yield the routing of two earthquakes, by their own terms, shared ones, and titles alone."""
    topics = open_project(TWINS / "mkdocs.yml").settings.topics
    articles = _read_folder(TWINS / "seeds", "*.txt")
    truth = {a.path: topics["ab".index(a.path[0])].slug for a in articles}
    shared = [
        topic.model_copy(update={"terms": (*topic.terms, *_terms(SHARED_TERMS))})
        for topic in topics
    ]
    bare = [topic.model_copy(update={"terms": (), "description": ""}) for topic in topics]
    for name, settings in (("own terms", topics), ("shared terms", shared), ("titles", bare)):
        f1, wrong = _route(articles, settings, truth)
        floor = None if name == "titles" else 0.95
        yield Figure(f"twins: article routing, macro F1, {name}", f1, floor, items=len(articles))
        yield Figure(f"twins: sentences in the wrong event, {name}", wrong, 0, ceiling=True)


def _measure_events(data: Path) -> Iterable[Figure]:
    settings = yaml.safe_load(EVENTS.read_text("utf-8"))
    articles, truth = [], {}
    for event in settings:
        for article in _read_folder(data / "events" / event, "*.txt", prefix=f"{event}/"):
            articles.append(article)
            truth[article.path] = _slug(event)
    full = [_topic(event, entry["title"], entry["terms"]) for event, entry in settings.items()]
    bare = [_topic(event, entry["title"], ()) for event, entry in settings.items()]
    for name, topics, floor in (("title and terms", full, 0.95), ("title alone", bare, None)):
        f1, wrong = _route(articles, topics, truth)
        yield Figure(f"events: article routing, macro F1, {name}", f1, floor, items=len(articles))
        yield Figure(f"events: sentences in the wrong event, {name}", wrong, 2, ceiling=True)


def _measure_quakes(data: Path) -> Iterable[Figure]:
    """Yield the routing of a hundred articles of one outlet on many earthquakes."""
    settings = yaml.safe_load(QUAKES.read_text("utf-8"))
    articles = list(_read_quakes(data / "focus_sentences.jsonl.gz"))
    truth = {article.path: "" for article in articles}
    for event, entry in settings.items():
        truth |= {f"{number}.txt": event for number in entry["articles"]}
    for name, more, floor in (
        ("title alone", None, 0.84), ("terms", (), 0.84), ("shared terms", SHARED_TERMS, 0.78),
    ):  # fmt: skip
        topics = [
            _topic(event, entry["title"], () if more is None else (*entry["terms"], *more))
            for event, entry in settings.items()
        ]
        f1, wrong = _route(articles, topics, truth)
        yield Figure(f"quakes: article routing, macro F1, {name}", f1, floor,
                     items=len(articles), note=f"{wrong} sentences of others")  # fmt: skip


def _read_quakes(file: Path) -> Iterable[Article]:
    for row in load_rows(file):
        if row["aspect"] == "geo":
            number = row["id"].rpartition("-")[2]
            content = "\n\n".join(row["sentences"]).encode()
            yield read_article(Seed(f"{number}.txt", content, hashlib.sha256(content).hexdigest()))


def _slug(event: str) -> str:
    return event.replace("_", "-")


def _topic(event: str, title: str, terms: Iterable[str]) -> Topic:
    return Topic(slug=_slug(event), title=title, terms=tuple(_terms(terms)))


def _terms(terms: Iterable[str]) -> list[Term]:
    return [Term(term=term) for term in terms]


def _read_folder(folder: Path, pattern: str, prefix: str = "") -> list[Article]:
    articles = []
    for file in sorted(folder.glob(pattern)):
        content = file.read_bytes()
        seed = Seed(prefix + file.name, content, hashlib.sha256(content).hexdigest())
        articles.append(read_article(seed))
    return articles


def _route(
    articles: Sequence[Article], topics: Sequence[Topic], truth: Mapping[str, str]
) -> tuple[float, int]:
    """Return the macro F1 of the topics each article has evidence for, and the wrong sentences."""
    facts: Facts = survey_corpus(articles)
    found = [
        (article.path, match.topic)
        for article in articles
        for match in match_topics(article, topics, facts, "en")
    ]
    wrong = sum(truth[path] != topic for path, topic in found)
    routed = set(found)
    scores = []
    for topic in topics:
        has = {path for path, slug in routed if slug == topic.slug}
        wants = {path for path, slug in truth.items() if slug == topic.slug}
        scores.append(Score(len(has & wants), len(has - wants), len(wants - has)))
    return sum(score.f1 for score in scores) / len(scores), wrong
