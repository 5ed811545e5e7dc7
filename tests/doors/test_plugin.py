"""The mkdocs door: strict builds in every kind of project it may find itself in."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests" / "golden" / "project"
THEME = {"name": "material", "font": False}
VALIDATION = dict.fromkeys(
    ("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn"
)

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    (copy / "docs").mkdir()
    return copy


def configure(project: Path, dossier: dict[str, Any] | None = None, **settings: Any) -> None:
    """Change the project's mkdocs.yml: keys of ours in `dossier`, mkdocs' own in `settings`."""
    file = project / "mkdocs.yml"
    config = yaml.safe_load(file.read_text("utf-8"))
    config["plugins"][-1]["dossier"] |= dossier or {}
    base = {"theme": THEME, "validation": VALIDATION, "markdown_extensions": ["footnotes"]}
    file.write_text(yaml.safe_dump({**base, **config, **settings}), "utf-8")


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def build(project: Path) -> Path:
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def navigation(page: Path) -> list[str]:
    """Return the titles of the site's navigation as `page` shows it."""
    found = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', page.read_text("utf-8"))
    return list(dict.fromkeys(re.sub("<.*?>", "", title).strip() for title in found))


def test_without_a_nav_articles_stay_out_of_the_navigation(project: Path) -> None:
    configure(project)
    site = build(project)
    assert len(list((site / "articles").glob("*/index.html"))) == 3
    assert "articles/" not in _links_of_navigation(site / "index.html")


def test_without_a_nav_our_pages_stand_in_their_order_before_the_others(project: Path) -> None:
    (project / "docs" / "zebra.md").write_text("# Zebras\n")
    configure(project)
    titles = navigation(build(project) / "index.html")
    order = [titles.index(title) for title in ("Overview", "Closure", "Timeline", "Zebras")]
    assert order == sorted(order)


def test_without_a_nav_a_subfolder_follows_the_pages_of_the_site(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# Our own home\n")
    configure(project, {"output": "news"})
    titles = navigation(build(project) / "index.html")
    assert titles.index("Our own home") < titles.index("Dossier")


def _links_of_navigation(page: Path) -> str:
    sidebar = page.read_text("utf-8").split("md-sidebar--primary", 1)[1]
    return " ".join(re.findall('href="([^"]*)"', sidebar.split("md-sidebar--secondary", 1)[0]))


def test_beside_a_nav_our_pages_come_first(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About us\n")
    configure(project, nav=[{"About us": "about.md"}])
    titles = navigation(build(project) / "index.html")
    assert titles.index("Overview") < titles.index("About us")
    assert "Closure" in titles


def test_in_a_subfolder_an_existing_site_is_left_alone(project: Path) -> None:
    docs = project / "docs"
    (docs / "index.md").write_text("# Our own home\n")
    configure(project, {"output": "news/bridge"}, nav=[{"Home": "index.md"}])
    site = build(project)
    assert "Our own home" in (site / "index.html").read_text("utf-8")
    assert (docs / "index.md").read_text() == "# Our own home\n"
    assert (site / "news" / "bridge" / "topics" / "cost" / "index.html").is_file()
    assert "Dossier" in navigation(site / "index.html")


def test_a_project_without_footnotes_gets_them_and_no_edit_link_on_our_pages(
    project: Path,
) -> None:
    (project / "docs" / "about.md").write_text("# About us\n")
    theme = {**THEME, "features": ["content.action.edit"]}
    repository = {"repo_url": "https://code.example/", "edit_uri": "edit/main/docs/"}
    configure(project, theme=theme, markdown_extensions=[], nav=[{"a": "about.md"}], **repository)
    site = build(project)
    ours, theirs = site / "topics" / "cost" / "index.html", site / "about" / "index.html"
    assert 'class="footnote"' in (site / "index.html").read_text("utf-8")
    assert "edit/main/docs" not in ours.read_text("utf-8")
    assert "edit/main/docs/about.md" in theirs.read_text("utf-8")


def test_flat_addresses_work(project: Path) -> None:
    configure(project, use_directory_urls=False)
    site = build(project)
    assert (site / "topics" / "cost.html").is_file()
    _check_links(site)


def test_directory_addresses_work(project: Path) -> None:
    configure(project)
    _check_links(build(project))


def _check_links(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        main = page.read_text("utf-8").split("<article", 1)[1].split("</article>", 1)[0]
        for link in map(html.unescape, re.findall('href="([^"]*)"', main)):
            target = urlsplit(link)
            if target.scheme:
                continue
            place = (page.parent / target.path).resolve() if target.path else page
            assert (place / "index.html" if place.is_dir() else place).is_file(), (page, target)


def test_a_settings_mistake_stops_mkdocs_with_the_key_and_the_fix(project: Path) -> None:
    configure(project, {"summry": {"words": 90}})
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "plugins.dossier.summry: no such setting; did you mean summary?" in result.stderr


def test_a_missing_seeds_folder_stops_mkdocs_with_a_word(project: Path) -> None:
    configure(project, {"seeds": "artikles"})
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "plugins.dossier.seeds names the articles' folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_settings_come_through_inherit(project: Path) -> None:
    configure(project)
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Inherited\n")
    assert "Inherited" in (build(project) / "index.html").read_text("utf-8")


def test_gh_deploy_publishes_the_site(project: Path, tmp_path: Path) -> None:
    configure(project)
    identity = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for name in ("AUTHOR", "COMMITTER"):
        identity |= {f"GIT_{name}_NAME": "Test", f"GIT_{name}_EMAIL": "test@example.org"}

    def git(*arguments: str, folder: Path = project) -> str:
        command = ["git", *arguments]
        environment = {**os.environ, **identity}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True
        ).stdout

    remote = tmp_path / "remote.git"
    git("init", "-q", "--bare", str(remote), folder=tmp_path)
    git("init", "-q", "-b", "main")
    git("remote", "add", "origin", str(remote))
    git("add", ".")
    git("-c", "commit.gpgsign=false", "commit", "-qm", "Start")
    git("config", "user.name", "Test")
    git("config", "user.email", "test@example.org")
    result = mkdocs(project, "gh-deploy", "--strict")
    assert result.returncode == 0, result.stderr
    published = git("ls-tree", "-r", "--name-only", "gh-pages", folder=remote)
    assert "topics/cost/index.html" in published.split()
