from pathlib import Path

import pytest

from generator.selection.attribution import find_attributions
from generator.selection.tellers import read_tellers

LINES = (Path(__file__).parent / "cases" / "attributions.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_an_attribution_is_found_whole_and_nothing_else(line: str) -> None:
    text = line.replace("[", "").replace("]", "")
    marked = text
    for span in reversed(find_attributions(text, "en")):
        marked = f"{marked[: span.start]}[{span.of(text)}]{marked[span.end :]}"
    assert marked == line


def test_a_language_without_lists_has_no_attributions() -> None:
    assert find_attributions("Le maire a dit que le pont restera ferme.", "fr") == ()


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("said Anna Berg", "Berg said", False),
        ("said Anna Berg", "said Peter Lind", True),
        ("said Anna Berg", "the mayor said", False),
        ("Prime Minister Anna Berg said", "Prime Minister Peter Lind said", True),
        ("Lund City Clerk Anna Berg told the Courier", "Lund City Clerk Peter Lind told it", True),
        ("Fire Chief Anna Berg said", "Anna Berg of Lund Rescue said", False),
        ("a guest said", "the inspector said", True),
        ("police said", "a guest said", False),
        ("police said", "the authorities said", False),
    ],
)
def test_who_is_named_or_called_otherwise_is_another(one: str, other: str, differ: bool) -> None:
    assert read_tellers([one], "en").differ(read_tellers([other], "en")) is differ
