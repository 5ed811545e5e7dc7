"""The spans that may say the same: sentences, and quotations inside them.

What a unit says is kept as canonical stems, numbers, names, polarity and speaker, so that two
units are compared without looking at text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.findings import Annotations, Quotation
from generator.language import opens_quotation
from generator.models import Article, BlockKind, Citation, Sentence, Span
from generator.selection.attribution import find_attributions
from generator.selection.claims import Claim, read_claim
from generator.selection.tellers import Tellers, read_tellers

LEAST_QUOTED = 4
"""Words of a quotation that can be a statement: two or three are a turn of phrase."""
_ISO_DAY = 10  # characters of a day, as against a month, a year or a range
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_NOBODY = Tellers()
_MARKS = re.compile('[“”„«»"]')


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or what it holds of one quotation."""

    citation: Citation
    sentence: Citation
    """The sentence it stands in; for a sentence itself, the same."""
    claim: Claim
    tellers: Tellers
    """Who says it, read apart: an attribution is no part of the claim."""
    speaker: str
    """Folded name of who is quoted, or mostly; empty when unknown or where nobody is."""
    quoted: bool
    holds_quotation: bool
    """Whether a quotation is only a part of it."""
    headline: bool
    """Whether it is a title or a subheading: these name everybody and say little."""
    published: str
    """First day its article may be of, ISO; "9999" when unknown."""
    dates: frozenset[str] = frozenset()
    """Days it names, ISO, as far as they are known: "last Tuesday"."""

    def days_from(self, other: Unit) -> int:
        """Return how many days lie between the two articles, 0 where a date is unknown."""
        try:
            one, another = (date.fromisoformat(unit.published) for unit in (self, other))
        except ValueError:
            return 0
        return abs((one - another).days)


def split_units(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], language: str
) -> list[Unit]:
    """Return the units of all articles in order of path and offset."""
    return [
        unit
        for article in sorted(articles, key=lambda article: article.path)
        for unit in _units_of(article, annotations.get(article.path), language)
    ]


def _units_of(article: Article, annotations: Annotations | None, language: str) -> Iterator[Unit]:
    quotations = annotations.quotations if annotations else ()
    quotations = quotations or find_marked(article)
    published = article.metadata.published.first_day or "9999"
    days = [
        (mention.span, mention.value)
        for mention in (annotations.dates if annotations else ())
        if mention.value and len(mention.value) == _ISO_DAY
    ]
    position = 0
    for sentence in article.sentences:
        while position < len(quotations) and quotations[position].span.end <= sentence.span.start:
            position += 1
        inside = _quotations_within(sentence, quotations, position)
        headline = sentence.kind in {BlockKind.TITLE, BlockKind.SUBHEADING}
        whole = article.cite(sentence.span)
        spans = list(_spans(article, sentence, inside))
        for span, speaker, quoted in spans:
            told, tellers = _part_attribution(span.of(article.text), language, quoted)
            claim = read_claim(told, language)
            if claim.stems:
                yield Unit(
                    citation=article.cite(span) if quoted else whole,
                    sentence=whole,
                    claim=claim,
                    tellers=tellers,
                    speaker=speaker,
                    quoted=quoted,
                    holds_quotation=not quoted and len(spans) > 1,
                    headline=headline,
                    published=published,
                    dates=frozenset([day for place, day in days if span.covers(place)]),
                )


def _part_attribution(text: str, language: str, quoted: bool) -> tuple[str, Tellers]:
    """Return what the text tells, and who tells it; a quotation is told whole.

    "The agency reported that the mayor said …": both tell.
    """
    told, telling = text, list[str]()
    while not quoted and (attributions := find_attributions(told, language)):
        telling += [span.of(told) for span in attributions]
        for span in reversed(attributions):
            told = f"{told[: span.start]}. {told[span.end :]}"
    return told, read_tellers(telling, language) if telling else _NOBODY


def _quotations_within(
    sentence: Sentence, quotations: Sequence[Quotation], position: int
) -> list[tuple[Span, str]]:
    found = []
    for quotation in quotations[position:]:
        if quotation.span.start >= sentence.span.end:
            break
        start = max(quotation.span.start, sentence.span.start)
        end = min(quotation.span.end, sentence.span.end)
        found.append((Span(start, end), _fold_name(quotation.speaker)))
    return found


def _spans(
    article: Article, sentence: Sentence, inside: Sequence[tuple[Span, str]]
) -> Iterator[tuple[Span, str, bool]]:
    """Yield the sentence and its quotations; a sentence that is all quotation stands for it."""
    if not inside:
        yield sentence.span, "", False
        return
    words = len(_WORD.findall(sentence.span.of(article.text)))
    counted = [
        (span, speaker, len(_WORD.findall(span.of(article.text)))) for span, speaker in inside
    ]
    longest = max(counted, key=lambda entry: entry[2], default=(sentence.span, "", 0))
    whole = longest[2] >= 0.9 * words
    yield sentence.span, longest[1], whole
    if not whole:
        for span, speaker, count in counted:
            if count >= LEAST_QUOTED:
                yield span, speaker, True


def find_marked(article: Article) -> tuple[Quotation, ...]:
    """Return what stands in quotation marks within each block, speakers unknown.

    A closing mark without an opening one closes a quotation that began with its sentence.
    """
    found = []
    for sentence in article.sentences:
        text = sentence.span.of(article.text)
        start: int | None = None
        for mark in _MARKS.finditer(text):
            closes = (mark[0] in '”»«"' and start is not None) or (
                mark[0] in "”»" and not opens_quotation(text, mark.start())
            )
            if closes:
                found.append((sentence, start or 0, mark.start()))
            start = None if closes else mark.end()
        if start is not None:
            found.append((sentence, start, len(text)))
    return tuple(
        Quotation(
            Span(sentence.span.start + start, sentence.span.start + end), None, None, None, 0.0
        )
        for sentence, start, end in found
        if end > start
    )


def _fold_name(name: str | None) -> str:
    """Return the folded name; nothing for a mere role ("the father")."""
    words = (name or "").split()
    return " ".join(words).casefold() if words and words[-1][0].isupper() else ""
