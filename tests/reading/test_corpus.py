from dataclasses import replace

from generator.reading.corpus import survey_corpus
from generator.reading.credits import find_credits
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


RETOLD = (
    "After an engine failure in heavy swell off the old quarry the ferry, with forty people on "
    "board, was brought home by a tug from the fishing port; nobody had a scratch when the boat "
    "that left the harbour at six in the morning and passed the lighthouse met it two hours later."
)


def test_a_credit_links_two_articles_that_tell_one_story() -> None:
    one = with_metadata(build_article(f"Ferry adrift\n{STORY}", "a"), publisher="Harbour Post")
    other = build_article(f"Ferry saved\n{RETOLD}\nSource: Harbour Post", "b")
    assert paths(one, other) == [("a", "b")]


def test_different_stories_of_one_newsroom_stay_two() -> None:
    one = with_metadata(build_article(f"Ferry adrift\n{STORY}", "a"), publisher="Harbour Post")
    other = build_article(f"Market\n{OTHER}\nSource: Harbour Post", "b")
    assert paths(one, other) == [("a",), ("b",)]


def test_a_wire_signature_is_a_credit_and_a_mention_is_none() -> None:
    wire = build_article(f"Ferry\nLUND, March 3 (Reuters) - {STORY}", "a")
    signed = build_article(f"Ferry\n{RETOLD}\n(Reuters)", "b")
    mentions = build_article(f"Ferry\nThe boat was late, Reuters reported. {OTHER}", "c")
    assert find_credits(wire, "en") == find_credits(signed, "en") == ("reuters",)
    assert find_credits(mentions, "en") == ()


def test_one_speech_quoted_by_two_is_no_copy() -> None:
    speech = f"“{STORY}”"
    one = build_article(f"Speech\nThe captain spoke for an hour in the hall. {speech}", "a")
    other = build_article(f"Hall\nNobody left while she talked to the crowd. {speech}", "b")
    assert paths(one, other) == [("a",), ("b",)]


def test_two_empty_files_are_no_copies() -> None:
    empty = [replace(build_article("x", path), text="", sentences=()) for path in "ab"]
    assert survey_corpus(empty).copies == ()


def test_acronyms_are_learnt_where_they_are_explained_in_one_way() -> None:
    one = build_article("News\nThe International Whaling Board (IWB) and Old Mill (OM) met.", "a")
    other = build_article("News\nThe Opera Museum (OM) burned.", "b")
    assert survey_corpus([one, other]).acronyms == (("IWB", "International Whaling Board"),)
