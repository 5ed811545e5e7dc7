"""What a page is, in the words of schema.org."""

from __future__ import annotations

from generator.config import Settings
from generator.dossier import ArticleReport

Data = dict[str, object]


def describe_article(report: ArticleReport) -> Data:
    """Return the NewsArticle that an article's page reproduces, what is unknown left out."""
    metadata = report.article.metadata
    known: Data = {
        "headline": metadata.title.value,
        "datePublished": metadata.published.value
        if metadata.published.precision == "day"
        else None,
        "inLanguage": metadata.language.value,
        "publisher": _name("Organization", metadata.publisher.value),
        "author": _name("Person", metadata.author.value),
        "isBasedOn": metadata.url.value,
    }
    return _build("NewsArticle", known)


def describe_topic(title: str, description: str, settings: Settings) -> Data:
    """Return the CollectionPage that a topic's page is."""
    part: Data = {"@type": "CollectionPage", "name": settings.title}
    known: Data = {"name": title, "description": description, "isPartOf": part}
    return _build("CollectionPage", known)


def describe_dossier(settings: Settings) -> Data:
    """Return the Dataset that the whole is; its address is relative to the front page."""
    download: Data = {
        "@type": "DataDownload",
        "encodingFormat": "application/json",
        "contentUrl": "data/dossier.json",
    }
    return _build("Dataset", {"name": settings.title, "distribution": download})


def _build(kind: str, known: Data) -> Data:
    said = {key: value for key, value in known.items() if value}
    return {"@context": "https://schema.org", "@type": kind, **said}


def _name(kind: str, name: str | None) -> Data | None:
    return {"@type": kind, "name": name} if name else None
