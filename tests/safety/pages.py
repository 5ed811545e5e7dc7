"""Built pages as a browser's first look finds them: their elements, ids and addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = frozenset("href src action formaction data poster xlink:href srcset cite".split())
FETCHING = frozenset("script img iframe source video audio embed object track use".split())
FETCHED_LINKS = frozenset(
    "stylesheet icon preload prefetch preconnect dns-prefetch modulepreload manifest".split()
)


@dataclass(frozen=True)
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]


@dataclass
class Page:
    """The elements of a page, in order."""

    elements: list[Element] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def addresses(self) -> list[tuple[Element, str]]:
        """Return every address with the element that names it."""
        return [
            (element, address.split()[0] if name == "srcset" else address)
            for element in self.elements
            for name, value in element.attributes.items()
            if name in ADDRESSES and value
            for address in (value.split(",") if name == "srcset" else [value])
        ]


class _Parser(HTMLParser):
    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.page.elements.append(Element(tag, values, tuple(self.open)))
        self.page.ids |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


@cache
def read_page(file: Path) -> Page:
    """Return the page in `file`."""
    parser = _Parser()
    parser.feed(file.read_text("utf-8"))
    parser.close()
    return parser.page


def list_broken(site: Path) -> list[str]:
    """Return every address of the site's pages that leads nowhere, with the reason."""
    return [
        f"{page.relative_to(site)}: {address}: {problem}"
        for page in sorted(site.rglob("*.html"))
        for element, address in read_page(page).addresses()
        if "main" in element.parents or address != "javascript:void(0)"  # the theme's own button
        if (problem := find_broken(site, page, address))
    ]


def find_fetched(page: Path) -> list[str]:
    """Return the addresses elsewhere that a browser would fetch from by itself."""
    return [
        address
        for element, address in read_page(page).addresses()
        if element.tag in FETCHING
        or (element.tag == "link" and FETCHED_LINKS & set(element.attributes["rel"].split()))
        if urlsplit(address).netloc
    ]


def find_broken(site: Path, page: Path, address: str) -> str | None:
    """Return what is wrong with an address on `page`, None where it leads somewhere."""
    path, _, fragment = address.partition("#")
    if not path:
        return None if not fragment or leads_to(page, fragment) else "leads to no anchor"
    return find_broken_path(site, page.parent, path, fragment)


@cache
def find_broken_path(site: Path, folder: Path, path: str, fragment: str) -> str | None:
    """Return what is wrong with an address on the pages of `folder`."""
    parts = urlsplit(path)
    if parts.scheme in {"http", "https", "mailto"} or path.startswith("data:image/"):
        return None
    if parts.scheme or parts.netloc:
        return "of a kind that is not allowed"
    way = unquote(parts.path)
    target = Path(normpath((site if way.startswith("/") else folder) / way.lstrip("/")))
    target = target / "index.html" if way.endswith("/") or target.is_dir() else target
    if not target.is_file():
        return "leads to no file"
    return None if leads_to(target, fragment) else "leads to no anchor"


def leads_to(target: Path, fragment: str) -> bool:
    """Return whether the file has the anchor; any file but a page has."""
    return not fragment or target.suffix != ".html" or unquote(fragment) in read_page(target).ids
