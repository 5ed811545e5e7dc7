"""Rankers by name: what sumy does with our sentences, and our ranker inside sumy."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.utils import get_stop_words

from generator.config import RANKERS
from generator.selection.passages import Passage
from generator.selection.ranking import find_shortlist, rank_sentences
from generator.selection.ranking_summarizer import CoverageSummarizer
from tests.selection.test_ranking_graph import Spaces
from tests.selection.test_summaries import FERRY


def rank(texts, ranker, count=3, **more):
    passages = [Passage(text, 0, place, 0, **more) for place, text in enumerate(texts)]
    return rank_sentences(passages, ranker, "en", lambda chosen, _: len(chosen) < count)


@pytest.mark.parametrize("ranker", RANKERS)
def test_equal_texts_stay_two_sentences(ranker):
    picks = rank([FERRY[0], FERRY[0], FERRY[1]], ranker)
    assert sorted(pick.index for pick in picks) == [0, 1, 2]


@pytest.mark.parametrize("ranker", RANKERS)
def test_the_best_come_first(ranker):
    scores = [pick.score for pick in rank(FERRY, ranker, 5)]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("ranker", RANKERS)
def test_silent_passages_are_never_chosen(ranker):
    assert rank(FERRY, ranker, silent=True) == []


def test_what_others_say_too_is_chosen_first():
    said = ["Bread is dear.", "A storm closed the port.", "The port was closed by a storm."]
    passages = [Passage(text, number, 0, number) for number, text in enumerate(said)]
    picks = rank_sentences(passages, "coverage", "en", lambda chosen, _: len(chosen) < 1)
    assert picks[0].index in (1, 2)
    silent = [Passage(t, n, 0, n, silent=n == 2) for n, t in enumerate(said)]
    assert rank_sentences(silent, "coverage", "en", lambda *_: True)[0].index == 1


def test_what_was_said_is_worth_less_the_second_time():
    said = ["A storm closed the northern port.", "A storm closed the northern port today.",
            "Bread is dear."]  # fmt: skip
    assert [pick.index for pick in rank(said, "coverage", 2)] == [0, 2]


def test_a_shortlist_takes_the_lead_of_every_article():
    passages = [Passage("a", place // 4, place % 4) for place in range(12)]
    assert find_shortlist(passages, 6) == [0, 1, 4, 5, 8, 9]


def test_edmundson_rewards_the_words_of_the_topic():
    passages = [Passage(text, 0, place) for place, text in enumerate(["Start.", *FERRY, "End."])]
    picks = rank_sentences(passages, "edmundson", "en", lambda c, _: not c, ["faulty bow door"])
    assert passages[picks[0].index].text == FERRY[3]


def test_ratings_hang_on_no_hash_seed():
    program = (
        "from tests.selection.test_ranking import rank, FERRY\n"
        "from generator.config import RANKERS\n"
        "print([rank(FERRY * 2, ranker, 10) for ranker in RANKERS])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_sumy_is_not_imported_before_it_is_asked_for():
    program = "import sys, generator.selection.summaries; sys.exit('sumy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_coverage_is_a_summarizer_of_sumy():
    summarizer = CoverageSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    document = ObjectDocumentModel([Paragraph([Sentence(text, Spaces) for text in FERRY])])
    chosen = summarizer(document, 2)
    assert len(chosen) == 2
    assert [str(one) for one in chosen] == [text for text in FERRY if text in map(str, chosen)]
    assert len(summarizer(document, "40%")) == 2
    assert summarizer(ObjectDocumentModel([]), 2) == ()
