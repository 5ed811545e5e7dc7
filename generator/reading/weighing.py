"""Points added up: how much a line looks like a part of the article, and what says so most."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from generator.reading.marks import Marked
from generator.reading.surroundings import find_surroundings

SHIFT = 0.4
"""Added to every line: losing a sentence costs a reader more than one foreign line, and word-
weighted F1 on the developed half of scraped_lines is best between 0.3 and 0.6."""


@lru_cache(maxsize=1)
def load_points() -> Mapping[str, Mapping[str, float]]:
    """Return the points of `generator/data/line_points.toml`."""
    file = files("generator") / "data" / "line_points.toml"
    return tomllib.loads(file.read_text("utf-8"))


def weigh(values: Mapping[str, float] | Iterable[str], points: Mapping[str, float]) -> float:
    """Return the summed points of named values, in their order; a bare name counts once."""
    total = points["any line"]
    if isinstance(values, Mapping):
        for name, value in values.items():
            total += points.get(name, 0.0) * value
        return total
    for name in values:
        total += points.get(name, 0.0)
    return total


def weigh_lines(marked: Sequence[Marked]) -> list[tuple[float, str]]:
    """Return for each line its points, above nought for content, and what spoke loudest."""
    table = load_points()
    own = [weigh(one.marks, table["line"]) for one in marked]
    return [
        _settle(weigh(row, table["surroundings"]), one, row)
        for one, row in zip(marked, find_surroundings(marked, own), strict=True)
    ]


def _settle(total: float, one: Marked, row: Mapping[str, float]) -> tuple[float, str]:
    """Return the points, and the mark and surrounding that spoke loudest for their sign."""
    table = load_points()
    sign = 1.0 if total > 0 else -1.0
    own = _find_loudest(dict.fromkeys(one.marks, sign), table["line"], 1.0)
    around = _find_loudest(row, table["surroundings"], sign)
    return round(total, 6), f"{own}; {around}"


def _find_loudest(values: Mapping[str, float], points: Mapping[str, float], sign: float) -> str:
    best, loudest = -1e9, ""
    for name, value in values.items():
        gain = points.get(name, 0.0) * (sign * value)
        if gain > best:
            best, loudest = gain, name
    return loudest
