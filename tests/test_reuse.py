import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.reuse import SAME_ORIGIN, containment, resemblance, resemblances, shingles


def test_the_two_versions_resemble_each_other_and_no_other_pair_does(corpus):
    found = resemblances(corpus)
    assert len(found) == 10
    assert found.pop(("reset-button", "drop-trade-dispute")) >= SAME_ORIGIN
    assert {pair: value for pair, value in found.items() if value >= 0.01} == {}
    assert SAME_ORIGIN == 0.1


def test_resemblance_agrees_with_the_origins_in_the_catalogue(corpus):
    copies = {pair for pair, value in resemblances(corpus).items() if value >= SAME_ORIGIN}
    shared = {pair for pair in corpus.origins.values() if len(pair) > 1}
    assert copies == shared


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "a b c d e g", 1 / 3),
        ("A, b: c – d; e!", "a b c d e", 1.0),
        ("a b c d", "a b c d", 0.0),  # shorter than one run of words
        ("", "", 0.0),
        ("one two three four five", "six seven eight nine ten", 0.0),
    ],
)
def test_resemblance_is_the_share_of_runs_in_common(first, second, expected):
    assert resemblance(first, second) == expected


def test_runs_of_words_ignore_case_and_punctuation():
    assert shingles("Tokyo’s “curbs”, 2019!", size=3) == {
        ("tokyo", "s", "curbs"),
        ("s", "curbs", "2019"),
    }


@given(st.text(), st.integers(1, 6))
def test_every_run_of_any_text_has_its_size(text, size):
    assert {len(run) for run in shingles(text, size)} <= {size}


words = st.lists(st.sampled_from("export curbs summit Tokyo Seoul labour poll".split()))


@given(words.map(" ".join), words.map(" ".join))
def test_resemblance_is_symmetric_and_between_0_and_1(first, second):
    value = resemblance(first, second)
    assert value == resemblance(second, first)
    assert 0 <= value <= 1
    assert resemblance(first, first) in ({1.0} if len(first.split()) >= 5 else {0.0})


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("a b c d e f", "z a b c d e f g h i", 1.0),
        ("z a b c d e f g h i", "a b c d e f", 1.0),  # of the shorter one, on either side
        ("a b c d e f", "a b c d e g h i j k", 0.5),
        ("", "a b c d e", 0.0),
        ("a b c d", "a b c d", 0.0),
    ],
)
def test_containment_is_the_share_of_the_shorter_text(first, second, expected):
    assert containment(first, second) == expected


@given(words.map(" ".join), words.map(" ".join))
def test_containment_is_symmetric_and_at_least_the_resemblance(first, second):
    value = containment(first, second)
    assert value == containment(second, first)
    assert resemblance(first, second) <= value <= 1
