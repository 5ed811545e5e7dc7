"""Names for the words that speak: "he", "the mayor", "Reed" -> Ann Reed, where that is safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotation.phrases import Grammar, Phrase
from generator.models import Article, EntityMention, Quotation, Span, shown

CONFIDENCE = {
    "before": 0.95,
    "after": 0.95,
    "goes on": 0.9,
    "same sentence": 0.85,
    "clause": 0.8,
    "colon": 0.85,
    "flows": 0.85,
    "none": 0.0,
}


@dataclass(frozen=True, slots=True)
class Speech:
    """A quoted run with the words of the text that name its speaker."""

    span: Span
    speaker: Phrase | None
    cue: Span | None
    rule: str


def settle_speakers(
    speeches: Sequence[Speech],
    article: Article,
    entities: Sequence[EntityMention],
    grammar: Grammar,
) -> tuple[Quotation, ...]:
    """Return the quotations with speakers as far as they are safe."""
    found: list[Quotation] = []
    for speech in speeches:
        name = _find_name(speech, article, entities)
        found.append(
            Quotation(
                span=speech.span,
                speaker=name,
                speaker_span=speech.speaker.span if speech.speaker else None,
                cue_span=speech.cue,
                confidence=CONFIDENCE[speech.rule],
            )
        )
    return tuple(found)


def _find_name(speech: Speech, article: Article, entities: Sequence[EntityMention]) -> str | None:
    if speech.speaker is None or speech.speaker.kind == "pronoun":
        return None
    return shown(speech.speaker.span.of(article.text))
