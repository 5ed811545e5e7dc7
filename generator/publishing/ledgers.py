"""The pages that account for every file: sources and audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.config import EditorEntry
from generator.dossier import ArticleReport
from generator.publishing.pages import Label, Page, find_part, split_parts
from generator.publishing.register import Register
from generator.publishing.shares import Share, build_share

ROWS_ON_A_PAGE = 400


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One article in a list of sources."""

    label: Label
    topics: tuple[tuple[str, str], ...]
    """Page and title of each topic it touches."""
    origin: str
    """Why it is told once with others, empty where it tells its own story."""
    kind: str


@dataclass(frozen=True, slots=True)
class SourcesPage(Page):
    """Every article."""

    rows: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file on the audit page."""

    file: str
    label: Label
    encoding: str
    share: Share


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule that set text aside."""

    rule: str
    kind: str
    passages: int
    articles: int


@dataclass(frozen=True, slots=True)
class AuditPage(Page):
    """What was done with every file."""

    rows: tuple[FileRow, ...] = ()
    total: Share | None = None
    rules: tuple[RuleRow, ...] = ()
    troubled: tuple[tuple[Label, tuple[str, ...]], ...] = ()
    """What an editor should look at."""
    repaired: tuple[tuple[Label, tuple[str, ...]], ...] = ()
    """What was done to damaged encodings."""
    copies: tuple[tuple[Label, Label], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    interventions: tuple[tuple[str, str], ...] = ()
    """What an editor did, and why."""


def build_sources_pages(register: Register) -> Iterator[SourcesPage]:
    """Yield the pages that list every article."""
    title = register.words.say("sources")
    parts = split_parts(build_source_rows(register), lambda _: 1, ROWS_ON_A_PAGE)
    names = _name_parts(register, "sources", [[row.label for row in part] for part in parts])
    for (path, _), part in zip(names, parts, strict=True):
        shown = names if len(names) > 1 else ()
        yield SourcesPage(path, "sources", title, rows=tuple(part), parts=shown)


def _name_parts(
    register: Register, name: str, parts: Sequence[Sequence[Label]]
) -> tuple[tuple[str, str], ...]:
    """Return path and period of each part, of one empty part where there is none."""
    return tuple(
        (
            find_part(name, number),
            register.period(label.path for label in part) or register.words.say("unknown_date"),
        )
        for number, part in enumerate(parts, start=1)
    )


def build_source_rows(register: Register) -> tuple[SourceRow, ...]:
    """Return every article in the order of the dossier."""
    topics: dict[str, dict[tuple[str, str], None]] = {}
    for topic in register.dossier.topics:
        for evidence in topic.evidence:
            page = register.evidence_pages[topic.topic.slug][evidence.article]
            link = (page, topic.topic.title)
            topics.setdefault(evidence.article, {})[link] = None
    shared = {
        path: origin.reason
        for origin in register.dossier.facts.origins
        if len(origin.paths) > 1
        for path in origin.paths
    }
    return tuple(
        SourceRow(
            label,
            tuple(topics.get(path, ())),
            shared.get(path, ""),
            register.reports[path].article.metadata.kind.value or "",
        )
        for path, label in register.labels.items()
    )


def build_audit_pages(register: Register) -> Iterator[AuditPage]:
    """Yield the page that accounts for every file, and more where there are very many."""
    rows = [_build_file_row(register, report) for report in register.dossier.articles]
    parts = split_parts(rows, lambda _: 1, ROWS_ON_A_PAGE) or [[]]
    names = _name_parts(register, "audit", [[row.label for row in part] for part in parts])
    shown = names if len(names) > 1 else ()
    page = _build_audit(register)
    yield replace(page, rows=tuple(parts[0]), parts=shown)
    for (path, _), part in zip(names[1:], parts[1:], strict=True):
        yield AuditPage(path, "audit", page.title, rows=tuple(part), parts=shown)


def _build_audit(register: Register) -> AuditPage:
    dossier, words = register.dossier, register.words
    return AuditPage(
        "audit.md",
        "audit",
        words.say("audit"),
        total=build_share(
            words,
            sum(report.kept for report in dossier.articles),
            sum(report.set_aside for report in dossier.articles),
        ),
        rules=_count_rules(dossier.articles),
        troubled=tuple(
            (register.labels[report.article.path], report.article.problems)
            for report in dossier.articles
            if report.article.problems
        ),
        repaired=tuple(
            (register.labels[report.article.path], report.article.repairs)
            for report in dossier.articles
            if report.article.repairs
        ),
        copies=tuple(
            (register.labels[copy], register.labels[first])
            for copy, first in dossier.facts.copies
            if copy in register.labels and first in register.labels
        ),
        skipped=dossier.skipped,
        interventions=tuple(
            (_describe_intervention(entry), entry.why) for entry in register.settings.editor
        ),
    )


def _build_file_row(register: Register, report: ArticleReport) -> FileRow:
    article = report.article
    share = build_share(register.words, report.kept, report.set_aside)
    label = register.labels[article.path]
    return FileRow(article.path, label, article.encoding, share)


def _count_rules(reports: tuple[ArticleReport, ...]) -> tuple[RuleRow, ...]:
    passages: Counter[tuple[str, str]] = Counter()
    articles: dict[tuple[str, str], set[str]] = {}
    for report in reports:
        for block in report.article.blocks:
            if not block.kind.is_content:
                key = (block.rule, str(block.kind))
                passages[key] += 1
                articles.setdefault(key, set()).add(report.article.path)
    ordered = sorted(passages.items(), key=lambda item: (-item[1], item[0]))
    return tuple(RuleRow(*key, count, len(articles[key])) for key, count in ordered)


def _describe_intervention(entry: EditorEntry) -> str:
    given = entry.model_dump(exclude_none=True, exclude={"why"})
    return ", ".join(f"{key}: {value}" for key, value in given.items())
