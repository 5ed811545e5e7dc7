"""Where accounts differ: both sides verbatim, in order of publication, without a verdict."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.dossier import Disagreement, Side
from generator.partition import Partition
from generator.selection.account_words import load_account_words
from generator.selection.accounts import Account, read_accounts
from generator.selection.candidates import Corpus
from generator.selection.conflicts import Conflict
from generator.selection.contraries import find_date_conflicts, find_opposites
from generator.selection.corrected_counts import find_corrected
from generator.selection.denial_conflicts import find_denials
from generator.selection.quantity_conflicts import find_quantity_conflicts
from generator.selection.summaries import build_statement
from generator.selection.wordlists import load_wordlists

_LONGEST_SUBJECT = 7
"""Words of a subject that names a thing."""
_MOST = 4
"""Figures that accounts of one thing have at the most."""


def find_disagreements(corpus: Corpus, language: str = "en") -> tuple[Disagreement, ...]:
    """Return the disagreements of the corpus, those first that most articles take part in."""
    words = load_account_words(language)
    if words is None:
        return ()
    accounts = read_accounts(corpus, words, language)
    lists = load_wordlists(language)
    conflicts = [
        *find_denials(accounts, words, lists, language),
        *find_quantity_conflicts(accounts, words, language),
        *find_corrected(accounts, words.counts, language),
        *find_opposites(accounts, words, lists),
        *find_date_conflicts(accounts, language),
    ]
    groups = (group for group in _group_conflicts(conflicts, accounts) if not _is_pattern(group))
    return tuple(sorted((_build_disagreement(g, accounts) for g in groups), key=_rank_row))


def _is_pattern(group: Sequence[Conflict]) -> bool:
    """Return whether so many figures differ that they are of many things told in the same words.

    What happened to the people of an event may be counted anew every day.
    """
    keys = {key for conflict in group for key in conflict.keys}
    counts = group[0].kind == "quantity" and not any(conflict.is_outcome for conflict in group)
    return counts and len(keys) > _MOST


def _group_conflicts(
    conflicts: Sequence[Conflict], accounts: Sequence[Account]
) -> Iterator[list[Conflict]]:
    """Yield the conflicts of one kind that share a saying, directly or by others."""
    ends = [list(_find_ends(conflict, accounts)) for conflict in conflicts]
    nodes = sorted({node for own in ends for node in own})
    places = {node: place for place, node in enumerate(nodes)}
    partition = Partition(len(nodes))
    for first, *others in ends:
        for other in others:
            partition.link(places[first], places[other])
    groups: defaultdict[int, list[Conflict]] = defaultdict(list)
    for conflict, (first, *_) in zip(conflicts, ends, strict=True):
        groups[partition.root(places[first])].append(conflict)
    yield from groups.values()


def _find_ends(conflict: Conflict, accounts: Sequence[Account]) -> Iterator[tuple[str, str, str]]:
    """Yield what a conflict is linked by: its two sayings, and the event if it is of all of it."""
    for index in (conflict.one, conflict.other):
        yield conflict.kind, conflict.topic, _name_saying(accounts[index])
    if conflict.is_whole:
        yield conflict.kind, conflict.topic, ""


def _name_saying(account: Account) -> str:
    """Return what is the same for all that say the same: their family, or the sentence alone."""
    candidate = account.candidate
    return candidate.family.id if candidate.family else f"{candidate.article}#{candidate.index}"


def _build_disagreement(group: Sequence[Conflict], accounts: Sequence[Account]) -> Disagreement:
    members: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for conflict in group:
        ends = zip(conflict.keys, (conflict.one, conflict.other), conflict.claims, strict=True)
        for key, index, claim in ends:
            members[key].setdefault(index, claim)
    sides = _without_repeated(list(members.values()))
    ordered = sorted(sides, key=lambda side: _rank_side(side, accounts))
    ids = sorted({accounts[index].candidate.sentence.id for side in ordered for index in side})
    return Disagreement(
        id=hashlib.sha256(" ".join([group[0].kind, *ids]).encode()).hexdigest()[:12],
        kind=group[0].kind,
        subject=_choose_subject(group),
        sides=tuple(_build_side(side, accounts) for side in ordered),
    )


def _choose_subject(group: Sequence[Conflict]) -> str:
    """Return the longest of the short subjects, which says most and still is a heading."""
    subjects = [conflict.subject for conflict in group]
    short = [subject for subject in subjects if len(subject.split()) <= _LONGEST_SUBJECT]
    return max(short, key=lambda subject: len(subject.split()), default=subjects[0])


def _without_repeated(sides: Sequence[dict[int, str]]) -> list[dict[int, str]]:
    """Return the sides with what holds two of them, as "which he denies", on the first alone.

    Where another side would be left empty it stands there, and where both would, it is the row.
    """
    kept = list(sides)
    for place, other in combinations(range(len(kept)), 2):
        both = kept[place].keys() & kept[other].keys()
        emptied = next((at for at in (other, place) if kept[at].keys() - both), other)
        kept[emptied] = {i: claim for i, claim in kept[emptied].items() if i not in both}
    return [side for side in kept if side]


def _rank_side(side: Mapping[int, str], accounts: Sequence[Account]) -> tuple[str, str, int]:
    return min(accounts[index].candidate.place for index in side)


def _build_side(side: Mapping[int, str], accounts: Sequence[Account]) -> Side:
    """Return one side, what several articles say once, in order of publication."""
    ordered = sorted(side, key=lambda index: accounts[index].candidate.place)
    firsts: dict[str, int] = {}
    for index in ordered:
        firsts.setdefault(_name_saying(accounts[index]), index)
    statements = tuple(build_statement(accounts[index].candidate) for index in firsts.values())
    return Side(side[ordered[0]], statements)


def _rank_row(row: Disagreement) -> tuple[int, str, int]:
    """Rank by how many articles take part, then by place."""
    first = row.sides[0].statements[0].citations[0]
    paths = {c.path for side in row.sides for s in side.statements for c in s.citations}
    return -len(paths), first.path, first.span.start
