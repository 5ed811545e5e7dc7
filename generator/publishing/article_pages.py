"""The page of an article: what is known of it, its text with anchors, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dossier import ArticleReport
from generator.models import Article, Block, Finding, Sentence, Span, shown
from generator.publishing.pages import Label, Page, Passage, Printed
from generator.publishing.register import Mention, Register
from generator.publishing.shares import Share, build_share

Mentions = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the card: what is known and how."""

    name: str
    value: Passage | str
    rule: str
    link: str | None = None
    """A web address."""


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence of the text, or what stands between two."""

    passage: Passage
    spaced: bool
    """Whether white space stands before it."""
    cited: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept block as the page prints it."""

    kind: str
    runs: tuple[Run, ...]
    mentions: tuple[Mention, ...]
    """Where its sentences are cited, one place a page."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A block that was set aside, with the reason."""

    kind: str
    rule: str
    passage: Passage


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
    problems: tuple[str, ...] = ()
    summary: tuple[Printed, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    asides: tuple[Aside, ...] = ()


def build_article_page(register: Register, report: ArticleReport, cited: Mentions) -> ArticlePage:
    """Return the page of an article; `cited` says where each of its sentences is printed."""
    article, label = report.article, register.labels[report.article.path]
    paragraphs = list(_build_paragraphs(register, report, cited))
    heading = paragraphs.pop(0) if paragraphs and paragraphs[0].kind == "title" else None
    title = article.metadata.title.value or label.name
    return ArticlePage(
        path=label.page,
        kind="article",
        title=title,
        description=label.name,
        label=label,
        heading=heading,
        facts=tuple(_build_facts(register, report)),
        share=build_share(register.words, report.kept, report.set_aside),
        topics=_count_topics(register, report),
        problems=article.problems,
        summary=tuple(register.printed(statement) for statement in report.summary.statements),
        paragraphs=tuple(paragraphs),
        asides=tuple(
            Aside(block.kind, block.rule, register.passage(article.cite(block.span)))
            for block in article.blocks
            if not block.kind.is_content
        ),
    )


def _build_paragraphs(
    register: Register, report: ArticleReport, cited: Mentions
) -> Iterator[Paragraph]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in report.article.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    for index, block in enumerate(report.article.blocks):
        if block.kind.is_content:
            sentences = by_block.get(index, [])
            runs = tuple(_split_runs(register, report, block, sentences, cited))
            places = [place for s in sentences for place in cited.get(s.id, ())]
            first_of_page = {place.page: place for place in reversed(places)}
            mentions = tuple(first_of_page[page] for page in sorted(first_of_page))
            yield Paragraph(block.kind, runs, mentions)


def _split_runs(
    register: Register,
    report: ArticleReport,
    block: Block,
    sentences: list[Sentence],
    cited: Mentions,
) -> Iterator[Run]:
    """Yield the sentences of a block and whatever stands between them, so that nothing is lost."""
    article, end = report.article, block.span.start
    for sentence in sentences:
        gap = Span(end, sentence.span.start)
        yield from _build_gap(register, article, gap)
        anchor = f"{report.slug}-{sentence.id}"
        passage = register.passage(article.cite(sentence.span), anchor)
        yield Run(passage, _ends_white(gap.of(article.text)), sentence.id in cited)
        end = sentence.span.end
    yield from _build_gap(register, article, Span(end, block.span.end))


def _build_gap(register: Register, article: Article, gap: Span) -> Iterator[Run]:
    text = gap.of(article.text)
    if shown(text):
        yield Run(register.passage(article.cite(gap)), text[0].isspace(), cited=False)


def _ends_white(text: str) -> bool:
    return bool(text) and text[-1].isspace()


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
    origins = register.dossier.facts.origins
    origin = next((o for o in origins if report.article.path in o.paths), None)
    others = [path for path in origin.paths if path != report.article.path] if origin else []
    if origin is None or not others:
        return register.words.say("own_story"), ""
    names = "; ".join(register.labels[path].name for path in others if path in register.labels)
    return register.words.say("shared_story", articles=names), origin.reason


def _count_topics(register: Register, report: ArticleReport) -> tuple[tuple[str, str, int], ...]:
    counts = (
        (
            f"topics/{topic.topic.slug}.md",
            topic.topic.title,
            sum(evidence.article == report.article.path for evidence in topic.evidence),
        )
        for topic in register.dossier.topics
    )
    return tuple(count for count in counts if count[2])
