"""Where pages print the sentences of articles: the way back from a passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.models import Citation
from generator.publishing.labels import is_title
from generator.publishing.register import Register


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a page prints a sentence of an article."""

    page: str
    title: str
    anchor: str


def build_mentions(register: Register) -> dict[str, dict[str, tuple[Mention, ...]]]:
    """Return, by article and sentence id, where the overview and the topic pages print it."""
    found: dict[str, dict[str, dict[Mention, None]]] = {}
    for citation, mention in _find_mentions(register):
        article = register.reports[citation.path].article
        index = register.find_sentence(citation)
        if index is not None:
            of_article = found.setdefault(citation.path, {})
            of_article.setdefault(article.sentences[index].id, {})[mention] = None
    return {
        path: {id_: tuple(mentions) for id_, mentions in of_article.items()}
        for path, of_article in found.items()
    }


def _find_mentions(register: Register) -> Iterable[tuple[Citation, Mention]]:
    title = register.words.say("overview")
    for statement in register.dossier.overview.statements:
        for citation in statement.citations:
            yield citation, Mention("index.md", title, f"s-{statement.id}")
    for report in register.dossier.topics:
        pages = register.evidence_pages[report.topic.slug]
        for evidence in report.evidence:
            printed = register.evidence(evidence)
            if not register.is_open(printed.passage.citation):
                continue
            label = printed.places[0].label
            repeats = is_title(printed.passage, label)
            anchor = f"from-{label.slug}" if repeats else printed.passage.anchor
            yield (
                printed.passage.citation,
                Mention(pages[evidence.article], report.topic.title, anchor),
            )
