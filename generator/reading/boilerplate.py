"""What each paragraph of a text is: the article, or something around it.

Marks of a line and of its surroundings are added up as points (`weighing.py`); wording that leaves
no doubt decides by itself (`cues.py`); what stands above the text is sorted by place (`header.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.models import BlockKind
from generator.reading import cues
from generator.reading.header import classify_header
from generator.reading.lines import Line
from generator.reading.marks import Marked, mark_line
from generator.reading.titles import find_repeat, find_title
from generator.reading.verdicts import Verdict
from generator.reading.weighing import weigh_lines

_REACH = 2
"""How many lines below text a whole sentence is still taken for text."""
_RECOVERED = (5, -2.0)
"""Words and points that such a sentence needs. On the developed half of scraped_lines this changes
the score by less than 0.001; on the corpora in tests/ it saves four sentences of five lost."""
_UNPLAIN = frozenset(
    {
        "first person",
        "second person",
        "exclaims",
        "asks",
        "trails off",
        "starts in lower case",
        "all upper case",
        "holds a link",
        "several separators",
        "stands several times",
        "long, stands several times",
    }
)
_PROSE = frozenset({"two sentences", "several sentences"})
_BELOW_TITLE = frozenset({cues.DATE_LINE, cues.BYLINE})
_TOP = 5
"""Lines from the top among which a date or byline tells that a title stands above it."""
_APART = 4
"""Lines from one paragraph to the next between which a subheading may stand."""
_CUE_POINTS = 2.5
"""Below this a known wording decides. On the developed half of scraped_lines any value from 0 to 4
scores the same; on the gold seeds pointers pass below it."""
_OPEN_LINE = (12, 16)
"""Words up to which a line in the text that does not end as a sentence is no sentence; the second
where it holds no speech. In the development events most of thirteen to sixteen are captions."""
_SPOKEN = frozenset({"tells who said it", "quotes", "ends in a colon", *_PROSE})
_CERTAIN = frozenset(
    {cues.ADDRESS, cues.DATE_LINE, cues.BYLINE, cues.BUTTON, cues.REGION, cues.CAPTION, cues.LINK}
)


def classify_lines(lines: Sequence[Line], language: str, title: str = "") -> list[Verdict]:
    """Return kind and rule of each paragraph; `title` is the title where it is known."""
    marked = mark_lines(lines, language)
    weighed = weigh_lines(marked) if marked else []
    verdicts = [_decide(one, *points) for one, points in zip(marked, weighed, strict=True)]
    if not any(verdict.kind is BlockKind.BODY for verdict in verdicts):
        verdicts = [_rescue(one, verdict) for one, verdict in zip(marked, verdicts, strict=True)]
    verdicts = _recover_sentences(marked, verdicts)
    verdicts = _find_subheadings(marked, verdicts)
    start = _find_start(marked, verdicts)
    heading = find_title(marked, verdicts, start, title)
    if heading is not None:
        start = find_repeat(marked, heading, start)
    verdicts[:start] = classify_header(marked, verdicts[:start], heading)
    return verdicts


def mark_lines(lines: Sequence[Line], language: str) -> list[Marked]:
    """Return the lines with what can be seen of each."""
    counts = Counter(line.text for line in lines)
    known: dict[str, Marked] = {}
    marked = []
    for line in lines:
        if line.text not in known:
            known[line.text] = mark_line(line, language, counts[line.text])
        same = known[line.text]
        marked.append(Marked(line, same.marks, same.cue, same.terms))
    return marked


def _decide(one: Marked, points: float, reasons: str) -> Verdict:
    if one.cue in _CERTAIN and one.cue:
        return Verdict(one.cue.kind, one.cue.rule, points)
    if one.cue and points < _CUE_POINTS:
        return Verdict(one.cue.kind, one.cue.rule, points)
    if points > 0:
        return Verdict(name_content(one), reasons, points)
    return Verdict(BlockKind.BOILERPLATE, reasons, points)


def _rescue(one: Marked, verdict: Verdict) -> Verdict:
    """Return a verdict for a file in which nothing looked like text: then any prose is."""
    prose = not _PROSE.isdisjoint(one.marks) or (one.ends_as_sentence and one.line.words >= 5)
    if one.cue is None and prose:
        return Verdict(BlockKind.BODY, "the only prose in the file", verdict.points)
    return verdict


def _recover_sentences(marked: Sequence[Marked], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts with whole sentences kept that stand close below other text.

    To lose a sentence is worse than to keep a foreign one; a plain sentence right after text is
    more likely text than not.
    """
    recovered = list(verdicts)
    reach = -1
    for index, (one, verdict) in enumerate(zip(marked, verdicts, strict=True)):
        if one.cue is cues.REGION:
            reach = -1
        elif verdict.is_content:
            reach = index + _REACH
        elif index <= reach and _is_plain_sentence(one) and verdict.points > _RECOVERED[1]:
            rule = "a whole sentence right after text"
            recovered[index] = Verdict(BlockKind.BODY, rule, verdict.points)
            reach = index + _REACH
    return recovered


def _find_subheadings(marked: Sequence[Marked], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts with short lines between two paragraphs of the text as subheadings.

    Lines known by their wording are looked past.
    """
    found = list(verdicts)
    plain = [i for i, one in enumerate(marked) if one.cue is None or verdicts[i].is_content]
    for before, index, after in zip(plain, plain[1:], plain[2:], strict=False):
        between = all(_is_paragraph(marked[i], verdicts[i]) for i in (before, after))
        if between and after - before <= _APART and _is_short_heading(marked[index]):
            rule = "a short line between two paragraphs"
            found[index] = Verdict(BlockKind.SUBHEADING, rule, verdicts[index].points)
    return found


def _is_short_heading(one: Marked) -> bool:
    plain = one.cue is None and "many digits" not in one.marks and _UNPLAIN.isdisjoint(one.marks)
    return plain and one.line.words <= 6 and not one.ends_as_sentence


def _is_paragraph(one: Marked, verdict: Verdict) -> bool:
    return verdict.kind is BlockKind.BODY and one.ends_as_sentence and one.line.words >= 12


def _is_plain_sentence(one: Marked) -> bool:
    return (
        one.cue is None
        and one.ends_as_sentence
        and one.line.words >= _RECOVERED[0]
        and _UNPLAIN.isdisjoint(one.marks)
    )


def name_content(one: Marked) -> BlockKind:
    """Return the kind of a line within the text."""
    capitals = "all upper case" in one.marks and one.line.text.endswith("?")
    longest = _OPEN_LINE[_SPOKEN.isdisjoint(one.marks)]
    if one.line.words <= longest and (capitals or not one.ends_as_sentence):
        return BlockKind.SUBHEADING
    return BlockKind.BODY


def _find_start(marked: Sequence[Marked], verdicts: Sequence[Verdict]) -> int:
    """Return the index of the first paragraph of the text proper."""
    for index, (one, verdict) in enumerate(zip(marked, verdicts, strict=True)):
        fits = verdict.kind is BlockKind.BODY and one.ends_as_sentence and one.line.words >= 8
        below = marked[index + 1].cue if index + 1 < min(len(marked), _TOP) else None
        if fits and below not in _BELOW_TITLE:
            return index
    return next((i for i, verdict in enumerate(verdicts) if verdict.is_content), len(verdicts))
