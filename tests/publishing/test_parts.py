"""Long pages in parts, wordings in pieces, pages closed to foreign scripts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing import ledgers, register
from generator.publishing.layout import build_files, find_navigated
from generator.publishing.pages import build_text_fragment, split_parts
from generator.publishing.policy import read_scripts, write_policy
from generator.publishing.wordings import split_differences
from tests.publishing.made import build_dossier, build_settings
from tests.publishing.test_layout import find_dead_links


@given(st.lists(st.integers(0, 9)), st.integers(1, 12))
def test_parts_together_are_the_whole_and_none_is_too_heavy(items: list[int], room: int) -> None:
    parts = split_parts(items, lambda item: item, room)
    assert [item for part in parts for item in part] == items
    assert all(sum(part) <= room or len(part) == 1 for part in parts if sum(part[1:]))


@given(st.text("ab ,.", max_size=30), st.text("ab ,.", max_size=30))
def test_the_pieces_of_a_wording_are_all_of_it(own: str, other: str) -> None:
    pieces = list(split_differences(own, other))
    if pieces:
        assert "".join(own[start:end] for start, end, _ in pieces) == own


def test_a_wording_differs_nowhere_from_itself() -> None:
    text = "The pier will be longer."
    assert [differs for _, _, differs in split_differences(text, text)] == [False]


def test_links_find_evidence_on_whichever_part_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "EVIDENCE_ON_A_PAGE", 1)
    monkeypatch.setattr(ledgers, "ROWS_ON_A_PAGE", 1)
    files = build_files(build_dossier(), build_settings())
    assert {"topics/the-pier/2.md", "sources/2.md", "audit/2.md"} <= set(files)
    assert find_dead_links(files) == []


def test_parts_and_articles_stay_out_of_the_navigation() -> None:
    pages = find_navigated(build_dossier(), build_settings(output="news"))
    assert "news/topics/the-pier.md" in pages
    assert not any("articles/" in page or re.search(r"/\d+\.md", page) for page in pages)


def test_only_scripts_of_the_theme_are_let_run() -> None:
    scripts = read_scripts(['<script>open("{{ base }}")</script>'])
    page = '<meta charset="utf-8"><script>open("..")</script><script>open("");steal()</script>'
    assert write_policy(page, scripts).count("sha256-") == 1
    assert write_policy(page, ()).count("sha256-") == 0


def test_a_filled_in_expression_cannot_smuggle_code() -> None:
    scripts = read_scripts(['<script>open("{{ base }}")</script>'])
    page = '<meta charset="utf-8"><script>open("");steal("")</script>'
    assert "sha256-" not in write_policy(page, scripts)


def test_a_text_fragment_joins_one_that_is_there() -> None:
    assert build_text_fragment("https://example.org/#top", "a") == ":~:text=a"
