"""Small articles and corpora for the tests of selection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from generator.findings import (
    Annotations,
    Facts,
    Family,
    Origin,
    TopicMatch,
)
from generator.models import (
    Article,
    Block,
    BlockKind,
    Citation,
    DateFinding,
    Flaw,
    Metadata,
    Sentence,
    Span,
)
from generator.selection.candidates import Corpus

FRAGMENT = Flaw("fragment", "It is cut off.", 0.6)
SCRAP = Flaw("fragment", "It is a scrap.", 0.8)


def build_article(
    path: str,
    texts: Sequence[str],
    day: str | None = None,
    flawed: Iterable[int] = (),
    leaning: Iterable[int] = (),
    flaw: Flaw = FRAGMENT,
) -> Article:
    """Return an article with one sentence a line, all of its body."""
    spans = []
    start = 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    sentences = tuple(
        Sentence(
            id=sha256(f"{path} {index}".encode()).hexdigest()[:12],
            span=span,
            kind=BlockKind.BODY,
            block=0,
            flaws=(flaw,) if index in tuple(flawed) else (),
            leans_on_previous=index in tuple(leaning),
        )
        for index, span in enumerate(spans)
    )
    text = "\n".join(texts)
    return Article(
        path=path,
        sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        metadata=Metadata(published=DateFinding(day, "day", "given")),
        blocks=(Block(Span(0, len(text)), BlockKind.BODY, "given"),),
        sentences=sentences,
    )


def build_corpus(
    articles: Sequence[Article],
    families: Sequence[Sequence[Citation]] = (),
    topics: Mapping[str, Mapping[int, float]] | None = None,
    origins: Sequence[Sequence[str]] = (),
) -> Corpus:
    """Return a corpus; `topics` gives by path the score of each sentence in the topic "it"."""
    annotations = {
        path: Annotations(path, tuple(TopicMatch("it", i, score) for i, score in scores.items()))
        for path, scores in (topics or {}).items()
    }
    groups = tuple(
        Family(f"f{number}", tuple(sorted(members)), (members[0],))
        for number, members in enumerate(families)
    )
    known = tuple(Origin(f"o{n}", tuple(paths), "") for n, paths in enumerate(origins))
    return Corpus(tuple(articles), annotations, groups, Facts(origins=known))


def cite(article: Article, index: int) -> Citation:
    """Return the citation of the sentence at `index`."""
    return article.cite(article.sentences[index].span)
