"""What a summary prints and what it never prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import RANKERS, Budget, EditorEntry
from generator.findings import TermHit
from generator.models import BlockKind, Finding, Flaw, Span
from generator.selection.candidates import find_candidates
from generator.selection.pool import find_pool
from generator.selection.summaries import select_summary
from tests.selection.builders import build_article, build_corpus, cite

FERRY = (
    "The ferry to the northern islands sank in a storm on Monday night.",
    "Rescue boats pulled forty passengers from the cold water before dawn.",
    "The operator said its crew had been trained for heavy weather.",
    "Inspectors had warned of a faulty bow door two years earlier.",
    "Prices of fish rose on the quay this week.",
)


def summarize(corpus, ranker="coverage", topic=None, editor=(), **budget):
    pool = find_pool(find_candidates(corpus, topic), editor)
    return select_summary(pool, Budget(**budget), ranker, "en")


def with_language(article, language):
    known = replace(article.metadata, language=Finding(language, "given"))
    return replace(article, metadata=known)


def texts(summary):
    return [statement.text for statement in summary.statements]


@pytest.mark.parametrize("ranker", RANKERS)
def test_every_ranker_fills_the_budget_from_the_articles(ranker):
    corpus = build_corpus([build_article("a.txt", FERRY, "2024-01-02")])
    summary = summarize(corpus, ranker, sentences=3)
    assert len(summary.statements) == 3
    assert set(texts(summary)) <= set(FERRY)
    assert texts(summary) == [text for text in FERRY if text in texts(summary)]
    assert summary == summarize(corpus, ranker, sentences=3)


@pytest.mark.parametrize("ranker", RANKERS)
@pytest.mark.parametrize("lines", [(), ("Only one sentence is here.",), ("!?", "…"), ("a",) * 5])
def test_every_ranker_survives_next_to_nothing(ranker, lines):
    corpus = build_corpus([build_article("a.txt", lines)])
    summary = summarize(corpus, ranker, sentences=3)
    assert len(summary.statements) == min(3, len(set(lines)))


def test_words_are_counted_and_only_the_first_sentence_may_exceed_them():
    corpus = build_corpus([build_article("a.txt", FERRY)])
    summary = summarize(corpus, words=25)
    assert summary.words == sum(len(text.split()) for text in texts(summary)) <= 25
    long = build_corpus([build_article("a.txt", [" ".join(["word"] * 40)])])
    assert summarize(long, words=10).words == 40


def test_sentences_of_one_family_are_printed_once_with_a_citation_an_article():
    first = build_article("a.txt", FERRY, "2024-01-02")
    other = build_article("b.txt", ["A ferry sank in Monday's storm.", *FERRY[2:]], "2024-01-01")
    third = build_article("c.txt", ["In a storm a ferry sank.", "Fish is dear."], "2024-01-03")
    family = [cite(first, 0), cite(other, 0), cite(third, 0)]
    corpus = build_corpus([first, other, third], [family], origins=[["a.txt", "b.txt"], ["c.txt"]])
    summary = summarize(corpus, sentences=9)
    (printed,) = [one for one in summary.statements if one.family == "f0"]
    assert printed.citations == tuple(family)
    assert (printed.articles, printed.origins) == (3, 2)
    assert len(texts(summary)) == len(set(texts(summary)))


def test_a_family_of_quotations_is_printed_once_too():
    quote = "“We shall find every one of the missing”"
    first = build_article("a.txt", [f"{quote}, the minister said.", FERRY[0]])
    other = build_article("b.txt", [f"He told reporters: {quote}.", FERRY[1]])
    start = other.text.index(quote)
    inner = other.cite(type(other.sentences[0].span)(start, start + len(quote)))
    outer = first.cite(type(inner.span)(0, len(quote)))
    summary = summarize(build_corpus([first, other], [[outer, inner]]), sentences=4)
    assert sum(quote in text for text in texts(summary)) == 1
    (printed,) = [one for one in summary.statements if quote in one.text]
    assert printed.articles == 2


def test_flawed_sentences_are_printed_only_where_no_sound_one_is():
    mixed = build_corpus([build_article("a.txt", FERRY, flawed=[0, 1, 2, 3])])
    assert texts(summarize(mixed, sentences=3)) == [FERRY[4]]
    broken = build_corpus([build_article("a.txt", FERRY[:1], flawed=[0])])
    (statement,) = summarize(broken, sentences=3).statements
    assert [flaw.name for flaw in statement.flaws] == ["fragment"]


def test_a_leaning_sentence_is_printed_only_right_after_the_one_before_it():
    lines = ("Divers reached the wreck of the ferry.", "They found its bow door open.", *FERRY[2:])
    for count in range(1, 6):
        corpus = build_corpus([build_article("a.txt", lines, leaning=[1])])
        printed = texts(summarize(corpus, sentences=count))
        if lines[1] in printed:
            assert printed[printed.index(lines[1]) - 1] == lines[0]
    assert lines[1] in printed


def test_a_paragraph_that_begins_with_a_pronoun_leans_on_the_one_before():
    pronoun = Flaw("leans-on-previous", "“They” refers to an earlier sentence", 0.3)
    lines = ("Divers reached the wreck of the ferry.", "They found its bow door open.", *FERRY[2:])
    article = build_article("a.txt", lines)
    sentences = list(article.sentences)
    sentences[1] = replace(sentences[1], flaws=(pronoun,))
    corpus = build_corpus([replace(article, sentences=tuple(sentences))])
    for count in range(1, 6):
        printed = texts(summarize(corpus, "random", sentences=count))
        assert lines[1] not in printed or lines[0] in printed
    assert summarize(corpus, sentences=5).statements[1].flaws == ()


def test_a_leaning_sentence_alone_names_its_defect():
    article = build_article("a.txt", FERRY, leaning=[1])
    corpus = build_corpus([article], topics={"a.txt": {1: 0.9}})
    (statement,) = summarize(corpus, topic="it", sentences=3).statements
    assert [flaw.name for flaw in statement.flaws] == ["leans-on-previous"]


def test_only_sentences_of_the_topic_are_printed():
    corpus = build_corpus([build_article("a.txt", FERRY)], topics={"a.txt": {1: 0.9, 3: 0.4}})
    assert texts(summarize(corpus, topic="it", sentences=5)) == [FERRY[1], FERRY[3]]


FERRY_DE = ("Die Fähre sank vor der Insel in einem Sturm.", "Die Mannschaft schwamm ans Ufer.")


@pytest.mark.parametrize(("language", "tiers"), [("en", (0, 1)), ("de", (1, 0)), ("fr", (0, 0))])
def test_what_is_in_the_language_of_the_pages_comes_first_where_there_is_any(language, tiers):
    english = with_language(build_article("en.txt", FERRY[:2]), "en")
    german = with_language(build_article("de.txt", FERRY_DE), "de")
    corpus = replace(build_corpus([german, english]), language=language)
    found = {one.article: one.tier for one in find_candidates(corpus)}
    assert (found["en.txt"], found["de.txt"]) == tiers


@pytest.mark.parametrize("spoken", ["en-GB", None])
def test_a_country_or_an_unknown_language_is_not_another_one(spoken):
    known = with_language(build_article("a.txt", FERRY[:2]), "en")
    other = with_language(build_article("b.txt", FERRY[2:]), spoken)
    corpus = replace(build_corpus([known, other]), language="en")
    assert {one.tier for one in find_candidates(corpus)} == {0}


def test_what_is_in_another_language_is_printed_where_there_is_nothing_else():
    english = with_language(build_article("en.txt", FERRY[:2]), "en")
    german = with_language(build_article("de.txt", FERRY_DE), "de")
    corpus = replace(build_corpus([german, english]), language="en")
    assert texts(summarize(corpus, sentences=2)) == list(FERRY[:2])
    assert set(texts(summarize(corpus, sentences=4))) == {*FERRY[:2], *FERRY_DE}


def test_doubtful_sentences_of_a_topic_are_printed_after_the_sure_ones():
    scores = {0: 0.5, 1: 0.7, 2: 0.5, 3: 0.7, 4: 0.7}
    corpus = build_corpus([build_article("a.txt", FERRY)], topics={"a.txt": scores})
    assert texts(summarize(corpus, topic="it", sentences=3)) == [FERRY[1], FERRY[3], FERRY[4]]
    assert FERRY[0] in texts(summarize(corpus, topic="it", sentences=4))


def test_one_term_is_no_doubt_in_an_article_that_has_others():
    corpus = build_corpus([build_article("a.txt", FERRY)], topics={"a.txt": {0: 0.7, 1: 0.5}})
    (note,) = corpus.annotations.values()
    terms = (TermHit("ferry", Span(4, 9)), TermHit("boats", Span(7, 12)))
    one, two = ((hit,) for hit in terms)
    for hits, tiers in [((one, two), [0, 0]), ((one, one), [0, 1]), ((one, ()), [0, 1])]:
        found = [replace(m, hits=h) for m, h in zip(note.topics, hits, strict=True)]
        graded = replace(corpus, annotations={"a.txt": replace(note, topics=tuple(found))})
        assert [candidate.tier for candidate in find_candidates(graded, "it")] == tiers


def test_a_standfirst_is_printed_only_where_there_is_no_body():
    article = build_article("a.txt", FERRY)
    heads = [replace(one, kind=BlockKind.STANDFIRST) for one in article.sentences]
    mixed = replace(article, sentences=(*heads[:2], *article.sentences[2:]))
    assert texts(summarize(build_corpus([mixed]), sentences=9)) == list(FERRY[2:])
    alone = replace(article, sentences=tuple(heads[:2]))
    assert texts(summarize(build_corpus([alone]), sentences=9)) == list(FERRY[:2])


def test_statements_stand_in_order_of_date_with_the_undated_last():
    articles = [
        build_article("a.txt", FERRY[:1]),
        build_article("b.txt", FERRY[1:2], "2024-02"),
        build_article("c.txt", FERRY[2:3], "2024-01-30"),
    ]
    assert texts(summarize(build_corpus(articles), sentences=3)) == [FERRY[2], FERRY[1], FERRY[0]]


@pytest.mark.parametrize("ranker", RANKERS)
def test_an_editor_may_hide_and_pin_sentences(ranker):
    article = build_article("a.txt", FERRY, flawed=[4])
    editor = (
        EditorEntry(sentence=article.sentences[0].id[:6], do="hide", why="wrong"),
        EditorEntry(sentence=article.sentences[4].id, do="pin", why="needed"),
    )
    printed = texts(summarize(build_corpus([article]), ranker, None, editor, sentences=2))
    assert FERRY[4] in printed
    assert FERRY[0] not in printed
    assert len(printed) == 2


def test_a_sentence_that_mostly_repeats_a_printed_one_is_not_printed_beside_it():
    again = (
        "On Monday night a storm sank the old ferry to the northern islands off Kallvik.",
        "The northern islands have had a ferry since 1921.",
    )
    corpus = build_corpus([build_article("a.txt", (*FERRY, *again))])
    printed = texts(summarize(corpus, sentences=7))
    assert (FERRY[0] in printed) is not (again[0] in printed)
    assert again[1] in printed
