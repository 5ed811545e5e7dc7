"""Copies of this project, built as a user builds it: by the commands, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 300


@dataclass(frozen=True)
class Project:
    """A folder with mkdocs.yml, seeds/, docs/ and, once built, site/."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    def pages(self) -> list[Path]:
        """Return the built pages."""
        return sorted(self.site.rglob("*.html"))

    def generate(self, **environment: str) -> str:
        """Write the pages into docs/ and return what the command said."""
        return self._run("generator", "build", **environment)

    def build(self, **environment: str) -> str:
        """Build site/ from docs/, which generates first, and return what the command said."""
        return self._run("mkdocs", "build", "--strict", **environment)

    def _run(self, *command: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


def copy_project(folder: Path, seeds: Mapping[str, bytes] | None = None) -> Project:
    """Return a copy with the pages by hand, and `seeds` (or ours, in their order) as articles."""
    project = Project(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", project.docs)
    for name in find_generated():
        (project.docs / name).unlink()
    for path, data in (read_seeds() if seeds is None else seeds).items():
        file = project.seeds / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return project


def find_generated() -> list[str]:
    """Return the committed files of docs/ that the generator wrote, its manifest first."""
    manifest = ROOT / "docs/.dossier.json"
    if not manifest.is_file():
        return []
    return [manifest.name, *json.loads(manifest.read_text("utf-8"))["files"]]


def read_seeds() -> dict[str, bytes]:
    """Return our own articles and the sidecar, by path."""
    folder = ROOT / "seeds"
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
