"""Disk: our own files and no others are written and removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.files import (
    MANIFEST,
    Manifest,
    read_manifest,
    read_seeds,
    write_files,
    write_manifest,
)


def accept(path: str) -> str | None:
    return None if path.endswith(".txt") else "not an article"


def publish(folder: Path, files: dict[str, str]) -> None:
    write_files(folder, files, read_manifest(folder))
    write_manifest(folder, files, {})


def test_seeds_come_in_order_of_path_with_reasons_for_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "photo.jpg", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    folder = read_seeds(tmp_path, accept)
    assert [seed.path for seed in folder.seeds] == ["a/z.txt", "b.txt"]
    assert dict(folder.skipped) == {"photo.jpg": "not an article", ".hidden.txt": "hidden file"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "link.txt").symlink_to(outside)
    folder = read_seeds(tmp_path / "seeds", accept)
    assert folder.seeds == ()
    assert folder.skipped == (("link.txt", "a link that leads out of the seeds folder"),)


def test_a_name_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("text")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    folder = read_seeds(tmp_path, accept)
    assert folder.seeds == ()
    assert folder.skipped[0][1] == "its name is not valid UTF-8; rename it"


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, {"index.md": "one"})
    os.utime(tmp_path / "index.md", (1, 1))
    os.utime(tmp_path / MANIFEST, (1, 1))
    publish(tmp_path, {"index.md": "one"})
    assert (tmp_path / "index.md").stat().st_mtime == 1
    assert (tmp_path / MANIFEST).stat().st_mtime == 1


def test_files_no_longer_made_are_removed_with_their_empty_folders(tmp_path: Path) -> None:
    publish(tmp_path, {"topics/a.md": "a", "topics/b/c.md": "c", "index.md": "i"})
    (tmp_path / "topics" / "by-hand.md").write_text("mine")
    publish(tmp_path, {"index.md": "i"})
    assert sorted(path.name for path in tmp_path.rglob("*.md")) == ["by-hand.md", "index.md"]
    assert not (tmp_path / "topics" / "b").exists()


def test_a_file_that_is_not_ours_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("by hand")
    written = write_files(tmp_path, {"index.md": "generated"}, read_manifest(tmp_path))
    assert written.refused == ("index.md",)
    assert (tmp_path / "index.md").read_text() == "by hand"


def test_an_identical_file_is_adopted_when_the_manifest_is_lost(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("generated")
    assert write_files(tmp_path, {"index.md": "generated"}, Manifest()).refused == ()


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"files": []}', '{"files": {"a": 1}}', "null", "\x00\xff"],
)
def test_a_damaged_manifest_is_an_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content, "latin-1")
    assert read_manifest(tmp_path) == Manifest()


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("keep me")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / MANIFEST).write_text('{"files": {"../outside.md": "x", "/etc/hosts": "y"}}')
    publish(docs, {})
    assert outside.exists()
