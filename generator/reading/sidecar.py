"""What an editor says of the articles beside them: `seeds/sources.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.errors import SettingsError
from generator.models import shown
from generator.reading.capped_yaml import load_mapping

KEYS = (
    "title",
    "publisher",
    "author",
    "published",
    "url",
    "language",
    "translated_from",
    "copy_of",
    "kind",
    "note",
)
KINDS = ("news", "analysis", "opinion", "state-media", "agency", "press-release")
WHERE = "sources.yml"
_LIMIT = 5_000_000
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_DATE = re.compile(rf"{_DAY}(?:/{_DAY})?\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?\Z")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One row of known values a path; what could not be used is told in `problems`."""

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def row(self, path: str) -> Mapping[str, str]:
        """Return the values given for `path`, empty where there are none."""
        return self.rows.get(path, {})


def parse_sidecar(text: str) -> Sidecar:
    """Return the rows of a sidecar; a SettingsError means that no row can be read.

    >>> parse_sidecar("a.txt: {publisher: Harbour Post, published: 2021-05-04}").row("a.txt")
    {'publisher': 'Harbour Post', 'published': '2021-05-04'}
    """
    try:
        mapping = load_mapping(text, _LIMIT)
    except ValueError as error:
        raise SettingsError(f"{WHERE}: {error}; give one mapping per path") from None
    rows: dict[str, Mapping[str, str]] = {}
    problems: list[str] = []
    for path, row in mapping.items():
        if isinstance(row, dict):
            rows[path] = _read_row(path, row, problems)
        else:
            problems.append(f"{WHERE}: {path}: not a mapping; give 'publisher: …' and the like")
    return Sidecar(rows, tuple(problems))


def _read_row(path: str, row: Mapping[object, object], problems: list[str]) -> Mapping[str, str]:
    values = {}
    for key, value in row.items():
        mistake = _find_mistake(str(key), value)
        if mistake:
            problems.append(f"{WHERE}: {path}.{key}: {mistake}")
        else:
            values[str(key)] = shown(str(value))
    return values


def _find_mistake(key: str, value: object) -> str | None:
    if key not in KEYS:
        close = get_close_matches(key, KEYS, n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        return f"no such key; {hint}known: {', '.join(KEYS)}"
    if isinstance(value, dict | list | bool) or value is None:
        return "give one text value"
    if key == "published" and not _DATE.match(str(value)):
        return f"not a date ({value!r:.40}); write YYYY-MM-DD, YYYY-MM, YYYY or A/B for a range"
    if key == "kind" and value not in KINDS:
        return f"no such kind; known: {', '.join(KINDS)}"
    if key == "language" and not _LANGUAGE.match(str(value)):
        return "not a language tag; write en, de, pt-BR"
    return None
