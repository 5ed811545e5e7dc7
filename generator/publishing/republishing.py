"""How much of each article the site carries: the setting `republish`.

`full` is everything. `citations` is what the site cites to say what it says: the sentences that the
overview, the summaries of topics and the sides of disagreements cite, and of each article the one
that says most of it. `excerpts` adds the sentence before and after each. The rest of the evidence,
of the timeline and of the quotations is counted and leads to its article, but is not printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.config import Settings
from generator.dossier import Dossier
from generator.models import Citation

REACH = {"excerpts": 1, "citations": 0}
FROM_EACH = 1  # statements of an article's own summary
Finder = Callable[[Citation], int | None]
"""Tells the index of the sentence that holds a citation."""


def find_open(
    dossier: Dossier, settings: Settings, find_sentence: Finder
) -> Mapping[str, frozenset[int]]:
    """Return the indexes of the sentences that may be printed anywhere, by article."""
    counts = {report.article.path: len(report.article.sentences) for report in dossier.articles}
    everything = {path: frozenset(range(count)) for path, count in counts.items()}
    if settings.republish == "full":
        return everything
    cited: dict[str, set[int]] = {path: set() for path in counts}
    for citation in find_cited_sentences(dossier):
        index = find_sentence(citation)
        if index is not None:
            cited[citation.path].add(index)
    steps = range(-REACH[settings.republish], REACH[settings.republish] + 1)
    return {
        path: everything[path] & {index + step for index in own for step in steps}
        for path, own in cited.items()
    }


def find_cited_sentences(dossier: Dossier) -> Iterator[Citation]:
    """Yield what the site cannot do without: of a summary's statement every outlet's wording."""
    for summary in (dossier.overview, *(topic.summary for topic in dossier.topics)):
        for statement in summary.statements:
            yield from statement.citations
    for side in (side for one in dossier.disagreements for side in one.sides):
        yield from (statement.citations[0] for statement in side.statements)
    for report in dossier.articles:
        yield from (s.citations[0] for s in report.summary.statements[:FROM_EACH])
