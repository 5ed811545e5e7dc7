"""Classes of words that rules tell phrases by, read from generator/data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def load_classes(language: str, name: str) -> Mapping[str, frozenset[str]]:
    """Return the word lists in data/LANGUAGE/NAME.toml; those of English where none are known.

    >>> "said" in load_classes("en", "speech")["say"]
    True
    """
    data = files("generator") / "data"
    own = data / language[:2] / f"{name}.toml"
    text = (own if own.is_file() else data / "en" / f"{name}.toml").read_text("utf-8")
    return {key: frozenset(words.split()) for key, words in tomllib.loads(text).items()}
