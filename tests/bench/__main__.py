"""Run the benchmarks: `python -m tests.bench [--only NAME] [--quick] [--write]`.

A benchmark is a module of this package with `measure(quick) -> Iterable[Figure]`; figures are
those of the quality gate, with floors and ceilings. `--quick` takes a tenth of the text, where
only the gravest mistakes show. `--write` stores the figures in generator/data/figures, where the
method page finds them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Sequence
from dataclasses import asdict

import tests.bench
from tests.quality.__main__ import STORE, render_table


def find_benchmarks() -> list[str]:
    """Return the names of the modules that measure something."""
    names = (info.name for info in pkgutil.iter_modules(tests.bench.__path__))
    modules = {
        name: importlib.import_module(f"tests.bench.{name}") for name in names if name[0] != "_"
    }
    return sorted(name for name, module in modules.items() if hasattr(module, "measure"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if a floor or ceiling is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", action="append", choices=find_benchmarks())
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    broken = False
    for name in options.only or find_benchmarks():
        figures = list(importlib.import_module(f"tests.bench.{name}").measure(options.quick))
        print(f"\n{name}\n{render_table(figures)}", flush=True)
        broken = broken or not all(figure.holds for figure in figures)
        if options.write:
            STORE.mkdir(parents=True, exist_ok=True)
            text = json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False)
            (STORE / f"bench-{name}.json").write_text(text + "\n", "utf-8")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
