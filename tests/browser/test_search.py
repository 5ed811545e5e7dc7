"""Search: what is asked for comes first, and a hit opens the sentence itself."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browsing import serve_site
from tests.browser.test_reading import find_target
from tests.projects import ROOT, Project

pytestmark = pytest.mark.browser


def search(page: Page, query: str, said: str = "matching") -> Locator:
    """Return the links of what is found, once the page has `said` how much that is."""
    page.goto("")
    page.locator(".md-search__input").fill(query)
    page.keyboard.press("Shift")  # the theme listens to keys, and not all that is asked has some
    expect(page.locator(".md-search-result__meta")).to_contain_text(said)
    return page.locator(".md-search-result__link")


def test_a_search_opens_the_sentence(page: Page) -> None:
    links = search(page, "pipeline")
    links.and_(page.locator("[href*='articles/'][href*='#']")).first.click()
    assert "gas pipeline project" in find_target(page)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("peace plan", "topics/peace-plan/"),
        ("energy deals", "topics/energy-deals/"),
        ("icc warrants", "topics/icc-warrant/"),
        ("17 March 2023", "timeline/#d-2023-03-17"),
        ("Jinping Xi", "quotes/#by-xi-jinping"),
        ("zelenski", "names/#name-person-volodimir-zelenski"),
        ("disagreements", "disagreements/"),
        ('"gas pipeline project"', "articles/"),
        ("pipeline -about -project", "topics/energy-deals/"),
    ],
)
def test_the_first_hit_is_what_was_asked_for(page: Page, query: str, place: str) -> None:
    """Of a group of hits, the page names it and the best one beneath carries the score."""
    search(page, query)
    page.keyboard.press("Enter")
    path, _, anchor = place.partition("#")
    page.wait_for_url(re.compile(rf"/{re.escape(path)}.*#?{re.escape(anchor)}"))


@pytest.mark.parametrize(
    ("query", "marked"),
    [("xi’s visits", {"xi", "visit", "visits"}), ("negotiations", {"negotiation", "negotiations"})],
)
def test_hits_are_marked_whatever_their_ending(page: Page, query: str, marked: set[str]) -> None:
    search(page, query)
    found = page.locator(".md-search-result__item mark").all_text_contents()
    words = {re.sub("['’]s$", "", word.lower()) for word in found}
    assert words
    assert {w for w in words if not any(w.startswith(m) for m in marked)} == set()


@pytest.mark.parametrize("query", ["zzzz", "<b>", "-", "“”"])
def test_what_nothing_says_is_not_found(page: Page, query: str) -> None:
    expect(search(page, query, "No matching documents")).to_have_count(0)


def test_words_without_spaces_between_them_are_found_side_by_side(
    browser: Browser, tmp_path: Path
) -> None:
    project = Project(Path(shutil.copytree(ROOT / "tests/corpora/languages/zh", tmp_path / "zh")))
    (project.docs).mkdir()
    file = project.folder / "mkdocs.yml"
    config = {"theme": "material", "markdown_extensions": ["footnotes", "tables"]}
    file.write_text(yaml.safe_dump(config | yaml.safe_load(file.read_text("utf-8"))), "utf-8")
    project.build()
    with serve_site(project.site) as address:
        page = browser.new_page(base_url=address)
        links = search(page, "冷却油泄漏", "1")
        expect(links.filter(has_text="冷却油泄漏")).to_have_count(1)
        search(page, "油冷却泄漏", "没有")
        expect(links).to_have_count(0)
        page.close()
