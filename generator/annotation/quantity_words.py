"""The words that numbers and what they count are made of, as data/LANGUAGE/quantities.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The tables of one language; words are in lower case."""

    pattern: re.Pattern[str]
    """One number with its sign, scale and unit mark."""
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    signs: Mapping[str, str]
    measures: Mapping[str, str]
    units: frozenset[str]
    """What `measures` and `signs` lead to."""
    head: re.Pattern[str]
    """What a number stands for that has no noun of its own."""
    behind: re.Pattern[str]
    """What a measure is of, right behind it."""
    joined: re.Pattern[str]
    """What a measure with a hyphen belongs to: "two-day visit"."""
    ahead: re.Pattern[str]
    """What a measure is of, right before it."""
    plurals: frozenset[str]
    singulars: frozenset[str]
    links: frozenset[str]
    labels: frozenset[str]
    months: frozenset[str]


_PATTERN = r"""(?<![\w.,:/#+-])
(?:(?P<sign>{signs})\ ?)?
(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,15}}(?:\.\d{{1,4}})?)
  |(?P<words>(?i:{numbers})(?:(?:-|\ (?:and\ )?)(?i:{numbers}))?(?![^\W_])))
(?P<half>(?:-|\ )and(?:-|\ )a(?:-|\ )half\b)?
(?:(?:-|\ )?(?P<scale>(?:{scales})(?:\ (?:{scales}))?\b))?
(?P<percent>{percent})?
(?![.,:/]?\d|['’]?s\b|(?:st|nd|rd|th)\b|(?:[-–]\d{{1,2}}(?:[.:]\d\d)?)?\ ?[ap]\.?m\b)"""


_HEAD = r"\b(?P<what>(?:[a-z]{{3,15}} )?(?:{heads})(?: of (?:the )?[a-z]{{3,20}})?)\b"


@lru_cache(maxsize=8)
def load_quantity_words(language: str) -> QuantityWords | None:
    """Return the tables of `language`, None where nobody has written any."""
    folder = files("generator") / "data" / language[:2]
    source = folder / "quantities.toml"
    if not source.is_file():
        return None
    data = tomllib.loads(source.read_text("utf-8"))
    lists = {name: frozenset(words.split()) for name, words in data["words"].items()}
    heads = lists.pop("heads")
    dates = tomllib.loads((folder / "dates.toml").read_text("utf-8"))
    scales = data["scales"] | data["money_scales"]
    pattern = _PATTERN.format(
        signs=_alternatives(data["signs"]),
        numbers=_alternatives(data["numbers"]),
        scales=_alternatives(scales),
        percent=data["patterns"]["percent"],
    )
    return QuantityWords(
        pattern=re.compile(pattern, re.VERBOSE),
        numbers=data["numbers"],
        scales=scales,
        signs=data["signs"],
        measures=data["measures"],
        units=frozenset([*data["measures"].values(), *data["signs"].values()]),
        head=re.compile(_HEAD.format(heads=_alternatives(heads))),
        behind=re.compile(data["patterns"]["behind"]),
        joined=re.compile(data["patterns"]["joined"]),
        ahead=re.compile(data["patterns"]["ahead"]),
        months=frozenset(month.lower() for month in dates["months"] | dates["short_months"]),
        **lists,
    )


def _alternatives(words: Iterable[str]) -> str:
    """Return the words as one pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
