"""Lists narrowed to an outlet or a date: by links alone, at an address that can be shared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browsing import serve_site
from tests.browser.screenshots import LOOKS
from tests.browser.test_access import find_violations
from tests.projects import copy_project

pytestmark = pytest.mark.browser
TOPIC = "topics/peace-plan/"
LISTS = {
    "evidence": (TOPIC, "evidence", "li:has(> .dossier-statement):visible"),
    "timeline of a topic": (TOPIC, "days", ".dossier-dated:visible"),
    "timeline": ("timeline/", "days", ".dossier-dated:visible"),
}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param, base_url=address)
    yield context.new_page()
    context.close()


def find_choices(page: Page, name: str) -> list[tuple[str, int]]:
    """Return address and count of each choice that the list `name` offers."""
    items = page.locator(f"#{name} [role=listitem]")
    links = [
        item.get_by_role("link", include_hidden=True).get_attribute("href") for item in items.all()
    ]
    counts = [int((item.text_content() or "").split()[-1]) for item in items.all()]
    return [
        (f"#{(link or '').partition('#')[2]}", count)
        for link, count in zip(links, counts, strict=True)
    ]


def choose(page: Page, name: str, number: int) -> None:
    """Follow a link of the control, as a reader does.

    After the first link within a page the theme may swap the page in again, its folds closed.
    """
    page.wait_for_timeout(500)
    link = page.locator(f"#{name} [role=listitem] a").nth(number)
    if not link.is_visible():
        page.locator(f"#{name} > summary").click()
    link.click()


def count_shown(page: Page, name: str) -> int:
    """Return how many sentences a reader sees in the list, with titles that say no less."""
    _, control, shown = LISTS[name]
    titles = page.locator("h3 + p:visible > .dossier-reason").all_text_contents()
    more = sum(int(text.split()[0]) for text in titles if "title" in text)
    return page.locator(shown).count() + (more if control == "evidence" else 0)


def find_line(page: Page) -> Locator:
    """Return the line that says what is shown."""
    return page.locator(".dossier-only:visible")


@pytest.mark.parametrize("name", LISTS)
def test_a_shared_address_shows_its_part_alone_and_counts_it(visitor: Page, name: str) -> None:
    path, control, _ = LISTS[name]
    visitor.goto(path)
    everything = count_shown(visitor, name)
    choices = find_choices(visitor, control)
    assert len(choices) > 2
    for anchor, count in choices:
        visitor.goto("about:blank")
        visitor.goto(path + anchor)
        expect(find_line(visitor)).to_be_in_viewport()
        expect(find_line(visitor)).to_contain_text(f"{count} sentence")
        expect(find_line(visitor)).to_contain_text(f"of {everything}")
        assert count_shown(visitor, name) == count


@pytest.mark.parametrize("name", LISTS)
def test_what_is_left_is_of_the_chosen_outlet(visitor: Page, name: str) -> None:
    path, control, shown = LISTS[name]
    visitor.goto(path)
    choose(visitor, control, 0)
    outlet = find_line(visitor).locator("bdi").inner_text()
    for item in visitor.locator(shown).all():
        links = item.get_by_role("link").all()
        names = [f"{link.get_attribute('title')} {link.text_content()}" for link in links]
        assert any(outlet in name for name in names)


def test_back_and_show_all_restore_the_list(visitor: Page) -> None:
    visitor.goto(TOPIC)
    _, control, shown = LISTS["evidence"]
    everything = visitor.locator(shown).count()
    choose(visitor, control, 0)
    expect(visitor.locator(shown)).not_to_have_count(everything)
    first = find_line(visitor).inner_text()
    choose(visitor, control, 1)
    expect(find_line(visitor)).not_to_have_text(first)
    visitor.go_back()
    expect(find_line(visitor)).to_have_text(first)
    visitor.get_by_role("link", name="Show all").click()
    expect(visitor.locator(shown)).to_have_count(everything)
    expect(find_line(visitor)).to_have_count(0)


def test_days_without_the_chosen_outlet_vanish(page: Page) -> None:
    page.goto("timeline/")
    every = page.locator(".dossier-moment:visible").count()
    choose(page, "days", 0)
    expect(page.locator(".dossier-moment:visible")).not_to_have_count(every)
    expect(page.locator(".dossier-gap:visible")).to_have_count(0)
    for moment in page.locator(".dossier-moment:visible").all():
        following = moment.locator("xpath=following-sibling::*[not(self::p[not(*)])]").locator(
            "visible=true"
        )
        assert "dossier-dated" in following.first.inner_html()


def test_one_list_of_a_page_is_narrowed_without_the_other(page: Page) -> None:
    page.goto(TOPIC)
    evidence = page.locator(LISTS["evidence"][2]).count()
    choose(page, "days", 0)
    expect(find_line(page)).to_have_count(1)
    assert page.locator(LISTS["evidence"][2]).count() == evidence


def test_a_narrowed_page_is_printed_as_narrowed(page: Page) -> None:
    path, *_ = LISTS["evidence"]
    page.goto(path)
    anchor, count = find_choices(page, "evidence")[0]
    page.goto("about:blank")
    page.goto(path + anchor)
    page.emulate_media(media="print")
    expect(find_line(page)).to_contain_text(f"{count} sentence")
    expect(find_line(page).get_by_role("link")).to_have_count(0)
    expect(page.locator("#evidence")).not_to_be_visible()
    assert count_shown(page, "evidence") == count


def test_a_narrowed_list_fits_a_small_screen_and_is_read_first(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(TOPIC)
    choose(page, "evidence", 0)
    expect(find_line(page)).to_be_in_viewport()
    expect(find_line(page)).to_be_focused()
    page.locator("#evidence > summary").click()
    excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(excess) == 0


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_a_narrowed_list(browser: Browser, address: str, look: str) -> None:
    size, scheme = LOOKS[look]
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path, control, _ in LISTS.values():
        page.goto(address + path)
        choose(page, control, 0)
        page.mouse.move(0, 0)  # off the links, whose tooltips fade
        page.wait_for_timeout(500)
        page.locator(f"#{control}").evaluate("fold => { fold.open = true; }")
        assert find_violations(page) == []
    context.close()


def test_search_does_not_find_what_the_controls_say(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    texts = [entry["text"] for entry in index["docs"]]
    assert any("Putin" in text for text in texts)
    assert [text for text in texts if "Show all" in text or "Narrow by" in text] == []


def test_the_way_back_from_an_article_leads_to_the_narrowed_list(
    browser: Browser, tmp_path: Path
) -> None:
    """With `site_url` the theme swaps pages, and what the address names is no target then."""
    project = copy_project(tmp_path / "project")
    config = project.folder / "mkdocs.yml"
    project.site.mkdir()
    with serve_site(project.site) as address:
        config.write_text(config.read_text("utf-8") + f"\nsite_url: {address}\n", "utf-8")
        project.build()
        page = browser.new_page(base_url=address)
        page.goto("topics/us-response/")
        page.wait_for_load_state("networkidle")
        page.evaluate("window.same = true")
        page.locator(".md-sidebar--primary a[href*='peace-plan']").first.click()
        page.wait_for_url(f"**/{TOPIC}")
        choose(page, "evidence", 0)
        line = find_line(page).inner_text()
        page.locator(LISTS["evidence"][2]).first.get_by_role("link").click()
        page.wait_for_url("**/articles/**")
        page.go_back()
        page.wait_for_url(re.compile(TOPIC + "#evidence-"))
        expect(find_line(page)).to_have_text(line)
        assert page.evaluate("window.same"), "the page was loaded anew"
        page.close()
