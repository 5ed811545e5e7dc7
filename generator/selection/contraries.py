"""Accounts that say the contrary: by a negation, by a contrary word, by another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.findings import DateMention
from generator.language import load_words
from generator.models import DateFinding
from generator.selection.account_words import AccountWords
from generator.selection.accounts import Account
from generator.selection.claims import Claim
from generator.selection.conflicts import (
    ALIKE,
    ROOT,
    Conflict,
    is_alike,
    is_one_event,
    is_other_news,
    names_none_else,
    parse_day,
    read_subject,
)
from generator.selection.entries import find_entries, normalise
from generator.selection.pairing import find_pairs
from generator.selection.wordlists import Wordlists

_VERY_ALIKE = 0.75
"""Share of stems in common where one word or a negation sets two accounts apart."""
_LONGEST = 60
"""Words of a sentence above which one word in it does not turn it round."""
_HALF = 0.66
"""The same share of the richer of the two."""
_CERTAIN = 0.85
"""The same for days that are far apart."""
_SHARED = 3
"""Stems such accounts have in common at the least."""
_NEAR, _FAR = dt.timedelta(days=7), dt.timedelta(days=62)
"""Days so near may be of one event; further apart only where all else is the same; beyond, not."""
_TOLD = 2
"""Stems besides names that two reports of one event share."""
_ENDING = 2
"""Letters by which the forms of one verb may differ in length."""
_OWNING = ("'s", "’s")
_COUNTED = "day counted from the article's"
"""The rule of "today", which each article says of its own news."""
_DATED = frozenset({"day", "month"})


def find_opposites(
    accounts: Sequence[Account], words: AccountWords, lists: Wordlists
) -> Iterator[Conflict]:
    """Yield pairs that say the same in the same words but for a negation or a contrary word."""
    for i, j in find_pairs([a.claim.stems for a in accounts], [0] * len(accounts), 2):
        one, other = accounts[i], accounts[j]
        keys = find_contrary(one, other, words, lists)
        if keys and _is_one_moment(one, other) and not _numbers_differ(one, other):
            claims = _find_word(one, keys[0]), _find_word(other, keys[1])
            yield Conflict("opposite", read_subject(one, other), "", i, j, claims, keys)


def _is_one_moment(one: Account, other: Account) -> bool:
    """Return whether the two tell of one time: what was not so may be so days later."""
    if is_other_news(one, other):
        return False
    return is_one_event(one, other) and names_none_else(one, other)


def find_contrary(
    one: Account, other: Account, words: AccountWords, lists: Wordlists
) -> tuple[str, str] | None:
    """Return the stems or words that set the two apart, None where nothing does.

    A contrary word and a negation together say the same: "open", "not closed".
    """
    a, b = one.claim, other.claim
    if words.unasserted.intersection(one.words + other.words) or a.personal or b.personal:
        return None
    if max(len(a.words), len(b.words)) > _LONGEST:
        return None
    contraries = sorted(_find_contraries(a, b, lists))
    if contraries:
        first, second = contraries[0]
        same = _is_same(a.stems - {first}, b.stems - {second})
        return (
            contraries[0] if same and not words.negations.intersection(a.words + b.words) else None
        )
    if _is_negative(one, words) and _is_negative(other, words):
        return None
    negated = _find_negation(one, other, words), _find_negation(other, one, words)
    if bool(negated[0]) == bool(negated[1]):
        return None
    return negated if _is_same(a.stems, b.stems) else None


def _is_negative(account: Account, words: AccountWords) -> bool:
    """Return whether anything in the sentence is negated, or said to have failed."""
    said = set(account.words)
    shortened = any(word.replace("’", "'").endswith("n't") for word in said)
    return shortened or not said.isdisjoint(words.negations | words.lacks)


def _find_negation(one: Account, other: Account, words: AccountWords) -> str:
    """Return the negation of something that the other account says, empty where there is none."""
    said = one.claim.words
    for place, word in enumerate(said):
        near = said[place + 1 : place + 4] if word in words.negations else ()
        if words.unknown.intersection(near):
            continue
        if any(_is_form(follower, spoken) for follower in near for spoken in other.claim.words):
            return word
    return ""


def _is_form(one: str, other: str) -> bool:
    """Return whether two words may be forms of one verb: "sign", "signed", not "signature"."""
    return len(one) >= ROOT and one[:ROOT] == other[:ROOT] and abs(len(one) - len(other)) <= _ENDING


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two contents are one but for the words that were taken out."""
    shared = len(one & other)
    if shared < _SHARED:
        return shared == 2 and shared >= _VERY_ALIKE * len(one | other)
    least, most = sorted((len(one), len(other)))
    return shared >= max(_VERY_ALIKE * least, _HALF * most)


def _find_contraries(a: Claim, b: Claim, lists: Wordlists) -> Iterator[tuple[str, str]]:
    """Yield the contrary stems of two claims; a name has no contrary."""
    ones, others = a.stems.difference(b.stems, a.names), b.stems.difference(a.stems, b.names)
    for first, second in lists.opposites:
        if first in ones and second in others:
            yield first, second
        if second in ones and first in others:
            yield second, first


def _find_word(account: Account, key: str) -> str:
    """Return the word of the account that begins as `key` does, a stem or a word."""
    return next((word for word in account.words if key and word[:ROOT] == key[:ROOT]), key)


def find_date_conflicts(accounts: Sequence[Account], language: str) -> Iterator[Conflict]:
    """Yield pairs that tell one event in the same words and put it on different days."""
    told = (_find_only_date(account, language) for account in accounts)
    dated = [(index, mention) for index, mention in enumerate(told) if mention is not None]
    contexts = [_undated(accounts[index]) for index, _ in dated]
    groups = [mention.precision for _, mention in dated]
    for i, j in find_pairs(contexts, groups, 2):
        (first, day), (second, other_day) = dated[i], dated[j]
        pair = accounts[first], accounts[second]
        if (
            len((contexts[i] & contexts[j]).difference(*(a.claim.names for a in pair))) >= _TOLD
            and _may_be_one_time(day, other_day, contexts[i], contexts[j])
            and is_one_event(*pair, dated=False)
            and names_none_else(*pair)
            and not set(pair[0].claim.names).isdisjoint(pair[1].claim.stems)
            and (
                is_alike(contexts[i], contexts[j], _CERTAIN)
                or not _is_series(*pair, day, other_day)
            )
            and not _numbers_differ(*pair, (day, other_day))
        ):
            claims = pair[0].show(day.span), pair[1].show(other_day.span)
            keys = f"{day.value}", f"{other_day.value}"
            yield Conflict("date", read_subject(*pair), "", first, second, claims, keys)


def _find_only_date(account: Account, language: str) -> DateMention | None:
    """Return the date of what is told.

    That of "Tuesday's quake" or "the 12 January quake" only says which quake.
    """
    found = [mention for mention in account.dates if mention.value]
    if len(found) != 1 or found[0].precision not in _DATED or found[0].rule == _COUNTED:
        return None
    article, *_ = account.show(found[0].span).casefold().split() or [""]
    after = account.text[found[0].span.end - account.candidate.citation.span.start :]
    owns = after.startswith(_OWNING)
    names = article in load_words(language, "articles") and _is_noun(after, account, language)
    return None if owns or names else found[0]


def _is_noun(after: str, account: Account, language: str) -> bool:
    """Return whether a word that says something, and is no name, follows at once."""
    words = find_entries(normalise(" ".join(after.split(maxsplit=1)[:1])), language)
    said = bool(words) and words[0].meaning in account.claim.stems and not words[0].is_capital
    return said and after.startswith(" ")


def _is_series(one: Account, other: Account, day: DateMention, other_day: DateMention) -> bool:
    """Return whether each is news of its day: talks on Tuesday, and talks on Wednesday."""
    told = [parse_day(DateFinding(mention.value).first_day) for mention in (day, other_day)]
    news = [parse_day(account.candidate.published) for account in (one, other)]
    if not (told[0] and told[1] and news[0] and news[1]) or news[0] == news[1]:
        return False
    return news[0] - told[0] == news[1] - told[1] or (day.announced and other_day.announced)


def _undated(account: Account) -> frozenset[str]:
    """Return what is said without the time: day names, months, numbers of days."""
    days = {
        stem
        for stem in account.claim.stems
        if any(day.startswith(stem) for day in account.claim.days)
    }
    digits = {stem for stem in account.claim.stems if stem[0].isdigit()}
    return account.claim.stems - days - digits


def _may_be_one_time(
    one: DateMention, other: DateMention, context: frozenset[str], other_context: frozenset[str]
) -> bool:
    """Return whether what is told of two times is so alike that one of them must be wrong."""
    days = [parse_day(DateFinding(mention.value).first_day) for mention in (one, other)]
    apart = abs(days[0] - days[1]) if days[0] and days[1] else _FAR * 2
    least = min(len(context), len(other_context))
    if not apart or apart > _FAR or least < _SHARED or len(context & other_context) < _SHARED:
        return False
    return is_alike(context, other_context, ALIKE if apart <= _NEAR else _CERTAIN)


def _numbers_differ(one: Account, other: Account, dates: Sequence[DateMention] = ()) -> bool:
    """Return whether each has a number of its own, those of `dates` aside."""
    pairs = zip((one, other), dates, strict=False)
    aside = {word for account, date in pairs for word in account.show(date.span).split()}
    a, b = one.claim.numbers, other.claim.numbers
    return bool(a - b - aside and b - a - aside)
