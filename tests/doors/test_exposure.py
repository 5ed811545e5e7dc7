"""A word of warning where git publishes what the pages hold back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import write_dossier
from generator.config import parse_settings
from generator.project import Project

TOPICS = [{"slug": "pier", "title": "Pier", "terms": ["pier"]}]


@pytest.mark.parametrize(
    ("republish", "kept", "warned"),
    [("full", True, False), ("excerpts", True, True), ("citations", False, False)],
)
def test_articles_in_git_are_warned_of_when_pages_hold_them_back(
    tmp_path: Path, republish: str, kept: bool, warned: bool
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The pier is long.\n", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_bytes(b"DIRC seeds/a.txt\0" if kept else b"DIRC a.py\0")
    settings = parse_settings({"republish": republish, "topics": TOPICS})
    report = write_dossier(Project(settings, tmp_path, tmp_path / "docs"))
    assert any("git keeps the whole articles" in problem for problem in report.problems) is warned
