"""Where a clause has its speaker: before its reporting verb, behind it, or at its opening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.annotation.grammar import Grammar, Word
from generator.annotation.phrases import (
    Phrase,
    build_name,
    build_phrase,
    find_phrase_ending,
    name_start,
    name_stop,
)
from generator.models import Span

_DASHES = frozenset("—–")
_PAUSES = _DASHES | {","}


def find_subject(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase that the verb at index `cue` follows, None where none is sure."""
    end = _skip_between(words, cue - 1, grammar)
    if end < 0 or grammar.is_passive(words, cue):
        return None
    if words[end].low == "who":
        end -= 2 if end > 1 and words[end - 1].text == "," else 1
    elif words[end].low == "which":
        return _before_which(words, end, grammar)
    elif words[end].text in _PAUSES:
        return _before_apposition(words, end, grammar)
    phrase = find_phrase_ending(words, end, grammar) if end >= 0 else None
    return phrase and _join_names(words, phrase, grammar)


def _join_names(words: Sequence[Word], phrase: Phrase, grammar: Grammar) -> Phrase:
    """Return both where two that open the clause speak: "Ann Reed and her brother said"."""
    at = next((at for at, word in enumerate(words) if word.start == phrase.span.start), 0)
    at = name_start(words, at, grammar) if phrase.kind == "name" else at
    joined = phrase.kind != "pronoun" and at > 1 and words[at - 1].low in grammar.joins
    if not joined or not grammar.is_name(words, at - 2) or name_start(words, at - 2, grammar):
        return phrase
    first = build_name(words, 0, at - 2, grammar)
    return Phrase(Span(first.span.start, phrase.span.end), "names")


def find_quoted(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return who is quoted with what the verb at `cue` introduces: "It quoted Reed as saying".

    None where it does not hang on a verb of quoting.
    """
    if not cue or words[cue - 1].low not in grammar.quoted_as:
        return None
    verb = next((at for at in range(cue - 2, 0, -1) if words[at].low in grammar.quoting), None)
    if verb is None:
        return None
    if not grammar.is_passive(words, verb):
        return find_object(words, verb, grammar)
    end = _skip_between(words, verb - 1, grammar)
    return find_phrase_ending(words, end, grammar) if end >= 0 else None


def _skip_between(words: Sequence[Word], end: int, grammar: Grammar) -> int:
    """Return the index of the last word before auxiliaries, adverbs and "on Monday"."""
    while end >= 0:
        word = words[end]
        if word.low in grammar.between or (word.text.endswith("ly") and word.text.islower()):
            end -= 1
        elif word.low == "to" and end and words[end - 1].low in grammar.toward_verb:
            end = _skip_class(words, end - 1, grammar.toward_verb)
        elif word.is_capital and word.low in grammar.days:
            end = _skip_class(words, end - 1, grammar.before_days)
        else:
            break
    return end


def _skip_class(words: Sequence[Word], end: int, words_of_class: frozenset[str]) -> int:
    while end >= 0 and words[end].low in words_of_class:
        end -= 1
    return end


def _before_which(words: Sequence[Word], which: int, grammar: Grammar) -> Phrase | None:
    """Return what "which" stands for, where only what opens the clause can be meant."""
    if which < 2 or words[which - 1].text != ",":
        return None
    phrase = find_phrase_ending(words, which - 2, grammar)
    return phrase if phrase and opens_clause(words, phrase, grammar) else None


def _before_apposition(words: Sequence[Word], pause: int, grammar: Grammar) -> Phrase | None:
    """Return the first phrase that fills a stretch between commas: what follows it explains it.

    A stretch of two capitals is a state's code, as in "Riverton, OH".
    """
    for start, stop in _split_at_pauses(words[: pause + 1], _PAUSES):
        is_code = words[start].text.isupper() and stop - start == 1 and len(words[start].text) == 2
        if is_code or words[start].low in grammar.bounds:
            continue
        phrase = find_phrase_ending(words, stop - 1, grammar)
        if phrase and _fills(words[start:stop], phrase, grammar):
            return phrase
    return None


def _split_at_pauses(words: Sequence[Word], pauses: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield start and stop of the stretches of `words` between marks of pause, none empty."""
    start = 0
    for index, word in enumerate(words):
        if word.text in pauses:
            if index > start:
                yield start, index
            start = index + 1
    if start < len(words):
        yield start, len(words)


def _fills(segment: Sequence[Word], phrase: Phrase, grammar: Grammar) -> bool:
    """Return whether nothing but titles and descriptions stand before `phrase` in `segment`."""
    if phrase.span.start < segment[0].start:
        return False
    barred = grammar.bounds | grammar.cues | grammar.days
    return not any(
        word.is_mark or word.low in barred for word in segment if word.start < phrase.span.start
    )


def opens_clause(clause: Sequence[Word], phrase: Phrase, grammar: Grammar) -> bool:
    """Return whether `phrase` is the first noun phrase of `clause`."""
    barred = (grammar.bounds | grammar.cues) - {"as"}
    return not any(
        word.low in barred or word.low.endswith("ing") or word.text == ":"
        for word in clause
        if word.start < phrase.span.start
    )


def find_object(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase right after the verb at index `cue`, as in "said Ann Reed, 40"."""
    start = cue + 1
    while start < len(words) and words[start].low in grammar.after_verb:
        start += 1
    last = _object_stop(words, start, grammar) - 1
    if last < start:
        is_pronoun = start < len(words) and words[start].low in grammar.pronouns | grammar.objective
        return build_phrase(words, start, start, "pronoun") if is_pronoun else None
    if grammar.is_name(words, last):
        name = build_name(words, max(start, name_start(words, last, grammar)), last, grammar)
        return _join_next(words, name, last, grammar)
    if words[last].low in grammar.determiners:
        return None
    last = _extend_tied(words, last, grammar)
    is_noun = words[last].low in grammar.roles or words[start].low in grammar.determiners
    return build_phrase(words, start, last, "role") if is_noun else None


def _join_next(words: Sequence[Word], name: Phrase, last: int, grammar: Grammar) -> Phrase:
    """Return both names where the one that ends at `last` is the first of two: "said A and B."."""
    at = last + 2
    joined = at < len(words) and words[at - 1].low in grammar.joins and grammar.is_name(words, at)
    if not joined or name.kind != "name":
        return name
    stop = name_stop(words, at, grammar)
    ends = stop + 1 == len(words) or words[stop + 1].is_mark
    return Phrase(Span(name.span.start, words[stop].end), "names") if ends else name


def _object_stop(words: Sequence[Word], start: int, grammar: Grammar) -> int:
    """Return the index behind a noun phrase: "chairman and founder Ann Reed" is one."""
    stop = start
    while stop < len(words):
        joins = (
            words[stop].low in grammar.joins
            and stop > start
            and stop + 1 < len(words)
            and words[stop - 1].text.islower()
            and words[stop + 1].text.islower()
        )
        if _ends_phrase(words[stop], grammar) and not joins:
            break
        stop += 1
    return stop


def _ends_phrase(word: Word, grammar: Grammar) -> bool:
    if word.is_mark:
        return word.text != "&"
    return word.low in grammar.stops and word.text not in grammar.particles


def _extend_tied(words: Sequence[Word], last: int, grammar: Grammar) -> int:
    """Return the last word of what "of" or "for" ties to a role."""
    after = last + 1
    if after >= len(words) or words[after].low not in grammar.belonging:
        return last
    stop = after + 1
    while stop < len(words) and not _ends_phrase(words[stop], grammar):
        stop += 1
    return stop - 1 if stop - 1 > after else last


def find_leading_phrase(words: Sequence[Word], grammar: Grammar) -> Phrase | None:
    """Return the subject that opens a clause, after an introduction set off by a comma."""
    for start, stop in _split_at_pauses(words, frozenset(",")):
        if words[start].low not in grammar.bounds:
            phrase = _find_opening(words[start:stop], grammar)
            if phrase:
                return phrase
    return None


def _find_opening(words: Sequence[Word], grammar: Grammar) -> Phrase | None:
    """Return the noun phrase that `words` begin with."""
    if words[0].low in grammar.pronouns:
        return build_phrase(words, 0, 0, "pronoun")
    if words[0].low.endswith("ing") and len(words) > 1 and words[1].low in grammar.determiners:
        return None  # "Noting that …, Reed …": no name
    first = int(words[0].low in grammar.determiners)
    at = first
    while at < len(words) and words[at].text.islower() and words[at].low in grammar.roles:
        at += 1
    if at < len(words) and grammar.is_name(words, at):
        return _find_opening_name(words, at, grammar)
    near = range(first, min(len(words), first + 5))
    head = next((index for index in near if words[index].low in grammar.roles), None)
    return None if head is None else _after_role(words, head, grammar)


def _find_opening_name(words: Sequence[Word], at: int, grammar: Grammar) -> Phrase | None:
    end = name_stop(words, at, grammar)
    if end + 1 < len(words) and words[end + 1].low in grammar.roles:
        return _after_role(words, end + 1, grammar)
    return None if words[end].is_possessive else build_name(words, at, end, grammar)


def _after_role(words: Sequence[Word], head: int, grammar: Grammar) -> Phrase:
    """Return the name after "Riverton mayor", or that description where no name follows."""
    end = name_stop(words, head, grammar)
    if end > head:
        return build_name(words, head + 1, end, grammar)
    return build_phrase(words, 0, head, "role")
