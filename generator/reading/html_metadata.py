"""What an HTML page says of itself in its head: titles, names, dates, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.models import Finding, shown

_LINKED_DATA = "application/ld+json"
_TEXT_TAGS = frozenset({"title", "h1"})
_WORD = re.compile(r"\w+")
_LIMIT = 200_000
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class PageHead:
    """Named values in order of appearance, as `og:title`, `h1`, `ld:headline`."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def first(self, *names: str) -> tuple[str, str]:
        """Return the first value among `names`, and its name; empty where none is given."""
        return next(((v, name) for name in names for v in self.values.get(name, ()) if v), ("", ""))


class _HeadParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, list[str]] = {}
        self.open = ""
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self._read_meta(named)
        elif tag == "link" and named.get("rel", "").lower() == "canonical":
            self._add("canonical", named.get("href", ""))
        elif tag == "time":
            self._add("time", named.get("datetime", ""))
        elif tag == "html":
            self._add("lang", named.get("lang", ""))
        elif tag in _TEXT_TAGS and not self.open:
            self.open, self.parts = tag, []
        elif tag == "script" and named.get("type", "").lower() == _LINKED_DATA:
            self.open, self.parts = "ld", []

    def handle_endtag(self, tag: str) -> None:
        if self.open and tag in (self.open, "script"):
            text = "".join(self.parts)
            if self.open == "ld":
                for name, value in read_linked_data(text):
                    self._add(name, value)
            else:
                self._add(self.open, text)
            self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open and len(self.parts) < 1000:
            self.parts.append(data)

    def _read_meta(self, named: dict[str, str]) -> None:
        name = named.get("property") or named.get("name") or named.get("itemprop") or ""
        if name and "content" in named:
            self._add(name.lower(), named["content"])

    def _add(self, name: str, value: str) -> None:
        text = shown(value)[:1000]
        if text and len(self.values.setdefault(name, [])) < 20:
            self.values[name].append(text)


_NAMES = {
    "publisher": ("og:site_name", "ld:publisher", "application-name", "ldpage:publisher"),
    "author": ("ld:author", "author", "dc.creator", "parsely-author", "byl"),
    "url": ("canonical", "og:url", "ld:url"),
    "published": (
        "ld:datePublished", "article:published_time", "datepublished", "og:article:published_time",
        "parsely-pub-date", "dc.date.issued", "pubdate", "publish-date", "ldpage:datePublished",
        "dc.date", "date", "time",
    ),
}  # fmt: skip
_SUFFIX = re.compile(r"\s+[|»·•–—:-]{1,2}\s+")


def find_head_values(head: PageHead) -> dict[str, Finding]:
    """Return the metadata that the head gives, by the contract's names."""
    found = {}
    for name, sources in _NAMES.items():
        value, source = head.first(*sources)
        if value and not (name == "author" and value.startswith("http")):
            found[name] = Finding(value, f"the page's head: {source}")
    title, source = choose_title(head)
    if title:
        found["title"] = Finding(title, f"the page's head: {source}")
    site = find_site(head)
    if site:
        found.setdefault("publisher", Finding(site, "the page's head: behind its title"))
    return found


def find_site(head: PageHead) -> str:
    """Return what the head's title adds to the heading behind a mark, empty where nothing is.

    >>> find_site(PageHead({"h1": ("Rain in May",), "title": ("Rain in May - Coast Herald",)}))
    'Coast Herald'
    """
    for title in head.values.get("title", ())[:1]:
        for heading in head.values.get("h1", ()):
            behind = title[len(heading) :] if title.startswith(heading) else ""
            mark = _SUFFIX.match(behind)
            if mark and not _SUFFIX.search(behind, mark.end()):
                return behind[mark.end() :].strip()
    return ""


def choose_title(head: PageHead) -> tuple[str, str]:
    """Return the title and its source: the heading that the head's titles bear out, else theirs.

    >>> choose_title(PageHead({"h1": ("Rain",), "title": ("Rain - Coast Herald",)}))
    ('Rain', 'h1')
    """
    given = [
        (strip_site(value, head), name)
        for name in ("og:title", "title", "ld:headline", "twitter:title")
        for value in head.values.get(name, ())[:1]
    ]
    for heading in head.values.get("h1", ()):
        if any(_overlap(heading, value) >= 0.3 for value, _ in given) or not given:
            return heading, "h1"
    return given[0] if given else ("", "")


def strip_site(title: str, head: PageHead) -> str:
    """Return a title without the site's name before or behind it."""
    site = head.first("og:site_name", "ld:publisher", "ldpage:publisher")[0].casefold()
    parts = _SUFFIX.split(title)
    kept = [part for part in parts if part.casefold() != site]
    if len(parts) == 1 or not kept:
        return title
    if len(kept) < len(parts) and len(kept) == 1:
        return kept[0]
    longest = max(kept, key=lambda part: (len(part.split()), -kept.index(part)))
    return longest if len(longest.split()) >= 3 else title


def _overlap(one: str, other: str) -> float:
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(first & second) / max(1, len(first | second))


def read_head(markup: str) -> PageHead:
    """Return what the page says of itself.

    >>> read_head('<meta property="og:title" content="Rain &amp; wind"><h1>Rain</h1>').values
    {'og:title': ('Rain & wind',), 'h1': ('Rain',)}
    """
    parser = _HeadParser()
    parser.feed(markup)
    parser.close()
    return PageHead({name: tuple(values) for name, values in parser.values.items() if values})


def read_linked_data(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a JSON-LD script says of an article: headline, dates, author, publisher."""
    if len(text) > _LIMIT:
        return
    try:
        data = json.loads(re.sub(r"[\x00-\x1f]", " ", text))
    except (ValueError, RecursionError):
        return
    for node in _find_nodes(data, 0):
        kind = str(node.get("@type", ""))
        if not re.search("Article|Posting|Report|Review|WebPage", kind):
            continue
        prefix = "ldpage" if "WebPage" in kind else "ld"
        for key in ("headline", "datePublished", "inLanguage", "url"):
            if isinstance(node.get(key), str):
                yield f"{prefix}:{key}", str(node[key])
        for key in ("author", "publisher"):
            names = ", ".join(_find_names(node.get(key)))
            if names:
                yield f"{prefix}:{key}", names


def _find_nodes(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _find_nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in data:
                yield from _find_nodes(data[key], depth + 1)


def _find_names(data: object) -> list[str]:
    items = data if isinstance(data, list) else [data]
    names = [item.get("name") if isinstance(item, dict) else item for item in items[:10]]
    return [name for name in names if isinstance(name, str) and not name.startswith("http")]
