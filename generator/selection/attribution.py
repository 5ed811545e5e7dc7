"""Who tells what a sentence says, apart from what it says: "Police said …", "…, she told CNN".

Two articles that quote one speaker share his name and his office, and need not share a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.language import load_words
from generator.models import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MARK = re.compile(r"[,;:“”\"—]|--|\s[‘'](?=\w)|(?<=[\w,.?!])['’](?=\s|$)")
_QUOTES = "“”\"‘’'"
_SOURCE = re.compile(r"\b[Aa]ccording to\b")
_LEAST_TOLD = 4
"""Words a sentence must keep for the rest to be but its attribution."""
_SUBJECT = 7  # words from a mark, or the sentence's start, to the verb of who tells
_AFTER = 6  # words after the verb, to the next mark, that say where or to whom
_NAMED = 14  # words of who is named after "according to" where the sentence goes on


def find_attributions(text: str, language: str) -> tuple[Span, ...]:
    """Return what of a sentence only says who tells the rest.

    >>> find_attributions("The bridge will stay closed, said Anna Berg, the mayor.", "en")
    (Span(start=27, end=55),)
    >>> find_attributions("The mayor said the bridge will stay closed.", "en")
    (Span(start=0, end=14),)
    >>> find_attributions("The mayor was told the bridge will stay closed.", "en")
    ()
    """
    tells, verbs, bars = load_tellers(language)
    if not verbs or not tells.search(text):
        return ()
    words = list(_WORD.finditer(text))
    marks = [mark.start() for mark in _MARK.finditer(text)]
    found = [*_find_sources(text, marks)]
    for place, word in enumerate(words):
        if word[0] in verbs and (not place or words[place - 1][0].casefold() not in bars):
            span = _read_attribution(words, place, marks, text, bars)
            if span and not any(span.meets(other) for other in found):
                found.append(span)
    kept = sum(all(not Span(*word.span()).meets(span) for span in found) for word in words)
    return tuple(sorted(found)) if kept >= _LEAST_TOLD else ()


@lru_cache(maxsize=8)
def load_tellers(language: str) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Return what finds the verbs that tell, the verbs, and the words before them that bar them."""
    verbs, bars = (
        frozenset(" ".join(load_words(language, name)).split())
        for name in ("teller_verbs", "teller_bars")
    )
    return re.compile(rf"\b(?:{'|'.join(sorted(verbs))}|[Aa]ccording)\b"), verbs, bars


def _find_sources(text: str, marks: Sequence[int]) -> Iterator[Span]:
    for match in _SOURCE.finditer(text):
        at = bisect_left(marks, match.end())
        end = marks[at] if at < len(marks) and not match.start() else len(text)
        if len(_WORD.findall(text[match.start() : end])) <= _NAMED:
            yield Span(match.start(), end)


def _read_attribution(
    words: Sequence[re.Match[str]], place: int, marks: Sequence[int], text: str, bars: frozenset[str]
) -> Span | None:
    """Return the clause that the verb at `place` makes an attribution, None where it tells on."""
    verb = words[place]
    at = bisect_left(marks, verb.start())
    start = marks[at - 1] if at else 0
    later = [mark for mark in marks[at:] if mark >= verb.end()]
    following = later[0] if later else len(text)
    subject = [word for word in words[:place] if word.start() >= start]
    after = sum(verb.end() <= word.start() < following for word in words)
    before = place - len(subject)
    if len(subject) > _SUBJECT or (subject and subject[0][0].casefold() in bars):
        return None
    if before < _LEAST_TOLD:
        return Span(0, verb.end()) if subject else None
    if subject:
        return Span(start, following) if after <= _AFTER else None
    if text[start] not in _QUOTES and after > _SUBJECT:
        return None
    return Span(start, next((mark for mark in later if text[mark] in _QUOTES), len(text)))
