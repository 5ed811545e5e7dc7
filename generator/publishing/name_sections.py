"""What the dossier holds on one name: who names it where, quotations, days, topics, company."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dossier import NameEntry, TimelineEntry
from generator.publishing.escaping import build_slug
from generator.publishing.pages import (
    Label,
    Passage,
    Place,
    Target,
    shorten_name,
)
from generator.publishing.quote_pages import Quote, Speaker
from generator.publishing.register import Register
from generator.publishing.timeline_figure import name_moment

MOST_ARTICLES = 12
MOST_SENTENCES = 4  # linked in each; the article has the others
MOST_DAYS = 12
FEWEST_WORDS = 6  # of a quotation that says something by itself
MOST_QUOTES = 2  # printed here; the page of quotations has them all
MOST_BESIDE = 8
QUOTE_WEIGHT = 6  # links that are as heavy as a quotation


@dataclass(frozen=True, slots=True)
class Naming:
    """One article that names it."""

    label: Label
    anchors: tuple[str, ...]
    """Of the first sentences that do."""
    more: int
    """Sentences beyond those."""


@dataclass(frozen=True, slots=True)
class Day:
    """A time of the timeline of which a statement names it."""

    when: str
    target: Target


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another name of the same sentences."""

    name: str
    anchor: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Name:
    """One name with its variants merged."""

    anchor: str
    name: Passage | str
    """A plain string where no article writes it so."""
    articles: int
    variants: tuple[Passage, ...]
    """Other ways it is written."""
    namings: tuple[Naming, ...]
    more: int
    """Articles beyond those."""
    speaker: tuple[Target, int] | None
    """Where all quotations of this speaker stand, and how many."""
    quotes: tuple[Quote, ...]
    """Those most carried."""
    days: tuple[Day, ...]
    topics: tuple[tuple[str, str, int], ...]
    """Page, title, and number of the topic's sentences that name it."""
    beside: tuple[Neighbour, ...]

    @property
    def weight(self) -> int:
        """Return about how many links it takes to print."""
        linked = sum(len(naming.anchors) for naming in self.namings)
        others = len(self.variants) + len(self.days) + len(self.topics) + len(self.beside)
        return 2 + linked + others + QUOTE_WEIGHT * len(self.quotes)


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up for each name."""

    shown: Mapping[str, str]
    """The names that have a section, by id."""
    speakers: Mapping[str, tuple[Target, Speaker]]
    days: Mapping[str, Sequence[TimelineEntry]]
    """The timeline's entries by the anchor of a sentence that they print."""
    targets: Mapping[TimelineEntry, Target]


def build_name(register: Register, entry: NameEntry, known: Known) -> Name:
    """Return what is printed of one name."""
    places = list(dict.fromkeys(map(register.place, entry.citations)))
    namings = tuple(_find_namings(place for place in places if place.anchor))
    name, variants = quote_name(register, entry)
    target, speaker = known.speakers.get(shorten_name(entry.name), (None, None))
    titles = {report.topic.slug: report.topic.title for report in register.dossier.topics}
    return Name(
        name_anchor(entry.id),
        name,
        len(entry.paths),
        variants,
        namings[:MOST_ARTICLES],
        len(entry.paths) - len(namings[:MOST_ARTICLES]),
        (target, speaker.count) if target and speaker else None,
        tuple(_choose_quotes(speaker)) if speaker else (),
        tuple(_find_days(register, places, known)),
        tuple((f"topics/{slug}.md", titles[slug], n) for slug, n in entry.topics if slug in titles),
        tuple(_find_neighbours(entry, known.shown)),
    )


def name_anchor(name: str) -> str:
    """Return the id of a name's section."""
    return f"name-{build_slug(name)}"


def index_days(
    register: Register, entries: Iterable[TimelineEntry]
) -> dict[str, list[TimelineEntry]]:
    """Return the dated entries by the anchors of the sentences that they print."""
    days: defaultdict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        for statement in entry.statements if entry.date else ():
            anchor = register.anchor(statement.citations[0])
            if anchor:
                days[anchor].append(entry)
    return days


def quote_name(register: Register, entry: NameEntry) -> tuple[Passage | str, tuple[Passage, ...]]:
    """Return the name and its variants as articles write them."""
    passages = [register.passage(citation) for citation in reversed(entry.citations)]
    written = {passage.text: passage for passage in passages}
    name = entry.name
    if written and name not in written and shorten_name(name) != name:
        name = min(written)
    variants = tuple(written[text] for text in sorted(written) if text != name)
    return written.get(name, name), variants


def _find_namings(places: Iterable[Place]) -> Iterator[Naming]:
    by_article: dict[str, list[Place]] = {}
    for place in places:
        by_article.setdefault(place.label.path, []).append(place)
    for found in by_article.values():
        anchors = tuple(place.anchor for place in found)
        more = len(anchors[MOST_SENTENCES:])
        yield Naming(found[0].label, anchors[:MOST_SENTENCES], more)


def _choose_quotes(speaker: Speaker) -> Iterator[Quote]:
    """Yield the quotations most carried, without the ids that the page of quotations gives."""
    for quote in sorted(speaker.quotes, key=_rank_quote)[:MOST_QUOTES]:
        yield replace(quote, passage=replace(quote.passage, anchor=""), wordings=None)


def _rank_quote(quote: Quote) -> tuple[int, bool]:
    return -len(quote.places), len(quote.passage.text.split()) < FEWEST_WORDS


def _find_days(register: Register, places: Iterable[Place], known: Known) -> Iterator[Day]:
    """Yield the times of which most statements name it, in order."""
    counts = Counter(e for place in places for e in known.days.get(place.anchor, ()))
    kept = {entry for entry, _ in counts.most_common(MOST_DAYS)}
    for entry, target in known.targets.items() if kept else ():
        if entry in kept:
            when = name_moment(register.words, entry)
            ahead = f" ({register.words.say('announced')})" if entry.announced else ""
            yield Day(when + ahead, target)


def _find_neighbours(entry: NameEntry, shown: Mapping[str, str]) -> Iterator[Neighbour]:
    found = [(one, count) for one, count in entry.beside if one in shown]
    for one, count in found[:MOST_BESIDE]:
        yield Neighbour(shown[one], name_anchor(one), count)
