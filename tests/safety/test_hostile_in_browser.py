"""Articles that mean harm, opened in a Chromium with the page's own policy switched off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.browsing import serve_site
from tests.projects import Project

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TRAP = "window.PWNED = () => { throw new Error('PWNED') }"
ARTICLES = 40


class Visit:
    """A visitor to the hostile site, and everything that must not happen to one."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address, self.faults = address, list[str]()
        context.add_init_script(TRAP)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("console", lambda m: m.type == "error" and self.faults.append(m.text))
        context.on("dialog", lambda dialog: self.faults.append(dialog.message))
        context.on("request", self.notice_request)
        context.on("page", lambda page: self.faults.append(f"opened {page.url}"))
        self.page: Page = context.new_page()
        self.faults.clear()

    def notice_request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(request.url)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path, wait_until="load")
        if self.page.url != self.address + path:
            self.faults.append(f"{path} led to {self.page.url}")


@pytest.fixture
def visit(hostile: Project, browser: Browser) -> Iterator[Visit]:
    with serve_site(hostile.site) as address:
        context = browser.new_context(bypass_csp=True)
        yield Visit(context, address)
        context.close()


def find_paths(project: Project) -> list[str]:
    """Return every page that gathers articles, and an even choice of theirs."""
    pages = [page.parent.relative_to(project.site).as_posix() for page in project.pages()]
    paths = ["" if page == "." else f"{page}/" for page in dict.fromkeys(pages)]
    articles = [path for path in paths if path.startswith("articles/")]
    chosen = articles[:: max(1, len(articles) // ARTICLES)]
    return [path for path in paths if path not in articles] + chosen


def test_nothing_of_theirs_runs_asks_or_leads_away(visit: Visit, hostile: Project) -> None:
    for path in find_paths(hostile):
        visit.open(path)
        assert visit.faults == [], path


def test_the_trap_would_spring(visit: Visit) -> None:
    visit.open("")
    with visit.page.context.expect_event("weberror") as caught:
        visit.page.evaluate("document.body.innerHTML += '<img src=x onerror=PWNED()>'")
    assert "PWNED" in str(caught.value.error)
    assert any("PWNED" in fault for fault in visit.faults)


def test_what_a_page_shows_is_what_the_article_says(visit: Visit, hostile: Project) -> None:
    """A browser reads the same text from the page as the verifier does."""
    visit.open("topics/tunnel/")
    shown = visit.page.locator("article [data-cite]").all_text_contents()
    assert any("<script>PWNED()</script>" in text for text in shown)
    assert any("{{ cycler.__init__" in text for text in shown)


def test_a_search_shows_their_words_and_runs_none(visit: Visit) -> None:
    visit.open("")
    visit.page.wait_for_load_state("networkidle")
    visit.page.locator(".md-search__input").click()
    visit.page.keyboard.type("onerror")
    visit.page.locator(".md-search-result__item").first.wait_for()
    assert visit.faults == []
