"""Damaged files are read like any other: nothing raises, nothing is lost.

`FUZZ_CASES=10000 pytest tests/reading/test_fuzz.py` is the long run.
"""

import os
import random
from pathlib import Path

import pytest

from generator.models import Article, Seed
from generator.reading.articles import read_article

ROOT = Path(__file__).parents[2]
CASES = int(os.environ.get("FUZZ_CASES", "120"))
FILES = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/corpora").rglob("*.html"))]
LANGUAGES = ("en", "de", "fr", "es", "ru", "uk", "zh", "ar", "xx")
PIECES = (b"\r\n", b"\x00", b"\xff\xfe", b"<p>", b"---\n", b'"', "“".encode(), b". ", b"\xc3", b"*")


def damage(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(data) - 1))
    text = bytearray(data[start : start + chance.randrange(40, 1500)])
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(4):
            case 0:
                text[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del text[at : at + chance.randrange(60)]
            case 2:
                text[at:at] = chance.choice(PIECES) * chance.randrange(1, 4)
            case _:
                text[at:at] = text[: chance.randrange(200)]
    return bytes(text)


def check(article: Article) -> None:
    rest = article.text
    for block in reversed(article.blocks):
        assert rest[block.span.end :].strip() == ""
        rest = rest[: block.span.start]
    assert rest.strip() == ""
    for sentence in article.sentences:
        assert article.blocks[sentence.block].span.covers(sentence.span)
        assert article.show(sentence.span)
    assert len({one.id for one in article.sentences}) == len(article.sentences)


@pytest.mark.parametrize("part", range(4))
def test_damaged_files_are_read_whole(part: int) -> None:
    for number in range(part, CASES, 4):
        chance = random.Random(number)
        path = chance.choice(FILES)
        name = chance.choice(("a.txt", "a.md", "a.html" if path.suffix == ".html" else "b.txt"))
        seed = Seed(name, damage(path.read_bytes(), chance), "0" * 64)
        language = chance.choice(LANGUAGES)
        article = read_article(seed, language)
        check(article)
        assert article == read_article(seed, language)


@pytest.mark.parametrize(
    "data",
    [
        b"a" * 200_000,
        b"The rain fell. " * 20_000,
        b"Some line\n" * 5_000,
        b"(" * 100_000,
        b'" ' * 50_000,
        b"A. " * 30_000,
        b"- " * 50_000,
        b"By By " * 20_000,
        b"1/" * 50_000,
        b"---\n" + b"a: b\n" * 5_000,
        b"---\na: " + b"[" * 5_000 + b"\n---\nText.",
        b"*a" * 50_000,
    ],
)
def test_hostile_files_end_soon(data: bytes) -> None:
    check(read_article(Seed("a.md", data, "0" * 64)))
