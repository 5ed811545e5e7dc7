"""What accounts deny, by a verb or by calling it false."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language import Token, split_tokens
from generator.models import shown
from generator.selection.account_words import AccountWords
from generator.selection.accounts import Account
from generator.selection.claims import Claim, read_claim
from generator.selection.conflicts import ROOT

_FIRST, _NAMED = 3, 4
"""Words at the beginning of a sentence, and before the denial, among which the denier's name
stands."""
_FAR = 8
"""Words behind a verb among which a right stands that is withheld."""
_COURT = 12
"""Words before a verb among which a court stands that turns down what it is told."""
_CALLED = 24
"""Words before "false" among which stands what is called so."""
_LINKED = 6
"""Words behind a denial among which "that" stands before what is denied."""
_CLAUSE_END = re.compile(r"[,;:]|\s(?:and|but)\s")


@dataclass(frozen=True, slots=True)
class Denial:
    """One account that denies something."""

    account: int
    cue: str
    """The verb, lower case."""
    subject: str
    """What is denied, as written."""
    place: int
    """Index of the cue among the account's words."""
    denier: frozenset[str]
    """Roots of the names right before the verb: the denier's is among them."""
    denied: frozenset[str]
    """Stems of what is denied; empty where it only answers what stands before it."""
    names: frozenset[str]
    """Those of `denied` that are names: they tell of whom, not what."""
    is_named: bool
    """Whether a name of the denier is among them."""
    is_answer: bool
    """Whether it denies "the allegation" and so has words of its own nowhere."""
    is_own: bool
    """Whether it denies to have done something: who did it must be said elsewhere too."""
    is_told: bool
    """Whether it denies "the report that", and so says itself what others say."""
    claim: Claim
    """What is denied, in order."""


def read_denial(index: int, account: Account, words: AccountWords, language: str) -> Denial | None:
    """Return what the account denies, None where it denies nothing."""
    for place, word in enumerate(account.words):
        if word in words.denials.verbs and _is_denial(account.words, place, words):
            return _read_verb(index, account, place, words, language)
        noun = _find_called(account, place, words) if word in words.denials.false else None
        if noun is not None:
            falsehood = _read_falsehood(index, account, noun, place)
            is_told = account.words[noun + 1] in words.denials.contents or (
                noun > 0 and account.words[noun - 1] in words.denials.indefinite
            )
            return replace(falsehood, is_told=is_told)
    return None


def _read_verb(
    index: int, account: Account, place: int, words: AccountWords, language: str
) -> Denial:
    """Return the denial whose verb stands at `place`."""
    after = _CLAUSE_END.split(account.text[account.tokens[place].end :], maxsplit=1)[0]
    denied = _find_denied(after, words, language)
    near = (*account.tokens[: min(place, _FIRST)], *account.tokens[max(0, place - _NAMED) : place])
    charged = words.denials.charges.intersection(account.words[place:])
    return Denial(
        account=index,
        cue=account.words[place],
        subject=_name_denied(after, words),
        place=place,
        denier=frozenset([*find_names(near), _find_head(near, words)]),
        denied=denied,
        names=frozenset(read_claim(f"{account.words[place]} {after}", language).names),
        is_named=any(find_names(near)),
        is_answer=not denied and bool(charged),
        is_own=_is_act(account.words[place + 1 :], words),
        is_told=bool(denied and charged.intersection(account.words[place : place + 5])),
        claim=read_claim(after, language),
    )


def _find_called(account: Account, place: int, words: AccountWords) -> int | None:
    """Return where the charge stands that the word at `place` calls false, None where none does.

    Somebody must say so: that the outlet finds a claim false is no denial.
    """
    before = account.words[max(0, place - _CALLED) : place]
    if words.denials.calls.isdisjoint(before[-2:]) or words.negations.intersection(before[-2:]):
        return None
    if not account.sources and words.denials.terms.isdisjoint(before):
        return None
    nouns = words.denials.charges - words.denials.tried
    first = next((at for at, word in enumerate(before) if word in nouns), None)
    return None if first is None else place - len(before) + first


def _read_falsehood(index: int, account: Account, noun: int, place: int) -> Denial:
    """Return the denial that calls the charge at `noun` what stands at `place`: "are baseless"."""
    told = account.text[account.tokens[noun].start : account.tokens[place - 1].start]
    near = account.tokens[:noun]
    return Denial(
        account=index,
        cue=account.words[place],
        subject=shown(told).strip(' .”"'),
        place=noun,
        denier=frozenset(find_names(near)),
        denied=frozenset(),
        names=frozenset(),
        is_named=any(find_names(near)),
        is_answer=True,
        is_own=False,
        is_told=False,
        claim=account.claim,
    )


def _name_denied(after: str, words: AccountWords) -> str:
    """Return what is denied as written, from behind a "that" near its beginning."""
    tokens = split_tokens(after)[:_LINKED]
    for place, token in enumerate(tokens):
        charged = place > 0 and tokens[place - 1].text in words.denials.charges
        if token.text in words.attributions.links and (
            place == 0 or charged or len(tokens[0].text) < ROOT - 1
        ):
            return shown(after[token.end :]).strip(' .”"')
    return shown(after).strip(' .”"')


def _is_act(following: Sequence[str], words: AccountWords) -> bool:
    return bool(following) and following[0].endswith(tuple(words.denials.acts))


def find_names(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the roots of the words that begin with a capital."""
    for token in tokens:
        if token.text[0].isupper() and len(token.text) >= ROOT:
            yield token.text[:ROOT].lower()


def _find_head(tokens: Sequence[Token], words: AccountWords) -> str:
    """Return the root of the noun right before a verb, adverbs and auxiliaries left out."""
    said = (token.text.lower() for token in reversed(tokens))
    head = (word for word in said if word not in words.denials.helpers and word[-2:] != "ly")
    return next(head, "")[:ROOT]


def _find_denied(after: str, words: AccountWords, language: str) -> frozenset[str]:
    """Return the stems of what is denied; "denied the claims of her husband" says nothing of it."""
    claim = read_claim(after, language)
    days = {stem for stem in claim.stems if any(day.startswith(stem) for day in claim.days)}
    following, links = claim.words[:6], words.attributions.links
    if words.denials.charges.intersection(following[:4]) and links.isdisjoint(following):
        return frozenset()
    return claim.stems - words.denials.empty - days


def _is_denial(sentence: Sequence[str], place: int, words: AccountWords) -> bool:
    """Return whether the verb gainsays: "deny" alone may also mean to withhold, or be wished."""
    verb, lists = sentence[place], words.denials
    before, after = sentence[max(0, place - 3) : place], sentence[place + 1 : place + 6]
    passive = verb in lists.participles and lists.auxiliaries.intersection(before[-2:])
    wished = verb in lists.plain and lists.infinitives.intersection(before[-1:])
    undone = lists.joints.intersection(before[-1:]) or words.negations.intersection(before)
    undone = undone or lists.former.intersection(before)
    withheld = lists.refused.intersection(after[:2])
    if len(after) > 1:
        withheld |= lists.objects.intersection(after[:1])
    if passive or wished or undone or withheld:
        return False
    said_by = sentence[max(0, place - (_COURT if verb in lists.guarded else _NAMED)) : place]
    said_of = sentence[place + 1 : place + 1 + _FAR]
    if lists.courts.intersection(said_by) or lists.rights.intersection(said_of):
        return False
    return verb not in lists.guarded or bool((lists.charges - lists.tried).intersection(after))
