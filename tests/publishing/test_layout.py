"""The pages of an invented dossier."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from posixpath import dirname, join, normpath

import pytest

from generator.dossier import Disagreement, Side, Summary
from generator.findings import Origin, TopicMatch
from generator.models import shown
from generator.publishing import register
from generator.publishing.exports import find_cited
from generator.publishing.layout import build_files, build_navigation
from tests.publishing.made import build_dossier, build_settings

DOSSIER = build_dossier()
FILES = build_files(DOSSIER, build_settings())
PAGES = {path: text for path, text in FILES.items() if path.endswith(".md")}
DATA = json.loads(FILES["data/dossier.json"])
CITED = re.compile(r'<span data-cite="(.*?)#(\d+)-(\d+)"[^>]*>(.*?)</span>')


def find_dead_links(files: Mapping[str, str]) -> list[str]:
    """Return the links of the pages to a page or an anchor that does not exist."""
    dead = []
    for path, text in files.items():
        for target in re.findall(r"\]\(([^)\s]+)", text if path.endswith(".md") else ""):
            file, _, anchor = target.partition("#")
            page = normpath(join(dirname(path), file)) if file else path
            if page not in files or (anchor and f'id="{anchor}"' not in files[page]):
                dead.append(f"{path}: {target}")
    return dead


def test_every_kind_of_page_is_laid_out() -> None:
    topics = {f"topics/{topic.topic.slug}.md" for topic in DOSSIER.topics}
    articles = {f"articles/{report.slug}.md" for report in DOSSIER.articles}
    ledgers = {"index.md", "sources.md", "audit.md", "method.md"}
    assert topics | articles | ledgers <= set(PAGES)


@pytest.mark.parametrize("path", sorted(PAGES))
def test_every_verbatim_run_shows_exactly_its_slice(path: str) -> None:
    texts = {report.article.path: report.article.text for report in DOSSIER.articles}
    for file, start, end, printed in CITED.findall(PAGES[path]):
        assert unescape(printed) == shown(texts[file][int(start) : int(end)])


@pytest.mark.parametrize("path", sorted(PAGES))
def test_the_data_lists_the_verbatim_runs_of_a_page_in_its_order(path: str) -> None:
    places = [f"{file}#{start}-{end}" for file, start, end, _ in CITED.findall(PAGES[path])]
    assert DATA["pages"][path] == places


@pytest.mark.parametrize("path", sorted(PAGES))
def test_citations_are_numbered_from_one_without_a_gap(path: str) -> None:
    defined = [int(n) for n in re.findall(r"^\[\^(\d+)\]:", PAGES[path], re.MULTILINE)]
    used = {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", PAGES[path])}
    assert defined == list(range(1, len(defined) + 1))
    assert used == set(defined)


@pytest.mark.parametrize("path", sorted(PAGES))
def test_no_id_stands_twice_on_a_page(path: str) -> None:
    ids = re.findall(r' id="([^"]+)"', PAGES[path])
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("republish", ["full", "excerpts", "citations"])
def test_every_link_leads_to_a_page_and_an_anchor_that_exist(republish: str) -> None:
    pages = build_files(DOSSIER, build_settings(republish=republish))
    assert find_dead_links(pages) == []


def test_excerpts_hold_back_what_is_not_near_a_citation() -> None:
    quiet = replace(DOSSIER, topics=DOSSIER.topics[1:])
    pages = build_files(quiet, build_settings(republish="excerpts"))
    page = pages["articles/harbour.md"]
    assert "harbour master" in page
    assert "take two summers" not in page
    assert "ten walks along the coast" not in "".join(pages.values())
    assert "3 of 4 sentences are published here" in page


def test_citations_hold_back_every_other_sentence() -> None:
    quiet = replace(DOSSIER, topics=DOSSIER.topics[1:], overview=Summary((), "lead", 0))
    page = build_files(quiet, build_settings(republish="citations"))["articles/harbour.md"]
    assert "lengthen the old pier" not in page
    assert "harbour master" not in page


def test_a_thin_topic_has_no_summary_and_says_why() -> None:
    page = PAGES["topics/fish.md"]
    assert "Reported by 1 of 2 articles (1 origin)" in unescape(page)
    assert "Thin evidence" in page
    assert "## Summary" not in page
    assert "cut off by the translation" in page


def test_evidence_says_why_it_is_there() -> None:
    told = re.findall(r"<summary>why</summary> (.*?)</details>", PAGES["topics/the-pier.md"])
    assert {unescape(text) for text in told} == {"term; score 100 of 100."}


def test_a_long_term_is_cut_where_a_page_says_why() -> None:
    term = "the board of the harbour voted to make the old pier"
    rule = f"“{term}” 2; “pier” 1"
    topic = DOSSIER.topics[0]
    evidence = replace(topic.evidence[1], match=replace(topic.evidence[1].match, rule=rule))
    told = replace(DOSSIER, topics=(replace(topic, evidence=(evidence,)),))
    page = unescape(build_files(told, build_settings())["topics/the-pier.md"])
    assert "“the board of the harbour …” 2; “pier” 1; score 100 of 100." in page


def test_a_board_without_disagreements_says_so() -> None:
    assert "None found." in PAGES["disagreements.md"]


def test_more_than_two_accounts_stand_one_below_the_other() -> None:
    statements = [report.summary.statements[0] for report in DOSSIER.articles]
    statements.append(replace(statements[0], id="0" * 12))
    claims = ("9 people", "at least 11 people", "14 people")
    sides = tuple(Side(claim, (s,)) for claim, s in zip(claims, statements, strict=True))
    told = replace(DOSSIER, disagreements=(Disagreement("d1", "quantity", "people killed", sides),))
    page = build_files(told, build_settings())["disagreements.md"]
    assert "Different figures: people killed" in page
    assert "| Account | Said |" in page
    assert page.count("dossier-claim") == len(sides)
    assert "dossier-side" not in page


def test_a_disagreement_is_headed_in_a_few_words() -> None:
    one, other = (report.summary.statements[0] for report in DOSSIER.articles)
    sides = (Side("", (one, other)), Side("denied", (other,)))
    matches = tuple(TopicMatch("the-pier", index, 1.0) for index in range(4))
    told = replace(
        DOSSIER,
        articles=tuple(
            replace(report, annotations=replace(report.annotations, topics=matches))
            for report in DOSSIER.articles
        ),
        disagreements=(Disagreement("d1", "denial", 2 * f"{one.text} ", sides),),
    )
    page = build_files(told, build_settings())["disagreements.md"]
    start = " ".join((2 * f"{one.text} ").split()[:7])
    assert f"One side denies it: {start} …</h2>" in unescape(page)
    assert "| Said | Denied |" in page
    assert page.count(other.text) == 1


def test_evidence_names_articles_that_count_as_one() -> None:
    assert "shared origin" not in PAGES["topics/the-pier.md"]
    paths = tuple(report.article.path for report in DOSSIER.articles)
    told = replace(DOSSIER, facts=replace(DOSSIER.facts, origins=(Origin("o1", paths, "copied"),)))
    assert build_files(told, build_settings())["topics/the-pier.md"].count("shared origin") == 2


def test_a_topic_without_evidence_says_so() -> None:
    assert "No article of this dossier says anything on this topic." in PAGES["topics/the-moon.md"]


def test_a_cited_sentence_links_to_the_pages_that_cite_it() -> None:
    page = PAGES["articles/harbour.md"]
    assert "](../topics/the-pier.md#e-harbour-" in page
    assert "](../index.md#s-" in page


def test_what_was_set_aside_is_shown_with_its_rule() -> None:
    page = PAGES["articles/gazette.md"]
    assert "ten walks along the coast" in page
    assert "a rule for meta" in page


def test_marked_up_text_stays_text() -> None:
    assert "<b>said" not in "".join(PAGES.values())
    assert "*they*" not in "".join(PAGES.values())


def test_the_audit_adds_up_to_a_hundred_percent() -> None:
    shares = [int(share) for share in re.findall(r">(\d+) %</span>", PAGES["audit.md"])]
    assert len(shares) == 2 * (len(DOSSIER.articles) + 1)
    assert {sum(pair) for pair in zip(shares[::2], shares[1::2], strict=True)} == {100}


def test_laying_out_twice_gives_the_same_bytes() -> None:
    assert build_files(build_dossier(), build_settings()) == FILES


def test_another_number_of_workers_changes_nothing() -> None:
    assert build_files(DOSSIER, build_settings().model_copy(update={"workers": 3})) == FILES


def test_the_edition_is_named_by_the_newest_day_and_a_digest() -> None:
    assert re.fullmatch(r"2021-05-04-[0-9a-f]{12}", DATA["edition"])


def test_navigation_lists_topics_and_no_article() -> None:
    text = json.dumps(build_navigation(DOSSIER, build_settings(output="news")))
    assert '{"The pier": "news/topics/the-pier.md"}' in text
    assert "articles/" not in text


def test_an_empty_dossier_still_has_its_pages() -> None:
    empty = build_dossier().__class__((), (), DOSSIER.topics[2].summary, (), DOSSIER.facts)
    assert "could be read" in build_files(empty, build_settings())["index.md"]


def test_published_places_name_files_as_the_file_system_does() -> None:
    page = '<span data-cite="a b/it%27s %22%231%22.txt#0-82">x</span>'
    assert find_cited(page) == ['a b/it\'s "#1".txt#0-82']


@pytest.mark.parametrize("room", [1, 250])
def test_every_page_of_statements_has_the_labels_of_their_tools(
    monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(register, "EVIDENCE_ON_A_PAGE", room)
    files = build_files(DOSSIER, build_settings())
    pages = [path for path, text in files.items() if 'class="dossier-statement' in text]
    assert len(pages) > 4
    assert [path for path in pages if "data-copy=" not in files[path]] == []
