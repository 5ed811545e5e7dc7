"""The same ways through a site that swaps its pages, as one with `site_url` does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import serve_site
from tests.projects import copy_project

pytestmark = pytest.mark.browser


def test_passages_are_highlighted_when_pages_are_swapped(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    config = project.folder / "mkdocs.yml"
    project.site.mkdir()
    with serve_site(project.site) as address:
        config.write_text(config.read_text("utf-8") + f"\nsite_url: {address}\n", "utf-8")
        project.build()
        page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
        page.goto("")
        page.wait_for_load_state("networkidle")
        page.evaluate("window.same = true")
        page.locator(".md-sidebar--primary a[href*='topics/peace-plan']").first.click()
        page.wait_for_url("**/peace-plan/")
        page.locator(".md-content .footnote-ref").first.click()
        page.wait_for_url("**/articles/**")
        expect(page.locator("[data-cite]:target")).to_be_in_viewport()
        assert page.evaluate("window.same"), "the page was loaded anew"
        page.go_back()
        page.wait_for_url("**/peace-plan/**")
        page.close()
