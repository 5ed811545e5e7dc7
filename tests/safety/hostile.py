"""A folder of articles that mean harm: every payload in every place that a page might print."""

from __future__ import annotations

import html
import json

from tests.escaping.payloads import PAYLOADS

TOPIC_TERM = "harbour tunnel"
LEAD = "The harbour tunnel was opened on 3 May 2024 by the mayor of Arden, who spoke for an hour."
HOSTILE_NAMES = (
    'quote" onmouseover="PWNED().txt',
    "<img src=x onerror=PWNED()>.txt",
    "{{ 7*7 }} {% raw %}.txt",
    "a#b ?c=d&e %41.txt",
    "[x](javascript:PWNED()).txt",
    "up..up.txt",
    "line\nbreak\tand  blanks.txt",
    "__config.txt",
    "index.txt",
    "тоннель.txt",
    "-- $(touch PWNED) `id`.txt",
)
HOSTILE_FACTS = (
    "</title><script>PWNED()</script>",
    '"><script>PWNED()</script>',
    "__config",
    "[x](javascript:PWNED())",
    "{{ config.config_file_path }}",
    "--8<-- mkdocs.yml",
    "A: b # c",
)
HOSTILE_URLS = (
    "javascript:PWNED()",
    "data:text/html,<script>PWNED()</script>",
    'https://news.example/"><script>PWNED()</script>',
    "https://bank.example@evil.example/",
    "https://news.example/a?b=1&copy=2",
    "//evil.example/",
    "vbscript:PWNED()",
)


def build_hostile_seeds() -> dict[str, bytes]:
    """Return the articles, by path."""
    return _write_texts() | _write_front_matter() | _write_pages()


def _write_texts() -> dict[str, bytes]:
    """Each payload as a title, as a line of its own, within a sentence, and glued to one."""
    seeds = {}
    for number, (label, payload) in enumerate(PAYLOADS.items()):
        lines = [
            payload,
            LEAD,
            f"Of the harbour tunnel the engineer said {payload} and then went back to work.",
            payload,
            f"{payload} was what the harbour tunnel needed, the council of Arden said on Monday.",
            f"The harbour tunnel will be closed again in June, the council said, {payload}",
        ]
        name = HOSTILE_NAMES[number] if number < len(HOSTILE_NAMES) else f"{label}.txt"
        seeds[name.replace("/", " ")] = "\n\n".join(lines).encode()
    return seeds


def _write_front_matter() -> dict[str, bytes]:
    seeds = {}
    for number, (fact, url) in enumerate(zip(HOSTILE_FACTS, HOSTILE_URLS, strict=True)):
        told = {"title": fact, "author": fact, "publisher": fact, "url": url, "tags": [fact],
                "template": "404.html", "icon": "../../../etc/passwd", "hide": ["navigation"],
                "search": {"exclude": True}, "description": fact}  # fmt: skip
        front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in told.items())
        seeds[f"front/{number}.md"] = f"---\n{front}\n---\n\n# {fact}\n\n{LEAD}\n".encode()
    return seeds


def _write_pages() -> dict[str, bytes]:
    seeds = {}
    for number, payload in enumerate(PAYLOADS.values()):
        said = html.escape(payload)
        body = f"<h1>{said}</h1><p>{LEAD}</p><p>{said}</p>{payload}<p>{LEAD.upper()}</p>"
        seeds[f"saved/{number}.html"] = f"<html><body><article>{body}".encode()
    return seeds
