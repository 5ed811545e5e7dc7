"""Which lines of an HTML page's text are its article, by trafilatura.

The extractor gives words, not places: its lines are found again in the text of `html.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from configparser import ConfigParser
from functools import lru_cache
from itertools import accumulate, pairwise

import trafilatura
from trafilatura.settings import use_config

from generator.reading.lines import Line

_WORD = re.compile(r"\w+")
_RUN = 4
_ADVERTISING = [
    f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    for name in ("ad", "ads", "advert", "advertisement", "sponsored", "promo")
]


def find_extracted(markup: str, lines: Sequence[Line]) -> list[bool]:
    """Return for each line whether the extractor takes it for part of the article.

    The words of all lines are read on end, as those extracted are, so that a table's cells are
    found too; a line is kept when six in ten of its words stand in a run of four shared words.
    """
    extracted = extract_words(markup)
    runs = {tuple(extracted[i : i + _RUN]) for i in range(len(extracted) - _RUN + 1)}
    words = [_WORD.findall(line.text.casefold()) for line in lines]
    stream = [word for line in words for word in line]
    shared = bytearray(len(stream))
    for i in range(len(stream) - _RUN + 1):
        if tuple(stream[i : i + _RUN]) in runs:
            shared[i : i + _RUN] = b"\x01" * _RUN
    ends = list(accumulate(map(len, words), initial=0))
    kept = [
        end > start and sum(shared[start:end]) >= 0.6 * (end - start)
        for start, end in pairwise(ends)
    ]
    return _drop_repeats(lines, kept, " ".join(extracted))


def _drop_repeats(lines: Sequence[Line], kept: list[bool], extracted: str) -> list[bool]:
    """Return the choice with no line kept more often than the extractor gave it.

    Of equal lines those go first that have fewest chosen neighbours: they stand in menus.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if kept[index] and line.words >= _RUN:
            places.setdefault(line.text, []).append(index)
    chosen = list(kept)
    for text, found in places.items():
        if len(found) > 1:
            given = extracted.count(" ".join(_WORD.findall(text.casefold())))
            ranked = sorted(found, key=lambda i: (-sum(kept[max(0, i - 3) : i + 4]), i))
            for index in ranked[max(1, given) :]:
                chosen[index] = False
    return chosen


def extract_words(markup: str) -> list[str]:
    """Return the words that the extractor chooses, none where it finds no article."""
    text = trafilatura.extract(
        markup,
        include_comments=False,
        favor_recall=True,
        with_metadata=False,
        prune_xpath=_ADVERTISING,
        config=_load_config(),
    )
    return _WORD.findall((text or "").casefold())


@lru_cache(maxsize=1)
def _load_config() -> ConfigParser:
    """Return the extractor's settings: no time limit, which would depend on the machine."""
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return config
