"""The matrix rankers give sumy's ratings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from generator.selection import ranking_graph
from generator.selection.ranking_graph import rank_lex, rank_reduction, rank_text

PAIRS = (
    (rank_lex, LexRankSummarizer),
    (rank_text, TextRankSummarizer),
    (rank_reduction, ReductionSummarizer),
)
sentences = st.lists(
    st.lists(
        st.sampled_from(["storm", "ferry", "sea", "crew", "door", "port", "rain", "boat"]),
        max_size=9,
    ),
    min_size=3,
    max_size=12,
    unique_by=tuple,
)


class Spaces:
    """A tokenizer that splits at spaces."""

    @staticmethod
    def to_words(text):
        return tuple(text.split())


def rate_with_sumy(summarizer, words):
    summarizer = summarizer()
    summarizer.epsilon = 1e-4
    document = ObjectDocumentModel([Paragraph([Sentence(" ".join(w), Spaces) for w in words])])
    found = []
    summarizer(document, lambda infos: found.extend(infos) or infos)
    return [info.rating for info in sorted(found, key=lambda info: info.order)]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
@pytest.mark.parametrize("common", [1, 3, 100])
@settings(max_examples=40, deadline=None)
@given(words=sentences)
def test_ratings_equal_sumys(ours, theirs, common, words):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking_graph, "_COMMON", common)
        with np.errstate(all="ignore"):
            expected = np.array(rate_with_sumy(theirs, words))
        if np.isnan(expected).any():  # sumy divides by zero where nothing is linked
            return
        assert np.allclose(ours(words), expected, atol=1e-6)


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
@pytest.mark.parametrize("words", [[], [[]], [["a"], ["b"]], [[], [], []], [["a"], ["a"]]])
def test_too_little_text_gives_even_ratings(ours, theirs, words):
    ratings = ours(words)
    assert len(ratings) == len(words)
    assert np.isfinite(ratings).all()
    assert len(set(ratings.tolist())) <= 1
