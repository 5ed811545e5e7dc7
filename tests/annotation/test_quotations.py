"""Quotations and their speakers, case by case; what hostile text may not do."""

from __future__ import annotations

import itertools
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.entities import find_entities
from generator.annotation.quotations import find_quotations
from generator.annotation.quotemarks import find_quoted
from generator.config import Entities
from generator.findings import Quotation
from generator.models import Article
from tests.annotation.articles import build_article as build_lines
from tests.quality.quotations import build_article

CASES = Path(__file__).parents[1] / "cases" / "quotations"


def load_cases(pile: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{pile}.yml").read_text("utf-8"))
    return [pytest.param(row["given"], row["expect"], id=row["label"]) for row in rows]


def describe(article: Article, quotes: tuple[Quotation, ...]) -> list[tuple[str, str | None]]:
    return [(quote.span.of(article.text), quote.speaker) for quote in quotes]


@pytest.mark.parametrize(("text", "expect"), load_cases("synthetic") + load_cases("negative"))
def test_quotations_are_found_with_their_speakers(text: str, expect: list[list[str]]) -> None:
    article = build_article(text)
    found = describe(article, find_quotations(article))
    assert [speaker for _, speaker in found] == [speaker for _, speaker in expect]
    assert all(
        said.startswith(begins) for (said, _), (begins, _) in zip(found, expect, strict=True)
    )


@pytest.mark.parametrize(("text", "expect"), load_cases("known-failures"))
@pytest.mark.xfail(strict=True, reason="known failure; its id names what is missing")
def test_what_is_not_found_yet(text: str, expect: list[list[str]]) -> None:
    test_quotations_are_found_with_their_speakers(text, expect)


@given(st.text(alphabet="“”\"'‘’«»„ \n.,:aBs", max_size=80))
def test_quoted_runs_are_in_order_and_apart(text: str) -> None:
    runs = find_quoted(text)
    assert all(a.outside.end <= b.outside.start for a, b in itertools.pairwise(runs))
    assert all(
        0 <= r.outside.start <= r.inside.start <= r.inside.end <= r.outside.end for r in runs
    )


@given(st.text(alphabet="“”\"' \n.,:aRsid—", max_size=120))
def test_any_text_is_survived(text: str) -> None:
    article = build_article(text.replace("s", " said ").replace("R", " Reed"))
    assert all(quote.span.end <= len(article.text) for quote in find_quotations(article))


@pytest.mark.parametrize(
    "piece", ["“", '"', "Reed said ", "a, ", "“a ” ", "(", "'a ", "he said “a b c d.” "]
)
def test_long_hostile_text_takes_no_more_than_its_share(piece: str) -> None:
    began = time.perf_counter()
    find_quotations(build_article(piece * 5_000))
    assert time.perf_counter() - began < 4


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour master Ann Reed spoke first. “We are all tired,” she said.", "Ann Reed"),
        ("Ann Reed met Tom Lindqvist. Later, Reed said he was “a man of the sea”.", "Ann Reed"),
        ("Ann Reed won the race. “I waited for this for years,” the Norwegian said.", "Ann Reed"),
        ("Ann Reed won the race. “I waited for this for years,” the Courier said.", "Courier"),
        ("Ann Reed won the race. “I waited for this for years,” a Norwegian said.", "Norwegian"),
        ("Ann Reed met Tom Lindqvist in town. “We are all tired,” the man said.", "the man"),
        ("Ann Reed met Mary Okafor in town.\nIt was late.\n“We are all tired,” she said.", None),
        ("Ann Reed spoke first. “We are all tired,” he said.", None),
        ("Norwegian premier Ann Reed sat.\n“We go home,” the Norwegian leader said.", "Ann Reed"),
        ("Norway, which insists it keeps “a neutral and fair position”, agreed.", "Norway"),
        ("Ann Reed left a message for the town.\n“We are all very tired.”", "Ann Reed"),
    ],
)  # fmt: skip
def test_pronouns_and_titles_are_resolved_only_where_it_is_safe(
    text: str, speaker: str | None
) -> None:
    article = build_lines(text.split("\n"))
    quotes = find_quotations(article, find_entities(article, Entities()))
    assert [quote.speaker for quote in quotes] == [speaker]
    assert all((quote.confidence > 0) == (quote.speaker is not None) for quote in quotes)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("said the victim's sister, Holly Dearne.", "Holly Dearne"),
        ("said his lawyer, Ann Holt, on Monday.", "Ann Holt"),
        ("a neighbour, 34-year-old Tom Reed, told the Courier.", "Tom Reed"),
        ("the club's chairman, John Smith, said.", "John Smith"),
        ("said the mayor, who had met John Smith.", "the mayor"),
        ("said the mayor, Lund's third in a year.", "the mayor"),
    ],
)
def test_a_person_named_behind_a_description_is_the_speaker(told: str, speaker: str) -> None:
    article = build_lines(["Quay", f"“The quay is closed for good this time,” {told}"])
    (quote,) = find_quotations(article, find_entities(article, Entities()))
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reuters quoted Ann Holt as saying: “…”", "Ann Holt"),
        ("The agency cited the mayor, Ann Holt, as saying “…”", "Ann Holt"),
        ("Ann Holt was quoted by Reuters as saying: “…”", "Ann Holt"),
        ("“…,” the agency quoted Ann Holt as saying.", "Ann Holt"),
        ("“…,” Ann Holt was quoted as saying by the Courier.", "Ann Holt"),
        ("Ann Holt of the University of Lund said: “…”", "Ann Holt"),
        ("Ann Holt from the charity Lifeline said: “…”", "Ann Holt"),
        ("“…,” Mayor Ann Holt of Lund said.", "Ann Holt"),
        ("“…,” Dr. Ann Holt of the University of Lund explained.", "Ann Holt"),
        ("“…,” the Bank of England said.", "Bank of England"),
        ("“…,” the Royal Bank of Scotland said.", "Royal Bank of Scotland"),
        ("Ann Holt and Tom Reed said: “…”", "Ann Holt and Tom Reed"),
        ("“…,” said Ann Holt and Tom Reed.", "Ann Holt and Tom Reed"),
        ("“…,” said Ann Holt and Lund police agreed.", "Ann Holt"),
        ("He met Ann Holt and Tom Reed said: “…”", "Tom Reed"),
        ("Ann Holt and her brother said: “…”", "Ann Holt and her brother"),
        (
            "“…,” the foreign ministers of France and Germany said.",
            "the foreign ministers of France and Germany",
        ),
        ("A spokesman for Ann Holt and Tom said: “…”", "A spokesman for Ann Holt and Tom"),
        ("Ann Holt met Tom Reed in Lund. “…,” she said.", "Ann Holt"),
    ],
)
def test_who_speaks_is_told_from_who_passes_it_on_and_where_he_belongs(
    text: str, speaker: str
) -> None:
    article = build_lines(["Quay", text.replace("…", "The quay is closed for good this time")])
    (quote,) = find_quotations(article, find_entities(article, Entities()))
    assert quote.speaker == speaker
