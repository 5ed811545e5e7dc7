"""Links inside drawings, written so that the theme's scripts leave them alone.

The theme makes every address absolute by assigning to `href`, which an SVG's link does not allow:
its page changes stop there. The older `xlink:href` is the same link to a reader, and out of reach.
"""

from __future__ import annotations

import re

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def write_svg_links(page: str) -> str:
    """Return the built page with the links of its drawings out of the theme's reach.

    >>> write_svg_links('<a href="a"><svg><a href="b"></a></svg></a>')
    '<a href="a"><svg><a xlink:href="b"></a></svg></a>'
    """
    return _DRAWING.sub(lambda match: match[0].replace("<a href=", "<a xlink:href="), page)
