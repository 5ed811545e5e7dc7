"""A thousand small lies in the built site: the verifier names each of them."""

from __future__ import annotations

import html
import json
import random
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.verify import verify
from tests.projects import Project

PLACE = re.compile(r'data-cite="([^"]*)"')
ALPHABET = "aeintZ0159 .,;-“”’'\u00a0éи\u200d中"
MUTATIONS = 1000
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

pytestmark = pytest.mark.slow


class Site:
    """A copy of a site's pages and data, and what they said before anybody touched them."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.folder, self.seeds = folder, project.seeds
        shutil.copytree(project.site, folder, ignore=shutil.ignore_patterns("assets", "*.gz"))
        files = [*folder.rglob("*.html"), *folder.rglob("data/*.json")]
        self.sound = {file: file.read_text("utf-8") for file in sorted(files)}

    def pages(self) -> list[Path]:
        """Return the pages that quote."""
        return [file for file, text in self.sound.items() if PLACE.search(text)]

    def problems(self) -> list[str]:
        return verify(self.folder, self.seeds)

    def name(self, file: Path) -> str:
        """Return how a problem of `file` begins."""
        return file.name if file.suffix == ".json" else file.relative_to(self.folder).as_posix()

    def survivors(self, mutants: dict[Path, str]) -> list[str]:
        """Return which of the mutated files, one lie each, no problem names."""
        for file, text in mutants.items():
            file.write_text(text, "utf-8")
        problems = self.problems()
        for file in mutants:
            file.write_text(self.sound[file], "utf-8")
        named = {self.name(f): any(p.startswith(self.name(f)) for p in problems) for f in mutants}
        return [name for name, found in named.items() if not found]


@pytest.fixture
def site(real: Project, tmp_path: Path) -> Site:
    return Site(real, tmp_path / "site")


class Printed(HTMLParser):
    """Where in a page's source each character of its verbatim runs stands."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.places: list[tuple[int, int]] = []
        self.open: list[bool] = []
        self.lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append("data-cite" in dict(attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for index in range(len(data)):
            self.add(index, 1)

    def handle_charref(self, name: str) -> None:
        self.add(0, len(f"&#{name};"))

    def handle_entityref(self, name: str) -> None:
        self.add(0, len(f"&{name};"))

    def add(self, index: int, length: int) -> None:
        line, column = self.getpos()
        start = self.lines[line - 1] + column + index
        if any(self.open):
            self.places.append((start, start + length))


def mutate(text: str, dice: random.Random) -> str:
    """Return `text` with one character replaced, deleted or inserted."""
    place = dice.randrange(len(text))
    return text[:place] + draw_lie(text[place], dice) + text[place + 1 :]


def draw_lie(char: str, dice: random.Random) -> str:
    """Return what is to stand for `char`: another, nothing, or it behind one more."""
    other = dice.choice(ALPHABET.replace(char, ""))
    return dice.choice([other, "", other + char])


def mutate_page(page: str, printed: Printed, dice: random.Random) -> str:
    """Return `page` with one character of one printed verbatim run changed."""
    start, end = dice.choice(printed.places)
    lie = draw_lie(html.unescape(page[start:end]), dice)
    return page[:start] + html.escape(lie) + page[end:]


def mutate_place(page: str, dice: random.Random) -> str:
    """Return `page` with an element's place made another's, or moved by one."""
    places = list(PLACE.finditer(page))
    match = dice.choice(places)
    path, first, last = re.fullmatch(r"(.*)#(\d+)-(\d+)", match[1]).groups()
    others = [other[1] for other in places if other[1] != match[1]]
    moved = [f"{path}#{int(first) + 1}-{last}", f"{path}#{first}-{int(last) - 1}", *others[:1]]
    return page[: match.start(1)] + dice.choice(moved) + page[match.end(1) :]


def mutate_data(text: str, dice: random.Random) -> str:
    """Return the data with one character of one cited text changed."""
    data = json.loads(text)
    record = dice.choice(list(find_texts(data)))
    record["text"] = mutate(record["text"], dice)
    return json.dumps(data)


def find_texts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("text") and ("citations" in value or "start" in value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from find_texts(item)


def test_the_site_as_built_is_sound(site: Site) -> None:
    assert site.problems() == []


def test_every_one_of_a_thousand_changed_characters_is_caught(site: Site) -> None:
    dice = random.Random(20221)
    pages = {page: Printed(site.sound[page]) for page in site.pages()}
    data = [file for file in site.sound if file.suffix == ".json" and '"text"' in site.sound[file]]
    survivors: list[str] = []
    done = 0
    while done < MUTATIONS:
        mutants = {page: mutate_page(site.sound[page], at, dice) for page, at in pages.items()}
        mutants |= {file: mutate_data(site.sound[file], dice) for file in data}
        survivors += site.survivors(mutants)
        done += len(mutants)
    assert survivors == []


def test_every_misplaced_citation_is_caught(site: Site) -> None:
    dice = random.Random(20222)
    for _ in range(20):
        mutants = {page: mutate_place(site.sound[page], dice) for page in site.pages()}
        assert site.survivors(mutants) == []


def test_the_mutations_reach_every_printed_run(site: Site) -> None:
    for page in site.pages():
        source = site.sound[page]
        starts = {start for start, _ in Printed(source).places}
        for match in re.finditer(r'data-cite="[^"]*"[^>]*>(?!<)', source):
            assert match.end() in starts
