"""The front page: what a reader must know, the topics, the sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier import Statement, TopicReport
from generator.publishing.charts import Strip, build_strip
from generator.publishing.linked_data import describe_dossier
from generator.publishing.matrix import Matrix, build_matrix
from generator.publishing.pages import Label, Page, Printed, Source
from generator.publishing.quote_pages import Count
from generator.publishing.register import Register
from generator.publishing.topic_pages import find_topic_path, write_evidence_lines


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic on the front page."""

    page: str
    title: str
    best: Printed | None
    """Its best statement, None for a topic without evidence."""
    line: str
    thin: bool
    strip: Strip | None
    """The days that its evidence names."""


@dataclass(frozen=True, slots=True)
class Overview(Page):
    """The front page."""

    line: str = ""
    statements: tuple[Printed, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    matrix: Matrix | None = None
    strip: Strip | None = None
    speakers: tuple[Count, ...] = ()
    """Who is quoted most."""
    rows: tuple[Label, ...] = ()
    left_out: int = 0
    """Sources beyond those listed."""


def build_overview(register: Register, speakers: tuple[Count, ...]) -> Overview:
    """Return the front page; `speakers` are quoted most."""
    dossier = register.dossier
    best = {topic.topic.slug: _find_best(register, topic) for topic in dossier.topics}
    sources = register.sources(
        [*dossier.overview.statements, *(statement for statement in best.values() if statement)]
    )
    matrix = build_matrix(register)
    return Overview(
        path="index.md",
        kind="overview",
        title=register.settings.title or register.words.say("overview"),
        sources=sources,
        linked_data=describe_dossier(register.settings),
        line=_write_line(register),
        statements=tuple(register.printed(s, sources) for s in dossier.overview.statements),
        topics=tuple(
            _build_row(register, topic, best[topic.topic.slug], sources) for topic in dossier.topics
        ),
        matrix=matrix,
        strip=build_strip(register.words, dossier.timeline),
        speakers=speakers,
        rows=tuple(row.label for row in matrix.rows),
        left_out=matrix.left_out,
    )


def _find_best(register: Register, report: TopicReport) -> Statement | None:
    """Return the topic's best statement that the front page does not already print."""
    printed = {statement.id for statement in register.dossier.overview.statements}
    ranked = sorted(
        report.summary.statements, key=lambda statement: (statement.id in printed, -statement.score)
    )
    return next(iter(ranked), None)


def _build_row(
    register: Register,
    report: TopicReport,
    best: Statement | None,
    sources: tuple[Source, ...],
) -> TopicRow:
    slug, title = report.topic.slug, report.topic.title
    printed = register.printed(best, sources, prefix=slug) if best else None
    line, _ = write_evidence_lines(register, report)
    strip = build_strip(register.words, report.timeline)
    return TopicRow(find_topic_path(report), title, printed, line, report.thin, strip)


def _write_line(register: Register) -> str:
    words, labels = register.words, register.labels
    period = register.period(labels)
    if not labels:
        return words.say("dossier_line_empty")
    return words.say(
        "dossier_line" if period else "dossier_line_undated",
        articles=words.say("articles", len(labels)),
        outlets=_count_outlets(register),
        period=period,
    )


def _count_outlets(register: Register) -> str:
    found = [report.article.metadata.publisher.value for report in register.dossier.articles]
    key = "known_outlets" if None in found else "outlets"
    return register.words.say(key, len({*found} - {None}))
