"""Bytes become text by steps that another program can repeat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.models import Seed
from generator.reading.encodings import replay
from generator.reading.html import read_html_text, split_html_lines
from generator.reading.readers import decode_seed, decode_text, find_skip_reason

RUSSIAN = "Мэр города сообщил в понедельник, что мост через реку откроют в мае после ремонта. "
FRENCH = (
    "Le maire a déclaré que l’été serait très sec, et que la forêt brûlait déjà près du château. "
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Rain – fell".encode(), "utf-8"),
        (b"\xef\xbb\xbfRain", "utf-8"),
        ("Rain fell".encode("utf-16"), "utf-16-le"),
        ("Rain fell on Monday".encode("utf-16-be"), "utf-16-be"),
        ((FRENCH * 5).encode("cp1252"), "cp1252"),
        (
            (
                "Rada miasta ogłosiła, że most będzie zamknięty w maju, ale nie wcześniej niż " * 3
            ).encode("cp1250"),
            "cp1250",
        ),
        ((RUSSIAN * 5).encode("cp1251"), "cp1251"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    decoded = decode_text(data)
    assert decoded.encoding == encoding
    assert decoded.text == data.decode(encoding).removeprefix("\ufeff")


def test_text_decoded_twice_is_mended_by_recorded_steps() -> None:
    damaged = "The city’s café reopened – at last".encode().decode("cp1252", "replace")
    assert "\ufffd" not in damaged
    decoded = decode_text(damaged.encode())
    assert decoded.text == "The city’s café reopened – at last"
    assert replay(damaged, decoded.repairs) == decoded.text
    assert any("undone" in problem for problem in decoded.problems)


def test_sound_text_is_left_alone() -> None:
    for text in ("CAFÉ»", "naïve café", "Ãncient Â", RUSSIAN):
        assert decode_text(text.encode()).repairs == ()


def test_a_few_broken_bytes_are_reported_and_shown() -> None:
    decoded = decode_text("Le château — l’été — ".encode() + b"\xff" + " brûle".encode())
    assert decoded.encoding == "utf-8"
    assert "\ufffd" in decoded.text
    assert any("could not be decoded" in problem for problem in decoded.problems)


def test_another_kind_of_file_is_no_text() -> None:
    assert not decode_text(bytes(range(256)) * 40).is_text
    assert decode_text(b"A line.\x00 Another line, and a third, all of words." * 3).is_text


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_every_decoding_can_be_repeated(data: bytes) -> None:
    decoded = decode_text(data)
    text = data.decode(decoded.encoding, "replace").removeprefix("\ufeff")
    assert replay(text, decoded.repairs) == decoded.text


def test_scripts_are_no_text_of_a_page() -> None:
    markup = (
        "<p>Rain<noscript>on</noscript><template>x</template> &lt;fell&gt;</p><style>b{}</style>"
    )
    assert read_html_text(markup).split() == ["Rain", "<fell>"]


@given(st.text(alphabet=st.sampled_from('<>/!-&;ab"= \np'), max_size=80))
@settings(deadline=None)
def test_lines_of_a_page_cover_its_text(markup: str) -> None:
    text = read_html_text(markup)
    lines = split_html_lines(markup)
    assert "".join(line.span.of(text) for line in lines).split() == text.split() or all(
        part.strip() in "".join(line.span.of(text) for line in lines) for part in text.split()
    )


def test_a_page_names_its_encoding() -> None:
    data = '<meta charset="windows-1251"><p>Мост'.encode("cp1251")
    decoded, _ = decode_seed(Seed("a.html", data, ""))
    assert decoded.text.strip() == "Мост"


@pytest.mark.parametrize("path", ["a.jpg", ".hidden/a.txt", "sources.yml", "report.pdf"])
def test_other_files_are_skipped_with_a_reason(path: str) -> None:
    assert find_skip_reason(path)


def test_articles_are_not_skipped() -> None:
    assert all(find_skip_reason(path) is None for path in ("a.txt", "b/c.MD", "d.html", "e.htm"))
