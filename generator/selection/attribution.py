"""Who tells what a sentence says, apart from what it says: "Police said …", "…, she told CNN".

Two articles that quote one speaker share his name and his office, and need not share a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from generator.language import load_place_words, load_words
from generator.models import Span
from generator.selection.claims import ROOT
from generator.selection.entries import find_entries, normalise

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MARK = re.compile(r"[,:](?!\d)|[;“”\"—]|--|\s[‘'](?=\w)|(?<=[\w,.?!])['’](?=\s|$)")
_QUOTES = "“”\"‘’'"
_LEAST_TOLD = 4
"""Words a sentence must keep for the rest to be but its attribution."""
_SUBJECT = 7  # words from a mark, or the sentence's start, to the verb of who tells
_LEAD = 12  # words from such a verb to the "that" behind it: "told reporters on Monday that"
_AFTER = 6  # words after the verb, to the next mark, that say where or to whom
_APPOSED = 16  # words before a verb whose subject has an apposition: "Anna Berg, the mayor, said"
_FULL_NAME = 2  # words of a name that tell one man from another
_NAMED = 14  # words of who is named after "according to" where the sentence goes on


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who says what a sentence tells."""

    names: frozenset[str] = frozenset()
    """Stems of their names, without those of offices and places where others are left."""
    roles: frozenset[str] = frozenset()
    """Where nobody is named, stems of what they are called."""

    def differ(self, other: Tellers) -> bool:
        """Return whether both are named, or neither is, and they have nothing in common.

        Or each has a full name that the other has not: two clerks of one town.
        """
        if self.names and other.names:
            own, theirs = self.names - other.names, other.names - self.names
            both_named = min(len(own), len(theirs)) >= _FULL_NAME
            return both_named or self.names.isdisjoint(other.names)
        ones, others = ({role[:ROOT] for role in told.roles} for told in (self, other))
        return bool(ones and others) and ones.isdisjoint(others)


NOBODY = Tellers()
"""Who tells what stands without an attribution."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of one language that make an attribution."""

    verbs: frozenset[str]
    """Verbs that only say that somebody says the rest."""
    late: frozenset[str]
    """Verbs that only do so behind what they tell: "…, the commission announced"."""
    leading: frozenset[str]
    """Verbs that never stand before who tells: "told"."""
    openers: frozenset[str]
    """What opens the clause that is told: "that"."""
    finite: frozenset[str]
    """Verbs that a clause of its own has: "was", "had", "gave"."""
    bars: frozenset[str]
    """Words before such a verb, or at the head of its clause, with which it does not."""
    generic: frozenset[str]
    """Who tells in any report, and is nobody in particular."""
    offices: frozenset[str]
    """Words of offices: many a prime minister says something."""
    places: frozenset[str]
    """What stands for each place and its people."""
    sources: re.Pattern[str]
    """What opens the naming of a source: "according to"."""
    any: re.Pattern[str]
    """What is in every sentence that has an attribution."""


def find_attributions(text: str, language: str) -> tuple[Span, ...]:
    """Return what of a sentence only says who tells the rest.

    >>> find_attributions("The bridge will stay closed, said Anna Berg, the mayor.", "en")
    (Span(start=27, end=55),)
    >>> find_attributions("The mayor said the bridge will stay closed.", "en")
    (Span(start=0, end=14),)
    >>> find_attributions("The mayor was told the bridge will stay closed.", "en")
    ()
    """
    lists = _load_lists(language)
    if not lists.verbs or not lists.any.search(text):
        return ()
    words = list(_WORD.finditer(text))
    marks = [mark.start() for mark in _MARK.finditer(text)]
    found = [*_find_sources(text, marks, lists.sources)]
    for place, word in enumerate(words):
        if word[0] in lists.verbs or word[0] in lists.late:
            span = _read_attribution(words, place, marks, text, lists)
            if span and not any(span.meets(other) for other in found):
                found.append(span)
    kept = sum(all(not Span(*word.span()).meets(span) for span in found) for word in words)
    return tuple(sorted(found)) if kept >= _LEAST_TOLD else ()


def read_tellers(text: str, language: str) -> Tellers:
    """Return who is named in an attribution, and by what words somebody is told of unnamed.

    >>> sorted(read_tellers("said Anna Berg, the mayor, on Monday", "en").names)
    ['anna', 'berg']
    >>> sorted(read_tellers("a guest of the hotel said", "en").roles)
    ['guest', 'hotel']
    """
    lists = _load_lists(language)
    entries = find_entries(normalise(text), language)
    told = [entry for entry in entries if entry.meaning and entry.word not in lists.generic]
    named = [entry for entry in told if entry.is_capital and entry.names]
    own = [
        one for one in named if one.word not in lists.offices and one.meaning not in lists.places
    ]
    roles = frozenset(entry.meaning for entry in told if not entry.day and not entry.number)
    names = frozenset(entry.meaning for entry in own or named)
    return Tellers(names, frozenset() if names else roles)


@lru_cache(maxsize=8)
def _load_lists(language: str) -> _Lists:
    """Return the words of `language`, none where it has no lists."""
    kinds = ("teller_verbs", "late_teller_verbs", "leading_teller_verbs", "subordinators")
    verbs, late, leading, told, bars, generic = (
        frozenset(" ".join(load_words(language, name)).split())
        for name in (*kinds, "teller_bars", "generic_tellers")
    )
    openers = "|".join(map(re.escape, load_words(language, "source_openers")))
    every = "|".join(sorted(verbs | late))
    offices = load_words(language, "offices") + load_words(language, "office_words")
    finite = load_words(language, "act_verbs") + load_words(language, "passive_verbs")
    return _Lists(
        verbs,
        late,
        leading,
        told,
        frozenset(finite),
        bars,
        generic,
        frozenset(offices),
        frozenset(load_place_words(language).values()),
        sources=re.compile(rf"\b(?i:{openers})\b"),
        any=re.compile(rf"\b(?:{every}|(?i:{openers}))\b"),
    )


def _find_sources(text: str, marks: Sequence[int], sources: re.Pattern[str]) -> Iterator[Span]:
    for match in sources.finditer(text):
        at = bisect_left(marks, match.end())
        end = marks[at] if at < len(marks) and not match.start() else len(text)
        if len(_WORD.findall(text[match.start() : end])) <= _NAMED:
            yield Span(match.start(), end)


def _read_attribution(
    words: Sequence[re.Match[str]], place: int, marks: Sequence[int], text: str, lists: _Lists
) -> Span | None:
    """Return the clause that the verb at `place` makes an attribution, None where it tells on."""
    verb = words[place]
    at = bisect_left(marks, verb.start())
    start = marks[at - 1] if at else 0
    subject = [word for word in words[:place] if word.start() >= start]
    before = place - len(subject)
    barred = subject and lists.bars.intersection(
        (subject[0][0].casefold(), subject[-1][0].casefold())
    )
    if len(subject) > _SUBJECT or barred:
        return None
    later = [mark for mark in marks[at:] if mark >= verb.end()]
    following = later[0] if later else len(text)
    behind = [word[0] for word in words[place + 1 :] if word.start() < following]
    after = len(behind)
    leads = verb[0] in lists.verbs
    lead = Span(0, _end_of_lead(words[place:], following, lists))
    if before < _LEAST_TOLD:
        return lead if subject and leads else None
    if subject and leads and _holds_clause(behind, lists):
        return Span(start, lead.end)
    if subject:
        return Span(start, following) if after <= _AFTER else None
    if text[start] not in _QUOTES and (after > _SUBJECT or _tells_on(verb[0], behind, lists)):
        opened = bool(behind) and behind[0] in lists.openers
        named = leads and (opened or before <= _APPOSED) and at == 2
        return lead if named else None
    return Span(start, next((mark for mark in later if text[mark] in _QUOTES), len(text)))


def _end_of_lead(words: Sequence[re.Match[str]], following: int, lists: _Lists) -> int:
    """Return where what is told begins: behind the verb, or the "that" not far behind it."""
    for word in words[1:_LEAD]:
        if word.start() >= following or word[0] in lists.finite:
            break
        if word[0] in lists.openers:
            return word.end()
    return words[0].end()


def _tells_on(verb: str, behind: Sequence[str], lists: _Lists) -> bool:
    """Return whether a verb without a subject beside it has what is told behind it, not who tells.

    "The mayor, a former teacher, told reporters …"; and ", say, …" is no attribution at all.
    """
    firsts = {word.casefold().partition("’")[0].partition("'")[0] for word in behind}
    counted = any(word.isdigit() for word in behind)  # "…, reported a loss of 37 million"
    opened = not behind or counted or not lists.openers.isdisjoint(firsts)
    return opened or verb in lists.leading or _holds_clause(behind, lists)


def _holds_clause(words: Sequence[str], lists: _Lists) -> bool:
    """Return whether the words have a verb of their own: not that of a "who", "which"."""
    clause = takewhile(lambda word: word not in lists.bars or word in lists.finite, words[1:])
    return not lists.finite.isdisjoint(clause)
