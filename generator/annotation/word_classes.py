"""Classes of words that rules tell phrases by, read from generator/data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def load_classes(language: str, name: str) -> Mapping[str, frozenset[str]]:
    """Return the word lists in data/LANGUAGE/NAME.toml, or of English where there are none.

    Without a language the lists are those for all: data/NAME.toml.

    >>> "said" in load_classes("en", "speech")["say"]
    True
    """
    data = files("generator") / "data"
    folders = [data / language[:2], data / "en"] if language else [data]
    file = next(
        folder / f"{name}.toml" for folder in folders if (folder / f"{name}.toml").is_file()
    )
    return {
        key: frozenset(words.split())
        for key, words in tomllib.loads(file.read_text("utf-8")).items()
    }
