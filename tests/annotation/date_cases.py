"""The table of date cases: one line a case, the expression in square brackets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.annotation.dates import find_dates
from generator.findings import DateMention
from generator.models import Span
from tests.annotation.articles import build_article

_FOLDER = Path(__file__).parent / "cases" / "dates"


@dataclass(frozen=True, slots=True)
class DateCase:
    """What one sentence should give."""

    where: str
    """File and line."""
    published: str | None
    window: tuple[dt.date, dt.date] | None
    text: str
    span: Span | None
    """The expression's place, None where the sentence holds no date."""
    value: str | None = None
    precision: str = ""
    announced: bool = False


def load_cases() -> list[DateCase]:
    """Return all cases, by file and line."""
    return [
        _parse_case(f"{file.name}:{number}", [part.strip() for part in line.split("|")])
        for file in sorted(_FOLDER.glob("*.txt"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if line and not line.startswith("#")
    ]


def _parse_case(where: str, parts: list[str]) -> DateCase:
    published, _, window = parts[0].partition(" ")
    days = [dt.date.fromisoformat(day) for day in window.split("..")] if window else None
    given = (where, None if published == "?" else published, (days[0], days[1]) if days else None)
    if len(parts) == 2:
        return DateCase(*given, parts[1], None)
    before, _, rest = parts[1].partition("[")
    inside, _, after = rest.partition("]")
    value = None if parts[2] == "-" else parts[2]
    span = Span(len(before), len(before) + len(inside))
    return DateCase(*given, before + inside + after, span, value, parts[3], "announced" in parts)


def judge_case(case: DateCase) -> str:
    """Return what is wrong with the dates found, empty where nothing is."""
    found = find_dates(build_article([case.text], case.published), case.window)
    if case.span is None:
        return ", ".join(_describe(mention, case.text) for mention in found)
    meant = [mention for mention in found if mention.span.meets(case.span)]
    if len(meant) == 1 and _says(meant[0], case):
        return ""
    return ", ".join(_describe(mention, case.text) for mention in meant) or "nothing found"


def _says(mention: DateMention, case: DateCase) -> bool:
    wanted = (case.value, case.precision, case.announced or mention.value is None)
    return (mention.value, mention.precision, mention.announced or mention.value is None) == wanted


def _describe(mention: DateMention, text: str) -> str:
    mark = " announced" if mention.announced else ""
    return f"[{mention.span.of(text)}] {mention.value} {mention.precision}{mark}"
