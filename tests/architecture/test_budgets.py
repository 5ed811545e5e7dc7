"""Small parts: the sizes that keep the house readable."""

from __future__ import annotations

from pathlib import PurePosixPath
from statistics import median, quantiles

from tests.architecture.source import read_functions, read_modules

VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff"}


def test_the_median_function_has_at_most_eight_lines() -> None:
    assert median(function.lines for function in read_functions()) <= 8


def test_nine_of_ten_functions_have_at_most_twenty_five_lines() -> None:
    assert quantiles((function.lines for function in read_functions()), n=10)[-1] <= 25


def test_no_function_has_more_than_fifty_lines() -> None:
    assert [f for f in read_functions() if f.lines > 50] == []


def test_no_function_has_more_than_five_parameters() -> None:
    crowded = [f for f in read_functions() if f.parameters > 5 and not f.is_command]
    assert crowded == []


def test_no_module_has_more_than_three_hundred_lines_beside_its_docstrings() -> None:
    assert [(m.name, m.lines) for m in read_modules() if m.lines > 300] == []


def test_every_module_says_what_it_is_for_by_its_name() -> None:
    parts = {part for m in read_modules() for part in PurePosixPath(m.name).with_suffix("").parts}
    assert parts & VAGUE == set()
