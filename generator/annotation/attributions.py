"""Rules that find who is said to say a quoted run.

They look for the reporting verb: right before the run, right after it, elsewhere in its sentence,
and at last in what stands around.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.annotation.grammar import Grammar, Word
from generator.annotation.paragraphs import QUOTE, Paragraph, last_letter
from generator.annotation.phrases import Phrase
from generator.annotation.subjects import (
    find_leading_phrase,
    find_object,
    find_quoted,
    find_subject,
    opens_clause,
)
from generator.models import Span

_REACH = 14
"""Words between a reporting verb and the quotation it is said to stand right before."""
_TAIL = 8
"""Words of a sentence's end that only says who tells it."""
_DASHES = frozenset("—–-")
_PAUSES = frozenset(",–—-")
_OPEN_END = frozenset(",?!–—-…")
"""How a quotation ends whose sentence goes on behind it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is taken to say a quoted run, and why."""

    rule: str = "none"
    speaker: Phrase | None = None
    cue: Span | None = None


UNKNOWN = Attribution()


def match_attribution(
    paragraph: Paragraph, number: int, told: Sequence[Attribution], grammar: Grammar
) -> Attribution:
    """Return the attribution of run `number`, from what its own paragraph says."""
    for rule in (_match_before, _match_label, _match_after, _match_clause, _match_tail):
        found = rule(paragraph, paragraph.places[number], grammar)
        if found is not UNKNOWN:
            return found
    return _match_shared(paragraph, number, told, grammar)


def _match_before(paragraph: Paragraph, place: int, grammar: Grammar) -> Attribution:
    """Match a verb right before the run: "Reed told reporters on Monday: “We ...”"."""
    words, start = paragraph.words, paragraph.sentence_start(place)
    for cue in range(place - 1, max(start, place - _REACH) - 1, -1):
        if words[cue].text == QUOTE:
            return UNKNOWN
        if grammar.is_cue(words, cue) and _leads_in(words[cue:place], grammar):
            found = _attribute("before", paragraph, cue, start, grammar)
            if found is not UNKNOWN:
                return found
    return UNKNOWN


def _leads_in(words: Sequence[Word], grammar: Grammar) -> bool:
    """Return whether the verb that opens `words` announces what comes right behind them."""
    last = words[-1]
    if words[0].low not in grammar.say:
        return last.text == ":"
    return len(words) == 1 or last.text in {",", ":"} or last.low == "that"


def _match_label(paragraph: Paragraph, place: int, grammar: Grammar) -> Attribution:
    """Match a name with a colon, and nothing else, before the run: "Reed: “We ...”"."""
    words, start = paragraph.words, paragraph.sentence_start(place)
    if place - start < 2 or words[place - 1].text != ":":
        return UNKNOWN
    phrase = find_leading_phrase(words[start : place - 1], grammar)
    whole = phrase is not None and phrase.span.end == words[place - 2].end
    if phrase is None or not whole or phrase.kind != "name":
        return UNKNOWN
    return Attribution("label", phrase, _span(words[place - 1]))


def _match_after(paragraph: Paragraph, place: int, grammar: Grammar) -> Attribution:
    """Match a verb after the run: "“We ...,” said Reed", "“We ...,” Reed, the mayor, said"."""
    words = paragraph.words
    stop = paragraph.sentence_stop(min(place + 1, len(words) - 1))
    start = place + 1 + (place + 1 < stop and words[place + 1].text in {",", "."})
    if start >= stop or words[start].text == QUOTE:
        return UNKNOWN
    stop = next((i for i in range(start, stop) if words[i].text == QUOTE), stop)
    ending = last_letter(words[place], paragraph.text)
    clause = words[start:stop]
    if clause[0].low in grammar.say:
        speaker = find_object(clause, 0, grammar)
        return Attribution("after", speaker, _span(clause[0])) if speaker else UNKNOWN
    if ending not in _OPEN_END and start == place + 1:
        return UNKNOWN
    return _match_subject_first(clause, grammar)


def _match_subject_first(clause: Sequence[Word], grammar: Grammar) -> Attribution:
    if clause[0].low in grammar.sources:
        speaker = find_object(clause, 1, grammar)
        return Attribution("after", speaker, _span(clause[0])) if speaker else UNKNOWN
    cue = next((i for i in range(1, len(clause)) if grammar.is_cue(clause, i)), None)
    if cue is None or clause[0].low in grammar.bounds - {"as"}:
        return UNKNOWN
    quoted = find_quoted(clause, cue, grammar)
    speaker = quoted or find_subject(clause, cue, grammar)
    if speaker is None or not (quoted or opens_clause(clause, speaker, grammar)):
        return UNKNOWN
    return Attribution("after", speaker, _span(clause[cue]))


def _match_clause(paragraph: Paragraph, place: int, grammar: Grammar) -> Attribution:
    """Match a verb earlier in the sentence: "Reed said that the plan was “a gift”"."""
    start = paragraph.sentence_start(place)
    for cue in range(place - 1, start - 1, -1):
        if paragraph.words[cue].text == QUOTE:
            return UNKNOWN
        if grammar.is_cue(paragraph.words, cue):
            found = _attribute("clause", paragraph, cue, start, grammar)
            if found is not UNKNOWN:
                return found
    return UNKNOWN


def _match_tail(paragraph: Paragraph, place: int, grammar: Grammar) -> Attribution:
    """Match a verb at the end of the sentence: "Men fired “at nobody” on Monday, Reed said."."""
    words = paragraph.words[place : paragraph.sentence_stop(place)]
    end = len(words) - (bool(words) and words[-1].is_mark)
    comma = next((at for at in range(end - 1, 0, -1) if words[at].is_mark), 0)
    tail = words[comma + 1 : end]
    if words[comma].text != "," or not 1 < len(tail) <= _TAIL or tail[-1].low not in grammar.say:
        return UNKNOWN
    speaker = find_subject(tail, len(tail) - 1, grammar)
    return Attribution("clause", speaker, _span(tail[-1])) if speaker else UNKNOWN


def _attribute(
    rule: str, paragraph: Paragraph, cue: int, start: int, grammar: Grammar
) -> Attribution:
    """Return the attribution to the subject of the verb at `cue`, in the sentence from `start`."""
    words = paragraph.words[start : paragraph.sentence_stop(cue)]
    at = cue - start
    speaker = _find_speaker(words, at, grammar)
    return Attribution(rule, speaker, _span(words[at])) if speaker else UNKNOWN


def _find_speaker(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return who says what the verb at `cue` introduces, in the sentence `words`."""
    if words[cue].low in grammar.sources or _has_agent(words, cue, grammar):
        return find_object(words, cue + 1, grammar)
    if quoted := find_quoted(words, cue, grammar):
        return quoted
    before = words[cue - 1] if cue else None
    if before is None or before.text == QUOTE:
        return find_object(words, cue, grammar)
    if words[cue].low.endswith("ing") and before.low not in grammar.passive:
        describes = _describes(words, cue, grammar)
        return None if describes else _find_main_subject(words, cue, grammar)
    subject = find_subject(words[: cue + 1], cue, grammar)
    if subject or grammar.is_passive(words, cue):
        return subject
    if before.low in grammar.joins or before.text in _PAUSES:
        return _find_main_subject(words, cue, grammar)
    return None


def _describes(words: Sequence[Word], cue: int, grammar: Grammar) -> bool:
    """Return whether a participle belongs to the noun behind it: "fired warning shots"."""
    before, behind = words[cue - 1], words[cue + 1 : cue + 2]
    hangs_on = before.is_mark or before.low in grammar.joins | grammar.bounds
    told = not behind or behind[0].is_mark or behind[0].low in grammar.bounds | grammar.determiners
    return not hangs_on and not told


def _has_agent(words: Sequence[Word], cue: int, grammar: Grammar) -> bool:
    """Return whether "by" behind the verb names who acts, not how: "mocked by critics"."""
    behind = words[cue + 1 : cue + 3]
    return len(behind) == 2 and behind[0].low in grammar.agent and behind[1].low[-3:] != "ing"


def _find_main_subject(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the subject of the clause that a later verb, as in "and added", hangs on."""
    for earlier in range(cue - 1, 0, -1):
        if not grammar.is_cue(words, earlier):
            continue
        if _has_agent(words, earlier, grammar):
            return find_object(words, earlier + 1, grammar)
        subject = find_subject(words, earlier, grammar)
        if subject and opens_clause(words, subject, grammar):
            return subject
    return find_leading_phrase(words[:cue], grammar)


def _match_shared(
    paragraph: Paragraph, number: int, told: Sequence[Attribution], grammar: Grammar
) -> Attribution:
    """Return the attribution the run shares with the one before it in the paragraph."""
    if not told:
        return UNKNOWN
    last, place = paragraph.places[number - 1], paragraph.places[number]
    before = told[-1]
    if paragraph.sentence_start(place) <= last:
        return replace(before, rule="same sentence") if before.speaker else UNKNOWN
    stop = paragraph.sentence_stop(last + (before.rule == "after"))
    if paragraph.sentence_start(place) == place and stop == place and before.speaker:
        return replace(before, rule="goes on")
    return UNKNOWN


def match_carried_over(
    paragraph: Paragraph, before: Paragraph, last: Attribution, grammar: Grammar
) -> Attribution:
    """Return the attribution that the paragraph before gives to a run that opens one."""
    if paragraph.places[0] != 0:
        return UNKNOWN
    if before.runs and not before.runs[-1].closed and last.speaker:
        return replace(last, rule="flows")
    if before.words[-1].text == ":":
        start = before.sentence_start(len(before.words) - 1)
        for cue in range(len(before.words) - 1, start, -1):
            if grammar.is_cue(before.words, cue):
                return _attribute("colon", before, cue, start, grammar)
    return UNKNOWN


def match_signed(
    paragraph: Paragraph, number: int, after: Paragraph | None, grammar: Grammar
) -> Attribution:
    """Match a name behind a dash below a paragraph that ends in the run: "“We …”", "— Ann Reed"."""
    ends = paragraph.places[number] == len(paragraph.words) - 1
    if not ends or after is None or after.runs or not 1 < len(after.words) <= _REACH:
        return UNKNOWN
    if after.words[0].text not in _DASHES:
        return UNKNOWN
    phrase = find_leading_phrase(after.words[1:], grammar)
    signs = phrase is not None and phrase.kind == "name"
    return Attribution("signed", phrase, _span(after.words[0])) if signs else UNKNOWN


def match_announced(
    paragraph: Paragraph, number: int, before: Paragraph | None, grammar: Grammar
) -> Attribution:
    """Match the sentence before: "Reed left a message for the town. “We ...”"."""
    place = paragraph.places[number]
    if paragraph.sentence_start(place) != place:
        return UNKNOWN
    source, last = (paragraph, place - 1) if place else (before, -1)
    if source is None:
        return UNKNOWN
    last = last % len(source.words)
    words = source.words[source.sentence_start(last) : last + 1]
    if not any(word.low in grammar.messages for word in words):
        return UNKNOWN
    phrase = find_leading_phrase(words, grammar)
    return Attribution("announced", phrase) if phrase and phrase.kind != "role" else UNKNOWN


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
