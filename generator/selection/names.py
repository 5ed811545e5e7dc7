"""The index of names: how often, where, on which topics and beside whom each is named."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from generator.dossier import NameEntry
from generator.findings import Annotations, EntityMention
from generator.models import Article, Citation

_CROWD = 12
"""Names of one sentence that are paired: a longer list says nothing of who belongs to whom."""
_BESIDE = 50
"""Names kept beside each name."""


@dataclass(frozen=True, slots=True)
class _Tally:
    """What is counted of one name, while it is counted."""

    first: EntityMention
    citations: list[Citation] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)


def group_names(
    articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> tuple[NameEntry, ...]:
    """Return the names, those that most articles name first."""
    tallies: dict[str, _Tally] = {}
    for article in sorted(articles, key=_date):
        note = annotations.get(article.path)
        if note:
            _count_article(article, note, tallies)
    return tuple(sorted((_build_entry(tally) for tally in tallies.values()), key=_rank))


def _date(article: Article) -> tuple[str, str]:
    return (article.metadata.published.first_day or "9999", article.path)


def _count_article(article: Article, note: Annotations, tallies: dict[str, _Tally]) -> None:
    starts = [sentence.span.start for sentence in article.sentences]
    together: dict[int, list[str]] = defaultdict(list)
    for mention in note.entities:
        tally = tallies.setdefault(mention.id, _Tally(mention))
        tally.citations.append(article.cite(mention.span))
        tally.spellings[article.show(mention.span)] += 1
        together[bisect_right(starts, mention.span.start) - 1].append(mention.id)
    topics = _topics_by_sentence(note)
    for sentence, found in together.items():
        ids = list(dict.fromkeys(found))
        for one in ids:
            tallies[one].topics.update(topics[sentence])
        for one, other in permutations(ids[:_CROWD], 2):
            tallies[one].beside[other] += 1


def _topics_by_sentence(note: Annotations) -> Mapping[int, set[str]]:
    topics: dict[int, set[str]] = defaultdict(set)
    for match in note.topics:
        topics[match.sentence].add(match.topic)
    return topics


def _build_entry(tally: _Tally) -> NameEntry:
    variants = [text for text, _ in _ranked(tally.spellings) if text != tally.first.name]
    return NameEntry(
        id=tally.first.id,
        name=tally.first.name,
        kind=tally.first.kind,
        variants=tuple(variants),
        citations=tuple(tally.citations),
        topics=tuple(_ranked(tally.topics)),
        beside=tuple(_ranked(tally.beside)[:_BESIDE]),
    )


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _rank(entry: NameEntry) -> tuple[int, int, str]:
    return (-len(entry.paths), -len(entry.citations), entry.id)
