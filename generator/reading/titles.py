"""Which of the lines above a text is its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from generator.reading import cues
from generator.reading.marks import Marked
from generator.reading.verdicts import Verdict

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:(?:the|der|die|das|la|le|les|el|los|las)\s+|l[’'])(?=\S)", re.IGNORECASE)
_SECTION = re.compile(r"\s+[-–—|/]\s+")
_NAMING = frozenset({cues.NOTICE, cues.PROMOTION, cues.BUTTON, cues.BYLINE})
_LISTED = frozenset({"one separator", "several separators", "nearly all capitals", "many digits"})
_ASKING = frozenset({cues.PROMOTION, cues.POINTER})
_LENGTHS = ((6, 0.8), (4, 0.7), (3, 0.4), (0, -0.5))
"""What so many words or more speak for a title. This and the other weights here were chosen on
tests/corpora and the development events."""
_ENDINGS = ((".", 0.3), (":", 0.8))
LEAD = 3
"""Lines below the start of a text that may still belong to its header."""
_FAR = 60
"""Lines above the text among which the title is looked for."""
_SHORT = 10
"""Headers up to this length begin with the title; longer ones begin with navigation."""


def is_same_heading(one: str, other: str) -> bool:
    """Return whether two lines are one heading but for small words.

    >>> is_same_heading("Talks on fish quotas end in rain", "Talks about fish quotas end in rain")
    True
    """
    first, second = _split_words(one), _split_words(other)
    return bool(first) and len(first & second) >= 0.7 * len(first | second)


@lru_cache(maxsize=256)
def _split_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def find_title(
    marked: Sequence[Marked], verdicts: Sequence[Verdict], start: int, known: str
) -> int | None:
    """Return the index of the title above line `start`, None where nothing looks like one.

    `known` is the title given elsewhere. Otherwise the line that shares most words with the text
    below it; one that is said again before others, but no masthead, whose name stands again in a
    notice or promotion; in short headers the first, in long ones the nearest to the text.
    """
    if known:
        near = range(max(0, start - _FAR), start)
        named = [i for i in near if is_same_heading(marked[i].line.text, known)]
        return named[0] if named else None
    fitting = [i for i in range(max(0, start - _FAR), start) if _may_be_title(marked[i])]
    if not fitting or "named like an outlet" in marked[fitting[0]].marks:
        fitting = sorted([*fitting, *(i for i in range(min(start, 2)) if marked[i].cue in _ASKING)])
    text = [i for i in range(start, len(marked)) if verdicts[i].is_content][:12]
    below = Counter(term for i in text for term in marked[i].terms)
    notices = [one.line.text.casefold() for one in marked if one.cue in _NAMING]
    scored = [
        (
            _score_title(marked, i, start, below)
            - _score_place(rank, start - i, start)
            - _score_masthead(marked[i], notices, first=i == 0 < len(fitting) - 1),
            -i,
        )
        for rank, i in enumerate(fitting)
    ]
    best = max(scored, default=None)
    return -best[1] if best else None


def _may_be_title(one: Marked) -> bool:
    short = 2 <= one.line.words <= 40 and len(one.line.text) <= 250
    return one.cue is None and short and "several separators" not in one.marks


def _score_title(marked: Sequence[Marked], index: int, start: int, below: Counter[str]) -> float:
    one = marked[index]
    shared = sum(below[term] > 0 for term in one.terms)
    score = 0.9 * min(shared / max(3, len(one.terms)), 0.6) + 0.1 * min(shared, 4)
    score += 0.6 if _is_said_again(marked, index, start + LEAD) else 0.0
    score += next(gain for words, gain in _LENGTHS if one.line.words >= words)
    score -= 0.05 * max(0, one.line.words - 12)
    score -= 0.8 if not shared and "asks" not in one.marks else 0.0
    score -= next((loss for ending, loss in _ENDINGS if one.line.text.endswith(ending)), 0.0)
    return round(score, 6)


def _score_place(rank: int, distance: int, start: int) -> float:
    return 0.1 * min(distance, 12) if start > _SHORT else 0.4 * rank


def _score_masthead(one: Marked, notices: Sequence[str], *, first: bool) -> float:
    """Return what is held against a line that names the outlet or the section."""
    head, *section = _SECTION.split(one.line.text, maxsplit=1)
    whole = not section or " " not in strip_article(head)  # "Live - Storm Anna" names no outlet
    name = strip_article(one.line.text if whole else head).casefold()
    named = one.line.words <= 6 and any(name in notice for notice in notices)
    listed = one.line.words <= 8 and not _LISTED.isdisjoint(one.marks)
    outlet = "named like an outlet" in one.marks
    return 3.0 * named + 0.8 * listed + 0.8 * outlet + 0.7 * (first and one.line.words <= 6)


def strip_article(name: str) -> str:
    """Return an outlet's name without its article.

    >>> strip_article("The Coast Herald")
    'Coast Herald'
    """
    return _ARTICLE.sub("", name)


def _is_said_again(marked: Sequence[Marked], index: int, end: int) -> bool:
    text = marked[index].line.text
    others = [other.line.text for other in marked[index + 1 : end]]
    return any(text in other or is_same_heading(text, other) for other in others)


def find_repeat(marked: Sequence[Marked], title: int, start: int) -> int:
    """Return where the text starts if the title is said again a little below `start`."""
    for index in range(min(start + LEAD, len(marked) - 1), start - 1, -1):
        if is_same_heading(marked[title].line.text, marked[index].line.text):
            return index + 1
    return start
