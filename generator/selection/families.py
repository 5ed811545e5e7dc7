"""Near-duplicate spans put together: copies, abridged copies, re-translations, one quotation.

Pairs that may say the same come from an index (`pair_index`); each is then judged on its own
(`sureness`), and two groups become one only if no member of the one conflicts with a member of the
other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from generator.findings import Annotations, Facts, Family
from generator.models import Article, Citation
from generator.partition import Partition
from generator.selection.likeness import (
    LOOSE,
    Rarity,
    find_least,
    likeness,
    measure_rarity,
)
from generator.selection.pair_index import pair_up
from generator.selection.sureness import sureness
from generator.selection.units import Unit, split_units
from generator.selection.vetoes import is_conflicting
from generator.selection.wordlists import Wordlists, load_wordlists

SUPPORTED = 0.6
"""Share of its stems that half of the members must have for a member to be printed for all."""
FILLED = 0.6
"""Share of a sentence from which its quotation is what it says."""
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
    parts = _group_units(units, load_wordlists(language))
    groups = [_one_a_sentence([units[index] for index in part]) for part in parts if len(part) > 1]
    families = [
        _build_family(group, texts)
        for group in _without_doubles([group for group in groups if len(group) > 1])
    ]
    return tuple(sorted(families, key=lambda family: family.members))


def _group_units(units: Sequence[Unit], lists: Wordlists) -> Iterator[tuple[int, ...]]:
    """Yield groups of indices of units that say the same."""
    partition = Partition(len(units))
    groups: dict[int, list[int]] = {}
    for index, first in enumerate(_first_equals(units)):
        partition.link(index, first)
        groups.setdefault(first, []).append(index)
    distinct = [units[index] for index in sorted(groups)]
    rarity = measure_rarity(distinct)
    members = {index: [units[index]] for index in groups}
    places = sorted(groups)
    for one, other in _likely_pairs(distinct, lists, rarity):
        low, high = sorted((partition.root(places[one]), partition.root(places[other])))
        if low != high and _may_meet(members[low], members[high], lists, rarity):
            partition.link(low, high)
            members[low] += members.pop(high)
    return partition.parts()


def _one_a_sentence(units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units without those of a sentence that is there: it does not say itself again."""
    firsts: dict[Citation, Unit] = {}
    for unit in units:
        firsts.setdefault(unit.sentence, unit)
    return tuple(firsts.values())


def _first_equals(units: Sequence[Unit]) -> list[int]:
    """Return for each unit the index of the first that has its words and speaker.

    A sentence that is all but an attribution is not its own quotation.
    """
    firsts: dict[tuple[object, ...], int] = {}
    return [
        firsts.setdefault(
            (unit.speaker, unit.tellers, unit.holds_quotation, unit.claim.words), index
        )
        for index, unit in enumerate(units)
    ]


def _may_meet(
    ones: Sequence[Unit], others: Sequence[Unit], lists: Wordlists, rarity: Rarity
) -> bool:
    if len(ones) == len(others) == 1:  # the pair that brought the two together
        return True
    return all(
        not is_conflicting(one, other, lists) and likeness(one, other, rarity, LOOSE) >= LOOSE
        for one in ones[:_COMPARED]
        for other in others[:_COMPARED]
    )


def _likely_pairs(units: Sequence[Unit], lists: Wordlists, rarity: Rarity) -> list[tuple[int, int]]:
    """Return the pairs that say the same, surest first."""
    scored = []
    least = find_least(sum(unit.citation == unit.sentence for unit in units))
    for one, other in pair_up(units):
        score = sureness(units[one], units[other], lists, rarity)
        if score >= least:
            scored.append((-round(score, 6), one, other))
    return [(one, other) for _, one, other in sorted(scored)]


def _build_family(units: Sequence[Unit], articles: Mapping[str, Article]) -> Family:
    members = tuple(sorted(unit.citation for unit in units))
    shown = sorted(articles[member.path].show(member.span) for member in members)
    return Family(
        id=sha256("\n".join(shown).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        members=members,
        core=tuple(sorted(unit.citation for unit in _core(units))),
    )


def _core(units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the members that say little but what half of all say; all where there is no such one.

    A long sentence that holds what the others say also says what they do not: printed with their
    number, it would seem to be said by all.
    """
    spread = Counter(stem for unit in units for stem in unit.claim.stems)
    usual = {stem for stem, count in spread.items() if count >= max(2, len(units) / 2)}
    core = [
        unit for unit in units if len(unit.claim.stems & usual) >= SUPPORTED * len(unit.claim.stems)
    ]
    return core or units


def _without_doubles(groups: Sequence[Sequence[Unit]]) -> Iterator[Sequence[Unit]]:
    """Yield the groups without those that double another: sentences, and their quotations.

    Where the quotations are but a part of what the sentences say, they are what is the same.
    """
    owners = {unit.citation: number for number, group in enumerate(groups) for unit in group}
    doubled: set[int] = set()
    for number, group in enumerate(groups):
        outer = owners.get(group[0].sentence, number)
        if outer != number and {owners.get(unit.sentence) for unit in group} == {outer}:
            whole = len(group) < len(groups[outer]) or _fill_sentences(group, groups[outer])
            doubled.add(number if whole else outer)
    yield from (group for number, group in enumerate(groups) if number not in doubled)


def _fill_sentences(quotations: Sequence[Unit], sentences: Sequence[Unit]) -> bool:
    """Return whether the sentences say little besides the quotations, or are all alike."""
    if len({unit.claim.words for unit in sentences}) == 1:
        return True
    return all(_length(unit.citation) >= FILLED * _length(unit.sentence) for unit in quotations)


def _length(place: Citation) -> int:
    return place.span.end - place.span.start
