"""Case files: what a reader of pages would say, line by line."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from generator.models import Span
from generator.reading.blocks import read_blocks
from generator.reading.fluency import grade_sentences
from generator.reading.segmentation import split_sentences
from generator.reading.sentences import find_names

CASES = Path(__file__).parent / "cases"
BLOCKS = sorted((CASES / "blocks").glob("*/*.txt"))


def load_rows(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    notes: dict[str, str] = {}
    rows: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            notes[key.strip()] = value.strip()
        else:
            label, _, text = line.partition("|")
            rows.append((label.strip(), text.strip()))
    return notes, rows


def join_rows(rows: list[tuple[str, str]]) -> str:
    """Return the text: a line each, but a label that begins with + goes on in the same line."""
    text = ""
    for label, words in rows:
        text += f" {words}" if label.startswith("+") else f"\n{words}"
    return text.strip("\n") + "\n"


def mark_case(path: Path) -> object:
    failing = path.parent.name == "known_failures"
    marks = (
        [pytest.mark.xfail(strict=True, reason="a known failure, told in its file")]
        if failing
        else []
    )
    return pytest.param(path, marks=marks, id=f"{path.parent.name}/{path.stem}")


@pytest.mark.parametrize("path", [mark_case(path) for path in BLOCKS])
def test_every_line_is_told_for_what_it_is(path: Path) -> None:
    notes, rows = load_rows(path)
    text = join_rows(rows)
    blocks = read_blocks(text, None, notes.get("language", "en"))
    found = [(block.kind.value, " ".join(block.span.of(text).split())) for block in blocks]
    assert found == [(label.lstrip("+"), " ".join(words.split())) for label, words in rows if words]


def read_paragraphs() -> Iterator[list[str]]:
    for line in (CASES / "sentences" / "english.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield [part.strip() for part in line.split("¦")]


@pytest.mark.parametrize("expected", list(read_paragraphs()), ids=lambda parts: parts[0][:30])
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    text = " ".join(expected)
    spans = split_sentences(text, Span(0, len(text)), "en", partial(find_names, text))
    assert [span.of(text) for span in spans] == expected


@pytest.mark.parametrize(("flaw", "sentence"), load_rows(CASES / "sentences" / "flaws.txt")[1])
def test_the_gate_names_the_worst_flaw(flaw: str, sentence: str) -> None:
    (grade,) = grade_sentences([sentence], "en")
    worst = max(grade.flaws, key=lambda one: one.severity, default=None)
    assert (worst.name if worst else "sound") == flaw


@pytest.mark.parametrize(("label", "sentence"), load_rows(CASES / "sentences" / "leaning.txt")[1])
def test_a_sentence_that_leans_on_another_is_told_from_one_that_stands(
    label: str, sentence: str
) -> None:
    (grade,) = grade_sentences([sentence], "en")
    leans = any(flaw.name == "leans-on-previous" for flaw in grade.flaws)
    assert leans is (label == "leans")


@pytest.mark.parametrize(
    ("language", "sentence", "leans"),
    [
        ("es", "Además, el operador pidió más centrales.", True),
        ("es", "Dos de ellos murieron en el hospital.", True),
        ("es", "Tres días después, la luz volvió a la capital.", True),
        ("es", "Esta semana el Gobierno aprobó un decreto.", False),
        ("es", "El operador pidió más centrales de respaldo.", False),
        ("de", "Danach schloss das Werk in Bremen.", True),
        ("de", "Diese Pläne lehnt der Betriebsrat ab.", True),
        ("de", "Diese Woche tagt der Betriebsrat in Bremen.", False),
        ("de", "Das Werk in Bremen schließt im Mai.", False),
        ("fr", "Elle a démissionné lundi.", True),
        ("fr", "Le lendemain, la grève a pris fin.", True),
        ("fr", "Il faut rouvrir le tunnel, a dit la maire de Lund.", False),
        ("fr", "Cette semaine, le tunnel reste fermé.", False),
    ],
)
def test_what_leans_is_told_in_other_languages_too(
    language: str, sentence: str, leans: bool
) -> None:
    (grade,) = grade_sentences([sentence], language)
    assert any(flaw.name == "leans-on-previous" for flaw in grade.flaws) is leans
