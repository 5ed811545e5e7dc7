"""Families against made variations: what an editor changes, and what makes it another fact.

Plain sentences of the invented events, and of the development events where they are at hand, are
varied one thing at a time: a number, a name, a place, a day, a denial; or a clause left out, the
attribution moved, a number written out. The rules were mended by what this showed of the
development events; the invented ones came into it after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.reading.articles import read_article
from tests.articles import build_article
from tests.quality.facets import FOLDER as FACETS
from tests.quality.figures import Figure
from tests.quality.twins import FOLDER as TWINS
from tests.quality.twins import read_seeds
from tests.quality.verdicts import group_articles

SHORTEST, LONGEST = 10, 35
"""Words of a sentence that is varied."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_QUOTES = frozenset('"“”‘')

Variation = Callable[[str], str]
"""Returns a sentence with one thing changed, the same where there is nothing to change."""


def _replace(pattern: str, change: Callable[[re.Match[str]], str]) -> Variation:
    """Return the variation that changes the last match of `pattern`."""

    def vary(text: str) -> str:
        found = list(re.finditer(pattern, text))
        return (
            text[: found[-1].start()] + change(found[-1]) + text[found[-1].end() :]
            if found
            else text
        )

    return vary


def _follow(words: Sequence[str]) -> Callable[[re.Match[str]], str]:
    """Return what puts in the place of a word the next one of `words`."""
    return lambda match: words[(words.index(match[0]) + 1) % len(words)]


_ANY_DAY, _ANY_WORD = (rf"\b(?:{'|'.join(words)})\b" for words in (_DAYS, _WORDS))
APART: dict[str, Variation] = {
    "number": _replace(r"(?<![\d.,:])\d{1,3}(?![\d.,:]|th|st|nd|rd)", lambda m: str(int(m[0]) + 3)),
    "number in words": _replace(_ANY_WORD, _follow(_WORDS)),
    "denial": _replace(
        r"\b(is|was|were|are|has|had|will|would|could)\b(?! not| no\b|n't)", lambda m: f"{m[0]} not"
    ),
    "day": _replace(_ANY_DAY, _follow(_DAYS)),
    "person": _replace(
        r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+(?=,? (?:said|told|says))", lambda _: "Oskar Lindqvist"
    ),
    "place": _replace(rf"(?<= in )(?!{_MONTHS})[A-Z][a-z]+(?=[,.]| [a-z])", lambda _: "Oslo"),
}
"""Variations that make another fact of a sentence."""
TOGETHER: dict[str, Variation] = {
    "clause left out": lambda text: re.sub(
        r"^((?:\S+ ){8}.*), (?:which|who|where|as|after|while) [^,]*\.$", r"\1.", text
    ),
    "aside left out": lambda text: re.sub(
        r"^((?:\S+ ){2,8}\S+), (?:who|which|a|an|the) [^,]{5,80}, (?=(?:\S+ ){6})", r"\1 ", text
    ),
    "attribution first": lambda text: re.sub(
        r"^(.*), ([A-Z][\w. ]+ said)\.$", lambda m: f"{m[2]} {m[1][0].lower()}{m[1][1:]}.", text
    ),
    "day first": lambda text: re.sub(
        rf"^(.*) on ({_ANY_DAY})\.$", lambda m: f"On {m[2]}, {m[1][0].lower()}{m[1][1:]}.", text
    ),
    "number in digits": _replace(_ANY_WORD, lambda m: str(_WORDS.index(m[0]) + 2)),
    "short form": _replace(
        r"\b(is|was|were|are|has|had|would|could|did) not\b", lambda m: f"{m[1]}n't"
    ),
}
"""Variations that leave a sentence saying the same."""


def measure(data: Path | None) -> list[Figure]:
    """Return the figures of the invented events, and with data those of the development events."""
    figures = [*_measure("invented events", [TWINS, FACETS], 0.95)]
    if data:
        events = [folder for folder in sorted((data / "events").iterdir()) if folder.is_dir()]
        figures += _measure("events", events, 0.95)
    return figures


def _measure(name: str, folders: Sequence[Path], floor: float) -> Iterator[Figure]:
    sentences = [text for folder in folders for text in _find_plain(folder)]
    for kind, variations, joined in (("apart", APART, False), ("together", TOGETHER, True)):
        right = {
            what: [
                _is_family(text, vary(text)) == joined for text in sentences if vary(text) != text
            ]
            for what, vary in variations.items()
        }
        count = sum(map(len, right.values()))
        shares = ", ".join(
            f"{what} {sum(all_)}/{len(all_)}" for what, all_ in right.items() if all_
        )
        yield Figure(f"variations of {name}: kept {kind}", sum(map(sum, right.values())) / count,
                     floor, items=count, note=shares)  # fmt: skip


def _find_plain(folder: Path) -> Iterator[str]:
    """Yield the sentences of a folder's articles that hold no quotation, each once."""
    seen = set()
    for seed in read_seeds(folder):
        article = read_article(seed)
        for sentence in article.sentences:
            text = " ".join(article.show(sentence.span).split())
            whole = text[0].isupper() and text.endswith(".") and _QUOTES.isdisjoint(text)
            if whole and SHORTEST <= len(text.split()) <= LONGEST and text not in seen:
                seen.add(text)
                yield text


def _is_family(*texts: str) -> bool:
    articles = [
        build_article(f"Day {i}\n{text}", f"{i}.txt", split=False) for i, text in enumerate(texts)
    ]
    return any(len({m.path for m in family.members}) > 1 for family in group_articles(articles))
