"""What forbids two units one family, however alike they are.

Another speaker or subject, a negation, another number, another day, a contrary word, or other
names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.selection.agents import FULL_NAME, find_full_names
from generator.selection.alignment import is_cut_short, share_in_line
from generator.selection.claims import ROOT, Claim
from generator.selection.units import Unit
from generator.selection.wordlists import Wordlists

_LITTLE = 1  # stems beside its own names that are little
_ANOTHER_WEEK = 5  # days between two articles whose "Monday" is not the same
_ORDERED = 0.6  # share of what the shorter says in line, from which a contrary stands for its word


def is_conflicting(one: Unit, other: Unit, lists: Wordlists) -> bool:
    """Return whether something forbids the two one family.

    A quotation is compared with quotations and with what holds none: a sentence that holds one
    also says who spoke.
    """
    if one.sentence == other.sentence or _speak_differently(one, other):
        return True
    a, b = one.claim, other.claim
    return (
        _polarity_differs(a, b)
        or bool(a.numbers - b.numbers and b.numbers - a.numbers)
        or _days_differ(one, other, lists)
        or _are_opposed(a, b, lists)
        or _names_differ(a, b)
        or _subjects_differ(a, b)
    )


def _speak_differently(one: Unit, other: Unit) -> bool:
    if one.quoted != other.quoted and (one.holds_quotation or other.holds_quotation):
        return True
    if one.speaker and other.speaker:
        return not _may_be_one(one.speaker.split(), other.speaker.split())
    return one.tellers.differ(other.tellers)


def is_told_by_another(one: Unit, other: Unit) -> bool:
    """Return whether one quotes somebody in full who is not among those that tell the other.

    It parts a pair, and not what others join: an office and its spokesman tell one thing.
    """
    return any(
        len(told.tellers.names) >= FULL_NAME
        and not told.speaker
        and not quoting.tellers.names
        and len(quoting.speaker.split()) >= FULL_NAME
        and not _names_one_of(quoting.speaker, told.tellers.names)
        for quoting, told in ((one, other), (other, one))
    )


def _names_one_of(name: str, stems: Collection[str]) -> bool:
    return any(
        word.startswith(stem[:ROOT]) or stem.startswith(word[:ROOT])
        for word in name.split()
        for stem in stems
    )


def _may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names have one surname, or one of them is a word of the other."""
    if one[-1] == other[-1]:
        return True
    return (len(one) == 1 and one[0] in other) or (len(other) == 1 and other[0] in one)


def _polarity_differs(a: Claim, b: Claim) -> bool:
    """Return whether one of the two denies something that the other says.

    Where both deny, what is nearest to the denial decides: how far it reaches is a guess. "Will
    send no soldiers" denies the soldiers, and "will not send soldiers" the sending.
    """
    if len(a.denied) == len(b.denied) and (a.denied & b.negated or b.denied & a.negated):
        return False
    if a.negated and b.negated:
        return bool(a.denied & b.stems - b.negated or b.denied & a.stems - a.negated)
    return bool(a.negated & b.stems or b.negated & a.stems)


def _days_differ(one: Unit, other: Unit, lists: Wordlists) -> bool:
    """Return whether the two name other days or months: Monday is not the Monday after.

    Unless a day that both name is known to be one: "Monday", "3 May" and "last Monday".
    """
    if not one.dates.isdisjoint(other.dates):
        return False
    days, others = one.claim.days, other.claim.days
    if days - others and others - days:
        return True
    return not lists.weekdays.isdisjoint(days & others) and one.days_from(other) >= _ANOTHER_WEEK


def _are_opposed(a: Claim, b: Claim, lists: Wordlists) -> bool:
    """Return whether one says a word, and only the other its contrary, with nothing but more to it.

    What one event has both of is contrary only where the two are in one order.
    """
    opposed = _part(a, b, lists.contraries) or (
        _part(a, b, lists.converses) and share_in_line(a, b) >= _ORDERED
    )
    return opposed and not is_cut_short(a, b)


def _part(a: Claim, b: Claim, contraries: Mapping[str, frozenset[str]]) -> bool:
    """Return whether one of the two says a word, and only the other a contrary of it.

    It may say the word too: "released a man who had been arrested" is not that he was arrested.
    Not so a name: of North and South Korea both may stand in either.
    """
    return any(
        _contradicts(stem, contraries[stem], one, other)
        for one, other in ((a, b), (b, a))
        for stem in one.stems - (other.stems & frozenset(one.names))
        if stem in contraries
    )


def _contradicts(stem: str, contraries: frozenset[str], one: Claim, other: Claim) -> bool:
    """Return whether a contrary of what `one` says is in the other alone.

    What may be is no contrary of what is, but of what may be.
    """
    told = contraries & other.stems - one.stems
    return bool(told & other.doubted if stem in one.doubted else told)


def _names_differ(a: Claim, b: Claim) -> bool:
    """Return whether each names somebody, and nobody in common, or somebody of its own in full.

    Or two words of names of its own that do not stand together, and says little else.
    """
    if not (a.names and b.names):
        return False
    ones, others = b.stems.intersection(a.names), a.stems.intersection(b.names)
    if not (ones or others):
        return True
    sides = ((a, b, len(a.names) - len(ones)), (b, a, len(b.names) - len(others)))
    if all(any(other.stems.isdisjoint(n) for n in find_full_names(one)) for one, other, _ in sides):
        return True
    return all(
        own >= FULL_NAME and len(one.stems - other.stems) <= own + _LITTLE
        for one, other, own in sides
    )


def _subjects_differ(a: Claim, b: Claim) -> bool:
    """Return whether each begins with a word of its own, and goes on as the other does.

    A first word may be a name; its capital does not tell.
    """
    one, other = a.meanings[:1], b.meanings[:1]
    if not (one and other and one[0] and other[0]) or {*one} <= b.stems or {*other} <= a.stems:
        return False
    seconds = (next(filter(None, claim.meanings[1:]), "") for claim in (a, b))
    return len({*seconds}) == 1
