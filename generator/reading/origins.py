"""Which articles tell one newsroom's story: a partition of the articles.

Four signs link two articles: the same text, the sidecar's `copy_of`, a copied body, and a credit
for the whole article between two that tell the same story. Copies are found by shared runs of
words through an index, never by comparing all with all. What stands in quotation marks is no sign:
independent reporters quote the same speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from zlib import crc32

from generator.findings import Origin
from generator.language import split_tokens, stem_words
from generator.models import Article, BlockKind
from generator.partition import Partition
from generator.reading.credits import find_credits, newsroom_key, newsroom_name

RUN = 5
"""Words of a shingle."""
COPIED = 0.4
"""Share of the shorter body's shingles that makes it a copy; two reports of one event by
different newsrooms share below 0.1, lightly edited reprints above 0.5."""
LEAST_SHARED = 20
"""Shingles: below, a shared formula and not a copied body."""
CREDITED = 0.1
"""Share of shingles at which a credit between two articles is taken to be for this story."""
SAME_STORY = 0.6
"""Share of the shorter article's stems at which a credit is taken to be for this story."""
SAME_DAYS = 1
"""Days between two articles of one story, where both are dated."""
_SAMPLE = 4  # one shingle in so many is indexed: 10,000 articles stay below 200 MB
_QUOTED = re.compile('[“„«"][^“”„«»"]{1,800}[”“»"]')


@dataclass(frozen=True, slots=True)
class _Story:
    """What is compared of one article."""

    article: Article
    shingles: frozenset[int]
    stems: frozenset[str]
    credits: tuple[str, ...]
    publisher: str


def group_origins(
    articles: Sequence[Article], copies: Mapping[str, str], language: str
) -> tuple[Origin, ...]:
    """Return the origins of `articles`, in the order of their first paths.

    `copies` maps a path to that of the article whose text it repeats.
    """
    stories = [_read_story(article, language) for article in articles]
    partition = Partition(len(stories))
    reasons: dict[int, list[str]] = {}
    for one, other, reason in _links(stories, copies):
        partition.link(one, other)
        reasons.setdefault(one, []).append(reason)
    origins = []
    for part in partition.parts():
        why = Counter(reason for item in part for reason in reasons.get(item, ()))
        members = [stories[item].article for item in part]
        origins.append(
            Origin(
                id=min(article.sha256 for article in members)[:12],
                paths=tuple(sorted(article.path for article in members)),
                reason="; ".join(sorted(why)),
            )
        )
    return tuple(sorted(origins, key=lambda origin: origin.paths))


def _links(stories: Sequence[_Story], copies: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    places = {story.article.path: index for index, story in enumerate(stories)}
    for path, original in sorted(copies.items()):
        yield places[path], places[original], "same text"
    yield from _links_by_sidecar(stories, places)
    for one, other in _sharing_runs(stories):
        if is_copied(stories[one].shingles, stories[other].shingles):
            yield one, other, "copied body"
    for one, other, newsroom in _sharing_credit(stories):
        if _tells_same_story(stories[one], stories[other]):
            yield one, other, f"credited to {newsroom_name(newsroom)}"


def _links_by_sidecar(
    stories: Sequence[_Story], places: Mapping[str, int]
) -> Iterator[tuple[int, int, str]]:
    """Yield links to the original, or to the first article said to copy the same original."""
    firsts = {
        story.article.metadata.url.value: index
        for index, story in reversed(list(enumerate(stories)))
        if story.article.metadata.url.value
    } | dict(places)
    for index, story in enumerate(stories):
        original = story.article.metadata.copy_of.value
        if original:
            yield index, firsts.setdefault(original, index), "said to be a copy"


def is_copied(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether the shorter of two bodies, given as shingles, is copied from the other."""
    shared = len(one & other)
    shorter = min(len(one), len(other))
    return shared >= min(LEAST_SHARED, 0.8 * shorter) and shared >= max(COPIED * shorter, 5)


def _sharing_runs(stories: Sequence[_Story]) -> list[tuple[int, int]]:
    """Return the pairs that share indexed shingles, each shingle pairing neighbours only."""
    holders: dict[int, list[int]] = {}
    for index, story in enumerate(stories):
        for shingle in story.shingles:
            if shingle % _SAMPLE == 0:
                holders.setdefault(shingle, []).append(index)
    pairs = Counter(
        pair
        for found in holders.values()
        if len(found) > 1
        for pair in {*pairwise(found), (found[0], found[-1])}
    )
    return sorted(pair for pair, count in pairs.items() if count > 1)


def _sharing_credit(stories: Sequence[_Story]) -> Iterator[tuple[int, int, str]]:
    """Yield pairs under one newsroom's credit that share a rare stem, each with the newsroom."""
    groups: dict[str, list[int]] = {}
    for index, story in enumerate(stories):
        for name in story.credits:
            groups.setdefault(name, []).append(index)
    for index, story in enumerate(stories):
        if story.publisher in groups and index not in groups[story.publisher]:
            groups[story.publisher].append(index)
    for name, members in sorted(groups.items()):
        for one, other in _near_in_rare_stems(stories, sorted(members)):
            yield one, other, name


def _near_in_rare_stems(stories: Sequence[_Story], members: Sequence[int]) -> list[tuple[int, int]]:
    frequency = Counter(stem for index in members for stem in stories[index].stems)
    holders: dict[str, list[int]] = {}
    for index in members:
        rare = sorted(stories[index].stems, key=lambda stem: (frequency[stem], stem))
        for stem in [stem for stem in rare if frequency[stem] > 1][:20]:
            holders.setdefault(stem, []).append(index)
    return sorted({pair for found in holders.values() for pair in pairwise(found)})


def _tells_same_story(one: _Story, other: _Story) -> bool:
    """Return whether a credit that two articles share is for one story.

    Two stories that one agency sent on two days stay two, however much they say alike.
    """
    if _days_between(one.article, other.article) > SAME_DAYS:
        return False
    shorter = min(len(one.shingles), len(other.shingles)) or 1
    stems = min(len(one.stems), len(other.stems)) or 1
    return (
        len(one.shingles & other.shingles) >= CREDITED * shorter
        or len(one.stems & other.stems) >= SAME_STORY * stems
    )


def _days_between(one: Article, other: Article) -> int:
    """Return how many days lie between two articles, 0 where one is undated."""
    try:
        first, second = (
            date.fromisoformat(article.metadata.published.first_day) for article in (one, other)
        )
    except ValueError:
        return 0
    return abs((first - second).days)


def _read_story(article: Article, language: str) -> _Story:
    body = "\n".join(
        article.show(sentence.span)
        for sentence in article.sentences
        if sentence.kind in {BlockKind.BODY, BlockKind.STANDFIRST}
    )
    publisher = article.metadata.publisher.value
    return _Story(
        article,
        shingles=split_shingles(body),
        stems=frozenset(stem_words(body, language)),
        credits=find_credits(article, language),
        publisher=newsroom_key(publisher) if publisher else "",
    )


def split_shingles(text: str) -> frozenset[int]:
    """Return the digests of all runs of five words outside quotation marks.

    >>> len(split_shingles("one two three four five six “seven eight nine”"))
    2
    """
    words = [token.text.casefold() for token in split_tokens(_QUOTED.sub(" ", text))]
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)
