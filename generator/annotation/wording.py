"""Words with the keys they are matched under: stem, spelling, acronym, name, synonym."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.language import (
    load_normalizer,
    load_stop_words,
    load_synonyms,
    load_words,
    split_tokens,
)
from generator.models import Span

_POSSESSIVE = re.compile("['’]s?$")
_REPEATED = re.compile(r"(\w)\1+")
_HYPHENS = frozenset("-\u2010\u2011")
_VOWELS = "aeiouy"
_LEAST_NAME = 4  # letters of a name that is matched by its sound


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence."""

    text: str
    start: int
    end: int
    key: str
    """The stem of its one spelling; `A:` and capitals for an acronym."""
    others: tuple[str, ...]
    """`N:` and the name's sound for a capitalised word, `S:` and the stem of all its synonyms."""
    possessive: bool = False
    is_office: bool = False
    """Whether it names an office, which stands before a name without being of it."""
    is_day: bool = False
    """Whether it names a day or a month, which does so too."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return every key the word answers to."""
        return (self.key, *self.others)

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)

    @property
    def is_capitalised(self) -> bool:
        """Return whether it begins with a capital."""
        return self.text[0].isupper()


def split_words(text: str, offset: int, language: str) -> list[Word]:
    """Return the words of `text`, placed `offset` characters further on.

    What hyphens join is one word, which answers to its parts too.

    >>> [word.key for word in split_words("U.S. programmes", 0, "en")]
    ['A:US', 'program']
    >>> split_words("cease-fire", 0, "en")[0].keys[:3]
    ('ceasefir', 'S:ceasefir', 'ceas')
    """
    words: list[Word] = []
    for token in split_tokens(text):
        plain = _POSSESSIVE.sub("", token.text) or token.text
        key, others = _keys(plain, language)
        possessive = plain != token.text or text[token.end : token.end + 1] in {"'", "’"}
        start, end = token.start + offset, token.start + offset + len(plain)
        office = plain.casefold() in _offices(language)
        day = plain in _days(language)
        word = Word(plain, start, end, key, others, possessive, office, day)
        if words and text[words[-1].end - offset : token.start] in _HYPHENS:
            words[-1] = _joined(words[-1], word, language)
        else:
            words.append(word)
    return words


@lru_cache(maxsize=8)
def _offices(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "offices"))


@lru_cache(maxsize=8)
def _days(language: str) -> frozenset[str]:
    lines = load_words(language, "weekdays") + load_words(language, "month_words")
    return frozenset(word.capitalize() for line in lines for word in line.split())


def _joined(one: Word, other: Word, language: str) -> Word:
    text = one.text + other.text
    key, others = _keys(text, language)
    parts = dict.fromkeys((*others, *one.keys, *other.keys))
    return Word(text, one.start, other.end, key, tuple(parts), other.possessive)


@lru_cache(maxsize=100_000)
def _keys(plain: str, language: str) -> tuple[str, tuple[str, ...]]:
    letters = plain.replace(".", "")
    stemmed = load_normalizer(language)(plain.casefold())
    others = [f"S:{load_synonyms(language).get(stemmed, stemmed)}"]
    if len(letters) >= 2 and letters.isalpha() and letters.isupper():
        return f"A:{letters}", (stemmed, *others)
    if plain[0].isupper() and len(plain) >= _LEAST_NAME:
        others.append(f"N:{name_sound(plain, language)}")
    return stemmed, tuple(others)


def name_sound(name: str, language: str) -> str:
    """Return what the spellings of a name and the adjectives of a place have in common.

    >>> name_sound("Lozinskyy", "en") == name_sound("Lozinski", "en")
    True
    >>> name_sound("Chilean", "en") == name_sound("Chile", "en")
    True
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    word = "".join(c for c in folded if c.isalnum()).replace("y", "i").replace("j", "i")
    word = _REPEATED.sub(r"\1", word)
    for ending in load_words(language, "demonym_endings"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_NAME - 1:
            word = word[: -len(ending)]
            break
    return word.rstrip(_VOWELS) if len(word.rstrip(_VOWELS)) >= _LEAST_NAME - 1 else word


def is_content(word: Word, language: str) -> bool:
    """Return whether the word says something by itself."""
    return word.key.startswith("A:") or word.text.casefold() not in load_stop_words(language)
