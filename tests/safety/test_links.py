"""Every address in the built site leads somewhere, raw HTML's included, and nothing is fetched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.projects import Project
from tests.safety.pages import find_broken, find_fetched, list_broken, read_page

STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")

pytestmark = pytest.mark.slow


def test_every_link_and_anchor_resolves(real: Project) -> None:
    assert list_broken(real.site) == []


def test_a_broken_link_or_anchor_would_be_found(real: Project, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<p id="a"><a href="#b"></a><a href="x/"></a><a href="javascript:x"></a></p>')
    addresses = [address for _, address in read_page(page).addresses()]
    assert all(find_broken(tmp_path, page, address) for address in addresses)
    assert find_broken(tmp_path, page, "#a") is None


def test_every_cited_anchor_of_the_data_resolves(real: Project) -> None:
    data = json.loads((real.site / "data/dossier.json").read_text("utf-8"))
    slugs = {article["path"]: article["slug"] for article in data["articles"]}
    statements = [s for topic in data["topics"] for s in topic["statements"]]
    citations = [c for s in statements + data["overview"]["statements"] for c in s["citations"]]
    assert citations
    for citation in citations:
        page = real.site / "articles" / slugs[citation["path"]] / "index.html"
        assert citation["anchor"] in read_page(page).ids


def test_every_search_result_opens_its_place(real: Project) -> None:
    index = json.loads((real.site / "search/search_index.json").read_text("utf-8"))
    assert index["docs"]
    for entry in index["docs"]:
        assert find_broken(real.site, real.site / "index.html", entry["location"]) is None


def test_no_id_stands_twice_on_a_page(real: Project) -> None:
    for page in real.pages():
        ids = [e.attributes["id"] for e in read_page(page).elements if e.attributes.get("id")]
        assert sorted(ids) == sorted(set(ids)), page


def test_no_page_fetches_anything_from_elsewhere(real: Project) -> None:
    assert [address for page in real.pages() for address in find_fetched(page)] == []


def test_no_style_sheet_fetches_anything_from_elsewhere(real: Project) -> None:
    sheets = sorted(real.site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for address in (a or b for a, b in STYLE_ADDRESS.findall(sheet.read_text("utf-8"))):
            if not address.startswith(("data:", "#")):
                assert not urlsplit(address).netloc, sheet
                assert find_broken(real.site, sheet, address) is None, sheet


def test_none_of_our_scripts_knows_an_address(real: Project) -> None:
    """The theme's own bundle is watched in the browser."""
    theirs = {*real.site.glob("assets/javascripts/*.js"), *real.site.glob("assets/*/[lw]*/**/*.js")}
    for script in sorted({*real.site.rglob("*.js")} - theirs):
        assert not re.search(r"https?://(?!www\.w3\.org/)", script.read_text("utf-8")), script


def test_nothing_is_drawn_in_by_an_extension(real: Project) -> None:
    """What would make the theme's bundle fetch: diagrams from unpkg, emoji from jsdelivr."""
    for page in real.pages():
        classes = {
            name
            for element in read_page(page).elements
            for name in element.attributes.get("class", "").split()
        }
        assert classes & {"mermaid", "twemoji-remote", "emojione", "gemoji"} == set()
