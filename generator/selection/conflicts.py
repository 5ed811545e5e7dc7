"""Two accounts of one thing that cannot both be right: another number, day or polarity."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import load_synonyms, stem_words
from generator.models import DateFinding, DateMention, Quantity
from generator.selection.accounts import Account, AccountWords
from generator.selection.claims import Claim, Wordlists
from generator.selection.pairing import find_pairs

_ALIKE = 0.6
"""Share of the poorer context's stems that two contexts must have in common."""
_VERY_ALIKE = 0.75
"""The same where nothing but one word or a negation sets two accounts apart."""
_CERTAIN = 0.85
_SHARED = 3
"""Stems such accounts have in common at the least."""
_NEAR, _FAR = dt.timedelta(days=7), dt.timedelta(days=60)
"""Days so near may be of one event; further apart only where all else is the same; beyond, not."""
_ROOT = 4
"""Letters by which a word is told to belong to a stem."""
_DATED = frozenset({"day", "month"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts that differ."""

    kind: str
    """quantity, date, denial or opposite."""
    subject: str
    one: int
    """Index of an account."""
    other: int
    claims: tuple[str, str]
    """What sets each apart, in its own words."""
    keys: tuple[str, str]
    """The same as values: accounts with one key stand on one side."""


@dataclass(frozen=True, slots=True)
class _Count:
    """One quantity of an account, with what tells it from others."""

    account: int
    quantity: Quantity
    counted: str
    """What happened to the people counted, or the stem of the unit."""
    context: frozenset[str]
    """The rest of what is said."""


def find_quantity_conflicts(
    accounts: Sequence[Account], words: AccountWords, language: str
) -> Iterator[Conflict]:
    """Yield pairs that count the same thing in the same words and come to other numbers."""
    counts = [
        count
        for index, account in enumerate(accounts)
        for count in _find_counts(index, account, words, language)
    ]
    groups = [count.counted for count in counts]
    for i, j in find_pairs([count.context for count in counts], groups, 2):
        a, b = counts[i], counts[j]
        one, other = accounts[a.account], accounts[b.account]
        if (
            _is_other_number(a.quantity.value, b.quantity.value)
            and _tell_one_event(one, other)
            and _is_alike(a.context, b.context)
            and not _is_update(a, b, accounts, words)
        ):
            claims = one.show(a.quantity.span), other.show(b.quantity.span)
            subject = a.quantity.subject or a.quantity.unit
            keys = f"{a.quantity.value:.12g}", f"{b.quantity.value:.12g}"
            yield Conflict("quantity", subject, a.account, b.account, claims, keys)


def _find_counts(
    index: int, account: Account, words: AccountWords, language: str
) -> Iterator[_Count]:
    """Yield the quantities of one account, none of a thing that it counts twice."""
    happened = [words.outcomes[word] for word in account.words if word in words.outcomes]
    canonical = load_synonyms(language)
    found = []
    for quantity in account.quantities:
        unit = stem_words(quantity.unit, language)[-1:]
        counted = canonical.get(unit[0], unit[0]) if unit else quantity.unit
        if len(set(happened)) == 1 and quantity.unit in ("people", ""):
            counted = happened[0]
        context = account.claim.stems - {counted, *unit} - _find_digits(account.claim.stems)
        found.append(_Count(index, quantity, counted, context))
    times = Counter(count.counted for count in found)
    yield from (count for count in found if times[count.counted] == 1)


def _find_digits(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem[0].isdigit())


def _is_other_number(one: float, other: float) -> bool:
    """Return whether neither is the other rounded.

    >>> _is_other_number(3680, 3700), _is_other_number(3680, 3900)
    (False, True)
    """
    digits = min(_count_digits(one), _count_digits(other))
    return f"{one:.{digits - 1}e}" != f"{other:.{digits - 1}e}"


def _count_digits(number: float) -> int:
    """Return how many digits of a number are meant: zeros at its end are not."""
    return max(1, len(f"{number:.12g}".replace(".", "").strip("0")))


def _is_update(a: _Count, b: _Count, accounts: Sequence[Account], words: AccountWords) -> bool:
    """Return whether the later of two counts only brings the earlier up to date."""
    later, earlier = sorted((a, b), key=lambda c: accounts[c.account].candidate.place, reverse=True)
    says_so = words.updates.intersection(accounts[later.account].words)
    return bool(says_so) and later.quantity.value > earlier.quantity.value


def find_date_conflicts(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield pairs that tell one event in the same words and put it on different days."""
    dated = [(i, m) for i, a in enumerate(accounts) if (m := _find_only_date(a)) is not None]
    contexts = [accounts[index].claim.stems for index, _ in dated]
    groups = [mention.precision for _, mention in dated]
    for i, j in find_pairs(contexts, groups, 3):
        (one, first), (other, second) = dated[i], dated[j]
        pair = accounts[one], accounts[other]
        if (
            _tell_one_event(*pair, dated=False)
            and _may_be_one_event(first, second, [_undated(account) for account in pair])
            and not _numbers_conflict(pair[0].claim, pair[1].claim)
        ):
            claims = pair[0].show(first.span), pair[1].show(second.span)
            keys = f"{first.value}", f"{second.value}"
            yield Conflict("date", _show_shared(*pair), one, other, claims, keys)


def _find_only_date(account: Account) -> DateMention | None:
    found = [mention for mention in account.dates if mention.value]
    return found[0] if len(found) == 1 and found[0].precision in _DATED else None


def _undated(account: Account) -> frozenset[str]:
    return frozenset(stem for stem in account.claim.stems if stem not in account.claim.days)


def _may_be_one_event(
    one: DateMention, other: DateMention, contexts: Sequence[frozenset[str]]
) -> bool:
    """Return whether what is told of two times is so alike that one of them must be wrong."""
    first, second = (dt.date.fromisoformat(DateFinding(m.value).first_day) for m in (one, other))
    near = abs(first - second) <= _NEAR
    apart = first != second and abs(first - second) <= _FAR
    return apart and _is_alike(contexts[0], contexts[1], _ALIKE if near else _CERTAIN)


def _numbers_conflict(a: Claim, b: Claim) -> bool:
    return bool(a.numbers - b.numbers and b.numbers - a.numbers)


def find_opposites(
    accounts: Sequence[Account], words: AccountWords, lists: Wordlists
) -> Iterator[Conflict]:
    """Yield pairs that say the same in the same words but for a negation or a contrary word."""
    for i, j in find_pairs([a.claim.stems for a in accounts], [0] * len(accounts), 2):
        one, other = accounts[i], accounts[j]
        keys = _find_contrary(one, other, words, lists)
        if keys and _tell_one_event(one, other) and not _numbers_conflict(one.claim, other.claim):
            claims = _find_word(one, keys[0]), _find_word(other, keys[1])
            yield Conflict("opposite", _show_shared(one, other), i, j, claims, keys)


def _find_contrary(
    one: Account, other: Account, words: AccountWords, lists: Wordlists
) -> tuple[str, str] | None:
    """Return the words that set the two against each other, None where nothing does.

    A contrary word and a negation together say the same: "open", "not closed".
    """
    a, b = one.claim, other.claim
    if words.doubts.intersection(one.words + other.words):
        return None
    negated = [_find_negation(x, y, words) for x, y in ((one, other), (other, one))]
    contraries = sorted(_find_contraries(a, b, lists))
    if contraries and not any(negated):
        first, second = contraries[0]
        return contraries[0] if _is_same(a.stems - {first}, b.stems - {second}) else None
    if contraries or bool(negated[0]) == bool(negated[1]):
        return None
    return (negated[0], negated[1]) if _is_same(a.stems, b.stems) else None


def _find_negation(one: Account, other: Account, words: AccountWords) -> str:
    """Return the negation of something that the other account says, empty where there is none."""
    said = one.claim.words
    for place, word in enumerate(said):
        if word in words.undone and any(
            stem.startswith(_root(follower))
            for follower in said[place + 1 : place + 4]
            if len(follower) >= _ROOT
            for stem in other.claim.stems
        ):
            return word
    return ""


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two contents are one but for the words that were taken out."""
    shared = len(one & other)
    if shared < _SHARED:
        return shared == 2 and shared >= _VERY_ALIKE * len(one | other)
    return shared >= _VERY_ALIKE * min(len(one), len(other))


def _find_contraries(a: Claim, b: Claim, lists: Wordlists) -> Iterator[tuple[str, str]]:
    """Yield the contrary stems of two claims; a name has no contrary."""
    ones, others = a.stems.difference(b.stems, a.names), b.stems.difference(a.stems, b.names)
    for first, second in lists.opposites:
        if first in ones and second in others:
            yield first, second
        if second in ones and first in others:
            yield second, first


def _tell_one_event(one: Account, other: Account, dated: bool = True) -> bool:
    """Return whether independent accounts may be of one event: no names, no times apart."""
    if not one.is_independent_of(other):
        return False
    a, b = one.claim, other.claim
    if any(name not in b.stems for name in a.names) and any(n not in a.stems for n in b.names):
        return False
    return not dated or not (_are_apart(one, other) or (a.days and b.days and not a.days & b.days))


def _are_apart(one: Account, other: Account) -> bool:
    """Return whether both name times, and none in common."""
    times = [[DateFinding(m.value) for m in a.dates if m.value] for a in (one, other)]
    return all(times) and not any(
        a.first_day <= b.last_day and b.first_day <= a.last_day for a in times[0] for b in times[1]
    )


def _is_alike(one: frozenset[str], other: frozenset[str], least: float = _ALIKE) -> bool:
    """Return whether the poorer of two contexts stands mostly in the richer."""
    shared = len(one & other)
    return shared >= 2 and shared >= least * min(len(one), len(other))


def _root(word: str) -> str:
    return word[:_ROOT]


def _find_word(account: Account, key: str) -> str:
    """Return the word of the account that begins as `key` does, a stem or a word."""
    return next((word for word in account.words if key and _root(word) == _root(key)), key)


def _show_shared(one: Account, other: Account) -> str:
    """Return the words of the first account that both have, as what the two are about."""
    shared = set(one.claim.words) & set(other.claim.words)
    stems = one.claim.stems & other.claim.stems
    words = (word for word in one.claim.words if word in shared)
    return " ".join(word for word in words if any(_root(word) == _root(stem) for stem in stems))
