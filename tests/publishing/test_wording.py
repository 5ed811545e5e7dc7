"""The interface's own words."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from generator.models import DateFinding
from generator.publishing.layout import build_files
from generator.publishing.wording import load_words
from tests.bench.__main__ import find_benchmarks
from tests.publishing.made import build_dossier, build_settings
from tests.quality.__main__ import find_rooms

FOLDER = files("generator") / "data" / "interface"
ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))
OTHERS = sorted(
    entry.name
    for entry in FOLDER.iterdir()
    if entry.name.endswith(".toml") and entry.name != "en.toml"
)


def find_places(text: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(text)))


@pytest.mark.parametrize("name", OTHERS)
def test_a_catalogue_says_everything_with_the_same_places(name: str) -> None:
    other = tomllib.loads((FOLDER / name).read_text("utf-8"))
    assert other.keys() == ENGLISH.keys()
    for key, text in ENGLISH.items():
        assert find_places(other[key]) - {"one", "many"} == find_places(text) - {"one", "many"}, key


def test_whatever_is_measured_has_a_heading_to_stand_under() -> None:
    measured = {*find_rooms(), *(f"bench_{name}" for name in find_benchmarks())}
    assert {key for key in ENGLISH if key.startswith("figures_")} >= {
        f"figures_{name}" for name in measured
    }


def test_pages_speak_the_language_of_the_settings() -> None:
    page = build_files(build_dossier(), build_settings(language="de"))["topics/fish.md"]
    assert "Dünne Belege" in page


def test_a_language_without_a_catalogue_falls_back_to_english() -> None:
    assert load_words("xx").say("topics") == "Topics"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-03-17", "2023-03-17", "17 March 2023"),
        ("2023-03-17", "2023-03-22", "17–22 March 2023"),
        ("2023-02-17", "2023-03-22", "17 February – 22 March 2023"),
        ("2022-02-26", "2023-03-22", "26 February 2022 – 22 March 2023"),
        ("2022", "2023-03-22", "2022 – 22 March 2023"),
        ("2022-03", "2022-04", "March–April 2022"),
    ],
)
def test_a_period_says_once_what_its_ends_share(first: str, last: str, expected: str) -> None:
    assert load_words("en").period(first, last) == expected


def test_an_unknown_date_says_so() -> None:
    assert load_words("en").date(DateFinding()) == "undated"
