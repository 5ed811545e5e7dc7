"""The day of publication: found with evidence, or unknown."""

import pytest

from generator.models import Article, Seed
from generator.reading.articles import read_article

BODY = (
    "Harbour reopens after spring storm\n{}\n"
    "The harbour of Port Ellen reopened on Saturday after a storm had kept ferries in dock.\n"
    "“We are glad to sail again,” said Ann Lee, who runs the line to the islands.\n"
)


def read(line: str, language: str = "en", url: str = "") -> Article:
    text = (f"{url}\n" if url else "") + BODY.format(line)
    return read_article(Seed("a.txt", text.encode(), "0"), source={"language": language})


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("4 May 2019", "2019-05-04", "day"),
        ("Published: May 4, 2019 9:01 AM EDT", "2019-05-04", "day"),
        ("Saturday, 4th of May 2019", "2019-05-04", "day"),
        ("2019-05-04 17:52", "2019-05-04", "day"),
        ("By Ann Lee | May 14th, 2019", "2019-05-14", "day"),
        ("4. 5. 2019 9:01 | Ann Lee, Tom Berg", "2019-05-04", "day"),
        ("25/12/2019", "2019-12-25", "day"),
        ("04/05/2019", "2019", "year"),
        ("Saturday, May 4", None, "unknown"),
        ("31 February 2019", None, "unknown"),
    ],
)
def test_a_date_line_gives_what_it_says(line: str, value: str | None, precision: str) -> None:
    published = read(line).metadata.published
    assert (published.value, published.precision) == (value, precision)


@pytest.mark.parametrize(
    ("name", "line", "day"),
    [
        ("courier_20190504_harbour.txt", "", "2019-05-04"),
        ("wire/2019-05-04.txt", "", "2019-05-04"),
        ("courier_20190504.txt", "6 May 2019", "2019-05-06"),
        ("4f120190504ac.txt", "", None),
        ("20191345.txt", "", None),
    ],
)
def test_a_file_is_of_the_day_it_is_named_by_where_nothing_in_it_tells_one(
    name: str, line: str, day: str | None
) -> None:
    published = read_article(Seed(name, BODY.format(line).encode(), "0")).metadata.published
    assert published.value == day


def test_the_address_settles_day_and_month() -> None:
    published = read("04/05/2019", url="https://www.example.org/2019/05/harbour.html").metadata
    assert published.published.value == "2019-05-04"
    assert published.publisher.value == "example.org"


def test_only_english_pages_put_the_month_first() -> None:
    assert read("04/05/2019", "fr").metadata.published.value == "2019-05-04"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("4. Mai 2019", "de"),
        ("le 4 mai 2019", "fr"),
        ("4 de mayo de 2019", "es"),
        ("4 мая 2019", "ru"),
        ("4 травня 2019", "uk"),
        ("2019年5月4日 09:30", "zh"),
        ("4 مايو 2019", "ar"),
    ],
)
def test_months_are_known_in_every_language(line: str, language: str) -> None:
    assert read(line, language).metadata.published.value == "2019-05-04"
