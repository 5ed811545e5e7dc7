"""The page of an article: what is known of it, its text with anchors, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dossier import ArticleReport
from generator.models import Article, Finding
from generator.publishing.article_text import (
    Aside,
    Mentions,
    Paragraph,
    build_asides,
    build_paragraphs,
)
from generator.publishing.linked_data import describe_article
from generator.publishing.pages import Label, Page, Passage, Printed
from generator.publishing.register import Register
from generator.publishing.shares import Share, build_share
from generator.publishing.withholding import part_statements


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the card: what is known and how."""

    name: str
    value: Passage | str
    rule: str
    link: str | None = None
    """A web address."""


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """One article."""

    label: Label | None = None
    heading: Paragraph | None = None
    """The title as the text says it; None where it does not."""
    facts: tuple[Fact, ...] = ()
    share: Share | None = None
    topics: tuple[tuple[str, str, int], ...] = ()
    """Page, title and number of sentences of each topic it touches."""
    near: tuple[Label, ...] = ()
    """Articles that say most of the same."""
    problems: tuple[str, ...] = ()
    summary: tuple[Printed, ...] = ()
    shown: tuple[int, int] = (0, 0)
    """How many of its sentences are published, of how many."""
    paragraphs: tuple[Paragraph, ...] = ()
    asides: tuple[Aside, ...] = ()


def build_article_page(register: Register, report: ArticleReport, cited: Mentions) -> ArticlePage:
    """Return the page of an article; `cited` says where each of its sentences is printed."""
    article, label = report.article, register.labels[report.article.path]
    published = register.open[article.path]
    summary, _ = part_statements(register, report.summary.statements)
    paragraphs = list(build_paragraphs(register, report, published, cited))
    heading = paragraphs.pop(0) if paragraphs and paragraphs[0].kind == "title" else None
    return ArticlePage(
        path=label.page,
        kind="article",
        title=article.metadata.title.value or label.name,
        description=label.name,
        label=label,
        heading=heading,
        facts=tuple(_build_facts(register, report)),
        share=build_share(register.words, report.kept, report.set_aside),
        topics=_count_topics(register, report),
        near=tuple(register.near.get(article.path, ())),
        problems=article.problems,
        summary=tuple(register.printed(statement) for statement in summary),
        shown=(len(published), len(article.sentences)),
        paragraphs=tuple(paragraphs),
        asides=build_asides(register, report),
        linked_data=describe_article(report),
    )


def _build_facts(register: Register, report: ArticleReport) -> Iterator[Fact]:
    words, article = register.words, report.article
    metadata = article.metadata
    yield _build_fact(register, article, "outlet", metadata.publisher)
    yield _build_fact(register, article, "author", metadata.author)
    date = metadata.published
    yield Fact(words.say("published"), words.date(date), date.rule)
    for name, finding in (
        ("language", metadata.language),
        ("translated_from", metadata.translated_from),
        ("copy_of", metadata.copy_of),
        ("nature", metadata.kind),
        ("note", metadata.note),
        ("web_address", metadata.url),
    ):
        if finding.value:
            yield _build_fact(register, article, name, finding)
    yield Fact(words.say("origin"), *_describe_origin(register, report))
    yield Fact(words.say("file"), article.path, article.encoding)


def _build_fact(register: Register, article: Article, name: str, finding: Finding) -> Fact:
    missing = {"outlet": "unknown_outlet", "author": "unknown_author"}
    value: Passage | str = finding.value or register.words.say(missing.get(name, "unknown_date"))
    if finding.value and finding.span:
        value = register.passage(article.cite(finding.span))
    link = finding.value if name == "web_address" else None
    return Fact(register.words.say(name), value, finding.rule, link)


def _describe_origin(register: Register, report: ArticleReport) -> tuple[str, str]:
    origin = register.origins.get(report.article.path)
    others = [path for path in origin.paths if path != report.article.path] if origin else []
    if origin is None or not others:
        return register.words.say("own_story"), ""
    names = "; ".join(register.labels[path].name for path in others if path in register.labels)
    return register.words.say("shared_story", articles=names), origin.reason


def _count_topics(register: Register, report: ArticleReport) -> tuple[tuple[str, str, int], ...]:
    counts = register.counts.get(report.article.path, {})
    return tuple(
        (
            register.evidence_pages[topic.topic.slug][report.article.path],
            topic.topic.title,
            counts[topic.topic.slug],
        )
        for topic in register.dossier.topics
        if topic.topic.slug in counts
    )
