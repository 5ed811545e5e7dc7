"""Which candidates may compete: sound before flawed, one for all that say the same.

The others stay in the pool as silent ones: they count as something that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.config import EditorEntry
from generator.models import Citation, Flaw
from generator.selection.candidates import Candidate

LEANING = frozenset({"leans-on-previous", "inside-quotation"})
"""Flaws of a sentence that are none right after the sentence before it."""
_LEANS = Flaw("leans-on-previous", "it refers to a sentence that is not printed before it", 0.3)


def find_pool(
    candidates: Sequence[Candidate], editor: Sequence[EditorEntry] = ()
) -> tuple[Candidate, ...]:
    """Return the candidates that an editor has not hidden, silent where they may not be printed.

    Flawed ones may be printed only where no sound one is left, or where an editor pinned them;
    they keep those flaws only that show.
    """
    shown = [one for one in candidates if not is_named(one, editor, "hide")]
    pins = frozenset(one.citation for one in shown if is_named(one, editor, "pin"))

    def is_sound(one: Candidate) -> bool:
        return one.citation in pins or LEANING.issuperset(flaw.name for flaw in one.flaws)

    sound = _find_standing(_drop_repeats(filter(is_sound, shown), pins), pins.__contains__)
    printed = sound or _find_standing(_drop_repeats(shown, pins), lambda _: True)
    return tuple(printed.get(one.citation, replace(one, silent=True)) for one in shown)


def is_named(candidate: Candidate, editor: Sequence[EditorEntry], do: str) -> bool:
    """Return whether an editor's entry says to `do` this to the candidate."""
    return any(
        entry.do == do and entry.sentence and candidate.sentence.id.startswith(entry.sentence)
        for entry in editor
    )


def _drop_repeats(candidates: Iterable[Candidate], pins: frozenset[Citation]) -> list[Candidate]:
    """Return the best candidate of each family and of each equal text, in the order given."""
    offered = list(candidates)
    best: dict[str, Candidate] = {}
    for one in sorted(offered, key=lambda one: (one.citation not in pins, _rank_wording(one))):
        best.setdefault(one.family.id if one.family else one.text.casefold(), one)
    kept = {one.citation for one in best.values()}
    return [one for one in offered if one.citation in kept]


def _rank_wording(candidate: Candidate) -> tuple[float, bool, float, bool, tuple[str, str, int]]:
    """Return the sort key by which the wording to print is found; lower is better."""
    family = candidate.family
    return (
        candidate.severity,
        candidate.leans,
        -candidate.relevance,
        family is not None and family.representative != candidate.citation,
        candidate.place,
    )


def _find_standing(
    candidates: Sequence[Candidate], may_fall: Callable[[Citation], bool]
) -> dict[Citation, Candidate]:
    """Return the candidates by citation, freed of flaws that the sentence before them mends.

    One that leans on a sentence that is not there is left out unless `may_fall`; then it is
    flawed for it.
    """
    standing: dict[Citation, Candidate] = {}
    places: set[tuple[str, int]] = set()
    for one in candidates:
        mended = tuple(flaw for flaw in one.flaws if flaw.name not in LEANING)
        if not one.leans or (one.article, one.index - 1) in places:
            standing[one.citation] = replace(one, flaws=mended)
            places.add((one.article, one.index))
        elif may_fall(one.citation):
            named = len(mended) < len(one.flaws)
            standing[one.citation] = one if named else replace(one, flaws=(*mended, _LEANS))
    return standing
