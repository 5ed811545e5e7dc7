"""The made-up corpora and their hand labels, as frozen values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1] / "corpora"
CONTENT = frozenset({"title", "standfirst", "body", "subheading"})


@dataclass(frozen=True, slots=True)
class Label:
    """What a hand label says of one sentence or line."""

    doc: str
    line: int
    kind: str
    text: str
    """White space folded."""
    topics: tuple[tuple[str, int], ...]

    @property
    def is_content(self) -> bool:
        """Return whether the product should keep it."""
        return self.kind in CONTENT

    def weight(self, topic: str) -> int:
        """Return 2 where it is about `topic`, 1 where borderline, else 0."""
        return dict(self.topics).get(topic, 0)


def fold(text: str) -> str:
    """Return `text` with its white space folded."""
    return " ".join(text.split())


def find_corpora() -> tuple[str, ...]:
    """Return the names of all corpora, nested ones with a slash."""
    return tuple(
        sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.rglob("mkdocs.yml"))
    )


@cache
def read_labels(corpus: str) -> tuple[Label, ...]:
    """Return the hand labels of a corpus in file order."""
    lines = (ROOT / corpus / "labels.jsonl").read_text("utf-8").splitlines()
    return tuple(
        Label(
            row["doc"],
            row["line"],
            row["kind"],
            fold(row["text"]),
            tuple(sorted(row["topics"].items())),
        )
        for row in map(json.loads, lines)
    )


@cache
def read_expected(corpus: str) -> dict[str, Any]:
    """Return what a corpus' articles are expected to yield, empty where nothing is written down."""
    path = ROOT / corpus / "expected.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}  # type: ignore[no-any-return]
