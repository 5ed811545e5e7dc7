"""The same ways through a site that swaps its pages, as one with `site_url` does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsing import serve_site
from tests.projects import copy_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def swapping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site that swaps its pages."""
    project = copy_project(tmp_path_factory.mktemp("swapping") / "project")
    config = project.folder / "mkdocs.yml"
    project.site.mkdir()
    with serve_site(project.site) as address:
        config.write_text(config.read_text("utf-8") + f"\nsite_url: {address}\n", "utf-8")
        project.build()
        yield address


@pytest.fixture
def visit(browser: Browser, swapping: str) -> Iterator[Page]:
    """Open the front page; an error of a script, or a page loaded anew, fails the test."""
    page = browser.new_page(base_url=swapping, viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.same = true")
    yield page
    assert page.evaluate("window.same"), "the page was loaded anew"
    page.close()
    assert faults == []


def test_passages_are_highlighted_when_pages_are_swapped(visit: Page) -> None:
    visit.locator(".md-sidebar--primary a[href*='topics/peace-plan']").first.click()
    visit.wait_for_url("**/peace-plan/")
    visit.locator(".md-content .footnote-ref").first.click()
    visit.wait_for_url("**/articles/**")
    expect(visit.locator("[data-cite]:target")).to_be_in_viewport()
    visit.go_back()
    visit.wait_for_url("**/peace-plan/**")


def test_drawings_do_not_stop_the_swapping(visit: Page) -> None:
    """The theme assigns to the address of every link, which one in a drawing does not allow."""
    visit.locator(".md-sidebar--primary a[href$='timeline/']").first.click()
    expect(visit.locator("h1")).to_have_text(re.compile("Timeline"))
    visit.locator(".dossier-figure a").last.click(force=True)
    visit.wait_for_url("**/timeline/#d-*")
    expect(visit.locator(":target")).to_be_in_viewport()
    visit.locator(".md-sidebar--primary a[href$='names/']").first.click()
    expect(visit.locator("h1")).to_have_text(re.compile("People"))


def test_a_search_lands_and_its_index_is_loaded_once(browser: Browser, swapping: str) -> None:
    page = browser.new_page(base_url=swapping, viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    for query in ("pipeline", "mediator"):
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill(query)
        page.keyboard.press("Shift")
        page.locator(f".md-search-result__link[href*='h={query}#']").first.click()
        page.wait_for_url(re.compile(rf"/articles/.*h={query}#"))
        target = page.locator("[data-cite]:target")
        expect(target).to_be_in_viewport()
        expect(target).to_contain_text(query)
    loaded = [url for url in asked if url.endswith(("search_index.json", "dossier-search.js"))]
    assert len(loaded) == 2
    page.close()
