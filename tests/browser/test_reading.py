"""What a reader does: a citation to its passage and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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
