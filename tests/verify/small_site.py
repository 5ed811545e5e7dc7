"""A site small enough to read, made by hand: what verify relies on and nothing else."""

from __future__ import annotations

import hashlib
import html
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COST = "It cost\u00a0$4 million & took\n two winters."
HARBOUR = f"""Harbour reopens

The old harbour “reopened” on Monday after eleven months of repairs, the mayor said.\r
{COST} {COST}
"""
FERRY = "The ferry to the northern islands will run twice a day"
FISH = (
    b"<title>Fish</title><p>Fishermen &amp; traders <b>came</b> back.<script>x()</script>"
    b"<p>They sold out by noon of the very first market day."
)
SEEDS = {
    "harbour.txt": HARBOUR.encode(),
    "wire/ferry #2.txt": f"{FERRY}, the line’s owner said.".encode("cp1252"),
    "page.html": FISH,
}
ENCODINGS = {"wire/ferry #2.txt": "cp1252"}
TEXTS = {
    "harbour.txt": SEEDS["harbour.txt"].decode(),
    "wire/ferry #2.txt": SEEDS["wire/ferry #2.txt"].decode("cp1252"),
    "page.html": "\nFish\n\nFishermen & traders came back."
    "\nThey sold out by noon of the very first market day.",
}
PAGE = """<!doctype html><html><head><title>Harbour</title></head><body>
<header>The old harbour “reopened” on Monday after eleven months of repairs</header>
<nav><a href=".">The old harbour “reopened” on Monday after eleven months of repairs</a></nav>
<main><nav>The old harbour “reopened” on Monday after eleven months of repairs</nav>
<article><h1>What is known</h1><p>{body}<br>Two statements.</p></article></main></body></html>
"""


def place(path: str, part: str) -> dict[str, Any]:
    """Return where `part` first stands in the article at `path`."""
    start = TEXTS[path].index(part)
    digest = hashlib.sha256(SEEDS[path]).hexdigest()
    return {"path": path, "sha256": digest, "start": start, "end": start + len(part)}


CITED = [
    (place("harbour.txt", COST), "It cost $4 million & took two winters."),
    (place("wire/ferry #2.txt", FERRY), FERRY),
    (place("page.html", "Fishermen & traders came back."), "Fishermen & traders came back."),
]


@dataclass
class SmallSite:
    """Its parts may be changed before it is written."""

    folder: Path
    pages: dict[str, list[tuple[dict[str, Any], str]]] = field(
        default_factory=lambda: {"index.md": CITED[:1], "topics/sea.md": CITED[1:]}
    )
    extra: str = ""
    """HTML that each page prints besides."""
    description: str = ""
    """What the editor says of the topic."""
    directories: bool = True
    data: dict[str, Any] = field(default_factory=dict)

    def write(self) -> tuple[Path, Path]:
        """Write everything and return the folders of the site and of its articles."""
        site, seeds = self.folder / "site", self.folder / "seeds"
        for path, data in SEEDS.items():
            write_file(seeds / path, data)
        for source, cited in self.pages.items():
            body = self.extra + " and ".join(render(where, text) for where, text in cited)
            write_file(site / self.name_page(source), PAGE.format(body=body).encode())
        write_file(site / "404.html", PAGE.format(body="Nothing here.").encode())
        write_file(site / "data/dossier.json", json.dumps(self.describe() | self.data).encode())
        return site, seeds

    def name_page(self, source: str) -> str:
        stem = source.removesuffix(".md")
        return f"{stem}/index.html" if self.directories and stem != "index" else f"{stem}.html"

    def describe(self) -> dict[str, Any]:
        articles = [
            {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "repairs": [],
             "encoding": ENCODINGS.get(path, "utf-8")}
            for path, data in SEEDS.items()
        ]  # fmt: skip
        cited = [pair for pairs in self.pages.values() for pair in pairs]
        statements = [{"text": text, "citations": [where]} for where, text in cited]
        pages = {
            source: [name(where) for where, _ in pairs] for source, pairs in self.pages.items()
        }
        topic = {"title": "Sea", "description": self.description, "statements": statements}
        return {"articles": articles, "topics": [topic], "pages": pages}


def name(where: dict[str, Any]) -> str:
    return "{path}#{start}-{end}".format_map(where)


def render(where: dict[str, Any], text: str) -> str:
    quoted = name({**where, "path": where["path"].replace("#", "%23")})
    return f'<span data-cite="{html.escape(quoted)}">{html.escape(text)}</span>'


def write_file(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
