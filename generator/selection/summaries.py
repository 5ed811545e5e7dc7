"""Which few sentences a page prints: within a budget, none that says but what another does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from generator.config import Budget
from generator.dossier import Statement, Summary
from generator.models import Citation
from generator.selection.candidates import Candidate
from generator.selection.claims import read_claim
from generator.selection.passages import Passage
from generator.selection.ranking import rank_sentences

_ORIGIN_BONUS = 0.3
"""What each doubling of the independent sources of a sentence adds to its weight."""
_UNCOUNTED = 0.4
"""Exponent of the length, in words, that a sentence's weight gets back where the budget counts
sentences, so that a longer one costs no more; set on the votes of `tests/quality/focus`."""
_FLAW_COST = 0.9
"""Share of its weight that the worst flaw takes from a sentence."""
_MOSTLY = 0.5
"""Share of what the shorter of two says from which it adds too little to the other."""
_MUCH = 5
"""Stems that are more than what all sentences are about. Both were set on the development clusters,
where neither costs any ROUGE."""


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a budget as sentences are chosen from `pool`."""

    pool: Sequence[Candidate]
    budget: Budget
    language: str
    pins: tuple[int, ...] = ()
    """Places in the pool that are taken from the start."""
    enough: int | None = None
    """Sentences beside which doubtful ones are no longer wanted; None fills the budget."""

    def admits(self, chosen: Sequence[int], index: int) -> bool:
        """Return whether the candidate at `index` may join those at `chosen`."""
        taken = (*self.pins, *chosen)
        if self.budget.sentences is not None and len(taken) >= self.budget.sentences:
            return False
        if index in taken or not self._fits(taken, index) or self._is_padding(taken, index):
            return False
        return not any(self._repeats(index, other) for other in taken)

    def _repeats(self, index: int, other: int) -> bool:
        """Return whether the two share a family, or the one says most of what the other does."""
        one, two = self.pool[index], self.pool[other]
        if not set(one.shared).isdisjoint(two.shared):
            return True
        said, others = (_read_said(candidate.text, self.language) for candidate in (one, two))
        return len(said & others) >= max(_MUCH, _MOSTLY * min(len(said), len(others)))

    def _is_padding(self, taken: Sequence[int], index: int) -> bool:
        return self.enough is not None and self.pool[index].tier > 0 and len(taken) >= self.enough

    def _fits(self, taken: Sequence[int], index: int) -> bool:
        if self.budget.words is None or not taken:
            return True
        return sum(count_words(self.pool[i]) for i in (*taken, index)) <= self.budget.words


def select_summary(
    pool: Sequence[Candidate],
    budget: Budget,
    ranker: str,
    language: str,
    enough: int | None = None,
) -> Summary:
    """Return the statements that fill `budget`, in reading order; `find_pool` makes the pool.

    Whole sentences, over the budget only where the first alone is; an editor's pinned sentences
    are all printed, and come out of the budget. Where `enough` are printed, doubtful ones no
    longer fill what is left of it.
    """
    pins = tuple(index for index, one in enumerate(pool) if one.pinned)
    terms = tuple(dict.fromkeys(term for one in pool for term in one.terms))
    room = Room(pool, budget, language, pins, enough)
    passages = _build_passages(pool, lengths_count=budget.words is not None)
    picks = rank_sentences(passages, ranker, language, room.admits, terms)
    scores = dict.fromkeys(pins, 1.0) | {pick.index: pick.score for pick in picks}
    ordered = sorted(scores, key=lambda index: pool[index].place)
    statements = tuple(build_statement(pool[index], scores[index]) for index in ordered)
    return Summary(statements, ranker, sum(count_words(pool[index]) for index in ordered))


def build_statement(candidate: Candidate, score: float = 0.0) -> Statement:
    """Return `candidate` as printed: its own citation, then one an article of its family."""
    family = candidate.family
    others: dict[str, Citation] = {}
    for member in family.members if family else ():
        if member.path != candidate.article:
            others.setdefault(member.path, member)
    return Statement(
        id=candidate.sentence.id,
        text=candidate.text,
        citations=(candidate.citation, *others.values()),
        family=family.id if family else None,
        origins=len(candidate.origins),
        articles=1 + len(others),
        score=round(score, 6),
        flaws=candidate.flaws,
    )


def count_words(candidate: Candidate) -> int:
    """Return how many white-space separated words the candidate prints."""
    return len(candidate.text.split())


def _build_passages(pool: Sequence[Candidate], *, lengths_count: bool) -> list[Passage]:
    """Return the candidates as a ranker sees them."""
    places = {(one.article, one.index): place for place, one in enumerate(pool) if not one.silent}
    articles = {path: number for number, path in enumerate(dict.fromkeys(c.article for c in pool))}
    origins = {name: number for number, name in enumerate(dict.fromkeys(c.origin for c in pool))}
    return [
        Passage(
            text=one.text,
            article=articles[one.article],
            position=one.position,
            origin=origins[one.origin],
            weight=_weigh(one) * (1 if lengths_count else count_words(one) ** _UNCOUNTED),
            after=places.get((one.article, one.index - 1)) if one.leans else None,
            tier=one.tier,
            silent=one.silent,
        )
        for one in pool
    ]


@lru_cache(maxsize=10_000)
def _read_said(text: str, language: str) -> frozenset[str]:
    """Return the stems of what a sentence says of those it names."""
    claim = read_claim(text, language)
    return claim.stems.difference(claim.names)


def _weigh(candidate: Candidate) -> float:
    """Return what speaks for a candidate besides its words, as a factor."""
    support = 1 + _ORIGIN_BONUS * log2(max(1, len(candidate.origins)))
    return candidate.relevance**2 * support * (1 - _FLAW_COST * candidate.severity)
