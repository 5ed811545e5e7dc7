"""Who is quoted: each quotation once, under its speaker, with every article that carries it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.dossier import Quote, SpeakerEntry
from generator.findings import Annotations, Family, Quotation
from generator.models import Article, Citation
from generator.partition import Partition

LEAST_WORDS = 3
"""A shorter run between marks is a term, or a word of assent."""
SURE = 0.5
"""Confidence below which a speaker reads as not identified."""
KINDS = ("named", "described", "unidentified")
Key = tuple[str, str, str]
"""Kind, name, and for a description the article it stands in."""
NOBODY: Key = ("unidentified", "", "")
_MOST = 0.6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Carried:
    """One quotation as one article carries it."""

    citation: Citation
    text: str
    quotation: Quotation
    speaker: Key


def group_speakers(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    families: Sequence[Family],
) -> tuple[SpeakerEntry, ...]:
    """Return the speakers, who is carried by most articles first, the unidentified last.

    A quotation that one article leaves without a speaker joins the same words under a name.
    """
    carried = list(_find_carried(articles, annotations))
    spoken: dict[Key, list[list[_Carried]]] = defaultdict(list)
    for part in _group_carried(carried, families):
        group = [carried[index] for index in part]
        spoken[min((one.speaker for one in group), key=_rank_key)].append(group)
    return tuple(sorted((_build_entry(key, groups) for key, groups in spoken.items()), key=_rank))


def _find_carried(
    articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[_Carried]:
    names = {mention.name for note in annotations.values() for mention in note.entities}
    for article in sorted(articles, key=_date):
        note = annotations.get(article.path)
        for quotation in note.quotations if note else ():
            text = article.show(quotation.span)
            if len(text.split()) >= LEAST_WORDS:
                speaker = _speaker_key(quotation, article.path, names)
                yield _Carried(article.cite(quotation.span), text, quotation, speaker)


def _date(article: Article) -> tuple[str, str]:
    return (article.metadata.published.first_day or "9999", article.path)


def _speaker_key(quotation: Quotation, path: str, names: set[str]) -> Key:
    name = quotation.speaker
    if not name or quotation.confidence < SURE:
        return NOBODY
    is_named = name in names or not any(word[0].islower() for word in name.split())
    return ("named", name, "") if is_named else ("described", name, path)


def _rank_key(key: Key) -> tuple[int, Key]:
    return (KINDS.index(key[0]), key)


def _group_carried(
    carried: Sequence[_Carried], families: Sequence[Family]
) -> Iterator[tuple[int, ...]]:
    """Yield the indices of quotations that are one: the same words, and not of two speakers."""
    partition = Partition(len(carried))
    for alike in (*_group_by_family(carried, families), *_group_by_text(carried)):
        speakers: dict[Key, int] = {}
        for index in alike:
            partition.link(speakers.setdefault(carried[index].speaker, index), index)
        named = [index for key, index in speakers.items() if key[0] == "named"]
        if len(named) == 1:
            for index in speakers.values():
                partition.link(named[0], index)
    yield from partition.parts()


def _group_by_text(carried: Sequence[_Carried]) -> Iterator[Sequence[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(carried):
        groups[" ".join(_WORD.findall(one.text.casefold()))].append(index)
    yield from groups.values()


def _group_by_family(
    carried: Sequence[_Carried], families: Sequence[Family]
) -> Iterator[Sequence[int]]:
    """Yield the quotations that members of one family consist of."""
    order = sorted(range(len(carried)), key=lambda index: carried[index].citation)
    places = [(carried[i].citation.path, carried[i].citation.span.start) for i in order]
    for family in families:
        alike = []
        for member in family.members:
            at = bisect_right(places, (member.path, member.span.end)) - 1
            if at >= 0 and _fills(carried[order[at]].citation, member):
                alike.append(order[at])
        yield alike


def _fills(quoted: Citation, member: Citation) -> bool:
    """Return whether a quotation is most of what a member of a family says."""
    if quoted.path != member.path:
        return False
    start = max(quoted.span.start, member.span.start)
    shared = min(quoted.span.end, member.span.end) - start
    return shared >= _MOST * (member.span.end - member.span.start)


def _build_entry(key: Key, groups: Sequence[Sequence[_Carried]]) -> SpeakerEntry:
    kind, name, _ = key
    digest = sha256("\n".join(key).encode()).hexdigest()[:12]
    return SpeakerEntry(digest, name, kind, tuple(_build_quote(group) for group in groups))


def _build_quote(group: Sequence[_Carried]) -> Quote:
    wordings: dict[str, list[Citation]] = defaultdict(list)
    for one in group:
        wordings[one.text].append(one.citation)
    sure = max(one.quotation.confidence for one in group)
    return Quote(tuple(tuple(found) for found in wordings.values()), sure)


def _rank(entry: SpeakerEntry) -> tuple[int, int, int, str, str]:
    carriers = {citation.path for quote in entry.quotes for citation in quote.citations}
    return (KINDS.index(entry.kind), -len(carriers), -len(entry.quotes), entry.name, entry.id)
