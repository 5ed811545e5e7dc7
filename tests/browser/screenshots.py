"""Screenshots of every kind of page: `python -m tests.browser.screenshots [site] [screenshots]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.browsing import open_browser, serve_site

LOOKS = {
    "desktop-light": ({"width": 1280, "height": 900}, "light"),
    "desktop-dark": ({"width": 1280, "height": 900}, "dark"),
    "phone-light": ({"width": 390, "height": 844}, "light"),
}


def find_pages(site: Path) -> list[str]:
    """Return the addresses of the generated pages, of articles and topics the first of each."""
    data = next(site.rglob("dossier.json"))
    pages = sorted(json.loads(data.read_text("utf-8"))["pages"])
    kept = {page.rpartition("/")[0] or page: page for page in reversed(pages)}.values()
    return [page.removesuffix(".md").removesuffix("index") for page in sorted(kept)]


def write_screenshots(site: Path, target: Path) -> None:
    """Write a picture of every kind of page in every look."""
    target.mkdir(parents=True, exist_ok=True)
    with serve_site(site) as address, open_browser() as browser:
        for look in LOOKS:
            for page in find_pages(site):
                _write_screenshot(browser, address + page, look, target)


def _write_screenshot(browser: Browser, url: str, look: str, target: Path) -> None:
    size, scheme = LOOKS[look]
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url if url.endswith("/") else url + "/")
    page.wait_for_load_state("networkidle")
    name = url.split("/", 3)[3].strip("/").replace("/", "-") or "index"
    page.screenshot(path=target / f"{name}.{look}.png", full_page=True)
    context.close()


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    write_screenshots(*(arguments + [Path("site"), Path("screenshots")][len(arguments) :]))
