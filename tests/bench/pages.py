"""The pages of a large dossier: what laying them out takes, and how heavy the heaviest gets."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from markdown import markdown

from generator.config import Settings, parse_settings
from generator.dossier import (
    ArticleReport,
    Dossier,
    Evidence,
    NameEntry,
    Statement,
    Summary,
    TimelineEntry,
    TopicReport,
)
from generator.findings import (
    Annotations,
    Facts,
    Origin,
    TopicMatch,
)
from generator.models import (
    Article,
    Block,
    BlockKind,
    DateFinding,
    Finding,
    Metadata,
    Sentence,
    Span,
)
from generator.publishing.layout import Layout, build_layout
from tests.bench.clock import time_once
from tests.bench.made_text import build_sentences
from tests.quality.figures import Figure

ARTICLES, SENTENCES = 2_000, 12
SLUGS = ("north", "south", "east", "west")
FRAME = 22_000  # bytes of an empty page of the theme
EXTENSIONS = ["footnotes", "tables", "md_in_html"]
KINDS, NAMES = ("person", "organisation", "place"), 100
HEAVIEST = 4  # pages to render: the most Markdown makes the most HTML
FIRST_DAY = dt.date(2020, 1, 1)
DAYS = 365


def measure(quick: bool) -> Iterator[Figure]:
    """Yield what the layout takes and the size of the heaviest page."""
    count = ARTICLES // 10 if quick else ARTICLES
    settings = parse_settings({"title": "Made", "topics": [_describe(slug) for slug in SLUGS]})
    dossier = build_dossier(settings, count)
    layouts: list[Layout] = []
    seconds = time_once(lambda: layouts.append(build_layout(dossier, settings)))
    files = layouts[0].files
    yield Figure("layout: milliseconds an article", 1000 * seconds / count, 20.0, ceiling=True,
                 items=count, note=f"{seconds:.1f} s, {len(files):,} files")  # fmt: skip
    name, size = find_heaviest(files)
    yield Figure("heaviest page but articles: KB of HTML", size / 1000, 500.0, ceiling=True,
                 items=len(files), note=name)  # fmt: skip


def find_heaviest(files: Mapping[str, str]) -> tuple[str, int]:
    """Return name and bytes of the heaviest page, as HTML and with the theme around it."""
    pages = [name for name in files if name.endswith(".md") and not name.startswith("articles/")]
    pages.sort(key=lambda name: (-len(files[name]), name))
    sizes = {
        name: FRAME + len(markdown(files[name], extensions=EXTENSIONS).encode())
        for name in pages[:HEAVIEST]
    }
    return max(sizes.items(), key=lambda item: item[1])


def build_dossier(settings: Settings, count: int) -> Dossier:
    """Return a dossier of `count` articles, every third sentence evidence of some topic."""
    lines = build_sentences(count * SENTENCES)
    reports = tuple(
        _build_report(number, lines[SENTENCES * number : SENTENCES * (number + 1)])
        for number in range(count)
    )
    origins = tuple(Origin(r.origin, (r.article.path,), "") for r in reports)
    return Dossier(
        reports,
        tuple(_build_topic(settings, slug, reports) for slug in SLUGS),
        _build_summary(reports[:5]),
        (),
        Facts(origins=origins, article_count=count),
        timeline=tuple(_build_timeline(reports)),
        names=tuple(_build_names(reports)),
    )


def _describe(slug: str) -> dict[str, object]:
    return {"slug": slug, "title": slug.title(), "terms": [slug]}


def _build_report(number: int, lines: Sequence[str]) -> ArticleReport:
    text, path = " ".join(lines), f"{number:04}.txt"
    ends = [sum(map(len, lines[: at + 1])) + at for at in range(len(lines))]
    spans = [Span(end - len(line), end) for line, end in zip(lines, ends, strict=True)]
    sentences = tuple(
        Sentence(_digest(f"{path}{span.start}")[:12], span, BlockKind.BODY, 0) for span in spans
    )
    day = (FIRST_DAY + dt.timedelta(days=DAYS * number // ARTICLES)).isoformat()
    known = Metadata(
        publisher=Finding(f"Outlet {number % 40}", "made"),
        published=DateFinding(day, "day", "made", day),
    )
    block = Block(Span(0, len(text)), BlockKind.BODY, "made")
    article = Article(path, _digest(text), "utf-8", text, known, (block,), sentences)
    matches = tuple(
        TopicMatch(SLUGS[(number + at) % len(SLUGS)], at, 0.8, (), "“made” 2")
        for at in range(0, len(lines), 3)
    )
    return ArticleReport(
        article, Annotations(path, matches), f"a{number}", f"o{number}", Summary((), "", 0), 1, 0
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _build_topic(settings: Settings, slug: str, reports: Sequence[ArticleReport]) -> TopicReport:
    evidence = tuple(
        Evidence(report.article.path, match.sentence, match)
        for report in reports
        for match in report.annotations.topics
        if match.topic == slug
    )
    topic = next(topic for topic in settings.topics if topic.slug == slug)
    count = len({one.article for one in evidence})
    return TopicReport(topic, False, count, count, _build_summary(reports[:5]), evidence)


def _build_timeline(reports: Sequence[ArticleReport]) -> Iterator[TimelineEntry]:
    for day, group in groupby(reports, key=lambda report: report.article.metadata.published.value):
        yield TimelineEntry(day, "day", False, _build_summary(tuple(group)).statements)


def _build_names(reports: Sequence[ArticleReport]) -> Iterator[NameEntry]:
    """Yield names of every kind, the first in nearly every article, each beside many others."""
    for rank in range(NAMES):
        for kind in KINDS:
            chosen = reports[rank % 7 :: 1 + rank // 2]
            spans = [(report.article, report.article.sentences[rank % 3]) for report in chosen]
            yield NameEntry(
                f"{kind}-{rank}",
                f"{kind.title()} {rank}",
                kind,
                variants=(),
                citations=tuple(a.cite(Span(s.span.start, s.span.start + 4)) for a, s in spans),
                topics=tuple((slug, 1 + rank) for slug in SLUGS),
                beside=tuple((f"{kind}-{other}", 9) for other in range(NAMES) if other != rank),
            )


def _build_summary(reports: Sequence[ArticleReport]) -> Summary:
    """Return the first sentence of each."""
    cited = [(report.article, report.article.sentences[0]) for report in reports]
    statements = tuple(
        Statement(sentence.id, article.show(sentence.span), (article.cite(sentence.span),))
        for article, sentence in cited
    )
    return Summary(statements, "lead", 0)
