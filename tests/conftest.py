"""What tests of several rooms share."""

from __future__ import annotations

import pytest

from tests.projects import Project, copy_project


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return this project, built once a session from its own articles; tests only read it."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project")
    project.generate()
    project.build()
    return project
