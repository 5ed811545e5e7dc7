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
_PROSE = 12
"""Words from which a line that the extractor chose is of the text, not above it."""
_ASIDE = frozenset({cues.POINTER, cues.BUTTON, cues.REGION, cues.PROMOTION, cues.ADDRESS})
_FACTS = frozenset({cues.DATE_LINE, cues.BYLINE})


def read_html_blocks(markup: str, text: str, language: str, title: str) -> list[Block]:
    """Return the blocks of `text`, the text of `markup`; `title` is what its head says."""
    lines = split_html_lines(markup)
    chosen = find_extracted(markup, lines)
    if sum(line.words for line, kept in zip(lines, chosen, strict=True) if kept) < _ENOUGH:
        return build_blocks(text, lines, classify_lines(lines, language, title), language)
    verdicts = _judge(mark_lines(lines, language), chosen)
    _name_heading(verdicts, lines, chosen, title)
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


def _name_heading(
    verdicts: list[Verdict], lines: Sequence[Line], chosen: Sequence[bool], title: str
) -> None:
    """Name the line that says the title, the last before the text proper, and what is around it.

    The head's own title says it too, with the outlet's name; between heading and text stands the
    standfirst.
    """
    named = [i for i, line in enumerate(lines) if is_same_heading(line.text, title)]
    prose = (i for i, kept in enumerate(chosen) if kept and lines[i].words >= _PROSE)
    start = next((i for i in prose if i not in named), len(lines))
    above = [i for i in named if i < start]
    heading = above[-1] if above else named[0] if named else None
    if heading is None:
        return
    for i in above[:-1]:
        verdicts[i] = Verdict(BlockKind.META, "the title, which stands again below")
    verdicts[heading] = Verdict(BlockKind.TITLE, "the heading that the page's head names")
    for i in range(heading + 1, start):
        if verdicts[i].kind is BlockKind.SUBHEADING:
            verdicts[i] = Verdict(BlockKind.STANDFIRST, "stands between title and text")
