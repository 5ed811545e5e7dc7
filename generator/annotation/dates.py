"""The dates that an article's sentences name, each as exact as it was written.

An expression is resolved against the article's own date; where that is a week or a month, only
what holds for all its days is said. What cannot be told is kept as written, without a value.
Rules of the language stand in data/LANGUAGE/dates.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotation.date_resolving import Outlook, Written, resolve_written
from generator.annotation.date_rules import DateRule, DateRules, load_date_rules
from generator.annotation.periods import Period, parse_period
from generator.models import Article, DateMention, Span

Window = tuple[dt.date, dt.date]
_LOOK = 160
"""How many characters around an expression are read for the verb it hangs on."""
_CLAUSE_WORD = re.compile(r"[A-Za-z]+(?:['’]ll)?|['’]ll|[.;:]")
_ABSOLUTE = frozenset({"date", "range", "months", "years", "decade", "numeric", "quarter"})


@dataclass(frozen=True, slots=True)
class _Expression:
    """A date as written, before anyone asks what it means."""

    span: Span
    rule: DateRule
    written: Written
    direction: int


def find_dates(article: Article, window: Window | None = None) -> tuple[DateMention, ...]:
    """Return the date expressions of the article's sentences, in text order."""
    rules = load_date_rules(article.metadata.language.value or "en")
    if rules is None:
        return ()
    found = list(_find_expressions(article, rules))
    outlooks = _build_outlooks(article, found, window)
    return tuple(_build_mention(expression, outlooks) for expression in found)


def _find_expressions(article: Article, rules: DateRules) -> Iterator[_Expression]:
    for sentence in article.sentences:
        text = sentence.span.of(article.text)
        if rules.trigger.search(text):
            for match, rule in _match_rules(text, rules):
                yield _Expression(
                    _trimmed(match, sentence.span.start),
                    rule,
                    _parse_groups(match, rules),
                    _find_direction(text, match, rules),
                )


def _match_rules(text: str, rules: DateRules) -> list[tuple[re.Match[str], DateRule]]:
    """Return the matches that do not overlap: the first, of these the longest."""
    found = [(match, rule) for rule in rules.rules for match in rule.pattern.finditer(text)]
    found.sort(key=lambda item: (item[0].start(), -item[0].end()))
    names = [match.span() for match in rules.names.finditer(text)]
    kept: list[tuple[re.Match[str], DateRule]] = []
    end = 0
    for match, rule in found:
        if match.start() >= end and not _is_in_name(match, names):
            kept.append((match, rule))
            end = match.end()
    return kept


def _is_in_name(match: re.Match[str], names: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in names)


def _trimmed(match: re.Match[str], offset: int) -> Span:
    text = match[0]
    start = match.start() + len(text) - len(text.lstrip(" ("))
    return Span(offset + start, offset + match.start() + len(text.rstrip(" ,.(")))


def _parse_groups(match: re.Match[str], rules: DateRules) -> Written:
    """Return the groups that took part, numbers and words of the tables as numbers."""
    tables: dict[str, Mapping[str, int | str]] = {
        "month": rules.months,
        "month2": rules.months,
        "weekday": rules.weekdays,
        "count": rules.counts,
        "ordinal": rules.counts,
        "shift": rules.shifts,
        "holiday": rules.holidays,
    }
    groups = {
        key: " ".join(value.lower().split()) for key, value in match.groupdict().items() if value
    }
    return {key: _parse_group(value, tables.get(key, {})) for key, value in groups.items()}


def _parse_group(word: str, table: Mapping[str, int | str]) -> int | str:
    if word in table:
        return table[word]
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else word


def _find_direction(text: str, match: re.Match[str], rules: DateRules) -> int:
    """Return -1, 0 or 1 by the verb or cue nearest to the expression.

    The one before it counts, since English puts the time last: "said on Monday it will close"
    looks back at Monday. An expression that opens its clause takes the first one after it.
    """
    before = text[max(0, match.start() - _LOOK) : match.start()]
    words = [word.lower() for word in _CLAUSE_WORD.findall(before)]
    inside = [word.lower() for word in _CLAUSE_WORD.findall(match[0])]
    for word in [*inside[:1], *reversed(words)]:
        direction = _direction_of(word, rules)
        if direction or word in ".;:":
            if direction:
                return direction
            break
    after = _CLAUSE_WORD.findall(text[match.end() : match.end() + _LOOK])
    return next(filter(None, (_direction_of(word.lower(), rules) for word in after)), 0)


def _direction_of(word: str, rules: DateRules) -> int:
    if word in rules.ahead:
        return 1
    past_form = len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    return -1 if past_form or word in rules.back else 0


def _build_outlooks(
    article: Article, found: Sequence[_Expression], window: Window | None
) -> tuple[Outlook, ...]:
    """Return the first and the last day the article may be read from; one where it is known."""
    days = parse_period(article.metadata.published.value)
    order = _find_day_order(article.text) if any(e.rule.kind == "numeric" for e in found) else None
    if days:
        return tuple(Outlook(day, window=window, day_first=order) for day in dict.fromkeys(days))
    blind = Outlook(None, window=window, day_first=order)
    return (replace(blind, pinned=_find_pin(found, blind)),)


def _find_pin(found: Iterable[_Expression], blind: Outlook) -> dt.date | None:
    """Return the latest day the article names in full: its text is the only clock it has."""
    dated = (
        resolve_written(e.rule.kind, e.written, blind) for e in found if e.rule.kind in _ABSOLUTE
    )
    days = [period.last for period in dated if period and period.precision == "day"]
    if blind.window:
        days = [day for day in days if blind.window[0] <= day <= blind.window[1]]
    return max(days, default=None)


_NUMBERS = re.compile(r"(?<![\d/-])(\d\d?)([/-])(\d\d?)\2(?:19|20)?\d\d(?![\d/-])")


def _find_day_order(text: str) -> bool | None:
    """Return whether the article's unmistakable dates put the day first; None without any."""
    votes = {
        (int(m[1]) > 12) for m in _NUMBERS.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12)
    }
    return votes.pop() if len(votes) == 1 else None


def _build_mention(expression: _Expression, outlooks: Sequence[Outlook]) -> DateMention:
    kind, rule = expression.rule.kind, expression.rule.name
    seen = [
        resolve_written(kind, expression.written, replace(o, direction=expression.direction))
        for o in outlooks
    ]
    period = seen[0] if all(other == seen[0] for other in seen) else None
    announced = _is_announced(period, expression.direction, outlooks)
    if period is None:
        doubt = "unknown" if kind in _ABSOLUTE else "relative"
        return DateMention(expression.span, None, doubt, rule, announced)
    return DateMention(expression.span, period.value, period.precision, rule, announced)


def _is_announced(period: Period | None, direction: int, outlooks: Sequence[Outlook]) -> bool:
    """Return whether the article tells of something still to come."""
    last = outlooks[-1].day
    if period is None or last is None:
        return direction > 0
    return period.first > last or (direction > 0 and period.last > last)
