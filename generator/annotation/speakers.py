"""Names for the words that speak: "he", "the mayor", "Reed" -> Ann Reed, where that is safe."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.annotation.fingerprints import fingerprint
from generator.annotation.gazetteer import Gazetteer, load_gazetteer
from generator.annotation.grammar import Grammar, load_grammar, split_words
from generator.annotation.paragraphs import Paragraph
from generator.annotation.phrases import Phrase
from generator.annotation.subjects import find_leading_phrase
from generator.findings import EntityMention, Quotation
from generator.language import load_place_words, load_words
from generator.models import Span, shown

CONFIDENCE = {
    "before": 0.95,
    "after": 0.95,
    "goes on": 0.9,
    "same sentence": 0.85,
    "clause": 0.8,
    "colon": 0.85,
    "label": 0.85,
    "signed": 0.85,
    "flows": 0.85,
    "announced": 0.7,
    "none": 0.0,
}
_PRONOUN = 0.8
_DESCRIBED = 0.9
"""What a speaker found through a pronoun or a description is worth of one that is named."""
_LONGEST = 1000
"""Words of a paragraph in which a pronoun is too far from everything; it bounds the search."""
_APPOSED = re.compile(r",\s+(?:\d[\w-]*\s+)?")
"""What stands between a description and the name of whom it describes: ", 34-year-old Tom Reed"."""
_LEAD = 60
"""Characters before a name in which its titles stand."""


Titled = tuple[str, tuple[str, ...]]
"""A person's name, and the words of the title before it."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A quoted run with the words of the text that name its speaker."""

    span: Span
    speaker: Phrase | None
    cue: Span | None
    rule: str
    paragraph: int
    """Index of its paragraph."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a speaker is looked for in."""

    text: str
    paragraphs: Sequence[Paragraph]
    mentions: Sequence[EntityMention]
    """In text order."""
    starts: Sequence[int]
    grammar: Grammar
    gazetteer: Gazetteer
    titled: Mapping[str, frozenset[Titled]]
    """By origin, the persons and the words between it and their names."""

    def mentions_in(self, span: Span) -> Sequence[EntityMention]:
        """Return the names that begin within `span`."""
        return self.mentions[
            bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)
        ]

    def mention_at(self, span: Span) -> EntityMention | None:
        """Return the name that shares characters with `span`, the last of several."""
        first = max(0, bisect_left(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        met = [mention for mention in self.mentions[first:last] if mention.span.meets(span)]
        return met[-1] if met else None


def build_scene(
    text: str,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[EntityMention],
    language: str,
) -> Scene:
    """Return the scene of one article."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    starts = [mention.span.start for mention in ordered]
    grammar = load_grammar(language)
    titled = _find_titled(text, ordered, grammar)
    return Scene(text, paragraphs, ordered, starts, grammar, load_gazetteer(language), titled)


def settle_speakers(speeches: Sequence[Speech], scene: Scene) -> tuple[Quotation, ...]:
    """Return the quotations with their speakers' names as far as they are safe."""
    found: list[Quotation] = []
    names: list[str | None] = []
    for index, speech in enumerate(speeches):
        name, worth = _find_name(speech, speeches[max(0, index - 3) : index], names[-3:], scene)
        names.append(name)
        confidence = round(CONFIDENCE[speech.rule] * worth, 3) if name else 0.0
        span = speech.speaker.span if speech.speaker else None
        found.append(Quotation(speech.span, name, span, speech.cue, confidence))
    return tuple(found)


def _find_name(
    speech: Speech, told: Sequence[Speech], names: Sequence[str | None], scene: Scene
) -> tuple[str | None, float]:
    """Return the speaker's name, and what its kind of evidence is worth."""
    speaker = speech.speaker
    if speaker is None:
        return None, 0.0
    if speaker.kind == "pronoun":
        return _resolve_pronoun(speech, speaker, told, names, scene), _PRONOUN
    if speaker.kind == "role" and (apposed := _find_apposed(speaker, scene)):
        return apposed, 1.0
    if speaker.kind == "role":
        return _resolve_role(speaker, scene) or shown(speaker.span.of(scene.text)), _DESCRIBED
    mention = None if speaker.kind == "names" else scene.mention_at(speaker.span)
    if speaker.kind == "member":
        mention = scene.mention_at(Span(speaker.span.start, speaker.span.start + 1))
    if speech.rule == "label" and (mention is None or mention.kind == "place"):
        return None, 0.0  # a dateline, a heading
    if speaker.kind == "name" and mention is None and (told_of := _find_described(speech, scene)):
        return told_of, _DESCRIBED
    return (mention.name if mention else shown(speaker.span.of(scene.text))), 1.0


def _resolve_pronoun(
    speech: Speech,
    speaker: Phrase,
    told: Sequence[Speech],
    names: Sequence[str | None],
    scene: Scene,
) -> str | None:
    pronoun = speaker.span.of(scene.text).casefold()
    home = _paragraph_of(speaker.span, speech.paragraph, scene)
    if len(scene.paragraphs[home].words) > _LONGEST:
        return None
    before = Span(scene.paragraphs[home].span.start, speaker.span.start)
    subject = _find_subject_name(home, speaker.span, scene)
    if pronoun not in scene.grammar.singular:
        return subject.name if pronoun == "it" and subject and subject.kind != "person" else None
    here = _persons(before, home, scene)
    fitting = [name for name in here if _agrees(name, pronoun, scene.gazetteer)]
    name = fitting[0] if len(fitting) == 1 else None
    if len(fitting) > 1 and subject and subject.kind == "person":
        name = subject.name
    elif len(fitting) > 1 and told and told[-1].paragraph == home:
        name = _last_speaker(home, told, names, scene)
    if not here and not _names_others(home, before, scene):
        name = _last_speaker(home, told, names, scene) or _lone_person(home - 1, scene)
    return name if name and _agrees(name, pronoun, scene.gazetteer) else None


def _paragraph_of(span: Span, index: int, scene: Scene) -> int:
    """Return the paragraph `span` stands in: that of the quotation or one before it."""
    while index > 0 and span.start < scene.paragraphs[index].span.start:
        index -= 1
    return index


def _find_subject_name(index: int, span: Span, scene: Scene) -> EntityMention | None:
    """Return the name that is the subject of the sentence that `span` stands in, before it."""
    paragraph = scene.paragraphs[index]
    at = next((i for i, word in enumerate(paragraph.words) if word.start >= span.start), 0)
    words = paragraph.words[paragraph.sentence_start(at) : at]
    phrase = find_leading_phrase(words, scene.grammar) if words else None
    return scene.mention_at(phrase.span) if phrase and phrase.kind == "name" else None


def _persons(span: Span, index: int, scene: Scene) -> dict[str, None]:
    """Return the persons named in `span` outside quotations, in order."""
    runs = scene.paragraphs[index].runs
    return {
        mention.name: None
        for mention in scene.mentions_in(span)
        if mention.kind == "person" and not any(run.outside.covers(mention.span) for run in runs)
    }


def _names_others(index: int, span: Span, scene: Scene) -> bool:
    """Return whether a sentence in `span` opens with a name that no list or rule explains."""
    paragraph = scene.paragraphs[index]
    words = [word for word in paragraph.words if word.start < span.end]
    starts = sorted(set(paragraph.starts[: len(words)]))
    for start, stop in pairwise([*starts, len(words)]):
        phrase = find_leading_phrase(words[start:stop], scene.grammar)
        if phrase and phrase.kind == "name" and not scene.mention_at(phrase.span):
            return True
    return False


def _last_speaker(
    index: int, told: Sequence[Speech], names: Sequence[str | None], scene: Scene
) -> str | None:
    """Return who spoke last, in this paragraph or the one before, where that is a person."""
    if not told or not names[-1] or index - told[-1].paragraph > 1:
        return None
    last = told[-1].speaker
    if last is None or last.kind == "role":
        return None
    named = scene.mention_at(last.span)
    return names[-1] if last.kind == "pronoun" or (named and named.kind == "person") else None


def _lone_person(index: int, scene: Scene) -> str | None:
    """Return the one person a paragraph names, None for none or several."""
    if index < 0:
        return None
    persons = _persons(scene.paragraphs[index].span, index, scene)
    return next(iter(persons)) if len(persons) == 1 else None


def _agrees(name: str, pronoun: str, gazetteer: Gazetteer) -> bool:
    """Return whether a given name allows the pronoun; unknown names allow both."""
    given = name.split()[0]
    own, other = gazetteer.male, gazetteer.female
    if pronoun == "she":
        own, other = other, own
    return given not in other or given in own


def _find_apposed(speaker: Phrase, scene: Scene) -> str | None:
    """Return the person named right behind a description: "the victim's sister, Ann Holt"."""
    gap = _APPOSED.match(scene.text, speaker.span.end)
    mention = scene.mention_at(Span(gap.end(), gap.end() + 1)) if gap else None
    if mention is None or mention.kind != "person":
        return None
    owns = scene.text.startswith(("'", "’"), mention.span.end)  # "the mayor, Lund's third"
    return None if owns else mention.name


def _find_described(speech: Speech, scene: Scene) -> str | None:
    """Return the one person of the paragraph whom "the Republican", "the Norwegian" stands for."""
    if speech.speaker is None:
        return None
    span = speech.speaker.span
    home = _paragraph_of(span, speech.paragraph, scene)
    paragraph = scene.paragraphs[home]
    at = next((i for i, word in enumerate(paragraph.words) if word.start >= span.start), 0)
    definite = at > 0 and paragraph.words[at - 1].low in load_words("en", "definite_words")
    if not definite or not _is_description(span.of(scene.text), scene.grammar):
        return None
    persons = _persons(Span(paragraph.span.start, span.start), home, scene)
    return next(iter(persons)) if len(persons) == 1 else None


def _is_description(word: str, grammar: Grammar) -> bool:
    """Return whether a capitalised word tells a party or a people, and names no paper or firm."""
    return word.casefold() in grammar.roles | grammar.titles or word in load_place_words("en")


def _resolve_role(speaker: Phrase, scene: Scene) -> str | None:
    """Return the one person whom the article gives this title, as "Norwegian premier" does."""
    words = split_words(speaker.span.of(scene.text))
    parts = [word.low for word in words if word.low not in scene.grammar.determiners]
    if len(parts) != 2:
        return None
    origin, title = _origin(parts[0]), parts[1]
    holders = {
        name
        for name, lead in scene.titled.get(origin, ())
        if title in lead
        or (title in scene.grammar.heads and not scene.grammar.heads.isdisjoint(lead))
    }
    return holders.pop() if len(holders) == 1 else None


def _find_titled(
    text: str, mentions: Sequence[EntityMention], grammar: Grammar
) -> Mapping[str, frozenset[Titled]]:
    """Return by origin the persons whose title the words before their names tell."""
    found: dict[str, set[Titled]] = defaultdict(set)
    for mention in mentions:
        if mention.kind != "person":
            continue
        words = split_words(text[max(0, mention.span.start - _LEAD) : mention.span.start])[-4:]
        lows = tuple(word.low for word in words)
        if len(lows) > 1 and not words[-1].is_mark and grammar.lesser.isdisjoint(lows):
            for place, low in enumerate(lows[:-1]):
                found[_origin(low)].add((mention.name, lows[place + 1 :]))
    return {origin: frozenset(titled) for origin, titled in found.items()}


def _origin(word: str) -> str:
    """Return what "Norway" and "Norwegian" share: the first four letters of the fingerprint."""
    return "".join(fingerprint(word))[:4]
