"""How articles are named on the pages of others."""

from __future__ import annotations

from generator.config import Settings
from generator.dossier import ArticleReport
from generator.publishing.pages import Label, Passage
from generator.publishing.wording import Words

ALIAS = 5  # words of a title that stand for an unknown outlet


def build_label(report: ArticleReport, settings: Settings, words: Words) -> Label:
    """Return what the article is called by."""
    article, metadata = report.article, report.article.metadata
    title = metadata.title
    shown_title: Passage | str = title.value or ""
    if title.span:
        language = find_foreign(metadata.language.value, settings.language)
        shown_title = Passage(article.cite(title.span), article.show(title.span), "", language)
    return Label(
        page=f"articles/{report.slug}.md",
        slug=report.slug,
        publisher=metadata.publisher.value or words.say("unknown_outlet"),
        title=shown_title,
        date=words.date(metadata.published),
        date_rule=metadata.published.rule,
        days=(metadata.published.first_day, metadata.published.last_day),
        path=article.path,
        url=metadata.url.value,
        alias="" if metadata.publisher.value else _quote_opening(words, title.value or ""),
    )


def _quote_opening(words: Words, title: str) -> str:
    """Return the first words of a title in quotation marks, empty for none."""
    first = title.split()[:ALIAS]
    more = " …" if len(title.split()) > ALIAS else ""
    return words.say("quoted_title", title=" ".join(first) + more) if first else ""


def find_foreign(language: str | None, of_page: str) -> str:
    """Return the language where it must be declared, since it is not the page's."""
    return language if language and language != of_page else ""


def is_title(passage: Passage, label: Label) -> bool:
    """Return whether `passage` says no more than the title that its article is named by."""
    return isinstance(label.title, Passage) and passage.text == label.title.text
