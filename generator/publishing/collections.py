"""The published data beside the dossier itself: timeline, quotations, names, disagreements."""

from __future__ import annotations

from collections.abc import Iterable

from generator.dossier import TimelineEntry
from generator.publishing.exports import describe_citation, describe_statement, write_json
from generator.publishing.register import Register
from generator.publishing.shapes import Shape, build_quotation_shape
from generator.publishing.withholding import part_statements


def build_collections(register: Register) -> dict[str, str]:
    """Return the data files of the dossier, empty lists included, by their path.

    Each is a list; the timeline comes whole and once for each topic. Where the setting `republish`
    holds text back, the data does too.
    """
    return {
        "data/timeline.json": write_json(_describe_timeline(register, register.dossier.timeline)),
        **{
            f"data/timeline-{report.topic.slug}.json": write_json(
                _describe_timeline(register, report.timeline)
            )
            for report in register.dossier.topics
        },
        "data/quotes.json": write_json(_describe_quotes(register)),
        "data/entities.json": write_json(_describe_names(register)),
        "data/disagreements.json": write_json(_describe_disagreements(register)),
    }


def _describe_timeline(register: Register, entries: Iterable[TimelineEntry]) -> list[Shape]:
    return [
        {
            "date": entry.date,
            "precision": entry.precision,
            "announced": entry.announced,
            "statements": [
                describe_statement(register, statement)
                for statement in part_statements(register, entry.statements)[0]
            ],
        }
        for entry in entries
    ]


def _describe_quotes(register: Register) -> list[Shape]:
    return [
        {
            "text": report.article.show(quotation.span),
            **build_quotation_shape(quotation),
            **describe_citation(register, citation),
        }
        for report in register.dossier.articles
        for quotation in report.annotations.quotations
        for citation in [report.article.cite(quotation.span)]
        if register.is_open(citation)
    ]


def _describe_names(register: Register) -> list[Shape]:
    names: dict[str, Shape] = {}
    for report in register.dossier.articles:
        for mention in report.annotations.entities:
            place = describe_citation(register, report.article.cite(mention.span))
            name = names.setdefault(
                mention.id,
                {"id": mention.id, "name": mention.name, "kind": mention.kind, "citations": []},
            )
            name["citations"].append(place)
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
