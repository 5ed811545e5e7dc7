"""One entry for all spellings of a name, over one article or many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.fingerprints import fingerprint, skeleton, slug
from generator.config import Entities
from generator.findings import Annotations, EntityMention

Key = tuple[str, ...]
_FAR_MORE = 4
Named = tuple[str, str]
"""Kind and name, as found."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings' corrections, by fingerprint."""

    merge: Mapping[Key, str]
    deny: frozenset[Key]
    kind: Mapping[Key, str]
    rename: Mapping[Key, str]


def link_entities(
    mentions: Mapping[str, Sequence[EntityMention]], settings: Entities
) -> dict[str, tuple[EntityMention, ...]]:
    """Return the mentions by path with one id and one name for all spellings of a name."""
    rules = _read_rules(settings)
    counts = Counter((m.kind, m.name) for path in sorted(mentions) for m in mentions[path])
    entries = _name_entries(_group_names(counts, rules), counts, rules)
    return {
        path: tuple(
            replace(mention, id=entry.id, name=entry.name, kind=entry.kind)
            for mention in found
            if (entry := entries.get((mention.kind, mention.name)))
        )
        for path, found in mentions.items()
    }


def link_annotations(
    annotations: Mapping[str, Annotations], settings: Entities
) -> dict[str, Annotations]:
    """Return the annotations with names, and the speakers among them, linked over all articles."""
    before = {path: note.entities for path, note in annotations.items()}
    after = link_entities(before, settings)
    return {path: _relink(note, after[path]) for path, note in annotations.items()}


def _relink(note: Annotations, linked: Sequence[EntityMention]) -> Annotations:
    names = {mention.span: mention.name for mention in linked}
    new = {old.name: names[old.span] for old in note.entities if old.span in names}
    quotations = tuple(
        replace(quote, speaker=new.get(quote.speaker or "", quote.speaker))
        for quote in note.quotations
    )
    return replace(note, entities=tuple(linked), quotations=quotations)


@dataclass(frozen=True, slots=True)
class Entry:
    """What all mentions of one name share."""

    id: str
    name: str
    kind: str


def _read_rules(settings: Entities) -> Rules:
    return Rules(
        merge={
            fingerprint(alias): name
            for name, aliases in settings.merge.items()
            for alias in (name, *aliases)
        },
        deny=frozenset(fingerprint(name) for name in settings.deny),
        kind={fingerprint(name): kind for name, kind in settings.kind.items()},
        rename={fingerprint(name): new for name, new in settings.rename.items()},
    )


def _group_names(counts: Counter[Named], rules: Rules) -> dict[tuple[str, Key], list[Named]]:
    """Return the names as found by the key of their entry."""
    surnames = _find_surnames(counts)
    groups: dict[tuple[str, Key], list[Named]] = defaultdict(list)
    usual = _find_usual_kinds(counts)
    for kind, name in sorted(counts):
        print_ = fingerprint(name)
        if print_ in rules.deny:
            continue
        chosen = rules.merge.get(print_, name)
        print_ = fingerprint(chosen)
        settled = rules.kind.get(print_, usual.get(fingerprint(name), kind))
        if settled == "person" and len(print_) == 1:
            print_ = surnames.get(print_[0], print_)
            print_ = fingerprint(rules.merge.get(print_, " ".join(print_)))
        groups[settled, _person_key(print_) if settled == "person" else print_].append((kind, name))
    return groups


def _find_usual_kinds(counts: Counter[Named]) -> dict[Key, str]:
    """Return the kind of each name that several are given to, where one is far more usual."""
    kinds: dict[Key, Counter[str]] = defaultdict(Counter)
    for (kind, name), count in sorted(counts.items()):
        kinds[fingerprint(name)][kind] += count
    ranked = {name: found.most_common(2) for name, found in kinds.items() if len(found) > 1}
    return {
        name: first[0]
        for name, (first, other) in ranked.items()
        if first[1] >= _FAR_MORE * other[1]
    }


def _find_surnames(names: Iterable[Named]) -> dict[str, Key]:
    """Return the one full name that each single word belongs to, where there is only one."""
    full: dict[str, dict[Key, Key]] = defaultdict(dict)
    for kind, name in sorted(names):
        words = fingerprint(name)
        if kind == "person" and len(words) > 1:
            for word in {words[0], words[-1]}:
                full[word].setdefault(_person_key(words), words)
    return {word: next(iter(found.values())) for word, found in full.items() if len(found) == 1}


def _person_key(words: Key) -> Key:
    """Return first and last name: middle names come and go, vowels differ between alphabets."""
    return (skeleton(words[0]), words[-1]) if len(words) > 1 else words


def _name_entries(
    groups: Mapping[tuple[str, Key], Sequence[Named]], counts: Counter[Named], rules: Rules
) -> dict[Named, Entry]:
    entries = {}
    for (kind, _), members in groups.items():
        chosen = [new for _, name in members if (new := rules.merge.get(fingerprint(name)))]
        name = min(chosen) if chosen else _best_name(members, counts)
        alike = [m for _, m in members if len(m.split()) == len(name.split())]
        stable = slug(name) if chosen else min(slug(member) for member in alike)
        shown = rules.rename.get(fingerprint(name), name)
        for member in members:
            entries[member] = Entry(f"{kind}-{stable}", shown, kind)
    return entries


def _best_name(members: Sequence[Named], counts: Counter[Named]) -> str:
    """Return the fullest usual spelling: several words before one, then the most frequent."""
    ranked = sorted((-(len(name.split()) > 1), -counts[kind, name], name) for kind, name in members)
    return ranked[0][2]
