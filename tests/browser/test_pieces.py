"""The pieces of the pages: cards, copies, cells, days, paper, and life without scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.screenshots import find_pages

pytestmark = pytest.mark.browser
ARTICLE = "articles/tsarizm-putin-meets-with-xi-says-russia-is-open-to-60ea2cc0/"
THEME = Path(__file__).parents[2] / "generator" / "theme" / "assets"


def test_a_citation_card_can_be_entered_and_dismissed(page: Page) -> None:
    """WCAG 1.4.13: what appears on hover stays while pointed at, and Escape takes it away."""
    page.goto("topics/peace-plan/")
    page.locator(".footnote-ref").first.hover()
    card = page.locator(".md-tooltip2--active")
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    expect(card).to_have_attribute("aria-label", "Citation")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


STATEMENTS = {
    "overview": ("", ".dossier-statement"),
    "summary": ("topics/peace-plan/", ".dossier-statement:has(.footnote-ref)"),
    "wording": ("topics/peace-plan/", ".dossier-row"),
    "topic's timeline": ("topics/peace-plan/", ".dossier-dated"),
    "evidence": ("topics/peace-plan/", "li > .dossier-statement"),
    "timeline": ("timeline/", ".dossier-dated"),
    "quotes": ("quotes/", ".dossier-quote"),
    "disagreements": ("disagreements/", ".dossier-statement"),
    "article": (ARTICLE, ".dossier-statement"),
    "text of an article": (ARTICLE, ".dossier-text .dossier-cited > [data-cite]"),
}


@pytest.mark.parametrize("kind", STATEMENTS)
def test_every_statement_is_copied_with_its_citation(
    context: BrowserContext, page: Page, kind: str
) -> None:
    """By pointer as plain text, by keyboard as Markdown; the address opens the cited sentence."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    path, kind_of = STATEMENTS[kind]
    page.goto(path)
    page.wait_for_load_state("networkidle")
    statement = page.locator(kind_of).first
    text = "".join(statement.locator("xpath=descendant-or-self::*[@data-cite]").all_inner_texts())
    statement.hover()
    statement.get_by_role("button", name="Copy", exact=True).click()
    expect(statement.get_by_role("button", name="Copied")).to_be_visible()
    plain = page.evaluate("navigator.clipboard.readText()")
    said, name, url = re.fullmatch(r"“(.+)” \((.+, \d.*), (http\S+)\)", plain).groups()  # type: ignore[union-attr]
    assert said in statement.inner_text()
    assert said.replace(" ", "") == text.replace(" ", "")
    statement.get_by_role("button", name="Copy as Markdown").focus()
    page.keyboard.press("Enter")
    expect(statement.get_by_role("button", name="Copied")).to_have_count(2)
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"> — [{name}]({url})")
    page.goto(url)
    sentence = page.locator("[data-cite]:target").inner_text()
    assert said in sentence or sentence in said


def test_the_tools_of_a_statement_are_reached_by_keyboard(page: Page) -> None:
    page.goto("topics/icc-warrant/")
    page.wait_for_load_state("networkidle")
    link = page.locator("li > .dossier-statement > a").first
    link.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy", exact=True)).to_be_focused()
    link.press("Enter")
    page.wait_for_url("**/articles/**")
    passage = page.locator("[data-cite]:target")
    expect(passage).to_have_attribute("tabindex", "0")
    passage.focus()
    page.keyboard.press("Tab")
    expect(passage.get_by_role("button", name="Copy", exact=True)).to_be_focused()


def test_a_cell_of_the_coverage_matrix_leads_to_its_sentences(page: Page) -> None:
    page.goto("")
    cell = page.locator("td:has(.dossier-count) a").first
    count = int(cell.inner_text())
    cell.click()
    page.wait_for_url("**/topics/**#from-*")
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    assert count >= 1


def test_evidence_says_why_it_is_there_at_a_key(page: Page) -> None:
    page.goto("topics/peace-plan/")
    control = page.locator(".dossier-why").first
    expect(control).not_to_have_attribute("open", "")
    control.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(control).to_have_attribute("open", "")
    expect(control).to_contain_text("of 100")


def test_the_accounts_of_a_disagreement_stand_below_each_other_in_a_hand(page: Page) -> None:
    page.goto("disagreements/")
    expect(page.locator(".dossier-side").first).not_to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator(".dossier-side").first).to_be_visible()
    expect(page.locator("table thead").first).not_to_be_visible()


def test_a_day_of_the_timeline_leads_to_its_sentence(page: Page) -> None:
    page.goto("timeline/")
    expect(page.locator(".dossier-exact").first).to_be_visible()
    page.locator(".dossier-dated a").first.click()
    page.wait_for_url("**/articles/**#*")
    expect(page.locator("[data-cite]:target")).to_be_in_viewport()


def test_everything_but_search_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("topics/peace-plan/")
    page.locator(".footnote-ref").first.click()
    note = page.locator("li:target")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="in context").click()
    expect(page.locator("[data-cite]:target")).to_be_in_viewport()
    context.close()


def test_a_printed_topic_is_a_brief_with_numbered_references(page: Page) -> None:
    page.goto("topics/peace-plan/")
    page.emulate_media(media="print")
    for furniture in (".md-header", ".md-sidebar", ".md-footer", ".footnote-backref"):
        expect(page.locator(furniture).first).not_to_be_visible()
    expect(page.locator(".footnote li").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", [360, 640])
def test_nothing_is_wider_than_a_small_screen(
    browser: Browser, address: str, site: Path, width: int
) -> None:
    """640 px is also a desk of 1280 at 200 % zoom."""
    context = browser.new_context(viewport={"width": width, "height": 740}, base_url=address)
    page = context.new_page()
    wide = []
    for path in find_pages(site):
        page.goto(path)
        excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        if page.evaluate(excess) > 0:
            wide.append(path)
    context.close()
    assert wide == []


def test_pages_stay_light(site: Path) -> None:
    page = (site / "topics" / "peace-plan" / "index.html").read_bytes()
    assert len(page) <= 150_000
    assert len(gzip.compress(page)) <= 30_000
    ours = [file for kind in ("stylesheets", "javascripts") for file in (THEME / kind).iterdir()]
    served = [site / file.relative_to(THEME.parent) for file in ours]
    assert sum(file.stat().st_size for file in served) <= 20_000


def test_nothing_moves_after_it_was_painted(page: Page) -> None:
    page.goto("topics/peace-plan/")
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 500);
        })"""
    )
    assert shift == 0
