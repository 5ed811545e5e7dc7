"""The verifier passes what is verbatim and names whatever is not."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import models, verify
from generator.models import Seed
from generator.reading.readers import decode_seed
from tests.verify.small_site import CITED, FERRY, HARBOUR, SEEDS, TEXTS, SmallSite, place

SOURCE = Path(verify.__file__)
MARKUP = (
    "<p>a<br>b<script>c</script>d<style>e</style>&amp;f<!-- g --><template><p>h</template>i",
    "<noscript><p>a</noscript></noscript>b<textarea>&lt;c</textarea><title>d</title>",
    "<svg><script>a</script></svg>b</p><p>c<td>d<unknown>e</unknown><p",
    "the cityâ€™s cafÃ© reopened<p>a",
)


@pytest.fixture
def small(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def problems_of(small: SmallSite) -> list[str]:
    return verify.verify(*small.write())


@pytest.mark.parametrize("directories", [True, False])
def test_a_sound_site_passes_whichever_way_its_pages_are_named(
    small: SmallSite, directories: bool
) -> None:
    small.directories = directories
    assert problems_of(small) == []


def test_it_finds_the_data_of_a_dossier_in_a_subfolder(small: SmallSite) -> None:
    site, seeds = small.write()
    site.rename(small.folder / "news")
    (small.folder / "site").mkdir()
    (small.folder / "news").rename(site / "news")
    assert verify.verify(site, seeds) == []


@pytest.mark.parametrize(
    "printed",
    [
        "It cost $4 million & took two winter.",
        "It cost $5 million & took two winters.",
        "It  cost $4 million & took two winters.",
        "It cost $4 million & took two winters. ",
        "It cost\u00a0$4 million & took two winters.",
        "It cost $4 million & took two winters\u202e.",
        "",
    ],
)
def test_any_change_of_a_printed_character_is_named(small: SmallSite, printed: str) -> None:
    small.pages["index.md"] = [(CITED[0][0], printed)]
    (problem, *_) = problems_of(small)
    assert problem.startswith("index.html: ")
    assert repr(printed) in problem


@pytest.mark.parametrize(
    "where",
    [
        {"end": 10_000},
        {"start": 40, "end": 40},
        {"start": 50, "end": 40},
        {"path": "nowhere.txt"},
        {"path": "page.html"},
    ],
)
def test_a_place_that_does_not_hold_is_named(small: SmallSite, where: dict[str, Any]) -> None:
    small.pages["index.md"] = [(CITED[0][0] | where, CITED[0][1])]
    assert problems_of(small)


def test_the_second_of_two_equal_sentences_is_not_the_first(small: SmallSite) -> None:
    where, text = CITED[0]
    second = TEXTS["harbour.txt"].rindex("It cost")
    moved = where | {"start": second, "end": second + where["end"] - where["start"]}
    small.pages["index.md"] = [(where, text), (moved, text)]
    pages = small.describe()["pages"]
    small.pages["index.md"].reverse()
    small.data = {"pages": pages}
    (problem,) = problems_of(small)
    assert "where the data lists" in problem


def test_a_page_may_quote_neither_more_nor_less_than_the_data_lists(small: SmallSite) -> None:
    pages = small.describe()["pages"]
    for listed in (pages | {"index.md": []}, pages | {"index.md": pages["index.md"] * 2}):
        small.data = {"pages": listed}
        assert any("where the data lists" in problem for problem in problems_of(small))


def test_a_listed_page_must_exist(small: SmallSite) -> None:
    small.data = {"pages": small.describe()["pages"] | {"topics/land.md": []}}
    assert any("topics/land" in problem for problem in problems_of(small))


@pytest.mark.parametrize(
    "extra",
    [
        f"<p>{FERRY.upper()}</p>",
        f"<p>{FERRY[:25]}<b>{FERRY[25:]}</b></p>",
        f"<p>{FERRY.replace(' ', ', ')}</p>",
        f'<abbr title="{FERRY}">line</abbr>',
        f"<footer>{FERRY}</footer>",
        "sold out by noon of the very first",
    ],
)
def test_eight_words_of_an_article_outside_a_citation_are_named(
    small: SmallSite, extra: str
) -> None:
    small.extra = extra
    assert any("outside a citation" in problem for problem in problems_of(small))


def test_seven_words_may_be_printed_anywhere(small: SmallSite) -> None:
    small.extra = "sold out by noon of the very"
    assert problems_of(small) == []


def test_an_editor_may_use_the_words_of_an_article(small: SmallSite) -> None:
    small.description = f"When {FERRY.lower()}."
    small.extra = small.description
    assert problems_of(small) == []
    small.description = ""
    small.data = {"title": f"When {FERRY}"}
    assert problems_of(small) == []
    small.extra = f"{small.extra} The owner told reporters so: {HARBOUR[17:80]}"
    assert any("outside a citation" in problem for problem in problems_of(small))


def test_words_in_an_address_or_an_id_are_no_quotation(small: SmallSite) -> None:
    slug = FERRY.lower().replace(" ", "-")
    small.extra = f'<a id="{slug}" href="../{slug}/#{slug}">news.example/{slug}/?a=1</a>'
    assert problems_of(small) == []


def test_ideographs_count_as_words(small: SmallSite) -> None:
    assert list(verify.split_runs("港口重新开放。港口重")) == [
        "港 口 重 新 开 放 港 口", "口 重 新 开 放 港 口 重",
    ]  # fmt: skip
    assert list(verify.split_runs("अंतर्राष्ट्रीय आपराधिक न्यायालय का वारंट है")) == []


def test_citations_within_citations_are_each_checked(small: SmallSite) -> None:
    sentence = place("harbour.txt", "The old harbour “reopened” on Monday")
    word = place("harbour.txt", "reopened")
    inner = f'<q data-cite="harbour.txt#{word["start"]}-{word["end"]}">%s</q>'
    outer = f'<p data-cite="harbour.txt#{sentence["start"]}-{sentence["end"]}">%s</p>'
    names = [f"harbour.txt#{w['start']}-{w['end']}" for w in (sentence, word)]
    pages = small.describe()["pages"]
    small.data = {"pages": {source: names + listed for source, listed in pages.items()}}
    small.extra = outer % f"The old harbour “{inner % 'reopened'}” on Monday"
    assert problems_of(small) == []
    small.extra = outer % f"The old harbour “{inner % 'reopens'}” on Monday"
    assert len(problems_of(small)) == 4


def test_an_article_that_changed_after_the_build_is_named(small: SmallSite) -> None:
    site, seeds = small.write()
    (seeds / "harbour.txt").write_bytes(SEEDS["harbour.txt"] + b" ")
    assert any("has changed" in problem for problem in verify.verify(site, seeds))
    (seeds / "harbour.txt").unlink()
    assert any("not readable" in problem for problem in verify.verify(site, seeds))


def test_an_article_outside_the_seeds_is_no_article(small: SmallSite) -> None:
    articles = small.describe()["articles"]
    articles[0]["path"] = "../seeds/harbour.txt"
    small.data = {"articles": articles}
    assert any("outside the seeds" in problem for problem in problems_of(small))


@pytest.mark.parametrize(
    "record",
    [
        {"text": "Fishermen or traders came back.", "citations": [CITED[2][0]]},
        {"text": "Fishermen & traders came back.", "citations": []},
        {"text": "Fishermen & traders came back.", "citations": [CITED[1][0]]},
        {"text": "Fishermen & traders came back", **CITED[2][0]},
        CITED[2][0] | {"sha256": "0" * 64},
        CITED[2][0] | {"path": "fish.html"},
        CITED[2][0] | {"end": 9_999},
        CITED[2][0] | {"start": None},
        {"start": 1, "end": 2},
    ],
)
def test_a_false_record_in_any_data_file_is_named(small: SmallSite, record: dict[str, Any]) -> None:
    site, seeds = small.write()
    (site / "data/quotes.json").write_text(json.dumps({"items": [{"deep": record}]}), "utf-8")
    assert any(
        problem.startswith("quotes.json.items[0].deep") for problem in verify.verify(site, seeds)
    )


def test_a_place_without_a_path_lies_in_the_article_around_it(small: SmallSite) -> None:
    site, seeds = small.write()
    word = place("page.html", "traders")
    item = CITED[2][0] | {
        "speaker": {"start": word["start"], "end": word["end"], "text": "traders"}
    }
    (site / "data/quotes.json").write_text(json.dumps([item]), "utf-8")
    assert verify.verify(site, seeds) == []


@pytest.mark.parametrize("data", ["[]", "{", '{"articles": 1}', '{"articles": [], "topics": []}'])
def test_data_of_another_shape_is_a_problem_and_no_crash(small: SmallSite, data: str) -> None:
    site, seeds = small.write()
    (site / "data/dossier.json").write_text(data, "utf-8")
    assert any("shape" in problem for problem in verify.verify(site, seeds))


def test_the_exit_code_tells_sound_from_unsound_from_wrong_use(
    small: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site, seeds = small.write()
    arguments = ["--site", str(site), "--seeds", str(seeds)]
    assert verify.main(arguments) == 0
    assert "3 articles, 3 pages, 3 elements, 122 characters" in capsys.readouterr().out
    small.extra = FERRY
    small.write()
    assert verify.main(arguments) == 1
    for wrong in (["--site", str(seeds)], ["--site", str(site), "--seeds", "nowhere"], ["--x"]):
        with pytest.raises(SystemExit, match="2"):
            verify.main(wrong)


def test_one_copied_file_is_the_whole_program(small: SmallSite) -> None:
    site, seeds = small.write()
    copy = shutil.copy(SOURCE, small.folder / "proof.py")
    command = [sys.executable, "-I", "-S", str(copy), "--site", str(site), "--seeds", str(seeds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=small.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 problems" in done.stdout


def test_it_imports_nothing_but_the_standard_library() -> None:
    imported = set()
    for node in ast.walk(ast.parse(SOURCE.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
            assert node.level == 0
    assert imported <= sys.stdlib_module_names


@given(st.text(st.characters(codec="utf-8")))
def test_it_shows_text_as_the_program_does(text: str) -> None:
    assert verify.shown(text) == models.shown(text)


@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.sampled_from(MARKUP).map(str.encode)),
    st.sampled_from(["a.txt", "a.md", "a.html", "A.HTM"]),
)
def test_it_decodes_an_article_as_the_program_does(data: bytes, path: str) -> None:
    decoded, _ = decode_seed(Seed(path, data, ""))
    text = verify.decode_article(data, path, decoded.encoding, decoded.repairs)
    assert text == decoded.text


def test_repairs_are_replayed() -> None:
    whole = "Le café “Zürich” — 5 €"
    damaged = whole.encode().decode("latin-1").encode()
    steps = ["encode:latin-1", "decode:utf-8"]
    assert verify.decode_article(b"\xef\xbb\xbf" + damaged, "a.txt", "utf-8", steps) == whole
