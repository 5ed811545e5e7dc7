"""Who acts in a sentence: the actor that does or says, not the one that others speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.annotation.wording import Word
from generator.language import load_words
from generator.models import Span

_OPENING = re.compile("[“„«]")
_MARK = re.compile('[“”„«»"]')
_BREAK = re.compile(r"[,;:–—”»\"(]\s*$|\s-\s*$")
_REACH = 8  # words between an actor and its verb: "US Department of X spokesman Y Z"


def is_acting(words: Sequence[Word], first: int, last: int, text: str, language: str) -> bool:
    """Return whether the actor at words[first:last + 1] does or says something in `text`.

    `text` is what the words' places count in. What stands inside quotation marks is another's
    word, and so is a clause that another speaker's "said that" governs.
    """
    if _is_quoted(words, first, text):
        return False
    if _is_named_as_agent(words, first, text, language):
        return True
    return (
        _begins_clause(words, first, text, language)
        and _has_verb(words, first, last, language)
        and not _is_reported(words, first, text, language)
    )


def find_quoted(text: str, span: Span) -> list[Span]:
    """Return what stands between quotation marks in the sentence at `span`."""
    found, start = [], None
    for mark in _MARK.finditer(text, span.start, span.end):
        if start is None and mark[0] in "”»":
            found.append(Span(span.start, mark.start()))
        elif start is None:
            start = mark.end()
        elif not _OPENING.match(mark[0]):
            found.append(Span(start, mark.start()))
            start = None
    return [*found, Span(start, span.end)] if start is not None else found


def _is_quoted(words: Sequence[Word], first: int, text: str) -> bool:
    whole = Span(words[0].start, _end_of(words, text))
    return any(span.start <= words[first].start < span.end for span in find_quoted(text, whole))


def _end_of(words: Sequence[Word], text: str) -> int:
    """Return the end of the sentence with the marks that close it."""
    end = words[-1].end
    return min(len(text), end + 3)


def _is_named_as_agent(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    """Return whether "by X", "according to X" or "…”, said X" names the actor."""
    index = _skip_back(words, first, language)
    before = [word.text.casefold() for word in words[max(0, index - 2) : index]]
    if before[-1:] == ["by"] or before == ["according", "to"]:
        return True
    verb = index - 1
    if verb < 0 or before[-1] not in load_words(language, "say_verbs"):
        return False
    gap = text[words[verb - 1].end : words[verb].start] if verb else ""
    return bool(_BREAK.search(gap))


def _begins_clause(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    index = _skip_back(words, first, language)
    if index == 0:
        return True
    gap = text[words[index - 1].end : words[index].start]
    opener = words[index - 1].text.casefold() in load_words(language, "clause_openers")
    return opener or bool(_BREAK.search(gap))


def _skip_back(words: Sequence[Word], first: int, language: str) -> int:
    """Return where the name phrase around words[first] begins: articles and offices before it."""
    modifiers = {"the", "a", "an", *load_words(language, "offices")}
    index = first
    while index and words[index - 1].text.casefold() in modifiers and first - index < 4:
        index -= 1
    return index


def _has_verb(words: Sequence[Word], first: int, last: int, language: str) -> bool:
    verbs, offices = load_words(language, "act_verbs"), load_words(language, "offices")
    said = load_words(language, "say_verbs")
    office = False
    for word in islice(words, last + 1, last + 1 + _REACH):
        text = word.text.casefold()
        if text in offices:
            office = True
        elif text in verbs or text in said or (text.endswith("ed") and not word.is_capitalised):
            return office or not words[last].possessive
        elif not (word.is_capitalised or text == "of" or _is_adverb(text, language)):
            return False
    return False


def _is_adverb(text: str, language: str) -> bool:
    return text.endswith("ly") or text in load_words(language, "adverbs")


def _is_reported(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    """Return whether another speaker's saying governs the clause that begins at the actor."""
    said = load_words(language, "say_verbs")
    index = _skip_back(words, first, language)
    if index == 0:
        return False
    opener = words[index - 1].text.casefold()
    governed = opener in {"that", "if", "whether"} or opener in said
    return governed and any(word.text.casefold() in said for word in words[:index])
