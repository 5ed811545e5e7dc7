"""An editor's word on speakers."""

from __future__ import annotations

import pytest

from generator.annotation.corrections import correct_speakers
from generator.annotation.quotations import find_quotations
from generator.config import EditorEntry
from generator.findings import Annotations
from tests.annotation.articles import build_article

ARTICLE = build_article(["“We are all very tired of it,” Reed said."])
NOTE = Annotations(ARTICLE.path, quotations=find_quotations(ARTICLE))


@pytest.mark.parametrize(
    ("quote", "speaker", "path", "expect"),
    [
        ("We are all", "Ann Reed", None, ("Ann Reed", 1.0)),
        ("we ARE all very", "", None, (None, 0.0)),
        ("We are al", "Ann Reed", None, ("Reed", 0.95)),
        ("We are all", "Ann Reed", "other.txt", ("Reed", 0.95)),
        ("We are all", "Ann Reed", ARTICLE.path, ("Ann Reed", 1.0)),
    ],
)
def test_an_editor_names_the_speaker_of_what_begins_so(
    quote: str, speaker: str, path: str | None, expect: tuple[str | None, float]
) -> None:
    entry = EditorEntry(quote=quote, speaker=speaker, path=path, why="heard on tape")
    (found,) = correct_speakers(NOTE, ARTICLE, [entry]).quotations
    assert (found.speaker, found.confidence) == expect
