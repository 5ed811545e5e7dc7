"""The search of a large site in a real browser: how soon it answers, what it adds to the tab.

`python -m tests.bench.search FILE` takes other articles than the made ones: JSON Lines of
`{title, date, text}`, gzipped or not. Memory is read from /proc, so this runs on Linux alone.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page, Route

from tests.bench.made_text import build_sentences
from tests.browser.browsing import GzipHandler, open_browser, serve_site
from tests.projects import Project
from tests.quality.__main__ import render_table
from tests.quality.figures import Figure

ARTICLES, SENTENCES = 2_000, 20
TOPICS = 4
SHARE = 0.08
"""Of the sentences that hold the word of a topic: together a third are evidence."""
SECONDS, MEGABYTES, KILOBYTES = 2.0, 250.0, 500.0
"""What opening a search may take and add, and a page weigh, at most."""
FIRST_DAY = dt.date(2020, 1, 1)
PATIENCE, PAUSE = 60_000, 1_500
"""Milliseconds: for what may take long, and for what is to come to rest."""
INPUT, META, HIT = ".md-search__input", ".md-search-result__meta", ".md-search-result__item"


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """What goes into one file."""

    title: str
    day: str
    text: str


def measure(quick: bool) -> Iterator[Figure]:
    """Yield the figures of made articles."""
    return measure_articles(build_articles(ARTICLES // 10 if quick else ARTICLES))


def measure_articles(articles: Sequence[MadeArticle]) -> Iterator[Figure]:
    """Yield what a reader waits for, what the tab grows by, and how heavy the pages are."""
    words = choose_words(articles)
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder), articles, words)
        index = (site / "search" / "search_index.json").read_bytes()
        entries = len(json.loads(index)["docs"])
        yield Figure("search: KB of the index, gzipped", len(gzip.compress(index)) / 1000,
                     items=entries)  # fmt: skip
        with serve_site(site, GzipHandler) as address, open_browser() as browser:
            page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
            yield from measure_search(browser, page, words)
        name, size = find_heaviest(site)
        yield Figure("heaviest page but articles: KB of HTML", size / 1000, KILOBYTES,
                     ceiling=True, items=len(articles), note=name)  # fmt: skip


def measure_search(browser: Browser, page: Page, words: Sequence[str]) -> Iterator[Figure]:
    """Yield times from the click into the search, its index not yet loaded, and the growth."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search_index.json", hold)  # it is asked for with the page
    page.goto("")
    page.wait_for_timeout(PAUSE)
    idle, waiting = read_memory(browser), page.locator(META).inner_text()
    start = time.perf_counter()
    for route in held:
        route.continue_()
    page.locator(INPUT).click()
    page.wait_for_function(
        "([meta, text]) => document.querySelector(meta).textContent.trim() !== text",
        arg=[META, waiting], timeout=PATIENCE, polling=10,
    )  # fmt: skip
    ready = time.perf_counter() - start
    first = ready + time_query(page, words[0])
    others = [time_query(page, query) for query in (*words[1:], " ".join(words))]
    page.wait_for_timeout(PAUSE)
    yield Figure("search: seconds from opening to ready", ready, SECONDS, ceiling=True)
    yield Figure("search: seconds from opening to the first hit", first, SECONDS, ceiling=True)
    yield Figure("search: seconds of the slowest later query", max(others), items=len(others))
    yield Figure("search: MB more in the tab", read_memory(browser) - idle, MEGABYTES,
                 ceiling=True, note=f"{idle:.0f} MB before")  # fmt: skip


def time_query(page: Page, query: str) -> float:
    """Return the seconds until the hits of `query` are shown, others gone."""
    page.evaluate("selector => document.querySelectorAll(selector).forEach(e => e.remove())", HIT)
    page.locator(INPUT).fill(query)
    start = time.perf_counter()
    page.keyboard.press("Shift")
    page.locator(HIT).first.wait_for(timeout=PATIENCE)
    return time.perf_counter() - start


def read_memory(browser: Browser) -> float:
    """Return the resident MB of this browser's renderers: the tab's, and one held in reserve."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [process["id"] for process in processes if process["type"] == "renderer"]
    return sum(map(_read_resident, renderers)) / 1024


def _read_resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0])


def build_articles(count: int) -> list[MadeArticle]:
    """Return made articles of twenty sentences in five paragraphs."""
    lines = build_sentences(count * SENTENCES)
    articles = []
    for number in range(count):
        own = lines[SENTENCES * number : SENTENCES * (number + 1)]
        body = "\n\n".join(" ".join(own[at : at + 4]) for at in range(0, SENTENCES, 4))
        day = FIRST_DAY + dt.timedelta(days=365 * number // count)
        articles.append(MadeArticle(own[0][:60].rstrip(" ."), day.isoformat(), body))
    return articles


def read_articles(file: Path) -> list[MadeArticle]:
    """Return the first articles of a file of JSON Lines."""
    with gzip.open(file, "rt") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, ARTICLES)]
    return [MadeArticle(row["title"], row["date"], row["text"]) for row in rows]


def choose_words(articles: Iterable[MadeArticle]) -> list[str]:
    """Return a word for each topic, of those that the wanted share of sentences holds."""
    counts: Counter[str] = Counter()
    total = 0
    for article in articles:
        for sentence in article.text.casefold().split(". "):
            counts.update(set(re.findall(r"[a-z]{6,}", sentence)))
            total += 1
    return sorted(counts, key=lambda word: (abs(counts[word] - SHARE * total), word))[:TOPICS]


def build_site(folder: Path, articles: Sequence[MadeArticle], words: Sequence[str]) -> Path:
    """Return the site that mkdocs makes of `articles`, a topic for each word."""
    (folder / "docs").mkdir()
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, one in enumerate(articles):
        (seeds / f"{number:05}.txt").write_text(f"{one.title}\n{one.day}\n\n{one.text}\n", "utf-8")
    days = sorted(article.day for article in articles)
    topics = [{"slug": f"topic-{word}", "title": word.title(), "terms": [word]} for word in words]
    settings = {
        "site_name": "Made",
        "strict": True,
        "theme": {"name": "material", "font": False, "features": ["search.suggest"]},
        "plugins": [
            "search",
            {"dossier": {"date_window": [days[0], days[-1]], "topics": topics}},
        ],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    project = Project(folder)
    project.build()
    return project.site


def find_heaviest(site: Path) -> tuple[str, int]:
    """Return name and bytes of the heaviest page that is not an article's."""
    sizes = {
        page.relative_to(site).as_posix(): page.stat().st_size
        for page in site.rglob("*.html")
        if "articles" not in page.relative_to(site).parts
    }
    return max(sizes.items(), key=lambda item: item[1])


if __name__ == "__main__":
    taken = read_articles(Path(sys.argv[1])) if sys.argv[1:] else build_articles(ARTICLES)
    figures = list(measure_articles(taken))
    print(render_table(figures))
    sys.exit(not all(figure.holds for figure in figures))
