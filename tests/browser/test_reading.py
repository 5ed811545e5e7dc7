"""What a reader does: search to a sentence, a citation to its passage and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def find_target(page: Page) -> str:
    """Return the text of the highlighted passage, once it is there."""
    target = page.locator("[data-cite]:target")
    expect(target).to_be_in_viewport()
    colour = target.evaluate("e => getComputedStyle(e).backgroundColor")
    assert colour not in {"rgba(0, 0, 0, 0)", "transparent"}
    below_header = (
        "e => e.getBoundingClientRect().top >= document.querySelector('.md-header').offsetHeight"
    )
    assert target.evaluate(below_header)
    return target.inner_text()


def search(page: Page, query: str) -> Locator:
    """Return the links of what is found, a page's own before those of its sentences."""
    page.goto("")
    page.locator(".md-search__input").click()
    page.keyboard.type(query)
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
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
    page.goto("")
    page.locator(".md-search__input").click()
    page.keyboard.type(query)
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_a_citation_opens_its_passage_and_back_returns(page: Page) -> None:
    page.goto("topics/peace-plan/")
    statement = page.locator(".dossier-statement:has(.footnote-ref)").first
    text = statement.locator("[data-cite]").inner_text()
    statement.locator(".footnote-ref").first.click()
    page.wait_for_url("**/articles/**")
    assert find_target(page) == text
    page.go_back()
    page.wait_for_url("**/topics/peace-plan/**")
    expect(page.locator("h1")).to_contain_text("Peace plan")


def test_evidence_opens_its_passage_and_the_passage_links_back(page: Page) -> None:
    page.goto("topics/icc-warrant/")
    page.get_by_role("link", name="in context").first.click()
    page.wait_for_url("**/articles/**")
    assert "International Criminal Court" in find_target(page)
    page.locator(".dossier-margin a", has_text="ICC warrant").click()
    page.wait_for_url("**/topics/icc-warrant/**")
    assert "International Criminal Court" in find_target(page)


def test_a_citation_shows_its_source_on_hover(page: Page) -> None:
    page.goto("topics/peace-plan/")
    page.locator(".footnote-ref").first.hover()
    card = page.locator(".md-tooltip2")
    expect(card).to_be_visible()
    expect(card.get_by_role("link", name="in context")).to_be_visible()


def test_a_citation_works_from_the_keyboard(page: Page) -> None:
    page.goto("topics/peace-plan/")
    page.locator(".footnote-ref").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    find_target(page)
