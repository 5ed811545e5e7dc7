"""Quotations by speaker, each with every outlet that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator import dossier
from generator.dossier import SpeakerEntry
from generator.publishing.escaping import build_slug
from generator.publishing.pages import (
    NOTHING_WITHHELD,
    Page,
    Passage,
    Place,
    Withheld,
    find_part,
    shorten_name,
    split_parts,
)
from generator.publishing.register import Register
from generator.publishing.withholding import withhold
from generator.publishing.wordings import Wordings, build_rows

QUOTES_ON_A_PAGE = 300
MOST_SPEAKERS = 6


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said, and where it is carried."""

    passage: Passage
    places: tuple[Place, ...]
    wordings: Wordings | None = None
    """The other ways it is worded, where there are any."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker with all that is quoted of them, in date order."""

    name: str
    """Empty where the speaker could not be told."""
    anchor: str
    is_named: bool
    """Whether it is a name, not a description such as "a spokesman"."""
    quotes: tuple[Quote, ...]
    withheld: Withheld = NOTHING_WITHHELD

    @property
    def count(self) -> int:
        """Return how many quotations there are, printed or not."""
        return len(self.quotes) + self.withheld.count


@dataclass(frozen=True, slots=True)
class Count:
    """How often a speaker is quoted."""

    name: str
    page: str
    anchor: str
    quotes: int


@dataclass(frozen=True, slots=True)
class QuotePage(Page):
    """All quotations."""

    speakers: tuple[Speaker, ...] = ()


def place_speakers(register: Register) -> dict[str, list[Speaker]]:
    """Return who is quoted by page, who is quoted most first, unidentified speakers last."""
    parts = split_parts(group_quotes(register), lambda s: len(s.quotes), QUOTES_ON_A_PAGE)
    return {find_part("quotes", number): part for number, part in enumerate(parts, start=1)}


def build_quote_pages(
    register: Register, placed: Mapping[str, Sequence[Speaker]]
) -> Iterator[QuotePage]:
    """Yield the pages of quotations."""
    title = register.words.say("quotes")
    names = tuple((path, str(number)) for number, path in enumerate(placed, start=1))
    for path, part in placed.items():
        shown = names if len(names) > 1 else ()
        yield QuotePage(path, "quotes", title, speakers=tuple(part), parts=shown)


def count_quotes(
    placed: Mapping[str, Sequence[Speaker]], anchors: Set[str] | None = None
) -> tuple[Count, ...]:
    """Return the named speakers quoted most: in all, or in the sentences with these anchors."""
    counts = [
        Count(
            speaker.name,
            page,
            speaker.anchor,
            speaker.count
            if anchors is None
            else sum(
                any(place.anchor in anchors for place in quote.places) for quote in speaker.quotes
            ),
        )
        for page, speakers in placed.items()
        for speaker in speakers
        if speaker.is_named
    ]
    quoted = [count for count in counts if count.quotes]
    return tuple(sorted(quoted, key=lambda count: -count.quotes)[:MOST_SPEAKERS])


def group_quotes(register: Register) -> tuple[Speaker, ...]:
    """Return the quotations of the dossier by speaker."""
    found = (_build_speaker(register, entry) for entry in register.dossier.speakers)
    return tuple(speaker for speaker in found if speaker.quotes or speaker.withheld.count)


def _build_speaker(register: Register, entry: SpeakerEntry) -> Speaker:
    slug = build_slug(entry.name) if entry.kind == "named" else entry.id
    anchor = f"by-{slug}" if entry.name else "by-unidentified"
    quotes = [_build_quote(register, quote) for quote in entry.quotes]
    held = [quote for quote, built in zip(entry.quotes, quotes, strict=True) if not built]
    name, is_named = shorten_name(entry.name), entry.kind == "named"
    return Speaker(
        name, anchor, is_named, tuple(filter(None, quotes)), _withhold_quotes(register, held)
    )


def _withhold_quotes(register: Register, quotes: Sequence[dossier.Quote]) -> Withheld:
    """Return what is said of the quotations that are not printed; those of no sentence are none."""
    places = (
        [citation for citation in quote.citations if register.find_sentence(citation) is not None]
        for quote in quotes
    )
    return withhold(register, [citations for citations in places if citations])


def _build_quote(register: Register, quote: dossier.Quote) -> Quote | None:
    """Return a quotation with its places; None where no page shows the sentences it stands in."""
    citations = [c for c in quote.citations if register.anchor(c) and register.is_open(c)]
    if not citations:
        return None
    places = {register.labels[c.path].slug: register.place(c) for c in reversed(citations)}
    first = register.place(citations[0])
    anchor = f"q-{first.anchor}-{citations[0].span.start}"
    passage = register.passage(citations[0], anchor)
    others = [wording[0] for wording in quote.wordings if wording[0] in citations]
    several = build_rows(register, anchor, others) if len(others) > 1 else None
    return Quote(passage, tuple(reversed(places.values())), several)
