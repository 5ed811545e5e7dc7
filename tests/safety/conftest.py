"""The site of the hostile articles."""

from __future__ import annotations

import pytest
import yaml

from tests.projects import Project, copy_project
from tests.safety.hostile import TOPIC_TERM, build_hostile_seeds


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a site made of harmful articles, built once a session; tests only read it."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project", build_hostile_seeds())
    file = project.folder / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text("utf-8"))
    topics = [{"slug": "tunnel", "title": "The tunnel", "terms": [TOPIC_TERM]}]
    settings["plugins"][-1]["dossier"] = {"topics": topics, "summary": {"sentences": 40}}
    settings["theme"]["features"] += ["content.code.copy"]
    file.write_text(yaml.safe_dump(settings), "utf-8")
    project.build()
    return project
