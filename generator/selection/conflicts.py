"""What it takes for two accounts to be of one thing, whatever they then say of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.findings import DateMention
from generator.models import DateFinding
from generator.selection.accounts import Account

ALIKE = 0.6
"""Share of the poorer context's stems that two contexts must have in common."""
ROOT = 4
"""Letters by which a word is told to belong to a stem, or a name to another form of it."""
_NAMED = 2
"""Names that the articles of one event have in common among those they use most."""
_SHARE = 0.35
"""The same as a share of the names of the article that names fewer."""
_SAME_NEWS = dt.timedelta(days=4)
"""Articles further apart are of one event only where their sentences share a name as well."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts that differ."""

    kind: str
    """quantity, date, denial or opposite."""
    subject: str
    topic: str
    """What must be the same for two conflicts to be joined: the thing that is counted."""
    one: int
    """Index of an account."""
    other: int
    claims: tuple[str, str]
    """What sets each apart, in its own words."""
    keys: tuple[str, str]
    """The same as values: accounts with one key stand on one side."""
    is_outcome: bool = False
    """Whether it is of what happened to people."""
    is_whole: bool = False
    """Whether it is of the event itself, and so one with all others that are."""


def is_one_event(one: Account, other: Account, dated: bool = True) -> bool:
    """Return whether independent accounts may be of one event: no names, no times apart."""
    if not one.is_independent_of(other):
        return False
    a, b = one.claim, other.claim
    if any(name not in b.stems for name in a.names) and any(n not in a.stems for n in b.names):
        return False
    if _are_of_other_sources(one, other) or not are_of_one_event(one, other):
        return False
    if is_other_news(one, other) and not (a.stems & set(b.names) or b.stems & set(a.names)):
        return False
    return not dated or not (are_apart(one, other) or (a.days and b.days and not a.days & b.days))


def names_none_else(one: Account, other: Account) -> bool:
    """Return whether whom either sentence names the other's article speaks of too."""
    return other.told.issuperset(one.claim.names) and one.told.issuperset(other.claim.names)


def are_of_one_event(one: Account, other: Account) -> bool:
    """Return whether the articles use the same names."""
    fewer = min(len(one.named), len(other.named))
    least = max(min(_NAMED, fewer), _SHARE * fewer)
    return len(one.named & other.named) >= least and bool(one.named) == bool(other.named)


def _are_of_other_sources(one: Account, other: Account) -> bool:
    """Return whether one is about its source, of whom the other is not: "it has 40 shops"."""
    a, b = (account.sources | account.claim.stems for account in (one, other))
    if not (one.is_of_source or other.is_of_source):
        return False
    about = one.sources if one.is_of_source else a, other.sources if other.is_of_source else b
    return 2 * len(about[0] & about[1]) <= min(map(len, about))


def is_other_news(one: Account, other: Account) -> bool:
    """Return whether the articles are of days too far apart to be of one event for certain."""
    first, second = (parse_day(account.candidate.published) for account in (one, other))
    return bool(first and second and abs(first - second) > _SAME_NEWS)


def parse_day(text: str) -> dt.date | None:
    """Return the day of an ISO date, None where it is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def are_apart(one: Account, other: Account) -> bool:
    """Return whether both name times, and none in common; a year alone is background."""
    times = [[m for m in account.dates if m.value] for account in (one, other)]
    if not all(times):
        return any(mention.precision == "year" for named in times for mention in named)
    return not any(_overlap(a, b) for a in times[0] for b in times[1])


def _overlap(one: DateMention, other: DateMention) -> bool:
    a, b = DateFinding(one.value), DateFinding(other.value)
    return a.first_day <= b.last_day and b.first_day <= a.last_day


def is_alike(one: frozenset[str], other: frozenset[str], least: float = ALIKE) -> bool:
    """Return whether the poorer of two contexts stands mostly in the richer."""
    shared = len(one & other)
    return shared >= 2 and shared >= least * min(len(one), len(other))


def read_subject(one: Account, other: Account) -> str:
    """Return the words of the first account that both have, as what the two are about."""
    shared = set(one.claim.words) & set(other.claim.words)
    roots = {stem[:ROOT] for stem in one.claim.stems & other.claim.stems}
    return " ".join(w for w in one.claim.words if w in shared and w[:ROOT] in roots)
