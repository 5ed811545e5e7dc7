"""The second look at topic sentences: how like the surest ones they are."""

from __future__ import annotations

from generator.annotation.surest import grade_matches
from generator.annotation.topics import match_topics
from generator.config import Topic
from generator.findings import Annotations, TopicMatch
from generator.models import Article
from generator.reading.corpus import survey_corpus
from tests.articles import build_article

SALES = Topic.model_validate(
    {"slug": "sales", "title": "Dealings", "terms": ["managers", "shares", "stock"]}
)
SURE = (
    "Three managers sold shares worth a million crowns before the news.",
    "The managers sold stock and shares days before the news broke.",
    "Managers had sold shares before anybody knew the news.",
)


def grade(*texts: str) -> list[TopicMatch]:
    articles = [build_article(f"News\n{text}", f"{n}.txt") for n, text in enumerate(texts)]
    notes = _annotate(articles)
    graded = grade_matches(articles, notes, survey_corpus(articles), "en")
    return [match for path in sorted(graded) for match in graded[path].topics]


def _annotate(articles: list[Article]) -> dict[str, Annotations]:
    facts = survey_corpus(articles)
    return {a.path: Annotations(a.path, match_topics(a, [SALES], facts, "en")) for a in articles}


def test_what_is_like_the_surest_stands_above_what_only_shares_a_word() -> None:
    *_, like, unlike = grade(
        *SURE,
        "Somebody sold shares before the news.",
        "Managers praised the weather on the quay.",
    )
    assert like.score > unlike.score
    assert "like the surest sentences" in like.rule


def test_a_plain_word_and_likeness_stay_below_two_words() -> None:
    *sure, like = grade(*SURE, "Somebody sold shares before the news.")
    assert like.score < 0.6 < min(match.score for match in sure)


def test_nothing_is_graded_where_too_few_sentences_show_what_is_usual() -> None:
    (alone,) = grade(SURE[0])
    assert "surest" not in alone.rule
