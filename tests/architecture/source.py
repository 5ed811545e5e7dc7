"""The program's own source as trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    name: str
    """Below the package, as in `reading/readers.py`."""
    lines: int
    """Docstrings left out, as in functions."""
    tree: ast.Module

    def walk(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Return the nodes of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


@dataclass(frozen=True)
class Function:
    """One function or method."""

    where: str
    """As in `reading/readers.py: decode_text`."""
    lines: int
    """From `def` to its end, the docstring left out."""
    parameters: int
    """Without `self` and `cls`."""
    is_command: bool
    """Whether it is a command of the command line, which has a parameter for each option."""


@lru_cache(maxsize=1)
def read_modules() -> tuple[Module, ...]:
    """Return every module of the package, in order of name."""
    return tuple(map(_read_module, sorted(PACKAGE.rglob("*.py"))))


def _read_module(file: Path) -> Module:
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    docstrings = [node for node in strings if isinstance(node, ast.Constant)]
    spoken = sum((node.end_lineno or 0) - node.lineno + 1 for node in docstrings)
    return Module(file.relative_to(PACKAGE).as_posix(), len(text.splitlines()) - spoken, tree)


@lru_cache(maxsize=1)
def read_functions() -> tuple[Function, ...]:
    """Return every function of the package, in order of module."""
    return tuple(
        _describe(module.name, node)
        for module in read_modules()
        for node in module.walk(ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, ast.FunctionDef)
    )


def _describe(module: str, node: ast.FunctionDef) -> Function:
    first = node.body[0]
    documented = ast.get_docstring(node) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    parameters = [name for name in named if name.arg not in {"self", "cls"}]
    return Function(
        f"{module}: {node.name}",
        (node.end_lineno or 0) - node.lineno + 1 - docstring,
        len(parameters),
        any("command" in ast.unparse(decorator) for decorator in node.decorator_list),
    )
