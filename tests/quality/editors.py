"""What an editor would do with invented affairs that other hands wrote: `tests/edited`.

Each folder has `truth.json`, written with its articles before the product read them: the sentences
that an editor most wants on each topic's page, those that must not be on it, what several articles
say, and what is no article text. The findings on all of them have since been worked on.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from generator.build import build_dossier
from generator.dossier import Dossier, TopicReport
from generator.findings import Family
from generator.project import open_project
from tests.quality.figures import Figure

ROOT = Path(__file__).parents[1] / "edited"
_MARKS = re.compile(r"[\W_]+")
_LEAST_JUNK = 12
"""Letters of a line from which it can be told from words of the text."""


@dataclass(frozen=True, slots=True)
class Affair:
    """One folder as the product reads it, beside what its writer wrote down."""

    dossier: Dossier
    truth: Mapping[str, Any]

    def show(self, family: Family) -> list[str]:
        """Return the folded words of each member."""
        articles = self.dossier.by_path()
        return [fold(articles[one.path].article.show(one.span)) for one in family.members]


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of all affairs together; they need no development data."""
    affairs = [_read_affair(folder) for folder in sorted(ROOT.iterdir()) if folder.is_dir()]
    return [*_measure_pages(affairs), *_measure_families(affairs), _measure_junk(affairs)]


def fold(text: str) -> str:
    """Return the letters and digits of `text`, lower case.

    >>> fold("“We *do*,” he said.")
    'wedohesaid'
    """
    return _MARKS.sub("", text.casefold())


def _read_affair(folder: Path) -> Affair:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    return Affair(build_dossier(open_project(folder / "mkdocs.yml")), truth)


def _measure_pages(affairs: Sequence[Affair]) -> Iterator[Figure]:
    printed = wanted = evidence = never = 0
    for affair in affairs:
        for report in affair.dossier.topics:
            slug = report.topic.slug
            sought = [fold(text) for text in affair.truth["wanted"].get(slug, ())]
            barred = [fold(text) for text in affair.truth["never"].get(slug, ())]
            shown = _find_evidence(affair, report)
            texts = [fold(statement.text) for statement in report.summary.statements]
            printed += len(texts)
            wanted += sum(_is_among(text, sought) for text in texts)
            evidence += sum(any(_is_among(text, [one]) for text in shown) for one in sought)
            never += sum(_is_among(text, barred) for text in shown)
    sought_all = sum(len(rows) for one in affairs for rows in one.truth["wanted"].values())
    yield Figure("editors: printed sentences an editor wants", wanted / printed, 0.41,
                 items=printed)  # fmt: skip
    yield Figure("editors: sentences an editor wants among the evidence", evidence / sought_all,
                 0.66, items=sought_all)  # fmt: skip
    barred_all = sum(len(rows) for one in affairs for rows in one.truth["never"].values())
    yield Figure("editors: what others say of an actor, on its page", never, 0, ceiling=True,
                 items=barred_all)  # fmt: skip


def _find_evidence(affair: Affair, report: TopicReport) -> list[str]:
    articles = affair.dossier.by_path()
    found = [(articles[item.article].article, item.sentence) for item in report.evidence]
    return [fold(article.show(article.sentences[place].span)) for article, place in found]


def _is_among(text: str, others: Sequence[str]) -> bool:
    return any(text in other or other in text for other in others)


def _measure_families(affairs: Sequence[Affair]) -> Iterator[Figure]:
    """Yield how many of the pairs an editor joins are joined, and how many he does not."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for affair in affairs:
        groups = [[fold(text) for text in group] for group in affair.truth["shared"]]
        homes: dict[str, set[int]] = {}
        for number, group in enumerate(groups):
            for text in group:
                homes.setdefault(text, set()).add(number)
        families = [affair.show(family) for family in affair.dossier.families]
        owners = {
            text: {number for number, members in enumerate(families) if _is_among(text, members)}
            for text in homes
        }
        for one, other in combinations(sorted(homes), 2):
            counts[bool(homes[one] & homes[other]), bool(owners[one] & owners[other])] += 1
    right, wrong, missed = (counts[key] for key in ((True, True), (False, True), (True, False)))
    yield Figure("editors: pairs joined that an editor joins", right / ((right + wrong) or 1), 0.96,
                 items=right + wrong, note=f"{wrong} he does not")  # fmt: skip
    yield Figure("editors: pairs an editor joins, joined", right / ((right + missed) or 1), 0.09,
                 items=right + missed, note="most are told in quite other words")  # fmt: skip


def _measure_junk(affairs: Sequence[Affair]) -> Figure:
    parts = kept = 0
    for affair in affairs:
        for path, lines in affair.truth["junk"].items():
            article = affair.dossier.by_path()[path].article
            text = [fold(article.show(sentence.span)) for sentence in article.sentences]
            for line in filter(lambda line: len(line) >= _LEAST_JUNK, map(fold, lines)):
                parts += 1
                kept += any(line in sentence for sentence in text)
    return Figure("editors: lines that are no article text, kept out", 1 - kept / parts, 0.9,
                  items=parts)  # fmt: skip
