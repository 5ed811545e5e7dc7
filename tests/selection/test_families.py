from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.findings import Facts
from generator.pipeline import annotate_article
from generator.selection.families import group_families
from tests.articles import build_article

CASES = Path(__file__).parent / "cases"


def families(*texts: str) -> list[list[str]]:
    articles = [build_article(f"Title {i}\n{text}", f"{i}.txt") for i, text in enumerate(texts)]
    by_path = {article.path: article for article in articles}
    return [
        [by_path[member.path].show(member.span) for member in family.members]
        for family in group_families(articles, {}, Facts(), "en")
    ]


def test_copies_and_retold_sentences_are_one_family() -> None:
    one = "The ferry left the harbour at six with forty people on board."
    other = "With forty people on board, the ferry left harbour at six in the morning."
    assert families(one, other) == [[one, other]]


def test_other_numbers_are_no_family() -> None:
    one = "The ferry left the harbour at six with forty people on board."
    assert families(one, one.replace("forty", "ninety")) == []


def test_a_negation_is_no_family() -> None:
    one = "The council approved the new harbour wall on the eastern shore."
    assert families(one, one.replace("approved", "has not approved")) == []


def test_one_quotation_in_two_sentences_is_a_family_of_its_insides() -> None:
    one = "“We have many common tasks and goals,” the mayor told reporters in the hall."
    other = "Asked about the port, she said “we have a lot of joint tasks, goals” and left early."
    assert families(one, other) == [
        ["We have many common tasks and goals,", "we have a lot of joint tasks, goals"]
    ]


def test_ids_do_not_depend_on_other_files() -> None:
    texts = ["The ferry left the harbour at six with forty people on board."] * 2
    articles = [build_article(f"Title {i}\n{text}", f"{i}.txt") for i, text in enumerate(texts)]
    more = [*articles, build_article("Market\nCouncillors voted to rebuild the market.", "z.txt")]
    (one,) = group_families(articles, {}, Facts(), "en")
    (other,) = group_families(more, {}, Facts(), "en")
    assert one == other


def test_a_word_in_the_place_of_another_is_another_claim() -> None:
    one = "The bridge, built in 1931, has been closed to lorries since cracks were found last year."
    assert families(one, one.replace("bridge", "tunnel").replace("cracks", "leaks")) == []


def test_two_negations_undo_each_other() -> None:
    one = "“Our patience is not without limits,” the mayor warned the rowers of the eastern club."
    assert families(one, "“Our patience has limits,” warned the mayor before the harbour opened.")


def test_a_denial_elsewhere_in_the_longer_sentence_does_not_matter() -> None:
    one = "Neighbours said the two brothers had quarrelled for years over the old boat house."
    other = f"The reason has not been made public, but {one[0].lower()}{one[1:]}"
    assert families(one, other) == [[one, other]]


def test_number_words_and_digits_are_one_number() -> None:
    one = "Twenty-six people were treated for burns at the hospital in the harbour district."
    other = "The hospital in the harbour district treated 26 people for burns."
    assert families(one, other) == [[one, other]]


def test_titles_that_share_names_alone_are_no_family() -> None:
    articles = [
        build_article("Anna Berg meets Peter Lind in Lund\nThey ate fish.", "a.txt"),
        build_article("Fish\nAnna Berg came to Lund to meet Peter Lind over the nets.", "b.txt"),
    ]
    assert group_families(articles, {}, Facts(), "en") == ()


def test_a_longer_sentence_that_says_more_is_not_printed_for_all() -> None:
    core = "The ferry left the harbour at six with forty people on board."
    longer = f"{core[:-1]}, and its owner was fined last spring for rusty lifeboats and old radios."
    articles = [
        build_article(f"One\n{longer}", "a.txt", published="2024-03-01"),
        build_article(f"Two\n{core}", "b.txt", published="2024-03-02"),
    ]
    (family,) = group_families(articles, {}, Facts(), "en")
    assert [member.path for member in family.core] == ["b.txt"]


def test_what_a_few_say_besides_is_not_printed_for_all() -> None:
    short = "At least 75,000 bodies have been buried in mass graves outside the capital so far."
    long = (
        "The toll is likely to reach two hundred thousand, officials fear, and 75,000 bodies have "
        "been buried in mass graves outside the capital."
    )
    texts = [short, short, short, short, short, long, long]
    articles = [build_article(f"Title {i}\n{text}", f"{i}.txt") for i, text in enumerate(texts)]
    (family,) = group_families(articles, {}, Facts(), "en")
    assert len(family.members) == len(texts)
    assert {member.path for member in family.core} == {f"{i}.txt" for i in range(5)}


def test_monday_is_not_the_monday_after() -> None:
    text = "The council voted on Monday to close the eastern harbour wall for repairs."
    other = text.replace("voted on Monday", "on Monday again voted")
    articles = [
        build_article(f"One\n{text}", "a.txt", published="2024-03-05"),
        build_article(f"Two\n{other}", "b.txt", published="2024-03-19"),
    ]
    assert group_families(articles, {}, Facts(), "en") == ()


@given(st.lists(st.text(alphabet="ab. “”\"'1no", max_size=80), min_size=1, max_size=5))
def test_hostile_text_raises_nothing_and_no_span_has_two_families(texts: list[str]) -> None:
    articles = [build_article(f"T{i}\n{text}", f"{i}") for i, text in enumerate(texts)]
    families = group_families(articles, {}, Facts(), "en")
    members = [member for family in families for member in family.members]
    assert len(members) == len(set(members))
    assert all(len(family.members) > 1 for family in families)
    assert families == group_families(articles[::-1], {}, Facts(), "en")


def read_pairs(name: str) -> list[list[str]]:
    return [line.split(" | ") for line in (CASES / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("one", "other"), read_pairs("turned.txt"))
def test_what_turns_a_sentence_round_makes_no_family(one: str, other: str) -> None:
    assert families(one, other) == []


@pytest.mark.parametrize(("one", "other"), read_pairs("same.txt"))
def test_what_is_only_put_otherwise_is_one_family(one: str, other: str) -> None:
    assert families(one, other) == [[one, other]]


def test_words_may_change_places_around_a_conjunction() -> None:
    one = "The ferries between the harbour and the island will be free of charge on Sunday."
    other = "The ferries between the island and the harbour will be free of charge on Sunday."
    assert families(one, other) == [[one, other]]


def test_a_month_named_in_two_articles_of_other_weeks_is_the_same() -> None:
    text = "The harbour will close to cargo ships in August for the regatta."
    other = "The harbour will close to cargo ships in August because of the regatta."
    articles = [
        build_article(f"{day}\n{words}", f"{day}.txt", published=day)
        for words, day in ((text, "2021-03-01"), (other, "2021-03-20"))
    ]
    assert len(group_families(articles, {}, Facts(), "en")) == 1


@pytest.mark.parametrize(("later", "found"), [("2021-03-02", 1), ("2021-03-20", 0)])
def test_headlines_of_other_weeks_are_of_other_news(later: str, found: int) -> None:
    articles = [
        build_article(f"Ferry strikes {which}pier at Lund harbour\n\n{told}", day, published=day)
        for which, day, told in (("", "2021-03-01", "It sank."), ("another ", later, "All swam."))
    ]
    assert len(group_families(articles, {}, Facts(), "en")) == found


def test_who_tells_it_is_no_part_of_a_statement() -> None:
    one = "The mill burned down because of a faulty pump, said Anna Berg, the fire chief of Lund."
    other = "A faulty pump burned down the mill, fire chief Anna Berg told the council of Lund."
    assert families(one, other) == [[one, other]]
    unlike = "Nobody will rebuild the weir this year, said Anna Berg, the fire chief of Lund."
    assert families(one, unlike) == []


def test_other_tellers_are_no_family() -> None:
    one = "The boat had taken on water before it left, a passenger said."
    assert families(one, one.replace("a passenger", "the owner")) == []
    assert families(one, one.replace("a passenger", "police")) != []


def test_not_only_denies_nothing_and_one_of_counts_nothing() -> None:
    one = "The storm not only closed the harbour but also cut power to two villages."
    other = "The storm closed the harbour and cut power to two villages."
    assert families(one, other) == [[one, other]]
    one = "The mill, one of the oldest in the valley, burned down with 40 carts of grain."
    other = "The mill burned down with 40 carts of grain, and two of its owners left the valley."
    assert families(one, other) == [[one, other]]


def test_a_question_is_no_family_with_its_answer() -> None:
    one = "The council will rebuild the eastern harbour wall next year."
    assert families(one, "Will the council rebuild the eastern harbour wall next year?") == []


def test_who_blames_whom_may_not_change_sides() -> None:
    one = "The company blamed the supplier for the delay of the bridge."
    assert families(one, "The supplier blamed the company for the delay of the bridge.") == []


def test_a_sentence_is_no_family_with_its_own_quotation() -> None:
    one = "“The harbour will open again on Monday morning,” she said."
    assert families(one) == []
    assert families(one, one) == [[one, one]]


def test_a_long_copy_that_leaves_open_whether_it_is_so_is_another_claim() -> None:
    one = (
        "The ministry will move forty families from the eastern shore to new houses behind the "
        "northern wall before the autumn storms reach the harbour, the old ferry pier and the mill."
    )
    assert families(one, one.replace("The ministry will", "Perhaps the ministry will")) == []


def test_among_more_sentences_two_must_be_surer_to_be_one() -> None:
    one = "Crews found the harbour gate broken and pumped water from the lower quay until dawn."
    other = "Water came in at a broken gate, and so the mayor sent for more crews from other towns."
    noise = [f"Clerk {i} counted {i} red crates behind shed {i} of yard {i}." for i in range(6000)]
    assert families(one, other) == [[one, other]]
    assert all(one not in family for family in families(one, other, "\n".join(noise)))


def test_a_doubt_about_something_else_does_not_part_two_copies() -> None:
    one = "My daughter is still mad about the closed school, though she never went there herself."
    other = f"{one[:-1]}, and she would forgive me if I found her a better teacher."
    assert families(one, other) == [[one, other]]


def test_a_month_leaves_nothing_open() -> None:
    one = "The old bridge, closed since May, is painted green and white by the parish."
    other = "The old bridge, closed since spring, is painted green and white by the parish."
    assert families(one, other) == [[one, other]]


def test_two_days_of_which_each_names_one_alone_part_two_statements() -> None:
    one = "On Monday the makers agreed to keep their output low until the end of June."
    assert families(one, one.replace("June", "December")) == []


def test_other_people_who_do_the_same_are_no_family() -> None:
    one = "Stonebridge came from behind to beat Harwell on Sunday, as Ellery Vance scored twice."
    other = (
        "On Sunday, Marcus Oyelade scored twice as Stonebridge came from behind to beat Harwell."
    )
    assert families(one, other) == []


def test_one_subject_of_which_each_tells_something_else_makes_no_family() -> None:
    start = "The suspect in the Brennick bank robbery"
    one = f"{start} is a young man with several earlier convictions."
    assert families(one, f"{start} was arrested at his sister's flat in Lund.") == []


@pytest.mark.parametrize(("other_speaker", "found"), [("Ferenc Dobos", 0), ("Maria Kantor", 1)])
def test_another_who_is_quoted_tells_not_what_one_is_said_to_have_told(
    other_speaker: str, found: int
) -> None:
    told = "Clerk Maria Kantor told the board on Tuesday that the ferries had failed and must go."
    quoted = "“The ferries have failed and they must go,” said {} at the board on Tuesday."
    articles = [
        build_article(f"Title {i}\n{text}", f"{i}.txt")
        for i, text in enumerate((told, quoted.format(other_speaker)))
    ]
    annotations = {a.path: annotate_article(a, Facts(), Settings()) for a in articles}
    assert len(group_families(articles, annotations, Facts(), "en")) == found
