"""`mkdocs serve` generates, and rebuilds exactly once for each change of a seed or page."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
QUIET = 4.0  # seconds without a build after which no further one is coming
PATIENCE = 90.0

pytestmark = pytest.mark.slow


class Server:
    """A running `mkdocs serve` of a copy of a project."""

    def __init__(self, project: Path, log: Path) -> None:
        self.project, self.log = project, log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=project,
            stdout=log.open("wb"),
            stderr=subprocess.STDOUT,
            env=environment,
        )

    def builds(self) -> int:
        """Return how many builds after the first have been finished.

        What mkdocs says of a build's time it says only once of builds that take equally long.
        """
        return self.log.read_text("utf-8").count("Reloading browsers")

    def read(self, path: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as page:
            return page.read().decode()

    def wait_for_watcher(self) -> None:
        """Touch a page until a build follows: a busy machine takes its first look late."""
        page, deadline = self.project / "docs" / "contributing.md", time.monotonic() + PATIENCE
        before = self.builds()
        while self.builds() == before:
            assert time.monotonic() < deadline, self.log.read_text("utf-8")
            page.write_text(page.read_text("utf-8") + "\n", "utf-8")
            time.sleep(2.0)
        self.count_builds_after(lambda: None, patience=0.0)

    def count_builds_after(self, change: Callable[[], object], patience: float = PATIENCE) -> int:
        """Return how many builds `change` causes, waiting until no more come."""
        before = self.builds()
        change()
        deadline = time.monotonic() + patience
        while self.builds() == before and time.monotonic() < deadline:
            time.sleep(0.1)
        settled = time.monotonic() + QUIET
        seen = self.builds()
        while time.monotonic() < settled:
            time.sleep(0.1)
            if self.builds() != seen:
                seen, settled = self.builds(), time.monotonic() + QUIET
        return seen - before


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    project = tmp_path / "project"
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    running = Server(project, tmp_path / "serve.log")
    try:
        deadline = time.monotonic() + PATIENCE
        while "Serving on" not in running.log.read_text("utf-8"):
            assert running.process.poll() is None, running.log.read_text("utf-8")
            assert time.monotonic() < deadline, running.log.read_text("utf-8")
            time.sleep(0.1)
        running.wait_for_watcher()
        yield running
    finally:
        running.process.terminate()
        running.process.wait(10)


def test_one_build_for_each_change(server: Server) -> None:
    seeds = server.project / "seeds"
    first = sorted(seeds.glob("*.txt"))[0]
    news = (
        "Ferry inquiry opens\n\nThe inquiry into the ferry fire opened on 3 May 2024 in Harlow.\n"
    )

    def edit() -> None:
        first.write_text(
            first.read_text("utf-8") + "\n\nA last sentence was added here.\n", "utf-8"
        )

    assert server.count_builds_after(edit) == 1
    assert "A last sentence was added here." in server.read("audit/") + _read_articles(server)
    assert server.count_builds_after(lambda: (seeds / "new.txt").write_text(news)) == 1
    assert "new.txt" in server.read("sources/") + server.read("audit/")
    assert server.count_builds_after((seeds / "new.txt").unlink) == 1
    assert "new.txt" not in server.read("sources/") + server.read("audit/")
    about = server.project / "docs" / "about.md"
    assert server.count_builds_after(lambda: about.write_text(about.read_text() + "\nMore.\n")) == 1


def _read_articles(server: Server) -> str:
    pages = sorted((server.project / "docs" / "articles").glob("*.md"))
    return "".join(page.read_text("utf-8") for page in pages)
