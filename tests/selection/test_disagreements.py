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
    "correction": (
        "quantity",
        "Inspectors of Lund found 4.2 tonnes of herring in the hold, the port said.",
        "The port of Lund weighed 3.6 tonnes of herring, revising an earlier figure of 4.2 tonnes.",
    ),
    "figure gainsaid": (
        "quantity",
        "The operator said seven ferries were turned away from Lund.",
        "Nine of the 11 ferries, not seven as the operator has said, were turned away from Lund.",
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


def test_nobody_denies_what_he_tells_himself():
    told = "Amsel said that the allegations of Lena Holt that he forged were not serious."
    denial = "Amsel denied that the harbour was closed to ships."
    assert not find_rows(("2021-06-14", told, denial))


def test_a_denial_of_a_pronoun_is_headed_by_what_it_stands_for():
    told = "Prosecutors claimed that the banker Rolf Amsel had forged cheques."
    lines = [told, "Amsel denied it."]
    article = build_article(lines, "2021-06-14", "0.txt")
    (row,) = find_disagreements(build_corpus([article]))
    assert row.subject == "the banker Rolf Amsel had forged cheques"


def test_denial_of_a_report_tells_both_sides_by_itself():
    told = "The museum denied reports that its alarm had been switched off."
    assert find_rows(("2021-06-14", told)) == [("denial", [[told]])]
    proposal = "The court rejected claims that the alarm had been switched off."
    assert not find_rows(("2021-06-14", proposal))


def test_charge_called_false_is_denied_but_not_by_the_outlet():
    accusation = "Prosecutors allege that Lena Holt passed papers to a foreign service."
    called = "Holt said the accusations are baseless."
    assert find_rows(("2021-06-14", accusation, called)) == [("denial", [[accusation], [called]])]
    assert not find_rows(("2021-06-14", accusation, "These accusations are baseless."))


def test_rights_that_are_denied_are_not_gainsaid():
    withheld = "The harbour denied many of the crews the right to a hearing."
    given = "The harbour gave many of the crews the right to a hearing."
    assert not find_rows(("2021-06-14", withheld), ("2021-06-14", given))


def test_accusation_must_accuse():
    denial = "Lena Holt denied the allegation."
    for before in (
        "The alleged theft happened after Lena Holt left for Marten.",
        "Lena Holt has not been accused of anything before.",
        "Lena Holt will be told if she is charged with theft.",
    ):
        assert not find_rows(("2021-06-14", before, denial)), before


def test_what_is_said_of_its_own_source_is_said_of_nobody_else():
    one = "Marten Shipping said it lost 40 containers in the storm off Ulm."
    other = "Halden Lines said it lost 70 containers in the storm off Ulm."
    assert not find_rows(("2021-06-14", one), ("2021-06-14", other))


def test_number_within_a_range_is_no_other_number():
    ranged = "Between 40 and 60 people were killed by the flood in Marten, police said."
    within = "The flood in Marten killed 50 people, the mayor said."
    beyond = "The flood in Marten killed 90 people, the mayor said."
    assert not find_rows(("2021-06-14", ranged), ("2021-06-14", within))
    [row] = find_rows(("2021-06-14", ranged), ("2021-06-14", beyond))
    assert row == ("quantity", [[ranged], [beyond]])


def test_number_of_another_time_is_not_compared():
    now = "The port of Marten handled 90,000 containers in May, up from 40,000 last year."
    then = "The port of Marten handled 90,000 containers in May."
    assert not find_rows(("2021-06-14", now), ("2021-06-14", then))


def test_tolls_of_the_whole_event_meet_without_other_words_in_common():
    lines = "The flood struck Marten on Monday.", "Rescuers came to Marten by boat."
    tolls = "Up to 50 people were killed.", "The death toll of the flood is 90."
    articles = [("2021-06-14", *lines, tolls[place % 2]) for place in range(6)]
    [(kind, sides)] = find_rows(*articles)
    assert (kind, sorted(side[0] for side in sides)) == ("quantity", sorted(tolls))


def test_not_to_confirm_is_not_to_deny():
    told = "The Marten harbour office confirmed the death of the pilot Ulm Tarn."
    silent = "The Marten harbour office did not confirm the death of the pilot Ulm Tarn."
    assert not find_rows(("2021-06-14", told), ("2021-06-14", silent))
