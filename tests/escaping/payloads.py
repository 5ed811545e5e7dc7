"""The corpus of hostile texts, by vector."""

from __future__ import annotations

from pathlib import Path

import yaml

PAYLOADS: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("payloads.yml").read_text("utf-8")
)
