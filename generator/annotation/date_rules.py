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
    needs: str
    """What its sentence must hold, a group of `DateRules.trigger`."""


@dataclass(frozen=True, slots=True)
class DateRules:
    """Everything the dates of one language need; words are in lower case."""

    rules: tuple[DateRule, ...]
    trigger: re.Pattern[str]
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


_NEEDS = (
    ("month}", "month"),
    ("{weekday}", "weekday"),
    ("{shift}", "shift"),
    ("{holiday}", "holiday"),
    ("<year>", "digit"),
)
"""What stands in a rule -> what its sentence must hold; the first that does counts."""


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


def _build_rule(raw: Mapping[str, str], blocks: Mapping[str, str]) -> DateRule:
    pattern = raw["pattern"]
    needs = next((need for mark, need in _NEEDS if mark in pattern), "unit")
    compiled = re.compile(pattern.format(**blocks), re.VERBOSE)
    return DateRule(raw["name"], raw["kind"], compiled, needs)


def _build_names(data: Mapping[str, Any]) -> DateRule:
    """Return a rule for names that only look like a date; it only keeps others off."""
    names = _alternatives(data["names"]["weekday"].strip().splitlines())
    return DateRule("a name", "name", re.compile(rf"\b(?:[Oo]n )?(?:{names})"), "weekday")


def _build_blocks(data: Mapping[str, Any]) -> dict[str, str]:
    months, weekdays = list(data["months"]), list(data["weekdays"])
    any_month, any_weekday = [*months, *data["short_months"]], [*weekdays, *data["short_weekdays"]]
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
    return {name: f"(?:{block})" for name, block in (data["blocks"] | lists).items()}


def _build_trigger(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Return one pattern with a group for each thing that rules need."""
    words = {
        "month": [*data["months"], *data["short_months"]],
        "weekday": data["weekdays"],
        "shift": data["days"],
        "holiday": data["holidays"],
        "unit": data["trigger"]["units"].split(),
    }
    groups = (f"(?P<{need}>{_alternatives(_cased(found))})" for need, found in words.items())
    return re.compile(rf"(?P<digit>\d{{4}}|\d[/-]\d)|\b(?:{'|'.join(groups)})")


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
