"""Lines known by their wording: buttons, bylines, notices, captions, pointers elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.models import BlockKind
from generator.reading.lexicon import load_lists, load_pattern, load_words
from generator.reading.written_dates import is_date_line

_URL = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_LINK = re.compile(r"https?://\S|\bwww\.\w", re.IGNORECASE)
_CORE = re.compile(r"[^\W\d](?:.*[^\W\d])?")
_WORDLESS = re.compile(r"[\W_]+\Z")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b).*?(?:(?:19|20)\d\d|rights|reserved|reproduction|permission|rechte|droits"
    r"|derechos|прав|الحقوق|版权)",
    re.IGNORECASE,
)
_LONG = 600
_TOLD = 22
"""Distinct words of a line from which it tells something beside whom to call."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line's wording says that it is."""

    name: str
    kind: BlockKind
    rule: str


ADDRESS = Cue("address", BlockKind.META, "a web address")
DATE_LINE = Cue("date line", BlockKind.META, "a date line")
REGION = Cue("region", BlockKind.BOILERPLATE, "heads a list of other articles or of comments")
BUTTON = Cue("button", BlockKind.BOILERPLATE, "a button or menu entry")
BYLINE = Cue("byline", BlockKind.META, "a byline, credit or masthead line")
CAPTION = Cue("caption", BlockKind.CAPTION, "a picture's caption")
POINTER = Cue("pointer", BlockKind.BOILERPLATE, "points at another article")
PROMOTION = Cue("promotion", BlockKind.BOILERPLATE, "asks the reader to do something")
LINK = Cue("link", BlockKind.BOILERPLATE, "a line that holds a web address")
RULE = Cue("rule", BlockKind.META, "a line without words")
NOTICE = Cue("notice", BlockKind.BOILERPLATE, "a legal or technical notice")


def match_cue(text: str, words: frozenset[str], language: str) -> Cue | None:
    """Return the cue in the shown line `text`, whose lower-case words are `words`.

    >>> match_cue("Read more: Harbour to close", frozenset({"read", "more"}), "en").name
    'pointer'
    """
    if len(text) > _LONG:
        return _match_long(text, language)
    return (
        _match_whole(text, language)
        or _match_caption(text, words, language)
        or _match_part(text, words, language)
    )


def _match_whole(text: str, language: str) -> Cue | None:
    if len(text) > 160:
        return None
    if _URL.match(text):
        return ADDRESS
    if _RIGHTS.match(text):
        return NOTICE
    if is_date_line(text, language):
        return DATE_LINE
    if _WORDLESS.match(text):
        return RULE
    core = _CORE.search(text.casefold())
    if core and core[0] in _load_buttons(language):
        return BUTTON
    if load_pattern("lines", "region", language, whole=True).match(text):
        return REGION if ":" not in text[:-1] and text.count(" ") < 6 else POINTER
    return BYLINE if load_pattern("lines", "byline", language, whole=True).match(text) else None


def _match_part(text: str, words: frozenset[str], language: str) -> Cue | None:
    if load_pattern("lines", "pointer", language).match(text):
        return POINTER
    if ("://" in text or "www." in text) and _LINK.search(text):
        return LINK
    if _match_triggered("promotion", text, words, language):
        return None if _is_reported(text, words, language) else PROMOTION
    if _holds_literal("promotion_literals", text, language):
        return PROMOTION
    if _holds_literal("notice_literals", text, language):
        return NOTICE
    return NOTICE if _match_triggered("notice", text, words, language) else None


def _is_reported(text: str, words: frozenset[str], language: str) -> bool:
    """Return whether somebody else is told to have asked: "Police ask anyone to call …".

    Or so much is told of others that to lose it is worse than to keep a number to call.
    """
    asked = load_words("voice", "requesting", language)
    told = asked | load_words("voice", "saying", language)
    persons = ("first_person", "second_person")
    spoken = frozenset[str]().union(*(load_words("voice", name, language) for name in persons))
    heads = text.split(maxsplit=1)[0].casefold() in asked
    tells = bool(words & told) or len(words) >= _TOLD
    return text.endswith(".") and not heads and tells and words.isdisjoint(spoken)


def _holds_literal(key: str, text: str, language: str) -> bool:
    return any(literal in text for literal in _load_literals(key, language))


def _match_long(text: str, language: str) -> Cue | None:
    """Return a cue only for a label such as "See also:", since length speaks for prose."""
    label = load_pattern("lines", "pointer", language).match(text, 0, 60)
    return POINTER if label and ":" in text[:40] else None


def _match_caption(text: str, words: frozenset[str], language: str) -> Cue | None:
    once = find_doubled(text) or text
    if load_pattern("lines", "picture_label", language).match(once):
        return CAPTION
    if len(once) < len(text) and len(once) > 20:
        return CAPTION
    if (
        words.isdisjoint(_load_credit_words(language))
        and not once.endswith((")", "）"))
        and "©" not in once
    ):
        return None
    tail = once[-120:]
    credit = load_pattern("lines", "picture_credit", language, whole=True)
    starts = (match.start() for match in re.finditer(r"(?<![\w(])[(\w©]", tail))
    found = (start for start in starts if credit.match(tail, start))
    return CAPTION if any(not _is_told(tail, start) for start in found) else None


def _is_told(tail: str, start: int) -> bool:
    """Return whether an agency's name ends a sentence that names it: "…, police told Reuters."."""
    return tail.endswith(".") and tail[start].isalpha() and tail[:start][-2:-1].islower()


def find_doubled(text: str) -> str:
    """Return the half of which `text` is the double, empty where it is none.

    >>> find_doubled("A crane (Photo: Lee)A crane (Photo: Lee)")
    'A crane (Photo: Lee)'
    """
    half = len(text) // 2
    first, second = text[:half].strip(), text[len(text) - half :].strip()
    return first if first == second and len(first) > 7 else ""


@lru_cache(maxsize=32)
def _load_literals(key: str, language: str) -> tuple[str, ...]:
    codes = dict.fromkeys((language[:2], "en"))
    return tuple(word for code in codes for word in load_lists("lines", code).get(key, ()))


@lru_cache(maxsize=16)
def _load_buttons(language: str) -> frozenset[str]:
    codes = dict.fromkeys((language[:2], "en"))
    return frozenset(word for code in codes for word in load_lists("lines", code).get("button", []))


@lru_cache(maxsize=16)
def _load_credit_words(language: str) -> frozenset[str]:
    codes = dict.fromkeys((language[:2], "en"))
    return frozenset(
        word for code in codes for word in load_lists("lines", code).get("credit_words", [])
    )


@lru_cache(maxsize=32)
def _load_triggered(key: str, language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return patterns by the word that must be present, so that most are never tried."""
    table: dict[str, list[re.Pattern[str]]] = {}
    for code in dict.fromkeys((language[:2], "en")):
        for row in load_lists("lines", code).get(key, []):
            triggers, _, pattern = row.partition(": ")
            compiled = re.compile(pattern, re.IGNORECASE)
            for word in triggers.split():
                table.setdefault(word, []).append(compiled)
    return {word: tuple(patterns) for word, patterns in table.items()}


@lru_cache(maxsize=32)
def _load_triggers(key: str, language: str) -> frozenset[str]:
    return frozenset(_load_triggered(key, language))


def _match_triggered(key: str, text: str, words: frozenset[str], language: str) -> bool:
    found = _load_triggers(key, language) & words
    if not found:
        return False
    table = _load_triggered(key, language)
    return any(pattern.search(text) for word in found for pattern in table[word])
