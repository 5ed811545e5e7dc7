"""Who denies what somebody else says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

from generator.models import shown
from generator.selection.account_words import AccountWords
from generator.selection.accounts import Account
from generator.selection.alignment import find_meetings
from generator.selection.conflicts import ROOT, Conflict
from generator.selection.denials import Denial, find_names, read_denial
from generator.selection.wordlists import Wordlists

_BACK = 5
"""Sentences before a denial among which what it answers is looked for."""
_SAID, _SURELY_SAID = 0.6, 0.85
"""Share of what is denied, by weight of its stems, that an account says which names the denier,
and one which does not."""
_NEGATED = 3
"""Words before an accusation among which a negation undoes it: "has not been accused"."""
_SHOWN = 3
"""Accounts of what is denied that one denial is set against: more say no more."""
_OPENING = 12
"""Words of a sentence among which "that" stands before what it tells."""
_RARE = 5
"""Accounts with a stem below which it tells no more."""
_COMMON = 400
"""Accounts of a stem that are looked up at most."""


@dataclass(frozen=True, slots=True)
class Index:
    """All accounts, by the stems of what they say."""

    accounts: Sequence[Account]
    postings: Mapping[str, Sequence[int]]

    def weigh(self, stem: str) -> float:
        """Return how much a stem tells: the rarer the more, up to a point."""
        return log(1 + len(self.accounts) / max(_RARE, len(self.postings.get(stem, ()))))


def find_denials(
    accounts: Sequence[Account], words: AccountWords, lists: Wordlists, language: str
) -> Iterator[Conflict]:
    """Yield denials, each with an account of what is denied.

    What is denied is looked for in all articles by its own words. A denial without words of its
    own, as "which he denies", answers the last accusation before it in its article.
    """
    found = (read_denial(i, account, words, language) for i, account in enumerate(accounts))
    denials = [denial for denial in found if denial]
    deniers = {d.account for d in denials if not _accuses_itself(accounts[d.account], d, words)}
    index = _build_index(accounts)
    contraries = _index_contraries(lists)
    for denial in denials:
        answered = set(_find_before(denial, accounts, deniers, words))
        said = (n for n in _find_asserted(denial, index, words, contraries) if n not in deniers)
        answered |= set(islice(said, _SHOWN))
        if not answered and denial.is_told:
            answered = {denial.account}
        for other in sorted(answered):
            claims, keys = ("", denial.cue), ("said", "denied")
            subject = _name_denied(denial, accounts[other], words)
            yield Conflict("denial", subject, "", other, denial.account, claims, keys)


def _name_denied(denial: Denial, answered: Account, words: AccountWords) -> str:
    """Return what is denied as written, and for a pronoun what it stands for."""
    if denial.subject.casefold() not in words.pronouns:
        return denial.subject
    opening = zip(answered.words[:_OPENING], answered.tokens, strict=False)
    links = (token.end for word, token in opening if word in words.attributions.links)
    return shown(answered.text[next(links, 0) :]).strip(' .”"')


def _find_before(
    denial: Denial, accounts: Sequence[Account], deniers: Collection[int], words: AccountWords
) -> Iterator[int]:
    """Yield the last accusation before a denial, in its own sentence or up to five before it.

    It must name the denier, unless the denial has no words of its own and stands right behind it,
    or speaks of the allegation.
    """
    own = accounts[denial.account]
    if not denial.denied and _accuses_itself(own, denial, words):
        yield denial.account
        return
    told = [(i, a) for i, a in _read_back(denial.account, accounts) if i not in deniers]
    answered = (index for index, account in told if _is_answered(denial, index, account, words))
    yield from islice(answered, 1)


def _is_answered(denial: Denial, index: int, account: Account, words: AccountWords) -> bool:
    """Return whether an account before a denial is what that denies."""
    named = _is_named(denial, account)
    near = index == denial.account - 1
    apart = near and not _is_told_by(denial, account)
    alike = apart or not denial.denied or not denial.denied.isdisjoint(account.claim.stems)
    if denial.names and denial.names.isdisjoint(account.claim.stems):
        return False
    places = list(_find_accusations(account, words))
    if places:
        by_verb = any(account.words[place] in words.accusations.verbs for place in places)
        unnamed = denial.is_answer and not denial.is_named
        return (named and alike) or unnamed or (near and by_verb and not denial.denied)
    return named and near and _reports(account, denial, words)


def _accuses_itself(account: Account, denial: Denial, words: AccountWords) -> bool:
    """Return whether the sentence of a denial also holds the accusation."""
    if denial.is_answer and denial.is_told:
        return True
    places = [place for place in _find_accusations(account, words) if place < denial.place]
    if any(account.words[place] in words.accusations.verbs for place in places):
        return True
    before = account.words[: denial.place]
    told = words.accusations.reports | words.accusations.nouns
    first = next((place for place, word in enumerate(before) if word in told), denial.place)
    return denial.is_answer and not words.denials.turns.isdisjoint(before[first:])


def _find_accusations(account: Account, words: AccountWords) -> Iterator[int]:
    """Yield the places of words that accuse: not "if charged", "never accused", "the alleged"."""
    if words.counts.conditions.intersection(account.words):
        return
    lists, found = words.accusations, list[int]()
    for place, word in enumerate(account.words):
        before = account.words[max(0, place - _NEGATED) : place]
        weak = word in lists.adjectives and lists.determiners.intersection(before[-1:])
        weak = weak or (word in lists.nouns and words.pleas.intersection(account.words))
        if word not in lists.verbs | lists.nouns or weak:
            continue
        if words.negations.intersection(before):
            return
        found.append(place)
    yield from found


def _reports(account: Account, denial: Denial, words: AccountWords) -> bool:
    """Return whether the account reports something of what is denied."""
    told = denial.denied - denial.names
    alike = not denial.denied or not told.isdisjoint(account.claim.stems)
    return alike and bool(words.accusations.reports.intersection(account.words))


def _read_back(start: int, accounts: Sequence[Account]) -> Iterator[tuple[int, Account]]:
    """Yield the few accounts before the one at `start` in its article, the nearest first."""
    article = accounts[start].candidate.article
    for index in range(start - 1, max(-1, start - 1 - _BACK), -1):
        if accounts[index].candidate.article != article:
            return
        yield index, accounts[index]


def _is_named(denial: Denial, account: Account) -> bool:
    """Return whether the account speaks of the denier, by a name in any of its forms."""
    return not denial.denier.isdisjoint(find_names(account.tokens))


def _is_told_by(denial: Denial, account: Account) -> bool:
    """Return whether it is the denier who tells the account: he does not accuse himself."""
    return not denial.denier.isdisjoint(source[:ROOT] for source in account.sources)


def _find_asserted(
    denial: Denial, index: Index, words: AccountWords, contraries: Mapping[str, frozenset[str]]
) -> Iterator[int]:
    """Yield the accounts that say what is denied, or accuse the denier of something like it.

    Those that say most of it come first.
    """
    total = sum(index.weigh(stem) for stem in sorted(denial.denied))
    found: list[tuple[float, int]] = []
    for number, shared in _find_sharing(denial, index, words, contraries):
        account = index.accounts[number]
        if account.claim.personal:
            continue
        share = round(sum(index.weigh(stem) for stem in sorted(shared)) / total, 9)
        told = shared - denial.names
        share_needed, told_needed = (_SAID, 2) if _is_named(denial, account) else (_SURELY_SAID, 3)
        said = share >= share_needed and len(told) >= told_needed
        said = said and any(place[1:] for place in find_meetings(denial.claim, account.claim))
        if denial.is_own and not _is_named(denial, account):
            said = said and any(_find_accusations(account, words))
        of_one = not denial.names or not denial.names.isdisjoint(account.claim.stems)
        if said or (told and of_one and _accuses(account, denial, words)):
            found.append((-share, number))
    yield from (number for _, number in sorted(found))


def _find_sharing(
    denial: Denial, index: Index, words: AccountWords, contraries: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, set[str]]]:
    """Yield accounts with the denied stems that they say; a negated contrary says the same."""
    plain: defaultdict[int, set[str]] = defaultdict(set)
    turned: defaultdict[int, set[str]] = defaultdict(set)
    for stem in sorted(denial.denied):
        for number in index.postings.get(stem, ())[:_COMMON]:
            plain[number].add(stem)
        for contrary in sorted(contraries.get(stem, ())):
            for number in index.postings.get(contrary, ())[:_COMMON]:
                turned[number].add(stem)
    for number in sorted(plain):
        negated = bool(words.negations.intersection(index.accounts[number].claim.words))
        if not negated:
            yield number, plain[number]
        elif turned[number]:
            yield number, plain[number] | turned[number]


def _accuses(account: Account, denial: Denial, words: AccountWords) -> bool:
    """Return whether the denier is named right behind a word that accuses."""
    return any(
        account.words[place] in words.accusations.verbs
        and not denial.denier.isdisjoint(find_names(account.tokens[place + 1 : place + 5]))
        for place in _find_accusations(account, words)
    )


def _build_index(accounts: Sequence[Account]) -> Index:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for stem in account.claim.stems:
            postings[stem].append(number)
    return Index(accounts, postings)


def _index_contraries(lists: Wordlists) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in lists.opposites:
        found[one].add(other)
        found[other].add(one)
    return {stem: frozenset(others) for stem, others in found.items()}
