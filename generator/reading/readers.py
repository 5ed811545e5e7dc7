"""The bytes of a seed as decoded text, with every step that led there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.models import Seed, count_omitted
from generator.reading.encodings import count_damage, find_encoding, find_repairs, replay
from generator.reading.html import find_declared_encoding, read_html_text

TEXT_SUFFIXES = (".txt", ".md")
HTML_SUFFIXES = (".html", ".htm")
SIDECAR = "sources.yml"
_LIMIT = 100_000_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a file says."""

    text: str
    encoding: str
    """The codec's name: `data.decode(encoding, "replace")` without a leading U+FEFF, `repairs`
    replayed, is `text`."""
    repairs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    is_text: bool = True
    """False for a file of some other kind under a text's name: nothing of it may be printed."""


def decode_text(data: bytes, declared: str | None = None) -> Decoded:
    """Return what `data` says, byte order mark dropped, line ends and front matter kept.

    >>> decode_text(b"\\xef\\xbb\\xbfRain\\r\\n").text
    'Rain\\r\\n'
    """
    encoding = find_encoding(data, declared)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    repairs = find_repairs(text)
    text = replay(text, repairs)
    if not _is_text(text):
        problem = "This is no text but a file of another kind; nothing of it is shown."
        return Decoded(text, encoding, repairs, (problem,), is_text=False)
    return Decoded(text, encoding, repairs, tuple(_find_problems(text, repairs)))


def decode_seed(seed: Seed) -> tuple[Decoded, str]:
    """Return what the seed says and, for HTML, its markup as decoded (empty for plain text)."""
    if not seed.path.lower().endswith(HTML_SUFFIXES):
        return decode_text(seed.data), ""
    page = decode_text(seed.data, find_declared_encoding(seed.data))
    if page.text.count("<!--") > 1000 + 2 * page.text.count("-->"):
        problem = "This page opens comments without end and is not read."
        return replace(page, problems=(problem,), is_text=False), ""
    text = read_html_text(page.text)
    return replace(page, text=text), page.text


def find_skip_reason(path: str, size: int = 0) -> str | None:
    """Return why the file at `path` is no article, None where it is one.

    >>> find_skip_reason("photos/bridge.jpg")
    'not a kind of file that is read (.txt, .md, .html, .htm)'
    """
    name = PurePosixPath(path).name
    if any(part.startswith(".") for part in PurePosixPath(path).parts):
        return "hidden file"
    if name == SIDECAR:
        return "the editor's word on the articles, not an article"
    if not name.lower().endswith(TEXT_SUFFIXES + HTML_SUFFIXES):
        return f"not a kind of file that is read ({', '.join(TEXT_SUFFIXES + HTML_SUFFIXES)})"
    return f"larger than {_LIMIT // 1_000_000} MB" if size > _LIMIT else None


def _is_text(text: str) -> bool:
    """Whether fewer than one character in twenty is a control or could not be decoded."""
    sample = text[:100_000]
    return (count_omitted(sample) + sample.count("\ufffd")) * 20 <= max(len(sample), 20)


def _find_problems(text: str, repairs: tuple[str, ...]) -> list[str]:
    problems = []
    lost = text.count("\ufffd")
    omitted = count_omitted(text)
    damaged = count_damage(text)
    if not text.strip():
        problems.append("The file holds no text.")
    if lost:
        problems.append(f"{lost} places could not be decoded and show a replacement mark.")
    if repairs:
        problems.append(
            f"The text was decoded wrongly before it came here; undone: {' '.join(repairs)}."
        )
    if damaged:
        problems.append(f"{damaged} places look decoded wrongly and are shown as they stand.")
    if omitted:
        problems.append(f"{omitted} control characters are not shown.")
    return problems
