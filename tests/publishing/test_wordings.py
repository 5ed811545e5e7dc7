"""The wordings of one statement, outlet by outlet."""

from __future__ import annotations

import hashlib

from generator import pipeline
from generator.config import Settings, Topic
from generator.models import Seed
from generator.publishing.register import build_register
from generator.publishing.wordings import build_wordings

ONE = """Mayor of Lund: “Bridge will stay shut until the end of May”

The old bridge at Lund was closed on Tuesday after engineers had found cracks.

“The bridge will stay shut until the end of May,” the mayor, Anna Berg, told reporters.
"""
OTHER = """Lund loses its bridge for months

“The bridge stays shut until the end of May, of course,” mayor Anna Berg said on Tuesday.

Lorries will be sent over the ferry, which runs every hour from the northern quay.
"""


def test_an_outlet_is_quoted_from_its_body_where_the_heading_says_it_too() -> None:
    seeds = [
        Seed(f"{name}.txt", text.encode(), hashlib.sha256(text.encode()).hexdigest())
        for name, text in (("one", ONE), ("other", OTHER))
    ]
    topic = Topic.model_validate({"slug": "bridge", "title": "Bridge", "terms": ["bridge"]})
    settings = Settings.model_construct(language="en", topics=(topic,))
    corpus = pipeline.read_corpus(seeds, settings, {})
    dossier = pipeline.build_dossier(corpus, settings, {"one.txt": "one", "other.txt": "other"})
    (wordings,) = build_wordings(build_register(dossier, settings), dossier.topics[0])
    first, second = ([piece.passage.text for piece in row.pieces] for row in wordings.rows)
    assert "".join(first).startswith("The bridge")
    assert "".join(second).startswith("The bridge")
