"""A corpus as a project in a folder of its own, and the real commands run on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.strangers.corpora import ROOT


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return what it printed, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class BuiltProject:
    """A project after `build`, `mkdocs build --strict` and `verify`."""

    root: Path
    build: Outcome
    site: Outcome
    verify: Outcome

    def load_data(self, name: str) -> Any:
        """Return one of the published data files."""
        return json.loads((self.root / "docs" / "data" / name).read_text("utf-8"))


def run_module(root: Path, *arguments: str) -> Outcome:
    """Return the outcome of `python -m …` in `root`."""
    here = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": here, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def copy_project(corpus: str, target: Path) -> Path:
    """Return a copy of a corpus below `target`: settings and articles, no labels."""
    root = target / corpus.replace("/", "-")
    shutil.copytree(ROOT / corpus / "seeds", root / "seeds")
    shutil.copy(ROOT / corpus / "mkdocs.yml", root / "mkdocs.yml")
    (root / "docs").mkdir()
    return root


def build_project(corpus: str, target: Path) -> BuiltProject:
    """Return a corpus taken through the real commands with no edit but its settings."""
    root = copy_project(corpus, target)
    return BuiltProject(
        root,
        run_module(root, "generator", "build", "-f", "mkdocs.yml"),
        run_module(root, "mkdocs", "build", "--strict", "-f", "mkdocs.yml"),
        run_module(root, "generator", "verify", "--site", "site", "--seeds", "seeds"),
    )
