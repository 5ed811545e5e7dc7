"""People, organisations and places, each with the sentences that name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dossier import NameEntry
from generator.publishing.escaping import build_slug
from generator.publishing.pages import Page, Passage, Place
from generator.publishing.register import Register

KINDS = ("person", "organisation", "place")
MOST_PLACES = 8  # links a name; the search finds the others
MOST_NAMES = 100  # a kind
LONGEST_NAME = 5  # words; a longer one is so much an outlet's own that it is quoted as written


@dataclass(frozen=True, slots=True)
class Name:
    """One name with its variants merged."""

    anchor: str
    name: Passage | str
    """A plain string where no article writes it so."""
    articles: int
    mentions: int
    variants: tuple[Passage, ...]
    """Other ways it is written."""
    places: tuple[Place, ...]
    """The first sentence of each article that names it."""
    topics: tuple[tuple[str, str, int], ...]
    """Page, title, and number of the topic's sentences that name it."""
    beside: tuple[tuple[str, str, int], ...]
    """Anchor and name of another, and number of sentences that name both."""


@dataclass(frozen=True, slots=True)
class NamePage(Page):
    """All names."""

    kinds: tuple[tuple[str, tuple[Name, ...]], ...] = ()
    """Heading and names, the most named first."""


def build_name_page(register: Register, linked: frozenset[str]) -> NamePage:
    """Return the index of names; `linked` are the sentences that are published in any case."""
    allowed = None if register.settings.republish == "full" else linked
    kept = {
        kind: [entry for entry in register.dossier.names if entry.kind == kind][:MOST_NAMES]
        for kind in KINDS
    }
    shown = {entry.id: entry.name for entries in kept.values() for entry in entries}
    kinds = tuple(
        (
            register.words.say(f"names_{kind}"),
            tuple(_build_name(register, entry, shown, allowed) for entry in entries),
        )
        for kind, entries in kept.items()
        if entries
    )
    return NamePage("names.md", "names", register.words.say("names"), kinds=kinds)


def _build_name(
    register: Register, entry: NameEntry, shown: Mapping[str, str], allowed: frozenset[str] | None
) -> Name:
    places = [register.place(citation) for citation in entry.citations]
    open_places = (p for p in places if p.anchor and (allowed is None or p.anchor in allowed))
    first = {place.label.path: place for place in reversed(list(open_places))}
    name, variants = _quote_name(register, entry)
    titles = {report.topic.slug: report.topic.title for report in register.dossier.topics}
    return Name(
        _anchor(entry.id),
        name,
        len(entry.paths),
        len(entry.citations),
        variants,
        tuple(reversed(first.values()))[:MOST_PLACES],
        tuple((f"topics/{slug}.md", titles[slug], n) for slug, n in entry.topics if slug in titles),
        tuple((_anchor(one), shown[one], n) for one, n in entry.beside if one in shown),
    )


def _quote_name(register: Register, entry: NameEntry) -> tuple[Passage | str, tuple[Passage, ...]]:
    """Return the name and its variants as articles write them."""
    passages = [register.passage(citation) for citation in reversed(entry.citations)]
    written = {passage.text: passage for passage in passages}
    name = entry.name
    if written and name not in written and len(name.split()) > LONGEST_NAME:
        name = min(written)
    variants = tuple(written[text] for text in sorted(written) if text != name)
    return written.get(name, name), variants


def _anchor(name: str) -> str:
    return f"name-{build_slug(name)}"
