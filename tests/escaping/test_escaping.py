"""What a browser shows is the article's text to the character, and nothing of it is mark-up."""

from __future__ import annotations

import csv
import html
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.models import Citation, Span, shown
from generator.publishing import escaping
from tests.escaping.payloads import PAYLOADS

PLAIN = ["footnotes", "tables", "toc", "admonition", "pymdownx.details", "pymdownx.superfences"]
RICH = [
    *PLAIN, "abbr", "attr_list", "def_list", "md_in_html", "meta", "smarty", "wikilinks", "nl2br",
    "sane_lists", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.html",
    "pymdownx.caret", "pymdownx.critic", "pymdownx.emoji", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.saneheaders",
    "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde",
]  # fmt: skip
SETS = {"plain": PLAIN, "rich": RICH}
SYNTAX = "abwx019 .,:;!?()[]{}<>*_`~^=+-/\\|#@$%&'\"\n\t\u00a0\u2028\u3000é中"
SNIPPETS = st.sampled_from(
    [*PAYLOADS.values(), "c/o", "1st", "www.", "http://", "--8<--", "{:", "&#"]
)
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=SYNTAX, max_size=30),
    st.lists(st.one_of(SNIPPETS, st.text(alphabet=SYNTAX, max_size=5)), max_size=4).map("".join),
)


class Reader(HTMLParser):
    """The elements of a page, and what it shows."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.elements = "", list[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append(" ".join([tag, *(f"{name}={value}" for name, value in attributes)]))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(f"comment {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


@cache
def load_renderer(extensions: str) -> markdown.Markdown:
    return markdown.Markdown(extensions=SETS[extensions])


def read_page(source: str, extensions: str) -> Reader:
    return Reader(load_renderer(extensions).reset().convert(source))


PLACES: dict[str, tuple[str, list[str]]] = {
    "paragraph": ("X{}X", ["p"]),
    "start of a paragraph": ("{}", ["p"]),
    "list item": ("- {}", ["ul", "li"]),
    "raw block": ('<div class="a">{}</div>', ["div class=a"]),
    "raw inline": ('one <span class="a">{}</span>', ["p", "span class=a"]),
    "before mark-up of ours": ("{}**b**", ["p", "strong"]),
}


def assert_inert(text: str, place: str, extensions: str, gate: Callable[[str], str]) -> None:
    """Compare the page with that of a harmless word."""
    frame, elements = PLACES[place]
    page = read_page(frame.format(gate(text)), extensions)
    around = read_page(frame.format("\ue000"), extensions).text.strip("\n")
    if not shown(text) and place in {"start of a paragraph", "list item"}:
        return
    assert page.elements == elements
    assert page.text.strip("\n") == around.replace("\ue000", shown(text))


@pytest.mark.parametrize("extensions", SETS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("label", PAYLOADS)
def test_payloads_are_inert_and_shown_whole(label: str, place: str, extensions: str) -> None:
    assert_inert(PAYLOADS[label], place, extensions, escaping.escape_markdown)


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(list(PLACES)), st.sampled_from(list(SETS)))
def test_any_text_is_inert_and_shown_whole(text: str, place: str, extensions: str) -> None:
    assert_inert(text, place, extensions, escaping.escape_markdown)


@pytest.mark.parametrize("extensions", SETS)
@pytest.mark.parametrize("label", PAYLOADS)
def test_payloads_in_a_raw_block_need_only_escape_html(label: str, extensions: str) -> None:
    assert_inert(PAYLOADS[label], "raw block", extensions, escaping.escape_html)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(list(SETS)))
def test_any_text_in_a_raw_block_needs_only_escape_html(text: str, extensions: str) -> None:
    assert_inert(text, "raw block", extensions, escaping.escape_html)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(list(SETS)))
def test_a_table_cell_keeps_its_text_and_its_row(text: str, extensions: str) -> None:
    source = f"| a | b |\n| --- | --- |\n| {escaping.escape_markdown(text)} | end |"
    page = read_page(source, extensions)
    assert page.elements == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert page.text.split("\n")[-5:-3] == [shown(text), "end"]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(list(SETS)))
def test_a_heading_gains_an_id_and_nothing_else(text: str, extensions: str) -> None:
    page = read_page(f"## Word {escaping.escape_markdown(text)}", extensions)
    assert [element.split(" id=")[0] for element in page.elements] == ["h2"]
    assert "id=word" in page.elements[0]
    assert page.text == f"Word {shown(text)}".rstrip(" ")


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(list(SETS)), st.booleans())
def test_an_attribute_says_the_text_and_nothing_else(
    text: str, extensions: str, block: bool
) -> None:
    tag = "div" if block else "em"
    page = read_page(f'<{tag} title="{escaping.escape_attribute(text)}">x</{tag}>', extensions)
    assert page.elements[-1] == f"{tag} title={shown(text)}"


def replace_non_characters(text: str) -> str:
    """YAML and XML cannot hold these two."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_front_matter_holds_one_string_of_inert_html(text: str) -> None:
    loaded = yaml.safe_load(f"title: {escaping.escape_front_matter(text)}\nkind: article\n")
    assert loaded["kind"] == "article"
    page = Reader(loaded["title"])
    assert page.elements == []
    assert page.text == replace_non_characters(shown(text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_svg_text_is_sound_xml(text: str) -> None:
    element = ET.fromstring(f"<text>{escaping.escape_svg(text)}</text>")
    assert len(element) == 0
    assert (element.text or "") == shown(text).replace("\ufffe", "\ufffd").replace(
        "\uffff", "\ufffd"
    )


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_csv_field_is_the_text_and_no_formula(text: str) -> None:
    row = next(csv.reader([f"{escaping.escape_csv(text)},end"]))
    assert row[1] == "end"
    assert row[0].removeprefix("'") == shown(text).removeprefix("'")
    assert not row[0].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
        "vbscript:x", "//evil.example/", "/local", "", "https://", "https:///path", "http://[::1",
        "https://bank.example@evil.example/", "https://a\\@evil.example", "http://a:99999999/",
        "https://a b/", "mailto:nobody", "file:///etc/passwd", "https://ex<ample/",
        "https://" + "a" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_dropped(url: str) -> None:
    assert escaping.escape_url(url) is None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a-b_c.html?x=1&y=2#z", "https://example.org/a-b_c.html?x=1&y=2#z"),
        (" HTTPS://Example.ORG:8080/%41 b%zz", "https://example.org:8080/%41%20b%25zz"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
    ],
)
def test_a_web_address_is_kept_percent_encoded(url: str, kept: str) -> None:
    assert escaping.escape_url(url) == kept


@given(st.one_of(TEXTS, TEXTS.map(lambda text: f"https://example.org/{text}")))
def test_an_address_can_close_nothing(url: str) -> None:
    kept = escaping.escape_url(url)
    assert kept is None or not set(kept) & set("<>\"'`\\ {}|^()\n")
    assert kept is None or escaping.escape_url(kept) == kept


@given(
    st.one_of(TEXTS, st.sampled_from(["../../x", "index", "CON", "com1", "x" * 300, "-", "你好"]))
)
def test_a_slug_is_a_plain_short_name(text: str) -> None:
    slug = escaping.build_slug(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(slug) <= escaping.SLUG_LENGTH
    assert slug.strip("-") == slug
    assert slug not in {"index", "con", "com1", "404"}


def test_names_in_other_scripts_get_slugs_of_their_own() -> None:
    names = ["Новости дня", "Новости", "新闻", "新聞", "अख़बार", "x" * 300, "x" * 301]
    assert len({escaping.build_slug(name) for name in names}) == len(names)


PATHS = st.one_of(
    st.text(min_size=1, max_size=12),
    st.text(alphabet=SYNTAX, min_size=1, max_size=12),
    st.sampled_from(
        ["wire/_a_ b_c_.txt", "a  b.txt", "(c) 1/2, 1st.txt", "www.a.txt", "--a--.txt"]
    ),
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, PATHS, st.sampled_from(list(SETS)), st.booleans())
def test_a_citation_says_where_and_what(text: str, path: str, extensions: str, raw: bool) -> None:
    path = path.encode("utf-8", "replace").decode()
    citation = Citation(path, "0" * 64, Span(3, 9))
    element = escaping.cite(text, citation, anchor="a-1", language="en")
    page = read_page(f"<div>{element}</div>" if raw else f"One {element}.", extensions)
    place = escaping.build_place(citation)
    assert page.elements[-1] == f"span data-cite={place} id=a-1 lang=en"
    assert unquote(place.rpartition("#")[0]) == path
    assert page.text.strip("\n") == (shown(text) if raw else f"One {shown(text)}.")


@pytest.mark.parametrize("gate", ["escape_markdown", "escape_html", "escape_svg", "escape_csv"])
def test_every_gate_folds_what_it_prints(gate: str) -> None:
    escape = getattr(escaping, gate)
    assert escape(" a\n\u202eb\u00a0 c ") == escape("a b c")


def test_escaping_by_the_html_module_alone_would_be_caught() -> None:
    """The tests above have teeth: a lesser gate fails on much of the corpus."""
    failures = 0
    for text in PAYLOADS.values():
        try:
            assert_inert(
                text, "start of a paragraph", "rich", lambda text: html.escape(shown(text))
            )
        except (AssertionError, SystemExit, OSError):
            failures += 1
    assert failures > len(PAYLOADS) // 3
