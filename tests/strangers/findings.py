"""What a dossier says of a corpus, against what its reader wrote down beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.build import build_dossier
from generator.dossier import Dossier, Statement
from generator.models import Article, Citation, Span
from generator.project import open_project
from tests.strangers.corpora import ROOT, Label, fold, read_expected, read_labels
from tests.strangers.scores import Located, Ratio, locate_labels


@dataclass(frozen=True, slots=True)
class Case:
    """A corpus as the product reads it, beside its labels."""

    name: str
    dossier: Dossier
    labels: Mapping[str, tuple[Located, ...]]
    """By path; a copy of another file has none of its own."""
    expected: Mapping[str, Any]

    def article(self, path: str) -> Article:
        """Return the article at `path`."""
        return self.dossier.by_path()[path].article

    def find_label(self, citation: Citation) -> Label | None:
        """Return the label that shares most with the cited run, None where none shares any."""
        shared = [
            (min(item.span.end, citation.span.end) - max(item.span.start, citation.span.start), i)
            for i, item in enumerate(self.labels.get(citation.path, ()))
        ]
        width, index = max(shared, default=(0, 0))
        return self.labels[citation.path][index].label if width > 0 else None

    def find_span(self, where: Mapping[str, str]) -> Citation | None:
        """Return the place of an expected text, white space aside; None where it is not read."""
        article = self.article(where["doc"])
        pattern = r"\s+".join(map(re.escape, fold(where["text"]).split()))
        found = [Span(*m.span()) for m in re.finditer(pattern, article.text)]
        kept = [s for s in found if any(sent.span.meets(s) for sent in article.sentences)]
        return article.cite(kept[0]) if kept else None


@cache
def read_case(corpus: str) -> Case:
    """Return `corpus` as the product reads it; nothing is written."""
    dossier = build_dossier(open_project(ROOT / corpus / "mkdocs.yml"))
    paths = {report.article.path: report.article for report in dossier.articles}
    rows = read_labels(corpus)
    labels = {
        path: tuple(locate_labels(article, [row for row in rows if row.doc == path]))
        for path, article in paths.items()
    }
    return Case(corpus, dossier, labels, read_expected(corpus))


def score_topic(case: Case, slug: str) -> tuple[Ratio, list[str]]:
    """Return precision and recall of a topic's sentences, and the wrong and the missed ones."""
    report = next(topic for topic in case.dossier.topics if topic.topic.slug == slug)
    given: dict[tuple[str, int], int] = {}
    for item in report.evidence:
        article = case.article(item.article)
        citation = article.cite(article.sentences[item.sentence].span)
        if label := case.find_label(citation):
            given[item.article, citation.span.start] = label.weight(slug)
    wanted = [
        (path, item)
        for path, items in case.labels.items()
        for item in items
        if item.label.is_content and item.label.weight(slug) == 2
    ]
    found = _find_reached(case, slug, wanted)
    wrong = [
        f"wrong {path}: {_show(case, path, start)}" for (path, start), w in given.items() if not w
    ]
    missed = [f"missed {p}: {item.label.text}" for p, item in wanted if (p, item) not in found]
    sure = sum(weight != 1 for weight in given.values())
    ratio = Ratio(min(len(found), sure - len(wrong)), sure, len(wanted))
    return ratio, wrong + missed


def _find_reached(
    case: Case, slug: str, wanted: Sequence[tuple[str, Located]]
) -> list[tuple[str, Located]]:
    report = next(topic for topic in case.dossier.topics if topic.topic.slug == slug)
    spans: dict[str, list[Span]] = {}
    for item in report.evidence:
        spans.setdefault(item.article, []).append(
            case.article(item.article).sentences[item.sentence].span
        )
    return [
        (path, item)
        for path, item in wanted
        if any(span.meets(item.span) for span in spans.get(path, ()))
    ]


def _show(case: Case, path: str, start: int) -> str:
    article = case.article(path)
    return next(
        article.show(s.span) for s in article.sentences if s.span.start <= start < s.span.end
    )


def find_printed(case: Case) -> Iterator[tuple[str, Statement]]:
    """Yield (page, statement) of everything printed as a summary."""
    for statement in case.dossier.overview.statements:
        yield "overview", statement
    for topic in case.dossier.topics:
        for statement in topic.summary.statements:
            yield topic.topic.slug, statement
    for report in case.dossier.articles:
        for statement in report.summary.statements:
            yield report.article.path, statement


def find_foreign(case: Case) -> list[str]:
    """Return printed statements that are no content of any article."""
    found = []
    for page, statement in find_printed(case):
        label = case.find_label(statement.citations[0])
        if case.labels[statement.citations[0].path] and not (label and label.is_content):
            found.append(f"{page}: {statement.text}")
    return found


def find_off_topic(case: Case) -> list[str]:
    """Return statements of topic summaries that their reader did not call about the topic."""
    slugs = {topic.topic.slug for topic in case.dossier.topics}
    found = []
    for page, statement in find_printed(case):
        label = case.find_label(statement.citations[0])
        if page in slugs and label and label.weight(page) == 0:
            found.append(f"{page}: {statement.text}")
    return found


def find_origin_errors(case: Case) -> list[str]:
    """Return the origins that differ from the expected partition."""
    wanted = {frozenset(group) for group in case.expected.get("origins", ())}
    given = {frozenset(origin.paths) for origin in case.dossier.facts.origins}
    if not wanted:
        return []
    return [f"missing {sorted(group)}" for group in sorted(wanted - given, key=sorted)] + [
        f"not expected {sorted(group)}" for group in sorted(given - wanted, key=sorted)
    ]


def find_families_of(case: Case, citation: Citation) -> set[str]:
    """Return the families with a member that covers most of the cited run, or the other way."""
    found = set()
    for family in case.dossier.families:
        for member in family.members:
            if member.path == citation.path and _is_much_shared(member.span, citation.span):
                found.add(family.id)
    return found


def _is_much_shared(one: Span, other: Span) -> bool:
    width = min(one.end, other.end) - max(one.start, other.start)
    return width > 0.6 * min(one.end - one.start, other.end - other.start)


def score_families(case: Case, hard: bool) -> tuple[Ratio, list[str]]:
    """Return how many expected pairs share a family, easy or hard, and which do not."""
    right, wanted, missed = 0, 0, []
    for family in case.expected.get("families", ()):
        if bool(family.get("hard")) != hard:
            continue
        places = [case.find_span(span) for span in family["spans"]]
        ids = [find_families_of(case, place) if place else set() for place in places]
        for other in ids[1:]:
            wanted += 1
            right += bool(ids[0] & other)
        if not set.intersection(*ids):
            missed.append(family["name"])
    return Ratio(right, right, wanted), missed


def find_joined(case: Case) -> list[str]:
    """Return the pairs that share a family though they must not."""
    found = []
    for one, other in case.expected.get("apart", ()):
        places = case.find_span(one), case.find_span(other)
        if all(places):
            ids = [find_families_of(case, place) for place in places if place]
            if ids[0] & ids[1]:
                found.append(f"{one['text']} = {other['text']}")
    return found


def score_quotes(case: Case) -> tuple[Ratio, list[str]]:
    """Return found of the expected quotations as recall, right of the named as precision."""
    right = named = reached = 0
    errors = []
    for quote in case.expected.get("quotes", ()):
        place = case.find_span(quote)
        annotations = case.dossier.by_path()[quote["doc"]].annotations
        hits = [q for q in annotations.quotations if place and q.span.meets(place.span)]
        reached += bool(hits)
        speaker = next((q.speaker for q in hits if q.speaker), None)
        if not hits:
            errors.append(f"not found {quote['doc']}: {quote['text']}")
        if speaker:
            named += 1
            fits = quote["speaker"].split()[-1] in speaker
            right += fits
            if not fits:
                errors.append(f"{quote['doc']}: {quote['text']}: {speaker}")
        elif hits and not quote["may_be_unknown"]:
            errors.append(f"no speaker {quote['doc']}: {quote['text']}")
    return Ratio(right, named, len(case.expected.get("quotes", ()))), errors


def score_dates(case: Case) -> tuple[Ratio, list[str]]:
    """Return how many expected dates were resolved rightly, and the others."""
    right, errors = 0, []
    for date in case.expected.get("dates", ()):
        place = case.find_span({"doc": date["doc"], "text": date["sentence"]})
        report = case.dossier.by_path()[date["doc"]]
        hits = [
            m
            for m in report.annotations.dates
            if place and m.span.meets(place.span) and date["text"] in report.article.show(m.span)
        ]
        fits = any(m.value == date["value"] and m.announced == date["announced"] for m in hits)
        right += fits
        if not fits:
            found = [(m.value, m.announced) for m in hits]
            errors.append(f"{date['doc']}: {date['text']} in {date['sentence'][:60]}: {found}")
    wanted = len(case.expected.get("dates", ()))
    return Ratio(right, wanted, wanted), errors
