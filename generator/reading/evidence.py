"""What one line says of itself: points for and against its being article text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language import load_stop_words
from generator.models import BlockKind
from generator.reading.lexicon import load_pattern
from generator.reading.lines import Line
from generator.reading.written_dates import is_date_line

_STOP = re.compile("[.!?…。！？؟।]['\"”’»)\\]]*\\Z")
_WORD = re.compile(r"[^\W\d_][^\s]*")
_SEPARATORS = re.compile(r"[|»›•·]|::| / ")
_URL = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_DOUBLED = re.compile(r"(.{8,300}?)\s*\1\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a line looks like article text, and what it is if a pattern knows it."""

    points: float
    """Above nought for prose; the scale is roughly log-odds."""
    rule: str
    kind: BlockKind | None = None
    opens_region: bool = False
    """Whether what follows belongs to no article until prose resumes."""
    is_sentence: bool = False
    """Whether it ends as a sentence does."""


def find_evidence(line: Line, language: str) -> Evidence:
    """Return what `line` says of itself."""
    is_sentence = bool(_STOP.search(line.text))
    known = _match_cue(line, language)
    points = _weigh_shape(line, language, is_sentence=is_sentence)
    if known is None:
        return Evidence(points, _name_shape(line, is_sentence=is_sentence), is_sentence=is_sentence)
    kind, rule, cost, opens = known
    return Evidence(points - cost, rule, kind, opens, is_sentence)


def _match_cue(line: Line, language: str) -> tuple[BlockKind, str, float, bool] | None:
    text = line.text
    if len(text) > 600:
        return _match_long(text, language)
    if _URL.match(text):
        return BlockKind.META, "a web address", 9.0, False
    if is_date_line(text, language):
        return BlockKind.META, "a date line", 9.0, False
    for key, kind, rule, cost in _WHOLE:
        if len(text) <= 160 and load_pattern("lines", key, language, whole=True).match(text):
            return kind, rule, cost, key == "region"
    if _is_caption(text, language):
        return BlockKind.CAPTION, "a picture's caption", 4.0, False
    if load_pattern("lines", "pointer", language).match(text):
        return BlockKind.BOILERPLATE, "points at another article", 4.0, False
    for key, rule, cost in _ANYWHERE:
        if load_pattern("lines", key, language).search(text):
            return BlockKind.BOILERPLATE, rule, cost, False
    return None


def _match_long(text: str, language: str) -> tuple[BlockKind, str, float, bool] | None:
    """Return a cue only for a label such as "See also:", since length speaks for prose."""
    label = load_pattern("lines", "pointer", language).match(text, 0, 60)
    if label and ":" in text[:40]:
        return BlockKind.BOILERPLATE, "points at other articles", 9.0, False
    return None


_WHOLE = (
    ("region", BlockKind.BOILERPLATE, "heads a list of other articles or of comments", 9.0),
    ("button", BlockKind.BOILERPLATE, "a button or menu entry", 9.0),
    ("byline", BlockKind.META, "a byline, credit or masthead line", 5.0),
)
_ANYWHERE = (
    ("promotion", "asks the reader to do something", 4.0),
    ("notice", "a legal or technical notice", 5.0),
)


def _is_caption(text: str, language: str) -> bool:
    if len(text) > 400:
        return False
    doubled = _DOUBLED.match(text)
    once = doubled[1] if doubled else text
    credit = load_pattern("lines", "picture_credit", language, whole=True)
    tail = once[-120:]
    has_credit = any(credit.match(tail, i) for i in _word_starts(tail))
    label = load_pattern("lines", "picture_label", language).match(once)
    return bool(has_credit or label or (doubled and len(once) > 20))


def _word_starts(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<![\w(])[(\w©]", text)]


def _weigh_shape(line: Line, language: str, *, is_sentence: bool) -> float:
    words = _WORD.findall(line.text[:2000])
    count = line.words if len(words) else 0
    stops = load_stop_words(language)
    share = sum(word.lower() in stops for word in words) / len(words) if words else 0.0
    lower = sum(word[0].islower() for word in words) / len(words) if words else 0.0
    points = -2.5 if count < 4 else -1.5 if count < 8 else 0.0 if count < 14 else 1.5
    points += 1.0 if count >= 25 else 0.0
    points += 1.2 if is_sentence and count >= 5 else -1.0
    points += 0.8 if share > 0.3 else -0.8 if share < 0.15 else 0.0
    points += 0.4 if lower > 0.6 else -0.4
    return points - (1.5 if len(_SEPARATORS.findall(line.text[:2000])) > 1 else 0.0)


def _name_shape(line: Line, *, is_sentence: bool) -> str:
    length = "long" if line.words >= 14 else "short"
    return f"a {length} line that {'ends' if is_sentence else 'does not end'} as a sentence"
