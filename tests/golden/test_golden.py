"""A small messy corpus and every page it yields, kept as files and reviewed as a diff.

`make golden` rewrites them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.build import write_dossier
from generator.project import open_project

PROJECT = Path(__file__).parent / "project"
GOLDEN = Path(__file__).parent / "docs"


def test_the_pages_are_the_golden_ones(tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path / "project")
    write_dossier(open_project(tmp_path / "project" / "mkdocs.yml"))
    made = tmp_path / "project" / "docs"
    if os.environ.get("REWRITE_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(made, GOLDEN)
    assert _read_all(made) == _read_all(GOLDEN)


def _read_all(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
