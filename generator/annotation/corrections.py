"""An editor's word on who speaks, put over what the rules found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.config import EditorEntry
from generator.findings import Annotations, Quotation
from generator.models import Article

_WORD = re.compile(r"\w+")


def correct_speakers(
    note: Annotations, article: Article, entries: Sequence[EditorEntry]
) -> Annotations:
    """Return the annotations with the speakers that the settings give to quotations.

    An entry names a quotation by the words it begins with; an empty speaker means nobody.
    """
    given = [e for e in entries if e.quote and e.speaker is not None]
    given = [e for e in given if e.path in {None, article.path}]
    if not given:
        return note
    corrected = tuple(_correct(quotation, article, given) for quotation in note.quotations)
    return replace(note, quotations=corrected)


def _correct(quotation: Quotation, article: Article, entries: Sequence[EditorEntry]) -> Quotation:
    said = _fold(article.show(quotation.span))
    for entry in entries:
        if said.startswith(_fold(entry.quote or "")):
            sure = 1.0 if entry.speaker else 0.0
            name = entry.speaker or None
            return replace(quotation, speaker=name, speaker_span=None, confidence=sure)
    return quotation


def _fold(text: str) -> str:
    """Return the words of `text`, each closed by a space: no word is matched in part."""
    return "".join(f"{word} " for word in _WORD.findall(text.casefold()))
