"""All evidence of a topic: by article, on as many pages as it needs, and what narrows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.dossier import TopicReport
from generator.publishing.facets import mark_dates, mark_origins, mark_outlets
from generator.publishing.labels import is_title
from generator.publishing.narrowing import Item, Narrowing, build_narrowing, offer_marks
from generator.publishing.pages import Group
from generator.publishing.register import Register


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The evidence on one page."""

    path: str
    name: str
    """Its part of the time in words."""
    groups: tuple[Group, ...]
    """By article, in date order."""
    narrowing: Narrowing | None


def build_evidence_lists(register: Register, report: TopicReport) -> list[EvidenceList]:
    """Return all evidence of a topic, page by page; no list where there is none."""
    pages = register.evidence_pages[report.topic.slug]
    groups = group_evidence(register, report)
    items = _list_items(register, groups, pages)
    marked = [replace(g, classes=item.classes) for g, item in zip(groups, items, strict=True)]
    parts = {
        page: [group for group in marked if pages[group.label.path] == page]
        for page in dict.fromkeys(pages.values())
    }
    names = {page: _name_part(register, part) for page, part in parts.items()}
    return [
        EvidenceList(
            page, names[page], tuple(part), build_narrowing(items, page, names, "evidence")
        )
        for page, part in parts.items()
    ]


def group_evidence(register: Register, report: TopicReport) -> tuple[Group, ...]:
    """Return all evidence of a topic by article, in the order of the report.

    A title that counts as evidence is printed once, as the name of its article.
    """
    groups = []
    for path, group in groupby(report.evidence, key=lambda evidence: evidence.article):
        label = register.labels[path]
        items = [register.evidence(evidence) for evidence in group]
        told = [item for item in items if not is_title(item.passage, label)]
        kept = tuple(item for item in told if register.is_open(item.passage.citation))
        origin = register.origins.get(path)
        shared = origin is not None and len(origin.paths) > 1
        held, titles = len(told) - len(kept), len(items) - len(told)
        groups.append(Group(label, kept, shared, withheld=held, titles=titles))
    return tuple(groups)


def _list_items(
    register: Register, groups: Sequence[Group], pages: Mapping[str, str]
) -> list[Item]:
    published = [register.reports[g.label.path].article.metadata.published for g in groups]
    dates = mark_dates(register.words, "published", published)
    origins = mark_origins(register)
    items = [
        Item(
            pages[group.label.path],
            group.count,
            (*mark_outlets([group.label]), origins[group.label.path], date),
        )
        for group, date in zip(groups, dates, strict=True)
    ]
    return offer_marks(register.words, items)


def _name_part(register: Register, groups: Sequence[Group]) -> str:
    return register.period(g.label.path for g in groups) or register.words.say("unknown_date")
