"""Which candidates may compete: sound before flawed, one for all that say the same.

The others stay in the pool as silent ones: they count as something that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from generator.config import EditorEntry
from generator.models import Citation, Flaw
from generator.selection.candidates import Candidate, Place

LEANING = frozenset({"leans-on-previous", "inside-quotation"})
"""Flaws of a sentence that are none right after the sentence before it."""
_LEANS = Flaw("leans-on-previous", "it refers to a sentence that is not printed before it", 0.3)

_HOPELESS = 0.7
"""Severity from which a sentence does not even fill what sound ones leave: a scrap, a link, a
speaker's words without the speaker."""
_FLAWED = 2
"""Tiers by which a flawed sentence comes after the sound ones, doubtful ones included."""


def find_pool(
    candidates: Sequence[Candidate], editor: Sequence[EditorEntry] = (), *, fill: bool = False
) -> tuple[Candidate, ...]:
    """Return the candidates that an editor has not hidden, silent where they may not be printed.

    Flawed ones may be printed only where no sound one is left, or an editor pinned them, or to
    `fill` what the sound ones leave of a budget.
    """
    shown = [
        replace(one, pinned=_is_named(one, editor, "pin"))
        for one in candidates
        if not _is_named(one, editor, "hide")
    ]
    printed = _find_standing(_drop_repeats([one for one in shown if _may_be_sound(one)]))
    if fill or not printed:
        offered = [one for one in shown if not printed or one.severity < _HOPELESS or one.pinned]
        printed = _find_standing(_drop_repeats(offered, printed), flawed=True)
    return tuple(printed.get(one.citation, replace(one, silent=True)) for one in shown)


def _is_named(candidate: Candidate, editor: Sequence[EditorEntry], do: str) -> bool:
    """Return whether an editor's entry says to `do` this to the candidate."""
    return any(
        entry.do == do and entry.sentence and candidate.sentence.id.startswith(entry.sentence)
        for entry in editor
    )


def _may_be_sound(candidate: Candidate) -> bool:
    return candidate.pinned or LEANING.issuperset(flaw.name for flaw in candidate.flaws)


def _drop_repeats(
    candidates: Sequence[Candidate], preferred: Collection[Citation] = ()
) -> list[Candidate]:
    """Return the best candidate of each family and of each equal text, in the order given."""
    best: dict[str, Candidate] = {}
    for one in sorted(candidates, key=lambda one: (one.citation not in preferred, _rank(one))):
        best.setdefault(one.family.id if one.family else one.text.casefold(), one)
    kept = {one.citation for one in best.values()}
    return [one for one in candidates if one.citation in kept]


def _rank(candidate: Candidate) -> tuple[bool, float, bool, bool, float, int, Place]:
    """Return the sort key by which the wording to print is found; lower is better."""
    family, shared = candidate.family, len(candidate.origins) > 1
    return (
        not candidate.pinned,
        candidate.severity,
        candidate.leans,
        # printed with the number of its origins, it must say what they say
        shared and family is not None and candidate.citation not in family.core,
        -candidate.relevance,
        candidate.position,
        candidate.place,
    )


def _find_standing(
    candidates: Iterable[Candidate], *, flawed: bool = False
) -> dict[Citation, Candidate]:
    """Return the candidates by citation, freed of flaws that the sentence before them mends.

    One that leans on a sentence that is not there is left out, unless pinned or `flawed` ones
    are welcome; then it is flawed for it.
    """
    standing: dict[Citation, Candidate] = {}
    places: set[tuple[str, int]] = set()
    for one in candidates:
        upright = not one.leans or (one.article, one.index - 1) in places
        if upright or flawed or one.pinned:
            standing[one.citation] = _mend(one, upright)
        if upright:
            places.add((one.article, one.index))
    return standing


def _mend(candidate: Candidate, upright: bool) -> Candidate:
    """Return the candidate with the flaws that show where it is printed."""
    flaws = tuple(flaw for flaw in candidate.flaws if flaw.name not in LEANING)
    if not upright:
        flaws = candidate.flaws if len(flaws) < len(candidate.flaws) else (*flaws, _LEANS)
    return replace(candidate, flaws=flaws, tier=candidate.tier + (_FLAWED if flaws else 0))
