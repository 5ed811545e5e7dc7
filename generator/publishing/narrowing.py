"""Narrowing a list to one outlet, origin or date: links that need no script, and can be shared.

Each choice is a link to a line at the head of the list, which says what is shown. While that line
is the page's target, a rule in the page's style sheet hides whatever lacks the choice's class.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.publishing.facets import LAST, Mark
from generator.publishing.wording import Words

FEWEST = 6  # sentences; fewer are read sooner than narrowed
MOST_PAGES = 12  # that one line leads to
MOST = 40  # values of a facet; the rarer ones beyond are one choice together


@dataclass(frozen=True, slots=True)
class Item:
    """What is shown or hidden as one, with its marks."""

    page: str
    count: int
    """Sentences in it."""
    marks: tuple[Mark, ...]

    @property
    def classes(self) -> str:
        """Return its marks as an element's classes."""
        return " ".join(mark.slug for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that the list may be narrowed to."""

    anchor: str
    """Id of the line that says so."""
    mark: Mark
    count: int
    """Sentences on all pages of the list."""
    here: int
    """Sentences on this page."""
    elsewhere: tuple[tuple[str, str, int], ...]
    """Path, name and sentences of the nearest other pages that have any."""
    further: int
    """Sentences on the pages beyond them."""

    @property
    def page(self) -> str:
        """Return where its link leads: empty for this page."""
        return "" if self.here else self.elsewhere[0][0]


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of choice."""

    key: str
    """Of its name in the catalogue."""
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """All choices of one list on one page."""

    anchor: str
    """Id of the control."""
    total: int
    """Sentences on all pages of the list."""
    facets: tuple[Facet, ...]

    @property
    def overlaps(self) -> bool:
        """Return whether a sentence may count for several choices of a facet."""
        return any(sum(c.count for c in facet.choices) > self.total for facet in self.facets)

    @property
    def choices(self) -> Iterator[Choice]:
        """Return the choices of all facets."""
        return (choice for facet in self.facets for choice in facet.choices)


def offer_marks(words: Words, items: Sequence[Item]) -> list[Item]:
    """Return the items with the marks that are worth a choice: of facets with two values or more.

    The values beyond `MOST` share a mark, so that the counts of a facet stay whole.
    """
    if sum(item.count for item in items) < FEWEST:
        return [replace(item, marks=()) for item in items]
    marks = {mark.slug: mark for item in reversed(items) for mark in item.marks}
    counts: Counter[str] = Counter()
    for item in items:
        counts.update({mark.slug: item.count for mark in item.marks})
    offered: dict[str, Mark] = {}
    for facet in {mark.facet for mark in marks.values()}:
        values = [mark for mark in marks.values() if mark.facet == facet]
        if len(values) > 1:
            offered |= _pool_rare(words, values, counts)
    return [replace(item, marks=_choose_marks(item.marks, offered)) for item in items]


def _choose_marks(marks: Iterable[Mark], offered: Mapping[str, Mark]) -> tuple[Mark, ...]:
    """Return what is offered of `marks`; of one class only one, however its name is written."""
    return tuple(dict.fromkeys(offered[mark.slug] for mark in marks if mark.slug in offered))


def _pool_rare(words: Words, marks: Iterable[Mark], counts: Mapping[str, int]) -> dict[str, Mark]:
    ranked = sorted(marks, key=lambda mark: (-counts[mark.slug], mark.rank, mark.slug))
    kept, rare = ranked[:MOST], ranked[MOST:]
    facet = ranked[0].facet
    others = Mark(facet, f"other-{facet}", words.say("others", len(rare)), 2 * LAST)
    return {mark.slug: mark for mark in kept} | {mark.slug: others for mark in rare}


def build_narrowing(
    items: Sequence[Item], page: str, names: Mapping[str, str], prefix: str
) -> Narrowing | None:
    """Return the choices that `page` offers, None where there are none; `prefix` opens the ids.

    `names` are the pages of the list.
    """
    counts: dict[Mark, Counter[str]] = defaultdict(Counter)
    for item in items:
        for mark in item.marks:
            counts[mark][item.page] += item.count
    if not counts:
        return None
    facets: dict[str, list[Choice]] = {mark.facet: [] for mark in counts}
    for mark in sorted(counts, key=lambda mark: (mark.rank, mark.slug)):
        facets[mark.facet].append(_build_choice(mark, counts[mark], page, names, prefix))
    total = sum(item.count for item in items)
    return Narrowing(prefix, total, tuple(Facet(key, tuple(c)) for key, c in facets.items()))


def _build_choice(
    mark: Mark, counts: Counter[str], page: str, names: Mapping[str, str], prefix: str
) -> Choice:
    place = list(names).index(page)
    others = [
        (abs(at - place), path, name, counts[path])
        for at, (path, name) in enumerate(names.items())
        if path != page and counts[path]
    ]
    near = {path for _, path, *_ in sorted(others)[:MOST_PAGES]}
    shown = tuple((path, name, count) for _, path, name, count in others if path in near)
    further = counts.total() - counts[page] - sum(count for *_, count in shown)
    anchor = f"{prefix}-{mark.slug}"
    return Choice(anchor, mark, counts.total(), counts[page], shown, further)


def join_classes(items: Iterable[Item]) -> str:
    """Return the marks that any of `items` has, as an element's classes."""
    return " ".join(dict.fromkeys(mark.slug for item in items for mark in item.marks))
