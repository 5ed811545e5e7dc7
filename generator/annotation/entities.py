"""People, organisations and places named in an article: lists and rules, no model.

Precision first: a capital that nothing explains is no name. Headlines, where every word has a
capital, give only names that the text below them or the gazetteer knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.annotation.gazetteer import LONGEST, load_gazetteer
from generator.annotation.grammar import Word, build_word, load_grammar, split_words
from generator.annotation.kinds import Parts, Sighting, Verdict, find_sightings, settle_kinds
from generator.annotation.linking import link_entities
from generator.annotation.name_runs import RunReader
from generator.annotation.names import NameReader, spell
from generator.config import Entities
from generator.findings import EntityMention
from generator.language import load_stop_words
from generator.models import Article, Span

__all__ = ["find_entities", "link_entities"]

_UNSPACED = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z][a-z])")
_HEADLINE = 6
"""Capitalised words to one in lower case that make a line a headline."""


def find_entities(
    article: Article, settings: Entities, language: str = "en"
) -> tuple[EntityMention, ...]:
    """Return the names in the article's sentences, in text order; spellings of one share an id."""
    reader = load_reader(language)
    lines = [split_words(s.span.of(article.text), s.span.start) for s in article.sentences]
    if language[:2] != "en":
        return _find_by_form(article, lines, reader, settings)
    lines = [split_compounds(words, reader.gazetteer.compounds) for words in lines]
    sightings, verdicts = _read_names(lines, reader)
    cuts = find_glued(article.text, verdicts)
    if cuts:
        lines = [split_at(words, cuts) for words in lines]
        sightings, verdicts = _read_names(lines, reader)
    found = [
        _mention(sighting.candidate.span, verdict)
        for sighting in sightings
        if (verdict := verdicts.get(sighting.candidate.parts))
    ]
    for words in lines:
        if is_headline(words, reader):
            found += _find_in_headline(words, verdicts, reader)
    found.sort(key=lambda mention: mention.span)
    return link_entities({article.path: found}, settings)[article.path]


def _find_by_form(
    article: Article, lines: Sequence[Sequence[Word]], reader: NameReader, settings: Entities
) -> tuple[EntityMention, ...]:
    """Return what form alone makes a name: the words around are read in English only."""
    found = [
        _mention(candidate.span, Verdict(candidate.kind, candidate.name or spell(candidate.words)))
        for words in lines
        for candidate in reader.find_candidates(words)
        if candidate.kind
    ]
    return link_entities({article.path: found}, settings)[article.path]


@lru_cache(maxsize=8)
def load_reader(language: str) -> NameReader:
    """Return the reader of names in `language`."""
    grammar, gazetteer = load_grammar(language), load_gazetteer(language)
    common = load_stop_words(language) | grammar.cues | grammar.roles | grammar.between
    return NameReader(
        grammar,
        gazetteer,
        RunReader(grammar, gazetteer),
        common=common,
        titles=(grammar.titles | gazetteer.honorifics) - gazetteer.modifiers,
        roles=grammar.roles - grammar.surnames_too - gazetteer.organisation_heads,
        function=grammar.bounds | grammar.between | grammar.determiners,
        says=grammar.say - grammar.nounlike,
        says_itself=grammar.say - grammar.addressing - grammar.nounlike,
        located=gazetteer.place_nouns | gazetteer.residents,
    )


def _read_names(
    lines: Sequence[Sequence[Word]], reader: NameReader
) -> tuple[list[Sighting], Mapping[Parts, Verdict]]:
    plain = (words for words in lines if not is_headline(words, reader))
    sightings = [sighting for words in plain for sighting in find_sightings(words, reader)]
    return sightings, settle_kinds(sightings, reader)


def is_headline(words: Sequence[Word], reader: NameReader) -> bool:
    """Return whether nearly all longer words have capitals, and no full stop ends them."""
    if words and words[-1].text == ".":
        return False
    longer = [word for word in words if len(word.text) > 3 and not word.is_mark]
    capitals = sum(word.is_capital for word in longer)
    small = sum(not word.is_capital and word.low not in reader.function for word in longer)
    return capitals > 2 and capitals >= _HEADLINE * small


def find_glued(text: str, verdicts: Mapping[Parts, Verdict]) -> frozenset[int]:
    """Return where a person's full name has lost the space to the word before or behind it."""
    names = {verdict.name for verdict in verdicts.values() if verdict.kind == "person"}
    full = sorted((re.escape(name) for name in names if " " in name), key=lambda n: (-len(n), n))
    if not full:
        return frozenset()
    body = "|".join(full)
    glued = re.compile(rf"(?<=[^\W\d_])(?:{body})|(?:{body})(?=[a-z]{{2}}|[A-Z])")
    matches = list(glued.finditer(text))
    wrong = Counter(match[0] for match in matches)
    right = Counter(re.findall(rf"\b(?:{body})\b", text)) if matches else wrong
    return frozenset(c for m in matches if wrong[m[0]] < right[m[0]] for c in m.span())


def split_compounds(words: Sequence[Word], endings: Collection[str]) -> list[Word]:
    """Return the words, a name parted from what is hung on it: "Lisbon" of "Lisbon-based".

    A full stop whose space is lost hangs the next sentence on it too.
    """
    capitals = [word for word in words if word.is_capital and not word.text.isalpha()]
    parted = (word for word in capitals if word.low.rpartition("-")[2] in endings)
    cuts = {word.start + word.text.rfind("-") for word in parted if "-" in word.text}
    for word in capitals:
        cuts.update(word.start + at for m in _UNSPACED.finditer(word.text) for at in m.span())
    return split_at(words, frozenset(cuts)) if cuts else [*words]


def split_at(words: Sequence[Word], cuts: frozenset[int]) -> list[Word]:
    """Return the words, cut where `cuts` fall inside one."""
    parts: list[Word] = []
    for word in words:
        inner = [cut for cut in range(word.start + 1, word.end) if cut in cuts]
        for start, end in pairwise([word.start, *inner, word.end]):
            parts.append(build_word(word.text[start - word.start : end - word.start], start, end))
    return parts


def _find_in_headline(
    words: Sequence[Word], verdicts: Mapping[Parts, Verdict], reader: NameReader
) -> Iterator[EntityMention]:
    index = 0
    while index < len(words):
        found, stop = _match_known(words, index, verdicts, reader)
        if found:
            last = words[stop - 1]
            end = last.end - (2 if last.is_possessive else 0)
            yield _mention(Span(words[index].start, end), found)
        index = stop


def _match_known(
    words: Sequence[Word], start: int, verdicts: Mapping[Parts, Verdict], reader: NameReader
) -> tuple[Verdict | None, int]:
    """Return the longest name known from the text or the gazetteer, and the index behind it."""
    known = reader.find_known(words, start)
    if known and words[start].text.isupper() and known[1] == start + 1:
        return Verdict(known[0].kind, known[0].name), known[1]
    if words[start].is_capital:
        for stop in range(min(len(words), start + LONGEST), start, -1):
            verdict = verdicts.get(tuple(word.low for word in words[start:stop]))
            if verdict:
                return verdict, stop
        if known:
            return Verdict(known[0].kind, known[0].name), known[1]
    return None, start + 1


def _mention(span: Span, verdict: Verdict) -> EntityMention:
    return EntityMention(span, "", verdict.name, verdict.kind)
