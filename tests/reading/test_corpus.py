from generator.reading.corpus import survey_corpus
from tests.articles import build_article, with_metadata

STORY = (
    "The ferry left the harbour at six in the morning with forty people on board and turned north "
    "past the lighthouse before its engine failed in a heavy swell off the old quarry. A tug from "
    "the fishing port reached it two hours later and brought everybody home without a scratch."
)
OTHER = (
    "Councillors voted late on Tuesday to rebuild the covered market after a long quarrel over "
    "rents that had split the trading families of the lower town for most of the past decade."
)


def paths(*articles: object) -> list[tuple[str, ...]]:
    return [origin.paths for origin in survey_corpus(articles).origins]  # type: ignore[arg-type]


def test_origins_are_a_partition() -> None:
    found = [build_article(f"Title\n{STORY}", "a"), build_article(f"Title\n{OTHER}", "b")]
    assert paths(*found) == [("a",), ("b",)]


def test_a_copied_body_is_one_origin() -> None:
    one = build_article(f"Ferry adrift\n{STORY}", "a")
    other = build_article(f"Passengers safe\nBy our staff.\n{STORY}\nMore soon.", "b")
    (origin,) = survey_corpus([one, other]).origins
    assert origin.paths == ("a", "b")
    assert origin.reason == "copied body"


def test_the_sidecar_links_copies() -> None:
    one = build_article(f"Ferry\n{STORY}", "a")
    other = with_metadata(build_article(f"Market\n{OTHER}", "b"), copy_of="a")
    assert paths(one, other) == [("a", "b")]


def test_same_bytes_are_copies() -> None:
    one, other = build_article(f"Ferry\n{STORY}", "a"), build_article(f"Ferry\n{STORY}", "b")
    assert survey_corpus([other, one]).copies == (("b", "a"),)


def test_lines_repeated_across_origins_are_listed() -> None:
    one = build_article(f"Ferry\n{STORY}\nLeave a reply", "a")
    other = build_article(f"Market\n{OTHER}\nLeave a reply", "b")
    assert survey_corpus([one, other]).repeated_lines == {"Leave a reply"}


def test_the_order_of_articles_does_not_matter() -> None:
    found = [build_article(f"Ferry\n{STORY}", "a"), build_article(f"Market\n{OTHER}", "b")]
    assert survey_corpus(found) == survey_corpus(found[::-1])
