"""The same articles and settings give the same bytes, wherever, whenever and in whatever order."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT, Project, copy_project, find_generated, read_seeds

ANOTHER_DAY = Path(__file__).parent / "another_day"
HERE = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"}
THERE = {
    "PYTHONHASHSEED": "4242",
    "LC_ALL": "C.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "TZ": "America/Anchorage",
    "PYTHONPATH": os.pathsep.join([str(ANOTHER_DAY), os.environ.get("PYTHONPATH", "")]),
}

pytestmark = pytest.mark.slow


def digest_folder(folder: Path) -> dict[str, str]:
    """Return the digest of every file below `folder`, by path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_other_day_is_another_day() -> None:
    program = "import datetime, time; print(datetime.date.today(), datetime.datetime.now().date())"
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for environment in ({}, THERE)
    ]
    assert said[0][0] == said[0][1] != said[1][0] == said[1][1]


def copy_with_address(folder: Path, seeds: dict[str, bytes]) -> Project:
    """Return a copy with an address, without which mkdocs writes no dates into a sitemap."""
    project = copy_project(folder, seeds)
    file = folder / "mkdocs.yml"
    file.write_text("site_url: https://example.org/news/\n" + file.read_text("utf-8"), "utf-8")
    return project


def test_the_other_day_has_no_network() -> None:
    program = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **THERE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "there is no network here" in done.stderr


def test_place_order_hash_seed_locale_zone_and_day_change_no_byte(tmp_path: Path) -> None:
    seeds = read_seeds()
    shuffled = dict(sorted(seeds.items(), key=lambda pair: pair[1]))
    here = copy_with_address(tmp_path / "here", seeds)
    there = copy_with_address(tmp_path / "elsewhere/a b/deeper", shuffled)
    here.build(**HERE)
    there.build(**THERE)
    assert digest_folder(here.docs) == digest_folder(there.docs)
    assert digest_folder(here.site) == digest_folder(there.site)
    assert "<lastmod>" in (here.site / "sitemap.xml").read_text("utf-8")


def test_a_second_build_changes_no_byte(real: Project, tmp_path: Path) -> None:
    before = digest_folder(real.docs), digest_folder(real.site)
    written = {file: file.stat().st_mtime_ns for file in real.docs.rglob("*")}
    real.build()
    assert (digest_folder(real.docs), digest_folder(real.site)) == before
    assert {file: file.stat().st_mtime_ns for file in real.docs.rglob("*")} == written


@pytest.mark.skipif(not find_generated(), reason="the pages are not committed")
def test_the_committed_pages_are_those_that_the_articles_give(tmp_path: Path) -> None:
    """Run `make site` and commit what it changes below docs/."""
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project.docs)
    shutil.copytree(ROOT / "docs", project.docs)
    project.generate()
    assert digest_folder(ROOT / "docs") == digest_folder(project.docs)
