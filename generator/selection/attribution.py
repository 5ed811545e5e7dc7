"""What of a sentence only says who tells the rest: "Police said …", "…, she told CNN".

Two articles that quote one speaker share his name and his office, and need not share a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from generator.models import Span
from generator.selection.attribution_words import AttributionWords, load_attribution_words

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MARK = re.compile(r"[,:](?!\d)|[;“”\"—]|--|\s[‘'](?=\w)|(?<=[\w,.?!])['’](?=\s|$)")
_QUOTES = "“”\"‘’'"
_LEAST_TOLD = 4
"""Words a sentence must keep for the rest to be but its attribution."""
_SUBJECT = 7  # words from a mark, or the sentence's start, to the verb of who tells
_LEAD = 12  # words from such a verb to the "that" behind it: "told reporters on Monday that"
_AFTER = 6  # words after the verb, to the next mark, that say where or to whom
_APPOSED = 16  # words before a verb whose subject has an apposition: "Anna Berg, the mayor, said"
_COMMAS = 2  # around an apposition
_PHRASE = 12  # words of who tells, or of his office, between two commas
_LONGEST_NAME = 4
_NAMED = 14  # words of who is named after "according to" where the sentence goes on


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as attributions are looked for in it."""

    text: str
    words: Sequence[re.Match[str]]
    marks: Sequence[int]
    """Offsets of what parts it: commas, colons, dashes, quotation marks."""
    lists: AttributionWords

    def between(self, start: int, end: int) -> list[str]:
        """Return the words there."""
        return [word[0] for word in self.words if start <= word.start() < end]

    def mark_from(self, place: int) -> int:
        """Return the first mark from `place` on, or the end."""
        at = bisect_left(self.marks, place)
        return self.marks[at] if at < len(self.marks) else len(self.text)


def find_attributions(text: str, language: str) -> tuple[Span, ...]:
    """Return what of a sentence only says who tells the rest.

    >>> find_attributions("The bridge will stay closed, said Anna Berg, the mayor.", "en")
    (Span(start=27, end=55),)
    >>> find_attributions("The mayor said the bridge will stay closed.", "en")
    (Span(start=0, end=14),)
    >>> find_attributions("The mayor was told the bridge will stay closed.", "en")
    ()
    """
    lists = load_attribution_words(language)
    if not lists.verbs or not lists.any.search(text):
        return ()
    words = list(_WORD.finditer(text))
    sentence = _Sentence(text, words, [mark.start() for mark in _MARK.finditer(text)], lists)
    found = [*_find_sources(sentence), *_find_quoted(sentence)]
    for place, word in enumerate(words):
        if word[0] in lists.verbs or word[0] in lists.late:
            span = _with_question(sentence, _read_attribution(sentence, place))
            if span and not any(span.meets(other) for other in found):
                found.append(span)
    kept = sum(all(not Span(*word.span()).meets(span) for span in found) for word in words)
    return tuple(sorted(found)) if kept >= _LEAST_TOLD else ()


def _find_sources(sentence: _Sentence) -> Iterator[Span]:
    """Yield the namings of a source: "According to the mayor, Anna Berg, …"."""
    text, finite = sentence.text, sentence.lists.finite
    for match in sentence.lists.sources.finditer(text):
        end = _end_of_naming(sentence, match.end())
        if match.start() and finite.isdisjoint(sentence.between(end, len(text))):
            end = len(text)
        if len(sentence.between(match.start(), end)) <= _NAMED:
            yield Span(match.start(), end)


def _end_of_naming(sentence: _Sentence, start: int) -> int:
    """Return where the naming ends: at a mark, or behind the apposition that follows it."""
    end = sentence.mark_from(start)
    stop = sentence.mark_from(end + 1)
    if sentence.text[end : end + 1] != "," or stop == len(sentence.text):
        return end
    named, added, lists = sentence.between(start, end), sentence.between(end, stop), sentence.lists
    has_name = _has_full_name(named, lists)
    names_him = not has_name and _is_full_name(added, lists)
    tells_office = has_name and not lists.offices.isdisjoint(added)
    return stop if names_him or (tells_office and _is_noun_phrase(added, lists)) else end


def _find_quoted(sentence: _Sentence) -> Iterator[Span]:
    """Yield the namings of who is quoted by whom: "…, the agency quoted Anna Berg as saying"."""
    for match in sentence.lists.quoted.finditer(sentence.text):
        before = [mark for mark in sentence.marks if mark < match.start()]
        leads = not before or len(sentence.between(0, before[-1])) < _LEAST_TOLD
        behind = sentence.between(match.end(), sentence.mark_from(match.end()))
        end = sentence.mark_from(match.end())
        if behind and (behind[0] in sentence.lists.openers or len(behind) > _AFTER):
            opened = behind[0] in sentence.lists.openers
            end = sentence.text.index(behind[0], match.end()) + opened * len(behind[0])
        yield Span(0 if leads else before[-1], end)


def _read_attribution(sentence: _Sentence, place: int) -> Span | None:
    """Return the clause that the verb at `place` makes an attribution, None where it tells on."""
    text, lists, verb = sentence.text, sentence.lists, sentence.words[place]
    at = bisect_left(sentence.marks, verb.start())
    start = sentence.marks[at - 1] if at else 0
    subject = sentence.between(start, verb.start())
    before = place - len(subject)
    while subject and subject[-1] in lists.helping:
        subject.pop()
    barred = subject and lists.bars.intersection((subject[0].casefold(), subject[-1].casefold()))
    if len(subject) > _SUBJECT or barred or text[start : start + 1] == ";":
        return None  # "…; county logs say nine": a clause of its own
    following = sentence.mark_from(verb.end())
    behind = sentence.between(verb.end(), following)
    leads = verb[0] in lists.verbs
    lead = Span(0, _end_of_lead(sentence, place, following))
    if subject and not behind and text[start] == "," == text[following : following + 1]:
        return Span(start, following)
    if before < _LEAST_TOLD:
        return lead if subject and leads else None
    if subject and leads and _holds_clause(behind, lists):
        return Span(start, lead.end)
    if subject:
        return Span(start, following) if len(behind) <= _AFTER else None
    apposed = _start_of_apposed(sentence, at)
    if apposed is not None and _only_sets(verb[0], behind, lists):
        return Span(apposed, following)
    if apposed is not None and leads and _holds_clause(behind, lists):
        return Span(apposed, lead.end)
    if text[start] not in _QUOTES and (len(behind) > _SUBJECT or _tells_on(verb[0], behind, lists)):
        opened = bool(behind) and behind[0] in lists.openers
        named = leads and (opened or before <= _APPOSED) and at == _COMMAS
        return lead if named else None
    closed = (mark for mark in sentence.marks[at:] if mark >= verb.end() and text[mark] in _QUOTES)
    return Span(start, next(closed, len(text)))


def _with_question(sentence: _Sentence, span: Span | None) -> Span | None:
    """Return the attribution with what is answered: "Asked whether it would close, he said"."""
    if span is None or sentence.words[0][0].casefold() not in sentence.lists.asked:
        return span
    return Span(0, span.end) if sentence.marks[:1] == [span.start] else span


def _end_of_lead(sentence: _Sentence, place: int, following: int) -> int:
    """Return where what is told begins: behind the verb, or the "that" not far behind it."""
    for word in sentence.words[place + 1 : place + _LEAD]:
        if word.start() >= following or word[0] in sentence.lists.finite:
            break
        if word[0] in sentence.lists.openers:
            return word.end()
    return sentence.words[place].end()


def _start_of_apposed(sentence: _Sentence, at: int) -> int | None:
    """Return where a subject with an apposition begins behind what it tells, None without one.

    "The bridge is closed, the mayor of Lund, Anna Berg, told reporters.", with the mark `at` before
    "told".
    """
    marks, text = sentence.marks, sentence.text
    if at <= _COMMAS or {text[marks[at - 1]], text[marks[at - 2]]} != {","}:
        return None
    first, second, third = marks[at - 3 : at]
    one, other = sentence.between(first, second), sentence.between(second, third)
    named = _has_full_name(one, sentence.lists) or _has_full_name(other, sentence.lists)
    phrases = _is_noun_phrase(one, sentence.lists) and _is_noun_phrase(other, sentence.lists)
    told = len(sentence.between(0, first))
    return first if named and phrases and told >= _LEAST_TOLD else None


def _is_noun_phrase(words: Sequence[str], lists: AttributionWords) -> bool:
    """Return whether the words may name somebody: they are few, and no verb is among them."""
    return 0 < len(words) <= _PHRASE and not any(
        word in lists.finite or (word.islower() and word.endswith("ed")) for word in words
    )


def _has_full_name(words: Sequence[str], lists: AttributionWords) -> bool:
    named = [word for word in words if word not in lists.particles]
    return any(one[0].isupper() and other[0].isupper() for one, other in pairwise(named))


def _is_full_name(words: Sequence[str], lists: AttributionWords) -> bool:
    named = [word for word in words if word not in lists.particles]
    return 1 < len(named) <= _LONGEST_NAME and all(word[0].isupper() for word in named)


def _only_sets(verb: str, behind: Sequence[str], lists: AttributionWords) -> bool:
    """Return whether behind the verb stands but when, where and to whom it is told."""
    sets = not behind or verb in lists.leading or behind[0] in lists.settings
    return sets and len(behind) <= _NAMED and not _holds_clause(behind, lists)


def _tells_on(verb: str, behind: Sequence[str], lists: AttributionWords) -> bool:
    """Return whether a verb without a subject beside it has what is told behind it, not who tells.

    "The mayor, a former teacher, told reporters …"; and ", say, …" is no attribution at all.
    """
    firsts = {word.casefold().partition("’")[0].partition("'")[0] for word in behind}
    counted = any(word.isdigit() for word in behind)  # "…, reported a loss of 37 million"
    opened = not behind or counted or not lists.openers.isdisjoint(firsts)
    return opened or verb in lists.leading or _holds_clause(behind, lists)


def _holds_clause(words: Sequence[str], lists: AttributionWords) -> bool:
    """Return whether the words have a verb of their own: not that of a "who", "which"."""
    clause = takewhile(lambda word: word not in lists.bars or word in lists.finite, words[1:])
    return not lists.finite.isdisjoint(clause)
