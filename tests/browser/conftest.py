"""The repository's own site on a local server, and a visitor who notices every fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.browsing import serve_site
from tests.projects import Project


@pytest.fixture(scope="session")
def site(real: Project) -> Path:
    """Return the site of the repository's seeds."""
    return real.site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serve_site(site) as url:
        yield url


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Open the site as a new visitor; a request that leaves it, or any error, fails the test."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    faults: list[str] = []
    opened.on(
        "request", lambda r: r.url.startswith((address, "data:", "blob:")) or faults.append(r.url)
    )
    opened.on("console", lambda m: m.type == "error" and faults.append(m.text))
    opened.on("weberror", lambda e: faults.append(str(e.error)))
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
