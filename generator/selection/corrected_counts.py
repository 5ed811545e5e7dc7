"""Figures that a sentence takes back: "3.6 tonnes, correcting an earlier figure of 4.2 tonnes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.findings import Quantity
from generator.language import stem_words
from generator.selection.account_words import CountWords
from generator.selection.accounts import Account
from generator.selection.conflicts import Conflict, are_of_one_event


def find_corrected(
    accounts: Sequence[Account], words: CountWords, language: str
) -> Iterator[Conflict]:
    """Yield each sentence that takes a figure back with each account that still has it.

    The accounts may be of one outlet: what is corrected is mostly one's own.
    """
    for index, account in enumerate(accounts):
        for new, old in _read_corrections(account, words):
            subject = frozenset(stem_words(new.subject, language))
            for other, told in enumerate(accounts):
                figure = _find_figure(told, old, subject)
                if other == index or figure is None or not are_of_one_event(account, told):
                    continue
                claims = told.show(figure.span), account.show(new.span)
                keys = f"{old.value:.12g}", f"{new.value:.12g}"
                topic = f"corrected {account.candidate.article} {index}"
                named = new.subject or new.unit
                yield Conflict("quantity", named, topic, other, index, claims, keys)


def _read_corrections(account: Account, words: CountWords) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield what a sentence says and what it takes back, two numbers of one unit."""
    start = account.candidate.citation.span.start
    for old in account.quantities:
        if not words.corrects.search(account.text[: old.span.start - start]):
            continue
        before = [one for one in account.quantities if one.span.end <= old.span.start]
        new = next((one for one in reversed(before) if one.unit == old.unit), None)
        if new and new.value != old.value:
            yield new, old


def _find_figure(account: Account, old: Quantity, subject: frozenset[str]) -> Quantity | None:
    """Return where an account has the figure that is taken back, of the same thing."""
    if not subject <= account.claim.stems:
        return None
    same = (q for q in account.quantities if (q.value, q.unit) == (old.value, old.unit))
    return next(same, None)
