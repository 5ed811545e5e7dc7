"""The text of an HTML file by a definition short enough for another program to repeat."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from generator.models import Span, shown
from generator.reading.lines import Line, build_line

UNREAD = frozenset({"script", "style", "noscript", "template"})
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "meta",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
    }
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)


class _TextParser(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str | None] = []
        """Runs of text; None stands for the line feed of a tag."""
        self.unread = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in UNREAD
        self._break_at(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self.unread = max(0, self.unread - 1)
        self._break_at(tag)

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts.append(data)

    def _break_at(self, tag: str) -> None:
        if tag in BLOCKS and not self.unread:
            self.parts.append(None)


def read_html_text(markup: str) -> str:
    r"""Return the text of `markup` as the standard library's `html.parser` gives it.

    The definition: feed the whole markup to an `HTMLParser(convert_charrefs=True)` and close it;
    join the data in order, leaving out what stands in an open `UNREAD` element (a counter that
    each such start tag raises by one and each such end tag lowers by one, never below nought);
    put one line feed for each start tag and each end tag named in `BLOCKS` outside those.
    Comments, declarations and attributes give no text. White space is kept as it stands.

    >>> read_html_text("<p>Rain &amp; wind<script>x()</script> all<br>week</p>")
    '\nRain & wind all\nweek\n'
    """
    return "".join("\n" if part is None else part for part in _TextParser(markup).parts)


def split_html_lines(markup: str) -> list[Line]:
    r"""Return the paragraphs of `read_html_text(markup)`: only tags part them.

    >>> [line.text for line in split_html_lines("<p>Rain\nand wind</p><p>all week")]
    ['Rain and wind', 'all week']
    """
    lines: list[Line] = []
    start = end = 0
    parts = _TextParser(markup).parts
    text = "".join("\n" if part is None else part for part in parts)
    for part in [*parts, None]:
        if part is not None:
            end += len(part)
            continue
        whole = text[start:end]
        body = whole.strip()
        if body:
            left = start + len(whole) - len(whole.lstrip())
            lines.append(build_line(Span(left, left + len(body)), shown(body)))
        start = end = end + 1
    return lines


def find_declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a `meta` element near the start of `data` names."""
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii").lower() if match else None
