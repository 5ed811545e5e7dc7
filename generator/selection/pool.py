"""Which candidates may compete: sound before flawed, one for all that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.config import EditorEntry
from generator.models import Citation, Flaw
from generator.selection.candidates import Candidate

LEANS = Flaw("leans-on-previous", "It leans on a sentence that is not printed here.", 0.5)


def find_pool(
    candidates: Sequence[Candidate], editor: Sequence[EditorEntry] = ()
) -> tuple[Candidate, ...]:
    """Return the candidates that compete for a summary, in the order given.

    Those an editor pinned are in, those hidden are out. Flawed ones are in only where no sound
    one is left, and then a sentence that leans on one missing here is flawed too.
    """
    shown = [one for one in candidates if not is_named(one, editor, "hide")]
    pins = frozenset(one.citation for one in shown if is_named(one, editor, "pin"))
    clean = [one for one in shown if not one.flaws or one.citation in pins]
    upright = _mark_leaning(_drop_repeats(clean, pins))
    sound = [one for one in upright if LEANS not in one.flaws or one.citation in pins]
    return tuple(sound or _mark_leaning(_drop_repeats(shown, pins)))


def is_named(candidate: Candidate, editor: Sequence[EditorEntry], do: str) -> bool:
    """Return whether an editor's entry says to `do` this to the candidate."""
    return any(
        entry.do == do and entry.sentence and candidate.sentence.id.startswith(entry.sentence)
        for entry in editor
    )


def _drop_repeats(candidates: Sequence[Candidate], pins: frozenset[Citation]) -> list[Candidate]:
    """Return the best candidate of each family and of each equal text, in the order given."""
    best: dict[str, Candidate] = {}
    for one in sorted(candidates, key=lambda one: (one.citation not in pins, _rank_wording(one))):
        best.setdefault(one.family.id if one.family else one.text.casefold(), one)
    kept = {one.citation for one in best.values()}
    return [one for one in candidates if one.citation in kept]


def _rank_wording(candidate: Candidate) -> tuple[float, bool, float, bool, tuple[str, str, int]]:
    """Return the sort key by which the wording to print is found; lower is better."""
    family = candidate.family
    return (
        candidate.severity,
        candidate.sentence.leans_on_previous,
        -candidate.relevance,
        family is not None and family.representative != candidate.citation,
        candidate.place,
    )


def _mark_leaning(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, flawed where the sentence that one leans on cannot be printed."""
    standing: set[tuple[str, int]] = set()
    marked: list[Candidate] = []
    for one in candidates:
        leans = one.sentence.leans_on_previous and (one.article, one.index - 1) not in standing
        marked.append(replace(one, flaws=(*one.flaws, LEANS)) if leans else one)
        if not leans:
            standing.add((one.article, one.index))
    return marked
