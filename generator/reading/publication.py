"""The day an article was published, or an honest "unknown"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.models import (
    Block,
    BlockKind,
    DateFinding,
    Finding,
    Span,
)
from generator.reading.cues import ADDRESS
from generator.reading.written_dates import WrittenDate, find_dates

_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2])[/_-]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?=/)")
_GIVEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


_NAMED_DAY = re.compile(
    r"(?<![^\W_])(?P<y>(?:19|20)\d\d)[_.-]?(?P<m>0[1-9]|1[0-2])[_.-]?(?P<d>0[1-9]|[12]\d|3[01])(?![^\W_])"
)


def find_publication(
    text: str, blocks: Sequence[Block], given: Finding | None, url: str | None, language: str
) -> DateFinding:
    """Return the publication date: what is given, else what a date line says, else the address."""
    if given and given.value:
        finding = read_given_date(given.value, given.rule, language)
        if finding.value:
            return finding
    hint = _find_url_date(url or "")
    return _find_line_date(text, blocks, hint, language) or _from_url(hint) or DateFinding()


def find_named_day(path: str) -> DateFinding:
    """Return the day that a file is named by, where nothing in it tells one.

    >>> find_named_day("wire/courier_2021-05-03.txt").value
    '2021-05-03'
    """
    match = _NAMED_DAY.search(PurePosixPath(path).stem)
    if match is None:
        return DateFinding()
    return DateFinding(
        f"{match['y']}-{match['m']}-{match['d']}", "day", "the file's name", match[0]
    )


def read_given_date(value: str, rule: str, language: str) -> DateFinding:
    """Return a date that front matter or an editor gives.

    >>> read_given_date("2021-05-03/2021-05-07", "editor", "en").precision
    'week'
    """
    written = find_dates(value, language)
    match = _GIVEN.match(value.strip())
    if match and (match.end() == len(value.strip()) or not written):
        return DateFinding(match[0], _name_precision(match[0]), rule, value)
    if written and len(written[0].days) == 1:
        return DateFinding(written[0].days[0], "day", rule, value)
    return DateFinding()


def _name_precision(value: str) -> str:
    if "/" in value:
        first, last = value.split("/")
        return (
            "week"
            if first[:7] == last[:7]
            and len(first) == len(last) == 10
            and int(last[8:]) - int(first[8:]) <= 6
            else "range"
        )
    return {4: "year", 7: "month"}.get(len(value), "day")


def _find_url_date(url: str) -> str:
    path = url.split("://")[-1]
    match = _URL_DAY.search(path)
    if match:
        return f"{match['y']}-{match['m']}-{match['d']}"
    match = _URL_MONTH.search(path)
    return f"{match['y']}-{int(match['m']):02d}" if match else ""


def _from_url(hint: str) -> DateFinding | None:
    return DateFinding(hint, _name_precision(hint), "the address", hint) if hint else None


def _find_line_date(
    text: str, blocks: Sequence[Block], hint: str, language: str
) -> DateFinding | None:
    """Return the first date of a date line, byline or dateline; `hint` settles day and month."""
    for block in blocks:
        if block.kind is not BlockKind.META or block.rule == ADDRESS.rule:
            continue
        if block.span.end - block.span.start > 300:
            continue
        for date in find_dates(block.span.of(text), language):
            day = _settle(date, hint)
            span = Span(block.span.start + date.start, block.span.start + date.end)
            if day:
                return DateFinding(day, _name_precision(day), block.rule, span.of(text), span)
    return None


def _settle(date: WrittenDate, hint: str) -> str:
    if len(date.days) == 1:
        return date.days[0]
    fitting = [day for day in date.days if hint and day.startswith(hint[:7])]
    return fitting[0] if len(fitting) == 1 else date.days[0][:4]
