"""Words of a clause and the classes they fall into: all that the phrase rules know of a language.

The forms are data (data/LANGUAGE/speech.toml); here stands what tells a verb from a noun of the
same form, and a name from another capital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import NamedTuple

from generator.annotation.word_classes import load_classes
from generator.language import load_words

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*|[^\w\s]"  # U.S.  O'Neil  semi-official
)
_POSSESSIVE = re.compile("['’]s?$")


class Word(NamedTuple):
    """A word or a mark of a text, with its place.

    A tuple, since every word of every article becomes one: records take three times as long.
    """

    text: str
    start: int
    end: int
    low: str
    """In lower case, without a possessive ending."""
    is_mark: bool
    """Whether it is punctuation."""
    is_capital: bool
    """Whether it begins with an upper-case letter."""

    @property
    def is_possessive(self) -> bool:
        """Return whether it ends in 's."""
        return self.text.endswith(("'s", "’s"))


def build_word(text: str, start: int, end: int) -> Word:
    """Return the word `text`, which stands at `start`."""
    return Word(text, start, end, *_read_form(text))


@lru_cache(maxsize=100_000)
def _read_form(text: str) -> tuple[str, bool, bool]:
    """Return what the fields of a word behind its place are."""
    low = _POSSESSIVE.sub("", text.casefold())
    return low, not text[0].isalnum(), text[0].isupper()


def split_words(text: str, offset: int = 0) -> list[Word]:
    """Return the words and marks of `text`, placed from `offset` on.

    >>> [word.text for word in split_words("Dr. O’Neil, of the U.S., said:")]
    ['Dr', '.', 'O’Neil', ',', 'of', 'the', 'U.S.', ',', 'said', ':']
    """
    return [
        Word(m[0], m.start() + offset, m.end() + offset, *_read_form(m[0]))
        for m in _WORD.finditer(text)
    ]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word classes of a language; speech.toml says what each is for."""

    say: frozenset[str]
    describe: frozenset[str]
    nounlike: frozenset[str]
    sources: frozenset[str]
    agent: frozenset[str]
    quoting: frozenset[str]
    quoted_as: frozenset[str]
    joins: frozenset[str]
    pronouns: frozenset[str]
    singular: frozenset[str]
    objective: frozenset[str]
    passive: frozenset[str]
    days: frozenset[str]
    after_verb: frozenset[str]
    belonging: frozenset[str]
    before_days: frozenset[str]
    between: frozenset[str]
    toward_verb: frozenset[str]
    bounds: frozenset[str]
    ties: frozenset[str]
    locating: frozenset[str]
    affiliating: frozenset[str]
    determiners: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    surnames_too: frozenset[str]
    particles: frozenset[str]
    heads: frozenset[str]
    lesser: frozenset[str]
    messages: frozenset[str]
    addressing: frozenset[str]
    cues: frozenset[str]
    """All reporting verbs."""
    small: frozenset[str]
    """What is never part of a name, however it is written."""
    stops: frozenset[str]
    """What no noun phrase goes on behind."""

    def is_cue(self, words: Sequence[Word], index: int) -> bool:
        """Return whether the word there is a reporting verb, not a noun of the same form."""
        word = words[index]
        if word.low not in self.cues:
            return False
        before = words[index - 1] if index else None
        if before is None or before.is_mark:
            return word.low not in self.nounlike
        if word.is_capital or before.low in self.determiners or before.is_possessive:
            return False
        return word.low not in self.nounlike or self._is_verb_after(word, words, index - 1)

    def _is_verb_after(self, word: Word, words: Sequence[Word], index: int) -> bool:
        """Return whether the word at `index` may be the subject of a form that is also a noun."""
        before = words[index]
        if before.low in self.pronouns | self.between:
            return True
        is_speaker = before.low in self.roles or self.is_name(words, index)
        return is_speaker and word.low.endswith("s") is not before.low.endswith("s")

    def is_passive(self, words: Sequence[Word], cue: int) -> bool:
        """Return whether the verb at `cue` says what was told to its subject."""
        at = cue - 1
        while at > 0 and words[at].low in self.between - self.passive:
            at -= 1
        return at >= 0 and words[at].low in self.passive and not words[cue].low.endswith("ing")

    def is_name(self, words: Sequence[Word], index: int) -> bool:
        """Return whether the word there is a part of a name."""
        word = words[index]
        return word.is_capital and word.low not in self.small and word.low not in self.days


@lru_cache(maxsize=8)
def load_grammar(language: str) -> Grammar:
    """Return the word classes of `language`."""
    lists = dict(load_classes(language, "speech"))
    lists["particles"] = frozenset(load_words("en", "name_particles"))
    lists["cues"] = lists["say"] | lists["describe"]
    pronouns = lists["pronouns"] | lists["objective"]
    lists["stops"] = lists["bounds"] | lists["locating"] | pronouns | lists["between"]
    lists["small"] = lists["bounds"] | lists["pronouns"] | lists["between"] | lists["determiners"]
    return Grammar(**{field.name: lists[field.name] for field in fields(Grammar)})
