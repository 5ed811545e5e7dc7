"""Kinds of names: hints of all mentions in an article added up, surnames led to full names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.fingerprints import fingerprint
from generator.annotation.gazetteer import Gazetteer
from generator.annotation.grammar import Word
from generator.annotation.names import Candidate, NameReader, spell

Parts = tuple[str, ...]
_FAR_MORE = 4
_TITLED = 3
"""Hints that a title before a name, or an age behind it, leaves."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate with what the words around it suggest."""

    candidate: Candidate
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a name is taken to be throughout an article."""

    kind: str
    name: str


def find_sightings(words: Sequence[Word], reader: NameReader) -> Iterator[Sighting]:
    """Return the candidates of one sentence with their hints."""
    places = {word.start: index for index, word in enumerate(words)}
    for candidate in reader.find_candidates(words):
        at = places[candidate.words[0].start]
        to = places[candidate.words[-1].start] + 1
        hints = (
            *candidate.hints,
            *_hints_before(words, at, to, reader),
            *_hints_after(words, to, reader),
        )
        yield Sighting(candidate, hints)


def _hints_before(words: Sequence[Word], at: int, to: int, reader: NameReader) -> Iterator[str]:
    """Yield the kinds suggested by the word before the name."""
    if at == 0:
        return
    word, gazetteer = words[at - 1], reader.gazetteer
    if word.low in gazetteer.bodies:
        yield from ("organisation", "organisation")
    elif word.low in reader.grammar.roles and word.text.islower():
        yield from ("person", "person")
    elif word.low in gazetteer.place_prepositions and to - at <= 2:
        yield from ("place", "place")
    elif word.low in gazetteer.weak_prepositions and to - at <= 2:
        yield "toward"
    elif word.low == "of" and at > 1:
        yield from _hints_tied(words[at - 2], gazetteer)
    elif word.text == "," and at > 1 and words[at - 2].low in reader.grammar.roles:
        yield "person"
    elif word.low in gazetteer.place_nouns and word.text.islower():
        yield "place"
    elif word.low in reader.says_itself:
        yield "speaker"


def _hints_tied(word: Word, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what "city of" and "director of" say about the name behind them."""
    if word.low in gazetteer.place_nouns:
        yield from ("place",) * 3
    elif word.low in gazetteer.offices:
        yield "organisation"


def _hints_after(words: Sequence[Word], to: int, reader: NameReader) -> Iterator[str]:
    """Yield the kinds suggested by the words behind the name."""
    if to >= len(words):
        return
    word, later = words[to], words[to + 1 : to + 3]
    if word.text == "," and later:
        yield from _hints_apposed(words, to + 1, reader)
    elif word.low in reader.says:
        yield "speaker"
    elif word.low == "who":
        yield from ("person", "person")
    elif word.low in reader.gazetteer.organisation_company:
        yield "organisation"
    elif word.text in reader.located:
        yield "place"


def _hints_apposed(words: Sequence[Word], at: int, reader: NameReader) -> Iterator[str]:
    word = words[at]
    last = words[at + 1] if at + 1 < len(words) else word
    known = reader.find_known(words, at)
    if word.text.isdigit() and len(word.text) == 2 and last.is_mark:
        yield from ("person",) * 3
    elif word.low == "who" or _is_apposed(word, last, reader):
        yield from ("person", "person")
    elif word.low in reader.grammar.determiners and _names_person(words[at + 1 : at + 4], reader):
        yield "person"
    elif known and known[0].kind == "place":
        behind = words[known[1] : known[1] + 5]
        is_office = words[known[1] - 1].is_possessive and _names_person(behind, reader)
        yield from ("person",) if is_office else ("place", "place")


def _is_apposed(word: Word, later: Word, reader: NameReader) -> bool:
    """Return whether a noun tells what the name before is: not in "In Riverton, mayor Ann Reed"."""
    return word.low in reader.grammar.roles and word.text.islower() and not later.is_capital


def _names_person(words: Sequence[Word], reader: NameReader) -> bool:
    """Return whether a noun for a person, not for a body, is among `words`."""
    return any(
        w.low in reader.grammar.roles and w.low not in reader.gazetteer.bodies for w in words
    )


def settle_kinds(sightings: Iterable[Sighting], reader: NameReader) -> Mapping[Parts, Verdict]:
    """Return for each name of an article its kind and full spelling, doubtful ones left out."""
    seen: dict[Parts, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        seen[sighting.candidate.parts].append(sighting)
    verdicts = {parts: found for parts, group in seen.items() if (found := _settle(group, reader))}
    persons = {
        parts: v.name for parts, v in verdicts.items() if v.kind == "person" and len(parts) > 1
    }
    verdicts |= _settle_surnames(seen, persons, reader.gazetteer.family_first)
    verdicts |= _settle_companies(seen, verdicts, reader)
    verdicts |= _settle_acronyms(seen, verdicts, reader)
    return verdicts


def _settle(group: Sequence[Sighting], reader: NameReader) -> Verdict | None:
    """Return what all mentions of one spelling make of it."""
    first = group[0].candidate
    name = first.name or spell(first.words)
    if first.kind:
        return Verdict(first.kind, name)
    if first.words[-1].text.isdigit() or len(name) < 3 or reader.ends_in_none(first.words):
        return None
    if len(first.parts) == 1 and first.parts[0] in reader.gazetteer.directions:
        return None
    votes = Counter(hint for sighting in group for hint in sighting.hints)
    if len(first.parts) == 1 and votes and reader.gazetteer.is_given(first.words[0].text):
        votes["person"] += 1
    toward = votes.pop("toward", 0)
    votes["place"] += toward if votes["place"] else 0
    if len(first.parts) > 1:
        votes[_kind_of_speaker(first, reader)] += votes.pop("speaker", 0)
    elif all(sighting.candidate.opens for sighting in group) and not votes["person"]:
        return None
    elif votes.pop("speaker", 0) and len(group) > 1:
        votes["organisation"] += 1
    if len(first.parts) > 1 and _holds_known(first, reader):
        votes["organisation"] += votes.pop("place", 0)
        votes["person"] = votes["person"] if votes["person"] >= _TITLED else 0
    return _elect(votes, name)


def _kind_of_speaker(candidate: Candidate, reader: NameReader) -> str:
    """Return what a name of several words that speaks is: firms bear places and capitals."""
    shouted = any(word.text.isupper() and len(word.text) > 1 for word in candidate.words)
    return "organisation" if shouted or _holds_known(candidate, reader) else "person"


def _holds_known(candidate: Candidate, reader: NameReader) -> bool:
    """Return whether the name ends in a known one, as in "Telecom Norway"."""
    words = candidate.words
    return any(reader.find_known(words[index:], 0) for index in range(1, len(words)))


def _elect(votes: Counter[str], name: str) -> Verdict | None:
    ranked = sorted(((-count, kind) for kind, count in votes.items() if count))
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return Verdict(ranked[0][1], name)


def _settle_surnames(
    seen: Mapping[Parts, Sequence[Sighting]],
    persons: Mapping[Parts, str],
    family_first: Collection[str],
) -> Mapping[Parts, Verdict]:
    """Return the full name for each single word that ends, or for eastern names begins, one.

    What ends one begins no other: Reed is Ann Reed, and not Reed Point.
    """
    full: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[Parts, Verdict] = {}
    for parts, name in persons.items():
        for part in {parts[-1], parts[0]}:
            full[fingerprint(part)[0]][name] += len(seen[parts])
    found |= {(p[-1],): Verdict("person", n) for p, n in persons.items() if (p[-1],) not in seen}
    for parts, group in seen.items():
        if len(parts) == 1 and _may_be_surname(group):
            names = _find_bearers(parts[0], full)
            if group[0].candidate.words[0].text not in family_first:
                names = _prefer_surnames(parts[0], names)
            if names:
                name = _bearer(names) or spell(group[0].candidate.words)
                found[parts] = Verdict("person", name)
    return found


def _find_bearers(word: str, full: Mapping[str, Counter[str]]) -> Counter[str]:
    """Return who bears a word, all of it where it is hyphenated: nobody is called Ardell-Menn."""
    pieces = fingerprint(word)
    bearers = full.get(pieces[0], Counter())
    return Counter({name: n for name, n in bearers.items() if {*pieces} <= {*fingerprint(name)}})


def _prefer_surnames(word: str, bearers: Counter[str]) -> Counter[str]:
    """Return those whose name the word ends; all of them where it ends none."""
    last = fingerprint(word)[-1]
    ended = {name: n for name, n in bearers.items() if fingerprint(name)[-1] == last}
    return Counter(ended) or bearers


def _may_be_surname(group: Sequence[Sighting]) -> bool:
    """Return whether no list settles the word, or it is a city that nothing here stands in."""
    kind = group[0].candidate.kind
    placed = sum("place" in sighting.hints for sighting in group)
    return not kind or (kind == "place" and placed * 4 < len(group))


def _bearer(names: Counter[str]) -> str:
    """Return the one person a surname is taken for: alone, or named far more than any other."""
    ranked = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    alone = len(ranked) == 1 or ranked[0][1] >= _FAR_MORE * ranked[1][1]
    return ranked[0][0] if alone else ""


def _settle_companies(
    seen: Mapping[Parts, Sequence[Sighting]],
    verdicts: Mapping[Parts, Verdict],
    reader: NameReader,
) -> Mapping[Parts, Verdict]:
    """Return the company for its name without "Inc" or "Corp"."""
    legal = reader.gazetteer.legal_forms
    short = {
        parts[:-1]: replace(verdict, name=verdict.name.rpartition(" ")[0].removesuffix(" &"))
        for parts, verdict in verdicts.items()
        if verdict.kind == "organisation" and len(parts) > 1 and parts[-1] in legal
    }
    long = {parts: short[parts[:-1]] for parts in verdicts if parts[:-1] in short}
    return long | {parts: short[parts] for parts in seen if parts in short}


def _settle_acronyms(
    seen: Mapping[Parts, Sequence[Sighting]],
    verdicts: Mapping[Parts, Verdict],
    reader: NameReader,
) -> Mapping[Parts, Verdict]:
    """Return the organisation whose initials a run of capitals gives."""
    initials = {
        "".join(part[0] for part in parts if part not in reader.gazetteer.joints): verdict
        for parts, verdict in verdicts.items()
        if verdict.kind == "organisation" and len(parts) > 1
    }
    return {
        parts: initials[parts[0]]
        for parts, group in seen.items()
        if len(parts) == 1
        and parts[0] in initials
        and not group[0].candidate.kind
        and group[0].candidate.words[0].text.isupper()
    }
