from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.quantities import find_quantities
from tests.annotation.articles import build_article

CASES = [
    [part.strip() for part in line.split("|")]
    for line in (Path(__file__).parent / "cases" / "quantities.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_number_counts_what_the_table_says(case):
    text = case[0].replace("[", "").replace("]", "")
    found = find_quantities(build_article([text]))
    if "[" not in case[0]:
        assert not found
        return
    start = case[0].index("[")
    first = next(quantity for quantity in found if quantity.span.start == start)
    assert (first.value, first.unit) == (float(case[1]), case[2])
    assert first.subject in (case[3], f"the {case[3]}")


@given(st.text(alphabet="0123456789 ,.$-%milonthde", max_size=300))
def test_any_text_yields_ordered_spans_inside_it(text: str):
    found = find_quantities(build_article([text]))
    ends = [0, *(end for quantity in found for end in (quantity.span.start, quantity.span.end))]
    assert ends == sorted(ends)
    assert all(quantity.span.end <= len(text) for quantity in found)


def test_long_hostile_text_takes_no_time():
    for text in ("1,000," * 20_000, "two hundred " * 10_000, "$ " * 50_000, "9 of " * 20_000):
        find_quantities(build_article([text]))
