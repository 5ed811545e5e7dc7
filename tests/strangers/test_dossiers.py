"""What the dossiers of made-up events say, against what their reader wrote down beforehand."""

from __future__ import annotations

import pytest

from tests.strangers.corpora import find_corpora
from tests.strangers.findings import (
    find_foreign,
    find_joined,
    find_off_topic,
    find_origin_errors,
    read_case,
    score_families,
    score_topic,
)

ENGLISH = ("ferry", "quakes")


@pytest.mark.parametrize("corpus", ENGLISH)
def test_nothing_but_article_text_is_printed(corpus: str) -> None:
    assert find_foreign(read_case(corpus)) == []


KNOWN_FAILURES = {
    "bell": "whoever says something is not what it is about",
    "languages/zh": "a term is found inside a longer word",
}


@pytest.mark.parametrize(
    "corpus",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=KNOWN_FAILURES[name]))
        if name in KNOWN_FAILURES
        else name
        for name in find_corpora()
    ],
)
def test_topic_summaries_keep_to_their_topic(corpus: str) -> None:
    assert find_off_topic(read_case(corpus)) == []


def test_twin_events_are_kept_apart() -> None:
    case = read_case("quakes")
    for topic in case.dossier.topics:
        assert score_topic(case, topic.topic.slug)[0].precision == 1.0
    assert find_joined(case) == []


@pytest.mark.parametrize("corpus", [n for n in find_corpora() if n not in ("bell", "ferry")])
def test_origins_are_those_expected(corpus: str) -> None:
    assert find_origin_errors(read_case(corpus)) == []


def test_prints_of_one_wire_story_are_one_origin_and_one_family() -> None:
    case = read_case("ferry")
    wire = {"wire/tpa-0417.txt", "lantern_4471.txt", "radio/sound-fm-1113.txt"}
    assert wire in [set(origin.paths) for origin in case.dossier.facts.origins]
    assert score_families(case, hard=False)[1] == []


def test_two_stories_of_one_outlet_stay_two_origins() -> None:
    case = read_case("ferry")
    origin = {path: o.id for o in case.dossier.facts.origins for path in o.paths}
    assert origin["courier-ferry-1113.txt"] != origin["courier-fuel.txt"]
    assert origin["lantern_4471.txt"] != origin["lantern_boss.txt"]
    assert origin["ledger/audit-may.txt"] != origin["ledger/analysis-lamp.txt"]
