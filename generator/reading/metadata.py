"""Title, publisher, author and address of an article, each with the rule that found it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from generator.models import (
    CONTENT,
    Block,
    BlockKind,
    Finding,
    Metadata,
    Span,
    shown,
)
from generator.reading.cues import BUTTON, POINTER, REGION
from generator.reading.front_matter import FrontMatter
from generator.reading.lexicon import load_pattern, load_words
from generator.reading.marks import names_outlet
from generator.reading.publication import find_publication
from generator.reading.titles import strip_article

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{4,500}", re.IGNORECASE)
_NAME = re.compile(r"[^|,\d•·(\n:：<]{2,60}")
_OPENS_NAME = re.compile("[^\\W\\d_a-zà-ÿа-яё]")
_MASTHEAD = 8
_LISTING = frozenset({REGION.rule, BUTTON.rule, POINTER.rule})
_UNNAMED = re.compile(r"[»>›|/:]|(?<![^\W\d_])(?<!\d)\d")
"""Marks of a menu, and digits that are no part of a word: "Coastline24" is a name."""
_BESIDE = re.compile(r"\s+[|—–-]\s+|\s+\(")
"""What parts an outlet's name from its menu or its motto."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[,\s]*(?:by )?"
    r"(?P<name>[^\W\d][^|.,©\d\n–—]{1,38}[^\W\d_])",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r",? (?:ltd|limited|inc|llc|plc|gmbh|ag|s\.?a|a\. ?s|bv|\w|all rights.*|publishing.*)\.?\Z",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:source|via|credit):?\s*(?P<name>\S[^|]{1,50})\Z", re.IGNORECASE)
_ON_NETWORKS = re.compile(
    r"(?P<name>\S.{1,40}?) on (?:twitter|facebook|instagram)\b", re.IGNORECASE
)
EDITOR_RULE = "editor: sources.yml"
FRONT_RULE = "front matter"


def find_metadata(
    text: str, blocks: Sequence[Block], given: Mapping[str, Finding], language: str
) -> Metadata:
    """Return what the article says of itself; `given` findings win."""
    url = given.get("url") or _find_url(text, blocks)
    found = {
        "title": _find_title(text, blocks),
        "publisher": _find_publisher(text, blocks, url.value, language),
        "author": _find_author(text, blocks, language),
        "url": url,
        "language": Finding(language, "settings"),
    }
    named = {name: finding for name, finding in given.items() if name != "published"}
    if "title" in named:
        named["title"] = _place(text, named["title"])
    published = find_publication(text, blocks, given.get("published"), url.value, language)
    return Metadata(**{**found, **named}, published=published)


def find_given(front: FrontMatter, source: Mapping[str, str] | None) -> dict[str, Finding]:
    """Return the values that front matter or an editor gives; the editor's win."""
    given = {
        name: Finding(value, FRONT_RULE, front.spans.get(name))
        for name, value in front.values.items()
    }
    return given | {name: Finding(value, EDITOR_RULE) for name, value in (source or {}).items()}


def _place(text: str, given: Finding) -> Finding:
    """Return `given` with where the text says the same, so that it is printed as a quotation."""
    words = "[ \t\r\n\f\u00a0]+".join(map(re.escape, (given.value or "").split(" ")))
    match = re.search(rf"(?<!\w){words}(?!\w)", text) if words else None
    return replace(given, span=Span(*match.span())) if match else given


def _find_title(text: str, blocks: Sequence[Block]) -> Finding:
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return Finding(shown(block.span.of(text)), block.rule, block.span)
    return Finding()


def _find_url(text: str, blocks: Sequence[Block]) -> Finding:
    """Return the address that stands alone on one of the first lines: the article's own."""
    for block in blocks[:4]:
        match = _URL.fullmatch(text, block.span.start, block.span.end)
        if match:
            return Finding(match[0], "the address above the text", block.span)
    return Finding()


def find_host(url: str | None) -> str | None:
    """Return the host of `url` without `www.`, None where it has none.

    >>> find_host("https://www.example.org/2021/a.html")
    'example.org'
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    return re.sub(r"^(?:www|m|amp)\.", "", host) or None


def _find_publisher(text: str, blocks: Sequence[Block], url: str | None, language: str) -> Finding:
    host = find_host(url)
    if host:
        return Finding(host, "the host of the address")
    return (
        _find_credit(text, blocks)
        or _find_masthead(text, blocks, language)
        or _find_network(text, blocks)
        or _find_copyright(text, blocks, language)
        or Finding()
    )


def _find_credit(text: str, blocks: Sequence[Block]) -> Finding | None:
    for block in blocks:
        match = block.kind is BlockKind.META and _CREDIT.match(
            text, block.span.start, block.span.end
        )
        if match:
            return Finding(shown(match["name"]), "the credit line", Span(*match.span("name")))
    return None


def _find_masthead(text: str, blocks: Sequence[Block], language: str) -> Finding | None:
    """Return a short line above the title that the lines around the text name again."""
    start = next((i for i, block in enumerate(blocks) if block.kind in CONTENT), 0)
    for block in blocks[: min(start, _MASTHEAD)]:
        line = shown(block.span.of(text))
        name = _BESIDE.split(line)[0]
        if not is_name(name) or block.rule in _LISTING:
            continue
        span = Span(block.span.start, block.span.start + len(name))
        if name == line and _count_lines(text, blocks, strip_article(name)) > 1:
            return Finding(name, "the masthead, named again around the text", span)
        words = frozenset(name.casefold().split())
        if block.kind is BlockKind.META and names_outlet(name, words, language):
            return Finding(name, "the masthead, by its name", span)
    return None


def _count_lines(text: str, blocks: Sequence[Block], name: str) -> int:
    """Return how many lines around the article hold `name`."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return sum(
        block.kind not in CONTENT and bool(whole.search(text, block.span.start, block.span.end))
        for block in blocks
    )


def is_name(text: str) -> bool:
    """Return whether a line is short and plain enough for an outlet's name."""
    short = 1 < len(text) <= 40 and text.count(" ") <= 4
    return short and not _UNNAMED.search(text)


def _find_network(text: str, blocks: Sequence[Block]) -> Finding | None:
    for block in blocks:
        if block.kind is not BlockKind.BOILERPLATE or block.span.end - block.span.start > 300:
            continue
        names = list(_ON_NETWORKS.finditer(text, block.span.start, block.span.end))
        if len(names) > 1 and shown(names[0]["name"]) == shown(names[1]["name"]):
            return Finding(
                shown(names[0]["name"]),
                "the account named on networks",
                Span(*names[0].span("name")),
            )
    return None


def _find_copyright(text: str, blocks: Sequence[Block], language: str) -> Finding | None:
    """Return whom the last lines name behind a copyright sign; no agency, no photographer."""
    last = max((i for i, block in enumerate(blocks) if block.kind is BlockKind.BODY), default=-1)
    for block in blocks[last + 1 :]:
        match = _COPYRIGHT.search(
            text, block.span.start, min(block.span.end, block.span.start + 120)
        )
        name = _LEGAL_FORM.sub("", shown(match["name"])) if match else ""
        words = frozenset(name.casefold().split())
        if match and is_name(name) and words.isdisjoint(load_words("lines", "credit_words", "en")):
            start = match.start("name")
            return Finding(name, "the copyright line", Span(start, match.end("name")))
    return None


def _find_author(text: str, blocks: Sequence[Block], language: str) -> Finding:
    """Return the name in the first byline that holds a person's."""
    before = load_pattern("bylines", "before", language)
    for block in blocks:
        if block.kind is not BlockKind.META or block.span.end - block.span.start > 300:
            continue
        for match in before.finditer(text, block.span.start, block.span.end):
            name = _trim_name(text[match.end() : block.span.end], language)
            if name:
                return Finding(name, "the byline", Span(match.end(), match.end() + len(name)))
    return Finding()


def _trim_name(text: str, language: str) -> str:
    """Return the name that opens `text`, empty where none does or an account's does."""
    match = _NAME.match(text)
    name = match[0] if match else ""
    end = load_pattern("bylines", "ends", language).search(name)
    name = (name[: end.start()] if end else name).rstrip(" -–—:;/.&")
    account = load_pattern("lines", "account", language, whole=True)
    return "" if not name or not _OPENS_NAME.match(name) or account.match(name) else name
