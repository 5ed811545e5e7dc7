"""The theme's own style sheets and scripts as a reader gets them."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_BREAK = re.compile(r"\s*\n\s*")
_AFTER_STOP = re.compile(r"(?<=[{;,(])\n")
_AROUND_STOP = re.compile(r"\s*([{};,])\s*|(?<=:) ")


def tighten_script(text: str) -> str:
    r"""Return a script without block comments and the room around its lines.

    >>> tighten_script("/* Ours. */\n\nif (a) {\n  b();\n}\n")
    'if (a) {b();}\n'
    """
    lines = _LINE_BREAK.sub("\n", _COMMENT.sub("", text)).lstrip()
    return _AFTER_STOP.sub("", lines)


def tighten_style(text: str) -> str:
    r"""Return a style sheet without comments and the room around its stops.

    >>> tighten_style("/* Ours. */\n\na, b {\n  margin: 0;\n  top: 0;\n}\n")
    'a,b{margin:0;top:0}'
    """
    lines = _LINE_BREAK.sub("\n", _COMMENT.sub("", text)).strip()
    return _AROUND_STOP.sub(r"\1", lines).replace(";}", "}")
