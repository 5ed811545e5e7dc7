"""What a single article says besides the sentences that are sure to be about a topic.

A summary asked of one article is filled up with it: first with what uses the topic's words, then
with the rest. Among many articles such sentences are likely to be about something else, and they
never stand as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.config import Topic
from generator.language import stem_words
from generator.selection.candidates import Candidate

_WORDS, _REST = 1, 4
"""Tiers: after the sure sentences, and after the flawed ones among these too."""
_BESIDE = 0.1
"""Relevance of a sentence without any of the topic's words."""


def add_context(
    sure: Sequence[Candidate], everything: Sequence[Candidate], topic: Topic, language: str
) -> tuple[Candidate, ...]:
    """Return `everything`, in its order, with each candidate in its tier.

    Nothing where not a sentence has to do with the topic.
    """
    known = {one.citation: one for one in sure}
    weights = {term.term: term.weight for term in topic.terms}
    stems = _stem_terms(weights, language)
    excluded = _stem_terms(topic.excluded, language)
    ranked: list[Candidate] = []
    for one in everything:
        words = frozenset(stem_words(one.text, language))
        held = () if _find_held(excluded, words) else _find_held(stems, words)
        relevance = round(1 - 2.0 ** -sum(weights[term] for term in held), 6) or _BESIDE
        other = replace(one, relevance=relevance, terms=held, tier=_WORDS if held else _REST)
        ranked.append(known.get(one.citation, other))
    return tuple(ranked) if any(one.tier < _REST for one in ranked) else ()


def _stem_terms(terms: Iterable[str], language: str) -> dict[str, frozenset[str]]:
    """Return the stems of each term; a term of stop words alone has none and is left out."""
    stems = {term: frozenset(stem_words(term, language)) for term in terms}
    return {term: words for term, words in stems.items() if words}


def _find_held(terms: dict[str, frozenset[str]], words: frozenset[str]) -> tuple[str, ...]:
    return tuple(term for term, stems in terms.items() if stems <= words)
