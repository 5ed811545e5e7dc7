"""Direct quotations: which quoted runs are somebody's words, and whose.

`quotemarks` finds the runs, `attributions` the words that say who speaks, `speakers` the name
behind those words. Doubt leaves a quotation without a speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.annotation.attributions import (
    UNKNOWN,
    Attribution,
    match_announced,
    match_attribution,
    match_carried_over,
    match_signed,
)
from generator.annotation.grammar import Grammar, load_grammar
from generator.annotation.paragraphs import Paragraph, split_paragraphs
from generator.annotation.quotemarks import Quoted
from generator.annotation.speakers import Speech, build_scene, settle_speakers
from generator.findings import EntityMention, Quotation
from generator.models import Article

_SHORT = 4
"""Fewer words than this are speech only right beside a reporting verb."""
_TITLED = 0.75
"""Share of capitalised words from which a run is the title of a work."""


def find_quotations(
    article: Article, entities: Sequence[EntityMention] = (), language: str = "en"
) -> tuple[Quotation, ...]:
    """Return the direct quotations of the article's content, in text order."""
    grammar = load_grammar(language)
    content = [block.span for block in article.blocks if block.kind.is_content]
    paragraphs = split_paragraphs(article.text, content, grammar)
    scene = build_scene(article.text, paragraphs, entities, language)
    return settle_speakers(list(_match_speeches(paragraphs, grammar)), scene)


def _match_speeches(paragraphs: Sequence[Paragraph], grammar: Grammar) -> Iterator[Speech]:
    """Yield what is said, each with the words that name its speaker."""
    before: Paragraph | None = None
    last = UNKNOWN
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        told = _match_paragraph(paragraph, before, after, last, grammar)
        for run, found in zip(paragraph.runs, told, strict=True):
            if is_speech(run, found, paragraph.text):
                yield Speech(run.inside, found.speaker, found.cue, found.rule, index)
        before, last = paragraph, told[-1] if told else UNKNOWN


def _match_paragraph(
    paragraph: Paragraph,
    before: Paragraph | None,
    after: Paragraph | None,
    last: Attribution,
    grammar: Grammar,
) -> list[Attribution]:
    """Return the attribution of each run; `last` is that of the last run before the paragraph."""
    told: list[Attribution] = []
    for number in range(len(paragraph.runs)):
        found = match_attribution(paragraph, number, told, grammar)
        if found is UNKNOWN and number == 0 and before is not None:
            found = match_carried_over(paragraph, before, last, grammar)
        if found is UNKNOWN:
            found = match_announced(paragraph, number, before, grammar)
        if found is UNKNOWN:
            found = match_signed(paragraph, number, after, grammar)
        told.append(found)
    return told


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
    return not words or sum(word[0].isupper() for word in words) >= _TITLED * len(words)
