"""What each kind of page says, and when a topic is thin."""

from __future__ import annotations

import pytest

from generator.config import Settings, Thin, Topic
from generator.selection.reports import (
    build_answer,
    build_article_summaries,
    build_overview,
    build_topic_report,
    find_evidence,
)
from tests.selection.builders import SCRAP, build_article, build_corpus, cite
from tests.selection.test_summaries import FERRY, texts

TOPIC = Topic.model_validate({"slug": "it", "title": "It", "terms": ["rescue", "islands"]})
SETTINGS = Settings.model_validate({"topics": [TOPIC], "summary": {"sentences": 3}})
HARBOUR = (
    "Forty boats lay on the rocks of the harbour on Tuesday.",
    "Rescue crews from two towns searched the shore for survivors.",
    "The mayor asked the capital for money.",
)


def corpus(**topics):
    articles = [
        build_article("a.txt", FERRY, "2024-01-03"),
        build_article("b.txt", HARBOUR, "2024-01-02"),
    ]
    return build_corpus(articles, topics={f"{name}.txt": found for name, found in topics.items()})


def test_a_topic_with_enough_evidence_has_a_summary():
    report = build_topic_report(corpus(a={0: 0.9, 1: 0.8}, b={1: 0.9}), TOPIC, SETTINGS)
    assert (report.thin, report.origins, report.articles) == (False, 2, 2)
    assert texts(report.summary) == [HARBOUR[1], FERRY[0], FERRY[1]]
    assert [(item.article, item.sentence) for item in report.evidence] == [
        ("b.txt", 1),
        ("a.txt", 0),
        ("a.txt", 1),
    ]


@pytest.mark.parametrize(
    "found",
    [{"a": {0: 0.9, 1: 0.8, 2: 0.7, 3: 0.6}}, {"a": {0: 0.9}, "b": {1: 0.9}}],
    ids=["one origin", "two sentences"],
)
def test_a_thin_topic_has_one_best_sentence_for_its_card_and_all_its_evidence(found):
    report = build_topic_report(corpus(**found), TOPIC, SETTINGS)
    assert report.thin
    assert report.summary.thin
    assert len(report.summary.statements) == 1
    assert len(report.evidence) == sum(map(len, found.values()))


def test_copies_of_one_origin_do_not_make_a_topic_less_thin():
    articles = [build_article(path, FERRY) for path in ("a.txt", "b.txt")]
    found = {path: {0: 0.9, 1: 0.9} for path in ("a.txt", "b.txt")}
    copies = build_corpus(articles, topics=found, origins=[["a.txt", "b.txt"]])
    assert build_topic_report(copies, TOPIC, SETTINGS).thin
    apart = build_corpus(articles, topics=found)
    assert not build_topic_report(apart, TOPIC, SETTINGS).thin


def test_a_topic_without_evidence_is_thin_and_empty():
    report = build_topic_report(corpus(), TOPIC, SETTINGS)
    assert (report.thin, report.evidence, report.summary.statements) == (True, (), ())
    welcoming = SETTINGS.model_copy(update={"thin": Thin(origins=0, sentences=0)})
    assert not build_topic_report(corpus(), TOPIC, welcoming).thin


def test_evidence_of_other_topics_is_left_out():
    assert find_evidence(corpus(a={0: 0.9}), "other") == ()


def test_every_article_has_its_own_summary_even_an_empty_one():
    articles = [build_article("a.txt", FERRY), build_article("b.txt", ())]
    found = build_article_summaries(build_corpus(articles), SETTINGS)
    assert set(texts(found["a.txt"])) < set(FERRY)
    assert found["b.txt"].statements == ()


def test_the_overview_draws_on_all_articles_and_prefers_what_belongs_to_a_topic():
    everything = corpus(a={1: 1.0}, b={1: 1.0})
    printed = texts(build_overview(everything, SETTINGS))
    assert {FERRY[1], HARBOUR[1]} <= set(printed)


def test_an_answer_from_many_articles_keeps_to_what_matches_and_says_when_that_is_thin():
    answer = build_answer(corpus(a={0: 0.9}), SETTINGS)
    assert texts(answer) == [FERRY[0]]
    assert answer.thin


def test_an_answer_from_one_article_is_filled_up_and_still_thin():
    alone = build_corpus([build_article("a.txt", FERRY)], topics={"a.txt": {1: 0.9}})
    answer = build_answer(alone, SETTINGS)
    assert len(answer.statements) == 3
    assert FERRY[1] in texts(answer)
    assert answer.thin


def test_an_answer_from_one_article_that_has_nothing_on_the_topic_is_empty():
    alone = build_corpus([build_article("a.txt", FERRY)])
    asked = Topic.model_validate({"slug": "it", "title": "It", "terms": ["glacier"]})
    assert build_answer(alone, SETTINGS.model_copy(update={"topics": (asked,)})).statements == ()


def test_an_answer_may_end_with_flawed_sentences_named_as_such():
    article = build_article("a.txt", FERRY, flawed=[0, 1])
    everything = SETTINGS.model_copy(update={"topics": (), "summary": SETTINGS.overview})
    answer = build_answer(build_corpus([article]), everything)
    assert len(answer.statements) == 5
    assert not answer.thin  # only a topic can be
    assert [bool(one.flaws) for one in answer.statements] == [True, True, False, False, False]
    few = everything.model_copy(update={"summary": SETTINGS.summary})
    assert not any(one.flaws for one in build_answer(build_corpus([article]), few).statements)


def test_no_scrap_fills_an_answer_while_anything_sound_is_there():
    article = build_article("a.txt", FERRY, flawed=[0, 1], flaw=SCRAP)
    everything = SETTINGS.model_copy(update={"topics": (), "summary": SETTINGS.overview})
    assert len(build_answer(build_corpus([article]), everything).statements) == 3
    nothing = build_article("a.txt", FERRY[:2], flawed=[0, 1], flaw=SCRAP)
    assert len(build_answer(build_corpus([nothing]), everything).statements) == 2


def test_the_wording_printed_is_the_sound_one():
    broken = build_article("a.txt", FERRY[:2], "2024-01-01", flawed=[0])
    sound = build_article("b.txt", ["A ferry sank on Monday.", "Fish is dear."], "2024-01-02")
    family = [cite(broken, 0), cite(sound, 0)]
    printed = texts(build_overview(build_corpus([broken, sound], [family]), SETTINGS))
    assert "A ferry sank on Monday." in printed
    assert FERRY[0] not in printed
