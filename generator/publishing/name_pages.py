"""People, organisations and places: an index, who is named together, and a section a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.dossier import NameEntry
from generator.publishing.company import Company, build_company
from generator.publishing.name_sections import (
    Known,
    Name,
    build_name,
    index_days,
    name_anchor,
    quote_name,
)
from generator.publishing.pages import (
    Page,
    Passage,
    Target,
    find_part,
    shorten_name,
    split_parts,
)
from generator.publishing.quote_pages import Speaker
from generator.publishing.register import Register
from generator.publishing.timeline_pages import place_moments

KINDS = ("person", "organisation", "place")
MOST_NAMES = 100  # a kind
OPEN_ROWS = 12  # of the index; the others are folded
FEWEST_FOLDED = 5
MOST_NAMED = 8  # on the page of a topic
LINKS_ON_A_PAGE = 1_500  # about 200 KB of HTML


@dataclass(frozen=True, slots=True)
class Row:
    """A name in the index."""

    name: Passage | str
    target: Target
    articles: int
    topics: tuple[int, ...]
    """Sentences of each topic that name it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name on the page of a topic."""

    name: str
    target: Target
    sentences: int
    """Sentences of the topic that name it."""


@dataclass(frozen=True, slots=True)
class Section:
    """Names of one kind, one by one."""

    title: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The index of people, of organisations or of places."""

    title: str
    rows: tuple[Row, ...]
    """The most named first."""
    folded: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NamePage(Page):
    """The index, or sections; both on one page where they are few."""

    topics: tuple[tuple[str, str], ...] = ()
    """Page and title of the topics, the columns of the index."""
    kinds: tuple[Kind, ...] = ()
    company: Company | None = None
    sections: tuple[Section, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    """The page of each name's section, by its anchor."""


def build_name_pages(
    register: Register, placed: Mapping[str, Sequence[Speaker]]
) -> Iterator[NamePage]:
    """Yield the pages of names; `placed` are the speakers by the page that quotes them."""
    kept = _choose_names(register)
    known = _build_known(register, kept, placed)
    parts = _split_sections(
        Section(register.words.say(f"names_{kind}"), tuple(_build_names(register, found, known)))
        for kind, found in kept.items()
    )
    paths = [find_part("names", number) for number in range(1, len(parts) + 1)]
    pages = {
        name.anchor: path
        for path, part in zip(paths, parts, strict=True)
        for section in part
        for name in section.names
    }
    blank = NamePage(
        "names.md",
        "names",
        register.words.say("names"),
        parts=tuple(zip(paths, _name_parts(register, parts), strict=True)) if parts[1:] else (),
        pages=pages,
    )
    yield replace(_build_index(register, blank, kept, known), sections=tuple(parts[0]))
    for path, part in zip(paths[1:], parts[1:], strict=True):
        yield replace(blank, path=path, sections=tuple(part))


def find_named(register: Register, pages: Mapping[str, str], slug: str) -> tuple[Named, ...]:
    """Return whom and what the topic's sentences name most; `pages` has the sections' pages."""
    counts = ((entry, dict(entry.topics).get(slug, 0)) for entry in register.dossier.names)
    ranked = sorted(counts, key=lambda pair: -pair[1])
    found = ((entry, name_anchor(entry.id), count) for entry, count in ranked if count)
    return tuple(
        Named(shorten_name(entry.name), Target(pages[anchor], anchor), count)
        for entry, anchor, count in found
        if anchor in pages
    )[:MOST_NAMED]


def _choose_names(register: Register) -> dict[str, list[NameEntry]]:
    found = {
        kind: [entry for entry in register.dossier.names if entry.kind == kind][:MOST_NAMES]
        for kind in KINDS
    }
    return {kind: entries for kind, entries in found.items() if entries}


def _build_known(
    register: Register,
    kept: Mapping[str, Sequence[NameEntry]],
    placed: Mapping[str, Sequence[Speaker]],
) -> Known:
    return Known(
        shown={
            entry.id: shorten_name(entry.name) for entries in kept.values() for entry in entries
        },
        speakers={
            speaker.name: (Target(page, speaker.anchor), speaker)
            for page, speakers in placed.items()
            for speaker in speakers
            if speaker.is_named
        },
        days=index_days(register, register.dossier.timeline),
        targets=place_moments(register),
    )


def _build_names(register: Register, entries: Iterable[NameEntry], known: Known) -> Iterator[Name]:
    return (build_name(register, entry, known) for entry in entries)


def _split_sections(sections: Iterable[Section]) -> list[list[Section]]:
    """Return the sections by page; the index is alone on the first where they are many."""
    known = list(sections)
    heavy = sum(name.weight for section in known for name in section.names) > LINKS_ON_A_PAGE
    if not heavy:
        return [known]
    return [
        [],
        *(
            [replace(section, names=tuple(part))]
            for section in known
            for part in split_parts(section.names, lambda name: name.weight, LINKS_ON_A_PAGE)
        ),
    ]


def _name_parts(register: Register, parts: Sequence[Sequence[Section]]) -> Iterator[str]:
    yield register.words.say("names_index")
    seen: Counter[str] = Counter()
    for part in parts[1:]:
        title = part[0].title
        seen[title] += 1
        yield title if seen[title] == 1 else f"{title} {seen[title]}"


def _build_index(
    register: Register,
    blank: NamePage,
    kept: Mapping[str, Sequence[NameEntry]],
    known: Known,
) -> NamePage:
    topics = [report.topic for report in register.dossier.topics]
    return replace(
        blank,
        topics=tuple((f"topics/{topic.slug}.md", topic.title) for topic in topics),
        kinds=tuple(
            _build_kind(register, kind, entries, blank.pages) for kind, entries in kept.items()
        ),
        company=build_company(register, [*chain(*kept.values())], known),
    )


def _build_kind(
    register: Register, kind: str, entries: Sequence[NameEntry], pages: Mapping[str, str]
) -> Kind:
    rows = [_build_row(register, entry, pages) for entry in entries]
    open_rows = len(rows) if len(rows) <= OPEN_ROWS + FEWEST_FOLDED else OPEN_ROWS
    title = register.words.say(f"names_{kind}")
    return Kind(title, tuple(rows[:open_rows]), tuple(rows[open_rows:]))


def _build_row(register: Register, entry: NameEntry, pages: Mapping[str, str]) -> Row:
    anchor, counts = name_anchor(entry.id), dict(entry.topics)
    is_long = shorten_name(entry.name) != entry.name
    return Row(
        quote_name(register, entry)[0] if is_long else entry.name,
        Target(pages[anchor], anchor),
        len(entry.paths),
        tuple(counts.get(report.topic.slug, 0) for report in register.dossier.topics),
    )
