"""Fingerprints of names: the same for spellings of one name in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

_APART = re.compile(r"[^\w]+")
_GLIDE = re.compile("[yj](?![aeiou])")  # Vitaliy, Vitalij, Vitalyi; not Yuri, nor Joe
_VOWELS = re.compile("[aeiou]")
_LEFT_OUT = frozenset(["the", "inc", "corp", "ltd", "plc", "llc", "co", "jr", "sr", "corporation"])


@lru_cache(maxsize=50_000)
def fingerprint(name: str) -> tuple[str, ...]:
    """Return the words of `name` without accents, doubled letters and the many ways to write i.

    >>> fingerprint("Vitalyy Horodetskyj") == fingerprint("Vitali Horodetski")
    True
    """
    words = [word for word in _APART.split(_plain(name)) if word]
    kept = [word for word in words if word not in _LEFT_OUT] or words
    return tuple(_fold(word) for word in kept)


def skeleton(word: str) -> str:
    """Return a fingerprinted word's consonants, the first letter kept.

    >>> skeleton("mohamed") == skeleton("muhamad")
    True
    """
    return word[:1] + _VOWELS.sub("", word[1:])


def formal(word: str) -> str:
    """Return a fingerprinted given name, or the one that it is short for.

    >>> formal("bil"), formal("xi")
    ('wiliam', 'xi')
    """
    return _load_nicknames().get(word, word)


@lru_cache(maxsize=1)
def _load_nicknames() -> dict[str, str]:
    """Return the name that each nickname is short for, the first of several."""
    found: dict[str, str] = {}
    lines = (files("generator") / "data" / "nicknames.txt").read_text("utf-8").splitlines()
    for line in lines:
        full, *short = map(_fold, _plain(line).split()) if not line.startswith("#") else [""]
        for name in short:
            found.setdefault(name, full)
    return found


def slug(name: str) -> str:
    """Return `name` for an address: its fingerprint, joined by hyphens."""
    return "-".join(fingerprint(name)) or "-"


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"['’]s\Z|['’.]", "", text).replace("ck", "k")


def _fold(word: str) -> str:
    return "".join(letter for letter, _ in groupby(_GLIDE.sub("i", word)))
