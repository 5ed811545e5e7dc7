"""How much of each article is published: pages and data keep to the setting alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator import verify
from generator.build import build_dossier
from generator.config import Settings
from generator.dossier import Dossier
from generator.models import Span
from generator.project import open_project
from generator.publishing.exports import find_cited
from generator.publishing.layout import build_files
from tests.projects import ROOT, copy_project

MODES = ("full", "excerpts", "citations")
HELD_BACK = MODES[1:]
Place = tuple[str, Span]


@lru_cache(maxsize=1)
def read_dossier() -> tuple[Dossier, Settings]:
    project = open_project(ROOT / "tests/corpora/ferry/mkdocs.yml")
    return build_dossier(project), project.settings


@lru_cache(maxsize=3)
def lay_out(republish: str) -> dict[str, str]:
    dossier, settings = read_dossier()
    return build_files(dossier, settings.model_copy(update={"republish": republish}))


def find_places(files: dict[str, str]) -> Iterator[Place]:
    """Yield the place of every text on a page or in the data."""
    for name, text in files.items():
        if name.endswith(".md"):
            for place in find_cited(text):
                path, _, span = place.rpartition("#")
                yield path, Span(*map(int, span.split("-")))
        elif name.endswith(".json"):
            yield from find_records(json.loads(text))


def find_records(value: Any) -> Iterator[Place]:
    if isinstance(value, dict):
        if {"text", "start", "path"} <= value.keys():
            yield value["path"], Span(value["start"], value["end"])
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from find_records(item)


def find_published(files: dict[str, str]) -> set[Place]:
    """Return the sentences that the pages of the articles print."""
    pages = "".join(text for name, text in files.items() if name.startswith("articles/"))
    return {
        (report.article.path, sentence.span)
        for report in read_dossier()[0].articles
        for sentence in report.article.sentences
        if f'id="{report.slug}-{sentence.id}"' in pages
    }


@pytest.mark.parametrize("republish", HELD_BACK)
def test_nothing_prints_a_sentence_that_its_article_holds_back(republish: str) -> None:
    files = lay_out(republish)
    published, places = find_published(files), set(find_places(files))
    for report in read_dossier()[0].articles:
        article, title = report.article, report.article.metadata.title.span
        held = [s.span for s in article.sentences if (article.path, s.span) not in published]
        own = [span for path, span in places if path == article.path]
        shown = {one for span in own for one in held if span.covers(one)}
        assert not {one for one in shown if not (title and title.covers(one))}


def test_each_setting_publishes_less_than_the_one_before() -> None:
    full, excerpts, citations = (find_published(lay_out(republish)) for republish in MODES)
    assert full > excerpts > citations


@pytest.mark.parametrize("republish", MODES)
def test_anchors_in_the_data_stand_on_pages(republish: str) -> None:
    files = lay_out(republish)
    pages = "".join(text for name, text in files.items() if name.endswith(".md"))
    data = "".join(text for name, text in files.items() if name.endswith(".json"))
    anchors = set(re.findall(r'"anchor": "([^"]+)"', data))
    assert anchors
    assert [anchor for anchor in sorted(anchors) if f'id="{anchor}"' not in pages] == []


@pytest.mark.parametrize("republish", HELD_BACK)
def test_a_site_that_holds_text_back_is_verbatim_too(tmp_path: Path, republish: str) -> None:
    """The full one is verified wherever the repository's own site is."""
    project = copy_project(tmp_path / "project")
    settings = project.folder / "mkdocs.yml"
    line, text = "      seeds: seeds\n", settings.read_text("utf-8")
    assert line in text
    settings.write_text(text.replace(line, f"{line}      republish: {republish}\n", 1), "utf-8")
    project.generate()
    project.build()
    assert verify.verify(project.site, project.seeds) == []
