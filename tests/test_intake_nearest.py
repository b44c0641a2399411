"""Where a text changed, the nearest passage is proposed to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.intake.nearest import Nearest, nearest


@pytest.mark.parametrize(
    ("text", "quote", "start", "found"),
    [
        ("old old old", "old", 5, Nearest(4, 7, "exact")),
        ("a b c", "b", 99, Nearest(2, 3, "exact")),
        ("The mayor, Ann Marsh, said so.", "mayor Ann Marsh said", 0, Nearest(4, 26, "similar")),
        ("It cost £84,000 then.", "£48,000", 8, None),
        ("Sales of 40 boats rose", "sales of 50 boats", 0, None),
        ('He said "we will go now" to all', "“we must go now”", 8, Nearest(8, 24, "similar")),
        ("He said we will surely go now", "“we will go”", 8, None),
        ("One two three.\n\nFour five", "two three four", 4, Nearest(4, 13, "similar")),
        ("Nothing of it.", "quite other words", 0, None),
        ("Nothing", "…!?", 0, None),
        ("", "x", 0, None),
    ],
)
def test_the_nearest_passage_says_the_same_or_nearly(text, quote, start, found):
    assert nearest(text, quote, start) == found


@given(st.text(), st.text(), st.integers(0, 10**9))
def test_a_proposed_passage_is_always_one_of_the_text(text, quote, start):
    found = nearest(text, quote, start)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert (found.match == "exact") == (text[found.start : found.end] == quote)


def test_a_huge_text_is_searched_near_the_old_place_only():
    text = "word " * 1_000_000
    assert nearest(text, "word sword word " * 10_000, 2_500_000) is not None
