"""The blocks of an HTML page: the extractor's choice, named by place and wording."""

from __future__ import annotations

from collections.abc import Sequence

from generator.models import Block, BlockKind
from generator.reading import cues
from generator.reading.blocks import build_blocks
from generator.reading.boilerplate import classify_lines, mark_lines, name_content
from generator.reading.extraction import find_extracted
from generator.reading.html import split_html_lines
from generator.reading.lines import Line
from generator.reading.marks import Marked
from generator.reading.titles import is_same_heading
from generator.reading.verdicts import Verdict

_ENOUGH = 40
"""Words below which the extractor is taken to have failed: shorter than any article's lead."""
_ASIDE = frozenset({cues.POINTER, cues.BUTTON, cues.REGION, cues.PROMOTION, cues.ADDRESS})
_FACTS = frozenset({cues.DATE_LINE, cues.BYLINE})


def read_html_blocks(markup: str, text: str, language: str, title: str) -> list[Block]:
    """Return the blocks of `text`, the text of `markup`; `title` is what its head says."""
    lines = split_html_lines(markup)
    chosen = find_extracted(markup, lines)
    if sum(line.words for line, kept in zip(lines, chosen, strict=True) if kept) < _ENOUGH:
        return build_blocks(text, lines, classify_lines(lines, language, title), language)
    verdicts = _judge(mark_lines(lines, language), chosen)
    heading = _find_heading(lines, chosen, title)
    if heading is not None:
        verdicts[heading] = Verdict(BlockKind.TITLE, "the heading that the page's head names")
    return build_blocks(text, lines, verdicts, language)


def _judge(marked: Sequence[Marked], chosen: Sequence[bool]) -> list[Verdict]:
    return [_judge_line(one, kept=kept) for one, kept in zip(marked, chosen, strict=True)]


def _judge_line(one: Marked, *, kept: bool) -> Verdict:
    cue = one.cue
    if cue and ((cue in _ASIDE and one.line.words < 25) or not kept or cue in _FACTS):
        return Verdict(cue.kind, cue.rule)
    if kept:
        return Verdict(name_content(one), "chosen by the extractor of HTML articles")
    return Verdict(BlockKind.BOILERPLATE, "left out by the extractor of HTML articles")


def _find_heading(lines: Sequence[Line], chosen: Sequence[bool], title: str) -> int | None:
    """Return the index of the line that says the title: the last one before the text proper."""
    start = next((i for i, kept in enumerate(chosen) if kept and lines[i].words >= 12), len(lines))
    named = [i for i, line in enumerate(lines) if is_same_heading(line.text, title)]
    above = [i for i in named if i < start]
    return above[-1] if above else named[0] if named else None
