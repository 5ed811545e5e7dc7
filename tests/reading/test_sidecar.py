"""What an editor says of the articles, and how mistakes in it are told."""

import hashlib
from pathlib import Path

import pytest

from generator.config import EditorEntry
from generator.errors import SettingsError
from generator.findings import Facts
from generator.models import BlockKind, Seed
from generator.reading.articles import apply_editor, read_article, settle_article
from generator.reading.sidecar import parse_sidecar

TEXT = (
    "The Coast Herald\n\nHarbour reopens after storm\n\n"
    "The harbour of Port Ellen reopened on Saturday after a storm had kept ferries in dock.\n\n"
    "Join our readers at the pier\n\n"
    "“We are glad to sail again,” said Ann Lee, who runs the line to the islands.\n"
)


def seed(text: str = TEXT, path: str = "a.txt") -> Seed:
    data = text.encode()
    return Seed(path, data, hashlib.sha256(data).hexdigest())


def test_the_editors_word_wins_and_is_shown_as_such() -> None:
    row = parse_sidecar("a.txt: {publisher: Ledger, published: 2019-05-06/2019-05-10}").row("a.txt")
    known = read_article(seed(), "en", row).metadata
    assert (known.publisher.value, known.publisher.rule) == ("Ledger", "editor: sources.yml")
    assert (known.published.value, known.published.precision) == ("2019-05-06/2019-05-10", "week")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a.txt: {pubisher: X}", "did you mean publisher?"),
        ("a.txt: {published: yesterday}", "not a date"),
        ("a.txt: {kind: rumour}", "known: news"),
        ("a.txt: [1, 2]", "not a mapping"),
        ("a.txt: {title: {a: b}}", "one text value"),
        ("a.txt: {language: English}", "not a language tag"),
    ],
)
def test_a_mistake_names_place_and_remedy(text: str, words: str) -> None:
    sidecar = parse_sidecar(text)
    (problem,) = sidecar.problems
    assert problem.startswith("sources.yml: a.txt")
    assert words in problem
    assert not sidecar.row("a.txt")


@pytest.mark.parametrize(
    "text", ["- a\n- b", "a: [", "x: &a [1]\ny: *a", "a: {b: {c: {d: {e: 1}}}}"]
)
def test_an_unusable_sidecar_stops_with_the_reason(text: str) -> None:
    with pytest.raises(SettingsError, match=r"sources\.yml"):
        parse_sidecar(text)


def test_the_first_dossiers_sidecar_holds_no_mistake() -> None:
    path = Path(__file__).parents[2] / "seeds" / "sources.yml"
    sidecar = parse_sidecar(path.read_text("utf-8"))
    assert not sidecar.problems
    assert all((path.parent / name).is_file() for name in sidecar.rows)


def test_a_line_of_several_articles_is_set_aside() -> None:
    article = read_article(seed())
    repeated = article.show(article.sentences[-1].span)
    settled = settle_article(article, Facts(repeated_lines=frozenset({repeated})))
    assert repeated not in [settled.show(one.span) for one in settled.sentences]
    assert len(settled.sentences) == len(article.sentences) - 1


def test_a_line_that_opens_several_articles_names_the_outlet() -> None:
    article = read_article(seed(TEXT.replace("Herald", "Tide")))
    settled = settle_article(article, Facts(repeated_lines=frozenset({"The Coast Tide"})))
    assert settled.metadata.publisher.value == "The Coast Tide"
    assert settled.metadata.title.value == "Harbour reopens after storm"


def test_the_editor_reclassifies_a_block_and_corrects_a_date() -> None:
    entries = [
        EditorEntry(path="a.txt", block="“We are glad", kind="boilerplate", why="an advertisement"),
        EditorEntry(path="a.txt", value="2019-05-04", why="the print edition says so"),
        EditorEntry(path="b.txt", value="2020-01-01", why="of another article"),
    ]
    edited = apply_editor(read_article(seed()), entries)
    block = next(one for one in edited.blocks if edited.show(one.span).startswith("“We"))
    assert (block.kind, block.rule) == (BlockKind.BOILERPLATE, "editor: an advertisement")
    assert edited.metadata.published.value == "2019-05-04"
    assert edited.metadata.published.rule.startswith("editor: ")


def test_an_edit_elsewhere_changes_no_id() -> None:
    before = read_article(seed()).sentences
    after = read_article(seed(TEXT.replace("on Saturday", "on Sunday"))).sentences
    assert before[-1].id == after[-1].id
    assert before[0].id == after[0].id


def test_equal_sentences_get_ids_of_their_own() -> None:
    line = (
        "The harbour of Port Ellen reopened on Saturday after a storm had kept ferries in dock.\n"
    )
    ids = [one.id for one in read_article(seed(line * 3)).sentences]
    assert len(set(ids)) == len(ids)
