"""What stands above the text: masthead, title, byline, standfirst, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.models import BlockKind
from generator.reading import cues
from generator.reading.marks import Marked
from generator.reading.titles import LEAD, is_same_heading
from generator.reading.verdicts import Verdict

_NAMES = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s?){2,3}\Z")
_MASTHEAD = 6
"""Lines from the top, and above the title, that are taken for a masthead."""


def classify_header(
    marked: Sequence[Marked], verdicts: Sequence[Verdict], title: int | None
) -> list[Verdict]:
    """Return the verdicts on the lines above the text, named by their place around the title."""
    found = []
    for index, verdict in enumerate(verdicts):
        one = marked[index]
        if title is None or (one.cue and not verdict.is_content and index != title):
            found.append(verdict)
        elif index < title:
            found.append(_name_above(verdict, index, title))
        elif index == title or is_same_heading(one.line.text, marked[title].line.text):
            rule = "the heading above the text" if index == title else "the title again"
            found.append(Verdict(BlockKind.TITLE, rule, verdict.points))
        else:
            found.append(_name_below(one, verdict, len(verdicts) - index))
    return found


def _name_above(verdict: Verdict, index: int, title: int) -> Verdict:
    if index < _MASTHEAD and title < _MASTHEAD and verdict.rule != cues.BUTTON.rule:
        return Verdict(BlockKind.META, "stands above the title", verdict.points)
    rule = verdict.rule if not verdict.is_content else "stands above the title"
    return Verdict(BlockKind.BOILERPLATE, rule, verdict.points)


def _name_below(one: Marked, verdict: Verdict, distance: int) -> Verdict:
    if one.line.words >= 9 or (one.ends_as_sentence and one.line.words >= 5):
        if verdict.is_content or distance <= LEAD:
            return Verdict(BlockKind.STANDFIRST, "stands between title and text", verdict.points)
        return verdict
    if _NAMES.match(one.line.text):
        return Verdict(BlockKind.META, "a name between title and text", verdict.points)
    kind = BlockKind.CAPTION if one.line.words >= 4 else BlockKind.BOILERPLATE
    return Verdict(kind, "a short line between title and text", verdict.points)
