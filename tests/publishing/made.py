"""A small invented dossier, made without reading or selecting anything."""

from __future__ import annotations

import hashlib

from generator.config import Settings, parse_settings
from generator.dossier import ArticleReport, Dossier, Evidence, Statement, Summary, TopicReport
from generator.findings import (
    Annotations,
    Facts,
    Family,
    Origin,
    TermHit,
    TopicMatch,
)
from generator.models import (
    Article,
    Block,
    BlockKind,
    Citation,
    DateFinding,
    Finding,
    Flaw,
    Metadata,
    Sentence,
    Span,
    shown,
)

TITLE, BODY, META = BlockKind.TITLE, BlockKind.BODY, BlockKind.META
BROKEN = Flaw("fragment", "cut off by the translation", 0.8)

HARBOUR: list[tuple[BlockKind, list[str]]] = [
    (TITLE, ["Harbour board backs the longer pier"]),
    (META, ["By Ines Alder, 4 May 2021"]),
    (BODY, [
        "The harbour board voted on Tuesday to lengthen the old pier by forty metres.",
        "“We waited nine years for this,” said the harbour master.",
    ]),
    (BODY, ["The work will cost 3 million crowns & take two summers."]),
]  # fmt: skip
GAZETTE: list[tuple[BlockKind, list[str]]] = [
    (BODY, [
        "The board of the harbour voted to make the old pier forty metres longer.",
        "because of the herring *they* <b>said",
    ]),
    (META, ["Read also: ten walks along the coast"]),
]  # fmt: skip


def build_settings(**more: object) -> Settings:
    topics = [
        {"slug": "the-pier", "title": "The pier", "terms": ["pier"], "description": "Its length."},
        {"slug": "fish", "title": "Fish & chips", "terms": ["herring"]},
        {"slug": "the-moon", "title": "The moon", "terms": ["moon"]},
    ]
    return parse_settings({"title": "A pier", "topics": topics, **more})


def build_dossier(settings: Settings | None = None) -> Dossier:
    settings = settings or build_settings()
    harbour = _build_report("harbour.txt", HARBOUR, "The Harbour Post", "2021-05-04")
    gazette = _build_report("wire/gazette.txt", GAZETTE, None, None)
    articles = (harbour, gazette)
    pier = (_evidence(harbour, 0), _evidence(harbour, 1), _evidence(gazette, 0))
    said = (_cite(harbour, 1), _cite(gazette, 0))
    statement = _state(harbour, 1, citations=said, origins=2, articles=2, family="f1")
    quote, fish = _state(harbour, 2), _state(gazette, 1, flaws=(BROKEN,))
    topics = (
        TopicReport(settings.topics[0], False, 2, 2, _sum(statement, quote), pier),
        TopicReport(settings.topics[1], True, 1, 1, _sum(fish), (_evidence(gazette, 1),)),
        TopicReport(settings.topics[2], True, 0, 0, _sum(), ()),
    )
    facts = Facts(
        origins=(Origin("o1", ("harbour.txt",), ""), Origin("o2", ("wire/gazette.txt",), ""))
    )
    families = (Family("f1", said, said),)
    return Dossier(
        articles, topics, _sum(statement), families, facts, (("notes.pdf", "no reader"),)
    )


def _build_report(
    path: str, parts: list[tuple[BlockKind, list[str]]], publisher: str | None, date: str | None
) -> ArticleReport:
    text, blocks, sentences = "", [], []
    for kind, lines in parts:
        start = len(text)
        for line in lines:
            if kind.is_content:
                span = Span(len(text), len(text) + len(line))
                digest = hashlib.sha256(line.encode()).hexdigest()[:12]
                flaws = (BROKEN,) if line.startswith("because") else ()
                sentences.append(Sentence(digest, span, kind, len(blocks), flaws))
            text += line + " "
        blocks.append(Block(Span(start, len(text) - 1), kind, f"a rule for {kind}"))
        text += "\n\n"
    title = next((block.span for block in blocks if block.kind is TITLE), None)
    found = DateFinding(date, "day", "dateline", date or "") if date else DateFinding()
    metadata = Metadata(
        title=Finding(shown(title.of(text)), "first line", title) if title else Finding(),
        publisher=Finding(publisher, "an editor's word") if publisher else Finding(),
        language=Finding("en", "stop words"),
        published=found,
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = Article(path, sha256, "utf-8", text, metadata, tuple(blocks), tuple(sentences))
    kept = sum(len(b.span.of(text).split()) for b in blocks if b.kind.is_content)
    report = ArticleReport(
        article, Annotations(path), path.split("/")[-1][:-4], "o1", _sum(), kept, 10
    )
    return ArticleReport(
        article, report.annotations, report.slug, report.origin,
        _sum(_state(report, 0)), report.kept, report.set_aside,
    )  # fmt: skip


def _cite(report: ArticleReport, index: int) -> Citation:
    return report.article.cite(report.article.sentences[index].span)


def _state(report: ArticleReport, index: int, **more: object) -> Statement:
    sentence = report.article.sentences[index]
    citations = more.pop("citations", (_cite(report, index),))
    text = report.article.show(sentence.span)
    return Statement(sentence.id, text, citations, **more)  # type: ignore[arg-type]


def _sum(*statements: Statement) -> Summary:
    return Summary(statements, "coverage", sum(len(s.text.split()) for s in statements))


def _evidence(report: ArticleReport, index: int) -> Evidence:
    span = report.article.sentences[index].span
    match = TopicMatch("the-pier", index, 1.0, (TermHit("pier", span),), "term")
    return Evidence(report.article.path, index, match)
