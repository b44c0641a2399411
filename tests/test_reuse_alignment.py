from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.reuse import align
from sourcebook.reuse.alignment import MOVED, SEED, shared_runs
from sourcebook.reuse.chaining import in_order
from sourcebook.reuse.spelling import one_spelling
from sourcebook.reuse.words import words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("“It’s 85%,” he said.", ["it's", "85", "%", "he", "said"]),
        ("It's 85 per cent", ["it's", "85", "%"]),
        ("It's 85 percent", ["it's", "85", "%"]),
        ("$1,200.50 and £3m", ["$", "1,200.50", "and", "£", "3m"]),
        ("The U.S. centre", ["the", "us", "center"]),
        ("almost four-year-old", ["almost", "four", "year", "old"]),
        ("Cafe\u0301 CAFÉ", ["cafe", "café"]),
        ("labour’s neighbours", ["labor's", "neighbors"]),
        ("", []),
        ("…—“”", []),
    ],
)
def test_words_set_aside_case_marks_and_spelling(text, forms):
    assert [word.form for word in words(text)] == forms


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("labour", "labor"),
        ("unfavourable", "unfavorable"),
        ("neighbouring", "neighboring"),
        ("behaviour", "behavior"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("kilometres", "kilometers"),
        ("defence", "defense"),
        ("licence", "license"),
        ("organisations", "organizations"),
        ("criticised", "criticized"),
        ("analysing", "analyzing"),
        ("totalled", "totaled"),
        ("travelling", "traveling"),
        ("fuelled", "fueled"),
        ("councillors", "councilors"),
        ("programme", "program"),
        ("scepticism", "skepticism"),
        ("towards", "toward"),
        ("grey", "gray"),
    ],
)
def test_british_and_american_spelling_meet(british, american):
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fourth", "forth"),
        ("your", "yore"),
        ("tour", "tor"),
        ("mourning", "morning"),
        ("filling", "filing"),
        ("polled", "poled"),
        ("there", "ther"),
        ("hence", "hense"),
        ("courts", "corts"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert one_spelling(one) != one_spelling(other)


def test_the_wire_twins_share_about_half_of_their_words(corpus):
    first = corpus.article("drop-trade-dispute").text
    second = corpus.article("reset-button").text
    runs = align(first, second)
    assert len(runs) == 17
    assert sum(run.words for run in runs) == 484
    assert [(run.first, run.second, run.words) for run in runs if run.moved] == [
        ((1217, 1289), (820, 894), 13),
        ((1297, 1419), (899, 1021), 21),
    ]
    longest = max(runs, key=lambda run: run.words)
    assert first[slice(*longest.first)].startswith(
        "economic ties are strong. The two were each other’s fourth-largest"
    )
    assert second[slice(*longest.second)].endswith("representatives said")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("beijing-urges-seoul", "warming-fast"),
        ("seoul-beefs-up-diplomacy", "reset-button"),
        ("warming-fast", "drop-trade-dispute"),
    ],
)
def test_independent_articles_share_no_more_than_turns_of_phrase(corpus, one, other):
    runs = align(corpus.article(one).text, corpus.article(other).text)
    assert sum(run.words for run in runs) < 30


def test_a_passage_that_changed_places_is_one_run_out_of_order():
    lead = "The council approved the new bridge by nine votes to four on Monday."
    voices = "Residents of the lower town had asked for a ferry instead, and lost."
    close = "Work is to start in spring, once the river has fallen, the mayor of Ely said."
    runs = align(f"{lead} {voices} {close}", f"{voices} {lead} {close}")
    assert [(run.words, run.moved) for run in runs] == [(13, False), (13, True), (16, False)]


def test_the_end_of_one_run_is_not_given_to_two():
    runs = align("one two three four five six", "one two three four x three four five six")
    assert [(run.first, run.second) for run in runs] == [((0, 18), (0, 18))]


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([], []),
        ([(5, 1)], [True]),
        ([(1, 1), (2, 1), (3, 1)], [True, True, True]),
        ([(3, 1), (2, 1), (1, 1)], [True, False, False]),
        ([(3, 1), (2, 5), (1, 1)], [False, True, False]),
        ([(10, 5), (0, 20), (11, 5), (30, 9)], [False, True, True, True]),
    ],
)
def test_the_heaviest_chain_keeps_its_order(places, kept):
    assert in_order(places) == kept


vocabulary = st.sampled_from(
    "the bridge labour labor Ely opened “toll” rose, fell. U.S. 5% é’s".split()
)
texts = st.lists(vocabulary, max_size=60).map(" ".join) | st.text(max_size=80)


@given(texts, texts)
def test_runs_stand_in_both_texts_and_say_the_same(first, second):
    runs = align(first, second)
    for run in runs:
        here = words(first, *run.first)
        there = words(second, *run.second)
        assert [word.form for word in here] == [word.form for word in there]
        assert len(here) == run.words >= (MOVED if run.moved else SEED)
        assert 0 <= run.first[0] < run.first[1] <= len(first)
        assert 0 <= run.second[0] < run.second[1] <= len(second)
    assert all(one.first[1] <= other.first[0] for one, other in pairwise(runs))
    by_second = sorted(run.second for run in runs)
    assert all(one[1] <= other[0] for one, other in pairwise(by_second))
    straight = [run.second for run in runs if not run.moved]
    assert straight == sorted(straight)


@given(texts)
def test_a_text_aligns_with_itself_whole(text):
    number = len(words(text))
    expected = [number] if number >= SEED else []
    assert [run.words for run in align(text, text)] == expected


letters = st.lists(st.sampled_from("abcde"), max_size=40)


@given(letters, letters)
def test_runs_are_the_same_seen_from_either_side(one, other):
    back = sorted((j, i, size) for i, j, size in shared_runs(other, one, 2))
    lengths = sum(size for _, _, size in shared_runs(one, other, 2))
    assert [one[i : i + size] for i, _, size in back] == [
        other[j : j + size] for _, j, size in back
    ]
    # Ties between places may fall differently; how much is shared may not differ much.
    assert abs(lengths - sum(size for _, _, size in back)) <= 4


def marked(numbers):
    return "".join(f"a a a a a a w{n} " for n in numbers)


# Each would take hours if time grew with the square of the length.
HOSTILE = [
    ("a " * 100_000, "a " * 99_999),
    ("a " * 100_000 + "b", "b " + "a " * 100_000),
    ("a b c " * 20_000, "b a c " * 20_000),
    (marked(range(5_000)), marked(range(5_000, 0, -1))),
    ("x" * 2_000_000, "x" * 1_999_999),
    ("A." * 100_000, "A. " * 100_000),
    ("a'" * 200_000, "a’" * 200_001),
    ("“" * 100_000, "”" * 100_000),
    ("\ud800\x00 (.*)+$ " * 20_000, "\x00 (.*)+$ \udfff" * 20_000),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_aligned_in_linear_time(first, second):
    runs = align(first, second)
    assert sum(run.words for run in runs) <= min(len(words(first)), len(words(second)))
