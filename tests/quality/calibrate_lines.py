"""Fit generator/data/line_points.toml: `python -m tests.quality.calibrate_lines DATA`.

Logistic regression on the developed half of `scraped_lines` (see `reading.is_developed`), in two
steps as the program adds them up: what a line says of itself, then what stands around it. A line
weighs the square root of its words, each page as much as any other.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generator.reading.lines import split_lines
from generator.reading.marks import Marked, mark_line
from generator.reading.surroundings import find_surroundings
from generator.reading.weighing import SHIFT, weigh
from tests.quality.scraped_lines import Page, is_developed, load_pages

TARGET = Path(__file__).parents[2] / "generator" / "data" / "line_points.toml"
FOLDS = 5
Points = dict[str, float]


def main() -> None:
    """Fit and write the table."""
    pages = [page for page in load_pages(Path(sys.argv[1])) if is_developed(page.id)]
    marked = [mark_page(page) for page in pages]
    own_rows = [[dict.fromkeys(one.marks, 1.0) for one in page] for page in marked]
    own = fit(own_rows, pages, 0.3)
    rows = []
    for fold in range(FOLDS):
        kept = [i for i in range(len(pages)) if i % FOLDS != fold]
        part = fit([own_rows[i] for i in kept], [pages[i] for i in kept], 0.3)
        for i in range(fold, len(pages), FOLDS):
            points = [weigh(row, part) for row in own_rows[i]]
            rows.append((i, list(find_surroundings(marked[i], points))))
    around = fit([row for _, row in sorted(rows, key=lambda row: row[0])], pages, 0.2)
    TARGET.write_text(render(own, around), "utf-8")


def mark_page(page: Page) -> list[Marked]:
    """Return the marked lines of a page, one for each of its labels."""
    lines = split_lines("\n".join(page.lines))
    assert len(lines) == len(page.lines), page.id
    counts = Counter(line.text for line in lines)
    return [mark_line(line, "en", counts[line.text]) for line in lines]


def fit(pages: Sequence[Sequence[Mapping[str, float]]], labels: Sequence[Page], c: float) -> Points:
    """Return points per name by Newton's method with a ridge of 1/`c`."""
    names = sorted({name for rows in pages for row in rows for name in row})
    place = {name: index for index, name in enumerate(names)}
    x = np.zeros((sum(map(len, pages)), len(names) + 1))
    x[:, -1] = 1.0
    for index, row in enumerate(row for rows in pages for row in rows):
        for name, value in row.items():
            x[index, place[name]] = value
    y = np.concatenate([page.content for page in labels]).astype(float)
    weight = np.concatenate([weigh_lines(page) for page in labels])
    beta = solve(x, y, weight, c)
    return {**dict(zip(names, beta.tolist(), strict=False)), "any line": float(beta[-1])}


def weigh_lines(page: Page) -> Any:
    """Return a weight per line, a hundred a page."""
    root = np.sqrt(np.array(page.words, float))
    return root / root.sum() * 100


def solve(x: Any, y: Any, weight: Any, c: float) -> Any:
    """Return the coefficients of a ridge logistic regression; the last, constant one is free."""
    ridge = np.diag([1 / c] * (x.shape[1] - 1) + [1e-6])
    beta = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = x.T @ (weight * (y - chance)) - ridge @ beta
        curve = (x.T * (weight * chance * (1 - chance))) @ x + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def render(own: Points, around: Points) -> str:
    """Return the table as TOML, points rounded to two digits."""
    head = (
        "# Points for and against a line being part of the article, about log-odds.\n"
        "# Written by tests/quality/calibrate_lines.py from the developed half of scraped_lines:\n"
        "# logistic regression, rounded. Edit the marks in code, then run it again.\n"
    )
    around = around | {"any line": around["any line"] + SHIFT}
    return head + "".join(
        f"\n[{title}]\n"
        + "".join(f'"{n}" = {round(v, 2) + 0.0}\n' for n, v in sorted(points.items()))
        for title, points in (("line", own), ("surroundings", around))
    )


if __name__ == "__main__":
    main()
