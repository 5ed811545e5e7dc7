"""The YAML that a Markdown or text file may open with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.models import Span, shown
from generator.reading.capped_yaml import load_mapping

KEYS = {
    "title": "title", "headline": "title",
    "publisher": "publisher", "outlet": "publisher", "source": "publisher", "site": "publisher",
    "author": "author", "authors": "author", "byline": "author",
    "published": "published", "date": "published", "pubdate": "published",
    "url": "url", "link": "url", "canonical": "url", "source_url": "url",
    "language": "language", "lang": "language",
    "translated_from": "translated_from", "copy_of": "copy_of", "kind": "kind", "note": "note",
}  # fmt: skip
_FENCE = re.compile(r"\s*---[ \t]*\r?(?:\n|\r)(.{0,20000}?)(?:\n|\r)---[ \t]*(?=[\r\n]|\Z)", re.S)
_OPENED = re.compile(r"\s*---[ \t]*\r?[\n\r][\w -]{1,40}:[ \t\r\n]")
_UNCLOSED = "Front matter is opened but not closed within 20,000 characters; it is read as text."
_LIMIT = 16_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the fences."""

    span: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    """The contract's names to text values."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the text says a value in the very words, by name."""
    problems: tuple[str, ...] = ()


def parse_front_matter(text: str) -> FrontMatter:
    """Return the front matter that opens `text`, empty where there is none.

    >>> parse_front_matter("---\\ndate: 2021-05-04\\n---\\nRain fell.").values
    {'published': '2021-05-04'}
    """
    match = _FENCE.match(text)
    if not match:
        unclosed = _OPENED.match(text)
        return FrontMatter(problems=(_UNCLOSED,)) if unclosed else FrontMatter()
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    try:
        mapping = load_mapping(match[1], _LIMIT)
    except ValueError as error:
        problem = f"The front matter cannot be read: {error}."
        return FrontMatter(span, problems=(problem,))
    values = _pick_scalars(mapping)
    return FrontMatter(span, values, _find_spans(text, span, values))


def _find_spans(text: str, span: Span, values: Mapping[str, str]) -> dict[str, Span]:
    places = {name: text.find(value, span.start, span.end) for name, value in values.items()}
    return {name: Span(at, at + len(values[name])) for name, at in places.items() if at >= 0}


def _pick_scalars(mapping: Mapping[str, object]) -> dict[str, str]:
    values: dict[str, str] = {}
    for key, value in mapping.items():
        name = KEYS.get(key.strip().casefold().replace("-", "_"))
        if name and (text := _read_scalar(value)):
            values.setdefault(name, text)
    return values


def _read_scalar(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value if isinstance(item, str))[:1000]
    return "" if value is None or isinstance(value, dict | bool) else shown(str(value))[:1000]
