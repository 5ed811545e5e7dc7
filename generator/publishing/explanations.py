"""Why a sentence is where it is, as data and in words: what `dossier explain` prints."""

from __future__ import annotations

from typing import Any

from generator.annotation.topics import find_misses
from generator.dossier import ArticleReport, Dossier, TopicReport
from generator.findings import TopicMatch
from generator.publishing.shapes import Shape, build_span_shape

FEWEST_DIGITS = 6


def build_explanation_shape(dossier: Dossier, what: str, language: str) -> Shape | None:
    """Return the explanation of the topic or sentence `what`; None where there is neither."""
    for report in dossier.topics:
        if report.topic.slug == what:
            return _explain_topic(dossier, report)
    if len(what) < FEWEST_DIGITS:
        return None
    found = [
        _explain_sentence(dossier, report, index)
        | {"not_of": _explain_misses(dossier, report, index, language)}
        for report in dossier.articles
        for index, sentence in enumerate(report.article.sentences)
        if sentence.id.startswith(what)
    ]
    return {"sentences": found} if found else None


def _explain_topic(dossier: Dossier, report: TopicReport) -> Shape:
    articles = dossier.by_path()
    return {
        "topic": report.topic.slug,
        "thin": report.thin,
        "origins": report.origins,
        "articles": report.articles,
        "sentences": [
            _explain_sentence(dossier, articles[item.article], item.sentence)
            for item in report.evidence
        ],
    }


def _explain_sentence(dossier: Dossier, report: ArticleReport, index: int) -> Shape:
    article = report.article
    sentence = article.sentences[index]
    citation = article.cite(sentence.span)
    return {
        "id": sentence.id,
        "path": article.path,
        **build_span_shape(sentence.span),
        "text": article.show(sentence.span),
        "kind": sentence.kind.value,
        "block_rule": article.blocks[sentence.block].rule,
        "flaws": [f"{flaw.name}: {flaw.reason}" for flaw in sentence.flaws],
        "origin": report.origin,
        "families": [f.id for f in dossier.families if citation in f.members],
        "topics": [_explain_match(match) for match in report.annotations.topics_of(index)],
        "printed_on": _find_pages(dossier, report, sentence.id),
    }


def _explain_match(match: TopicMatch) -> Shape:
    return {
        "topic": match.topic,
        "score": match.score,
        "rule": match.rule,
        "terms": [hit.term for hit in match.hits],
    }


def _explain_misses(
    dossier: Dossier, report: ArticleReport, index: int, language: str
) -> list[Shape]:
    topics = [entry.topic for entry in dossier.topics]
    language = report.article.metadata.language.value or language
    misses = find_misses(report.article, index, topics, dossier.facts, language)
    return [_explain_match(miss) for miss in misses]


def _find_pages(dossier: Dossier, report: ArticleReport, sentence_id: str) -> list[str]:
    summaries = {"the overview": dossier.overview, "its article's page": report.summary}
    summaries |= {f"the topic {item.topic.slug}": item.summary for item in dossier.topics}
    path = report.article.path
    return [
        name
        for name, summary in summaries.items()
        if any(s.id == sentence_id and s.citations[0].path == path for s in summary.statements)
    ]


def render_explanation(shape: Shape) -> str:
    """Return an explanation as text."""
    lines: list[str] = []
    if "topic" in shape:
        lines.append(
            f"{shape['topic']}: {len(shape['sentences'])} sentences, {shape['articles']} articles, "
            f"{shape['origins']} origins{', thin' if shape['thin'] else ''}\n"
        )
    for sentence in shape["sentences"]:
        lines += _render_sentence(sentence)
    return "\n".join(lines)


def _render_sentence(sentence: Shape) -> list[str]:
    place = f"{sentence['path']}#{sentence['start']}-{sentence['end']}"
    lines = [sentence["text"], f"    {sentence['id']}  {place}  {sentence['kind']}"]
    lines += [_render_match(match) for match in sentence["topics"]]
    lines += [f"    not {_render_match(miss).lstrip()}" for miss in sentence.get("not_of", ())]
    lines += [f"    flaw: {flaw}" for flaw in sentence["flaws"]]
    if sentence["printed_on"]:
        lines.append(f"    printed on: {', '.join(sentence['printed_on'])}")
    return [*lines, ""]


def _render_match(match: dict[str, Any]) -> str:
    terms = f" [{', '.join(match['terms'])}]" if match["terms"] else ""
    return f"    {match['topic']} {match['score']:.2f}: {match['rule']}{terms}"
