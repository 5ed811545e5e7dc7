from generator.selection.alignment import find_meetings, share_in_line
from generator.selection.claims import read_claim


def test_words_side_by_side_in_both_are_one_meeting() -> None:
    one = read_claim("The northern harbour wall cracked in the storm.", "en")
    other = read_claim("The storm left the northern harbour wall with many deep cracks.", "en")
    assert [len(place) for place in find_meetings(one, other)] == [3, 1, 1]


def test_the_share_in_line_is_that_of_the_longest_common_subsequence() -> None:
    one = read_claim("ferry harbour bridge tunnel", "en")
    other = read_claim("harbour ferry bridge lighthouse tunnel storm", "en")
    assert share_in_line(one, one) == 1.0
    assert share_in_line(one, other) == share_in_line(other, one) == 3 / 4
    assert share_in_line(one, read_claim("", "en")) == 0.0
