"""What the pages say in our own words: sentences, counts and dates of the interface language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from generator.models import DateFinding

DEFAULT = "en"
_YEAR = len("2023")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's catalogue in one language."""

    language: str
    texts: Mapping[str, Any]

    def say(self, key: str, n: int | None = None, **values: object) -> str:
        """Return the text at `key` with its places filled; `n` also chooses the plural.

        >>> load_words("en").say("articles", 2)
        '2 articles'
        """
        text = self.texts[key]
        if isinstance(text, Mapping):
            text = text["one" if n == 1 else "many"]
        count = "" if n is None else self.number(n)
        return str(text.format(n=count, **values))

    def number(self, n: int) -> str:
        """Return `n` with its thousands parted."""
        return f"{n:,}".replace(",", self.texts["thousands"])

    def day(self, iso: str) -> str:
        """Return an ISO day, month or year in words.

        >>> load_words("en").day("2023-03-05"), load_words("en").day("2023-03")
        ('5 March 2023', 'March 2023')
        """
        year, _, rest = iso.partition("-")
        month, _, day = rest.partition("-")
        if not month:
            return year
        name = self.texts["months"][int(month) - 1]
        if not day:
            return str(self.texts["month_format"].format(month=name, year=year))
        return str(self.texts["day_format"].format(day=int(day), month=name, year=year))

    def date(self, date: DateFinding) -> str:
        """Return an article's date in words, honest about one that is not known."""
        if not date.value:
            return self.say("unknown_date")
        first, _, last = date.value.partition("/")
        return self.period(first, last or first)

    def period(self, first: str, last: str) -> str:
        """Return the time from `first` to `last`, what they share said once.

        >>> load_words("en").period("2023-03-17", "2023-03-22")
        '17\N{EN DASH}22 March 2023'
        >>> load_words("en").period("1960-01-01", "1969-12-31")
        '1960\N{EN DASH}1969'
        """
        if first.endswith("-01-01") and last.endswith("-12-31"):
            first, last = first[:_YEAR], last[:_YEAR]
        if first == last:
            return self.day(first)
        start, end = self.day(first).split(), self.day(last).split()
        shared = _count_shared_tail(start, end) if len(start) == len(end) else 0
        start = start[: len(start) - shared]
        tight = len(start) == len(end) - shared == 1
        return " ".join(start) + ("–" if tight else " – ") + " ".join(end)


def _count_shared_tail(first: list[str], second: list[str]) -> int:
    pairs = zip(reversed(first), reversed(second), strict=True)
    return next((i for i, (one, other) in enumerate(pairs) if one != other), len(first))


@lru_cache(maxsize=8)
def load_words(language: str) -> Words:
    """Return the catalogue of `language`, English for what it does not know."""
    folder = files("generator") / "data" / "interface"
    texts = tomllib.loads((folder / f"{DEFAULT}.toml").read_text("utf-8"))
    own = folder / f"{language[:2]}.toml"
    if not own.is_file():
        return Words(DEFAULT, texts)
    return Words(language[:2], texts | tomllib.loads(own.read_text("utf-8")))
