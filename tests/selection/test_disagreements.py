import pytest

from generator.selection.disagreements import find_disagreements
from tests.annotation.articles import build_article
from tests.quality.disagreements import build_corpus


def find_rows(*articles):
    """Return kind and the sides' sentences of each row found."""
    made = [
        build_article(lines, day, f"{number}.txt") for number, (day, *lines) in enumerate(articles)
    ]
    rows = find_disagreements(build_corpus(made))
    return [(row.kind, [[s.text for s in side.statements] for side in row.sides]) for row in rows]


DISAGREE = {
    "numbers": (
        "quantity",
        "Police said 40,000 people marched through the old town of Lund.",
        "About 90,000 people marched through the old town of Lund, the union said.",
    ),
    "toll": (
        "quantity",
        "At least nine people died when a bridge fell on Monday in Orbe.",
        "Fourteen people were killed on Monday as the bridge fell in Orbe, a nurse said.",
    ),
    "denial": (
        "denial",
        "Prosecutors accused the banker Rolf Amsel of forging cheques.",
        "Amsel denied forging cheques.",
    ),
    "negation": (
        "opposite",
        "The dam was inspected last year, the ministry said.",
        "The dam was not inspected last year, two engineers said.",
    ),
    "contrary": (
        "opposite",
        "Parliament approved the harbour budget.",
        "Parliament rejected the harbour budget.",
    ),
    "days": (
        "date",
        "The engineer was freed in Malder on Saturday, his wife said.",
        "The engineer was freed in Malder on Sunday, the ministry said.",
    ),
}


@pytest.mark.parametrize("name", DISAGREE)
def test_both_sides_stand_verbatim(name):
    kind, one, other = DISAGREE[name]
    assert find_rows(("2021-06-14", one), ("2021-06-15", other)) == [(kind, [[one], [other]])]


AGREE = {
    "rounded number": ("Boats landed 3,680 tonnes of cod.", "Boats landed 3,700 tonnes of cod."),
    "update": ("A storm killed 12 people in Tavia.", "A storm has now killed 17 people in Tavia."),
    "other place": ("The flood killed 12 people in Tavia.", "The flood killed 17 people in Ulmia."),
    "other year": ("In 2019 the show drew 80 people.", "In 2020 the show drew 90 people."),
    "withheld": ("The judge granted Amsel bail.", "The judge denied Amsel bail."),
    "refused": ("She entered the hall.", "She was denied entry to the hall."),
    "double negation": ("The gate of the mill was open.", "The gate of the mill was not closed."),
    "talk on other days": (
        "The minister said on Monday that the tower is safe.",
        "The minister said on Tuesday that the tower is safe.",
    ),
    "names of places": ("Troops left South Karia on Monday.", "Troops left North Karia on Monday."),
}  # fmt: skip


@pytest.mark.parametrize("name", AGREE)
def test_what_may_both_be_right_is_no_disagreement(name):
    one, other = AGREE[name]
    assert find_rows(("2021-06-14", one), ("2021-06-15", other)) == []


def test_denial_without_words_answers_the_accusation_before_it():
    accusation = "Prosecutors allege that she passed papers to a foreign service."
    lines = (accusation, "She was arrested at the airport.", "Her lawyer rejected the allegation.")
    assert find_rows(("2021-06-14", *lines)) == [("denial", [[accusation], [lines[2]]])]


def test_speakers_of_one_article_may_differ_but_not_one_speaker():
    one = "The ferry carried 231 passengers, the coast guard said."
    other = "The ferry carried 212 passengers, the company said."
    assert find_rows(("2021-06-14", one, other)) == [("quantity", [[one], [other]])]
    assert not find_rows(("2021-06-14", one, other.replace("company", "coast guard")))


def test_number_alone_is_of_what_the_sentence_before_counts():
    one = "The ferry carried 231 passengers, the coast guard said."
    other = "The company put the number at 212."
    assert find_rows(("2021-06-14", one, other)) == [("quantity", [[one], [other]])]


def test_board_is_empty_without_articles():
    assert find_rows() == []
