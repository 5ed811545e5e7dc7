"""What can be seen of one line, as named marks that `line_points.toml` gives points for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.language import load_stop_words
from generator.reading.cues import Cue, match_cue
from generator.reading.lexicon import load_words, split_words
from generator.reading.lines import Line
from generator.reading.written_dates import find_dates

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDS = re.compile("[.!?…。！？؟।]['\"”’»)\\]]*\\Z")
_INNER_END = re.compile(  # begins with a set of characters, which is found three times as fast
    r"[.!?。！？](?:(?<=[.!?])['\"”’)]* +['\"“‘(]?[A-Z]|(?<=[。！？])(?=.))"
)
_SEPARATOR = re.compile(r"[|»›•·]|::| / | - ")
_SEPARATORS = ("|", "»", "›", "•", "·", "::", " / ", " - ")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_SEEN = 800
_LENGTHS = ((3, "1-2"), (5, "3-4"), (9, "5-8"), (15, "9-14"), (25, "15-24"), (40, "25-39"))


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with what can be seen of it."""

    line: Line
    marks: tuple[str, ...]
    cue: Cue | None
    terms: frozenset[str]
    """Its words that say something, lower case."""

    @property
    def ends_as_sentence(self) -> bool:
        """Return whether it ends as a sentence does."""
        return "ends as a sentence" in self.marks


def mark_line(line: Line, language: str, count: int = 1) -> Marked:
    """Return `line` with its marks; `count` is how often it stands in the text.

    Only its first 800 characters are looked at, which tell as much as all of them.
    """
    text = line.text[:_SEEN]
    lower = text.casefold()
    words = split_words(lower, _WORD)
    known = frozenset(words)
    stops = load_stop_words(language)
    cue = match_cue(line.text, known, language)
    marks = [
        *_mark_length(line),
        *_mark_words(text, words, stops),
        *_mark_signs(text, lower, line.words),
        *_mark_voice(lower, known, line.words, language),
    ]
    if names_outlet(text, known, language):
        marks.append("named like an outlet")
    if cue:
        marks.append(cue.name if line.words < 25 else f"long {cue.name}")
    elif line.words < 25 and find_dates(text, language):
        marks.append("holds a date")
    if count > 1:
        marks.append("stands several times" if line.words < 9 else "long, stands several times")
    terms = frozenset([word for word in known - stops if len(word) > 2])
    if not text.isascii() and _IDEOGRAPH.search(text):
        terms = frozenset(text[i : i + 2] for i in range(len(text) - 1) if text[i].isalpha())
    return Marked(line, tuple(marks), cue, terms)


def names_outlet(text: str, words: frozenset[str], language: str) -> bool:
    """Return whether the short line `text` reads as an outlet's name."""
    if len(words) > 6 or len(text) > 60 or text[-1:] in ".?!":
        return False
    outlets = load_words("lines", "outlet_words", language) | load_words(
        "lines", "outlet_words", "en"
    )
    bare = text.strip("《》「」 ")
    known = bool(words & outlets) or (not bare.isascii() and bare.endswith(tuple(sorted(outlets))))
    return known and not bare[:1].islower()


def _mark_length(line: Line) -> list[str]:
    size = next((name for limit, name in _LENGTHS if line.words < limit), "40 or more")
    ends = bool(_ENDS.search(line.text[-20:]))
    part = "short" if line.words < 9 else "middling" if line.words < 15 else "long"
    marks = [f"{size} words", f"a {part} {'sentence' if ends else 'open line'}"]
    return [*marks, "ends as a sentence"] if ends else marks


def _mark_words(text: str, words: list[str], stops: frozenset[str]) -> list[str]:
    if not words:
        return ["no words"]
    if not stops or (not text.isascii() and _IDEOGRAPH.search(text)):
        return []
    share = sum(map(stops.__contains__, words)) / len(words)
    level = "few" if share < 0.1 else "some" if share < 0.25 else "usual" if share < 0.4 else "many"
    marks = [f"{level} small words"]
    tokens = text.split(None, 60)[:60]
    if len(tokens) >= 3:
        capitals = sum([token[0].isupper() for token in tokens]) / len(tokens)
        limits = ((0.8, "nearly all"), (0.4, "many"), (0.2, "some"), (-1, "few"))
        marks.append(f"{next(name for limit, name in limits if capitals > limit)} capitals")
    if len(tokens) > 1 and text.isupper():
        marks.append("all upper case")
    if text[0].islower():
        marks.append("starts in lower case")
    if len(_DIGIT.findall(text, 0, 200)) > 0.15 * min(len(text), 200):
        marks.append("many digits")
    return marks


def _mark_signs(text: str, lower: str, words: int) -> list[str]:
    marks = []
    ending = {"?": "asks", ":": "ends in a colon", "!": "exclaims", "…": "trails off"}.get(
        text[-1:]
    )
    if ending or text.endswith("..."):
        marks.append(ending or "trails off")
    inner = len(_INNER_END.findall(text))
    if inner:
        marks.append("two sentences" if inner == 1 else "several sentences")
    parted = any(sign in text for sign in _SEPARATORS)
    separators = len(_SEPARATOR.findall(text)) if parted else 0
    if separators:
        marks.append("one separator" if separators == 1 else "several separators")
    if "@" in text or "http" in lower or "www." in lower:
        marks.append("holds a link")
    if words >= 5 and ('"' in text or "“" in text or "«" in text or "„" in text):
        marks.append("quotes")
    return marks


def _mark_voice(lower: str, words: frozenset[str], count: int, language: str) -> list[str]:
    marks = []
    if count >= 5:
        persons = words & _load_persons(language)
        if persons and ('"' in lower or "“" in lower):
            persons &= frozenset(_WORD.findall(_QUOTED.sub(" ", lower)))
        if persons & load_words("voice", "first_person", language):
            marks.append("first person")
        if persons & load_words("voice", "second_person", language):
            marks.append("second person")
        if not words.isdisjoint(load_words("voice", "saying", language)):
            marks.append("tells who said it")
    if count <= 25 and _is_comment_head(lower, words, language):
        marks.append("a commenter's line")
    return marks


def _is_comment_head(lower: str, words: frozenset[str], language: str) -> bool:
    """Whether it reads as what stands above or below a reader's comment."""
    if words & load_words("voice", "comment", language):
        return True
    if words & _load_months(language):
        return bool(_CLOCK.search(lower))
    return "ago" in words


@lru_cache(maxsize=16)
def _load_persons(language: str) -> frozenset[str]:
    kinds = ("first_person", "second_person")
    return frozenset().union(*(load_words("voice", kind, language) for kind in kinds))


@lru_cache(maxsize=16)
def _load_months(language: str) -> frozenset[str]:
    rows = [*load_words("months", "months", language), *load_words("months", "months", "en")]
    return frozenset(" ".join(rows).split())
