"""What each paragraph of a text is: the article, or something around it.

Evidence is added up per line (`evidence.py`), looked at with its neighbours, and settled by place:
a header before the first prose (`header.py`), the body, and what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.models import BlockKind
from generator.reading.evidence import Evidence, find_evidence
from generator.reading.header import Verdicts, classify_header, split_header
from generator.reading.lines import Line


def classify_lines(
    lines: Sequence[Line], language: str, title: str = ""
) -> list[tuple[BlockKind, str]]:
    """Return kind and rule of each paragraph; `title` is the title where it is known."""
    evidence = [find_evidence(line, language) for line in lines]
    start = split_header(evidence, lines)
    end = _find_end(evidence, start)
    verdicts: Verdicts = classify_header(lines, evidence, start, title)
    in_region = False
    for index in range(start, len(lines)):
        own = evidence[index]
        in_region = own.opens_region or (in_region and not _resumes(evidence, index))
        verdicts[index] = _classify_body(own, lines[index], in_region=in_region, after=index > end)
    return [verdicts[index] for index in range(len(lines))]


def _find_end(evidence: Sequence[Evidence], start: int) -> int:
    """Return the index of the last line that looks like prose."""
    prose = [
        i
        for i in range(start, len(evidence))
        if evidence[i].points > 0 and evidence[i].kind is None
    ]
    return prose[-1] if prose else len(evidence) - 1


def _resumes(evidence: Sequence[Evidence], index: int) -> bool:
    """Whether prose has begun again: a long paragraph, or two sound sentences close together."""
    ahead = evidence[index : index + 4]
    if ahead[0].kind is not None:
        return False
    return ahead[0].points >= 4 or (
        ahead[0].points > 1 and sum(own.points > 1 for own in ahead) >= 2
    )


def _classify_body(
    own: Evidence, line: Line, *, in_region: bool, after: bool
) -> tuple[BlockKind, str]:
    if in_region and not own.opens_region:
        return BlockKind.BOILERPLATE, "stands in a list of other articles or of comments"
    if own.kind is not None and own.points < 1:
        return own.kind, own.rule
    if own.points > 0:
        return BlockKind.BODY, own.rule
    if after:
        return BlockKind.BOILERPLATE, "a short line after the text"
    if line.words <= 12:
        return BlockKind.SUBHEADING, "a short line within the text"
    return BlockKind.BODY, "stands within the text"
