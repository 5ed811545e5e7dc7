"""Acronyms that an article explains: "International Whaling Board (IWB)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EXPLAINED = re.compile(r"\(([A-Z]{2,8})\)")
_REACH = 120  # characters before the bracket that may hold the long form
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym that stands in brackets behind its long form, with that form.

    >>> list(find_acronyms("the International Board of Whaling (IBW) met"))
    [('IBW', 'International Board of Whaling')]
    """
    for match in _EXPLAINED.finditer(text):
        start = max(0, match.start() - _REACH)
        words = list(_WORD.finditer(text, start, match.start()))
        first = _long_form_start(match[1], words)
        if first is not None:
            yield match[1], text[first : match.start()].strip()


def _long_form_start(acronym: str, words: list[re.Match[str]]) -> int | None:
    """Return where the words begin whose capitals are the letters of `acronym`, from the last."""
    letters = list(acronym)
    for word in reversed(words):
        if word[0][0] == letters[-1]:
            letters.pop()
            if not letters:
                return word.start()
        elif word[0][0].isupper():
            return None
    return None
