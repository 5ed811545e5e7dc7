"""The language a text is written in, where nobody says it: by its script and its small words."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language import load_stop_words

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 3000
"""Characters that are looked at, from the middle of the text: menus stand around it."""
_LEAST = 40
"""Words below which a text is too short to tell."""
_SURE = 0.3
"""Share of its words that a language's small words must be."""
_AHEAD = 1.6
"""How many times as large the share must be as that of the language it was expected to be in."""
_LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "ro", "tr")
_CYRILLIC = ("ru", "uk", "bg")
_SCRIPTS = (
    (re.compile("[\u0600-\u06ff]"), ("ar",)),
    (re.compile("[\u0400-\u04ff]"), _CYRILLIC),
    (re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), ("zh",)),
)
_OF_A_SCRIPT = 0.5
"""Share of the letters that are of it in a text of a script."""
_OTHERS = re.compile("[\u3040-\u30ff\uac00-\ud7af]")  # kana and hangul beside ideographs


def detect_language(text: str, expected: str) -> str:
    """Return the language of `text`, `expected` where it may be that one or nothing is sure.

    By the share of stop words (Grefenstette, Comparing two language identification schemes, 1995),
    among the languages of the script that most letters are of.

    >>> detect_language("Der Betriebsrat und die Werft haben sich nicht auf einen " * 5, "en")
    'de'
    >>> detect_language("The yard and the union have not agreed on the jobs " * 5, "en")
    'en'
    """
    start = max(0, (len(text) - _MOST) // 2)
    sample = text[start : start + _MOST]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        for script, languages in _SCRIPTS:
            if len(script.findall(sample)) > _OF_A_SCRIPT * letters:
                known = languages == ("zh",) and _OTHERS.search(sample)
                return expected if known else _choose(sample, expected, languages, sure=0)
    return _choose(sample, expected, _LATIN, sure=_SURE)


def _choose(text: str, expected: str, languages: tuple[str, ...], *, sure: float) -> str:
    """Return the language with most stop words in `text`, if they are so many and far ahead."""
    words = _WORD.findall(text.casefold())
    if len(languages) > 1 and len(words) < _LEAST:
        return expected
    shares = {language: _share(words, language) for language in languages}
    best = max(languages, key=lambda language: (shares[language], language == expected[:2]))
    enough = max(sure, _AHEAD * shares.get(expected[:2], 0.0))
    return best if best != expected[:2] and shares[best] >= enough else expected


def _share(words: list[str], language: str) -> float:
    return sum(map(_small_words(language).__contains__, words)) / (len(words) or 1)


@lru_cache(maxsize=32)
def _small_words(language: str) -> frozenset[str]:
    """Return the language's stop words, but for those of one letter, which are any language's."""
    return frozenset(word for word in load_stop_words(language) if len(word) > 1)
