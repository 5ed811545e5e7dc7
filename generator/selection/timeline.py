"""What happened when, as the articles say it: dated entries of verbatim sentences.

A sentence stands under every time that it names. What several articles say stands once, with all
of them cited; what lay ahead when it was written never mixes with what had happened.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.dossier import Statement, TimelineEntry
from generator.findings import DateMention
from generator.models import DateFinding
from generator.selection.candidates import Candidate, Corpus, find_candidates
from generator.selection.summaries import build_statement

_OPEN_ENDED = "period up to now"
"""The rule of mentions that span a time up to the article: no event happened then."""
_WIDTHS = ("year", "range", "month", "week", "day")

_Key = tuple[str | None, str, bool]


def build_timeline(corpus: Corpus, topic: str | None = None) -> tuple[TimelineEntry, ...]:
    """Return the entries of the topic with slug `topic`, or of all articles, in order of time.

    The last entry, without a date, holds what names a time that cannot be told.
    """
    told: defaultdict[_Key, dict[str, list[Candidate]]] = defaultdict(dict)
    for saying, group in _group_sayings(find_candidates(corpus, topic)).items():
        for key, tellers in _find_times(group, corpus).items():
            told[key][saying] = tellers
    entries = (_build_entry(key, sayings) for key, sayings in told.items())
    return tuple(sorted(entries, key=_rank_by_time))


def rank_days(entries: Iterable[TimelineEntry]) -> tuple[str, ...]:
    """Return the days of the entries, the one that most articles name first.

    Articles are counted, not mentions: a day named five times in one article is no more of an
    event. Among equals, what more articles tell as past goes first.
    """
    naming: defaultdict[str, set[str]] = defaultdict(set)
    told: Counter[str] = Counter()
    for entry in entries:
        if entry.date and entry.precision == "day":
            naming[entry.date] |= entry.paths
            told[entry.date] += 0 if entry.announced else len(entry.paths)
    return tuple(sorted(naming, key=lambda day: (-len(naming[day]), -told[day], day)))


def _group_sayings(candidates: Sequence[Candidate]) -> Mapping[str, list[Candidate]]:
    """Return the candidates by their family; one that nobody repeats is alone."""
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        groups[one.family.id if one.family else f"{one.article}#{one.index}"].append(one)
    return groups


def _find_times(group: Sequence[Candidate], corpus: Corpus) -> Mapping[_Key, list[Candidate]]:
    """Return each time that the group names, with those that name it.

    Where one of them can be dated, an undated time of another is left out; where one tells it
    as past, another's announcement of the same time is.
    """
    named: defaultdict[_Key, list[Candidate]] = defaultdict(list)
    for one in group:
        for key in dict.fromkeys(_find_keys(one, corpus)):
            named[key].append(one)
    dated = any(date for date, _, _ in named)
    return {
        (date, precision, announced): tellers
        for (date, precision, announced), tellers in named.items()
        if (date or not dated) and not (announced and (date, precision, False) in named)
    }


def _find_keys(candidate: Candidate, corpus: Corpus) -> Iterator[_Key]:
    for mention in _find_mentions(candidate, corpus):
        if mention.value:
            yield mention.value, mention.precision, mention.announced
        else:
            yield None, "relative", False


def _find_mentions(candidate: Candidate, corpus: Corpus) -> Iterator[DateMention]:
    annotations = corpus.annotations.get(candidate.article)
    dates = annotations.dates if annotations else ()
    span = candidate.citation.span
    first = bisect_left(dates, span.start, key=lambda mention: mention.span.start)
    for place in range(first, len(dates)):
        if dates[place].span.start >= span.end:
            return
        if dates[place].rule != _OPEN_ENDED:
            yield dates[place]


def _build_entry(key: _Key, sayings: Mapping[str, Sequence[Candidate]]) -> TimelineEntry:
    date, precision, announced = key
    printed = sorted(
        (min(group, key=_rank_to_print) for group in sayings.values()), key=_rank_place
    )
    statements = sorted(map(build_statement, printed), key=_rank_by_support)
    return TimelineEntry(date, precision, announced, tuple(statements))


def _rank_to_print(candidate: Candidate) -> tuple[float, tuple[str, str, int]]:
    return candidate.severity, candidate.place


def _rank_place(candidate: Candidate) -> tuple[str, str, int]:
    return candidate.place


def _rank_by_support(statement: Statement) -> tuple[int, int, float]:
    """Rank by what speaks for it; equal ones stay in order of publication."""
    worst = max((flaw.severity for flaw in statement.flaws), default=0.0)
    return -statement.origins, -statement.articles, round(worst, 6)


def _rank_by_time(entry: TimelineEntry) -> tuple[bool, str, int, str, bool]:
    """Rank by the first day; of times that begin together the widest goes first.

    What is announced for a month or year goes by its last day: its first may lie before it was
    told, and it is not over sooner.
    """
    finding = DateFinding(entry.date)
    day = finding.last_day if entry.announced else finding.first_day
    width = _WIDTHS.index(entry.precision) if entry.date else 0
    return entry.date is None, day, width, entry.date or "", entry.announced
