"""The published data beside the dossier itself: timeline, quotations, names, disagreements."""

from __future__ import annotations

from generator.publishing.exports import describe_citation, describe_statement, write_json
from generator.publishing.register import Register
from generator.publishing.shapes import Shape


def build_collections(register: Register) -> dict[str, str]:
    """Return the data files of the dossier, empty lists included, by their path."""
    return {
        "data/timeline.json": write_json({"entries": _describe_timeline(register)}),
        "data/quotes.json": write_json({"quotes": _describe_quotes(register)}),
        "data/entities.json": write_json({"entities": _describe_names(register)}),
        "data/disagreements.json": write_json({"disagreements": _describe_disagreements(register)}),
    }


def _describe_timeline(register: Register) -> list[Shape]:
    return [
        {
            "date": entry.date,
            "precision": entry.precision,
            "announced": entry.announced,
            "statements": [describe_statement(register, s) for s in entry.statements],
        }
        for entry in register.dossier.timeline
    ]


def _describe_quotes(register: Register) -> list[Shape]:
    return [
        {
            "text": report.article.show(quotation.span),
            "speaker": quotation.speaker,
            "confidence": quotation.confidence,
            **describe_citation(register, report.article.cite(quotation.span)),
        }
        for report in register.dossier.articles
        for quotation in report.annotations.quotations
    ]


def _describe_names(register: Register) -> list[Shape]:
    names: dict[str, Shape] = {}
    for report in register.dossier.articles:
        for mention in report.annotations.entities:
            citation = report.article.cite(mention.span)
            name = names.setdefault(
                mention.id,
                {"id": mention.id, "name": mention.name, "kind": mention.kind, "citations": []},
            )
            name["citations"].append(describe_citation(register, citation))
    return [names[id_] for id_ in sorted(names)]


def _describe_disagreements(register: Register) -> list[Shape]:
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "subject": one.subject,
            "sides": [
                {
                    "claim": side.claim,
                    "statements": [describe_statement(register, s) for s in side.statements],
                }
                for side in one.sides
            ],
        }
        for one in register.dossier.disagreements
    ]
