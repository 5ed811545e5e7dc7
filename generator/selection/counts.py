"""What accounts count: numbers with what tells one count from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.findings import Quantity
from generator.language import load_stop_words, load_synonyms, stem_words
from generator.models import Span
from generator.selection.account_words import AccountWords, CountWords
from generator.selection.accounts import Account
from generator.selection.conflicts import ROOT

_TABLE = 6
"""Numbers of a sentence above which it is a table."""
_BESIDE = 3
"""Words before and behind a quantity that tell what a measure is of."""
_BEFORE = 2
"""Times that a word before a number counts as further off than one behind it."""
_SHORTENED = 50
"""Times that the upper end of a range is the lower that leaves out its thousands: "45-50,000"."""
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Count:
    """One quantity of an account, with what tells it from others."""

    account: int
    quantity: Quantity
    span: Span
    """Of the quantity with the other end of its range: "between 40 and 50 people"."""
    low: float
    high: float
    counted: str
    """What happened to the people counted, or the stem of the unit."""
    context: frozenset[str]
    """The rest of what is said."""
    beside: frozenset[str]
    """Roots of the words right before and behind the quantity."""
    part: str
    """Root of the word behind its "of"."""
    is_outcome: bool
    is_rough: bool
    """Whether it is said to be about so many, or more or less than that."""
    is_known: bool
    """Whether it was told of before: "the 40 people"."""

    @property
    def key(self) -> str:
        """What is the same for all that count as many."""
        return f"{self.low:.12g}-{self.high:.12g}"


def find_counts(accounts: Sequence[Account], words: AccountWords, language: str) -> list[Count]:
    """Return the quantities of all accounts, none of a thing that an account counts twice."""
    counts: list[Count] = []
    for index, account in enumerate(accounts):
        is_table = len(account.claim.numbers) > _TABLE
        is_personal = account.claim.personal and not account.sources
        if is_table or is_personal or words.counts.conditions.intersection(account.words):
            continue
        found = [
            _read_count(index, quantity, account, words, language)
            for quantity in account.quantities
            if not _is_aside(quantity, account, words.counts)
        ]
        if len(found) == 1 and _is_bare(found[0], words.counts):
            found = list(_inherit(found[0], counts, accounts))
        times = Counter(count.counted for count in found)
        counts += [count for count in found if times[count.counted] == 1]
    return counts


def _read_count(
    index: int, quantity: Quantity, account: Account, words: AccountWords, language: str
) -> Count:
    canonical = load_synonyms(language)
    unit = {canonical.get(stem, stem) for stem in stem_words(quantity.unit, language)[-1:]}
    is_person = not quantity.unit or quantity.unit in words.counts.persons
    outcome = _find_outcome(account, quantity, words) if is_person else ""
    happened = stem_words(" ".join(words.outcomes.keys() & set(account.words)), language)
    aside = unit | {canonical.get(stem, stem) for stem in happened if outcome}
    context = frozenset(stem for stem in account.claim.stems - aside if not stem[0].isdigit())
    before, behind = _find_beside(quantity, account)
    near, stops = (*before, *behind), load_stop_words(language)
    span, low, high = _find_range(quantity, account, words.counts)
    span = _with_qualifiers(span, account, words.counts)
    return Count(
        account=index,
        quantity=quantity,
        span=span,
        low=low,
        high=high,
        counted=outcome or "".join(unit) or quantity.unit,
        context=context,
        beside=frozenset(word[:ROOT] for word in near if len(word) >= ROOT and word not in stops),
        part=_find_part(behind, words.counts),
        is_outcome=bool(outcome),
        is_rough=low < high or not words.counts.rough.isdisjoint(before[-2:]),
        is_known=not words.counts.articles.isdisjoint(before[-1:]),
    )


def _find_range(
    quantity: Quantity, account: Account, words: CountWords
) -> tuple[Span, float, float]:
    """Return where a quantity stands and its ends: "between 40 and 50", "40-50", or twice 40."""
    offset = account.candidate.citation.span.start
    told = _NUMBER.findall(account.text[quantity.span.start - offset : quantity.span.end - offset])
    before = [t for t in account.tokens if t.end <= quantity.span.start - offset][-_BESIDE:]
    texts = [token.text.lower() for token in before]
    ends, start = [_read_number(number) for number in told[:2]], quantity.span.start
    opens = len(texts) == _BESIDE and texts[0] in words.opens and texts[2] in words.joins
    if opens and _NUMBER.fullmatch(texts[1]):
        ends, start = [_read_number(texts[1]), *ends], offset + before[0].start
    if len(ends) != 2:
        return quantity.span, quantity.value, quantity.value
    scale = max(1.0, quantity.value / ends[opens]) if ends[opens] else 1.0
    low, high = ends[0], ends[1] * (scale if opens else 1)
    while low and high >= low * _SHORTENED:
        low *= 1000
    return Span(start, quantity.span.end), min(low, high), max(low, high)


def _with_qualifiers(span: Span, account: Account, words: CountWords) -> Span:
    """Return the span with "at least" or "as many as" before it, of which the number is said."""
    offset = account.candidate.citation.span.start
    before = words.qualifiers.search(account.text[: span.start - offset])
    return Span(offset + before.start(), span.end) if before else span


def _read_number(text: str) -> float:
    return float(text.replace(",", ""))


def _find_beside(quantity: Quantity, account: Account) -> tuple[list[str], list[str]]:
    """Return the few words before and behind a quantity, lower case."""
    offset = account.candidate.citation.span.start
    start, end = quantity.span.start - offset, quantity.span.end - offset
    before = [token.text.lower() for token in account.tokens if token.end <= start]
    behind = [token.text.lower() for token in account.tokens if token.start >= end]
    return before[-_BESIDE:], behind[:_BESIDE]


def _find_part(behind: Sequence[str], words: CountWords) -> str:
    if not words.parts.intersection(behind[:1]):
        return ""
    return next((word[:ROOT] for word in behind[1:] if word not in words.articles), "")


def _is_aside(quantity: Quantity, account: Account, words: CountWords) -> bool:
    """Return whether the number is not what is counted here and now.

    It is an age, one of two that may be ("one or two million"), what there was before ("from 40
    last year") or what comes on top ("two more").
    """
    before, behind = _find_beside(quantity, account)
    own = [*before[-1:], *account.show(quantity.span).lower().split()]
    if words.ages.intersection(behind[:1]) or words.choices.intersection(before[-1:]):
        return True
    if words.former.intersection(before[-1:]) and words.compared.intersection(account.words):
        return True
    return not words.rest.isdisjoint(own)


def _find_outcome(account: Account, quantity: Quantity, words: AccountWords) -> str:
    """Return what happened to those counted: the nearest word that tells it."""
    place = quantity.span.start - account.candidate.citation.span.start
    told = (
        (
            _BEFORE * (place - token.start) if token.start < place else token.start - place,
            words.outcomes[word],
        )
        for token, word in zip(account.tokens, account.words, strict=True)
        if word in words.outcomes
    )
    return min(told, default=(0, ""))[1]


def _is_bare(count: Count, words: CountWords) -> bool:
    """Return whether nothing in its sentence says what is counted: "the union put it at 40"."""
    heads = words.heads.intersection(count.quantity.subject.lower().split())
    return (
        not count.quantity.unit and not count.is_outcome and bool(heads) and len(count.context) < 2
    )


def _inherit(bare: Count, counts: Sequence[Count], accounts: Sequence[Account]) -> Iterator[Count]:
    """Yield the bare count with what the sentence before it counts, if that is one thing."""
    before = [count for count in counts[-2:] if count.account == bare.account - 1]
    article = accounts[bare.account].candidate.article
    if len(before) == 1 and accounts[before[0].account].candidate.article == article:
        told = replace(before[0], account=bare.account, quantity=bare.quantity)
        yield replace(told, span=bare.span, low=bare.low, high=bare.high)
