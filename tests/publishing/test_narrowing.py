"""What a list may be narrowed to: choices whose counts add up and whose links lead somewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Origin
from generator.models import DateFinding
from generator.publishing import narrowing, register
from generator.publishing.facets import Mark, mark_dates, mark_origins, mark_outlets
from generator.publishing.layout import build_files
from generator.publishing.narrowing import MOST, Choice, Item, build_narrowing, offer_marks
from generator.publishing.register import build_register
from generator.publishing.wording import load_words
from tests.publishing.made import build_dossier, build_settings
from tests.publishing.test_layout import find_dead_links

WORDS = load_words("en")
PAGES = {f"list/{number}.md": f"part {number}" for number in range(20)}


def mark(number: int, facet: str = "outlet") -> Mark:
    return Mark(facet, f"of-{facet}-{number}", f"{facet} {number}", f"{number:03}")


def find_choices(items: list[Item], page: str) -> list[Choice]:
    found = build_narrowing(offer_marks(WORDS, items), page, PAGES, "list")
    return list(found.choices) if found else []


@given(st.lists(st.tuples(st.sampled_from(sorted(PAGES)), st.integers(1, 9), st.integers(0, 70))))
def test_counts_add_up_on_every_page(rows: list[tuple[str, int, int]]) -> None:
    items = [Item(page, count, (mark(number),)) for page, count, number in rows]
    total = sum(item.count for item in items)
    for page in {item.page for item in items}:
        choices = find_choices(items, page)
        assert sum(choice.count for choice in choices) in {0, total}
        assert len(choices) <= MOST + 1
        for choice in choices:
            named = sum(count for *_, count in choice.elsewhere)
            assert choice.here + named + choice.further == choice.count


def test_rare_outlets_are_one_choice_together() -> None:
    items = [Item("list/0.md", 2 if number < MOST else 1, (mark(number),)) for number in range(50)]
    *kept, others = find_choices(items, "list/0.md")
    assert len(kept) == MOST
    assert others.mark.name == "10 others"
    assert others.count == 10


def test_a_choice_that_is_on_another_page_links_there() -> None:
    items = [Item("list/0.md", 5, (mark(1),)), Item("list/3.md", 5, (mark(2),))]
    here, there = find_choices(items, "list/0.md")
    assert (here.page, there.page) == ("", "list/3.md")
    assert there.elsewhere == (("list/3.md", "part 3", 5),)


def test_only_what_parts_a_list_is_offered() -> None:
    items = [Item("list/0.md", 5, (mark(n), mark(0, "told"))) for n in range(2)]
    assert {choice.mark.facet for choice in find_choices(items, "list/0.md")} == {"outlet"}
    assert find_choices(items[:1], "list/0.md") == []


def test_a_short_list_is_not_narrowed() -> None:
    assert find_choices([Item("list/0.md", 1, (mark(n),)) for n in range(5)], "list/0.md") == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2023-03-05", "2023-03", "2023-03-20/2023-03-24", None],
         ["on-2023-03-05", "on-2023-03", "on-2023-03-20-to-2023-03-24", "on-no-date"]),
        (["1960-01-01/1969-12-31", "1971"], ["on-1960-to-1969", "on-1971"]),
        ([f"2023-{month:02}-{day}" for month in (1, 2) for day in range(10, 20)],
         ["on-2023-01", "on-2023-02"]),
        (["2023-01-30/2023-02-02", *(f"2023-02-{day}" for day in range(10, 28))],
         ["on-2023-01-to-2023-02", "on-2023-02"]),
        ([f"{year}-{month:02}" for year in range(2000, 2005) for month in range(1, 13)],
         [f"on-{year}" for year in range(2000, 2005)]),
    ],
)  # fmt: skip
def test_days_are_offered_while_they_are_few(dates: list[str | None], expected: list[str]) -> None:
    marks = mark_dates(WORDS, "told", [DateFinding(date) for date in dates])
    assert list(dict.fromkeys(one.slug for one in marks)) == expected


def test_names_that_make_one_slug_are_one_outlet() -> None:
    label = next(iter(build_register(build_dossier(), build_settings()).labels.values()))
    labels = [replace(label, publisher=name) for name in ("The Post", "the post", "The Gazette")]
    assert [one.slug for one in mark_outlets(labels)] == ["of-the-post", "of-the-gazette"]
    items = [Item("list/0.md", 5, mark_outlets([label])) for label in labels]
    assert [choice.count for choice in find_choices(items, "list/0.md")] == [5, 10]


def test_an_origin_is_offered_where_outlets_share_it() -> None:
    dossier = build_dossier()
    paths = tuple(report.article.path for report in dossier.articles)
    alone = mark_origins(build_register(dossier, build_settings()))
    assert {one.slug for one in alone.values()} == {"by-itself"}
    shared = replace(dossier, facts=replace(dossier.facts, origins=(Origin("o1", paths, "copy"),)))
    marks = mark_origins(build_register(shared, build_settings()))
    assert {one.slug for one in marks.values()} == {"by-harbour"}
    assert marks[paths[0]].name == "The Harbour Post, 4 May 2021, and 1 more"


def lay_out(monkeypatch: pytest.MonkeyPatch, room: int = 250, **settings: object) -> dict[str, str]:
    monkeypatch.setattr(narrowing, "FEWEST", 2)
    monkeypatch.setattr(register, "EVIDENCE_ON_A_PAGE", room)
    return build_files(build_dossier(), build_settings(**settings))


def test_each_rule_of_a_page_hides_what_lacks_a_class_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = lay_out(monkeypatch)["topics/the-pier.md"]
    rules = re.findall(r"#([\w-]+):target\)~:is\(h3:not\(\.([\w-]+)\)", page)
    assert len(rules) == 4
    for anchor, name in rules:
        assert f'id="{anchor}"' in page
        assert re.search(rf'<h3 class="dossier-group [^"]*\b{name}\b', page)


@pytest.mark.parametrize("republish", ["full", "excerpts", "citations"])
@pytest.mark.parametrize("room", [1, 250])
def test_every_choice_leads_to_a_line_that_exists(
    monkeypatch: pytest.MonkeyPatch, room: int, republish: str
) -> None:
    files = lay_out(monkeypatch, room, republish=republish, output="news", language="de")
    assert "Eingrenzen nach Medium, Erscheinungstag" in files["topics/the-pier.md"]
    assert find_dead_links(files) == []


def test_a_part_says_how_much_of_a_choice_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    files = lay_out(monkeypatch, 1)
    assert "(the-pier/2.md#evidence-of-outlet-unknown) 1" in files["topics/the-pier.md"]
    assert "evidence-of-outlet-unknown:target" not in files["topics/the-pier.md"]
    assert "evidence-of-outlet-unknown:target" in files["topics/the-pier/2.md"]
