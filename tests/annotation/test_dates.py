import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.dates import find_dates
from tests.annotation.articles import build_article
from tests.annotation.date_cases import judge_case, load_cases


def values(text: str, published: str | None, window=None) -> list[str | None]:
    return [m.value for m in find_dates(build_article([text], published), window)]


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.where)
def test_expression_means_what_the_table_says(case):
    assert not judge_case(case)


def test_weekday_named_often_is_that_of_the_next_day_elsewhere():
    lines = ["A quake hit on Tuesday.", "Rescuers dug on Tuesday.", "Schools shut on Tuesday."]
    found = find_dates(build_article(lines, "2021-06-07"))
    assert {mention.value for mention in found} == {"2021-06-08"}


def test_brackets_say_which_day_a_word_means():
    assert values("It failed on Saturday [5 June 2021].", None) == ["2021-06-05", "2021-06-05"]


def test_long_hostile_text_takes_no_time():
    for text in ("1 " * 50_000, "Monday, " * 20_000, "May 1 to " * 10_000, "a few days " * 10_000):
        find_dates(build_article([text], "2021-06-07"))


def test_weekday_is_the_last_one_up_to_the_article():
    assert values("The mayor resigned on Friday.", "2021-06-07") == ["2021-06-04"]


def test_article_of_a_week_gives_only_what_all_its_days_agree_on():
    week = "2021-06-07/2021-06-11"
    assert values("The mayor resigned on Monday.", week) == ["2021-06-07"]
    assert values("The mayor resigned on Thursday.", week) == [None]


def test_window_gives_the_year_of_a_weekday_and_day():
    window = (dt.date(2020, 1, 1), dt.date(2022, 12, 31))
    assert values("It opened on Monday, June 7, at noon.", None, window) == ["2021-06-07"]
    assert values("It opened on June 7, at noon.", None, window) == [None]


def test_article_without_date_leans_on_its_own_full_dates():
    text = "It opened on June 7, 2021. The vote of May 30 had failed."
    assert values(text, None) == ["2021-06-07", "2021-05-30"]


@given(st.text(alphabet="0123456789-/., MarchMondayofago", max_size=400))
def test_any_text_yields_ordered_spans_inside_it(text: str):
    found = find_dates(build_article([text], "2021-06-07"), None)
    ends = [0, *(end for m in found for end in (m.span.start, m.span.end))]
    assert ends == sorted(ends)
    assert all(m.span.end <= len(text) for m in found)
