"""The language of an article that nobody gives: its own words tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.models import Seed
from generator.reading.articles import read_article

LANGUAGES = Path(__file__).parents[1] / "corpora" / "languages"
FILES = sorted(file for file in LANGUAGES.rglob("*.txt"))
ENGLISH = "The yard and its union have not agreed on the jobs that are to go in May. " * 9


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_article_in_another_language_than_its_folder_s_is_known(file: Path) -> None:
    folder = next(part for part in file.parts[::-1] if (LANGUAGES / part).is_dir())
    article = read_article(Seed(file.name, file.read_bytes(), "0"), "en")
    assert article.metadata.language.value == folder
    assert article.metadata.language.rule == "its own words"


@pytest.mark.parametrize(
    ("text", "expected"),
    [(ENGLISH, "en"), ("Shr 86 cts vs 74 cts Net 11.1 mln vs 8.6 mln. " * 9, "en"), ("", "fr"),
     ("Nein danke.", "en"), (ENGLISH, "fr")],
)  # fmt: skip
def test_what_is_short_or_a_table_is_in_the_folder_s_language(text: str, expected: str) -> None:
    article = read_article(Seed("a.txt", text.encode(), "0"), expected)
    assert article.metadata.language.value == ("en" if text is ENGLISH else expected)


def test_an_editor_s_word_wins() -> None:
    article = read_article(Seed("a.txt", ENGLISH.encode(), "0"), "de", {"language": "de"})
    assert article.metadata.language.value == "de"
