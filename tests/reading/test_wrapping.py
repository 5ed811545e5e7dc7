"""A text is the same text however its lines were wrapped."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.models import Seed
from generator.reading.articles import read_article

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def read_sentences(text: str) -> set[str]:
    """Return the sentences of an article, white space folded."""
    content = text.encode()
    article = read_article(Seed("a.txt", content, sha256(content).hexdigest()))
    return {" ".join(article.show(sentence.span).split()) for sentence in article.sentences}


def wrap_by_program(paragraph: str) -> str:
    return textwrap.fill(paragraph, 72, break_on_hyphens=False)


def wrap_by_hand(paragraph: str) -> str:
    """Return the paragraph in lines that end anywhere near the margin."""
    margin = random.Random(paragraph)
    lines, room = [""], margin.randint(58, 70)
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + len(word) >= room:
            lines.append("")
            room = margin.randint(58, 70)
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("wrap", [wrap_by_program, wrap_by_hand])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:8])
def test_wrapped_lines_give_the_same_sentences(seed: Path, wrap: Callable[[str], str]) -> None:
    text = seed.read_text("utf-8")
    wrapped = "\n\n".join(wrap(line) for line in text.splitlines() if line.strip())
    told, again = read_sentences(text), read_sentences(wrapped)
    assert len(told & again) >= 0.94 * len(told | again)  # a wrapped title stays in two


def test_rows_that_bars_part_are_not_wrapped_text() -> None:
    page = (
        "Divers reached the wreck of the ferry on Sunday morning and\n"
        "found its bow door open, as the inspectors who had warned of\n"
        "it two years before had said that they would find it.\n\n"
        "Herald | 4 March 2024 | by Ann Reed | 218 views of this page\n"
        "Divers went down three times in all, and came back with the\n"
        "recorder of the bridge, which will be read in the capital.\n"
    )
    assert any("recorder of the bridge" in told for told in read_sentences(page))
    assert not any("218 views" in told for told in read_sentences(page))
