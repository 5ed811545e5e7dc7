"""People, organisations and places, each with the sentences that name them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models import Citation, EntityMention
from generator.publishing.escaping import build_slug
from generator.publishing.pages import Page, Place
from generator.publishing.register import Register

Found = tuple[EntityMention, Citation]
KINDS = ("person", "organisation", "place")
MOST_PLACES = 12  # links a name; the search finds the others
MOST_NAMES = 200  # a kind


@dataclass(frozen=True, slots=True)
class Name:
    """One name with its variants merged."""

    anchor: str
    name: str
    articles: int
    mentions: int
    variants: tuple[str, ...]
    """Other ways it is written."""
    places: tuple[Place, ...]
    """The first sentence of each article that names it."""


@dataclass(frozen=True, slots=True)
class NamePage(Page):
    """All names."""

    kinds: tuple[tuple[str, tuple[Name, ...]], ...] = ()
    """Heading and names, the most named first."""


def build_name_page(register: Register, linked: frozenset[str]) -> NamePage:
    """Return the index of names; `linked` are the sentences that are published in any case."""
    allowed = None if register.settings.republish == "full" else linked
    named = _find_mentions(register)
    kinds = []
    for kind in KINDS:
        names = sorted(
            (
                _build_name(register, found, allowed)
                for found in named.values()
                if found[0][0].kind == kind
            ),
            key=lambda name: (-name.articles, -name.mentions, name.name),
        )
        if names:
            kinds.append((register.words.say(f"names_{kind}"), tuple(names[:MOST_NAMES])))
    return NamePage("names.md", "names", register.words.say("names"), kinds=tuple(kinds))


def _find_mentions(register: Register) -> dict[str, list[Found]]:
    named: dict[str, list[Found]] = {}
    for report in register.dossier.articles:
        for mention in report.annotations.entities:
            citation = report.article.cite(mention.span)
            named.setdefault(mention.id, []).append((mention, citation))
    return named


def _build_name(register: Register, found: list[Found], allowed: frozenset[str] | None) -> Name:
    mention = found[0][0]
    variants = {register.passage(citation).text for _, citation in found} - {mention.name}
    places = [register.place(citation) for _, citation in found]
    open_places = (p for p in places if p.anchor and (allowed is None or p.anchor in allowed))
    first = {place.label.path: place for place in reversed(list(open_places))}
    return Name(
        f"name-{build_slug(mention.id)}",
        mention.name,
        len({citation.path for _, citation in found}),
        len(found),
        tuple(sorted(variants)),
        tuple(reversed(first.values()))[:MOST_PLACES],
    )
