"""Articles with reference summaries, read from JSON Lines."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import InputError

_ENDINGS = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles on one event, and what people wrote to sum them up."""

    id: str
    texts: tuple[str, ...]
    references: tuple[str, ...]


def load_clusters(path: Path) -> tuple[Cluster, ...]:
    """Return the clusters of a file of JSON Lines, gzipped or not, or of a folder of such files.

    Raises an InputError that names the file and line of what is no cluster.
    """
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    wanted = [file for file in files if file.name.endswith(_ENDINGS)]
    clusters = tuple(cluster for file in wanted for cluster in _read_file(file))
    if not clusters:
        raise InputError(f"{path}: no clusters here; give a file ending in .jsonl or .jsonl.gz")
    return clusters


def _read_file(file: Path) -> Iterator[Cluster]:
    try:
        data = file.read_bytes()
        text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read: {error}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parse_cluster(line, f"{file}:{number}")


def _parse_cluster(line: str, where: str) -> Cluster:
    try:
        row: dict[str, Any] = json.loads(line)
        texts = tuple(str(doc["text"]) for doc in row["docs"])
        references = tuple(str(reference) for reference in row["references"])
    except (ValueError, KeyError, TypeError, RecursionError):
        texts, references = (), ()
    if not texts or not references:
        raise InputError(
            f'{where}: a cluster is {{"id", "docs": [{{"id", "text"}}], "references"}}'
        )
    return Cluster(str(row.get("id", where)), texts, references)
