"""The sentences of an article, each with its id and what the gate says of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from generator.models import (
    CONTENT,
    Block,
    BlockKind,
    Sentence,
    Span,
    shown,
)
from generator.reading.fluency import Grade, grade_sentences
from generator.reading.segmentation import split_sentences

_AROUND = ".,;:!?\"'()[]“”‘’«»…–—-"
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.SUBHEADING})


def build_sentences(text: str, blocks: Sequence[Block], language: str) -> tuple[Sentence, ...]:
    """Return the sentences of the content blocks, in text order."""
    words = lru_cache(maxsize=1)(partial(find_names, text))
    seen: Counter[str] = Counter()
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.kind not in CONTENT:
            continue
        for span, sentence, grade in _grade_block(text, block, language, words):
            identity = digest_sentence(sentence, seen[sentence])
            seen[sentence] += 1
            found = Sentence(
                identity, span, block.kind, index, grade.flaws, grade.leans_on_previous
            )
            sentences.append(found)
    return tuple(sentences)


def _grade_block(
    text: str, block: Block, language: str, words: Callable[[], frozenset[str]]
) -> Iterator[tuple[Span, str, Grade]]:
    """Yield the sentences of one block as shown; a heading is one sentence and is not graded."""
    if block.kind in _WHOLE:
        yield block.span, shown(block.span.of(text)), Grade()
        return
    found = [
        (span, sentence)
        for span in split_sentences(text, block.span, language, words)
        if (sentence := shown(span.of(text)))
    ]
    grades = grade_sentences([sentence for _, sentence in found], language)
    for (span, sentence), grade in zip(found, grades, strict=True):
        if block.kind is BlockKind.STANDFIRST:
            flaws = tuple(flaw for flaw in grade.flaws if flaw.name != "no-full-stop")
            yield span, sentence, Grade(flaws, grade.leans_on_previous)
        else:
            yield span, sentence, grade


def find_names(text: str) -> frozenset[str]:
    """Return the words of `text` and its pairs of capitalised words, lower case.

    >>> sorted(find_names("Ann Lee left."))
    ['ann', 'ann lee', 'lee', 'left']
    """
    tokens, lower = text.split(), text.casefold().split()
    pairs = (
        f"{lower[i].lstrip(_AROUND)} {lower[i + 1].rstrip(_AROUND)}"
        for i, (one, two) in enumerate(pairwise(tokens))
        if two[0].isupper() and one[-1].isalpha()
    )
    return frozenset(pairs).union([token.strip(_AROUND) for token in set(lower)])


def digest_sentence(words: str, count: int) -> str:
    """Return a sentence's id: of its shown text and how many equal ones stand before it.

    >>> digest_sentence("Rain fell.", 0) == digest_sentence("Rain fell.", 1)
    False
    """
    return hashlib.sha256(f"{words}\n{count}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
