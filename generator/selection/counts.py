"""Accounts that count one thing and come to different numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.findings import Quantity
from generator.language import load_synonyms, stem_words
from generator.selection.account_words import AccountWords, CountWords
from generator.selection.accounts import Account
from generator.selection.conflicts import ALIKE, ROOT, Conflict, is_alike, is_one_event, names_none_else, parse_day
from generator.selection.pairing import find_pairs

_INDEXED = 12
"""Stems of a context that are looked up; those of disasters have few rare ones in common."""
_TABLE = 6
"""Numbers of a sentence above which it is a table."""
_BESIDE = 3
"""Words before and behind a quantity that tell what a measure is of."""
_BEFORE = 2
"""Times that a word before a number counts as further off than one behind it."""
_UNNAMED = 0.75
"""Share of stems in common where a measure does not say what it is of."""
_ROUGHLY, _PART, _UNLIKE = 1.12, 5, 100
"""Times that one rough number is another at the most to be the same, that one of people is to be
of the same people, and any number of the same thing."""
_LATER = dt.timedelta(days=2)
"""A higher number in an article so much later brings the count up to date."""
_LOOSE, _UNTIED = 0.25, 3
"""Share, and number, of stems that two contexts of what happened to people have in common."""


@dataclass(frozen=True, slots=True)
class Count:
    """One quantity of an account, with what tells it from others."""

    account: int
    quantity: Quantity
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


def find_quantity_conflicts(
    accounts: Sequence[Account], words: AccountWords, language: str
) -> Iterator[Conflict]:
    """Yield pairs that count the same thing of one event and come to other numbers."""
    counts = find_counts(accounts, words, language)
    groups = [count.counted for count in counts]
    for i, j in find_pairs([count.context for count in counts], groups, 1, _INDEXED):
        a, b = counts[i], counts[j]
        one, other = accounts[a.account], accounts[b.account]
        if (
            _is_other_number(a.quantity.value, b.quantity.value)
            and not _may_be_one_number(a, b, accounts)
            and is_one_event(one, other)
            and _is_one_context(a, b, one, other)
            and _is_one_subject(a, b)
            and not _is_update(a, b, accounts, words)
        ):
            claims = one.show(a.quantity.span), other.show(b.quantity.span)
            keys = f"{a.quantity.value:.12g}", f"{b.quantity.value:.12g}"
            subject = a.quantity.subject or a.quantity.unit
            yield Conflict("quantity", subject, a.counted, a.account, b.account, claims, keys)


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
    counted = outcome or "".join(unit) or quantity.unit
    before, behind = _find_beside(quantity, account)
    roots = frozenset(word[:ROOT] for word in (*before, *behind) if len(word) >= ROOT)
    part = _find_part(behind, words.counts)
    rough = not words.counts.rough.isdisjoint(before[-2:])
    return Count(index, quantity, counted, context, roots, part, bool(outcome), rough)


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
        yield replace(before[0], account=bare.account, quantity=bare.quantity)


def _is_one_subject(a: Count, b: Count) -> bool:
    """Return whether two measures may be of one thing: "$2 million of aid" is not of debt.

    A measure that names nothing must stand among the same words: "flew 90 miles".
    """
    if a.part and b.part and a.part != b.part:
        return False
    if a.is_outcome and b.is_outcome:
        units = {a.quantity.unit, b.quantity.unit} - {"people", ""}
        return len(units) < 2
    if a.beside.isdisjoint(b.beside): return False
    if "" in (a.quantity.unit, b.quantity.unit):
        return True
    subjects = [count.quantity.subject.lower().split()[-1:] for count in (a, b)]
    if a.beside.isdisjoint(b.beside): return False
    return subjects[0] == subjects[1] if all(subjects) else not a.beside.isdisjoint(b.beside)


def _is_one_context(a: Count, b: Count, one: Account, other: Account) -> bool:
    """Return whether the two say enough of the same besides their numbers.

    Reports of a disaster vary in all but the day and the name of the place; without either,
    those of two disasters are too much alike.
    """
    if not (a.is_outcome and b.is_outcome):
        if not names_none_else(one, other):
            return False
        named = a.quantity.subject and b.quantity.subject and bool(one.dates) == bool(other.dates)
        return is_alike(a.context, b.context, ALIKE if named else _UNNAMED)
    tied = one.claim.days & other.claim.days or set(one.claim.names) & other.claim.stems
    if tied:
        return is_alike(a.context, b.context, _LOOSE)
    return is_alike(a.context, b.context) and len(a.context & b.context) >= _UNTIED


def _is_other_number(one: float, other: float) -> bool:
    """Return whether neither is the other rounded.

    >>> _is_other_number(3680, 3700), _is_other_number(3680, 3900)
    (False, True)
    """
    digits = min(_count_digits(one), _count_digits(other))
    return f"{one:.{digits - 1}e}" != f"{other:.{digits - 1}e}"


def _may_be_one_number(a: Count, b: Count, accounts: Sequence[Account]) -> bool:
    """Return whether the two numbers may both be right.

    They are near and rough, or so far apart that one of them counts a part, or one sentence has
    both.
    """
    low, high = sorted((a.quantity.value, b.quantity.value))
    if (a.is_rough or b.is_rough) and high <= low * _ROUGHLY:
        return True
    if high > low * (_PART if a.is_outcome and b.is_outcome else _UNLIKE):
        return True
    return any(
        f"{count.quantity.value:.12g}" in accounts[against.account].claim.numbers
        for count, against in ((a, b), (b, a))
    )


def _count_digits(number: float) -> int:
    """Return how many digits of a number are meant: zeros at its end are not."""
    return max(1, len(f"{number:.12g}".replace(".", "").strip("0")))


def _is_update(a: Count, b: Count, accounts: Sequence[Account], words: AccountWords) -> bool:
    """Return whether the later of two counts only brings the earlier up to date."""
    later, earlier = sorted((a, b), key=lambda c: accounts[c.account].candidate.place, reverse=True)
    if later.quantity.value <= earlier.quantity.value:
        return False
    if words.counts.updates.intersection(accounts[later.account].words):
        return True
    days = [parse_day(accounts[count.account].candidate.published) for count in (later, earlier)]
    return bool(days[0] and days[1] and days[0] - days[1] >= _LATER)
