"""The middle is pure: what a stage returns depends on what it is given and on nothing else."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import Module, read_modules

STAGES = ("reading/", "annotation/", "selection/", "publishing/", "language.py", "pipeline.py",
          "models.py", "dossier.py", "config.py", "partition.py")  # fmt: skip
PRINTERS = {"verify.py"}
FORBIDDEN_MODULES = {
    "asyncio", "concurrent", "getpass", "glob", "io", "locale", "multiprocessing", "os", "pathlib",
    "platform", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "threading",
    "time", "urllib.request", "uuid",
}  # fmt: skip
PURE_NAMES = {"PurePosixPath", "PurePath"}
FORBIDDEN_CALLS = {"open", "input", "print", "hash", "id", "breakpoint", "eval", "exec"}
FORBIDDEN_METHODS = {"now", "utcnow", "today", "write_text", "write_bytes", "getenv"}
STAGE_MODULES = [module for module in read_modules() if module.name.startswith(STAGES)]


def find_imports(module: Module) -> set[str]:
    found = set()
    for node in module.walk(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            found |= {node.module or ""} if names - PURE_NAMES else set()
    return found


def find_calls(module: Module) -> set[str]:
    calls = [node.func for node in module.walk(ast.Call) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {f".{call.attr}" for call in calls if isinstance(call, ast.Attribute)}
    return names | methods


@pytest.mark.parametrize("module", STAGE_MODULES, ids=lambda module: module.name)
def test_a_stage_has_no_clock_no_dice_no_environment_and_no_file(module: Module) -> None:
    imports = find_imports(module)
    assert {name for name in imports if name.split(".")[0] in FORBIDDEN_MODULES} == set()
    assert imports & FORBIDDEN_MODULES == set()
    calls = find_calls(module)
    assert calls & FORBIDDEN_CALLS == set()
    assert calls & {f".{name}" for name in FORBIDDEN_METHODS} == set()


@pytest.mark.parametrize("module", read_modules(), ids=lambda module: module.name)
def test_nothing_prints_but_the_verifier(module: Module) -> None:
    assert module.name in PRINTERS or "print" not in find_calls(module)


@pytest.mark.parametrize("module", read_modules(), ids=lambda module: module.name)
def test_every_record_is_frozen(module: Module) -> None:
    for node in module.walk(ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        for decorator in map(ast.unparse, node.decorator_list):
            if decorator.startswith("dataclass"):
                assert "frozen=True" in decorator, node.name
                assert "slots=True" in decorator, node.name
