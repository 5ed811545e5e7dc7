"""Measure every room: `python -m tests.quality [DATA] [--only ROOM] [--write]`.

A room is a module of this package with `measure(data) -> list[Figure]`; `data` is the folder of
development data, or None when it is missing: then a room measures what the repository holds.
`--write` stores the figures in generator/data/figures, where the method page finds them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import tests.quality
from tests.quality.figures import Figure

STORE = Path(__file__).parents[2] / "generator" / "data" / "figures"


def find_rooms() -> list[str]:
    """Return the names of the modules that measure something."""
    names = (info.name for info in pkgutil.iter_modules(tests.quality.__path__) if not info.ispkg)
    modules = {
        name: importlib.import_module(f"tests.quality.{name}")
        for name in names
        if name != "__main__"
    }
    return sorted(name for name, module in modules.items() if hasattr(module, "measure"))


def render_table(figures: Sequence[Figure]) -> str:
    """Return one line a figure: verdict, value, floor, name, items, note."""
    lines = []
    for figure in figures:
        sign = "<=" if figure.ceiling else ">="
        floor = "" if figure.floor is None else f"{sign} {figure.floor:g}"
        verdict = "ok  " if figure.holds else "FAIL"
        what = f"{figure.name} (n={figure.items}) {figure.note}".rstrip()
        lines.append(f"{verdict} {figure.value:8.3f} {floor:>9}  {what}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--only", action="append", choices=find_rooms())
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    data = options.data if options.data and options.data.is_dir() else None
    if data is None:
        print("No development data: only what the repository holds is measured.")
    broken = False
    for room in options.only or find_rooms():
        figures = importlib.import_module(f"tests.quality.{room}").measure(data)
        print(f"\n{room}\n{render_table(figures)}", flush=True)
        broken = broken or not all(figure.holds for figure in figures)
        if options.write:
            STORE.mkdir(parents=True, exist_ok=True)
            text = json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False)
            (STORE / f"{room}.json").write_text(text + "\n", "utf-8")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
