"""The one gate for foreign text: one function per place that text may be printed.

Each function takes text as it stands in an article and first folds it with `models.shown`, so that
no caller can forget to. What a reader then sees is `shown(text)` to the character, and nothing of
it becomes an element, an attribute, a link or an id: whatever Python-Markdown or one of its
extensions gives a meaning to is written as a character reference, which every one of them leaves
alone. (`html.escape` or backslashes are not enough: each leaves more than half of the known
payloads alive.)

A heading is the one place that needs a second thought: the `toc` extension makes its id out of the
text. Let words of ours come first there, or write the heading as raw HTML with an id of ours.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from generator.models import Citation, shown

SLUG_LENGTH = 60
URL_LENGTH = 4096

_SYNTAX = r"""
    [&<>"'\\`*_{}\[\]|~^=:$\#+@/]     # of Markdown or of an extension, anywhere
    | [^\S\ ]                         # white space that a strip() or splitlines() would take
"""
_WORDING = r"""
    | -(?=-) | (?<=-)-                # dashes
    | \.(?=\.) | (?<=\.)\.            # ellipses
    | (?<=www)\.                      # bare links
    | \((?=[a-z]{1,2}\))              # (c), (tm)
    | \d(?=st|nd|rd|th)               # 1st, also where what is escaped behind it ends a word
    | \A\W                            # what opens a block only at its start
    | \A\d(?=\d*[.)])                 # numbered lists
"""
_IN_TAG = re.compile(_SYNTAX, re.VERBOSE)
_IN_TEXT = re.compile(_SYNTAX + _WORDING, re.VERBOSE | re.IGNORECASE)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_PLAIN_PUNCTUATION = " -._/,"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\ufffe\uffff]")
_FORMULA = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_SCHEMES = frozenset({"http", "https", "mailto"})
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?\Z|\[[0-9a-f:.]+\]\Z")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RESERVED = re.compile(r"(?:index|readme|404|search|assets|sitemap|con|prn|aux|nul|com\d|lpt\d)\Z")


def escape_markdown(text: str) -> str:
    """Return `text` for a paragraph, list item, table cell or heading, raw HTML inside included.

    >>> escape_markdown("*Up* 3.5% to $2 [sic] <b>")
    '&#42;Up&#42; 3.5% to &#36;2 &#91;sic&#93; &lt;b&gt;'
    """
    return _IN_TEXT.sub(_refer, _fold(text))


def escape_html(text: str) -> str:
    """Return `text` for the content of a raw HTML block, which Markdown leaves alone.

    Cheaper to build and to read than `escape_markdown`; braces are for template engines.

    >>> escape_html("{{ 1 < 2 }}")
    '&#123;&#123; 1 &lt; 2 &#125;&#125;'
    """
    return html.escape(_fold(text)).replace("{", "&#123;").replace("}", "&#125;")


def escape_attribute(text: str) -> str:
    """Return `text` for a quoted attribute value, in a raw block or in a tag within Markdown.

    A slug stays as it is, for mkdocs compares ids and links as they are written.

    >>> escape_attribute("on-the-1st-day"), escape_attribute("x onload='y'")
    ('on-the-1st-day', 'x onload&#61;&apos;y&apos;')
    """
    return _IN_TAG.sub(_refer, _fold(text))


def escape_front_matter(text: str) -> str:
    """Return `text` as a quoted YAML scalar; as HTML inside, for themes print titles as they are.

    >>> print(escape_front_matter('"A": <b>'))
    "&quot;A&quot;: &lt;b&gt;"
    """
    plain = html.escape(_NOT_XML.sub("\ufffd", _fold(text)))
    return json.dumps(re.sub(r"[^\S ]", _refer, plain), ensure_ascii=False)


def escape_data(value: object) -> str:
    """Return `value` as JSON on one line, which is YAML too; its strings are folded, not HTML.

    >>> print(escape_data({"a": ["</b>", None]}))
    {"a": ["</b>", null]}
    """
    plain = json.dumps(_fold_strings(value), ensure_ascii=False)
    return _NOT_XML.sub("\ufffd", plain).replace("\u2028", " ").replace("\u2029", " ")


def escape_svg(text: str) -> str:
    """Return `text` for the text of an SVG, alone or inside a page; it is also right in XML."""
    return escape_markdown(_NOT_XML.sub("\ufffd", text))


def escape_csv(text: str) -> str:
    """Return `text` as a quoted CSV field; one that a spreadsheet would compute gets a leading '.

    >>> print(escape_csv('=1+"1"'))
    "'=1+""1\"""
    """
    folded = _fold(text)
    guard = "'" if _FORMULA.match(folded) else ""
    return '"' + guard + folded.replace('"', '""') + '"'


def escape_url(url: str) -> str | None:
    """Return `url` percent-encoded, or None where it is no plain web or mail address.

    Print it through `escape_attribute`: an ampersand stays one.

    >>> escape_url("https://example.org/a b?c=(d)"), escape_url("javascript:alert(1)")
    ('https://example.org/a%20b?c=%28d%29', None)
    """
    folded = _fold(url)
    if len(folded) > URL_LENGTH:
        return None
    try:
        return _rebuild_url(folded)
    except ValueError:  # no such host, port or address
        return None


def build_slug(text: str) -> str:
    """Return `text` as a name for files, anchors and addresses: `[a-z0-9-]`, never empty.

    Where letters had to go, or the name is long or reserved, a digest of the text keeps it apart.

    >>> build_slug("Crème brûlée, again!"), build_slug("Новости"), build_slug("index")
    ('creme-brulee-again', 'x-715453f2', 'index-1bc04b52')
    """
    folded = _fold(text)
    plain = unicodedata.normalize("NFKD", folded.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    lost = any(char.isalnum() and not char.isascii() for char in plain)
    if slug and not lost and len(slug) <= SLUG_LENGTH and not _RESERVED.match(slug):
        return slug
    digest = hashlib.sha256(folded.encode()).hexdigest()[:8]
    return f"{slug[: SLUG_LENGTH - 9].strip('-') or 'x'}-{digest}"


def cite(text: str, citation: Citation, *, anchor: str = "", language: str = "") -> str:
    """Return the element that shows `text` as the verbatim run `citation`, which verify reads.

    It may stand in Markdown and in raw HTML alike.
    """
    attributes = f'data-cite="{build_place(citation)}"'
    attributes += f' id="{escape_attribute(anchor)}"' if anchor else ""
    attributes += f' lang="{escape_attribute(language)}"' if language else ""
    return f"<span {attributes}>{escape_markdown(text)}</span>"


def build_place(citation: Citation) -> str:
    """Return `PATH#START-END`, as `data-cite` and the published data name a verbatim run.

    Letters of any script, digits, spaces and `-._/,` of the path stay, so that most paths print as
    they are; what could not stand in an attribute is percent-encoded.

    >>> from generator.models import Span
    >>> build_place(Citation('wire/Отчёт "#1".txt', "", Span(3, 9)))
    'wire/Отчёт %22%231%22.txt#3-9'
    """
    path = "".join(map(_quote_unsafe, citation.path))
    return f"{path}#{citation.span.start}-{citation.span.end}"


def _quote_unsafe(char: str) -> str:
    if char in _PLAIN_PUNCTUATION or (char.isprintable() and not _is_punctuation(char)):
        return char
    return quote(char, safe="", errors="surrogateescape")


def _is_punctuation(char: str) -> bool:
    return char.isascii() and not char.isalnum()


def _fold_strings(value: object) -> object:
    if isinstance(value, str):
        return _fold(value)
    if isinstance(value, Mapping):
        return {str(key): _fold_strings(inner) for key, inner in value.items()}
    return [*map(_fold_strings, value)] if isinstance(value, list | tuple) else value


def _fold(text: str) -> str:
    return _SURROGATE.sub("\ufffd", shown(text))


def _refer(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"&#{ord(match[0])};"


def _rebuild_url(url: str) -> str | None:
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or "@" in parts.netloc:
        return None
    rest = _quote_part(parts.path)
    rest += f"?{_quote_part(parts.query)}" if parts.query else ""
    if parts.scheme == "mailto":
        return f"mailto:{rest}" if "@" in parts.path and not parts.netloc else None
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    if not _HOST.match(host):
        return None
    port = f":{parts.port}" if parts.port else ""
    fragment = f"#{_quote_part(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{port}{rest}{fragment}"


def _quote_part(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe="/?%:@!$&+,;=-._~")
