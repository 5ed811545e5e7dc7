"""Subjects of reporting verbs: a small reader of noun phrases that needs no parser.

It works on the words of one clause and a list of forms (data/en/speech.toml). Names are runs of
capitalised words; all other noun phrases are known by a determiner or by a noun for a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.annotation.word_classes import load_classes
from generator.models import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*|[^\w\s]"  # U.S.  O'Neil  semi-official
)
_INITIAL = re.compile(r"[A-Z]\.?\Z|(?:[A-Z]\.)+\Z")
_POSSESSIVE = re.compile("['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a text, with its place."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Return the word in lower case without a possessive ending."""
        return _POSSESSIVE.sub("", self.text.casefold())

    @property
    def is_mark(self) -> bool:
        """Return whether it is punctuation."""
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Return whether it begins with an upper-case letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a speaker."""

    span: Span
    kind: str
    """`name`, `role` (a description) or `pronoun`."""


def split_words(text: str, offset: int = 0) -> list[Word]:
    """Return the words and marks of `text`, placed from `offset` on.

    >>> [word.text for word in split_words("Dr. O’Neil, of the U.S., said:")]
    ['Dr', '.', 'O’Neil', ',', 'of', 'the', 'U.S.', ',', 'said', ':']
    """
    return [Word(m[0], m.start() + offset, m.end() + offset) for m in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word classes of a language that noun phrases are read by."""

    say: frozenset[str]
    describe: frozenset[str]
    pronouns: frozenset[str]
    between: frozenset[str]
    bounds: frozenset[str]
    ties: frozenset[str]
    determiners: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    nounlike: frozenset[str]
    passive: frozenset[str]
    days: frozenset[str]
    before_days: frozenset[str]
    toward_verb: frozenset[str]
    singular: frozenset[str]
    objective: frozenset[str]
    heads: frozenset[str]
    messages: frozenset[str]

    def is_cue(self, words: Sequence[Word], index: int) -> bool:
        """Return whether the word there is a reporting verb, not a noun of the same form."""
        word = words[index]
        if word.low not in self.say and word.low not in self.describe:
            return False
        before = words[index - 1] if index else None
        if word.is_capital and before is not None and not before.is_mark:
            return False
        if before is None or before.is_mark:
            return word.low not in self.nounlike
        if before.low in self.determiners or _is_possessive(before):
            return False
        return word.low not in self.nounlike or self._may_speak(words, index - 1)

    def _may_speak(self, words: Sequence[Word], index: int) -> bool:
        low = words[index].low
        return low in self.pronouns | self.roles | self.between or self.is_name(words, index)

    def is_passive(self, words: Sequence[Word], cue: int) -> bool:
        """Return whether the verb at `cue` says what was told to its subject."""
        at = cue - 1
        while at > 0 and words[at].low in {"also", "later", "then", "not"}:
            at -= 1
        return at >= 0 and words[at].low in self.passive and not words[cue].low.endswith("ing")

    def is_name(self, words: Sequence[Word], index: int) -> bool:
        """Return whether the word there is a part of a name."""
        word = words[index]
        if word.is_mark or not word.is_capital or word.low in self.days:
            return False
        return not self._is_small(word)

    def _is_small(self, word: Word) -> bool:
        low = word.low
        return (
            low in self.bounds
            or low in self.determiners
            or low in self.pronouns
            or low in self.between
        )


@lru_cache(maxsize=8)
def load_grammar(language: str) -> Grammar:
    """Return the word classes of `language`."""
    lists = load_classes(language, "speech")
    return Grammar(**{name: lists[name] for name in Grammar.__dataclass_fields__})


def find_subject(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase that the verb at index `cue` follows, None where none is sure."""
    if grammar.is_passive(words, cue):
        return None
    end = _skip_between(words, cue - 1, grammar)
    if end >= 0 and words[end].low == "who":
        end -= 1
        if end >= 0 and words[end].text == ",":
            end -= 1
    elif end > 1 and words[end].low == "which" and words[end - 1].text == ",":
        phrase = find_phrase_ending(words, end - 2, grammar)
        return phrase if phrase and opens_clause(words, phrase, grammar) else None
    elif end >= 0 and words[end].text in {",", "—", "–"}:
        return _before_apposition(words, end, grammar)
    return find_phrase_ending(words, end, grammar) if end >= 0 else None


def _skip_between(words: Sequence[Word], end: int, grammar: Grammar) -> int:
    """Return the index of the last word before auxiliaries, adverbs and "on Monday"."""
    while end >= 0:
        if _is_between(words[end], grammar):
            end -= 1
        elif words[end].low == "to" and end and words[end - 1].low in grammar.toward_verb:
            while end and words[end - 1].low in grammar.toward_verb:
                end -= 1
            end -= 1
        elif words[end].is_capital and words[end].low in grammar.days:
            end -= 1
            while end >= 0 and words[end].low in grammar.before_days:
                end -= 1
        else:
            break
    return end


def _is_between(word: Word, grammar: Grammar) -> bool:
    return word.low in grammar.between or (word.text.endswith("ly") and word.text.islower())


def _before_apposition(words: Sequence[Word], comma: int, grammar: Grammar) -> Phrase | None:
    """Return the first phrase that fills a stretch between commas: what follows it explains it."""
    start = 0
    for index in range(comma + 1):
        if words[index].text not in {",", "—", "–"}:
            continue
        if index > start and words[start].low not in grammar.bounds - {"for"}:
            phrase = find_phrase_ending(words, index - 1, grammar)
            if phrase and _fills(words[start:index], phrase, grammar):
                return phrase
        start = index + 1
    return None


def _fills(segment: Sequence[Word], phrase: Phrase, grammar: Grammar) -> bool:
    """Return whether nothing but titles and descriptions stand before `phrase` in `segment`."""
    if phrase.span.start < segment[0].start:
        return False
    before = [word for word in segment if word.start < phrase.span.start]
    return not any(
        word.is_mark or word.low in grammar.bounds | grammar.say or word.low in grammar.days
        for word in before
    )


def find_phrase_ending(words: Sequence[Word], end: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase whose last word stands at index `end`."""
    word = words[end]
    if word.is_mark or word.low in grammar.bounds:
        return None
    if word.low in grammar.pronouns:
        return Phrase(Span(word.start, word.end), "pronoun")
    if grammar.is_name(words, end):
        start = _name_start(words, end, grammar)
        head = _find_head(words, start, grammar)
        if head is not None:
            return Phrase(Span(words[head].start, word.end), "role")
        return _build_name(words, start, end, grammar)
    return _find_role_ending(words, end, grammar)


def _is_possessive(word: Word) -> bool:
    return word.text.endswith(("'s", "’s"))


def _name_start(words: Sequence[Word], end: int, grammar: Grammar) -> int:
    start = end
    while start > 0:
        if grammar.is_name(words, start - 1) and not _is_possessive(words[start - 1]):
            start -= 1
        elif (
            start > 1
            and words[start - 1].text in grammar.particles
            and grammar.is_name(words, start - 2)
        ):
            start -= 2
        else:
            break
    return start


def _find_head(words: Sequence[Word], start: int, grammar: Grammar) -> int | None:
    """Return where "a spokesman for" begins, if such a head is tied to the phrase at `start`."""
    tie = start - 1
    while tie >= 0 and words[tie].low in grammar.determiners:
        tie -= 1
    if tie < 1 or words[tie].low not in grammar.ties:
        return None
    if words[tie - 1].low not in grammar.roles:
        inner = tie - 1
        if grammar.is_name(words, inner) or words[inner].text.islower():
            while inner > 0 and not words[inner].is_mark and words[inner].low not in grammar.bounds:
                inner -= 1
            return _find_head(words, inner + 1, grammar) if inner < tie - 1 else None
        return None
    return _role_start(words, tie - 1, grammar)


def _role_start(words: Sequence[Word], head: int, grammar: Grammar) -> int:
    start = head
    while start > 0 and words[start].low not in grammar.determiners:
        before = words[start - 1]
        if before.is_mark and before.text != "-":
            break
        if before.low in grammar.bounds | grammar.pronouns | grammar.between | grammar.say:
            break
        start -= 1
    return start


def _find_role_ending(words: Sequence[Word], end: int, grammar: Grammar) -> Phrase | None:
    start = _role_start(words, end, grammar)
    head = _find_head(words, start, grammar)
    if head is not None:
        return Phrase(Span(words[head].start, words[end].end), "role")
    is_role = words[end].low in grammar.roles
    if is_role or (words[start].low in grammar.determiners and 0 < end - start <= 4):
        return Phrase(Span(words[start].start, words[end].end), "role")
    return None


def _build_name(words: Sequence[Word], start: int, end: int, grammar: Grammar) -> Phrase | None:
    """Return the name without the titles before it."""
    first = start
    for index in range(start, end):
        if words[index].low in grammar.titles:
            first = index + 1
    if words[end].low in grammar.titles | grammar.roles and first > start:
        return Phrase(Span(words[start].start, words[end].end), "role")
    return Phrase(Span(words[first].start, words[end].end), "name")


def find_object(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase right after the verb at index `cue`, as in "said Ann Reed, 40"."""
    start = cue + 1
    while start < len(words) and words[start].low in {"also", "then", "later"}:
        start += 1
    end = start
    while end < len(words) and not _ends_phrase(words[end], grammar):
        end += 1
    if end == start:
        pronouns = grammar.pronouns | grammar.objective
        is_pronoun = start < len(words) and words[start].low in pronouns
        return Phrase(Span(words[start].start, words[start].end), "pronoun") if is_pronoun else None
    last = end - 1
    if grammar.is_name(words, last):
        return _build_name(words, max(start, _name_start(words, last, grammar)), last, grammar)
    if words[last].low in grammar.roles or words[start].low in grammar.determiners:
        last = _extend_tied(words, last, grammar)
        return Phrase(Span(words[start].start, words[last].end), "role")
    names = [index for index in range(start, end) if grammar.is_name(words, index)]
    if names:
        return _build_name(words, _name_start(words, names[-1], grammar), names[-1], grammar)
    return None


def _ends_phrase(word: Word, grammar: Grammar) -> bool:
    if word.is_mark:
        return word.text not in {"-", "&"}
    if word.text in grammar.particles:
        return False
    return word.low in grammar.bounds | grammar.pronouns | grammar.objective | grammar.between


def _extend_tied(words: Sequence[Word], last: int, grammar: Grammar) -> int:
    """Return the last word of what "of" or "for" ties to a role."""
    after = last + 1
    if after >= len(words) or words[after].low not in {"of", "for"}:
        return last
    end = after + 1
    while end < len(words) and not _ends_phrase(words[end], grammar):
        end += 1
    return end - 1 if end - 1 > after else last


def find_leading_phrase(words: Sequence[Word], grammar: Grammar) -> Phrase | None:
    """Return the subject that opens a clause, after an introduction set off by a comma."""
    start = 0
    for index in range(len(words) + 1):
        if index < len(words) and words[index].text != ",":
            continue
        if index > start and words[start].low not in grammar.bounds:
            phrase = _find_opening(words, start, index, grammar)
            if phrase:
                return phrase
        start = index + 1
    return None


def opens_clause(clause: Sequence[Word], phrase: Phrase, grammar: Grammar) -> bool:
    """Return whether `phrase` is the first noun phrase of `clause`."""
    before = [word for word in clause if word.start < phrase.span.start]
    barred = grammar.bounds | grammar.say | grammar.describe
    return not any(
        word.low in barred - {"as"} or word.low.endswith("ing") or word.text == ":"
        for word in before
    )


def _find_opening(words: Sequence[Word], start: int, stop: int, grammar: Grammar) -> Phrase | None:
    first = words[start]
    if first.low in grammar.pronouns:
        return Phrase(Span(first.start, first.end), "pronoun")
    index = start + (first.low in grammar.determiners)
    role = index
    while role < stop and words[role].text.islower() and words[role].low in grammar.roles:
        role += 1
    if role < stop and grammar.is_name(words, role):
        end = role
        while end + 1 < stop and grammar.is_name(words, end + 1) and not _is_possessive(words[end]):
            end += 1
        if end + 1 < stop and words[end + 1].low in grammar.roles:
            return _after_role(words, start, end + 1, stop, grammar)
        return None if _is_possessive(words[end]) else _build_name(words, role, end, grammar)
    limit = min(stop, index + 5)
    head = next((i for i in range(index, limit) if words[i].low in grammar.roles), None)
    return None if head is None else _after_role(words, start, head, stop, grammar)


def _after_role(
    words: Sequence[Word], start: int, head: int, stop: int, grammar: Grammar
) -> Phrase:
    """Return the name after "Riverton mayor", or that description where no name follows."""
    end = head
    while end + 1 < stop and grammar.is_name(words, end + 1):
        end += 1
    if end > head:
        built = _build_name(words, head + 1, end, grammar)
        if built:
            return built
    return Phrase(Span(words[start].start, words[head].end), "role")
