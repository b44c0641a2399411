from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.interval import Interval
from sourcebook.reuse import changes, earlier_version, sentences_of
from sourcebook.reuse.order import STRONG, WEAK

EARLIER, LATER = "drop-trade-dispute", "reset-button"


def ordered(first, second, dates=(None, None)):
    return earlier_version(first, second, changes(first, second), dates)


def of_corpus(corpus, one, other):
    first, second = corpus.article(one), corpus.article(other)
    sentences = sentences_of(corpus, one), sentences_of(corpus, other)
    found = changes(first.text, second.text, sentences)
    return earlier_version(first.text, second.text, found, (first.date, second.date))


def test_the_version_that_expects_the_summit_is_the_earlier_one(corpus):
    order = of_corpus(corpus, EARLIER, LATER)
    assert order.earlier == "first"
    assert [(r.earlier, r.weight, r.first, r.second) for r in order.reasons] == [
        ("first", STRONG, (1672, 1699), (1595, 1716)),
        ("first", WEAK, (3318, 3369), (4004, 4057)),
        ("first", WEAK, None, (1274, 1357)),
        ("first", WEAK, None, None),
    ]
    assert [reason.why for reason in order.reasons] == [
        "the first expects what the second reports as done",
        "“reject” in the first is “rejected” in the second",
        "the second quotes words that the first does not have",
        "the second is longer by 231 characters",
    ]
    assert corpus.article(EARLIER).text[1672:1699] == "are also expected to revive"


def test_the_order_does_not_hang_on_which_comes_first(corpus):
    order = of_corpus(corpus, LATER, EARLIER)
    assert order.earlier == "second"
    assert {reason.earlier for reason in order.reasons} == {"second"}
    agreed = {corpus.article(EARLIER).version.value, corpus.article(LATER).version.value}
    assert agreed == {"earlier", "later"}


STORY = "The council approved the new bridge by nine votes to four on Monday."
DAYS = Interval(date(2031, 5, 3), date(2031, 5, 3)), Interval(date(2031, 5, 4), date(2031, 5, 9))


@pytest.mark.parametrize(
    ("first", "second", "dates", "earlier", "whys"),
    [
        (STORY, STORY, (None, None), "unknown", []),
        (STORY, STORY, DAYS, "first", ["dated 3 May 2031, the second 4–9 May 2031"]),
        (STORY, STORY, DAYS[::-1], "second", ["dated 3 May 2031, the first 4–9 May 2031"]),
        (STORY, STORY, (DAYS[0], DAYS[0]), "unknown", []),
        (STORY, STORY, (DAYS[0], None), "unknown", []),
        (
            STORY,
            f"UPDATE 2-Bridge gets its votes\n{STORY}",
            (None, None),
            "first",
            ["the second is marked “UPDATE 2”", "the second is longer by 30 characters"],
        ),
        (
            f"{STORY} (Adds details)",
            STORY,
            (None, None),
            "second",
            ["the first is marked “(Adds”", "the first is longer by 14 characters"],
        ),
        (
            STORY,
            f"{STORY} “We shall never live to see it built,” said a rower.",
            (None, None),
            "unknown",
            [
                "the second quotes words that the first does not have",
                "the second is longer by 52 characters",
            ],
        ),
        (
            "The ferry firm is due to sack 40 rowers in the lower town of Ely.",
            "The ferry firm sacked 40 rowers in the lower town of Ely at noon.",
            (None, None),
            "first",
            ["the first expects what the second reports as done"],
        ),
        (
            "The union accepts the offer made by the ferry firm.",
            "The union accepted the offer made by the ferry firm.",
            (None, None),
            "unknown",
            ["“accepts” in the first is “accepted” in the second"],
        ),
        (
            "The maker of the ferry said it might miss its target, and its shares plunged.",
            "The maker of the ferry said it will miss its target, and its shares fell.",
            (None, None),
            "unknown",
            ["the first is longer by 4 characters"],
        ),
        (
            "The governor will sign the bill on toll bridges in Ely.",
            "The governor signed the bill on toll bridges in Ely.",
            (None, None),
            "first",
            [
                "the first expects what the second reports as done",
                "the first is longer by 3 characters",
            ],
        ),
        (
            "FERRY STOPS: SOFTWARE UPDATE",
            "FERRY STOPPED BY SOFTWARE FEE",
            (None, None),
            "unknown",
            [],
        ),
        ("", "", (None, None), "unknown", []),
    ],
)
def test_which_is_earlier_and_why(first, second, dates, earlier, whys):
    order = ordered(first, second, dates)
    assert order.earlier == earlier
    assert [reason.why for reason in order.reasons] == whys


def test_a_date_outweighs_what_an_editor_cut():
    longer = f"{STORY} “We shall never live to see it built,” said a rower."
    order = ordered(longer, STORY, DAYS)
    assert order.earlier == "first"
    assert {reason.earlier for reason in order.reasons} == {"first", "second"}


texts = st.text(max_size=100) | st.lists(
    st.sampled_from(
        "The bridge over the river|will open|opened|is expected to|“It is much too late for us,”|"
        "she said.|rejects|rejected|UPDATE 1|in May.".split("|")
    ),
    max_size=20,
).map(" ".join)
turned = {"first": "second", "second": "first", "unknown": "unknown"}


@given(texts, texts)
def test_an_order_and_its_spans_hold_from_either_side(first, second):
    order = ordered(first, second)
    assert order.earlier in turned
    for reason in order.reasons:
        for text, span in ((first, reason.first), (second, reason.second)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert {reason.earlier for reason in order.reasons} <= {"first", "second"}


@pytest.mark.parametrize(
    "text", ["“" * 200_000, "will " * 100_000, "UPDATE " * 50_000, "(Adds" * 90_000]
)
def test_hostile_texts_are_ordered_in_linear_time(text):
    assert ordered(text, text).earlier == "unknown"
