"""Every kind of page for everyone: axe, in light and dark, on a desk and in a hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.screenshots import LOOKS, find_pages

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OURS = "dossier-"


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, address: str, site: Path, look: str
) -> None:
    size, scheme = LOOKS[look]
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = [fault for path in find_pages(site) for fault in find_faults(page, address + path)]
    context.close()
    assert not found, "\n".join(found)


def find_faults(page: Page, url: str) -> list[str]:
    """Return what axe finds on the page at `url`."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return [f"{url}: {violation}" for violation in find_violations(page)]


def find_violations(page: Page) -> list[str]:
    """Return the serious and critical findings, and any on a piece of our own."""
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
        if violation["impact"] in {"serious", "critical"} or OURS in node["html"]
    ]
