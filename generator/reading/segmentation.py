"""A paragraph as sentences with exact spans.

English, and any language named `en`, by the rules below, which the bake-off on GUM put level with
the best libraries at fifty times their speed; other languages by sentencex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import sentencex

from generator.models import Span
from generator.reading.lexicon import load_words

_CANDIDATE = re.compile(r"[.!?…]+(?P<close>[\"'”’»)\]]*)(?P<space>\s+)(?P<open>[\"'“‘«(\[]*)(?=\S)")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]]+\Z")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_CARRIED_ON = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,4}?(?P<verb>[a-z]+)\b")
_UNOPENED = re.compile(r"(?:\w+\s+){0,2}\w+\)")
_CHUNK = 20_000


def split_sentences(
    text: str, span: Span, language: str, joined: Callable[[], frozenset[str]] = frozenset
) -> list[Span]:
    """Return the sentences of `text[span]`; between them is white space only.

    `joined` returns the article's words and pairs of capitalised words in lower case: a full stop
    that parts one of them ("Jo. Hannes" beside "Johannes") is a slip of translation, no boundary.

    >>> text = "Mr. Lee met S. Okafor at 1 p.m. in the U.S. embassy. “We agreed.” He left."
    >>> [span.of(text) for span in split_sentences(text, Span(0, len(text)), "en")]
    ['Mr. Lee met S. Okafor at 1 p.m. in the U.S. embassy.', '“We agreed.”', 'He left.']
    """
    ends = (
        _find_ends(text, span, joined)
        if language[:2] == "en"
        else _find_foreign_ends(text, span, language)
    )
    spans, start = [], span.start
    for end in [*ends, span.end]:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append(Span(left, right))
        start = end
    return spans


def _find_ends(text: str, span: Span, joined: Callable[[], frozenset[str]]) -> Iterator[int]:
    for match in _CANDIDATE.finditer(text, span.start, span.end):
        if _is_boundary(text, match, span, joined):
            yield match.start("space")


def _is_boundary(
    text: str, match: re.Match[str], span: Span, joined: Callable[[], frozenset[str]]
) -> bool:
    following = text[match.end() : min(match.end() + 60, span.end)]
    before = _LAST_WORD.search(text, max(span.start, match.start() - 40), match.start())
    left = before[0] if before else ""
    if following[0].islower() or following[0] in ",;:)-–—.%":
        return following[0] in "-–—" and match[0][0] != "." and not match["close"]
    word = _WORD.match(following)
    right = word[0] if word else ""
    if match["open"].endswith("(") and _is_aside(text, match.end(), span):
        return False
    if (
        match[0][0] == "."
        and not match["close"]
        and _is_abbreviation(left, right, following, joined)
    ):
        return False
    if _UNOPENED.match(following) and "(" not in following.split(")")[0] and not match["open"]:
        return False
    return not (match["close"] and match[0][0] in "!?" and _is_carried_on(following))


def _is_abbreviation(
    left: str, right: str, following: str, joined: Callable[[], frozenset[str]]
) -> bool:
    bare = left.casefold().lstrip("-–—/")
    starts = right.casefold() in load_words("sentences", "starters", "en")
    if bare in load_words("sentences", "titles", "en"):
        return bare != "no" or following[0].isdigit()
    if bare in load_words("sentences", "closers", "en"):
        return not starts or right.isdigit()
    if len(left) == 1 and left.isalpha():
        return left.islower() or not (starts and len(right) > 1)
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", left):
        return not starts
    if not (left[:1].isupper() and right[:1].isupper()) or starts:
        return False
    return not joined().isdisjoint({(left + right).casefold(), f"{left} {right}".casefold()})


def _is_aside(text: str, start: int, span: Span) -> bool:
    """Whether a bracket opens that closes on an abbreviation and goes on in lower case."""
    return bool(re.match(r"[^\s()]{1,12}\)\s+[a-z]", text[start : min(start + 40, span.end)]))


def _is_carried_on(following: str) -> bool:
    match = _CARRIED_ON.match(following)
    return bool(match and match["verb"] in load_words("sentences", "saying", "en"))


def _find_foreign_ends(text: str, span: Span, language: str) -> Iterator[int]:
    """Yield ends by sentencex, piece by piece: its time grows faster than its input."""
    for start in range(span.start, span.end, _CHUNK):
        piece = text[start : min(start + _CHUNK, span.end)]
        place = 0
        for sentence in sentencex.segment(language[:2], piece):
            at = piece.find(sentence, place)
            if at < 0:
                continue
            place = at + len(sentence)
            if place < len(piece) and not _is_short_form(piece, place, language):
                yield start + place


def _is_short_form(piece: str, end: int, language: str) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation or an initial, or none ends."""
    head = piece[max(0, end - 40) : end].rstrip()
    following = piece[end : end + 20].lstrip()
    if following[:1].islower():
        return True
    word = _LAST_WORD.search(head[:-1]) if head.endswith(".") else None
    if not word:
        return False
    bare = word[0].casefold()
    return bare in load_words("sentences", "titles", language[:2]) or (
        len(bare) == 1 and word[0].isupper()
    )
