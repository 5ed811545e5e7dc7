"""Malformed files: whatever stands in the seeds folder is read, reported, and stops nothing."""

from __future__ import annotations

import hashlib
import time

import pytest

from generator.models import Seed
from generator.reading.articles import read_article

SENTENCE = "The council of Arden voted on Tuesday to keep the old bridge open, the mayor said. "
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES: dict[str, tuple[str, bytes]] = {
    "one line of 200 KB": ("line.txt", (SENTENCE * 2500).encode()),
    "5,000 short lines": ("short.txt", b"word by word\n" * 5000),
    "boilerplate alone": (
        "bare.txt",
        b"Share this:\nLeave a comment\nSubscribe to our newsletter\nAccept all cookies\n",
    ),
    "a title alone": ("title.txt", b"Bridge of Arden stays open\n"),
    "a title of 300 characters": (
        "long.txt",
        ("Bridge " * 43).encode() + b"\n\n" + SENTENCE.encode(),
    ),
    "nothing balanced": (
        "open.txt",
        b'"He said (that [it \'was "never {closed, the mayor \xe2\x80\x9csaid.\n',
    ),
    "front matter never closed": (
        "broken.md",
        b"---\ntitle: [unclosed\ndate: 2024-13-45\n" + SENTENCE.encode(),
    ),
    "front matter that is a list": ("list.md", b"---\n- a\n- b\n---\n" + SENTENCE.encode()),
    "front matter of 400 KB": (
        "huge.md",
        b"---\nnote: " + b"x" * 400_000 + b"\n---\n" + SENTENCE.encode(),
    ),
    "front matter that multiplies itself": ("bomb.md", f"---\n{BOMB}---\n{SENTENCE}".encode()),
    "front matter with a tag": (
        "tag.md",
        b"---\ntitle: !!python/object/apply:os.getcwd []\n---\n" + SENTENCE.encode(),
    ),
    "front matter nested deeply": (
        "deep.md",
        b"---\na: " + b"[" * 5000 + b"]" * 5000 + b"\n---\n" + SENTENCE.encode(),
    ),
    "NUL bytes": ("nul.txt", SENTENCE.replace("bridge", "br\0idge").encode() * 3),
    "lone surrogates in UTF-16": (
        "lone.txt",
        b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00\xd8" + b"\x41\x00",
    ),
    "an odd byte at the end of UTF-16": (
        "odd.txt",
        b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x41",
    ),
    "bidirectional controls": ("bidi.txt", SENTENCE.replace("old", "\u202eold\u202c").encode()),
    "quotation marks by the thousand": ("marks.txt", '“‘«„"'.encode() * 4000),
    "brackets by the thousand": ("brackets.txt", b"(" * 20_000 + b")" * 20_000),
    "one word of 100 KB": ("word.txt", b"a" * 100_000),
    "full stops alone": ("stops.txt", b". " * 30_000),
    "HTML that never ends": (
        "open.html",
        b"<html><body>" + b"<div>" * 3000 + SENTENCE.encode() * 20,
    ),
    "HTML in name alone": ("not.html", SENTENCE.encode() * 5),
    "a name with spaces, quotes, # and a letter of another script": (
        'a b/it\'s "#1" – Москва.txt',
        SENTENCE.encode() * 3,
    ),
    "bytes of no text": ("noise.txt", bytes(range(256)) * 40),
    "nothing": ("nothing.txt", b""),
    "white space alone": ("white.txt", b" \r\n\t\n" * 50),
}


@pytest.mark.parametrize("name", CASES)
def test_malformed_files_are_read_and_lose_nothing(name: str) -> None:
    path, data = CASES[name]
    seed = Seed(path, data, hashlib.sha256(data).hexdigest())
    started = time.perf_counter()
    article = read_article(seed, "en", None)
    assert time.perf_counter() - started < 10
    assert article == read_article(seed, "en", None)
    position = 0
    for block in article.blocks:
        assert not article.text[position : block.span.start].strip()
        assert block.span.start < block.span.end
        position = block.span.end
    assert not article.text[position:].strip()
    article.text.encode("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "bytes of no text",
        "nothing",
        "white space alone",
        "front matter that multiplies itself",
        "front matter with a tag",
        "front matter nested deeply",
        "front matter that is a list",
        "lone surrogates in UTF-16",
        "NUL bytes",
        "bidirectional controls",
    ],
)
def test_what_is_wrong_with_a_file_is_said(name: str) -> None:
    path, data = CASES[name]
    article = read_article(Seed(path, data, hashlib.sha256(data).hexdigest()), "en", None)
    assert article.problems or article.repairs


@pytest.mark.parametrize("name", ["boilerplate alone", "bytes of no text", "full stops alone"])
def test_nothing_is_printed_from_a_file_without_an_article(name: str) -> None:
    path, data = CASES[name]
    article = read_article(Seed(path, data, hashlib.sha256(data).hexdigest()), "en", None)
    assert not [s for s in article.sentences if s.kind == "body" and s.severity < 0.5]


def test_the_sentence_survives_what_stands_around_it() -> None:
    for name in (
        "front matter never closed",
        "front matter that multiplies itself",
        "nothing balanced",
    ):
        path, data = CASES[name]
        article = read_article(Seed(path, data, hashlib.sha256(data).hexdigest()), "en", None)
        assert "mayor" in " ".join(article.show(s.span) for s in article.sentences), name
