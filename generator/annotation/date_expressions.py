"""The date expressions of a text, before anyone asks what day they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.annotation.date_rules import DateRules
from generator.models import Article, Span

Written = Mapping[str, int | str]
"""The named groups of a match; words of the tables already turned into their numbers."""

_OWNING = ("'s", "’s")
_LOOK = 160
"""How many characters around an expression are read for the verb it hangs on."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written."""

    span: Span
    rule: str
    kind: str
    """Which resolver understands what was written."""
    written: Written
    direction: int
    """-1 where its clause looks back, 1 where it looks ahead, 0 where it does not tell."""


def find_expressions(article: Article, rules: DateRules) -> Iterator[DateExpression]:
    """Yield the date expressions of the article's sentences in text order."""
    for sentence in article.sentences:
        text = sentence.span.of(article.text)
        held = rules.triggers.held_by(text)
        if rules.tried_with(held):
            yield from _match_sentence(text, sentence.span.start, rules, held)


def _match_sentence(
    text: str, offset: int, rules: DateRules, held: frozenset[str]
) -> Iterator[DateExpression]:
    """Yield the matches that do not overlap: the first, of these the longest, then by rule.

    Only rules that need something the sentence holds are tried.
    """
    tried = rules.tried_with(held)
    found = [(match, rule) for rule in tried for match in rule.pattern.finditer(text)]
    found.sort(key=lambda item: (item[0].start(), -item[0].end()))
    end = 0
    for match, rule in found:
        if match.start() < end:
            continue
        end = match.end()
        if rule.kind != "name":
            span, written = _find_core(match, offset), _parse_groups(match, rules)
            direction = _find_direction(text, match, rules)
            yield DateExpression(span, rule.name, rule.kind, written, direction)


def _find_core(match: re.Match[str], offset: int) -> Span:
    """Return the span of the date proper: the group `core`, or all but marks at the ends."""
    group = "core" if "core" in match.re.groupindex else 0
    text, start = match[group], match.start(group)
    lead = len(text) - len(text.lstrip(" \t\r\n\u00a0("))
    return Span(offset + start + lead, offset + start + len(text.rstrip(" \t\r\n\u00a0,.(")))


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
    groups = match.groupdict().items()
    words = {key: " ".join(value.lower().split()) for key, value in groups if value}
    return {key: _parse_word(word, tables.get(key, {})) for key, word in words.items()}


def _parse_word(word: str, table: Mapping[str, int | str]) -> int | str:
    if word in table:
        return table[word]
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else word


def _find_direction(text: str, match: re.Match[str], rules: DateRules) -> int:
    """Return -1, 0 or 1 by the verb or cue nearest to the expression.

    The one before it counts, since English puts the time last: "said on Monday it will close"
    looks back at Monday. What stands behind "be" or "to" says nothing. An expression
    that opens its clause takes the first one after it.
    """
    before = rules.cues.findall(text[max(0, match.start() - _LOOK) : match.start()])
    after = rules.cues.findall(text[match.end() : match.end() + _LOOK])
    before = [word for last, word in pairwise(["", *before]) if last not in rules.blanks]
    inside = [word.lower() for word in rules.cues.findall(match[0])[:1]]
    if rules.ahead_inside.intersection(inside):
        return 1
    if rules.ahead_before.intersection(before[-1:]) and not text.startswith(_OWNING, match.end()):
        return 1
    opening = next((i for i, word in enumerate(reversed(before)) if word in ";:"), len(before))
    clause = [*inside, *before[len(before) - opening :][::-1], *after]
    return next(filter(None, (_direction_of(word, rules) for word in clause)), 0)


def _direction_of(word: str, rules: DateRules) -> int:
    if word in rules.ahead:
        return 1
    past_form = len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    return -1 if past_form or word in rules.back else 0
