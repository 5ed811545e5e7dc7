"""Folders that the product was not made for: their sites build strictly, hold and verify."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from generator.verify import main, verify
from tests.projects import ROOT, Project
from tests.safety.pages import list_broken

CORPORA = ROOT / "tests/corpora"
NAMES = sorted(f.parent.relative_to(CORPORA).as_posix() for f in CORPORA.rglob("mkdocs.yml"))

pytestmark = pytest.mark.slow


def copy_corpus(name: str, folder: Path) -> Project:
    shutil.copytree(CORPORA / name, folder)
    (folder / "docs").mkdir()
    return Project(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_foreign_folder_gives_a_sound_site(name: str, tmp_path: Path) -> None:
    project = copy_corpus(name, tmp_path / "project")
    project.build()
    assert verify(project.site, project.seeds) == []
    assert list_broken(project.site) == []


def test_a_subfolder_and_flat_addresses_change_nothing(tmp_path: Path) -> None:
    project = copy_corpus("ferry", tmp_path / "project")
    file = project.folder / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text("utf-8")) | {"use_directory_urls": False}
    settings["plugins"][-1]["dossier"]["output"] = "news/ferry"
    file.write_text(yaml.safe_dump(settings), "utf-8")
    (project.docs / "index.md").write_text("# Ours\n", "utf-8")
    project.build()
    assert main(["--site", str(project.site), "--seeds", str(project.seeds)]) == 0
    assert list_broken(project.site) == []
