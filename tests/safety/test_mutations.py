"""A thousand small lies in the built site: the verifier names each of them."""

from __future__ import annotations

import html
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.verify import verify
from tests.projects import Project

CITED = re.compile(r'(data-cite="([^"]*)"[^>]*>)([^<]+)(?=<)')
ALPHABET = "aeintZ0159 .,;-“”’'\u00a0éи\u200d中"
MUTATIONS = 1000

pytestmark = pytest.mark.slow


class Site:
    """A copy of a site's pages and data, and what they said before anybody touched them."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.folder, self.seeds = folder, project.seeds
        shutil.copytree(project.site, folder, ignore=shutil.ignore_patterns("assets", "*.gz"))
        files = [*folder.rglob("*.html"), *folder.rglob("data/*.json")]
        self.sound = {file: file.read_text("utf-8") for file in sorted(files)}

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


def mutate(text: str, dice: random.Random) -> str:
    """Return `text` with one character replaced, deleted or inserted."""
    place, char = dice.randrange(len(text)), dice.choice(ALPHABET)
    changed = dice.choice(
        [
            text[:place] + char + text[place + 1 :],
            text[:place] + text[place + 1 :],
            text[:place] + char + text[place:],
        ]
    )
    return changed if changed != text else mutate(text, dice)


def mutate_page(page: str, dice: random.Random) -> str:
    """Return `page` with one character of one printed verbatim run changed."""
    match = dice.choice(list(CITED.finditer(page)))
    lie = html.escape(mutate(html.unescape(match[3]), dice), quote=False)
    return page[: match.start(3)] + lie + page[match.end(3) :]


def mutate_place(page: str, dice: random.Random) -> str:
    """Return `page` with an element's place swapped with another's, or moved by one."""
    places = [(match.start(2), match.end(2), match[2]) for match in CITED.finditer(page)]
    start, end, place = dice.choice(places)
    path, first, last = re.fullmatch(r"(.*)#(\d+)-(\d+)", place).groups()
    moved = [f"{path}#{int(first) + 1}-{last}", f"{path}#{first}-{int(last) - 1}"]
    others = [other for _, _, other in places if other != place]
    return page[:start] + dice.choice(moved + others[:1]) + page[end:]


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
    pages = [file for file, text in site.sound.items() if CITED.search(text)]
    data = [
        f for f, t in site.sound.items() if f.suffix == ".json" and list(find_texts(json.loads(t)))
    ]
    survivors: list[str] = []
    done = 0
    while done < MUTATIONS:
        mutants = {page: mutate_page(site.sound[page], dice) for page in pages}
        mutants |= {file: mutate_data(site.sound[file], dice) for file in data}
        survivors += site.survivors(mutants)
        done += len(mutants)
    assert survivors == []


def test_every_misplaced_citation_is_caught(site: Site) -> None:
    dice = random.Random(20222)
    pages = [file for file, text in site.sound.items() if CITED.search(text)]
    for _ in range(20):
        mutants = {page: mutate_place(site.sound[page], dice) for page in pages}
        assert site.survivors(mutants) == []


def test_every_printed_run_is_one_element_of_text_alone(site: Site) -> None:
    """What the mutations above reach is all there is."""
    for page, text in site.sound.items():
        if page.suffix == ".html":
            assert len(CITED.findall(text)) == text.count("data-cite=")
