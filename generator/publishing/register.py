"""Every lookup the pages need, made once a build."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.config import Settings
from generator.dossier import ArticleReport, Dossier, Evidence, Statement, TopicReport
from generator.findings import Origin
from generator.models import Article, BlockKind, Citation
from generator.publishing.labels import build_label, find_foreign
from generator.publishing.pages import (
    Label,
    Passage,
    Place,
    Printed,
    Source,
    find_part,
    number_citations,
    split_parts,
)
from generator.publishing.republishing import find_open
from generator.publishing.wording import Words, load_words

MOST_NEAR = 3
MOST_CARRIERS = 20  # of one statement; more say nothing of how near two articles are
SLIGHT = 0.2  # severity of what is no defect by itself, as a "But" that opens a sentence
_LONG_TERM = re.compile(r"(“(?:[^\s”]+ ){4}[^\s”]+) [^”]*(”)")
EVIDENCE_ON_A_PAGE = 250  # sentences; about 250 KB of HTML


@dataclass(frozen=True, slots=True)
class Register:
    """The dossier with its labels and the places its sentences are printed at."""

    dossier: Dossier
    settings: Settings
    words: Words
    reports: Mapping[str, ArticleReport]
    labels: Mapping[str, Label]
    starts: Mapping[str, list[int]]
    """Where each sentence of each article starts."""
    origins: Mapping[str, Origin]
    counts: Mapping[str, Mapping[str, int]]
    """Sentences of evidence by article and topic."""
    near: Mapping[str, Sequence[Label]]
    """The articles that share most statements with each, the nearest first."""
    evidence_pages: Mapping[str, Mapping[str, str]]
    """The page that prints an article's evidence, by topic and article."""
    open: Mapping[str, frozenset[int]]
    """The sentences of each article that the setting `republish` lets be printed."""

    def passage(self, citation: Citation, anchor: str = "") -> Passage:
        """Return the passage at `citation`."""
        article = self.reports[citation.path].article
        language = find_foreign(article.metadata.language.value, self.settings.language)
        return Passage(citation, article.show(citation.span), anchor, language)

    def anchor(self, citation: Citation) -> str:
        """Return the id of the sentence that holds `citation`, empty where no page prints it."""
        report, index = self.reports[citation.path], self.find_sentence(citation)
        if index is None or index not in self.open[citation.path]:
            return ""
        return f"{report.slug}-{report.article.sentences[index].id}"

    def find_sentence(self, citation: Citation) -> int | None:
        """Return the index of the sentence that holds the start of `citation`, if any does."""
        article = self.reports[citation.path].article
        return _find_sentence(article, self.starts[citation.path], citation.span.start)

    def is_open(self, citation: Citation) -> bool:
        """Return whether every sentence that `citation` touches may be printed."""
        starts, span = self.starts[citation.path], citation.span
        sentences = self.reports[citation.path].article.sentences
        touched = range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end))
        allowed = self.open[citation.path]
        return all(i in allowed for i in touched if sentences[i].span.meets(span))

    def place(self, citation: Citation) -> Place:
        """Return where the sentence that holds `citation` stands."""
        return Place(self.labels[citation.path], self.anchor(citation))

    def period(self, paths: Iterable[str]) -> str:
        """Return the time in which these articles were published, in words; empty if unknown."""
        spans = [self.labels[path].days for path in paths]
        known = [(first, last) for first, last in spans if first]
        if not known:
            return ""
        return self.words.period(min(first for first, _ in known), max(last for _, last in known))

    def sources(self, statements: Sequence[Statement]) -> tuple[Source, ...]:
        """Return the numbered citations of a page that prints `statements`."""
        own = {statement.citations[0] for statement in statements}
        numbers = number_citations(c for s in statements for c in s.citations)
        return tuple(
            Source(
                number,
                citation,
                self.place(citation),
                self.passage(citation).text,
                None if citation in own else self._wording(citation),
                self._context(citation),
            )
            for citation, number in numbers.items()
        )

    def _context(self, citation: Citation) -> tuple[Passage, ...]:
        """Return the cited sentence between its neighbours, nothing where they are held back."""
        index = self.find_sentence(citation)
        if index is None or self.settings.republish == "citations":
            return ()
        article = self.reports[citation.path].article
        near = article.sentences[max(index - 1, 0) : index + 2]
        body = [sentence for sentence in near if sentence.kind is not BlockKind.TITLE]
        return tuple(self.passage(article.cite(s.span)) for s in body) if len(body) > 1 else ()

    def _wording(self, citation: Citation) -> Passage | None:
        """Return the passage at `citation`, None where the article's label says it already."""
        passage = self.passage(citation)
        return None if passage == self.labels[citation.path].title else passage

    def printed(
        self, statement: Statement, sources: Iterable[Source] = (), prefix: str = "s"
    ) -> Printed:
        """Return `statement` as a page with these `sources` prints it; `prefix` opens its id."""
        first = statement.citations[0]
        numbers = {source.citation: source.number for source in sources}
        return Printed(
            self.passage(first, anchor=f"{prefix}-{statement.id}"),
            tuple(map(self.place, statement.citations)),
            tuple(numbers[c] for c in statement.citations if c in numbers),
            statement.origins,
            statement.articles,
            tuple(flaw.reason for flaw in statement.flaws if flaw.severity > SLIGHT),
        )

    def evidence(self, evidence: Evidence) -> Printed:
        """Return a sentence of a topic's evidence as the topic's page prints it."""
        report = self.reports[evidence.article]
        sentence = report.article.sentences[evidence.sentence]
        citation = report.article.cite(sentence.span)
        return Printed(
            self.passage(citation, anchor=f"e-{report.slug}-{sentence.id}"),
            (Place(self.labels[evidence.article], f"{report.slug}-{sentence.id}"),),
            flaws=tuple(flaw.reason for flaw in sentence.flaws),
            why=self.words.say(
                "why_line",
                rule=_shorten_terms(evidence.match.rule),
                score=round(100 * evidence.match.score),
            ),
        )


def build_register(dossier: Dossier, settings: Settings) -> Register:
    """Return the register of `dossier`."""
    words = load_words(settings.language)
    reports = dossier.by_path()
    labels = {path: build_label(report, settings, words) for path, report in reports.items()}
    starts = {
        path: [sentence.span.start for sentence in report.article.sentences]
        for path, report in reports.items()
    }
    origins = {path: origin for origin in dossier.facts.origins for path in origin.paths}
    counts = _count_evidence(dossier)
    near = _find_near(dossier, labels)
    pages = {topic.topic.slug: _place_evidence(topic, counts) for topic in dossier.topics}

    def find_sentence(citation: Citation) -> int | None:
        path = citation.path
        return _find_sentence(reports[path].article, starts[path], citation.span.start)

    allowed = find_open(dossier, settings, find_sentence)
    return Register(
        dossier, settings, words, reports, labels, starts, origins, counts, near, pages, allowed
    )


def _find_sentence(article: Article, starts: Sequence[int], start: int) -> int | None:
    """Return the index of the sentence at `start`; sentences begin at `starts`."""
    index = bisect_right(starts, start) - 1
    if index < 0 or start >= article.sentences[index].span.end:
        return None
    return index


def _find_near(dossier: Dossier, labels: Mapping[str, Label]) -> dict[str, list[Label]]:
    shared: dict[str, Counter[str]] = {}
    for family in dossier.families:
        paths = list(dict.fromkeys(member.path for member in family.members))[:MOST_CARRIERS]
        for path in paths:
            shared.setdefault(path, Counter()).update(other for other in paths if other != path)
    return {
        path: [labels[other] for other, _ in counts.most_common(MOST_NEAR) if other in labels]
        for path, counts in shared.items()
    }


def _count_evidence(dossier: Dossier) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for report in dossier.topics:
        for evidence in report.evidence:
            counts.setdefault(evidence.article, Counter())[report.topic.slug] += 1
    return counts


def _place_evidence(report: TopicReport, counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return the page of a topic that prints each article's evidence; most topics have but one."""
    slug = report.topic.slug
    articles = list(dict.fromkeys(evidence.article for evidence in report.evidence))
    parts = split_parts(articles, lambda path: counts[path][slug], EVIDENCE_ON_A_PAGE)
    return {
        path: find_part(f"topics/{slug}", number)
        for number, part in enumerate(parts, start=1)
        for path in part
    }


def _shorten_terms(rule: str) -> str:
    """Return `rule` with its long quoted terms cut: a page quotes no article but by citation."""
    return _LONG_TERM.sub(r"\1 …\2", rule)
