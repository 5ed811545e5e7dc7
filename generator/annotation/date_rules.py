"""The date expressions of a language, as data/LANGUAGE/dates.toml describes them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

LETTERS = re.compile(r"[^\W\d_]+")
_TRIGGER = re.compile(r"\d+(?:[/-]\d+)*|[^\W\d_]+")
_NEVER = "(?!)"
_REMEMBERED = 200_000
"""Words of which it is remembered what they fulfil."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a date."""

    name: str
    """What a reader of the page is told."""
    kind: str
    """Which resolver understands its groups."""
    pattern: re.Pattern[str]
    needs: frozenset[str]
    """What its sentence must hold, of what `DateRules.triggers` tells."""


class Triggers(dict[str, frozenset[str]]):
    """For each word and number met so far what of the rules' needs it fulfils."""

    def __init__(self, words: Iterable[tuple[str, str]], weekdays: Sequence[str]) -> None:
        super().__init__()
        self._needs: defaultdict[str, set[str]] = defaultdict(set)
        for word, need in words:
            self._needs[word].add(need)
        self._weekdays = tuple(weekdays)

    def __missing__(self, word: str) -> frozenset[str]:
        needs = self._find_needs(word)
        if len(self) < _REMEMBERED:
            self[word] = needs
        return needs

    def held_by(self, text: str) -> frozenset[str]:
        """Return what `text` fulfils."""
        return frozenset().union(*map(self.__getitem__, _TRIGGER.findall(text)))

    def _find_needs(self, word: str) -> frozenset[str]:
        """Return the needs of one word; what is glued to a weekday does not hide it."""
        if word[0].isdigit():
            is_year = len(word) > 3 or not word.isdigit()
            return frozenset(["number", "year"] if is_year else ["number"])
        weekday = ["weekday"] if word.lower().startswith(self._weekdays) else []
        return frozenset([*self._needs.get(word, ()), *weekday])


@dataclass(frozen=True, slots=True)
class DateRules:
    """Everything the dates of one language need; words are in lower case."""

    day_first: bool | None
    """Whether figures put the day before the month where nothing else tells."""
    rules: tuple[DateRule, ...]
    triggers: Triggers
    """Words and digits without which no rule can match; most sentences of the news hold none."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    shifts: Mapping[str, int]
    holidays: Mapping[str, str]
    cues: re.Pattern[str]
    """What may be a verb or a cue: a word, one of the phrases, or a mark that ends a clause."""
    ahead: frozenset[str]
    """Words that make what follows look into the future."""
    blanks: frozenset[str]
    """Words behind which a verb says nothing of the time."""
    ahead_inside: frozenset[str]
    """Words that do so only as the first word of an expression."""
    ahead_before: frozenset[str]
    """Words that do so only right before one."""
    back: frozenset[str]
    by_need: dict[frozenset[str], tuple[DateRule, ...]] = field(default_factory=dict)
    """What was tried before, by what the sentence held: there are few such sets."""

    def tried_with(self, held: frozenset[str]) -> tuple[DateRule, ...]:
        """Return the rules whose needs are all among `held`."""
        if held not in self.by_need:
            self.by_need[held] = tuple(rule for rule in self.rules if rule.needs <= held)
        return self.by_need[held]


_NEEDS = (
    ("month}", "month"),
    ("{weekday}", "weekday"),
    ("{shift}", "shift"),
    ("{holiday}", "holiday"),
    ("<year>", "year"),
)
"""What stands in a rule -> what its sentence must hold; the first that does counts."""


@lru_cache(maxsize=8)
def load_date_rules(language: str) -> DateRules:
    """Return the rules of `language`; where nobody has written any, those for figures alone."""
    data = _load_tables(language)
    blocks = _build_blocks(data)
    return DateRules(
        day_first=True if data["numbers"] == "day first" else None,
        rules=(_build_names(data), *(_build_rule(rule, blocks) for rule in data["rule"])),
        triggers=Triggers(_find_triggers(data), [w.lower() for w in data["weekdays"]]),
        months=_lower(data["months"] | data["short_months"]),
        weekdays=_lower(data["weekdays"] | data["short_weekdays"]),
        counts=_lower(data["counts"] | data["ordinals"]),
        shifts=_lower(data["days"]),
        holidays=_lower(data["holidays"]),
        cues=_build_cues(data["directions"]["ahead_phrases"]),
        ahead=frozenset(data["directions"]["ahead"].split() + data["directions"]["ahead_phrases"]),
        blanks=frozenset(data["directions"]["blanks"].split()),
        ahead_inside=frozenset(data["directions"]["ahead_inside"].split()),
        ahead_before=frozenset(data["directions"]["ahead_before"].split()),
        back=frozenset(data["directions"]["back"].split()),
    )


def _load_tables(language: str) -> Mapping[str, Any]:
    """Return the tables for any language, with those of `language` in their place."""
    folder = files("generator") / "data"
    own, data = (folder / part for part in (f"{language[:2]}/dates.toml", "dates.toml"))
    tables = tomllib.loads(data.read_text("utf-8"))
    if own.is_file():
        for name, table in tomllib.loads(own.read_text("utf-8")).items():
            is_table = isinstance(table, dict) and name != "trigger"
            tables[name] = tables[name] | table if is_table else table
    return tables


def _build_rule(raw: Mapping[str, str], blocks: Mapping[str, str]) -> DateRule:
    pattern = raw["pattern"]
    held = next((need for mark, need in _NEEDS if mark in pattern), "unit")
    needs = {need for need in [raw.get("needs", held)] if need}
    if ("{day}" in pattern or "{open_day}" in pattern) and needs:
        needs.add("number")
    compiled = re.compile(pattern.format(**blocks), re.VERBOSE)
    return DateRule(raw["name"], raw["kind"], compiled, frozenset(needs))


def _build_names(data: Mapping[str, Any]) -> DateRule:
    """Return a rule for names that only look like a date; it only keeps others off."""
    names = _alternatives(data["names"]["weekday"].strip().splitlines())
    return DateRule(
        "a name", "name", re.compile(rf"\b(?:[Oo]n )?(?:{names})"), frozenset(["weekday"])
    )


def _build_blocks(data: Mapping[str, Any]) -> dict[str, str]:
    months, weekdays = _with_capitals(data["months"]), _with_capitals(data["weekdays"])
    any_month = [*months, *_with_capitals(data["short_months"])]
    any_weekday = [*weekdays, *_with_capitals(data["short_weekdays"])]
    words = {
        "any_month": any_month + [name.upper() for name in any_month],
        "month": months,
        "plain_month": [name for name in months if name not in data["ambiguous"]["months"]],
        "weekday": weekdays + [name.upper() for name in weekdays],
        "any_weekday": any_weekday + [name.upper() for name in weekdays],
        "count": _cased(data["counts"]),
        "ordinal": _cased(data["ordinals"]),
        "shift": _cased(data["days"]),
        "holiday": list(data["holidays"]),
        "counted": data["counted"]["words"].split(),
    }
    lists = {name: _alternatives(words[name]) for name in words}
    plain = {name: f"(?:{block})" for name, block in (data["blocks"] | lists).items()}
    return {name: block.replace("{space}", plain["space"]) for name, block in plain.items()}


def _find_triggers(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield words, the last of expressions, each with what of the rules' needs it fulfils."""
    words = {
        "month": [*data["months"], *data["short_months"]],
        "shift": data["days"],
        "holiday": data["holidays"],
    }
    words |= {need: found.split() for need, found in data["trigger"].items()}
    for need, expressions in words.items():
        for expression in _cased(expressions):
            yield LETTERS.findall(expression)[-1], need


def _build_cues(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(phrases)})\b|[^\W\d_]+(?:['’]ll)?|['’]ll|[;:]")


def _with_capitals(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word[0].upper() + word[1:])]


def _cased(words: Iterable[str]) -> list[str]:
    return [
        form
        for word in words
        for form in dict.fromkeys((word, word[0].upper() + word[1:], word.upper()))
    ]


def _alternatives(words: Iterable[str]) -> str:
    """Return the words as one pattern, the longest first, that none hides a longer one.

    Of no words it is one that never matches.
    """
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered) or _NEVER


def _lower(table: Mapping[str, Any]) -> dict[str, Any]:
    return {word.lower(): value for word, value in table.items()}
