"""Near-duplicate spans put together: copies, abridged copies, re-translations, one quotation.

Candidates come from an index of pairs of rare stems, so the work grows with the number of spans
and not with its square; each candidate pair is then judged on its own (`likeness`), and two groups
become one only if no member of the one conflicts with a member of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from generator.models import Annotations, Article, Citation, Facts, Family
from generator.partition import Partition
from generator.selection.claims import Wordlists, load_wordlists
from generator.selection.likeness import is_conflicting, likeness
from generator.selection.units import Unit, split_units

ALIKE = 0.5
LOOSE = 0.25
"""What any two members must share: keeps a chain of likenesses from drifting."""
_RARE = 6  # stems of a unit that are indexed, two by two
_NEAR = 3  # units after it that a unit is paired with under one pair of stems
_COMPARED = 12  # members of each group that are compared when two groups meet


def group_families(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    facts: Facts,
    language: str,
) -> tuple[Family, ...]:
    """Return the families of two and more spans, in order of their first members."""
    units = split_units(articles, annotations, language)
    texts = {article.path: article for article in articles}
    groups = [part for part in _group_units(units, load_wordlists(language)) if len(part) > 1]
    families = [
        _build_family(group, texts)
        for group in _without_inner([[units[index] for index in group] for group in groups])
    ]
    return tuple(sorted(families, key=lambda family: family.members))


def _group_units(units: Sequence[Unit], lists: Wordlists) -> Iterator[tuple[int, ...]]:
    """Yield groups of indices of units that say the same."""
    partition = Partition(len(units))
    groups: dict[int, list[int]] = {}
    for index, first in enumerate(_first_equals(units)):
        partition.link(index, first)
        groups.setdefault(first, []).append(index)
    distinct = sorted(groups)
    members = {index: [index] for index in distinct}
    for one, other in _likely_pairs([units[index] for index in distinct], lists):
        low, high = sorted((partition.root(distinct[one]), partition.root(distinct[other])))
        if low != high and _may_meet(units, members[low], members[high], lists):
            partition.link(low, high)
            members[low] += members.pop(high)
    return partition.parts()


def _first_equals(units: Sequence[Unit]) -> list[int]:
    """Return for each unit the index of the first that has its words and speaker."""
    firsts: dict[tuple[str, tuple[str, ...]], int] = {}
    return [
        firsts.setdefault((unit.speaker, unit.claim.words), index)
        for index, unit in enumerate(units)
    ]


def _may_meet(
    units: Sequence[Unit], ones: Sequence[int], others: Sequence[int], lists: Wordlists
) -> bool:
    return all(
        not is_conflicting(units[one], units[other], lists)
        and likeness(units[one], units[other]) >= LOOSE
        for one in ones[:_COMPARED]
        for other in others[:_COMPARED]
    )


def _likely_pairs(units: Sequence[Unit], lists: Wordlists) -> list[tuple[int, int]]:
    """Return the pairs that say the same, surest first."""
    scored = []
    for one, other in _sharing_rare_stems(units):
        score = likeness(units[one], units[other])
        if score >= ALIKE and not is_conflicting(units[one], units[other], lists):
            scored.append((-round(score, 6), one, other))
    return [(one, other) for _, one, other in sorted(scored)]


def _sharing_rare_stems(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the pairs of units that share two of their rarest stems, each with its nearest."""
    frequency = Counter(stem for unit in units for stem in unit.claim.stems)
    order = sorted(frequency, key=lambda stem: (frequency[stem], stem))
    rank = {stem: place for place, stem in enumerate(order)}
    keys: list[int] = []
    owners: list[int] = []
    for index, unit in enumerate(units):
        shared = [rank[stem] for stem in unit.claim.stems if frequency[stem] > 1]
        rare = sorted(shared)[:_RARE]
        pairs = [one * len(order) + other for one, other in combinations(rare, 2)]
        keys += pairs
        owners += [index] * len(pairs)
    return _neighbours(np.array(keys, dtype=np.int64), np.array(owners, dtype=np.int64))


def _neighbours(keys: NDArray[np.int64], owners: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return the distinct pairs of owners that stand near one another under one key."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    found: set[tuple[int, int]] = set()
    for step in range(1, _NEAR + 1):
        same = keys[step:] == keys[:-step]
        ones, others = owners[:-step][same], owners[step:][same]
        found.update(zip(ones.tolist(), others.tolist(), strict=True))
    return sorted(found)


def _build_family(units: Sequence[Unit], articles: Mapping[str, Article]) -> Family:
    members = tuple(sorted(unit.citation for unit in units))
    shown = sorted(articles[member.path].show(member.span) for member in members)
    best = min(units, key=_order_to_print)
    return Family(
        id=sha256("\n".join(shown).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        members=members,
        representative=best.citation,
    )


def _order_to_print(unit: Unit) -> tuple[float, str, int, Citation]:
    """Return what puts the soundest first, then the earliest, then the most complete."""
    severity, date = unit.standing
    return round(severity, 6), date, -len(unit.claim.stems), unit.citation


def _without_inner(groups: Sequence[Sequence[Unit]]) -> Iterator[Sequence[Unit]]:
    """Yield the groups that are not merely the insides of one other group's sentences."""
    owners = {unit.citation: number for number, group in enumerate(groups) for unit in group}
    for number, group in enumerate(groups):
        around = {owners.get(unit.sentence) for unit in group}
        if around == {number} or len(around) > 1 or around == {None}:
            yield group
