"""Direct quotations with their speakers.

Rules look for the reporting verb around a quoted run: right before it, right after it, elsewhere
in its sentence, and at last in the text around it. Doubt leaves a quotation without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.annotation.grammar import Grammar, Word, load_grammar
from generator.annotation.paragraphs import QUOTE, Paragraph, last_letter, split_paragraphs
from generator.annotation.phrases import Phrase
from generator.annotation.quotemarks import Quoted
from generator.annotation.speakers import Speech, build_scene, settle_speakers
from generator.annotation.subjects import (
    find_leading_phrase,
    find_object,
    find_subject,
    opens_clause,
)
from generator.models import Article, EntityMention, Quotation, Span

_SHORT = 4
"""Fewer words than this are speech only right beside a reporting verb."""
_REACH = 14
"""Words between a reporting verb and the quotation it is said to stand right before."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is taken to say a quoted run, and why."""

    rule: str = "none"
    speaker: Phrase | None = None
    cue: Span | None = None


UNKNOWN = Attribution()


def find_quotations(
    article: Article, entities: Sequence[EntityMention] = (), language: str = "en"
) -> tuple[Quotation, ...]:
    """Return the direct quotations of the article's content, in text order."""
    grammar = load_grammar(language)
    paragraphs = [
        paragraph
        for block in article.blocks
        if block.kind.is_content
        for paragraph in split_paragraphs(article.text, block.span, grammar)
    ]
    scene = build_scene(article.text, paragraphs, entities, language)
    return settle_speakers(match_speeches(paragraphs, grammar), scene)


def match_speeches(paragraphs: Sequence[Paragraph], grammar: Grammar) -> list[Speech]:
    """Return what is said in `paragraphs`, each with the words that name its speaker."""
    speeches: list[Speech] = []
    before: Paragraph | None = None
    last = UNKNOWN
    for index, paragraph in enumerate(paragraphs):
        told: list[Attribution] = []
        for number, run in enumerate(paragraph.runs):
            found = match_attribution(paragraph, number, told, grammar)
            if found is UNKNOWN and number == 0 and before is not None:
                found = _match_across(paragraph, before, last, grammar)
            if found is UNKNOWN:
                found = _match_announced(paragraph, number, before, grammar)
            told.append(found)
            if is_speech(run, found, paragraph.text):
                speeches.append(Speech(run.inside, found.speaker, found.cue, found.rule, index))
        before, last = paragraph, told[-1] if told else UNKNOWN
    return speeches


def is_speech(run: Quoted, found: Attribution, text: str) -> bool:
    """Return whether a quoted run is somebody's words, not a title, a nickname or a sneer."""
    inside = run.inside.of(text)
    count = len(inside.split())
    direct = found.rule in {"before", "after"}
    if not run.opened:
        return found.rule == "after" and count >= _SHORT
    if run.single and not direct:
        return False
    if count < _SHORT:
        return direct and inside[-1:] in set(",.?!…") and count > 0
    return found is not UNKNOWN or not _is_headline(inside)


def _is_headline(text: str) -> bool:
    """Return whether most words are capitalised, as in the title of a work."""
    words = [word for word in text.split() if len(word) > 3]
    return not words or sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def match_attribution(
    paragraph: Paragraph, number: int, told: Sequence[Attribution], grammar: Grammar
) -> Attribution:
    """Return the attribution of run `number`, from what its own paragraph says."""
    for rule in (_match_before, _match_after, _match_clause):
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
    if ending not in set(",?!—–-…") and start == place + 1:
        return UNKNOWN
    return _match_subject_first(clause, grammar)


def _match_subject_first(clause: Sequence[Word], grammar: Grammar) -> Attribution:
    if clause[0].low == "according":
        speaker = find_object(clause, 1, grammar)
        return Attribution("after", speaker, _span(clause[0])) if speaker else UNKNOWN
    cue = next((i for i in range(1, len(clause)) if grammar.is_cue(clause, i)), None)
    if cue is None or clause[0].low in grammar.bounds - {"as"}:
        return UNKNOWN
    speaker = find_subject(clause, cue, grammar)
    if speaker is None or not opens_clause(clause, speaker, grammar):
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


def _attribute(
    rule: str, paragraph: Paragraph, cue: int, start: int, grammar: Grammar
) -> Attribution:
    """Return the attribution to the subject of the verb at `cue`, in the sentence from `start`."""
    words = paragraph.words[start : paragraph.sentence_stop(cue)]
    at = cue - start
    speaker = _find_speaker(words, at, grammar)
    return Attribution(rule, speaker, _span(words[at])) if speaker else UNKNOWN


def _find_speaker(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    if words[cue].low == "according" or (cue + 1 < len(words) and words[cue + 1].low == "by"):
        return find_object(words, cue + 1, grammar)
    before = words[cue - 1] if cue else None
    if before is None or before.text == QUOTE:
        return find_object(words, cue, grammar)
    if words[cue].low.endswith("ing") and before.low not in grammar.passive:
        return _find_main_subject(words, cue, grammar)
    subject = find_subject(words[: cue + 1], cue, grammar)
    if subject or grammar.is_passive(words, cue):
        return subject
    if before.low in {"and", "but", "then", ",", "–", "—", "-"}:
        return _find_main_subject(words, cue, grammar)
    return None


def _find_main_subject(words: Sequence[Word], cue: int, grammar: Grammar) -> Phrase | None:
    """Return the subject of the clause that a later verb, as in "and added", hangs on."""
    for earlier in range(cue - 1, 0, -1):
        if grammar.is_cue(words, earlier):
            by_whom = words[earlier + 1].low == "by"
            find, at = (find_object, earlier + 1) if by_whom else (find_subject, earlier)
            subject = find(words, at, grammar)
            if subject:
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
    paragraph.words[last + 1 : place]
    stop = paragraph.sentence_stop(last + (before.rule == "after"))
    if paragraph.sentence_start(place) == place and stop == place and before.speaker:
        return replace(before, rule="goes on")
    return UNKNOWN


def _match_across(
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


def _match_announced(
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
