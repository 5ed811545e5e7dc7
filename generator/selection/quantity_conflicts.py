"""Accounts that count one thing and come to different numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.selection.account_words import AccountWords
from generator.selection.accounts import Account
from generator.selection.conflicts import (
    ALIKE,
    Conflict,
    are_apart,
    are_of_one_event,
    is_alike,
    is_one_event,
    is_other_news,
    names_none_else,
    parse_day,
    read_subject,
)
from generator.selection.counts import Count, find_counts
from generator.selection.pairing import find_pairs

_SUBJECT = 5
"""Words that tell what two measures are of."""
_INDEXED = 12
"""Stems of a context that are looked up; those of disasters have few rare ones in common."""
_UNNAMED = 0.75
"""Share of stems in common where a measure does not say what it is of."""
_RICHER = 0.33
"""Share of the stems of the richer context that the poorer has."""
_ROUGHLY, _PART, _UNLIKE = 1.12, 4, 100
"""Times that one rough number is another at the most to be the same, that one of people is to be
of the same people, and any number of the same thing."""
_COMMON, _FEW = 0.2, 5
"""Share, and number, of articles that have the words which tell of the event itself."""
_MOSTLY = 0.6
"""Share of such words in the context of a toll."""
_FOLLOWING = 24
"""Tolls after it that a toll is compared with."""
_LATER = dt.timedelta(days=2)
"""A higher number in an article so much later brings the count up to date."""
_LOOSE, _UNTIED = 0.25, 3
"""Share, and number, of stems that two contexts of what happened to people have in common."""


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
            _may_differ(a, b, accounts, words)
            and is_one_event(one, other)
            and _is_one_context(a, b, one, other, words)
            and _is_one_subject(a, b)
        ):
            yield _build_conflict(a, b, accounts, words)
    for a, b in _pair_tolls(counts, accounts, words):
        if _may_differ(a, b, accounts, words):
            yield replace(_build_conflict(a, b, accounts, words), is_whole=True)


def _may_differ(a: Count, b: Count, accounts: Sequence[Account], words: AccountWords) -> bool:
    return (
        _is_other_number(a, b)
        and not _may_be_one_number(a, b, accounts)
        and not _is_update(a, b, accounts, words)
    )


def _pair_tolls(
    counts: Sequence[Count], accounts: Sequence[Account], words: AccountWords
) -> Iterator[tuple[Count, Count]]:
    """Yield the tolls of the whole event with the few that follow within days.

    What most articles speak of is the event; a sentence that names nothing else counts all of it,
    and shares perhaps no other word with another that does.
    """
    common = _find_common(accounts)
    tolls = [c for c in counts if _is_toll(c, accounts[c.account], common, words)]
    tolls.sort(key=lambda toll: (toll.counted, accounts[toll.account].candidate.place))
    for place, a in enumerate(tolls):
        for b in tolls[place + 1 : place + 1 + _FOLLOWING]:
            one, other = accounts[a.account], accounts[b.account]
            if a.counted == b.counted and _is_one_time(one, other):
                yield a, b


def _is_one_time(one: Account, other: Account) -> bool:
    near = one.is_independent_of(other) and not is_other_news(one, other)
    return near and are_of_one_event(one, other) and not are_apart(one, other)


def _find_common(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the stems that a part of the articles have, none where the articles are few."""
    articles = {account.candidate.article: account.told for account in accounts}
    times = Counter(stem for told in articles.values() for stem in told)
    least = max(_FEW, _COMMON * len(articles))
    return frozenset(stem for stem, count in times.items() if count >= least)


def _is_toll(count: Count, account: Account, common: frozenset[str], words: AccountWords) -> bool:
    """Return whether people are counted, whoever they are, and nothing is told but the event."""
    anyone = not count.quantity.unit or count.quantity.unit in words.counts.anyone
    if not (count.is_outcome and anyone and common.issuperset(account.claim.names)):
        return False
    if count.is_known or words.counts.narrowing.intersection(account.words):
        return False
    if count.counted in words.counts.piecemeal:
        return False
    return len(count.context & common) >= _MOSTLY * len(count.context)


def _build_conflict(
    a: Count, b: Count, accounts: Sequence[Account], words: AccountWords
) -> Conflict:
    one, other = accounts[a.account], accounts[b.account]
    claims = one.show(a.span), other.show(b.span)
    subject = _read_subject(a, b, one, other, words)
    return Conflict(
        "quantity",
        subject,
        a.counted,
        a.account,
        b.account,
        claims,
        (a.key, b.key),
        is_outcome=a.is_outcome and b.is_outcome,
    )


def _read_subject(a: Count, b: Count, one: Account, other: Account, words: AccountWords) -> str:
    """Return what the two count: "staff missing", "orange buses", or the words both have of it."""
    if a.is_outcome and b.is_outcome:
        units = [c.quantity.unit for c in (a, b) if c.quantity.unit in words.counts.persons]
        named = next((unit for unit in units if unit not in words.counts.anyone), "people")
        return f"{named} {a.counted}"
    subjects = [count.quantity.subject for count in (a, b)]
    told = next((s for s in subjects if s and s.lower() not in words.counts.heads), "")
    shared = (word for word in read_subject(one, other).split() if word.isalpha())
    return told or " ".join(list(dict.fromkeys(shared))[:_SUBJECT])


def _is_one_subject(a: Count, b: Count) -> bool:
    """Return whether two measures may be of one thing: "$2 million of aid" is not of debt.

    A measure that names nothing must stand among the same words: "flew 90 miles".
    """
    if a.part and b.part and a.part != b.part:
        return False
    if a.is_outcome and b.is_outcome:
        units = {a.quantity.unit, b.quantity.unit} - {"people", ""}
        return len(units) < 2
    if a.beside.isdisjoint(b.beside):
        return False
    if "" in (a.quantity.unit, b.quantity.unit):
        return True
    subjects = [count.quantity.subject.lower().split()[-1:] for count in (a, b)]
    return subjects[0] == subjects[1] if all(subjects) else not a.beside.isdisjoint(b.beside)


def _is_one_context(a: Count, b: Count, one: Account, other: Account, words: AccountWords) -> bool:
    """Return whether the two say enough of the same besides their numbers.

    Reports of a disaster vary in all but the day and the name of the place; without either,
    those of two disasters are too much alike.
    """
    if not (a.is_outcome and b.is_outcome):
        if not names_none_else(one, other):
            return False
        named = a.quantity.subject and b.quantity.subject and bool(one.dates) == bool(other.dates)
        most = max(len(a.context), len(b.context))
        share = ALIKE if named else _UNNAMED
        return (
            is_alike(a.context, b.context, share) and len(a.context & b.context) >= _RICHER * most
        )
    tied = one.claim.days & other.claim.days or set(one.claim.names) & other.claim.stems
    if a.counted in words.counts.piecemeal:
        return is_alike(a.context, b.context, _UNNAMED)
    if tied and one.candidate.article != other.candidate.article:
        return is_alike(a.context, b.context, _LOOSE)
    return is_alike(a.context, b.context) and len(a.context & b.context) >= _UNTIED


def _is_other_number(a: Count, b: Count) -> bool:
    """Return whether no number is both, rounded or not."""
    if a.low <= b.high and b.low <= a.high:
        return False
    lower, upper = (a.high, b.low) if a.high < b.low else (b.high, a.low)
    return not is_rounded(lower, upper)


def is_rounded(one: float, other: float) -> bool:
    """Return whether one number is the other rounded.

    >>> is_rounded(3680, 3700), is_rounded(3680, 3900)
    (True, False)
    """
    digits = min(_count_digits(one), _count_digits(other))
    return f"{one:.{digits - 1}e}" == f"{other:.{digits - 1}e}"


def _may_be_one_number(a: Count, b: Count, accounts: Sequence[Account]) -> bool:
    """Return whether the two numbers may both be right.

    They are near and rough, or so far apart that one of them counts a part, or one sentence has
    both.
    """
    low, high = (a.high, b.low) if a.high < b.low else (b.high, a.low)
    if (a.is_rough or b.is_rough) and high <= low * _ROUGHLY:
        return True
    if high > low * (_PART if a.is_outcome and b.is_outcome else _UNLIKE):
        return True
    return any(
        f"{number:.12g}" in accounts[against.account].claim.numbers
        for count, against in ((a, b), (b, a))
        for number in (count.low, count.high)
    )


def _count_digits(number: float) -> int:
    """Return how many digits of a number are meant: zeros at its end are not."""
    return max(1, len(f"{number:.12g}".replace(".", "").strip("0")))


def _is_update(a: Count, b: Count, accounts: Sequence[Account], words: AccountWords) -> bool:
    """Return whether the later of two counts only brings the earlier up to date."""
    later, earlier = sorted((a, b), key=lambda c: accounts[c.account].candidate.place, reverse=True)
    if later.high <= earlier.low:
        return False
    if words.counts.updates.intersection(accounts[later.account].words):
        return True
    days = [parse_day(accounts[count.account].candidate.published) for count in (later, earlier)]
    least = dt.timedelta(days=1) if later.counted in words.counts.piecemeal else _LATER
    return bool(days[0] and days[1] and days[0] - days[1] >= least)
