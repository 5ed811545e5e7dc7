"""Who acts in a sentence: the actor that does or says, not the one that others speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.annotation.wording import Word
from generator.language import load_words, opens_quotation
from generator.models import Span

_OPENING = re.compile("[“„«]")
_MARK = re.compile('[“”„«»"]')
_BREAK = re.compile(r"[,;:–—”»\"(]\s*$|\s-\s*$")
_ASIDE = 16  # words of an aside between commas: ", which runs the harbour,"
_DATED = 4  # words of a day that a sentence opens with
_REACH = 8  # words between an actor and its verb: "US Department of X spokesman Y Z"


def is_acting(words: Sequence[Word], first: int, last: int, text: str, language: str) -> bool:
    """Return whether the actor at words[first:last + 1] does or says something in `text`.

    `text` is what the words' places count in. What stands inside quotation marks is another's
    word, and so is a clause that another speaker's "said that" governs.
    """
    if _is_quoted(words, first, text) or "-" in text[words[first].start : words[last].end]:
        return False
    if not load_words(language, "act_verbs"):
        return _stands_first(words, first, text, language)
    if _is_named_as_agent(words, first, last, text, language):
        return True
    return (
        _begins_clause(words, first, text, language)
        and _has_verb(words, first, last, text, language)
        and not _is_reported(words, first, text, language)
    )


def _stands_first(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    """Return whether the actor opens a clause, or follows its first word: "…", sagte X.

    All that can be told in a language whose verbs are not listed.
    """
    places = range(first, max(first - 3, -1), -1)
    return any(_begins_clause(words, place, text, language) for place in places)


def find_quoted(text: str, span: Span) -> list[Span]:
    """Return what stands between quotation marks in the sentence at `span`."""
    found, start, inward = [], None, False
    for mark in _MARK.finditer(text, span.start, span.end):
        opens = opens_quotation(text, mark.start())
        if start is None and mark[0] in "”»" and not opens:
            found.append(Span(span.start, mark.start()))
        elif start is None:
            start, inward = mark.end(), opens
        elif inward or not _OPENING.match(mark[0]):
            found.append(Span(start, mark.start()))
            start = None
    return [*found, Span(start, span.end)] if start is not None else found


def _is_quoted(words: Sequence[Word], first: int, text: str) -> bool:
    whole = Span(_start_of(words, text), _end_of(words, text))
    return any(span.start <= words[first].start < span.end for span in find_quoted(text, whole))


def _start_of(words: Sequence[Word], text: str) -> int:
    """Return the start of the sentence with a mark that opens it."""
    start = words[0].start
    return start - 1 if start and _MARK.match(text[start - 1]) else start


def _end_of(words: Sequence[Word], text: str) -> int:
    """Return the end of the sentence with the marks that close it."""
    end = words[-1].end
    return min(len(text), end + 3)


def _is_named_as_agent(
    words: Sequence[Word], first: int, last: int, text: str, language: str
) -> bool:
    """Return whether "by X", "according to X" or "…”, said X" names the actor.

    Not where X goes on with a verb: "Holt, the mayor, said X had agreed".
    """
    index = _skip_back(words, first, text, language)
    before = [word.text.casefold() for word in words[max(0, index - 2) : index]]
    if before[-1:] == ["by"]:
        done = before[0].endswith("ed") or before[0] in load_words(language, "participles")
        return done and before[0] not in load_words(language, "holding_words")
    if before == ["according", "to"]:
        return True
    verb = index - 1
    if verb < 0 or before[-1] not in load_words(language, "say_verbs"):
        return False
    if _has_verb(words, first, last, text, language):
        return False
    gap = text[words[verb - 1].end : words[verb].start] if verb else ""
    return bool(_BREAK.search(gap))


def _begins_clause(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    index = _skip_back(words, first, text, language)
    if index == 0:
        return True
    gap = text[words[index - 1].end : words[index].start]
    opener = words[index - 1].text.casefold() in load_words(language, "clause_openers")
    dated = index <= _DATED and words[index - 1].is_day  # "Late on Monday Norway agreed"
    return opener or dated or bool(_BREAK.search(gap))


def _skip_back(words: Sequence[Word], first: int, text: str, language: str) -> int:
    """Return where the name phrase around words[first] begins: "the spokesman of", "Ms."."""
    ties = load_words(language, "office_ties")
    modifiers = frozenset({*load_words(language, "articles"), *_offices(language), *ties})
    index = first
    while index and words[index - 1].text.casefold() in modifiers and first - index < 5:
        if _BREAK.search(text[words[index - 1].end : words[index].start]):
            break  # an office before a comma: "her spokesman, Ann Holt"
        index -= 1
    return index


def _has_verb(words: Sequence[Word], first: int, last: int, text: str, language: str) -> bool:
    """Return whether the phrase that holds the actor is followed by a verb of its own."""
    said, acted = load_words(language, "say_verbs"), load_words(language, "act_verbs")
    verbs, offices = frozenset({*said, *acted}), _offices(language)
    tying = ("office_ties", "joining_words", "possessives")  # "Holt and her counterpart"
    ties = frozenset(form for name in tying for form in load_words(language, name))
    office = any(word.text.casefold() in offices for word in words[first:last])
    for word in islice(words, _after_aside(words, last, text), last + 1 + _REACH + _ASIDE):
        form = word.text.casefold()
        if form in offices:
            office = True
        elif form in verbs or (form.endswith("ed") and not word.is_capitalised):
            return (office or not words[last].possessive) and not _is_passive(words, word, language)
        elif not (word.is_capitalised or form in ties or _is_adverb(form, language)):
            return False
    return False


def _offices(language: str) -> tuple[str, ...]:
    return load_words(language, "offices") + load_words(language, "office_words")


def _is_passive(words: Sequence[Word], verb: Word, language: str) -> bool:
    """Return whether `verb` is a form of "to be" before a participle: it was done to the actor."""
    if verb.text.casefold() not in load_words(language, "passive_verbs"):
        return False
    after = [word for word in words if word.start > verb.start][:3]
    forms = [form for word in after if not _is_adverb(form := word.text.casefold(), language)]
    participles = load_words(language, "participles")
    return bool(forms) and (forms[0].endswith("ed") or forms[0] in participles)


def _after_aside(words: Sequence[Word], last: int, text: str) -> int:
    """Return the index of the first word after the actor and an aside between commas."""
    if text[words[last].end : words[last].end + 1] != ",":
        return last + 1
    for index in range(last + 1, min(len(words) - 1, last + 1 + _ASIDE)):
        if text[words[index].end : words[index].end + 1] == ",":
            return index + 1
    return last + 1


def _is_adverb(text: str, language: str) -> bool:
    return text.endswith("ly") or text in load_words(language, "adverbs")


def _is_reported(words: Sequence[Word], first: int, text: str, language: str) -> bool:
    """Return whether another speaker's saying governs the clause that begins at the actor."""
    said = load_words(language, "say_verbs")
    index = _skip_back(words, first, text, language)
    if index == 0:
        return False
    opener = words[index - 1].text.casefold()
    governed = opener in load_words(language, "subordinators") or opener in said
    return governed and any(word.text.casefold() in said for word in words[:index])
