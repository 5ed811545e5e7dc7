"""Quotations by speaker: each once, whoever carries it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.annotation.entities import find_entities
from generator.annotation.linking import link_annotations
from generator.annotation.quotations import find_quotations
from generator.config import Entities
from generator.findings import Annotations, Family
from generator.models import Article, Citation, Span
from generator.selection.names import group_names
from generator.selection.speakers import group_speakers
from tests.selection.builders import build_article


def annotate(*articles: Article) -> Mapping[str, Annotations]:
    notes = {}
    for article in articles:
        entities = find_entities(article, Entities())
        quotations = find_quotations(article, entities)
        notes[article.path] = Annotations(article.path, quotations=quotations, entities=entities)
    return link_annotations(notes, Entities())


FIRST = build_article("a", ["Harbour master Ann Reed said: “The bridge is closed.”"], "2024-05-01")
COPY = build_article("b", ["“The bridge is closed,” Ann Reed told reporters."], "2024-05-02")
OTHER = build_article("c", ["“The bridge is shut now,” said Ann Reed in town."], "2024-05-03")
NOBODY = build_article("d", ["The words were plain. “The bridge is closed.”"], "2024-05-04")


def family_of(*articles: Article) -> Family:
    members = []
    for article in articles:
        start, end = article.text.index("“") + 1, article.text.index("”")
        members.append(Citation(article.path, article.sha256, Span(start, end)))
    return Family("f", tuple(members), tuple(members))


def test_equal_words_stand_once_with_every_article() -> None:
    (entry,) = group_speakers((COPY, FIRST), annotate(FIRST, COPY), ())
    (quote,) = entry.quotes
    assert entry.name == "Ann Reed"
    assert [citation.path for citation in quote.citations] == ["a", "b"]


def test_wordings_of_a_family_stand_side_by_side() -> None:
    notes = annotate(FIRST, OTHER)
    (entry,) = group_speakers((FIRST, OTHER), notes, (family_of(FIRST, OTHER),))
    assert [[c.path for c in wording] for wording in entry.quotes[0].wordings] == [["a"], ["c"]]


def test_words_without_a_speaker_join_the_same_words_under_a_name() -> None:
    (entry,) = group_speakers((FIRST, NOBODY), annotate(FIRST, NOBODY), ())
    assert entry.kind == "named"
    assert [citation.path for citation in entry.quotes[0].citations] == ["a", "d"]


def test_the_same_words_of_two_speakers_stay_two() -> None:
    rival = build_article("e", ["“The bridge is closed,” said Tom Lindqvist."], "2024-05-05")
    entries = group_speakers((FIRST, rival), annotate(FIRST, rival), (family_of(FIRST, rival),))
    assert [entry.name for entry in entries] == ["Ann Reed", "Tom Lindqvist"]


def test_a_description_belongs_to_its_article_and_follows_the_names() -> None:
    one = build_article("f", ["“We know nothing of it,” a spokesman said."], "2024-05-06")
    two = build_article("g", ["“We were never asked about it,” a spokesman said."], "2024-05-07")
    entries = group_speakers((one, two, FIRST), annotate(one, two, FIRST), ())
    assert [entry.kind for entry in entries] == ["named", "described", "described"]


def test_names_count_articles_spellings_and_neighbours() -> None:
    more = build_article("h", ["Reed met Ann Reed's deputy in Oslo.", "Oslo was cold."])
    names = {entry.name: entry for entry in group_names((FIRST, more), annotate(FIRST, more))}
    reed, oslo = names["Ann Reed"], names["Oslo"]
    assert reed.paths == ("a", "h")
    assert reed.variants == ("Reed",)
    assert len(oslo.citations) == 2
    assert oslo.beside == ((reed.id, 1),)
