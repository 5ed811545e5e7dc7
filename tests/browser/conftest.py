"""The repository's own site, built once, and one Chromium for all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.browsing import open_browser, serve_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the repository's seeds."""
    target = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serve_site(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


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
