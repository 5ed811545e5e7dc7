"""The date expressions of a language, as data/LANGUAGE/dates.toml describes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a date."""

    name: str
    """What a reader of the page is told."""
    kind: str
    """Which resolver understands its groups."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateRules:
    """Everything the dates of one language need; words are in lower case."""

    rules: tuple[DateRule, ...]
    trigger: re.Pattern[str]
    """What a sentence must hold before any rule is tried."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    shifts: Mapping[str, int]
    holidays: Mapping[str, str]
    cues: re.Pattern[str]
    """What may be a verb or a cue: a word, one of the phrases, or a mark that ends a clause."""
    ahead: frozenset[str]
    """Words that make what follows look into the future."""
    ahead_inside: frozenset[str]
    """Words that do so only as the first word of an expression."""
    ahead_before: frozenset[str]
    """Words that do so only right before one."""
    back: frozenset[str]


@lru_cache(maxsize=8)
def load_date_rules(language: str) -> DateRules | None:
    """Return the rules of `language`, None where nobody has written any."""
    source = files("generator") / "data" / language[:2] / "dates.toml"
    if not source.is_file():
        return None
    data = tomllib.loads(source.read_text("utf-8"))
    blocks = _build_blocks(data)
    return DateRules(
        rules=(_build_names(data), *(_build_rule(rule, blocks) for rule in data["rule"])),
        trigger=_build_trigger(data),
        months=_lower(data["months"]),
        weekdays=_lower(data["weekdays"] | data["short_weekdays"]),
        counts=_lower(data["counts"] | data["ordinals"]),
        shifts=_lower(data["days"]),
        holidays=_lower(data["holidays"]),
        cues=_build_cues(data["directions"]["ahead_phrases"]),
        ahead=frozenset(data["directions"]["ahead"].split() + data["directions"]["ahead_phrases"]),
        ahead_inside=frozenset(data["directions"]["ahead_inside"].split()),
        ahead_before=frozenset(data["directions"]["ahead_before"].split()),
        back=frozenset(data["directions"]["back"].split()),
    )


def _build_rule(raw: Mapping[str, str], blocks: Mapping[str, str]) -> DateRule:
    return DateRule(
        raw["name"], raw["kind"], re.compile(raw["pattern"].format(**blocks), re.VERBOSE)
    )


def _build_names(data: Mapping[str, Any]) -> DateRule:
    """Return a rule for names that only look like a date; it only keeps others off."""
    names = _alternatives(data["names"]["weekday"].strip().splitlines())
    return DateRule("a name", "name", re.compile(rf"\b(?:[Oo]n )?(?:{names})"))


def _build_blocks(data: Mapping[str, Any]) -> dict[str, str]:
    months, weekdays = list(data["months"]), list(data["weekdays"])
    long_months = [name for name in months if len(name) > 4 or name in ("May", "June", "July")]
    words = {
        "month": months + [name.upper() for name in months],
        "long_month": long_months,
        "plain_month": [name for name in long_months if name not in data["ambiguous"]["months"]],
        "weekday": weekdays + [name.upper() for name in weekdays],
        "any_weekday": weekdays + list(data["short_weekdays"]) + [w.upper() for w in weekdays],
        "count": _cased(data["counts"]),
        "ordinal": _cased(data["ordinals"]),
        "shift": _cased(data["days"]),
        "holiday": list(data["holidays"]),
        "counted": data["counted"]["words"].split(),
    }
    lists = {name: _alternatives(words[name]) for name in words}
    return {name: f"(?:{block})" for name, block in (data["blocks"] | lists).items()}


def _build_trigger(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Return one cheap pattern: most sentences of the news hold no date at all."""
    tables = ("months", "weekdays", "days", "holidays")
    words = [word for table in tables for word in _cased(data[table])]
    return re.compile(
        rf"\d{{4}}|\d[/-]\d|\b(?:{_alternatives(words + data['trigger']['words'].split())})"
    )


def _build_cues(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(phrases)})\b|[^\W\d_]+(?:['’]ll)?|['’]ll|[;:]")


def _cased(words: Iterable[str]) -> list[str]:
    return [
        form
        for word in words
        for form in dict.fromkeys((word, word[0].upper() + word[1:], word.upper()))
    ]


def _alternatives(words: Iterable[str]) -> str:
    """Return the words as one pattern, the longest first, that none hides a longer one."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


def _lower(table: Mapping[str, Any]) -> dict[str, Any]:
    return {word.lower(): value for word, value in table.items()}
