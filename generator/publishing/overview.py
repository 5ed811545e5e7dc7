"""The front page: what a reader must know, the topics, the sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier import TopicReport
from generator.publishing.ledgers import SourceRow, build_source_rows
from generator.publishing.pages import Page, Printed, Source
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


@dataclass(frozen=True, slots=True)
class Overview(Page):
    """The front page."""

    line: str = ""
    statements: tuple[Printed, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    rows: tuple[SourceRow, ...] = ()


def build_overview(register: Register) -> Overview:
    """Return the front page."""
    dossier = register.dossier
    printed = [*dossier.overview.statements]
    for topic in dossier.topics:
        printed += topic.summary.statements[:1]
    sources = register.sources(printed)
    return Overview(
        path="index.md",
        kind="overview",
        title=register.settings.title or register.words.say("overview"),
        sources=sources,
        line=_write_line(register),
        statements=tuple(register.printed(s, sources) for s in dossier.overview.statements),
        topics=tuple(_build_row(register, topic, sources) for topic in dossier.topics),
        rows=build_source_rows(register),
    )


def _build_row(register: Register, report: TopicReport, sources: tuple[Source, ...]) -> TopicRow:
    best = [
        register.printed(statement, sources, prefix=report.topic.slug)
        for statement in report.summary.statements[:1]
    ]
    line, _ = write_evidence_lines(register, report)
    return TopicRow(
        find_topic_path(report), report.topic.title, best[0] if best else None, line, report.thin
    )


def _write_line(register: Register) -> str:
    words, labels = register.words, list(register.labels.values())
    days = sorted({label.day for label in labels} - {""})
    if not labels:
        return words.say("dossier_line_empty")
    return words.say(
        "dossier_line" if days else "dossier_line_undated",
        articles=words.say("articles", len(labels)),
        outlets=words.say("outlets", len({label.publisher for label in labels})),
        period=words.period(days[0], days[-1]) if days else "",
    )
