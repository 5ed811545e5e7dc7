"""Made-up events the rules were not written for: labels first, then the product."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.quality.figures import Figure
from tests.strangers.corpora import find_corpora
from tests.strangers.findings import (
    Case,
    find_foreign,
    find_joined,
    find_off_topic,
    find_origin_errors,
    read_case,
    score_dates,
    score_families,
    score_quotes,
    score_topic,
)
from tests.strangers.scores import (
    Ratio,
    add_ratios,
    find_metadata_errors,
    score_content,
    score_sentences,
)


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of every corpus; `data` is not needed."""
    cases = [read_case(name) for name in find_corpora()]
    english = [case for case in cases if not case.name.startswith("languages/")]
    others = [case for case in cases if case.name.startswith("languages/")]
    return [
        *_measure_reading("English", english),
        *_measure_reading("other languages", others),
        *_measure_selection("English", english),
        *_measure_selection("other languages", others),
        *_measure_annotation("English", english),
    ]


def _measure_reading(name: str, cases: list[Case]) -> Iterator[Figure]:
    content = [_sum(case, score_content) for case in cases]
    sentences = [_sum(case, score_sentences) for case in cases]
    files = sum(len(case.expected["articles"]) for case in cases)
    wrong = sum(
        len(find_metadata_errors(case.article(path), wanted))
        for case in cases
        for path, wanted in case.expected["articles"].items()
    )
    yield Figure(
        f"strangers, {name}: content, word-weighted F1", add_ratios(content).f1, items=files
    )
    yield Figure(f"strangers, {name}: sentences, F1", add_ratios(sentences).f1, items=files)
    yield Figure(f"strangers, {name}: metadata right", 1 - wrong / (4 * files), items=4 * files)


def _sum(case: Case, score: object) -> Ratio:
    assert callable(score)
    return add_ratios(
        score(case.article(path), [item.label for item in items])
        for path, items in case.labels.items()
        if items
    )


def _measure_selection(name: str, cases: list[Case]) -> Iterator[Figure]:
    topics = [(case, topic.topic.slug) for case in cases for topic in case.dossier.topics]
    ratio = add_ratios(score_topic(case, slug)[0] for case, slug in topics)
    items = int(ratio.wanted)
    yield Figure(f"strangers, {name}: topic sentences, precision", ratio.precision, items=items)
    yield Figure(f"strangers, {name}: topic sentences, recall", ratio.recall, items=items)
    foreign = sum(len(find_foreign(case)) for case in cases)
    yield Figure(f"strangers, {name}: printed and no content", foreign, 0, ceiling=True)
    astray = sum(len(find_off_topic(case)) for case in cases)
    yield Figure(f"strangers, {name}: printed off the topic", astray, 0, ceiling=True)
    errors = sum(len(find_origin_errors(case)) for case in cases)
    yield Figure(f"strangers, {name}: origins wrong", errors, 0, ceiling=True)
    joined = sum(len(find_joined(case)) for case in cases)
    yield Figure(f"strangers, {name}: pairs joined that differ", joined, 0, ceiling=True)
    easy = add_ratios(score_families(case, hard=False)[0] for case in cases)
    yield Figure(f"strangers, {name}: copies joined", easy.recall, items=int(easy.wanted))
    hard = add_ratios(score_families(case, hard=True)[0] for case in cases)
    if hard.wanted:
        yield Figure(f"strangers, {name}: rewordings joined", hard.recall, items=int(hard.wanted))


def _measure_annotation(name: str, cases: list[Case]) -> Iterator[Figure]:
    quotes = add_ratios(score_quotes(case)[0] for case in cases)
    dates = add_ratios(score_dates(case)[0] for case in cases)
    items = int(quotes.wanted)
    yield Figure(f"strangers, {name}: speakers right of those named", quotes.precision, items=items)
    yield Figure(
        f"strangers, {name}: quotations with the right speaker", quotes.recall, items=items
    )
    yield Figure(f"strangers, {name}: dates right", dates.recall, items=int(dates.wanted))
