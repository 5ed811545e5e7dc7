"""The JSON shapes that machines read; stable, as the contract of the project fixes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.dossier import Statement, Summary
from generator.findings import (
    Annotations,
    DateMention,
    EntityMention,
    Quantity,
    Quotation,
)
from generator.models import (
    Article,
    Citation,
    DateFinding,
    Flaw,
    Sentence,
    Span,
)

Shape = dict[str, Any]


def build_span_shape(span: Span) -> Shape:
    """Return `{start, end}` in code points of the decoded text."""
    return {"start": span.start, "end": span.end}


def build_citation_shape(citation: Citation) -> Shape:
    """Return `{path, sha256, start, end}`."""
    return {
        "path": citation.path,
        "sha256": citation.sha256,
        **build_span_shape(citation.span),
    }


def build_date_shape(date: DateFinding) -> Shape:
    """Return `{value, precision, rule, text}`."""
    return {
        "value": date.value,
        "precision": date.precision,
        "rule": date.rule,
        "text": date.text,
    }


def build_flaw_names(flaws: tuple[Flaw, ...]) -> list[str]:
    """Return the names of `flaws`, the gravest first."""
    return [flaw.name for flaw in sorted(flaws, key=lambda flaw: (-flaw.severity, flaw.name))]


def build_statement_shape(statement: Statement) -> Shape:
    """Return one printed sentence with what supports it."""
    return {
        "id": statement.id,
        "text": statement.text,
        "family": statement.family,
        "score": statement.score,
        "origins": statement.origins,
        "articles": statement.articles,
        "flaws": build_flaw_names(statement.flaws),
        "citations": [build_citation_shape(citation) for citation in statement.citations],
    }


def build_summary_shape(summary: Summary, articles: Mapping[str, Article]) -> Shape:
    """Return what `dossier summarize --json` prints; `articles` are those cited, by path."""
    return {
        "sentences": [
            _build_sentence_shape(statement, articles[statement.citations[0].path])
            for statement in summary.statements
        ],
        "thin": summary.thin,
        "ranker": summary.ranker,
        "words": summary.words,
    }


def _build_sentence_shape(statement: Statement, article: Article) -> Shape:
    own = statement.citations[0]
    return {
        **build_statement_shape(statement),
        **build_citation_shape(own),
        "published": build_date_shape(article.metadata.published),
        "publisher": article.metadata.publisher.value,
        "title": article.metadata.title.value,
    }


def build_inspection_shape(
    article: Article, annotations: Annotations, families: Mapping[Citation, str]
) -> Shape:
    """Return what `dossier inspect --json` prints; `families` maps a cited span to its family."""
    known = article.metadata
    names = ("title", "publisher", "author", "url", "language")
    extra = ("translated_from", "copy_of", "kind", "note")
    values = {name: getattr(known, name) for name in names}
    said = {name: getattr(known, name) for name in extra if getattr(known, name).value}
    return {
        "path": article.path,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "repairs": list(article.repairs),
        **{name: finding.value for name, finding in {**values, **said}.items()},
        "rules": {name: finding.rule for name, finding in {**values, **said}.items()},
        "published": build_date_shape(known.published),
        "blocks": [
            {**build_span_shape(block.span), "kind": block.kind.value, "rule": block.rule}
            for block in article.blocks
        ],
        "sentences": [
            _build_read_sentence_shape(article, index, annotations, families)
            for index in range(len(article.sentences))
        ],
        "dates": [build_mention_shape(mention) for mention in annotations.dates],
        "quotes": [build_quotation_shape(quote) for quote in annotations.quotations],
        "entities": [build_entity_shape(mention) for mention in annotations.entities],
        "quantities": [build_quantity_shape(quantity) for quantity in annotations.quantities],
        "problems": list(article.problems),
    }


def _build_read_sentence_shape(
    article: Article, index: int, annotations: Annotations, families: Mapping[Citation, str]
) -> Shape:
    sentence: Sentence = article.sentences[index]
    shape: Shape = {
        "id": sentence.id,
        **build_span_shape(sentence.span),
        "kind": sentence.kind.value,
        "topics": [match.topic for match in annotations.topics_of(index)],
        "flaws": build_flaw_names(sentence.flaws),
    }
    family = families.get(article.cite(sentence.span))
    return shape if family is None else {**shape, "family": family}


def build_mention_shape(mention: DateMention) -> Shape:
    """Return one date expression as resolved."""
    return {
        **build_span_shape(mention.span),
        "value": mention.value,
        "precision": mention.precision,
        "rule": mention.rule,
        "announced": mention.announced,
    }


def build_quotation_shape(quote: Quotation) -> Shape:
    """Return one quotation; the spans of speaker and cue are null where there is none."""
    return {
        **build_span_shape(quote.span),
        "speaker": quote.speaker,
        "speaker_span": quote.speaker_span and build_span_shape(quote.speaker_span),
        "cue_span": quote.cue_span and build_span_shape(quote.cue_span),
        "confidence": quote.confidence,
    }


def build_entity_shape(mention: EntityMention) -> Shape:
    """Return one mention of a name."""
    return {
        **build_span_shape(mention.span),
        "id": mention.id,
        "name": mention.name,
        "kind": mention.kind,
    }


def build_quantity_shape(quantity: Quantity) -> Shape:
    """Return one number with what it counts."""
    return {
        **build_span_shape(quantity.span),
        "value": quantity.value,
        "unit": quantity.unit,
        "subject": quantity.subject,
    }
