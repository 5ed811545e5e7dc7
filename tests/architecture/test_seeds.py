"""The articles are the publishers' words: nothing here may change a byte of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORDED = Path(__file__).with_name("seeds.sha256")


def test_the_first_articles_are_byte_for_byte_as_recorded() -> None:
    lines = RECORDED.read_text("utf-8").splitlines()
    recorded = {path: digest for digest, path in (line.split("  ") for line in lines)}
    assert recorded == {
        path: hashlib.sha256((ROOT / "seeds" / path).read_bytes()).hexdigest() for path in recorded
    }
