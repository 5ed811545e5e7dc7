"""Names of people, organisations and places, case by case; settings; hostile text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.entities import find_entities, link_entities
from generator.annotation.fingerprints import fingerprint
from generator.config import Entities
from generator.findings import EntityMention
from generator.models import Article, Span
from tests.annotation.articles import build_article

CASES = Path(__file__).parents[1] / "cases" / "entities"


def load_cases(pile: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{pile}.yml").read_text("utf-8"))
    return [pytest.param(row["given"], row["expect"], id=row["label"]) for row in rows]


def find(text: str, settings: Entities | None = None) -> tuple[Article, tuple[EntityMention, ...]]:
    article = build_article(text.split("\n"))
    return article, find_entities(article, settings or Entities())


@pytest.mark.parametrize(("text", "expect"), load_cases("synthetic") + load_cases("negative"))
def test_names_are_found_with_kind_and_entry(text: str, expect: list[list[str]]) -> None:
    article, found = find(text)
    assert [[m.span.of(article.text), m.kind, m.name] for m in found] == expect


@pytest.mark.parametrize(("text", "expect"), load_cases("known-failures"))
@pytest.mark.xfail(strict=True, reason="known failure; its id names what is missing")
def test_what_is_not_found_yet(text: str, expect: list[list[str]]) -> None:
    test_names_are_found_with_kind_and_entry(text, expect)


def test_settings_merge_rename_deny_and_set_the_kind() -> None:
    text = "Harbour master Ann Reed met Tom Lindqvist and Mr. Okafor in Hvalsund."
    settings = Entities(
        merge={"Tom Lindqvist": ("Okafor",)},
        rename={"Tom Lindqvist": "T. Lindqvist"},
        deny=("Ann Reed",),
        kind={"Hvalsund": "organisation"},
    )
    _, found = find(text, settings)
    assert [(m.name, m.kind) for m in found] == [
        ("T. Lindqvist", "person"),
        ("T. Lindqvist", "person"),
        ("Hvalsund", "organisation"),
    ]


def test_linking_joins_articles_and_twice_is_once() -> None:
    _, first = find("Harbour master Ann Reed resigned.")
    _, second = find("Mrs. Reed was tired.")
    once = link_entities({"a": first, "b": second}, Entities())
    assert {m.id for found in once.values() for m in found} == {"person-an-red"}
    assert link_entities(once, Entities()) == once


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Harbour master William Reed resigned.", "Harbour master Bill Reed was tired."),
        ("Harbour master Jon Reed resigned.", "Harbour master John Reed was tired."),
        ("President Moon Hae-in resigned.", "President Moon Hae was tired."),
        ("Northland Motors Inc resigned.", "Then Northland said it would, and Northland said no."),
        ("Mayor Ann Reed met Mayor Ann Reed.", "In a letter Reed said it was. Then Reed said no."),
    ],
)
def test_another_articles_short_form_is_the_same_entry(full: str, short: str) -> None:
    found = {"a": find(full)[1], "b": find(short)[1]}
    linked = link_entities(found, Entities())
    assert linked["b"]
    assert len({m.id for mentions in linked.values() for m in mentions}) == 1


def test_a_surname_with_its_particle_is_of_the_full_name() -> None:
    names = ("Liesbeth van Aerde", "Van Aerde", "Aerde")
    found = {name: (EntityMention(Span(0, len(name)), "", name, "person"),) * 2 for name in names}
    linked = link_entities(found, Entities())
    assert {m.name for mentions in linked.values() for m in mentions} == {"Liesbeth van Aerde"}
    other = (EntityMention(Span(0, 12), "", "Van Morrison", "person"),)
    singer = EntityMention(Span(0, 12), "", "Jim Morrison", "person")
    linked = link_entities({"a": other, "b": (singer,)}, Entities())
    assert {m.name for m in linked["a"]} == {"Van Morrison"}


def test_another_articles_first_name_is_another_person() -> None:
    full = EntityMention(Span(0, 11), "", "George Reed", "person")
    first = EntityMention(Span(0, 6), "", "George", "person")
    linked = link_entities({"a": (full,), "b": (first,)}, Entities())
    assert [m.name for m in linked["b"]] == ["George"]


def test_a_name_of_several_words_is_of_one_kind() -> None:
    person = EntityMention(Span(0, 8), "", "Ann Reed", "person")
    place = EntityMention(Span(0, 8), "", "Ann Reed", "place")
    linked = link_entities({"a": (person,), "b": (place,)}, Entities())
    assert {m.kind for found in linked.values() for m in found} == {"person"}


def test_a_surname_two_people_share_stays_its_own_entry() -> None:
    _, first = find("Harbour master Ann Reed met Tom Reed.")
    _, second = find("Mrs. Reed was tired.")
    linked = link_entities({"a": first, "b": second}, Entities())
    assert [m.name for m in linked["b"]] == ["Reed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vitaliy Horodetskyy", "Vitalij Horodetski"),
        ("José Ibáñez", "Jose Ibanez"),
        ("Acme Holdings Inc", "Acme Holdings"),
        ("the Hague Group", "Hague Group"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_fingerprints_of_spellings_agree(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@given(st.text(alphabet="AaRe d.,'’ofUS-\n&", max_size=100))
def test_any_text_is_survived_and_mentions_are_in_order(text: str) -> None:
    article, found = find(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.span.of(article.text).strip() for m in found)


def test_mentions_do_not_depend_on_the_order_of_articles() -> None:
    _, first = find("Harbour master Ann Reed met Vitaliy Horodetsky.")
    _, second = find("Vitali Horodetskiy met Ann Reed.")
    forward = link_entities({"a": first, "b": second}, Entities())
    backward = link_entities({"b": second, "a": first}, Entities())
    assert forward == backward


@pytest.mark.parametrize(
    "piece", ["Reed ", "Monday ", "President ", "Reed of ", "A. ", "Reed, ", "Union of the ", "de "]
)
def test_long_hostile_text_takes_no_more_than_its_share(piece: str) -> None:
    began = time.perf_counter()
    _, found = find(piece * 5_000)
    assert time.perf_counter() - began < 4
    assert len(found) <= 5_000
