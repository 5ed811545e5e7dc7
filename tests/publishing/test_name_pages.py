"""Names: an index with counts, a section a name that leads to what it counts, and company."""

from __future__ import annotations

import re
from html import unescape
from posixpath import dirname, join, normpath

import pytest

from generator.dossier import NameEntry
from generator.publishing import name_pages
from generator.publishing.layout import build_files
from generator.publishing.name_pages import NamePage, build_name_pages
from generator.publishing.name_sections import Name
from generator.publishing.quote_pages import place_speakers
from generator.publishing.register import Register, build_register
from tests.publishing.test_republishing import HELD_BACK, MODES, lay_out, read_dossier

LINK = re.compile(r"\]\(([^)\s]+)")


def read_register() -> Register:
    return build_register(*read_dossier())


def build_pages() -> list[NamePage]:
    register = read_register()
    return [*build_name_pages(register, place_speakers(register))]


def find_entry(name: str) -> NameEntry:
    return next(entry for entry in read_dossier()[0].names if entry.name == name)


def find_section(pages: list[NamePage], name: str) -> Name:
    sections = (one for page in pages for section in page.sections for one in section.names)
    return next(one for one in sections if one.anchor == f"name-person-{name}")


def find_dead_links(files: dict[str, str], page: str) -> list[str]:
    dead = []
    for target in LINK.findall(files[page]):
        file, _, anchor = target.partition("#")
        path = normpath(join(dirname(page), file)) if file else page
        if path not in files or (anchor and f'id="{anchor}"' not in files[path]):
            dead.append(target)
    return dead


@pytest.mark.parametrize("republish", MODES)
def test_every_link_lands_however_little_is_published(republish: str) -> None:
    files = lay_out(republish)
    assert files["names.md"].count("](") > 100
    assert find_dead_links(files, "names.md") == []


@pytest.mark.parametrize("republish", HELD_BACK)
def test_what_is_quoted_of_a_name_is_quoted_on_the_page_of_quotations_too(republish: str) -> None:
    files = lay_out(republish)
    cited = re.compile(r'dossier-quote"[^>]*><span data-cite="([^"]+)"')
    quotes = {*cited.findall(files["quotes.md"])}
    printed = {*cited.findall(files["names.md"])}
    assert printed
    assert printed <= quotes


def test_the_index_counts_articles_and_the_sentences_of_each_topic() -> None:
    (page,) = build_pages()
    slugs = [path.removeprefix("topics/").removesuffix(".md") for path, _ in page.topics]
    rows = {row.name: row for kind in page.kinds for row in (*kind.rows, *kind.folded)}
    entry = find_entry("Hanne Okafor")
    row = rows["Hanne Okafor"]
    assert row.articles == len(entry.paths) > 1
    assert row.topics == tuple(dict(entry.topics).get(slug, 0) for slug in slugs)
    assert any(row.topics)


def test_a_section_leads_to_sentences_quotations_days_and_company() -> None:
    section = find_section(build_pages(), "hane-okafor")
    assert section.articles == len(section.namings) + section.more
    assert section.speaker
    assert section.speaker[1] >= len(section.quotes) > 0
    assert section.days
    assert section.beside


def test_the_days_of_a_name_are_those_whose_statements_name_it() -> None:
    dossier, _ = read_dossier()
    for page in build_pages():
        for section in page.sections:
            for name in section.names:
                entry = next(e for e in dossier.names if name.anchor.endswith(e.id))
                told = {
                    f"d-{moment.date}{'-announced' if moment.announced else ''}"
                    for moment in dossier.timeline
                    for statement in moment.statements
                    for own in statement.citations[:1]
                    for one in entry.citations
                    if moment.date and one.path == own.path and own.span.covers(one.span)
                }
                assert {day.target.anchor for day in name.days} <= told
                assert len(name.days) == min(len(told), 12)


def test_company_is_mutual_and_counted_as_in_the_sections() -> None:
    (page,) = build_pages()
    assert page.company
    assert len(page.company.cells) == len(page.company.pairs) > 3
    assert [pair.count for pair in page.company.pairs] == sorted(
        (cell.count for cell in page.company.cells), reverse=True
    )
    for pair in page.company.pairs:
        (left, _), (right, _) = pair.names
        beside = [
            dict(entry.beside)
            for anchor in (left, right)
            for entry in read_dossier()[0].names
            if anchor.endswith(entry.id)
        ]
        assert left.removeprefix("name-") in beside[1]
        assert beside[0][right.removeprefix("name-")] == pair.count
        assert pair.place


def test_many_names_leave_the_index_alone_and_are_parted_by_kind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(name_pages, "LINKS_ON_A_PAGE", 60)
    monkeypatch.setattr(name_pages, "OPEN_ROWS", 3)
    files = build_files(*read_dossier())
    pages = [name for name in files if name.startswith("names")]
    assert len(pages) > 4
    assert "<h3" not in files["names.md"]
    assert "<details" in files["names.md"]
    assert all("People" in files[name] for name in pages)
    assert [link for page in pages for link in find_dead_links(files, page)] == []


def test_a_topic_leads_to_the_names_that_its_sentences_hold() -> None:
    register = read_register()
    files = build_files(register.dossier, register.settings)
    sections = {n.anchor for page in build_pages() for part in page.sections for n in part.names}
    checked = 0
    for report in register.dossier.topics:
        counts = {entry.name: dict(entry.topics).get(report.topic.slug) for entry in
                  register.dossier.names}  # fmt: skip
        lines = files[f"topics/{report.topic.slug}.md"].splitlines()
        line = next((line for line in lines if "Named here" in line), "")
        named = re.findall(r"\[([^\]]+)\]\(\.\./names\.md#([^)]+)\) (\d+)", line)
        assert bool(named) == any(counts.values())
        assert {anchor for _, anchor, _ in named} <= sections
        assert {unescape(name): int(count) for name, _, count in named}.items() <= counts.items()
        checked += len(named)
    assert checked
