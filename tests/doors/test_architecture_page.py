"""The architecture page follows one real sentence; what it says of it is true."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.build import build_dossier
from generator.dossier import Dossier
from generator.project import open_project
from generator.publishing.layout import build_files

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
HOPS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.split("| Hop |", 1)[1].splitlines()[2:]
    if line.startswith("|")
]
SEED = "000_f8a6520ff17278a0.txt"
ID = "84cc59323484"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build_dossier(open_project(ROOT / "mkdocs.yml"))


def says(where: str) -> list[str]:
    """Return the quoted values of the hop that names the function `where`."""
    return next(re.findall("`(.*?)`", hop[2]) for hop in HOPS if f"`{where}()`" in hop[1])


@pytest.mark.parametrize("hop", HOPS, ids=[hop[0] for hop in HOPS])
def test_every_hop_names_a_function_of_a_file(hop: list[str]) -> None:
    file, function = re.findall("`(.*?)`", hop[1])
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert function.removesuffix("()") in names


def test_it_is_read_as_the_page_says(dossier: Dossier) -> None:
    article = dossier.by_path()[SEED].article
    sentence = next(sentence for sentence in article.sentences if sentence.id == ID)
    assert says("decode_text") == [article.encoding]
    assert article.repairs == ()
    assert says("read_blocks") == [article.blocks[sentence.block].kind.value]
    assert says("split_sentences") == [str(sentence.span.start), str(sentence.span.end)]
    assert sentence.flaws == ()


def test_it_is_compared_as_the_page_says(dossier: Dossier) -> None:
    report = dossier.by_path()[SEED]
    index = next(i for i, s in enumerate(report.article.sentences) if s.id == ID)
    assert says("survey_corpus") == [str(len(dossier.facts.origins))]
    assert says("match_topics") == [m.topic for m in report.annotations.topics_of(index)]
    citation = report.article.cite(report.article.sentences[index].span)
    assert not any(citation in family.members for family in dossier.families)


def test_it_is_printed_as_the_page_says(dossier: Dossier) -> None:
    printed = [
        report.topic.slug
        for report in dossier.topics
        if any(statement.id == ID for statement in report.summary.statements)
    ]
    assert says("select_summary") == printed
    files = build_files(dossier, open_project(ROOT / "mkdocs.yml").settings)
    assert says("cite")[0] in files[says("build_topic_pages")[0]]
