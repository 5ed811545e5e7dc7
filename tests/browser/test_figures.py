"""The drawings: each mark leads where its table does, by pointer, by keyboard, without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.screenshots import LOOKS
from tests.browser.test_access import RULES

pytestmark = pytest.mark.browser
PAGES = ("timeline/", "names/")
MOMENT = re.compile("dossier-moment")


def expect_day(page: Page) -> None:
    """Expect a day of the timeline as the target of the address, in sight."""
    page.wait_for_url("**/timeline/**#d-*")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_class(MOMENT)


def test_a_bar_leads_to_its_day(page: Page) -> None:
    page.goto("timeline/")
    bar = page.locator(".dossier-figure a").last
    label = bar.locator("[aria-label]").get_attribute("aria-label") or ""
    bar.click(force=True)
    expect_day(page)
    assert re.search(r"\d+ sentence", label)


def test_bars_are_links_with_names_opened_at_the_keyboard(page: Page) -> None:
    page.goto("timeline/")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    links = [node["name"]["value"] for node in tree["nodes"] if read_role(node) == "link"]
    bars = page.locator(".dossier-figure a")
    assert len([name for name in links if re.search(r"\d{4}: \d+ sentence", name)]) == bars.count()
    bars.first.focus()
    page.keyboard.press("Enter")
    expect_day(page)


def read_role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value"))


def test_the_table_is_opened_and_followed_at_the_keyboard(page: Page) -> None:
    page.goto("timeline/")
    table = page.locator(".dossier-aside")
    expect(table.locator("table")).not_to_be_visible()
    table.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(table.locator("table")).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_text(["When", "Statements", "Articles"])
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('td a')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_day(page)


def test_bars_and_rows_are_as_many_and_say_the_same(page: Page) -> None:
    page.goto("timeline/")
    rows = page.locator(".dossier-aside td:first-child a").all_text_contents()
    labels = page.locator(".dossier-figure [aria-label]").evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label').split(':')[0])"
    )
    assert labels
    assert set(labels) <= set(rows)


def test_a_name_leads_to_its_section_and_on_to_a_sentence(page: Page) -> None:
    page.goto("names/")
    page.get_by_role("link", name="Vladimir Putin").first.click()
    expect(page.locator("h3:target")).to_have_text("Vladimir Putin")
    page.locator("h3:target ~ ul a").first.click()
    page.wait_for_url("**/articles/**#*")
    expect(page.locator("[data-cite]:target")).to_be_in_viewport()


def test_a_name_leads_to_its_days(page: Page) -> None:
    page.goto("names/")
    page.locator("h3 ~ ul a[href*='timeline']").first.click()
    expect_day(page)


def test_who_is_named_together_is_a_drawing_and_a_table(page: Page) -> None:
    page.goto("names/")
    drawing = page.locator("svg.dossier-company")
    expect(drawing).to_have_accessible_name(re.compile(r" \+ .+: \d+"))
    figures = drawing.locator("text").all_text_contents()
    table = page.locator(".dossier-aside:has(a[href*='articles'])").last
    table.locator("summary").click()
    counts = table.locator("td:nth-child(2)").all_text_contents()
    assert counts
    assert sorted(counts) == sorted(text for text in figures if text.isdigit())


@pytest.mark.parametrize("width", [360, 1280])
def test_drawings_keep_inside_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    for path in PAGES:
        page.goto(path)
        box = page.locator("article svg[class^=dossier]").first.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_drawings_and_tables_need_no_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("timeline/")
    page.locator(".dossier-aside summary").click()
    page.locator(".dossier-aside td a").first.click()
    expect_day(page)
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_when_all_is_unfolded(browser: Browser, address: str, look: str) -> None:
    size, scheme = LOOKS[look]
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    for path in PAGES:
        page.goto(path)
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert Axe().run(page, options=RULES).response["violations"] == []
    context.close()
