"""Who denies what somebody else says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from generator.language import split_tokens, stem_words
from generator.selection.accounts import Account, AccountWords
from generator.selection.conflicts import Conflict

_BACK = 4
"""Sentences before a denial among which what it answers is looked for."""
_CONTAINED = 0.6
"""Share of what is denied, by weight of its stems, that the other account must say."""
_RARE = 5
"""Accounts with a stem below which it tells no more."""
_ROOT = 4
"""Letters that the forms of a name share."""
_CLAUSE_END = re.compile(r"[,;:]|\s(?:and|but)\s")
_COMMON = 400
"""Accounts with a stem at most, for a stem that is looked up."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One account that denies something."""

    account: int
    cue: str
    """The verb as written."""
    denier: frozenset[str]
    """Stems of the words before the verb."""
    denied: frozenset[str]
    """Stems of what is denied; empty where it only answers what stands before it."""


def find_denials(
    accounts: Sequence[Account], words: AccountWords, language: str
) -> Iterator[Conflict]:
    """Yield denials, each with an account of what is denied.

    What is denied is looked for in all articles by its own words. A denial without words of its
    own, as "which he denies", answers the last accusation before it in its article.
    """
    denials = [
        denial
        for index, account in enumerate(accounts)
        if (denial := _read_denial(index, account, words, language))
    ]
    deniers = {denial.account for denial in denials}
    postings = _index_stems(accounts)
    for denial in denials:
        answered = set(_find_before(denial, accounts, words))
        answered |= set(_find_asserted(denial, accounts, postings, words)) - deniers
        for index in sorted(answered):
            subject = accounts[denial.account].candidate.text
            claims, keys = ("", denial.cue), ("said", "denied")
            yield Conflict("denial", subject, index, denial.account, claims, keys)


def _read_denial(index: int, account: Account, words: AccountWords, language: str) -> Denial | None:
    """Return what the account denies, None where it denies nothing."""
    tokens = split_tokens(account.text)
    for place, word in enumerate(account.words):
        if word in words.denials and _is_denial(account.words, place, words):
            before = account.text[: tokens[place].start]
            after = _CLAUSE_END.split(account.text[tokens[place].end :], maxsplit=1)[0]
            denied = frozenset(stem_words(after, language)) - words.empty
            denier = frozenset(stem_words(before, language))
            return Denial(index, word, denier, denied)
    return None


def _is_denial(sentence: Sequence[str], place: int, words: AccountWords) -> bool:
    """Return whether the verb gainsays: "deny" alone may also mean to withhold, or be wished."""
    before, after = sentence[max(0, place - 3) : place], sentence[place + 1 : place + 6]
    if words.auxiliaries.intersection(before[-1:]) or words.undone.intersection(before):
        return False
    plain = not sentence[place].endswith(("s", "d", "g"))
    if plain and words.infinitives.intersection(before[-1:]):
        return False
    if words.refused.intersection(after[:2]) or (after[:1] == ("it",) and len(after) > 1):
        return False
    return sentence[place] not in words.guarded or bool(words.charges.intersection(after))


def _index_stems(accounts: Sequence[Account]) -> Mapping[str, list[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        for stem in account.claim.stems:
            postings[stem].append(index)
    return postings


def _find_before(denial: Denial, accounts: Sequence[Account], words: AccountWords) -> Iterator[int]:
    """Yield the last accusation before a denial, in its own sentence or up to four before it.

    It must name the denier, unless the denial has no words of its own.
    """
    own = accounts[denial.account]
    if not denial.denied and words.accusations.intersection(
        own.words[: own.words.index(denial.cue)]
    ):
        yield denial.account
        return
    for account, index in _read_back(denial.account, accounts):
        named = _is_named(denial.denier, account)
        if words.accusations.intersection(account.words) and (named or not denial.denied):
            yield index
            return
        if named and words.reports.intersection(account.words) and index == denial.account - 1:
            yield index
            return


def _read_back(start: int, accounts: Sequence[Account]) -> Iterator[tuple[Account, int]]:
    """Yield the few accounts before the one at `start` in its article, the nearest first."""
    article = accounts[start].candidate.article
    for index in range(start - 1, max(-1, start - 1 - _BACK), -1):
        if accounts[index].candidate.article != article:
            return
        yield accounts[index], index


def _is_named(denier: frozenset[str], account: Account) -> bool:
    """Return whether the account speaks of the denier, by a name in any of its forms."""
    roots = {stem[:_ROOT] for stem in denier if len(stem) >= _ROOT}
    capitals = {
        token.text[:_ROOT].lower()
        for token in split_tokens(account.text)
        if token.text[0].isupper()
    }
    return not roots.isdisjoint(capitals)


def _find_asserted(
    denial: Denial,
    accounts: Sequence[Account],
    postings: Mapping[str, Sequence[int]],
    words: AccountWords,
) -> Iterator[int]:
    """Yield the accounts that say what is denied, or accuse the denier of something like it."""
    weights = {stem: _weigh(stem, accounts, postings) for stem in denial.denied}
    found: defaultdict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for stem in sorted(denial.denied):
        for index in postings.get(stem, ())[:_COMMON]:
            found[index] += weights[stem]
            shared[index] += stem not in denial.denier
    enough = round(_CONTAINED * sum(weights.values()), 9)
    for index, weight in sorted(found.items()):
        account = accounts[index]
        said = round(weight, 9) >= enough and shared[index] >= 2
        if said or (shared[index] and _accuses(account, denial.denier, words)):
            if not words.undone.intersection(account.claim.words):
                yield index


def _accuses(account: Account, denier: frozenset[str], words: AccountWords) -> bool:
    """Return whether the denier is named right behind a word that accuses."""
    roots = {stem[:_ROOT] for stem in denier if len(stem) >= _ROOT}
    return any(
        word in words.accusations
        and not roots.isdisjoint(other[:_ROOT] for other in account.words[place + 1 : place + 5])
        for place, word in enumerate(account.words)
    )


def _weigh(stem: str, accounts: Sequence[Account], postings: Mapping[str, Sequence[int]]) -> float:
    """Return how much a stem tells: the rarer the more, up to a point."""
    return log(1 + len(accounts) / max(_RARE, len(postings.get(stem, ()))))
