"""The published data: everything printed, in the shapes that the contract fixes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from urllib.parse import unquote

from generator.config import Settings
from generator.dossier import ArticleReport, Statement, TopicReport
from generator.findings import Family
from generator.models import Citation
from generator.publishing.register import Register
from generator.publishing.shapes import (
    Shape,
    build_citation_shape,
    build_date_shape,
    build_statement_shape,
)

_CITED = re.compile(r'<span data-cite="([^"]*)"')


def build_dossier_data(register: Register, files: Mapping[str, str]) -> str:
    """Return `data/dossier.json`; `files` are the rendered pages, whose citations it lists."""
    dossier = register.dossier
    data: Shape = {
        "title": register.settings.title,
        "settings_digest": digest_settings(register.settings),
        "articles": [_describe_article(register, report) for report in dossier.articles],
        "topics": [_describe_topic(register, topic) for topic in dossier.topics],
        "overview": {
            "statements": [describe_statement(register, s) for s in dossier.overview.statements]
        },
        "families": [_describe_family(family) for family in dossier.families],
        "pages": {path: find_cited(text) for path, text in sorted(files.items())},
    }
    data["edition"] = _name_edition(register, data)
    return write_json(data)


def write_json(data: object) -> str:
    """Return `data` as JSON that reads well as a diff."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def digest_settings(settings: Settings) -> str:
    """Return a digest of the settings that shape the pages; how many workers make them does not."""
    shaping = settings.model_dump(mode="json", exclude={"workers"})
    return hashlib.sha256(json.dumps(shaping, sort_keys=True).encode()).hexdigest()


def find_cited(text: str) -> list[str]:
    """Return the places of a rendered page's verbatim runs in the order of the built page.

    Paths read as the file system has them, not percent-encoded as in the attribute.
    """
    return [unquote(place) for place in _CITED.findall(text)]


def describe_citation(register: Register, citation: Citation) -> Shape:
    """Return where a run stands, in the files and on the site."""
    return build_citation_shape(citation) | {"anchor": register.anchor(citation)}


def describe_statement(register: Register, statement: Statement) -> Shape:
    """Return a statement with where its citations stand on the site."""
    cited = [describe_citation(register, citation) for citation in statement.citations]
    return build_statement_shape(statement) | {"citations": cited}


def _describe_topic(register: Register, report: TopicReport) -> Shape:
    sentences = {path: known.article.sentences for path, known in register.reports.items()}
    return {
        "slug": report.topic.slug,
        "title": report.topic.title,
        "description": report.topic.description,
        "thin": report.thin,
        "origins": report.origins,
        "articles": report.articles,
        "statements": [describe_statement(register, s) for s in report.summary.statements],
        "evidence": [sentences[e.article][e.sentence].id for e in report.evidence],
    }


def _describe_article(register: Register, report: ArticleReport) -> Shape:
    article, metadata = report.article, report.article.metadata
    touched = {match.topic for match in report.annotations.topics}
    return {
        "path": article.path,
        "slug": report.slug,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "repairs": list(article.repairs),
        "title": metadata.title.value,
        "publisher": metadata.publisher.value,
        "author": metadata.author.value,
        "url": metadata.url.value,
        "published": build_date_shape(metadata.published),
        "origin": report.origin,
        "topics": [t.topic.slug for t in register.dossier.topics if t.topic.slug in touched],
        "kept": report.kept,
        "set_aside": report.set_aside,
        "problems": list(article.problems),
    }


def _describe_family(family: Family) -> Shape:
    return {"id": family.id, "members": [build_citation_shape(member) for member in family.members]}


def _name_edition(register: Register, data: Shape) -> str:
    days = [label.days[1] for label in register.labels.values() if label.days[1]]
    digest = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]
    return "-".join([*([max(days)] if days else []), digest])
