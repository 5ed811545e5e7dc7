"""Candidates for names: runs of capitals, cut where titles and peoples end, with hints of a kind.

Form decides what it can (a given name, "University of", a known place); for the rest the words
around leave hints, which `kinds` adds up over the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from generator.annotation.gazetteer import LONGEST, Gazetteer, Known
from generator.annotation.grammar import Grammar, Word
from generator.annotation.name_runs import RunReader
from generator.models import Span

_STARTS = frozenset('.?!:;"“”‘’«»„—–-•|')
_FULL_NAME = range(2, 5)
"""Words of a person's name behind a noun that a capital says nothing of."""
_GAPS = {0: "", 2: ". "}
"""What stood between two words of a run, by its length: points were left out."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may be a name."""

    words: tuple[Word, ...]
    kind: str = ""
    """Settled by its form; empty where only hints speak."""
    name: str = ""
    """The gazetteer's spelling where it is known."""
    hints: tuple[str, ...] = ()
    """Kinds that its title suggests, one entry a reason."""
    opens: bool = False
    """Whether it opens a sentence, where a capital says nothing."""

    @property
    def span(self) -> Span:
        """Return where it stands, without a possessive ending."""
        last = self.words[-1]
        return Span(self.words[0].start, last.end - (2 if last.is_possessive else 0))

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its words in lower case."""
        return tuple(word.low for word in self.words)


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads candidates in one language."""

    grammar: Grammar
    gazetteer: Gazetteer
    runs: RunReader
    common: frozenset[str]
    """Words that a capital at the start of a sentence does not make names."""
    titles: frozenset[str]
    """Words before a person's name that end a title."""
    roles: frozenset[str]
    """Nouns that end one where a full name follows."""
    function: frozenset[str]
    """Words that stay small in a headline."""
    says: frozenset[str]
    """Reporting verbs that are no nouns."""
    says_itself: frozenset[str]
    """Those of them behind which stands who speaks, not who is spoken to."""
    located: frozenset[str]
    """Words behind a name that make it a place."""

    def find_candidates(self, words: Sequence[Word]) -> Iterator[Candidate]:
        """Return the candidates in the words of one sentence, in order."""
        index = 0
        while index < len(words):
            stop = self.runs.find_stop(words, index)
            if stop == index:
                index += 1
                continue
            opens = index == 0 or words[index - 1].text in _STARTS
            run = [word for word in words[index:stop] if word.text != "."]
            if bearer := self._follow_office(words, index, run):
                yield Candidate(tuple(bearer), hints=("person",) * 3)
            else:
                yield from self._split_run(run, opens)
            index = stop

    def _follow_office(self, words: Sequence[Word], start: int, run: Sequence[Word]) -> list[Word]:
        """Return who stands behind an office that begins before: "Minister of | Defence Reed"."""
        if start < 2 or not self._is_tied(words[start - 1 : start]):
            return []
        office = self.gazetteer.modifiers | self.gazetteer.portfolios
        bearer = [*dropwhile(lambda word: word.low in office, run)]
        is_office = words[start - 2].low in self.titles and len(bearer) < len(run)
        return bearer if is_office and len(bearer) > 1 else []

    def find_known(self, words: Sequence[Word], start: int) -> tuple[Known, int] | None:
        """Return the longest known name that starts there, with the index behind it."""
        if not words[start].is_capital:
            return None
        for stop in range(min(len(words), start + LONGEST), start, -1):
            known = self.gazetteer.known.get(spell(words[start:stop]))
            if known:
                return known, stop
        return None

    def _split_run(self, run: Sequence[Word], opens: bool) -> Iterator[Candidate]:
        """Return the names in a run of capitals: "Riverton Mayor Ann Reed" has two."""
        if not run:
            return
        known = self.gazetteer.known.get(spell(run))
        if known:
            yield Candidate(tuple(run), known.kind, known.name, opens=opens)
            return
        if opens and self._is_common(run):
            if self._is_described(run):
                yield Candidate(tuple(run[1:]), hints=("person",) * 2)
            else:
                yield from self._split_run(run[1:], False)
            return
        title = self._last_title(run)
        if title is not None and self._find_bearer(run, title) > title + 1:
            yield from self._split_at_title(run, title, opens)
        elif self._is_organisation(run):
            yield Candidate(tuple(run), "organisation", opens=opens)
        elif title is not None:
            yield from self._split_at_title(run, title, opens)
        elif body := self._find_body(run):
            yield from self._split_run(run[:body], opens)
            yield from self._split_run(run[body:], False)
        else:
            yield from self._split_plain(run, opens)

    def _is_common(self, run: Sequence[Word]) -> bool:
        """Return whether the first word has its capital from the sentence alone; Earl is a name."""
        is_name = run[0].low in self.grammar.roles and self.runs.is_given(run[0])
        return run[0].low in self.common and not is_name and not self._is_tied(run[1:2])

    def _is_described(self, run: Sequence[Word]) -> bool:
        """Return whether a noun for a person opens the sentence, and the name of one follows.

        "Goalkeeper Ann Reed" stands for "the goalkeeper Ann Reed".
        """
        noun, name = run[0].low, run[1:]
        is_person = noun in self.titles | self.roles and noun not in self.gazetteer.bodies
        if not is_person or self.runs.is_given(run[0]) or len(name) not in _FULL_NAME:
            return False
        ends_well = len(name[-1].text) > 1 and not name[-1].text.isupper()
        is_other = self._is_organisation(name) or self._last_title(name) is not None
        return ends_well and not is_other and not self.find_known(name, 0)

    def _split_at_title(self, run: Sequence[Word], title: int, opens: bool) -> Iterator[Candidate]:
        """Return the place or body before a title, and who bears it."""
        before = self._split_run(run[: self._title_start(run, title)], opens)
        yield from (
            candidate for candidate in before if candidate.kind in {"place", "organisation"}
        )
        first = self._find_bearer(run, title)
        if first < len(run):
            yield Candidate(tuple(run[first:]), hints=("person",) * 3)

    def _find_bearer(self, run: Sequence[Word], title: int) -> int:
        """Return the index behind a title: "Secretary of State", "Minister for Foreign Affairs"."""
        gazetteer, first = self.gazetteer, title + 1
        if self._is_tied(run[first : first + 1]):
            office = gazetteer.modifiers | gazetteer.portfolios | gazetteer.joints
        else:
            office = gazetteer.modifiers
        while first < len(run) and run[first].low in office:
            first += 1
        return first

    def _is_tied(self, words: Sequence[Word]) -> bool:
        return bool(words) and words[0].text in self.gazetteer.ties

    def _find_body(self, run: Sequence[Word]) -> int:
        """Return where a person begins behind a body: "Budget Committee Ann Reed"; else 0."""
        return next(
            (
                index
                for index in range(2, len(run) - 1)
                if run[index - 1].low in self.gazetteer.organisation_heads
                and self.runs.is_given(run[index])
            ),
            0,
        )

    def _split_plain(self, run: Sequence[Word], opens: bool) -> Iterator[Candidate]:
        if run[0].low in self.gazetteer.never and not self._begins_person(run):
            yield from self._split_run(run[1:], False)
        elif self.ends_in_none(run):
            yield from self._split_run(run[:-1], opens)
        elif kind := self._kind_of_form(run):
            yield Candidate(tuple(run), kind, opens=opens)
        elif opens and self._follows_unknown(run):
            yield from self._split_run(run[1:], False)
        elif len(run) > 1 and not self.runs.is_given(run[0]) and (found := self.find_known(run, 0)):
            known, stop = found
            yield Candidate(tuple(run[:stop]), known.kind, known.name, opens=opens)
            yield from self._split_run(run[stop:], False)
        else:
            yield Candidate(tuple(run), opens=opens)

    def _follows_unknown(self, run: Sequence[Word]) -> bool:
        """Return whether behind a first word that may be no name a given name and a surname follow.

        A capital that opens a sentence says nothing: "Pensioner Ann Reed".
        """
        first, name = run[0].low, run[1:]
        leads = self.gazetteer.directions | self.gazetteer.place_leads | self.grammar.particles
        return (
            len(name) > 1
            and len(name[-1].text) > 1
            and first not in leads
            and not self.runs.is_given(run[0])
            and self.runs.is_given(name[0])
            and not self.find_known(name, 0)
        )

    def ends_in_none(self, run: Sequence[Word]) -> bool:
        """Return whether its last word is of no name; May is of one behind a given name."""
        last = run[-1].low
        is_surname = last in self.gazetteer.modal_surnames and self.runs.is_given(run[0])
        return last in self.gazetteer.never and not (is_surname and len(run) > 1)

    def _begins_person(self, run: Sequence[Word]) -> bool:
        """Return whether a word that is no name, as Christian is none, is a given name here."""
        return (
            len(run) > 1 and self.runs.is_given(run[0]) and run[1].low not in self.gazetteer.never
        )

    def _is_organisation(self, run: Sequence[Word]) -> bool:
        if len(run) < 2:
            return False
        tied = any(word.text in self.gazetteer.ties for word in run[1:])
        if tied and any(word.low in self.gazetteer.organisation_leads for word in run):
            return True
        return run[-1].low in self.gazetteer.organisation_heads

    def _last_title(self, run: Sequence[Word]) -> int | None:
        for index in range(len(run) - 1, -1, -1):
            low = run[index].low
            if low in self.titles or (low in self.roles and 0 < index < len(run) - 2):
                return index
        return None

    def _title_start(self, run: Sequence[Word], title: int) -> int:
        """Return the index of the first word of the title that ends at `title`."""
        while title > 0 and run[title - 1].is_capital:
            low = run[title - 1].low
            if low not in self.titles and low not in self.gazetteer.modifiers | self.roles:
                break
            title -= 1
        return title

    def _kind_of_form(self, run: Sequence[Word]) -> str:
        """Return the kind that the words of a name betray, empty for none."""
        first, last = run[0].low, run[-1].low
        if len(run) == 1:
            return ""
        if any(word.text == "&" for word in run):
            return "organisation"
        initials = any(len(word.text) == 1 for word in run[1:-1])
        is_surname = len(run) == 2 and last in self.gazetteer.place_surnames
        if (initials or is_surname) and self.runs.is_given(run[0]):
            return "person"
        if last in self.gazetteer.place_heads or first in self.gazetteer.place_leads:
            return "place"
        if first in self.gazetteer.directions and self.find_known(run, 1):
            return "place"
        if any(letter.isdigit() for word in run for letter in word.text):
            return ""
        if initials or (self.runs.is_given(run[0]) and not self.find_known(run[:1], 0)):
            return "person"
        is_eastern = run[0].text in self.gazetteer.family_first and len(run) <= 3
        return "person" if is_eastern else ""


def spell(words: Sequence[Word]) -> str:
    """Return the words as the gazetteer spells a name, without a possessive ending."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        parts += (_GAPS.get(word.start - before.end, " "), word.text)
    return "".join(parts)[: -2 if words[-1].is_possessive else None]
