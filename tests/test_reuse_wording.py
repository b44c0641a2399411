import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.reuse import HEDGES, reword
from sourcebook.reuse.wording import common_words, is_past_of


@pytest.mark.parametrize(
    ("first", "second", "tone", "dropped", "added"),
    [
        (
            "85% agreed with the plan",
            "Around 85% agreed with the plan",
            "softened",
            (),
            ("around",),
        ),
        ("Some 400 people were hurt", "400 people were hurt", "firmed up", ("some",), ()),
        ("Some people were hurt", "People were hurt", "", (), ()),
        ("Talks about 3 towns failed", "Talks on 3 towns failed", "firmed up", ("about",), ()),
        ("Prices could rise this year", "Prices will rise this year", "firmed up", ("could",), ()),
        ("The drug cures asthma", "The drug may cure asthma", "softened", (), ("may",)),
        ("It may cure asthma", "It might cure asthma", "", ("may",), ("might",)),
        (
            "The court is expected to rule on Monday",
            "The court will rule on Monday",
            "firmed up",
            ("expected to",),
            (),
        ),
        (
            "Rebels reportedly shot the envoy",
            "Rebels shot the envoy",
            "firmed up",
            ("reportedly",),
            (),
        ),
        (
            "The fire killed twelve people",
            "The fire killed at least twelve people",
            "softened",
            (),
            ("at least",),
        ),
        (
            "The bank lost $4 billion",
            "The bank lost more than $4 billion",
            "softened",
            (),
            ("more than",),
        ),
        ("They sat around the fire", "They sat by the fire", "", (), ()),
        ("He said it would open in May", "He said it will open in May", "", (), ()),
        ("Profit rose", "Profit rose", "", (), ()),
        ("", "", "", (), ()),
    ],
)
def test_hedges_added_soften_and_hedges_dropped_firm_up(first, second, tone, dropped, added):
    change = reword(first, second)
    assert (change.tone, change.hedges_dropped, change.hedges_added) == (tone, dropped, added)


def test_a_hedge_far_from_what_both_say_belongs_to_something_else():
    first = "The mayor opened the bridge."
    second = (
        "The mayor opened the bridge, a day after she had told voters in Ely it might never be."
    )
    assert reword(first, second).tone == ""


def test_other_hedges_than_the_usual_ones():
    first, second = "The tap drips", "The tap sort of drips"
    assert reword(first, second).tone == ""
    assert reword(first, second, hedges=["sort of"]).tone == "softened"
    assert reword("He paid 5 euros", "He paid maybe 5 euros", hedges=()).tone == ""


def test_the_words_of_each_are_given_as_written():
    change = reword("The U.S. Centre won’t PAY.", "The US center won't ever pay")
    assert (change.dropped, change.added) == ((), ("ever",))
    assert change.respelt == (("Centre", "center"),)
    assert round(change.alike, 2) == 0.91


@pytest.mark.parametrize(
    ("first", "second", "retensed"),
    [
        ("The victims reject the plan", "The victims rejected the plan", (("reject", "rejected"),)),
        ("The minister meets his peer", "The minister met his peer", (("meets", "met"),)),
        ("Shares fell in Paris", "Shares fall in Paris", (("fell", "fall"),)),
        ("The firm denies the claim", "The firm denied the claim", (("denies", "denied"),)),
        ("He says it is over", "He said it is over", ()),  # the habit of a paper
        ("Police arrest five men", "Police freed five men", ()),
    ],
)
def test_a_change_of_tense_is_told(first, second, retensed):
    assert reword(first, second).retensed == retensed


@pytest.mark.parametrize(
    ("present", "past", "expected"),
    [
        ("agree", "agreed", True),
        ("plans", "planned", True),
        ("pass", "passed", True),
        ("passes", "passed", True),
        ("tie", "tied", True),
        ("b", "bed", False),
        ("need", "needed", True),
        ("speed", "fed", False),
        ("", "", False),
    ],
)
def test_past_tense(present, past, expected):
    assert is_past_of(present, past) is expected


def test_no_hedge_is_listed_twice():
    assert len(HEDGES) == len(set(HEDGES))


words = st.lists(st.sampled_from("a b c d may about 5 % labour labor".split()), max_size=30)


@given(words, words)
def test_common_words_are_common_and_in_order(one, other):
    found = common_words(one, other)
    assert [one[i] for i, _ in found] == [other[j] for _, j in found]
    assert found == sorted(set(found))
    assert len(found) == len(common_words(other, one))


@given(words.map(" ".join) | st.text(), words.map(" ".join) | st.text())
def test_wording_turns_round(first, second):
    here, back = reword(first, second), reword(second, first)
    assert here.alike == back.alike
    assert {here.tone, back.tone} in ({""}, {"softened", "firmed up"})
    assert len(here.dropped) == len(back.added)


def test_long_wordings_are_compared_in_linear_time():
    first = " ".join(f"w{n}" for n in range(20_000))
    second = " ".join(f"w{n}" for n in range(20_000) if n % 10)
    assert round(reword(first, second).alike, 3) == 0.947
    assert reword("a b " * 20_000, "b a " * 20_000 + "c").tone == ""
