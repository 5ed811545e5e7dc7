"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import open_browser
from tests.projects import Project, copy_project


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return this project, built once a session from its own articles; tests only read it."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project")
    project.generate()
    project.build()
    return project


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one Chromium of the session: Playwright allows no second beside it."""
    with open_browser() as opened:
        yield opened
