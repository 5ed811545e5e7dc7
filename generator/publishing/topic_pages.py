"""The page of a topic: how well it is attested, its summary, and all its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.dossier import TopicReport
from generator.publishing.disagreement_pages import find_disputes
from generator.publishing.linked_data import describe_topic
from generator.publishing.pages import Group, Page, Printed
from generator.publishing.quote_pages import Count, Speaker, count_quotes
from generator.publishing.register import Register, is_title
from generator.publishing.timeline_pages import Moment, build_moments
from generator.publishing.wordings import Wordings, build_wordings

MOST_DATED = 60  # statements; a longer timeline is read on its own page


@dataclass(frozen=True, slots=True)
class TopicPage(Page):
    """One topic."""

    lines: tuple[str, ...] = ()
    """The evidence line and, for a thin topic, what that means."""
    thin: bool = False
    statements: tuple[Printed, ...] = ()
    """The summary; empty for a thin topic."""
    speakers: tuple[Count, ...] = ()
    """Who is quoted most in its evidence."""
    disputes: tuple[tuple[str, str], ...] = ()
    """Anchor and name of each disagreement that its evidence is part of."""
    wordings: tuple[Wordings, ...] = ()
    """Statements that several outlets word differently."""
    moments: tuple[Moment, ...] = ()
    groups: tuple[Group, ...] = ()
    """All evidence by article, in date order."""


def build_topic_pages(
    register: Register, report: TopicReport, placed: Mapping[str, Sequence[Speaker]]
) -> Iterator[TopicPage]:
    """Yield the page of a topic, and further pages for what evidence it has no room for."""
    pages = register.evidence_pages[report.topic.slug]
    groups = group_evidence(register, report)
    by_page = {
        path: [g for g in groups if pages[g.label.path] == path]
        for path in dict.fromkeys(pages.values())
    }
    first, *others = by_page or {find_topic_path(report): []}
    names = {path: _name_part(register, part) for path, part in by_page.items()}
    parts = tuple(names.items()) if others else ()
    page = _build_first(register, report)
    anchors = {place.anchor for g in groups for item in g.items for place in item.places}
    speakers = count_quotes(placed, anchors)
    yield replace(page, groups=tuple(by_page.get(first, ())), speakers=speakers, parts=parts)
    for path in others:
        title = f"{report.topic.title}: {names[path]}"
        yield TopicPage(path, "topic", title, groups=tuple(by_page[path]), parts=parts)


def _build_first(register: Register, report: TopicReport) -> TopicPage:
    summary = () if report.thin else report.summary.statements
    sources = register.sources(summary)
    dated = sum(len(entry.statements) for entry in report.timeline)
    return TopicPage(
        path=find_topic_path(report),
        kind="topic",
        title=report.topic.title,
        description=report.topic.description,
        sources=sources,
        linked_data=describe_topic(report.topic.title, report.topic.description, register.settings),
        lines=tuple(line for line in write_evidence_lines(register, report) if line),
        thin=report.thin,
        statements=tuple(register.printed(statement, sources) for statement in summary),
        disputes=find_disputes(register, report),
        wordings=build_wordings(register, report),
        moments=build_moments(register, report.timeline) if dated <= MOST_DATED else (),
    )


def _name_part(register: Register, groups: Sequence[Group]) -> str:
    return register.period(g.label.path for g in groups) or register.words.say("unknown_date")


def find_topic_path(report: TopicReport) -> str:
    """Return the path of the topic's page."""
    return f"topics/{report.topic.slug}.md"


def group_evidence(register: Register, report: TopicReport) -> tuple[Group, ...]:
    """Return all evidence of a topic by article, in the order of the report.

    A title that counts as evidence is printed once, as the name of its article.
    """
    groups = []
    for path, group in groupby(report.evidence, key=lambda evidence: evidence.article):
        label = register.labels[path]
        items = (register.evidence(evidence) for evidence in group)
        kept = tuple(item for item in items if not is_title(item.passage, label))
        origin = register.origins.get(path)
        groups.append(Group(label, kept, origin is not None and len(origin.paths) > 1))
    return tuple(groups)


def write_evidence_lines(register: Register, report: TopicReport) -> tuple[str, str]:
    """Return how well a topic is attested, in words, and what that means where it is thin."""
    words = register.words
    if not report.evidence:
        terms = ", ".join(term.term for term in report.topic.terms)
        return words.say("no_evidence", terms=terms), ""
    period = register.period(evidence.article for evidence in report.evidence)
    line = words.say(
        "evidence_line" if period else "evidence_line_undated",
        articles=words.number(report.articles),
        total=words.say("articles", len(register.dossier.articles)),
        origins=words.say("origins", report.origins),
        sentences=words.say("sentences", len(report.evidence)),
        period=period,
    )
    return line, words.say("thin_line") if report.thin else ""
