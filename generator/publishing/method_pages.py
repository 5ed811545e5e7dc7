"""The page that says how the others are made, with the settings in force and figures measured."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from generator.config import Settings, Topic
from generator.publishing.pages import Page
from generator.publishing.register import Register
from generator.publishing.wording import Words


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the quality gate or a benchmark."""

    name: str
    value: str
    bound: str
    """What it must not fall below or exceed, with the sign; empty where nothing is asked."""
    items: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """What was measured of one thing."""

    title: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class MethodPage(Page):
    """How the pages are made."""

    settings: tuple[tuple[str, str], ...] = ()
    """Key and value of every setting in force but the topics."""
    topics: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Title and settings of every topic."""
    figures: tuple[FigureGroup, ...] = ()


def build_method_page(register: Register) -> MethodPage:
    """Return the page that says how the others are made."""
    title = register.words.say("method")
    settings = register.settings
    return MethodPage(
        "method.md",
        "method",
        title,
        settings=_list_settings(settings),
        topics=tuple((topic.title, _list_topic_settings(topic)) for topic in settings.topics),
        figures=tuple(load_figures(register.words)),
    )


def _list_settings(settings: Settings) -> tuple[tuple[str, str], ...]:
    values = settings.model_dump(mode="json", exclude={"workers", "topics"}, exclude_none=True)
    return tuple((key, _describe(value)) for key, value in values.items() if value)


def _list_topic_settings(topic: Topic) -> tuple[tuple[str, str], ...]:
    terms = (
        f"{term.term} (×{term.weight:g})" if term.weight != 1 else term.term for term in topic.terms
    )
    values = topic.model_dump(include={"required", "excluded", "actors"})
    rows = [("terms", ", ".join(terms)), *((key, ", ".join(values[key])) for key in values)]
    return tuple((key, value) for key, value in rows if value)


def _describe(value: object) -> str:
    """Return a setting's value as a reader would write it."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_describe(inner)}" for key, inner in value.items() if inner)
    if isinstance(value, list):
        return ", ".join(map(_describe, value))
    return str(value)


def load_figures(words: Words) -> Iterator[FigureGroup]:
    """Yield the figures that the quality gate and the benchmarks have written down, by file."""
    folder = files("generator") / "data" / "figures"
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json")):
        rows = json.loads((folder / name).read_text("utf-8"))
        key = f"figures_{name.removesuffix('.json').replace('-', '_')}"
        yield FigureGroup(words.say(key), tuple(_read_row(words, row) for row in rows))


def _read_row(words: Words, row: Mapping[str, Any]) -> FigureRow:
    sign, floor = "≤" if row.get("ceiling") else "≥", row.get("floor")
    bound = "" if floor is None else f"{sign} {floor:.3g}"
    items = int(row.get("items", 0))
    return FigureRow(str(row["name"]), f"{row['value']:.3g}", bound, words.number(items))
