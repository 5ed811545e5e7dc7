"""The front page of the program: read > survey > annotate > group > select.

From seeds to a dossier in steps that are pure functions over frozen values. Only this module knows
their order; laying the dossier out as pages is publishing's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.annotation.corrections import correct_speakers
from generator.annotation.dates import find_dates
from generator.annotation.entities import find_entities
from generator.annotation.linking import link_annotations
from generator.annotation.quantities import find_quantities
from generator.annotation.quotations import find_quotations
from generator.annotation.surest import grade_matches
from generator.annotation.topics import match_topics
from generator.config import Budget, Settings
from generator.dossier import ArticleReport, Dossier, Summary
from generator.findings import Annotations, Facts
from generator.models import Article, Seed
from generator.reading.articles import apply_editor, read_article, settle_article
from generator.reading.corpus import survey_corpus
from generator.selection.candidates import Corpus
from generator.selection.disagreements import find_disagreements
from generator.selection.families import group_families
from generator.selection.names import group_names
from generator.selection.reports import (
    build_answer,
    build_article_summaries,
    build_overview,
    build_topic_report,
)
from generator.selection.speakers import group_speakers
from generator.selection.timeline import build_timeline

Rows = Mapping[str, Mapping[str, str]]


def read_corpus(seeds: Sequence[Seed], settings: Settings, rows: Rows) -> Corpus:
    """Return the articles of `seeds` and all that is found in them; `rows` is the sidecar."""
    return build_corpus(read_articles(seeds, settings, rows), settings)


def read_articles(seeds: Sequence[Seed], settings: Settings, rows: Rows) -> list[Article]:
    """Return the articles of `seeds`, each read alone."""
    return [read_article(seed, settings.language, rows.get(seed.path)) for seed in seeds]


def build_corpus(read: Sequence[Article], settings: Settings) -> Corpus:
    """Return the articles with what only all of them tell, and all that is found in them."""
    facts = survey_corpus(read, settings.language)
    settled = (settle_article(article, facts) for article in read)
    articles = tuple(apply_editor(article, settings.editor) for article in settled)
    annotations = {a.path: annotate_article(a, facts, settings) for a in articles}
    annotations = link_annotations(annotations, settings.entities)
    annotations = {
        article.path: correct_speakers(annotations[article.path], article, settings.editor)
        for article in articles
    }
    annotations = grade_matches(articles, annotations, facts, settings.language)
    families = group_families(articles, annotations, facts, settings.language)
    return Corpus(articles, annotations, families, facts, settings.language)


def annotate_article(article: Article, facts: Facts, settings: Settings) -> Annotations:
    """Return what the sentences of `article` are about."""
    language = article.metadata.language.value or settings.language
    entities = find_entities(article, settings.entities, language)
    return Annotations(
        article.path,
        topics=match_topics(article, settings.topics, facts, language),
        dates=find_dates(article, settings.date_window),
        quotations=find_quotations(article, entities, language),
        entities=entities,
        quantities=find_quantities(article),
    )


def build_dossier(
    corpus: Corpus,
    settings: Settings,
    slugs: Mapping[str, str],
    skipped: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Return what the pages say; `slugs` names each article by path."""
    return Dossier(
        articles=_report_articles(corpus, settings, slugs),
        topics=tuple(build_topic_report(corpus, topic, settings) for topic in settings.topics),
        overview=build_overview(corpus, settings),
        families=corpus.families,
        facts=corpus.facts,
        skipped=tuple(skipped),
        timeline=build_timeline(corpus),
        disagreements=find_disagreements(corpus, settings.language),
        speakers=group_speakers(corpus.articles, corpus.annotations, corpus.families),
        names=group_names(corpus.articles, corpus.annotations),
    )


def summarize_corpus(corpus: Corpus, settings: Settings, budget: Budget, ranker: str) -> Summary:
    """Return a summary of the corpus on the settings' one topic, or of all where there is none.

    It fills its budget from what matches, and says when that is thin evidence.
    """
    asked = settings.model_copy(update={"summary": budget, "ranker": ranker})
    return build_answer(corpus, asked)


def _report_articles(
    corpus: Corpus, settings: Settings, slugs: Mapping[str, str]
) -> tuple[ArticleReport, ...]:
    summaries = build_article_summaries(corpus, settings)
    origins = corpus.origin_of()
    return tuple(
        ArticleReport(
            article=article,
            annotations=corpus.annotations[article.path],
            slug=slugs[article.path],
            origin=origins[article.path],
            summary=summaries[article.path],
            kept=_count_characters(article, kept=True),
            set_aside=_count_characters(article, kept=False),
        )
        for article in sorted(corpus.articles, key=_rank_by_date)
    )


def _rank_by_date(article: Article) -> tuple[str, str]:
    return (article.metadata.published.first_day or "9999", article.path)


def _count_characters(article: Article, *, kept: bool) -> int:
    """Return how many characters, white space left out, its content or its other blocks have."""
    return sum(
        len("".join(block.span.of(article.text).split()))
        for block in article.blocks
        if block.kind.is_content is kept
    )
