"""Quotation marks from sentence to sentence: which is open, and which sentence is all quotation.

A single mark may be an apostrophe. It opens only before a capital, where no letter stands before
it, and closes behind the stop or comma that ends what was said; failing that, behind a word.
"""

from __future__ import annotations

import re

from generator.language import opens_quotation

_DOUBLE = re.compile('[“”„«»"]')
_WHOLE = re.compile('(?:["“„«].*["”»]|».*«)\\W*\\Z', re.DOTALL)
_SINGLES = frozenset("‘'")
_SINGLE = re.compile(r"(?<![^\s(\[:,–—])[‘'](?=[\w\[])")
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…])['’](?!\w)")
_SINGLE_ENDS = re.compile(r"(?<=\w)['’](?!\w)")


def follow_quotes(sentence: str, state: str) -> str:
    """Return which quotation mark is open after `sentence`, empty for none.

    >>> follow_quotes("“We agreed", "")
    '“'
    >>> follow_quotes("'We agreed,' she said. 'It was time.", "")
    "'"
    """
    if state in _SINGLES:
        close = _find_close(sentence, 0)
        return state if close is None else follow_quotes(sentence[close:], "")
    opening = None if state else _find_single(sentence)
    double = _DOUBLE.search(sentence)
    if opening and (double is None or opening.start() < double.start()):
        close = _find_close(sentence, opening.end())
        return opening[0] if close is None else follow_quotes(sentence[close:], "")
    return _follow_double(sentence, state)


def _find_single(sentence: str) -> re.Match[str] | None:
    """Return the first single mark that opens a quotation, not a word short of its beginning."""
    marks = _SINGLE.finditer(sentence)
    return next((m for m in marks if sentence[m.end()] == "[" or sentence[m.end()].isupper()), None)


def _find_close(sentence: str, start: int) -> int | None:
    """Return where a quotation in single marks ends, None where it goes on."""
    close = _SINGLE_CLOSES.search(sentence, start) or _SINGLE_ENDS.search(sentence, start)
    return close.end() if close else None


def _follow_double(sentence: str, state: str) -> str:
    for match in _DOUBLE.finditer(sentence):
        mark = match[0]
        if state == "»" and mark in "«»":
            state = ""
        elif mark in "„«" or (not state and opens_quotation(sentence, match.start())):
            state = mark
        elif mark == "“":
            state = "" if state == "„" else mark
        elif mark in "”»":
            state = ""
        else:
            state = "" if state == '"' else state or '"'
    return state


def closes_unopened(sentence: str) -> bool:
    """Return whether the first mark of a sentence, outside any quotation, closes one.

    >>> closes_unopened("The floor gave way”, said Ann Lee.")
    True
    """
    first = _DOUBLE.search(sentence)
    return first is not None and first[0] in "”»" and not opens_quotation(sentence, first.start())


def is_quotation(sentence: str) -> bool:
    """Return whether the sentence is one quotation and nothing else.

    >>> is_quotation("“We agreed.”"), is_quotation("'We agreed.'"), is_quotation("“We”, he said.")
    (True, True, False)
    """
    if len(_DOUBLE.findall(sentence)) == 2 and _WHOLE.match(sentence):
        return True
    opening = _find_single(sentence)
    whole = opening is not None and opening.start() == 0
    return whole and _find_close(sentence, 1) == len(sentence)
