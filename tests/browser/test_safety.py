"""Nothing foreign runs, nothing is asked of anyone else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import serve_site
from tests.browser.screenshots import find_pages

pytestmark = pytest.mark.browser


def test_every_kind_of_page_loads_without_error_or_foreign_request(page: Page, site: Path) -> None:
    """The `context` fixture fails on a console error, a violated policy and a foreign request."""
    for path in find_pages(site):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1


def test_a_script_that_slips_into_a_page_does_not_run(
    page: Page, site: Path, tmp_path: Path
) -> None:
    clean = (site / "index.html").read_text("utf-8")
    script = (
        "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"
    )
    (tmp_path / "index.html").write_text(clean.replace("</h1>", f"</h1>{script}", 1), "utf-8")
    with serve_site(tmp_path) as address:
        visitor = page.context.browser.new_page()  # type: ignore[union-attr]
        visitor.goto(address)
        expect(visitor).not_to_have_title("taken")
        visitor.close()


def test_the_theme_works_under_the_policy(page: Page) -> None:
    """Dark mode is a script of the theme's, and stays over a page change."""
    page.goto("")
    for _ in range(2):
        page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("sources/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
