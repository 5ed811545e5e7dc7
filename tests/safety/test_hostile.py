"""Articles that mean harm: their site builds strictly, quotes them exactly, and runs nothing."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import reduce
from operator import or_
from pathlib import Path

import pytest

from generator.verify import verify
from tests.projects import Project
from tests.safety.hostile import build_hostile_seeds
from tests.safety.pages import Element, find_fetched, list_broken, read_page

OURS = frozenset(
    "a abbr article aside b bdi br button caption cite code col colgroup dd del details div dl dt "
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins label li mark nav ol p pre q "
    "section small span strong sub summary sup table tbody td tfoot th thead time tr u ul "
    "svg circle defs desc g line path pattern rect text title tspan use".split()
)

NAME = "[a-z0-9-]+"
NARROWING = re.compile(
    rf"<style>(?:p:has\(#{NAME}:target\)~:is\((?:"
    rf"h3:not\(\.{NAME}\),h3:not\(\.{NAME}\)\+p,h3:not\(\.{NAME}\)\+p\+ul"
    rf"|\.dossier-moment:not\(\.{NAME}\),p:has\(>\.dossier-dated:not\(\.{NAME}\)\)"
    r")\)\{display:none\})+</style>"
)
"""The one style sheet that stands in a page's content: rules that narrow a list, nothing else."""

LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

pytestmark = pytest.mark.slow


def find_article_elements(page: Path) -> list[Element]:
    """Return the elements of the page's own content."""
    return [element for element in read_page(page).elements if "article" in element.parents]


def test_every_hostile_article_is_on_the_site(hostile: Project) -> None:
    assert len(list((hostile.site / "articles").glob("*/index.html"))) == len(build_hostile_seeds())


def test_what_they_say_is_quoted_to_the_character(hostile: Project) -> None:
    assert verify(hostile.site, hostile.seeds) == []


def test_every_link_still_leads_somewhere_and_nothing_is_fetched(hostile: Project) -> None:
    assert list_broken(hostile.site) == []
    assert [address for page in hostile.pages() for address in find_fetched(page)] == []


def test_no_element_of_theirs_reaches_a_page(hostile: Project) -> None:
    for page in hostile.pages():
        elements = find_article_elements(page)
        assert {element.tag for element in elements} - {"style"} <= OURS, page


def test_a_style_sheet_within_a_page_narrows_its_list_and_does_nothing_else(
    hostile: Project,
) -> None:
    found = []
    for page in hostile.pages():
        content = page.read_text("utf-8").partition("<article")[2]
        sheets = re.findall(r"<style.*?</style>", content, re.DOTALL)
        tags = [element.tag for element in find_article_elements(page)]
        assert tags.count("style") == len(sheets), page
        assert [sheet for sheet in sheets if not NARROWING.fullmatch(sheet)] == [], page
        found += sheets
    assert found, "no list of the hostile articles is narrowed"


def test_no_handler_and_no_foreign_style_reaches_a_page(hostile: Project) -> None:
    for page in hostile.pages():
        for element in read_page(page).elements:
            handlers = [name for name in element.attributes if name.startswith("on")]
            assert handlers == [], page
            assert "srcdoc" not in element.attributes, page
            assert "position:fixed" not in element.attributes.get("style", ""), page


def test_no_id_of_theirs_clobbers_the_theme(hostile: Project) -> None:
    for page in hostile.pages():
        ids = [element.attributes.get("id", "") for element in find_article_elements(page)]
        assert [name for name in ids if name.startswith("__")] == [], page


def test_no_more_scripts_and_frames_than_the_theme_brings(hostile: Project, real: Project) -> None:
    kinds = ("script", "style", "iframe", "base", "meta", "title")

    def count(page: Path) -> Counter[str]:
        return Counter(e.tag for e in read_page(page).elements if e.tag in kinds)

    usual = reduce(or_, map(count, real.pages())) + Counter(title=20)  # an SVG's are harmless
    for page in hostile.pages():
        assert count(page) <= usual, page


def test_what_is_said_to_machines_stays_data(hostile: Project) -> None:
    found = [
        block for page in hostile.pages() for block in LINKED_DATA.findall(page.read_text("utf-8"))
    ]
    assert found
    assert all(json.loads(block) and "<" not in block for block in found)


def test_no_secret_file_is_drawn_into_a_page(hostile: Project) -> None:
    for page in hostile.pages():
        text = page.read_text("utf-8")
        assert "custom_dir" not in text
        assert str(hostile.folder) not in text


def test_file_names_of_the_site_are_plain(hostile: Project) -> None:
    for file in (hostile.site / "articles").rglob("*"):
        assert set(file.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert len(file.name) <= 80
