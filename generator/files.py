"""Disk: seeds are read and generated files written here, and nowhere else.

The manifest `.dossier.json` in the output folder names the files that are ours. What it does not
name is never touched, so pages by hand and pages by machine live side by side.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.models import Seed

MANIFEST = ".dossier.json"
LARGEST_SEED = 64 * 1024 * 1024
"""Bytes. A news article has some thousands; past this a file is something else."""


@dataclass(frozen=True, slots=True)
class SeedFolder:
    """What a folder of articles holds."""

    seeds: tuple[Seed, ...]
    """In order of path."""
    skipped: tuple[tuple[str, str], ...]
    """(path, reason) of every other file."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an earlier build left behind."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Generated file, below the output folder -> its sha256."""
    slugs: Mapping[str, str] = field(default_factory=dict)
    """Article path -> the slug it was given once."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Article path -> its sha256, so that a renamed file keeps its slug."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one writing of files did."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Files that stand where ours should go, but are not ours."""


def read_seeds(folder: Path, reject: Callable[[str], str | None]) -> SeedFolder:
    """Return the articles below `folder`; `reject` says why a path is no article, or None."""
    seeds: list[Seed] = []
    skipped: list[tuple[str, str]] = []
    for path in sorted(_find_files(folder)):
        name = path.relative_to(folder).as_posix()
        reason = reject(name) or _find_obstacle(path, folder)
        if reason is None:
            try:
                seeds.append(open_seed(path, name))
            except OSError as error:
                reason = f"cannot be read: {error.strerror}"
        if reason is not None:
            skipped.append((_printable(name), reason))
    return SeedFolder(tuple(sorted(seeds, key=lambda seed: seed.path)), tuple(sorted(skipped)))


def open_seed(path: Path, name: str) -> Seed:
    """Return the seed at `path`, known as `name`."""
    data = path.read_bytes()
    return Seed(name, data, hashlib.sha256(data).hexdigest())


def read_text_file(path: Path) -> str | None:
    """Return the UTF-8 text at `path`, or None where there is no such file."""
    return path.read_text("utf-8-sig", errors="replace") if path.is_file() else None


def _find_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):  # does not follow links: no loop can trap it
        folders.sort()
        found += [Path(parent, name) for name in names]
    return found


def _find_obstacle(path: Path, folder: Path) -> str | None:
    name = path.relative_to(folder).as_posix()
    if _printable(name) != name:
        return "its name is not valid UTF-8; rename it"
    if any(part.startswith(".") for part in PurePosixPath(name).parts):
        return "hidden file"
    if not path.is_file():
        return "not a regular file"
    if not path.resolve().is_relative_to(folder.resolve()):
        return "a link that leads out of the seeds folder"
    if path.stat().st_size > LARGEST_SEED:
        return f"larger than {LARGEST_SEED // 1024**2} MiB"
    return None


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in `folder`; an empty one where it is missing or damaged."""
    try:
        raw = json.loads((folder / MANIFEST).read_text("utf-8"))
        parts = [raw.get(name, {}) for name in ("files", "slugs", "digests")]
    except (OSError, ValueError, AttributeError):
        return Manifest()
    if not all(_is_string_map(part) for part in parts):
        return Manifest()
    files = {name: digest for name, digest in parts[0].items() if _stays_below(name)}
    return Manifest(files, parts[1], parts[2])


def _is_string_map(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _stays_below(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def write_files(folder: Path, files: Mapping[str, str], manifest: Manifest) -> Written:
    """Make `folder` hold `files`, touch nothing else, and say what changed.

    Files are rewritten only when their bytes change, so that watchers and git see real changes.
    `manifest` is the earlier one: what it names and `files` does not is removed.
    """
    written, refused = [], []
    for name, text in sorted(files.items()):
        target = folder / name
        old = target.read_bytes() if target.is_file() else None
        new = text.encode()
        if old == new:
            continue
        if target.exists() and name not in manifest.files:
            refused.append(name)
            continue
        write_whole(target, new)
        written.append(name)
    gone = sorted(set(manifest.files) - set(files))
    removed = [name for name in gone if _remove(folder, name)]
    return Written(tuple(written), tuple(removed), tuple(refused))


def write_manifest(
    folder: Path, files: Mapping[str, str], articles: Mapping[str, tuple[str, str]]
) -> None:
    """Write the manifest of `files`; `articles` maps path to (slug, sha256)."""
    content = {
        "about": "Which files here are the generator's own, and the slugs it gave.",
        "files": {name: _digest(text) for name, text in files.items()},
        "slugs": {path: slug for path, (slug, _) in articles.items()},
        "digests": {path: sha256 for path, (_, sha256) in articles.items()},
    }
    new = (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
    target = folder / MANIFEST
    if not target.is_file() or target.read_bytes() != new:
        write_whole(target, new)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    draft.write_bytes(data)
    draft.replace(target)


def _remove(folder: Path, name: str) -> bool:
    target = folder / name
    if not target.is_file():
        return False
    target.unlink()
    for parent in target.relative_to(folder).parents[:-1]:
        if any((folder / parent).iterdir()):
            break
        (folder / parent).rmdir()
    return True


def is_tracked(folder: Path) -> bool:
    """Return whether git keeps files of `folder`.

    Its index lists their paths as they are (formats 2 and 3), so neither git nor a process is
    needed to see it.
    """
    folder = folder.resolve()
    for root in folder.parents:
        index = _find_index(root / ".git")
        if index is not None:
            return f"{folder.relative_to(root).as_posix()}/".encode() in index.read_bytes()
    return False


def _find_index(git: Path) -> Path | None:
    """Return the index of a repository; in a second worktree `.git` is a file that points to it."""
    if git.is_file():
        git = git.parent / git.read_text("utf-8").removeprefix("gitdir:").strip()
    index = git / "index"
    return index if index.is_file() else None
