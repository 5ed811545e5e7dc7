from generator.annotation.dates import find_dates
from generator.findings import Annotations, Family
from generator.selection.candidates import Corpus
from generator.selection.timeline import build_timeline, rank_days
from tests.annotation.articles import build_article


def build_corpus(*articles, families=()):
    annotations = {a.path: Annotations(a.path, dates=find_dates(a)) for a in articles}
    return Corpus(articles, annotations, families)


def outline(entries):
    return [(e.date, e.announced, [s.text for s in e.statements]) for e in entries]


def test_entries_stand_in_order_of_time_and_the_undated_apart():
    article = build_article(
        [
            "They met on Monday.",
            "It began in 2019.",
            "They parted the next day.",
            "They will meet on Friday.",
        ],
        "2021-06-09",
    )
    assert outline(build_timeline(build_corpus(article))) == [
        ("2019", False, ["It began in 2019."]),
        ("2021-06-07", False, ["They met on Monday."]),
        ("2021-06-11", True, ["They will meet on Friday."]),
        (None, False, ["They parted the next day."]),
    ]


def test_same_words_of_other_weeks_are_other_days():
    old = build_article(["He called on Friday."], "2020-02-26", "a.txt")
    new = build_article(["He called on Friday."], "2021-03-20", "b.txt")
    dates = [entry.date for entry in build_timeline(build_corpus(old, new))]
    assert dates == ["2020-02-21", "2021-03-19"]


def test_family_stands_once_with_every_article():
    one = build_article(["The bridge fell on Monday."], "2021-06-09", "a.txt")
    two = build_article(["On Monday the bridge fell."], "2021-06-08", "b.txt")
    members = tuple(a.cite(a.sentences[0].span) for a in (one, two))
    families = (Family("f", members, members),)
    (entry,) = build_timeline(build_corpus(one, two, families=families))
    assert [len(s.citations) for s in entry.statements] == [2]
    assert entry.paths == {"a.txt", "b.txt"}


def test_most_attested_statement_goes_first():
    one = build_article(["Rain fell on Monday.", "The bridge fell on Monday."], "2021-06-09", "a")
    two = build_article(["On Monday the bridge fell."], "2021-06-09", "b")
    members = (one.cite(one.sentences[1].span), two.cite(two.sentences[0].span))
    families = (Family("f", members, members),)
    (entry,) = build_timeline(build_corpus(one, two, families=families))
    assert [s.text for s in entry.statements] == [
        "The bridge fell on Monday.",
        "Rain fell on Monday.",
    ]


def test_announcement_gives_way_to_the_report_of_the_same_saying():
    before = build_article(["The court will rule on Monday."], "2021-06-04", "a")
    after = build_article(["The court ruled on Monday."], "2021-06-08", "b")
    members = tuple(a.cite(a.sentences[0].span) for a in (before, after))
    families = (Family("f", members, members),)
    (entry,) = build_timeline(build_corpus(before, after, families=families))
    assert (entry.date, entry.announced) == ("2021-06-07", False)


def test_days_are_ranked_by_articles_not_by_mentions():
    loud = build_article(["On Sunday it rained."] * 5 + ["It snowed on Monday."], "2021-06-09", "a")
    other = build_article(["Snow came on Monday."], "2021-06-09", "b")
    assert rank_days(build_timeline(build_corpus(loud, other))) == ("2021-06-07", "2021-06-06")
