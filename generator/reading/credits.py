"""The newsroom an article credits for the whole of itself: "Source: …", a wire's signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from generator.models import Article, BlockKind, shown

_LONGEST_NAME = 60  # characters; what is longer is a sentence, not a newsroom
_DATELINE = re.compile(r"^[^().!?\n]{0,60}\(([^()\n]{2,40})\)\s*(?:[-–—:]|$)")
_SIGNATURE = re.compile(r"^(?:[-–—/(\[©]\s*)?(?:by\s+|copyright\s+)?(?:(?:19|20)\d\d\s+)?", re.I)
_EDGE = re.compile(r"^\W+|\W+$")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,6}(?:/\S*)?$", re.I)


@lru_cache(maxsize=1)
def load_agencies() -> dict[str, str]:
    """Return the agencies' names and short names, folded, each with the agency's key."""
    names: dict[str, str] = {}
    for line in _read_lines("agencies.txt"):
        name, _, variants = line.partition("=")
        for variant in (name, *variants.split(",")):
            if variant.strip():
                names[_fold(variant)] = _fold(name)
    return names


@lru_cache(maxsize=8)
def load_credit_phrases(language: str) -> tuple[str, ...]:
    """Return the openings of a credit line in `language`, English where none are known."""
    own = f"{language[:2]}/credits.txt"
    exists = (files("generator") / "data" / own).is_file()
    return tuple(_read_lines(own if exists else "en/credits.txt"))


def is_agency(name: str) -> bool:
    """Return whether `name` is one of the known agencies' names or short names."""
    return _fold(name) in load_agencies()


def find_credits(article: Article, language: str) -> tuple[str, ...]:
    """Return the keys of the newsrooms that `article` as a whole is credited to, sorted.

    A credit inside a sentence ("as X reported") is none: only lines that say nothing else count,
    the dateline's brackets, and the byline.
    """
    found = set(_credits_in_lines(article, language))
    if author := article.metadata.author.value:
        found.add(load_agencies().get(_fold(author), ""))
    return tuple(sorted(found - {""}))


def newsroom_key(name: str) -> str:
    """Return the key under which a newsroom's names meet.

    >>> newsroom_key("https://www.example-times.com/world/") == newsroom_key("Example Times")
    True
    """
    address = _ADDRESS.match(name.strip())
    key = _fold(address[1] if address else name)
    return load_agencies().get(key, key)


def newsroom_name(key: str) -> str:
    """Return how an agency writes the name behind `key`, and for others what they share."""
    for line in _read_lines("agencies.txt"):
        name = line.partition("=")[0].strip()
        if _fold(name) == key:
            return name
    return "the same newsroom"


def _credits_in_lines(article: Article, language: str) -> Iterator[str]:
    outside = {BlockKind.META, BlockKind.BOILERPLATE}
    edges = {0, len(article.blocks) - 1, len(article.blocks) - 2}
    for index, block in enumerate(article.blocks):
        for line in block.span.of(article.text).splitlines():
            text = shown(line)
            yield _credit_after_phrase(text, language)
            if block.kind in outside or index in edges:
                yield _signature(text)
            if block.kind in {BlockKind.META, BlockKind.BODY}:
                yield _dateline(text)


def _credit_after_phrase(text: str, language: str) -> str:
    folded = text.casefold()
    for phrase in load_credit_phrases(language):
        if folded.startswith(phrase):
            name = _EDGE.sub("", text[len(phrase) :])
            return newsroom_key(name) if 0 < len(name) <= _LONGEST_NAME else ""
    return ""


def _signature(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        return ""
    return load_agencies().get(_fold(_SIGNATURE.sub("", text)), "")


def _dateline(text: str) -> str:
    match = _DATELINE.match(text)
    return load_agencies().get(_fold(match[1]), "") if match else ""


def _fold(name: str) -> str:
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return letters.removeprefix("the")


def _read_lines(name: str) -> list[str]:
    text = (files("generator") / "data" / name).read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
