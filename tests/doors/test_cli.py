"""The command line: exit codes, JSON shapes, and messages that say what to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

PROJECT = Path(__file__).parents[1] / "golden" / "project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT, tmp_path / "project"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_build_reports_what_it_did(project: Path) -> None:
    result = run("build", "-f", project / "mkdocs.yml")
    assert result.exit_code == 0
    assert result.stdout.startswith("3 articles read, ")
    again = run("build", "-f", project / "mkdocs.yml")
    assert again.stdout.startswith("3 articles read, 0 files written, 0 removed")


def test_build_removes_the_page_of_a_seed_that_went(project: Path) -> None:
    run("build", "-f", project / "mkdocs.yml")
    (project / "seeds" / "northern.md").unlink()
    report = json.loads(run("build", "-f", project / "mkdocs.yml", "--json").stdout)
    assert len([name for name in report["removed"] if name.startswith("articles/")]) == 1


def test_problems_are_listed_and_fail_only_under_strict(project: Path) -> None:
    (project / "seeds" / "photo.jpg").write_bytes(b"\xff\xd8")
    (project / "seeds" / "empty.txt").write_bytes(b"")
    plain = run("build", "-f", project / "mkdocs.yml")
    assert plain.exit_code == 0
    assert "photo.jpg: skipped: " in plain.stderr
    assert "empty.txt: " in plain.stderr
    assert run("build", "-f", project / "mkdocs.yml", "--strict").exit_code == 1


def test_a_folder_without_articles_is_a_problem(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    (project / "seeds").mkdir()
    result = run("build", "-f", project / "mkdocs.yml")
    assert result.stdout.startswith("0 articles read")
    assert "no article to read" in result.stderr


def test_a_missing_project_exits_with_2_and_says_what_to_do(tmp_path: Path) -> None:
    result = run("build", "-f", tmp_path / "mkdocs.yml")
    assert result.exit_code == 2
    assert "no such file; name one with -f" in result.stderr


def test_a_settings_mistake_exits_with_2_and_names_the_key(project: Path) -> None:
    file = project / "mkdocs.yml"
    file.write_text(file.read_text().replace("summary:", "summry:"))
    result = run("build", "-f", file)
    assert result.exit_code == 2
    assert "plugins.dossier.summry: no such setting; did you mean summary?" in result.stderr


def test_inspect_gives_the_contracts_shape(project: Path) -> None:
    file = project / "seeds" / "courier.txt"
    shape = json.loads(run("inspect", file, "-f", project / "mkdocs.yml", "--json").stdout)
    text = file.read_text("utf-8")
    assert shape["path"] == str(file)
    assert shape["author"] == "Ida Norling"
    assert shape["published"]["value"] == "2024-06-04"
    covered = "".join(text[block["start"] : block["end"]] for block in shape["blocks"])
    assert "".join(covered.split()) == "".join(text.split())
    closure = [s for s in shape["sentences"] if "closure" in s["topics"]]
    assert any("found cracks" in text[s["start"] : s["end"]] for s in closure)


def test_inspect_alone_needs_no_neighbours(project: Path) -> None:
    result = run("inspect", project / "seeds" / "today.txt", "--alone", "-f", "none.yml")
    assert result.exit_code == 0
    assert "Bridge closed: what we know" in result.stdout


def test_summarize_needs_no_settings(project: Path) -> None:
    result = run("summarize", project / "seeds", "--sentences", 2, "--json")
    shape = json.loads(result.stdout)
    assert len(shape["sentences"]) == 2
    for sentence in shape["sentences"]:
        text = Path(sentence["path"]).read_bytes().decode("utf-8", "replace")
        if "today" not in sentence["path"]:
            assert text[sentence["start"] : sentence["end"]].split() == sentence["text"].split()


def test_summarize_keeps_to_terms_and_words(project: Path) -> None:
    arguments = ("--topic", "repair cost, budget", "--words", 25, "--json")
    shape = json.loads(run("summarize", project / "seeds", *arguments).stdout)
    assert shape["words"] <= 25
    assert shape["sentences"]
    assert all("cost" in s["text"] or "budget" in s["text"] for s in shape["sentences"])


def test_summarize_takes_a_topic_of_the_settings(project: Path) -> None:
    good = ("--topic-slug", "closure", "-f", project / "mkdocs.yml")
    assert "cracks" in run("summarize", project / "seeds", *good).stdout
    result = run("summarize", project / "seeds", "--topic-slug", "x", "-f", project / "mkdocs.yml")
    assert result.exit_code == 2
    assert "known: closure, cost" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("summarize", PROJECT, "--words", 10, "--sentences", 2),
        ("summarize", PROJECT, "--topic", " , "),
        ("summarize", PROJECT / "seeds", "--ranker", "best"),
        ("summarize", "no-such-folder"),
        ("summarize",),
        ("inspect", "no-such-file.txt"),
        ("explain", "no-such-topic", "-f", PROJECT / "mkdocs.yml"),
        ("no-such-command",),
    ],
)
def test_wrong_use_exits_with_2(arguments: tuple[object, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_explain_says_why(project: Path) -> None:
    shape = json.loads(run("explain", "cost", "-f", project / "mkdocs.yml", "--json").stdout)
    first = shape["sentences"][0]
    assert first["topics"][0]["rule"]
    text = run("explain", first["id"][:6], "-f", project / "mkdocs.yml").stdout
    assert first["text"] in text
