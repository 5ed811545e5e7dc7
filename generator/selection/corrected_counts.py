"""Figures that a sentence takes back: "3.6 tonnes, correcting an earlier figure of 4.2 tonnes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Quantity
from generator.language import stem_words
from generator.selection.account_words import CountWords
from generator.selection.accounts import Account
from generator.selection.conflicts import Conflict, are_of_one_event
from generator.selection.wordlists import load_wordlists


@dataclass(frozen=True, slots=True)
class Correction:
    """What a sentence says, and what it takes back."""

    new: Quantity
    value: float
    """The number that is taken back, of the unit of the new one."""

    @property
    def subject(self) -> str:
        """Return what is measured; empty where the unit says it: "nine hospitals"."""
        last = self.new.subject.split()[-1:]
        return "" if last == [self.new.unit] else "".join(last)


def find_corrected(
    accounts: Sequence[Account], words: CountWords, language: str
) -> Iterator[Conflict]:
    """Yield each sentence that takes a figure back with each account that still has it.

    The accounts may be of one outlet: what is corrected is mostly one's own.
    """
    for index, account in enumerate(accounts):
        for correction in _read_corrections(account, words, language):
            for other, told in enumerate(accounts):
                figure = _find_figure(told, correction, language)
                if other == index or figure is None or not are_of_one_event(account, told):
                    continue
                yield Conflict(
                    "quantity",
                    correction.new.subject or correction.new.unit,
                    f"corrected {account.candidate.article} {index}",
                    other,
                    index,
                    (told.show(figure.span), account.show(correction.new.span)),
                    (f"{correction.value:.12g}", f"{correction.new.value:.12g}"),
                )


def _read_corrections(account: Account, words: CountWords, language: str) -> Iterator[Correction]:
    """Yield the numbers that a sentence takes back, each with the first of its unit before it."""
    start = account.candidate.citation.span.start
    for old in account.quantities:
        if words.corrects.search(account.text[: old.span.start - start]):
            yield from _find_new(account, old.span.start, old.value, old.unit)
    for match in words.gainsays.finditer(account.text):
        value = _read_number(match[1], language)
        if value is not None:
            yield from _find_new(account, start + match.start(), value)


def _find_new(
    account: Account, place: int, value: float, unit: str | None = None
) -> Iterator[Correction]:
    """Yield what stands instead of a number at `place`; of the nearest unit where it has none."""
    before = [quantity for quantity in account.quantities if quantity.span.end <= place]
    unit = before[-1].unit if before and unit is None else unit
    new = next((quantity for quantity in before if quantity.unit == unit), None)
    if new and new.value != value:
        yield Correction(new, value)


def _read_number(text: str, language: str) -> float | None:
    """Return the value of digits or of a number word, None for any other word."""
    digits = load_wordlists(language).numbers.get(text.lower(), text.replace(",", ""))
    try:
        return float(digits)
    except ValueError:
        return None


def _find_figure(account: Account, correction: Correction, language: str) -> Quantity | None:
    """Return where an account has the figure that is taken back, of the same thing."""
    if not account.claim.stems.issuperset(stem_words(correction.subject, language)):
        return None
    wanted = (correction.value, correction.new.unit)
    return next((q for q in account.quantities if (q.value, q.unit) == wanted), None)
