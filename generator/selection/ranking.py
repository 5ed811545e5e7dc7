"""Rankers by name: which passages to print first.

`coverage` judges each passage by what it adds to those already chosen; every other ranker rates
each passage once. This module and its `ranking_` neighbours are the only ones that know sumy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.language import stem_words
from generator.selection.concepts import split_words
from generator.selection.coverage import rank_by_coverage
from generator.selection.passages import (
    Admission,
    FixedRatings,
    Passage,
    Pick,
    select_passages,
)
from generator.selection.ranking_graph import rank_lex, rank_reduction, rank_text

_GRAPHS = {"lex-rank": rank_lex, "text-rank": rank_text, "reduction": rank_reduction}
_SHORTLIST = {"kl": 200, "lsa": 800, "sum-basic": 2000, **dict.fromkeys(_GRAPHS, 3000)}
"""How many passages a ranker is given where its time or memory grows with a power of them.

On made news, KL takes 5 s for 200, LSA 4 s for 800, a graph 460 MB for 3,000.
"""


def rank_sentences(
    passages: Sequence[Passage],
    ranker: str,
    language: str,
    admits: Admission,
    cues: Sequence[str] = (),
) -> list[Pick]:
    """Return the passages that `ranker` chooses and `admits` lets in, best first.

    Passages should differ in what they say; `cues` are words of the topic.
    """
    if ranker == "coverage":
        words = [split_words(passage.text, language) for passage in passages]
        return rank_by_coverage(passages, words, admits)
    shortlist = find_shortlist(passages, _SHORTLIST.get(ranker, len(passages)))
    rated = _rate([passages[index] for index in shortlist], ranker, language, cues)
    ratings = dict(zip(shortlist, rated, strict=True))
    judge = FixedRatings([round(ratings.get(index, 0.0), 9) for index in range(len(passages))])
    return select_passages(
        passages, judge, lambda chosen, index: index in ratings and admits(chosen, index)
    )


def find_shortlist(passages: Sequence[Passage], size: int) -> list[int]:
    """Return the indices of `size` passages that may be printed, the first of every article."""
    spoken = [index for index, passage in enumerate(passages) if not passage.silent]
    by_lead = sorted(spoken, key=lambda index: (passages[index].position, index))
    return sorted(by_lead[:size])


def _rate(
    passages: Sequence[Passage], ranker: str, language: str, cues: Sequence[str]
) -> list[float]:
    if ranker == "lead":
        return [-float(index) for index in range(len(passages))]
    if ranker == "random":
        return [_draw(passage, index) for index, passage in enumerate(passages)]
    if ranker in _GRAPHS:
        stems = [stem_words(passage.text, language) for passage in passages]
        return [float(rating) for rating in _GRAPHS[ranker](stems)]
    from generator.selection.ranking_sumy import rank_with_sumy  # takes a second to import

    return rank_with_sumy(passages, ranker, language, cues)


def _draw(passage: Passage, index: int) -> float:
    """Return a number from 0 to 1 that looks random and hangs on the passage alone."""
    digest = hashlib.sha256(f"{index} {passage.text}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48
