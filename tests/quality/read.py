"""Reading for measurements: one file, or bytes under a name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.models import Article, Seed
from generator.reading.articles import read_article


def read_file(path: Path) -> Article:
    """Return the article in one file."""
    return read_bytes(path.name, path.read_bytes())


def read_bytes(name: str, data: bytes) -> Article:
    """Return the article in `data`."""
    return read_article(Seed(name, data, hashlib.sha256(data).hexdigest()))
