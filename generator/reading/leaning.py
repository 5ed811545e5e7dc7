"""Whether a sentence leans on what was said before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.models import Flaw
from generator.reading.lexicon import load_pattern, load_words

_SPEAKER_LEANS = re.compile(r"[,.!?…][\"”’']\s*(he|she|they)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"(?:(?:after|and|but|by|despite|for|given|so|still|until|with|yet) |[^,.;:“”\"]{1,45}, )"
    r"(?P<word>that|this|these|those|such) (?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r".*[^siw]s\Z")  # "that plans" begins a clause
_OPENINGS = (
    ("pointing", "refers to", 0.3),
    ("dating", "counts from", 0.3),
    ("subject_pronouns", "refers to", 0.3),
    ("linking_openings", "links to", 0.2),
)
"""Kinds of openings that lean, what they do, and how badly."""


def find_leaning(text: str, words: Sequence[str], language: str = "en") -> Flaw | None:
    """Return what makes the sentence `text` lean; `words` are its words, lower case.

    >>> find_leaning("He also wants a pier.", ["he", "also", "wants", "a", "pier"]).reason
    '“He” refers to an earlier sentence'
    """
    if not words:
        return None
    quoted = text[0] in "\"“„«‘'"
    speaker = _SPEAKER_LEANS.search(text) if quoted else None
    first = speaker[1].casefold() if speaker else "" if quoted else words[0]
    leans = first in load_words("fluency", "leaning", language)
    links = first in load_words("fluency", "linking", language)
    if (leans or links) and _stands(text, language):
        return None
    if leans:
        reason = f"“{first.capitalize()}” refers to an earlier sentence"
        return Flaw("leans-on-previous", reason, 0.3)
    if links:
        reason = f"“{first.capitalize()}” links to an earlier sentence"
        return Flaw("leans-on-previous", reason, 0.2)
    return None if quoted else _find_opening(text, language) or _find_pointer(text, language)


def _stands(text: str, language: str) -> bool:
    """Return whether such an opening leans on nothing all the same.

    "This week …"; or its pronoun stands for the clause behind it: "It is known that …".
    """
    kinds = ("standing", "expletive")
    return any(load_pattern("fluency", kind, language).match(text) for kind in kinds)


def _find_opening(text: str, language: str) -> Flaw | None:
    """Return a flaw where the first words name what only an earlier sentence tells."""
    for kind, says, severity in _OPENINGS:
        match = load_pattern("fluency", kind, language).match(text)
        if match:
            opening = match[0].strip().rstrip(",")
            return Flaw("leans-on-previous", f"“{opening}” {says} an earlier sentence", severity)
    return None


def _find_pointer(text: str, language: str) -> Flaw | None:
    """Return a flaw where the subject behind a short opening names what was said before."""
    match = _POINTS_BACK.match(text)
    nouns = load_words("fluency", "abstract_nouns", language)
    if not match or match["noun"].casefold() not in nouns:
        return None
    if match["word"].casefold() == "that" and _PLURAL.match(match["noun"]):
        return None
    reason = f"“{match['word']} {match['noun']}” refers to an earlier sentence"
    return Flaw("leans-on-previous", reason, 0.3)
