"""Quotations by speaker, each with every outlet that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.models import Citation, Quotation
from generator.publishing.escaping import build_slug
from generator.publishing.pages import Page, Passage, Place
from generator.publishing.register import Register

SURE = 0.5  # below it a speaker reads as not identified
LEAST_WORDS = 3  # a shorter run in quotation marks is a term, not a statement


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said, and where it is carried."""

    passage: Passage
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker with all that is quoted of them, in date order."""

    name: str
    """Empty where the speaker could not be told."""
    anchor: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class QuotePage(Page):
    """All quotations."""

    speakers: tuple[Speaker, ...] = ()


def build_quote_page(register: Register) -> QuotePage:
    """Return the page of quotations, who is quoted most first, unidentified speakers last."""
    title = register.words.say("quotes")
    return QuotePage("quotes.md", "quotes", title, speakers=group_quotes(register))


def group_quotes(register: Register) -> tuple[Speaker, ...]:
    """Return the quotations of the dossier by speaker."""
    by_speaker: dict[str, dict[str, list[Citation]]] = {}
    families = {m: f.id for f in register.dossier.families for m in f.members}
    for citation, quotation in _find_quotations(register):
        name = quotation.speaker if quotation.speaker and quotation.confidence >= SURE else ""
        family = families.get(citation, f"{citation.path}#{citation.span.start}")
        by_speaker.setdefault(name, {}).setdefault(family, []).append(citation)
    ordered = sorted(by_speaker, key=lambda name: (not name, -len(by_speaker[name]), name))
    return tuple(
        Speaker(
            name,
            f"by-{build_slug(name)}" if name else "by-unidentified",
            tuple(_build_quote(register, group) for group in by_speaker[name].values()),
        )
        for name in ordered
    )


def _find_quotations(register: Register) -> Iterable[tuple[Citation, Quotation]]:
    for report in register.dossier.articles:
        for quotation in report.annotations.quotations:
            citation = report.article.cite(quotation.span)
            long_enough = len(report.article.show(quotation.span).split()) >= LEAST_WORDS
            if long_enough and register.anchor(citation):
                yield citation, quotation


def _build_quote(register: Register, citations: list[Citation]) -> Quote:
    places = {register.labels[c.path].slug: register.place(c) for c in reversed(citations)}
    first = register.place(citations[0])
    passage = register.passage(citations[0], f"q-{first.anchor}-{citations[0].span.start}")
    return Quote(passage, tuple(reversed(places.values())))
