"""What every page is made of: passages, labels of articles, numbered citations, links.

Citation n of a page is `sources[n - 1]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath, relpath
from typing import TypeVar
from urllib.parse import quote

from generator.models import Citation

FRAGMENT_WORDS = 5
LONGEST_NAME = 7  # words: a page says no more of an article's in a row but by citation
_WORD = re.compile(r"\w+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim run with where it stands."""

    citation: Citation
    text: str
    """As shown."""
    anchor: str = ""
    """Id of the printed element, empty where nothing links to it."""
    language: str = ""
    """The run's language where it differs from the page's."""

    @property
    def turns(self) -> bool:
        """Return whether its direction must be declared: it runs leftwards, or may differ.

        >>> from generator.models import Span
        >>> Passage(Citation("a.txt", "", Span(0, 4)), "“سلام”").turns
        True
        """
        strong = (unicodedata.bidirectional(char) for char in self.text)
        first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
        return first != "L" or bool(self.language)


@dataclass(frozen=True, slots=True)
class Label:
    """An article as other pages name it."""

    page: str
    """Path of its page below the output folder."""
    slug: str
    publisher: str
    title: Passage | str
    """A passage where the text says it, a plain string where an editor does, empty when unknown."""
    date: str
    """The date in words."""
    date_rule: str
    days: tuple[str, str]
    """The first and last ISO day it may mean, empty when unknown."""
    path: str
    """Of its file, below the seeds folder."""
    url: str | None
    alias: str = ""
    """What it is called by where its outlet is unknown: the first words of its title, in marks."""

    @property
    def source(self) -> str:
        """Return the outlet, or what stands for it."""
        return self.alias or self.publisher

    @property
    def name(self) -> str:
        """Return outlet and date: how our own words point at the article."""
        return f"{self.source}, {self.date}"

    @property
    def heading(self) -> str:
        """Return the same where the title follows anyway."""
        return f"{self.publisher}, {self.date}"


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence on the page of its article."""

    label: Label
    anchor: str


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a link leads to."""

    page: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered citation of a page."""

    number: int
    citation: Citation
    place: Place
    """Where the cited sentence stands."""
    text: str
    """The cited words."""
    passage: Passage | None = None
    """The cited words where they differ from those of the statement."""
    context: tuple[Passage, ...] = ()
    """The sentence before, the cited one and the one after, for a card."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as a page prints it."""

    passage: Passage
    places: tuple[Place, ...]
    """Where it stands, and after it where the others of its family do; one an article."""
    numbers: tuple[int, ...] = ()
    """Its citations; `sources[n - 1]` of the page says where each stands."""
    origins: int = 1
    articles: int = 1
    flaws: tuple[str, ...] = ()
    why: str = ""
    """Why it is evidence, in words; empty where it is none."""
    classes: str = ""
    """What its list may be narrowed by."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the setting `republish` keeps back at one place of a page."""

    count: int = 0
    labels: tuple[Label, ...] = ()
    """Articles it stands in."""
    further: int = 0
    """Articles beside these."""


NOTHING_WITHHELD = Withheld()


@dataclass(frozen=True, slots=True)
class Group:
    """The printed sentences of one article."""

    label: Label
    items: tuple[Printed, ...]
    shared: bool = False
    """Whether it is counted as one with others."""
    withheld: int = 0
    """Further sentences that the setting `republish` keeps back."""
    titles: int = 0
    """Further sentences that say no more than the article's title, which is printed once."""
    classes: str = ""
    """What its list may be narrowed by."""

    @property
    def count(self) -> int:
        """Return how many sentences of the article are evidence."""
        return len(self.items) + self.titles + self.withheld


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has."""

    path: str
    """Below the output folder, as in `topics/energy-deals.md`."""
    kind: str
    """Name of its template."""
    title: str
    description: str = ""
    sources: tuple[Source, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Path and name of each part, where the page is parted."""
    linked_data: Mapping[str, object] = field(default_factory=dict)
    """What it is in the words of schema.org; empty where that says nothing."""


def shorten_name(name: str) -> str:
    """Return the first words of a long name or description, which nothing cites.

    >>> shorten_name("the chief of the port of a far island, he")
    'the chief of the port of a …'
    """
    words = [*_WORD.finditer(name)]
    kept = words[:LONGEST_NAME]
    return name if len(words) == len(kept) else f"{name[: kept[-1].end()]} …"


def build_link(page: str, target: str, anchor: str = "") -> str:
    """Return the Markdown link from the file `page` to the file `target`.

    >>> build_link("topics/energy.md", "articles/post.md", "post-12ab")
    '../articles/post.md#post-12ab'
    """
    path = "" if page == target else relpath(target, dirname(page) or ".")
    return path + (f"#{anchor}" if anchor else "")


def build_text_fragment(url: str, text: str) -> str:
    """Return what opens `url` at `text`: its first and last words, which survive small edits.

    >>> build_text_fragment("https://example.org/a", "One, two - three")
    '#:~:text=One%2C%20two%20%2D%20three'
    """
    words = text.split()
    ends = (
        [words]
        if len(words) <= FRAGMENT_WORDS * 2
        else [words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]]
    )
    quoted = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return ("" if "#" in url else "#") + ":~:text=" + quoted


def place_page(output: str, path: str) -> str:
    """Return where a page stands below the docs folder.

    >>> place_page(".", "index.md"), place_page("news", "index.md")
    ('index.md', 'news/index.md')
    """
    return normpath(join(output, path))


def find_part(name: str, number: int) -> str:
    """Return the path of part `number` of a page, counted from 1.

    >>> find_part("topics/energy", 1), find_part("topics/energy", 2)
    ('topics/energy.md', 'topics/energy/2.md')
    """
    return f"{name}.md" if number == 1 else f"{name}/{number}.md"


def split_parts(items: Iterable[T], weight: Callable[[T], int], room: int) -> list[list[T]]:
    """Return `items` in order, in parts of at most `room` by weight, or of one item heavier.

    >>> split_parts([2, 2, 9, 1], lambda n: n, 4)
    [[2, 2], [9], [1]]
    """
    parts: list[list[T]] = []
    left = 0
    for item in items:
        if weight(item) > left or not parts:
            parts.append([])
            left = room
        parts[-1].append(item)
        left -= weight(item)
    return parts


def number_citations(citations: Iterable[Citation]) -> dict[Citation, int]:
    """Return the number of each citation, from 1 in order of first use."""
    return {citation: number for number, citation in enumerate(dict.fromkeys(citations), start=1)}
