"""The real commands on folders the product was not made for."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.strangers.corpora import fold, read_expected, read_labels
from tests.strangers.projects import BuiltProject, build_project, copy_project, run_module
from tests.strangers.test_hostile import CASES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], BuiltProject]:
    """Return a function that builds a corpus once a session."""
    done: dict[str, BuiltProject] = {}

    def build(corpus: str) -> BuiltProject:
        if corpus not in done:
            done[corpus] = build_project(corpus, tmp_path_factory.mktemp("strangers"))
        return done[corpus]

    return build


SITES = ("ferry", "quakes", "languages/ar", "languages/de", "languages/zh")
"""Built in full; the other languages are read in `tests/quality` and `test_reading`."""


@pytest.mark.parametrize("corpus", SITES)
def test_a_folder_never_seen_becomes_a_verified_site(
    corpus: str, built: Callable[[str], BuiltProject]
) -> None:
    project = built(corpus)
    assert project.build.code == 0, project.build.err
    assert project.site.code == 0, project.site.err
    assert project.verify.code == 0, project.verify.out + project.verify.err


def test_every_file_that_is_no_article_is_reported(built: Callable[[str], BuiltProject]) -> None:
    project = built("ferry")
    for path in read_expected("ferry")["not_articles"]:
        assert path in project.build.err + project.build.out, path
    page = next((project.root / "site").glob("audit*/index.html")).read_text("utf-8")
    audit = html.unescape(page)
    for path in read_expected("ferry")["not_articles"]:
        assert path in audit, path


def test_problems_fail_a_strict_build_alone(tmp_path: Path) -> None:
    root = copy_project("ferry", tmp_path)
    assert run_module(root, "generator", "build", "--strict").code == 1
    assert run_module(root, "generator", "build").code == 0


def test_no_article_is_lost(built: Callable[[str], BuiltProject]) -> None:
    data = built("ferry").load_data("dossier.json")
    known = {article["path"] for article in data["articles"]}
    assert set(read_expected("ferry")["articles"]) <= known


def test_the_thin_topic_is_called_thin_and_the_others_are_not(
    built: Callable[[str], BuiltProject],
) -> None:
    data = built("ferry").load_data("dossier.json")
    thin = [topic["slug"] for topic in data["topics"] if topic["thin"]]
    assert thin == read_expected("ferry")["thin"]


@pytest.mark.parametrize("corpus", ["ferry", "quakes", "languages/de"])
def test_summaries_print_article_text_alone(
    corpus: str, built: Callable[[str], BuiltProject]
) -> None:
    data = built(corpus).load_data("dossier.json")
    rows = read_labels(corpus)
    content = " ".join(label.text for label in rows if label.is_content)
    junk = [r.text for r in rows if not r.is_content and r.text not in content]
    printed = [s for topic in data["topics"] for s in topic["statements"]]
    for statement in [*printed, *data["overview"]["statements"]]:
        text = fold(statement["text"])
        assert not [line for line in junk if line in text], text


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    root = copy_project("quakes", tmp_path)
    run_module(root, "generator", "build")
    before = {p: p.read_bytes() for p in (root / "docs").rglob("*") if p.is_file()}
    again = run_module(root, "generator", "build", "--json")
    assert again.data["written"] == []
    assert before == {p: p.read_bytes() for p in (root / "docs").rglob("*") if p.is_file()}


def test_summarize_needs_no_settings(tmp_path: Path) -> None:
    root = copy_project("ferry", tmp_path)
    (root / "mkdocs.yml").unlink()
    outcome = run_module(
        root,
        "generator",
        "summarize",
        "seeds",
        "--topic",
        "bow door, warning lamp",
        "--sentences",
        "3",
        "--json",
    )
    assert outcome.code == 0, outcome.err
    texts = [sentence["text"] for sentence in outcome.data["sentences"]]
    assert 1 <= len(texts) <= 3
    assert all(re.search("door|lamp", text) for text in texts), texts


def test_summarize_keeps_to_its_words(tmp_path: Path) -> None:
    root = copy_project("quakes", tmp_path)
    outcome = run_module(
        root,
        "generator",
        "summarize",
        "seeds",
        "--topic-slug",
        "tonquera-earthquake",
        "--words",
        "60",
        "--json",
    )
    assert outcome.code == 0, outcome.err
    texts = [sentence["text"] for sentence in outcome.data["sentences"]]
    assert sum(len(text.split()) for text in texts) == outcome.data["words"] <= 60
    assert all(
        sentence["path"].split("/")[-1] != "a2_dawnpaper.txt"
        for sentence in outcome.data["sentences"]
    )


def test_inspect_gives_spans_of_the_article(tmp_path: Path) -> None:
    root = copy_project("ferry", tmp_path)
    outcome = run_module(root, "generator", "inspect", "seeds/courier-fuel.txt", "--json")
    assert outcome.code == 0, outcome.err
    text = (root / "seeds/courier-fuel.txt").read_text("utf-8")
    shape = outcome.data
    assert shape["title"] == "Fuel from sunken ferry reaches bird reserve"
    assert shape["publisher"] == "The Harlow Bay Courier"
    body = [text[s["start"] : s["end"]] for s in shape["sentences"]]
    assert "Divers will try to seal the tanks on Tuesday if the wind drops." in body
    spans = [text[q["start"] : q["end"]] for q in shape["quotes"]]
    assert any("black beach" in span for span in spans)


MISTAKES = {
    "a key that does not exist": ("      date_window:", "      date_windw:", "date_window"),
    "a slug with a capital": ("slug: inquiry", "slug: Inquiry", "lower-case"),
    "a weight that is no number": (
        "{term: dead, weight: 2}",
        "{term: dead, weight: heavy}",
        "weight",
    ),
    "a day before the first": ("[2024-05-01, 2024-11-30]", "[2024-11-30, 2024-05-01]", "earlier"),
    "two topics of one slug": ("slug: inquiry", "slug: casualties", "casualties"),
    "a folder outside": ("seeds: seeds", "seeds: ../seeds", "seeds"),
    "a folder that is not there": ("seeds: seeds", "seeds: sedes", "sedes"),
    "topics with no title": ("title: The inquiry", "titel: The inquiry", "titel"),
    "a tab in the YAML": ("      topics:", "\t topics:", "mkdocs.yml"),
    "a plugin that is not there": ("  - dossier:", "  - dosier:", "dossier"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_settings_is_named(name: str, tmp_path: Path) -> None:
    old, new, word = MISTAKES[name]
    root = copy_project("ferry", tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert old in settings
    (root / "mkdocs.yml").write_text(settings.replace(old, new), "utf-8")
    outcome = run_module(root, "generator", "build")
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    assert word in outcome.err


def test_a_fifth_topic_is_a_settings_edit(tmp_path: Path) -> None:
    root = copy_project("quakes", tmp_path)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(
            "        - {slug: relief, title: Relief, terms: [relief planes, tents, surgeons]}\n"
        )
    assert run_module(root, "generator", "build").code == 0
    assert run_module(root, "mkdocs", "build", "--strict").code == 0
    pages = [path.as_posix() for path in (root / "site").rglob("relief*/index.html")]
    assert len(pages) == 1


def test_a_folder_of_malformed_files_becomes_a_verified_site(tmp_path: Path) -> None:
    root = copy_project("quakes", tmp_path)
    for path, data in CASES.values():
        target = root / "seeds" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data[:20_000])
    assert run_module(root, "generator", "build").code == 0
    assert run_module(root, "mkdocs", "build", "--strict").code == 0
    assert run_module(root, "generator", "verify").code == 0
