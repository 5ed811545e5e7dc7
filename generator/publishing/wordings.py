"""A family opened: the same statement as each outlet words it, the differing words marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from generator.dossier import TopicReport
from generator.findings import Family
from generator.language import Token, split_tokens
from generator.models import BlockKind, Citation, Span
from generator.publishing.pages import Passage, Place
from generator.publishing.register import Register

MOST = 12  # families on a page; more than a reader compares, and the rest stands in the evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that another wording has too, or has not."""

    passage: Passage
    differs: bool
    spaced: bool
    """Whether white space stands before it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One outlet's words."""

    place: Place
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """One statement in the words of each outlet, in date order."""

    family: str
    rows: tuple[Wording, ...]


def build_wordings(register: Register, report: TopicReport) -> tuple[Wordings, ...]:
    """Return the families of a topic that differ in words, the most attested first."""
    evidence = {(e.article, e.sentence) for e in report.evidence}
    found = []
    for family in register.dossier.families:
        members = _pick_members(register, family)
        places = {(member.path, register.find_sentence(member)) for member in members}
        if len(members) > 1 and places & evidence and _differ(register, members):
            found.append((len(members), family, members))
    found.sort(key=lambda item: (-item[0], item[1].members))
    return tuple(build_rows(register, family.id, members) for _, family, members in found[:MOST])


def _pick_members(register: Register, family: Family) -> list[Citation]:
    """Return the first member of each article that may be printed, in date order.

    Its body's, where it says it there: a heading is cut short.
    """
    members = filter(register.is_open, family.members)
    by_article = {
        path: min(group, key=lambda member: not _is_body(register, member))
        for path, group in groupby(members, lambda member: member.path)
    }
    return [by_article[path] for path in register.labels if path in by_article]


def _is_body(register: Register, member: Citation) -> bool:
    sentences = register.reports[member.path].article.sentences
    index = register.find_sentence(member)
    return index is not None and sentences[index].kind is BlockKind.BODY


def _differ(register: Register, members: list[Citation]) -> bool:
    return len({register.passage(member).text.casefold() for member in members}) > 1


def build_rows(register: Register, family: str, members: list[Citation]) -> Wordings:
    """Return the wordings; each is held against the first, the first against the second."""
    rows = []
    for member in members:
        other = members[0] if member is not members[0] else members[1]
        pieces = tuple(_split_pieces(register, member, other))
        rows.append(Wording(register.place(member), pieces))
    return Wordings(family, tuple(rows))


def _split_pieces(register: Register, member: Citation, other: Citation) -> Iterator[Piece]:
    texts = [register.reports[c.path].article.text for c in (member, other)]
    own, theirs = member.span.of(texts[0]), other.span.of(texts[1])
    for start, stop, differs in split_differences(own, theirs):
        span = Span(member.span.start + start, member.span.start + stop)
        passage = register.passage(register.reports[member.path].article.cite(span))
        if passage.text:
            yield Piece(passage, differs, spaced=own[start - 1].isspace() or own[start].isspace())


def split_differences(own: str, other: str) -> Iterator[tuple[int, int, bool]]:
    """Yield runs `(start, end, differs)` of `own` that together are all of it.

    >>> [("a big cat"[start:end], differs) for start, end, differs in
    ...  split_differences("a big cat", "A cat")]
    [('a ', False), ('big ', True), ('cat', False)]
    """
    words, others = split_tokens(own), split_tokens(other)
    starts = [0, *(word.start for word in words[1:])]
    matcher = SequenceMatcher(None, _fold(words), _fold(others), autojunk=False)
    for tag, first, last, _, _ in matcher.get_opcodes():
        if first < last:
            end = starts[last] if last < len(words) else len(own)
            yield starts[first], end, tag != "equal"


def _fold(words: list[Token]) -> list[str]:
    return [word.text.casefold() for word in words]
