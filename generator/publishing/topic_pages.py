"""The page of a topic: how well it is attested, its summary, and all its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dossier import TopicReport
from generator.publishing.disagreement_pages import find_disputes
from generator.publishing.evidence_lists import EvidenceList, build_evidence_lists
from generator.publishing.linked_data import describe_topic
from generator.publishing.name_pages import Named, find_named
from generator.publishing.pages import Page, Printed
from generator.publishing.quote_pages import Count, Speaker, count_quotes
from generator.publishing.register import Register
from generator.publishing.timeline_pages import MomentList, build_moment_lists
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
    named: tuple[Named, ...] = ()
    """Whom and what its evidence names most."""
    disputes: tuple[tuple[str, str], ...] = ()
    """Anchor and name of each disagreement that its evidence is part of."""
    wordings: tuple[Wordings, ...] = ()
    """Statements that several outlets word differently."""
    timeline: MomentList | None = None
    evidence: EvidenceList | None = None
    """All of it, or this page's part; None where there is none."""


def build_topic_pages(
    register: Register,
    report: TopicReport,
    placed: Mapping[str, Sequence[Speaker]],
    homes: Mapping[str, str],
) -> Iterator[TopicPage]:
    """Yield the page of a topic, and further pages for what evidence it has no room for.

    `placed` are the speakers by the page that quotes them, `homes` the pages of names by anchor.
    """
    evidence = build_evidence_lists(register, report)
    parts = tuple((part.path, part.name) for part in evidence) if len(evidence) > 1 else ()
    page = _build_first(register, report)
    groups = (group for part in evidence for group in part.groups)
    anchors = {place.anchor for g in groups for item in g.items for place in item.places}
    yield replace(
        page,
        evidence=next(iter(evidence), None),
        speakers=count_quotes(placed, anchors),
        named=find_named(register, homes, report.topic.slug),
        parts=parts,
    )
    for part in evidence[1:]:
        title = f"{report.topic.title}: {part.name}"
        yield TopicPage(part.path, "topic", title, evidence=part, parts=parts)


def _build_first(register: Register, report: TopicReport) -> TopicPage:
    summary = () if report.thin else report.summary.statements
    sources = register.sources(summary)
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
        timeline=_build_timeline(register, report),
    )


def _build_timeline(register: Register, report: TopicReport) -> MomentList | None:
    dated = sum(len(entry.statements) for entry in report.timeline)
    if not 0 < dated <= MOST_DATED:
        return None
    return build_moment_lists(register, {find_topic_path(report): report.timeline})[0]


def find_topic_path(report: TopicReport) -> str:
    """Return the path of the topic's page."""
    return f"topics/{report.topic.slug}.md"


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
    everything = register.settings.republish == "full"
    return line, words.say("thin_line" if everything else "thin_short") if report.thin else ""
