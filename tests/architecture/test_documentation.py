"""The pages by hand name what there is, and nothing that there is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from generator.cli import main
from generator.config import Settings
from tests.architecture.source import ROOT, read_modules

HAND = ("about.md", "architecture.md", "changelog.md", "contributing.md", "settings.md")
PAGES = {name: (ROOT / "docs" / name).read_text("utf-8") for name in HAND}
TEXT = "\n".join([*PAGES.values(), (ROOT / "README.md").read_text("utf-8")])
MARKED = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", TEXT, re.DOTALL))


def find_settings(model: type[BaseModel]) -> Iterator[str]:
    """Return the names of the settings of `model` and of the settings within them."""
    for name, field in model.model_fields.items():
        yield name
        yield from (key for inner in find_models(field.annotation) for key in find_settings(inner))


def find_models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from find_models(argument)


def find_options() -> Iterator[tuple[str, ...]]:
    """Return the spellings of every command and of every option that one has."""
    for name, command in main.commands.items():
        yield (f"dossier {name}",)
        yield from (tuple(p.opts) for p in command.params if isinstance(p, click.Option))


@pytest.mark.parametrize("setting", sorted(set(find_settings(Settings))))
def test_every_setting_is_documented(setting: str) -> None:
    assert re.search(rf"\b{setting}\b", MARKED)


@pytest.mark.parametrize("spellings", sorted(set(find_options())))
def test_every_command_and_option_is_documented(spellings: tuple[str, ...]) -> None:
    assert re.search(rf"(?<![\w-])(?:{'|'.join(spellings)})(?![\w-])", MARKED)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:generator|tests)/[^`\s]*)`", TEXT))))
def test_every_file_that_a_page_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_function_that_a_page_names_exists() -> None:
    functions = {
        node.name
        for module in read_modules()
        for node in module.walk(ast.FunctionDef)
        if isinstance(node, ast.FunctionDef)
    }
    assert set(re.findall(r"`(\w+)\(\)`", TEXT)) <= functions


def test_every_page_by_hand_is_read_here() -> None:
    nav = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert set(re.findall(r"- (\S+\.md)$", nav, re.MULTILINE)) <= set(HAND)
    assert all(Path(ROOT / "docs" / name).is_file() for name in HAND)
