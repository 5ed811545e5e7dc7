"""Laws that every summary keeps, whatever the articles are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Budget
from generator.selection.candidates import find_candidates
from generator.selection.pool import find_pool
from generator.selection.summaries import select_summary
from tests.selection.builders import build_article, build_corpus, cite

WORDS = ["storm", "ferry", "sea", "crew", "port", "the", "of", "said", "12", "«", "“we"]
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
places = st.sets(st.integers(0, 5))
article = st.tuples(
    st.lists(sentence, max_size=6),
    st.sampled_from([None, "2024-01-01", "2024-01-02", "2023"]),
    places,
    places,
)


@st.composite
def corpora(draw):
    articles = [
        build_article(f"{number}.txt", *made)
        for number, made in enumerate(draw(st.lists(article, min_size=1, max_size=4)))
    ]
    citations = [cite(one, index) for one in articles for index in range(len(one.sentences))]
    shuffled = draw(st.permutations(citations))
    size = draw(st.integers(2, 4))
    count = draw(st.integers(0, len(shuffled) // size))
    return build_corpus(articles, [shuffled[i * size : i * size + size] for i in range(count)])


def select(corpus, fill, ranker="coverage", **budget):
    pool = find_pool(find_candidates(corpus), fill=fill)
    return pool, select_summary(pool, Budget.model_construct(**budget), ranker, "en").statements


rankers = st.sampled_from(["coverage", "lead", "random", "text-rank", "lex-rank"])


@settings(max_examples=150, deadline=None)
@given(corpora(), st.booleans(), rankers, st.integers(1, 6))
def test_sentences_are_counted_ordered_told_apart_and_stand(corpus, fill, ranker, count):
    pool, printed = select(corpus, fill, ranker, sentences=count, words=None)
    by_citation = {one.citation: one for one in pool}
    chosen = [by_citation[statement.citations[0]] for statement in printed]
    assert len(chosen) <= count
    assert [one.place for one in chosen] == sorted(one.place for one in chosen)
    families = [name for one in chosen for name in one.shared]
    assert len(families) == len(set(families))
    for before, one in zip([None, *chosen], chosen, strict=False):
        follows = before and (before.article, before.index + 1) == (one.article, one.index)
        assert follows or not one.leans or one.flaws
    if not fill and any(not one.silent and not one.flaws and not one.leans for one in pool):
        assert not any(one.flaws for one in chosen)


@settings(max_examples=100, deadline=None)
@given(corpora(), st.booleans(), rankers, st.integers(1, 30))
def test_words_are_never_over_the_budget_but_for_the_first(corpus, fill, ranker, words):
    _, printed = select(corpus, fill, ranker, sentences=None, words=words)
    used = sum(len(statement.text.split()) for statement in printed)
    assert used <= words or len(printed) == 1


@settings(max_examples=100, deadline=None)
@given(corpora(), rankers)
def test_every_printed_text_is_the_slice_it_cites(corpus, ranker):
    _, printed = select(corpus, True, ranker, sentences=9, words=None)
    articles = {one.path: one for one in corpus.articles}
    for statement in printed:
        own = statement.citations[0]
        assert articles[own.path].show(own.span) == statement.text
        assert len({citation.path for citation in statement.citations}) == statement.articles
        assert 1 <= statement.origins <= statement.articles
