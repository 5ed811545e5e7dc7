"""Word lists and patterns of a language, kept as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_PLAIN = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_NEVER = re.compile(r"(?!)")


def split_words(text: str, pattern: re.Pattern[str]) -> list[str]:
    r"""Return what `pattern`, for runs of letters and digits, finds; faster in plain ASCII.

    >>> split_words("four-day trip", re.compile(r"[^\W_]+(?:'[^\W_]+)?"))
    ['four', 'day', 'trip']
    """
    if text.isascii() and "'" not in text:
        return text.translate(_PLAIN).split()
    return pattern.findall(text)


@lru_cache(maxsize=64)
def load_lists(name: str, language: str) -> Mapping[str, list[str]]:
    """Return the lists of `generator/data/LANGUAGE/NAME.toml`, none where there is no such file."""
    file = files("generator") / "data" / language[:2] / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@lru_cache(maxsize=256)
def load_words(name: str, key: str, language: str) -> frozenset[str]:
    """Return one list as a set of words."""
    return frozenset(load_lists(name, language).get(key, []))


@lru_cache(maxsize=256)
def load_pattern(name: str, key: str, language: str, *, whole: bool = False) -> re.Pattern[str]:
    """Return one pattern for a list of patterns, case ignored; English ones are always included.

    English stands on web pages of every language. With `whole` the entire line must match.
    """
    parts = list(load_lists(name, language).get(key, []))
    if language[:2] != "en":
        parts += load_lists(name, "en").get(key, [])
    if not parts:
        return _NEVER
    body = "|".join(f"(?:{part})" for part in parts)
    return re.compile(rf"(?:{body})\W*\Z" if whole else body, re.IGNORECASE)
