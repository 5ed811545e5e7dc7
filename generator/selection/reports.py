"""What each kind of page says: a topic, the overview, one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.config import Budget, Settings, Thin, Topic
from generator.dossier import Evidence, Summary, TopicReport
from generator.models import Article
from generator.selection.candidates import Candidate, Corpus, find_candidates
from generator.selection.context import add_context
from generator.selection.pool import find_pool
from generator.selection.summaries import select_summary
from generator.selection.timeline import build_timeline

_CARD = Budget(sentences=1)
"""A thin topic has no summary: its card shows its best sentence."""


def build_topic_report(corpus: Corpus, topic: Topic, settings: Settings) -> TopicReport:
    """Return what the corpus holds on `topic`, with a summary unless the evidence is thin.

    Once it prints as many sentences as a topic needs not to be thin, doubtful ones do not pad it.
    """
    evidence = find_evidence(corpus, topic.slug)
    paths = {item.article for item in evidence}
    origin_of = corpus.origin_of()
    origins = len({origin_of[path] for path in paths})
    thin = is_thin(origins, len(evidence), settings.thin)
    budget = _CARD if thin else settings.summary
    candidates = find_candidates(corpus, topic.slug)
    summary = _summarize(candidates, budget, settings, settings.thin.sentences)
    return TopicReport(
        topic=topic,
        thin=thin,
        origins=origins,
        articles=len(paths),
        summary=replace(summary, thin=thin),
        evidence=evidence,
        timeline=build_timeline(corpus, topic.slug),
    )


def build_overview(corpus: Corpus, settings: Settings) -> Summary:
    """Return the summary of all articles.

    Topics count for half here: the main event need not be one of them.
    """
    candidates = [
        replace(one, relevance=(1 + one.relevance) / 2) for one in find_candidates(corpus)
    ]
    return _summarize(candidates, settings.overview, settings)


def build_answer(corpus: Corpus, settings: Settings) -> Summary:
    """Return a summary of what matches the settings' first topic, or of everything without one.

    Unlike a topic's page it fills its budget however thin the evidence is, and says when it is.
    """
    topic = settings.topics[0] if settings.topics else None
    sure = find_candidates(corpus, topic.slug if topic else None)
    offered = sure
    if topic and len(corpus.articles) == 1:
        offered = add_context(sure, find_candidates(corpus), topic, settings.language)
    pool = find_pool(offered, settings.editor, fill=True)
    summary = select_summary(pool, settings.summary, settings.ranker, settings.language)
    thin = is_thin(len({one.origin for one in sure}), len(sure), settings.thin)
    return replace(summary, thin=thin and topic is not None)


def build_article_summaries(corpus: Corpus, settings: Settings) -> dict[str, Summary]:
    """Return each article's own summary by path."""
    by_article = groupby(find_candidates(corpus), key=lambda one: one.article)
    found = {
        path: _summarize(list(group), settings.summary, settings) for path, group in by_article
    }
    nothing = Summary((), settings.ranker, 0)
    return {article.path: found.get(article.path, nothing) for article in corpus.articles}


def find_evidence(corpus: Corpus, topic: str) -> tuple[Evidence, ...]:
    """Return every sentence of the topic, by article in date order, then in text order."""
    return tuple(
        Evidence(article.path, match.sentence, match)
        for article in sorted(corpus.articles, key=_rank_by_date)
        if (annotations := corpus.annotations.get(article.path))
        for match in sorted(annotations.topics, key=lambda match: match.sentence)
        if match.topic == topic
    )


def is_thin(origins: int, sentences: int, thin: Thin) -> bool:
    """Return whether evidence from so many origins in so many sentences is too little."""
    return origins < thin.origins or sentences < thin.sentences


def _rank_by_date(article: Article) -> tuple[str, str]:
    return (article.metadata.published.first_day or "9999", article.path)


def _summarize(
    candidates: Sequence[Candidate], budget: Budget, settings: Settings, enough: int | None = None
) -> Summary:
    pool = find_pool(candidates, settings.editor)
    return select_summary(pool, budget, settings.ranker, settings.language, enough)
