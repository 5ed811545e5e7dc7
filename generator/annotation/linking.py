"""One entry for all spellings of a name, over one article or many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.fingerprints import fingerprint, formal, skeleton, slug
from generator.annotation.gazetteer import load_gazetteer
from generator.config import Entities
from generator.findings import Annotations, EntityMention
from generator.language import load_words

Key = tuple[str, ...]
_FAR_MORE = 4
_KINDS = ("person", "organisation", "place")
Named = tuple[str, str]
"""Kind and name, as found."""
Longer = Mapping[tuple[str, Key], Key]
"""By kind and name, the longer name that it is short for."""


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
    longer = _find_longer(counts)
    surnames, usual = _find_surnames(counts, longer), _find_usual_kinds(counts, longer)
    groups: dict[tuple[str, Key], list[Named]] = defaultdict(list)
    for kind, name in sorted(counts):
        print_ = fingerprint(name)
        if print_ in rules.deny:
            continue
        chosen = rules.merge.get(print_, name)
        print_ = fingerprint(chosen)
        settled = rules.kind.get(print_, usual.get(fingerprint(name), kind))
        print_ = longer.get((settled, print_), print_)
        if settled == "person" and (full := _find_full(print_, surnames)):
            print_ = fingerprint(rules.merge.get(full, " ".join(full)))
        groups[settled, _person_key(print_) if settled == "person" else print_].append((kind, name))
    return groups


def _find_full(name: Key, surnames: Mapping[str, Key]) -> Key | None:
    """Return the full name that a surname is of: "Aerde" and "Van Aerde" of Liesbeth van Aerde."""
    full = surnames.get(name[-1], name)
    if len(name) == 1:
        return full
    return full if _is_parted(name) and full[-len(name) :] == name else None


def _is_parted(name: Key) -> bool:
    """Return whether the name may be a surname with its particle: "Van Aerde"."""
    return len(name) > 1 and set(name[:-1]) <= set(load_words("en", "name_particles"))


def _find_usual_kinds(counts: Counter[Named], longer: Longer) -> dict[Key, str]:
    """Return the kind of each name that several are given to, where one is clearly its own.

    Two things seldom share a name of several words; a single word must be one far more often.
    """
    kinds: dict[Key, Counter[str]] = defaultdict(Counter)
    for (kind, name), count in sorted(counts.items()):
        kinds[fingerprint(name)][kind] += count
    for (kind, short), long in longer.items():
        kinds[short][kind] += kinds[long][kind]
    ranked = {
        name: sorted(found, key=lambda kind: (-found[kind], _KINDS.index(kind)))
        for name, found in kinds.items()
        if len(found) > 1
    }
    usual = {
        name: first
        for name, (first, other, *_) in ranked.items()
        if len(name) > 1 or kinds[name][first] >= _FAR_MORE * kinds[name][other]
    }
    return usual | _find_surnames_alone(counts, _find_surnames(counts, longer))


def _find_surnames_alone(counts: Counter[Named], surnames: Mapping[str, Key]) -> dict[Key, str]:
    """Return as persons what reads as bodies of one word, but is somebody's surname elsewhere.

    An article that names nobody in full gives no hint that "Tillerson said" is not "Acme said".
    """
    borne: Counter[Key] = Counter()
    for (kind, name), count in counts.items():
        borne[fingerprint(name)[-1:]] += count if kind == "person" and " " in name else 0
    return {
        fingerprint(name): "person"
        for (kind, name), count in counts.items()
        if kind == "organisation"
        and not name.isupper()
        and fingerprint(name)[0] in surnames
        and borne[fingerprint(name)] > count
        and " " not in name
    }


def _find_longer(counts: Iterable[Named]) -> Longer:
    """Return the one longer name that a short form stands for: Acme Motors, Moon Jae-in."""
    heads = {fingerprint(head)[0] for head in load_gazetteer("en").business_heads}
    found: dict[tuple[str, Key], set[Key]] = defaultdict(set)
    names = {(kind, fingerprint(name)) for kind, name in counts}
    for kind, name in counts:
        print_ = fingerprint(name)
        is_cut = kind == "person" and len(print_) > 2 and "-" in name.split()[-1]
        if is_cut or (kind == "organisation" and print_[-1] in heads):
            found[kind, print_[:-1]].add(print_)
    return {short: long.pop() for short, long in found.items() if len(long) == 1 and short in names}


def _find_surnames(names: Iterable[Named], longer: Longer) -> dict[str, Key]:
    """Return the one full name that each single word belongs to, where there is only one.

    The first of its words where it is a family's: another article's George is another George.
    """
    eastern = load_gazetteer("en").family_first
    full: dict[str, dict[Key, Key]] = defaultdict(dict)
    for kind, name in sorted(names):
        words = longer.get((kind, fingerprint(name)), fingerprint(name))
        if kind == "person" and len(words) > 1:
            for word in {words[0] if name.split()[0] in eastern else words[-1], words[-1]}:
                full[word].setdefault(_person_key(words), words)
    only = {word: _drop_parted(list(found.values())) for word, found in full.items()}
    return {word: found[0] for word, found in only.items() if len(found) == 1}


def _drop_parted(names: Sequence[Key]) -> Sequence[Key]:
    """Return the names without those that are the surname of another, with its particle."""
    tails = {name[-size:] for name in names for size in range(2, len(name))}
    return [name for name in names if not (_is_parted(name) and name in tails)]


def _person_key(words: Key) -> Key:
    """Return first and last name: middle names come and go, vowels differ between alphabets."""
    return (skeleton(formal(words[0])), words[-1]) if len(words) > 1 else words


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

    def is_full(name: str) -> bool:
        return len(name.split()) > 1 and not _is_parted(fingerprint(name))

    ranked = sorted((not is_full(name), -counts[kind, name], name) for kind, name in members)
    return ranked[0][2]
