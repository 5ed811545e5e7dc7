"""Settings: what is right is taken, what is wrong is named with the fix."""

from __future__ import annotations

from typing import Any

import pytest

from generator.config import Settings, parse_settings
from generator.errors import SettingsError

TOPIC = {
    "slug": "inquiry",
    "title": "Inquiry",
    "terms": ["inquiry", {"term": "judge", "weight": 2}],
}


def parse(**settings: Any) -> Settings:
    return parse_settings({"topics": [TOPIC], **settings})


def test_defaults_suffice_beside_topics() -> None:
    settings = parse()
    assert settings.seeds == "seeds"
    assert settings.summary.sentences == 5
    assert settings.thin.origins == 2
    assert settings.thin.sentences == 3


def test_plain_terms_weigh_one() -> None:
    terms = parse().topics[0].terms
    assert [(term.term, term.weight) for term in terms] == [("inquiry", 1.0), ("judge", 2.0)]


def test_names_are_merged_by_lists() -> None:
    settings = parse(
        entities={"merge": {"Ada Brenn": ["A. Brenn"]}, "kind": {"Ada Brenn": "person"}}
    )
    assert settings.entities.merge == {"Ada Brenn": ("A. Brenn",)}


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        parse().seeds = "elsewhere"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            {"summry": {"words": 9}},
            "plugins.dossier.summry: no such setting; did you mean summary?",
        ),
        ({"topics": [{**TOPIC, "wieght": 1}]}, "topics[0].wieght: no such setting; known: actors"),
        ({"topics": [{**TOPIC, "terms": [{"term": "a", "wight": 2}]}]}, "did you mean weight?"),
        ({"topics": []}, "name at least one topic"),
        ({"topics": [TOPIC, TOPIC]}, "twice: inquiry"),
        ({"topics": [{"slug": "Harbour Wall", "title": "x"}]}, "lower-case letters"),
        ({"topics": [{"slug": "wall"}]}, "topics[0].title: this setting is needed"),
        ({"ranker": "best"}, "plugins.dossier.ranker: input should be 'coverage', 'lead'"),
        ({"summary": {"sentences": 3, "words": 90}}, "give either sentences or words"),
        ({"summary": {"sentences": "five"}}, "summary.sentences: input should be a valid integer"),
        ({"seeds": "../../etc"}, "name a folder inside the project"),
        ({"output": "/var/www"}, "name a folder inside the project"),
        ({"date_window": ["2024-02-02", "2024-01-01"]}, "give the earlier day first"),
        ({"workers": 0}, "plugins.dossier.workers: "),
        ({"workers": 4}, "plugins.dossier.workers: only auto works so far"),
        ({"articles": "cited"}, "plugins.dossier.articles: only auto works so far"),
        (
            {"editor": [{"sentence": "3f2a9c", "do": "hide"}]},
            "editor[0].why: this setting is needed",
        ),
        ({"editor": [{"date": "on Friday", "why": "x"}]}, "editor[0].date: dates within a text"),
        ({"language": "English"}, "plugins.dossier.language: "),
    ],
)
def test_a_mistake_names_its_key_and_the_fix(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(**wrong)
    assert message in str(caught.value)


def test_every_mistake_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        parse(ranker="best", language="English", seeeds="x")
    assert len(str(caught.value).splitlines()) == 3
