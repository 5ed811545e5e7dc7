"""A page's content security policy: a second net below the escaping gate.

Scripts in a page run only if they are the theme's own: their text must be that of a script in one
of the theme's templates, expressions filled in. So a script that came with an article does not run
even if it were to slip through the gate, and nothing is ever loaded from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FILLED = r"[^\"'<>]*"
_CHARSET = '<meta charset="utf-8">'
_RULES = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def read_scripts(templates: Iterable[str]) -> tuple[str, ...]:
    """Return a pattern for each inline script of the theme's templates."""
    scripts = {script for text in templates for script in _SCRIPT.findall(text)}
    return tuple(sorted(map(_build_pattern, scripts)))


def write_policy(page: str, scripts: tuple[str, ...]) -> str:
    """Return the built page with its policy first in its head.

    >>> page = '<meta charset="utf-8"><script>go("/a")</script><script>steal()</script>'
    >>> write_policy(page, read_scripts(['<script>go("{{ base }}")</script>'])).count("sha256-")
    1
    """
    own = _compile(scripts)
    hashes = {_digest(text) for text in _SCRIPT.findall(page) if own and own.fullmatch(text)}
    rules = _RULES.format(hashes="".join(f" '{value}'" for value in sorted(hashes)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return page.replace(_CHARSET, _CHARSET + meta, 1)


def _build_pattern(script: str) -> str:
    return _FILLED.join(re.escape(part) for part in _EXPRESSION.split(script))


@lru_cache(maxsize=8)
def _compile(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def _digest(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
