"""Noun phrases that may name a speaker, read without a parser.

Names are runs of capitalised words; all other phrases are known by a determiner or by a noun for
those who speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotation.grammar import Grammar, Word
from generator.models import Span

_FULL_NAME = 2
"""Words of a name that is a person's, given name and surname."""
_WITHIN = frozenset("-'’")
"""Marks that part no phrase: "the nurses' union"."""
_FARTHEST = 8
"""Words between a name and the place that it is said to be at."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a speaker."""

    span: Span
    kind: str
    """What it is.

    `name`, `names` (two who speak together), `member` (a name with what it belongs to), `role` (a
    description) or `pronoun`.
    """


def build_phrase(words: Sequence[Word], start: int, end: int, kind: str) -> Phrase:
    """Return the phrase from the word at `start` to that at `end`."""
    return Phrase(Span(words[start].start, words[end].end), kind)


def find_phrase_ending(words: Sequence[Word], end: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase whose last word stands at index `end`."""
    word = words[end]
    if word.is_mark or word.low in grammar.bounds:
        return None
    if word.low in grammar.pronouns:
        return build_phrase(words, end, end, "pronoun")
    if not grammar.is_name(words, end):
        return _find_role_ending(words, end, grammar)
    start = name_start(words, end, grammar)
    head = _find_head(words, _join_start(words, start, grammar), grammar)
    if head is not None:
        return _find_owner(words, head, grammar) or build_phrase(words, head, end, "role")
    return (
        _find_located(words, start, grammar)
        or _find_member(words, start, end, grammar)
        or build_name(words, start, end, grammar)
    )


def _join_start(words: Sequence[Word], start: int, grammar: Grammar) -> int:
    """Return where the first of two joined names begins: "the ministers of Norway and Iceland"."""
    joined = start > 1 and words[start - 1].low in grammar.joins
    if joined and grammar.is_name(words, start - 2):
        return name_start(words, start - 2, grammar)
    return start


def _find_located(words: Sequence[Word], start: int, grammar: Grammar) -> Phrase | None:
    """Return the name that the phrase at `start` only places: "Ann Reed at a pier in Riverton"."""
    tie = start - 1
    while tie > 0 and not words[tie].is_mark and words[tie].text.islower():
        if words[tie].low in grammar.locating and grammar.is_name(words, tie - 1):
            return build_name(words, name_start(words, tie - 1, grammar), tie - 1, grammar)
        if words[tie].low in grammar.bounds - grammar.locating or start - tie > _FARTHEST:
            break
        tie -= 1
    return None


def _find_member(words: Sequence[Word], start: int, end: int, grammar: Grammar) -> Phrase | None:
    """Return a full name and what it belongs to: "Ann Reed of the Riverton Institute of Music".

    Or one name of two halves: "Riverton Savings Bank of Ohio"; who is meant, the names decide.
    """
    found = None
    barred = grammar.bounds - grammar.affiliating
    for tie in range(start - 1, max(0, start - _FARTHEST), -1):
        if words[tie].is_mark or words[tie].low in barred:
            break
        if words[tie].text in grammar.affiliating and grammar.is_name(words, tie - 1):
            name = name_start(words, tie - 1, grammar)
            has_article = name > 0 and words[name - 1].low in grammar.determiners
            if tie - name >= _FULL_NAME or (has_article and end - start < _FULL_NAME):
                found = _build_member(words, name, tie - 1, end, grammar)
    return found


def _build_member(
    words: Sequence[Word], start: int, stop: int, end: int, grammar: Grammar
) -> Phrase:
    """Return the name from `start` to `stop` with what follows to `end`; alone behind a title."""
    name = build_name(words, start, stop, grammar)
    if name.span.start > words[start].start:
        return name
    return Phrase(Span(name.span.start, words[end].end), "member")


def name_start(words: Sequence[Word], end: int, grammar: Grammar) -> int:
    """Return the index of the first word of the name that ends at `end`."""
    start = end
    while start > 0 and not words[start - 1].is_possessive:
        if grammar.is_name(words, start - 1):
            start -= 1
        elif start > 1 and words[start - 1].text in grammar.particles:
            if not grammar.is_name(words, start - 2):
                break
            start -= 2
        else:
            break
    opens = start > 0 and (start == 1 or words[start - 2].is_mark)
    return start - 1 if opens and words[start - 1].text in grammar.particles else start


def name_stop(words: Sequence[Word], start: int, grammar: Grammar) -> int:
    """Return the index of the last word of the name that begins at `start`."""
    end = start
    while end + 1 < len(words) and not words[end].is_possessive:
        if not grammar.is_name(words, end + 1):
            break
        end += 1
    return end


def build_name(words: Sequence[Word], start: int, end: int, grammar: Grammar) -> Phrase:
    """Return the name without the titles before it; titles alone are a description."""
    first = start
    for index in range(start, end):
        if words[index].low in grammar.titles | grammar.roles:
            first = index + 1
    last = words[end].low
    is_title = last in grammar.titles | grammar.roles and last not in grammar.surnames_too
    if is_title and first > start:
        return build_phrase(words, start, end, "role")
    return build_phrase(words, first, end, "name")


def role_start(words: Sequence[Word], head: int, grammar: Grammar) -> int:
    """Return the index of the first word of the description that ends in the noun at `head`."""
    start = head
    while start > 0 and words[start].low not in grammar.determiners:
        before = words[start - 1]
        if (before.is_mark and before.text not in _WITHIN) or before.low in grammar.stops:
            break
        if grammar.is_cue(words, start - 1):
            break
        start -= 1
    return start


def _find_role_ending(words: Sequence[Word], end: int, grammar: Grammar) -> Phrase | None:
    start = role_start(words, end, grammar)
    head = _find_head(words, start, grammar)
    if owner := _find_owner(words, start if head is None else head, grammar):
        return owner
    if head is not None:
        return build_phrase(words, head, end, "role")
    is_short = words[start].low in grammar.determiners and 0 < end - start <= 4
    if words[end].low in grammar.roles or is_short:
        return build_phrase(words, start, end, "role")
    return None


def _find_owner(words: Sequence[Word], start: int, grammar: Grammar) -> Phrase | None:
    """Return the full name whose place the description at `start` tells: "Ann Reed of the navy"."""
    tie = start - 1
    placing = grammar.affiliating | grammar.locating
    if tie < _FULL_NAME or words[tie].low not in placing or not grammar.is_name(words, tie - 1):
        return None
    first = name_start(words, tie - 1, grammar)
    return build_name(words, first, tie - 1, grammar) if tie - first >= _FULL_NAME else None


def _find_head(words: Sequence[Word], start: int, grammar: Grammar) -> int | None:
    """Return where "a spokesman for" begins, if such a head is tied to the phrase at `start`."""
    tie = start - 1
    while tie >= 0 and words[tie].low in grammar.determiners:
        tie -= 1
    if tie < 1 or words[tie].low not in grammar.ties:
        return None
    if words[tie - 1].low in grammar.roles:
        return role_start(words, tie - 1, grammar)
    inner = tie - 1
    while inner > 0 and not words[inner].is_mark and words[inner].low not in grammar.bounds:
        inner -= 1
    return _find_head(words, inner + 1, grammar) if inner < tie - 1 else None
