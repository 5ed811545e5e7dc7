from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation.topics import THRESHOLD, find_misses, match_topics
from generator.config import Topic
from generator.findings import Facts, TopicMatch
from tests.articles import build_article

ACTING = (Path(__file__).parent / "cases" / "actors.txt").read_text("utf-8").splitlines()


def match(text: str, *topics: Topic) -> tuple[TopicMatch, ...]:
    return match_topics(build_article(text), topics, Facts(), "en")


def sentences(text: str, *topics: Topic) -> list[int]:
    return [found.sentence for found in match(text, *topics)]


def topic(slug: str = "bridge", title: str = "Bridge repair", **settings: object) -> Topic:
    return Topic.model_validate({"slug": slug, "title": title, **settings})


def test_a_term_of_weight_one_is_just_enough() -> None:
    (found,) = match("News\nThe bridge is shut.", topic(terms=["bridge"]))
    assert found.score == THRESHOLD
    assert found.hits[0].term == "bridge"


def test_spelling_number_and_hyphen_do_not_matter() -> None:
    text = "News\nHarbour works began.\nThe harbors are full.\nA cease-fire holds."
    assert sentences(text, topic(terms=["harbor", "ceasefire"])) == [1, 2, 3]


def test_an_acronym_is_not_a_pronoun() -> None:
    text = "News\nThey told us everything.\nThe U.S. replied."
    assert sentences(text, topic(title="Talks", terms=["US"])) == [2]


def test_an_acronym_and_its_long_form_are_one_term() -> None:
    text = "News\nThe International Whaling Board met.\nThe IWB met again."
    assert sentences(text, topic(title="Whales", terms=["International Whaling Board"])) == [1, 2]
    explained = Facts(acronyms=(("IWB", "International Whaling Board"),))
    matches = match_topics(
        build_article(text), [topic(title="Whales", terms=["IWB"])], explained, "en"
    )
    assert [found.sentence for found in matches] == [1, 2]


def test_an_excluded_term_keeps_a_sentence_out() -> None:
    text = "News\nThe bridge is shut.\nThe bridge tournament is on."
    assert sentences(text, topic(terms=["bridge"], excluded=["bridge tournament"])) == [1]


def test_a_required_term_must_stand_in_the_sentence_or_just_before() -> None:
    text = "News\nThe ferry sailed.\nThe bridge at Lund shook. The bridge is old."
    assert sentences(text, topic(terms=["bridge", "ferry"], required=["Lund"])) == [2, 3]


def test_actors_collect_what_they_do_and_not_what_is_said_of_them() -> None:
    text = (
        "News\nThe Harbour Board closed the pier.\nFishermen accused the Harbour Board of haste.\n"
        "“The Harbour Board is asleep,” said a captain.\n"
        "The pier is safe, according to the Harbour Board."
    )
    assert sentences(text, topic(title="Board", actors=["Harbour Board"])) == [1, 4]


@pytest.mark.parametrize("line", [line for line in ACTING if not line.startswith("#")])
def test_an_actor_acts_himself_through_his_office_or_his_country(line: str) -> None:
    label, text = line.split("\t")
    actors = ["Norway", "Norwegian government", "Oslo", "Jonas Dahl", "Dahl"]
    found = sentences(f"The strait\n{text}", topic(title="Response of Norway", actors=actors))
    assert bool(found) is (label == "yes")


@pytest.mark.parametrize(
    ("place", "people"),
    [("Norway", "Norwegian"), ("Afghanistan", "Afghan"), ("Peru", "Peruvian"), ("Chile", "Chilean"),
     ("Saudi Arabia", "Saudi"), ("Denmark", "Danish"), ("Nigeria", "Nigerian")],
)  # fmt: skip
def test_the_officials_of_a_place_act_for_it(place: str, people: str) -> None:
    text = f"The strait\n{people} officials closed the strait on Monday."
    assert sentences(text, topic(title="Response", actors=[place])) == [1]


def test_a_pronoun_after_a_sure_sentence_shares_its_topic() -> None:
    text = "News\nThe lenders agreed on a bridge loan. It will pay for new piers. Rain fell."
    assert sentences(text, topic(terms=[{"term": "bridge loan", "weight": 3}])) == [1, 2]


def test_an_actor_goes_on_with_a_pronoun_and_a_verb_of_saying() -> None:
    text = (
        "News\nThe Harbour Board closed the pier.\nIt also denied a rumour.\n"
        "“We were slow,” she said.\n“She was slow,” said a captain."
    )
    assert sentences(text, topic(title="Board", actors=["Harbour Board"])) == [1, 2, 3]


def test_an_actor_goes_on_with_what_he_did_and_not_with_what_he_did_it_to() -> None:
    text = (
        "News\nAnn Holt opened the quay. She shook hands and left. It was closed again.\n"
        "The crowd cheered Ann Holt. She waved."
    )
    assert sentences(text, topic(title="Holt", actors=["Ann Holt"])) == [1, 2]


def test_an_actor_who_was_asked_answers() -> None:
    text = "News\nAnn Holt opened the quay. Asked what it cost, she said nobody knew."
    assert sentences(text, topic(title="Holt", actors=["Ann Holt"])) == [1, 2]


def test_the_short_form_of_a_term_named_a_moment_before_is_the_term() -> None:
    text = (
        "News\nThe relief fund holds 38 million. Most of it is gone.\nThe fund is not bottomless.\n"
        "A pension fund offered help.\nThe fund is richer."
    )
    assert sentences(text, topic(title="Repairs", terms=["relief fund"])) == [1, 3]


def test_a_short_form_does_not_reach_far() -> None:
    text = "News\nThe relief fund is rich.\nIt rained.\nIt blew.\nIt froze.\nThe fund is empty."
    assert sentences(text, topic(title="Repairs", terms=["relief fund"])) == [1]


def test_an_actor_is_found_behind_an_office_an_aside_and_by_surname() -> None:
    text = (
        "News\nThe head of Lund Ferries has promised new boats.\n"
        "Lund Ferries, which runs four boats, said nothing.\n"
        "“Nothing is wrong,” said company manager Ann Holt.\nHolt left early.\n"
        "A boat owned by Lund Ferries sank."
    )
    assert sentences(text, topic(actors=["Lund Ferries", "Ann Holt"])) == [1, 2, 3, 4]


def test_a_word_two_events_share_counts_for_the_event_of_the_article() -> None:
    one = topic("lund", "Lund quake", terms=["Lund", "quake", "aftershock"])
    other = topic("oslo", "Oslo quake", terms=["Oslo", "quake"])
    text = "Quake in Oslo\nThe quake hit Oslo.\nAn aftershock followed the quake."
    assert {found.topic for found in match(text, one, other)} == {"oslo"}


def test_a_sail_is_no_sailings() -> None:
    text = "News\nThey sail on.\nThe sailings were cut."
    assert sentences(text, topic(terms=["sailings"])) == [2]


def test_a_long_quotation_is_its_speakers_to_the_end() -> None:
    text = "News\n“Rain is near. The Harbour Board has failed us. Go home,” said a captain."
    assert sentences(text, topic(title="Board", actors=["Harbour Board"])) == []


def test_an_article_that_opens_with_the_event_is_about_it_as_a_whole() -> None:
    text = (
        "Quake shakes Lund\nA quake struck Lund at dawn and Lund's harbour fell.\n"
        "Schools stay shut."
    )
    lund = topic("lund", "Lund quake", terms=[{"term": "Lund", "weight": 2}, "quake"])
    assert sentences(text, lund) == [0, 1, 2]


def test_a_name_at_the_end_of_a_longer_name_is_another() -> None:
    text = "News\nIt came to the Security Council.\nShe left the National Security Council."
    assert sentences(text, topic(title="Vote", terms=["Security Council"])) == [1]


def test_who_says_something_is_not_what_it_is_about() -> None:
    text = "News\nThe boat sank, police said.\nThe police searched the boat."
    assert sentences(text, topic(title="Search", terms=["police"])) == [2]


def test_what_is_done_to_an_actor_is_not_its_act() -> None:
    text = "News\nThe Harbour Board was fined.\nThe Harbour Board is asking for money."
    assert sentences(text, topic(title="Board", actors=["Harbour Board"])) == [2]


def test_a_quake_elsewhere_is_not_that_of_the_title() -> None:
    chile = topic("chile", "Chile earthquake", terms=["Chile", "earthquake", "magnitude"])
    assert not sentences("News\nThe earthquake in Peru had a magnitude of 6.", chile)
    assert sentences("News\nThe earthquake had a magnitude of 6.\nIt hit Chile.", chile) == [1, 2]


def test_a_name_in_a_title_without_terms_is_enough_where_the_article_keeps_to_it() -> None:
    text = "News\nA bridge at Lund fell.\nThe mayor of Lund left.\nThe port is shut."
    assert sentences(text, topic(title="Lund bridge fall")) == [1, 2]
    assert sentences("News\nThe mayor of Lund left.", topic(title="Lund bridge fall")) == []
    rivals = (topic(title="Lund bridge fall"), topic("port", "Lund port strike"))
    assert [found.sentence for found in match(text, *rivals)] == [1]


def test_terms_among_the_words_of_a_title_say_more_than_the_title() -> None:
    (found,) = match(
        "News\nThree managers sold shares.",
        topic(title="Shares sold by managers", terms=["managers", "shares"]),
    )
    assert {hit.term for hit in found.hits} == {"managers", "shares"}


def test_marks_that_tell_no_side_still_part_a_speaker_from_his_words() -> None:
    board = topic(title="Board", actors=["Harbour Board", "Ann Holt"])
    assert sentences('News\n"The wall will hold," Ann Holt told them.', board) == [1]
    assert sentences('News\n"The wall will hold," said Ann Holt.', board) == [1]
    assert sentences('News\n"The Harbour Board has failed us," said a captain.', board) == []
    text = 'News\n"Rain is near. The Harbour Board has failed us. Go home," said a captain.'
    assert sentences(text, board) == []


def test_an_office_before_a_comma_is_no_part_of_the_name() -> None:
    board = topic(title="Board", actors=["Ann Holt"])
    assert sentences("News\nIts spokeswoman, Ann Holt, later gave a figure.", board) == [1]


VARNEX = topic("varnex", "Data theft at Varnex", terms=["Varnex", "Ann Lind", "data theft"])
HOLM = topic("holm", "Data theft at Holmtech", terms=["Holmtech", "Bo Ek", "data theft"])


def test_one_common_word_is_not_enough_where_nothing_of_the_topic_is_named() -> None:
    text = "Data theft is cheap\nData theft costs shops little, a study of small shops says."
    assert match(text, VARNEX) == ()


def test_a_phrase_counts_alone_and_a_word_does_not_where_the_article_is_of_another_topic() -> None:
    text = "News\nThe bridge has cracks and rust.\nThe toll rose.\nThe crossing fees rose."
    bridge = topic(terms=["bridge", "cracks", "rust"])
    tolls = topic(slug="tolls", title="What it costs", terms=["toll"])
    fees = topic(slug="tolls", title="What it costs", terms=["crossing fees"])
    assert 2 not in [
        found.sentence for found in match(text, bridge, tolls) if found.topic == "tolls"
    ]
    assert 3 in [found.sentence for found in match(text, bridge, fees) if found.topic == "tolls"]


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"actors": ["Ann Holt"]}, "no actor"),
        ({"excluded": ["toy"]}, "an excluded term"),
        ({"required": ["river"]}, "no required term"),
    ],
)
def test_it_is_told_why_a_sentence_with_a_term_is_not_of_the_topic(
    settings: dict[str, list[str]], why: str
) -> None:
    article = build_article("News\nThe toy bridge is shut.")
    sought = topic(terms=["bridge"], **settings)
    (miss,) = find_misses(article, 1, [sought], Facts(), "en")
    assert why in miss.rule
    assert miss.hits[0].term == "bridge"
    assert not find_misses(article, 1, [topic(terms=["bridge"])], Facts(), "en")


def test_a_common_word_is_of_the_event_that_the_article_names_more() -> None:
    text = (
        "Holmtech loses customers\nBo Ek of Holmtech spoke of the data theft on Monday.\n"
        "Data theft is insured.\nAnn Lind of Varnex was robbed last year."
    )
    found = match(text, VARNEX, HOLM)
    assert [one.sentence for one in found if one.topic == "varnex"] == [3]


def test_of_two_titles_without_terms_the_one_that_is_named_is_meant() -> None:
    topics = [topic(slug, f"Data theft at {slug.title()}") for slug in ("varnex", "holmtech")]
    text = (
        "Customers of Varnex warned\nThe data theft at Varnex was found on Monday.\n"
        "Clients of Varnex were told of the data theft."
    )
    assert {found.topic for found in match(text, *topics)} == {"varnex"}


@given(st.text(max_size=300), st.text(min_size=1, max_size=60))
def test_hostile_text_and_terms_raise_nothing(text: str, term: str) -> None:
    article = build_article(f"Title\n{text}")
    settings = topic(title=term, terms=[term], actors=[term], description=term)
    for found in match_topics(article, [settings, topic(terms=[term])], Facts(), "en"):
        assert THRESHOLD <= found.score <= 1
        assert all(article.sentences[found.sentence].span.covers(hit.span) for hit in found.hits)
