import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.dates import find_dates
from tests.annotation.articles import build_article


def values(text: str, published: str | None, window=None) -> list[str | None]:
    return [m.value for m in find_dates(build_article([text], published), window)]


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
