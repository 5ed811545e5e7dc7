"""What only many articles together can tell: repeated lines, copies, origins, frequencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.findings import Facts, Origin
from generator.language import stem_words
from generator.models import Article, shown
from generator.reading.acronyms import find_acronyms
from generator.reading.origins import group_origins

_BODY_LINE = 12  # words; a repeated line of so many inside a longer shared run is copied text


def survey_corpus(articles: Sequence[Article], language: str = "en") -> Facts:
    """Return the facts of `articles`; their order does not matter."""
    ordered = sorted(articles, key=lambda article: article.path)
    copies = find_copies(ordered)
    origins = group_origins(ordered, copies, language)
    return Facts(
        origins=origins,
        repeated_lines=find_repeated_lines(ordered, origins),
        copies=tuple(sorted(copies.items())),
        article_count=len(ordered),
        acronyms=_explained_acronyms(ordered),
        document_frequency=_count_stems(ordered, language),
    )


def find_copies(articles: Sequence[Article]) -> dict[str, str]:
    """Return the path of each article that repeats an earlier one's bytes or text, with its path.

    Earlier means published earlier, then first by path.
    """
    by_age = sorted(articles, key=_age)
    firsts: dict[str, str] = {}
    copies = {}
    for article in by_age:
        if not article.sentences:
            continue  # two empty files copy nothing
        original = firsts.setdefault(shown(article.text), article.path)
        if original != article.path:
            copies[article.path] = original
    return copies


def find_repeated_lines(articles: Sequence[Article], origins: Sequence[Origin]) -> frozenset[str]:
    """Return the shown lines that stand in articles of two or more origins.

    Within one origin a repeated line is copied text; so is a run of long lines that two share.
    """
    owner = {path: origin.id for origin in origins for path in origin.paths}
    holders: dict[str, set[str]] = {}
    for article in articles:
        for line in article.text.splitlines():
            if text := shown(line):
                holders.setdefault(text, set()).add(owner[article.path])
    repeated = {text for text, found in holders.items() if len(found) > 1}
    copied = {text for article in articles for text in _copied_runs(article, repeated)}
    return frozenset(repeated - copied)


def _copied_runs(article: Article, repeated: set[str]) -> list[str]:
    """Return the lines of runs of two or more neighbouring repeated lines of body length."""
    lines = [text for line in article.text.splitlines() if (text := shown(line))]
    long = [text in repeated and len(text.split()) >= _BODY_LINE for text in lines]
    padded = [False, *long, False]
    return [
        text
        for index, text in enumerate(lines)
        if long[index] and (padded[index] or padded[index + 2])
    ]


def _age(article: Article) -> tuple[str, str]:
    return article.metadata.published.first_day or "9999", article.path


def _explained_acronyms(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """Return the acronyms that the articles explain in one way; two ways tell nothing."""
    forms: dict[str, set[str]] = {}
    for article in articles:
        for acronym, form in find_acronyms(article.text):
            forms.setdefault(acronym, set()).add(shown(form))
    single = ((acronym, *found) for acronym, found in sorted(forms.items()) if len(found) == 1)
    return tuple((acronym, form) for acronym, form in single)


def _count_stems(articles: Sequence[Article], language: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for article in articles:
        stems: set[str] = set()
        for sentence in article.sentences:
            stems.update(stem_words(sentence.span.of(article.text), language))
        counts.update(stems)
    return dict(sorted(counts.items()))
