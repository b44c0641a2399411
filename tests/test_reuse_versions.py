from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import UnknownName
from sourcebook.reuse import changes, compare_articles, plain_sentences, sentences_of, side_by_side

EARLIER, LATER = "drop-trade-dispute", "reset-button"

# The sentences that a reader found in both versions, as spans of each. Where an editor split one,
# the reader noted the half that is most like it.
REVIEWED = [
    ((4514, 4692), (4771, 4949)),
    ((4390, 4512), (4647, 4769)),
    ((3486, 3684), (4059, 4257)),
    ((2578, 2664), (3289, 3375)),
    ((1832, 1987), (2677, 2832)),
    ((767, 854), (2361, 2448)),
    ((544, 765), (2138, 2359)),
    ((3686, 3935), (4259, 4507)),
    ((4252, 4389), (4509, 4646)),
    ((2665, 2784), (3376, 3493)),
    ((2787, 3015), (3495, 3719)),
    ((3318, 3369), (4004, 4057)),
    ((2225, 2260), (2939, 2974)),
    ((1184, 1420), (771, 1022)),
    ((3017, 3317), (3721, 4003)),
    ((2532, 2577), (3249, 3288)),
    ((1422, 1654), (2518, 2675)),
    ((2261, 2530), (2975, 3135)),
]


@pytest.fixture(scope="module")
def twins(corpus):
    sentences = sentences_of(corpus, EARLIER), sentences_of(corpus, LATER)
    first, second = corpus.article(EARLIER).text, corpus.article(LATER).text
    return changes(first, second, sentences)


def test_the_alignment_has_every_reviewed_pair(twins):
    found = {(one, other) for change in twins for one in change.first for other in change.second}
    assert set(REVIEWED) <= found
    # Beyond the reader's: the other halves of two sentences, and four looser pairs.
    assert found - set(REVIEWED) == {
        ((1422, 1654), (2450, 2517)),
        ((2261, 2530), (3136, 3247)),
        ((318, 542), (681, 770)),
        ((80, 316), (1024, 1272)),
        ((1656, 1830), (1595, 1716)),
        ((1990, 2223), (2854, 2937)),
    }


def test_what_became_of_the_sentences_of_the_earlier_version(twins):
    assert [(change.first[0], change.label) for change in twins if change.first] == [
        ((80, 316), "retold, moved"),
        ((318, 542), "reworded"),
        ((544, 765), "same"),
        ((767, 854), "same"),
        ((855, 1059), "cut"),
        ((1060, 1182), "cut"),
        ((1184, 1420), "reworded, moved"),
        ((1422, 1654), "reworded, split"),
        ((1656, 1830), "retold, moved, firmed up"),
        ((1832, 1987), "same"),
        ((1990, 2223), "retold"),
        ((2225, 2260), "same"),
        ((2261, 2530), "reworded, split, softened"),
        ((2532, 2577), "reworded"),
        ((2578, 2664), "same"),
        ((2665, 2784), "same"),
        ((2787, 3015), "reworded"),
        ((3017, 3317), "reworded"),
        ((3318, 3369), "reworded, tense changed"),
        ((3371, 3484), "cut"),
        ((3486, 3684), "same"),
        ((3686, 3935), "same"),
        ((3937, 4063), "cut"),
        ((4065, 4250), "cut"),
        ((4252, 4389), "same"),
        ((4390, 4512), "same"),
        ((4514, 4692), "same"),
    ]
    assert [change.second for change in twins if change.kind == "added"] == [
        ((68, 233),),
        ((235, 443),),
        ((445, 679),),
        ((1274, 1357),),
        ((1358, 1593),),
        ((1718, 1978),),
        ((1980, 2122),),
    ]


def test_the_words_that_changed(twins):
    hows = {change.first[0][0]: change.how for change in twins if change.first}
    assert (hows[2261].dropped, hows[2261].added) == (("and",), ("Around",))
    assert hows[2261].hedges_added == ("around",)
    assert hows[1656].hedges_dropped == ("expected to",)
    assert hows[3318].retensed == (("reject", "rejected"),)
    assert hows[2225].respelt == (("scepticism", "skepticism"),)
    assert hows[3017].respelt == (("labour", "labor"), ("labourers", "laborers"))
    assert (hows[2532].dropped, hows[2532].added) == (
        ("Despite", "the", "strain"),
        ("Nevertheless",),
    )


def test_the_reviewed_differences_of_the_versions_stand_in_aligned_sentences(corpus, twins):
    def held(spans, annotation):
        return any(start <= annotation.start < end for start, end in spans)

    apart = set()
    for one in corpus.layer("differences"):
        for other in corpus.layer("differences", difference=one["difference"]):
            if (one.article, other.article) == (EARLIER, LATER) and not any(
                held(change.first, one) and held(change.second, other) for change in twins
            ):
                apart.add(one["difference"])
    # Two ways to name the prime minister, in sentences that have nothing else in common.
    assert apart == {"counterparts"}


def test_seen_from_the_later_version_everything_turns_round(corpus, twins):
    sentences = sentences_of(corpus, LATER), sentences_of(corpus, EARLIER)
    back = changes(corpus.article(LATER).text, corpus.article(EARLIER).text, sentences)
    turned = {
        "added": "cut", "cut": "added", "softened": "firmed up", "firmed up": "softened",
        "split": "joined", "joined": "split",
    }  # fmt: skip

    def marks(change, turn):
        return {turned.get(mark, mark) if turn else mark for mark in change.label.split(", ")}

    assert {(c.second, c.first, frozenset(marks(c, True))) for c in back} == {
        (c.first, c.second, frozenset(marks(c, False))) for c in twins
    }


def test_rows_lay_the_versions_side_by_side(corpus, twins):
    rows = side_by_side(corpus.article(EARLIER).text, corpus.article(LATER).text, twins)
    row = rows[18]
    assert (row.first, row.second) == (
        "The victims who filed the lawsuit reject that plan.",
        "The victims who filed the lawsuit rejected that plan.",
    )
    assert (row.change, row.alike) == ("reworded, tense changed", 0.89)
    assert (row.dropped, row.added) == ("reject", "rejected")
    assert (rows[4].second, rows[-1].first, rows[-1].dropped) == ("", "", "")


@pytest.mark.parametrize("ids", [(EARLIER, LATER), (LATER, EARLIER)])
def test_articles_are_compared_with_the_earlier_version_first(corpus, twins, ids):
    found = compare_articles(corpus, *ids)
    assert (found.first, found.second) == (EARLIER, LATER)
    assert found.changes == twins
    assert (found.words, found.shared) == ((740, 783), 470)
    assert Counter(change.kind for change in found.changes) == {
        "same": 11,
        "reworded": 8,
        "retold": 3,
        "cut": 5,
        "added": 7,
    }


def test_articles_that_share_nothing_are_compared_as_given(corpus):
    found = compare_articles(corpus, "warming-fast", "seoul-beefs-up-diplomacy")
    assert (found.first, found.order.earlier) == ("seoul-beefs-up-diplomacy", "first")
    assert {row.change for row in found.rows} == {"added", "cut"}
    with pytest.raises(UnknownName, match="warming-fast"):
        compare_articles(corpus, "warming", LATER)


@pytest.mark.parametrize("other", ["beijing-urges-seoul", "seoul-beefs-up-diplomacy", EARLIER])
def test_articles_of_different_origin_have_no_sentence_in_common(corpus, other):
    first, second = corpus.article("warming-fast").text, corpus.article(other).text
    sentences = sentences_of(corpus, "warming-fast"), sentences_of(corpus, other)
    assert {change.kind for change in changes(first, second, sentences)} == {"added", "cut"}


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("", "", []),
        ("It rained all day in Ely.", "", ["cut"]),
        ("", "It rained all day in Ely.", ["added"]),
        ("It rained all day in Ely.", "IT RAINED, all day, in Ely", ["same"]),
        (
            "The fire killed 12 people, police in Ely said.",
            "The fire killed 14 people, police in Ely said.",
            ["reworded, figure changed"],
        ),
        (
            "The mine closes in June, its owner said, and 300 jobs go with it.",
            "The mine closes in June, its owner said. And 300 jobs go with it.",
            ["same, split"],
        ),
        (
            "The court freed him on Monday. His lawyer asked for damages from the state.",
            "His lawyer asked for damages from the state. The court freed him on Monday.",
            ["same, moved", "same"],
        ),
    ],
)
def test_what_became_of_a_sentence(first, second, labels):
    assert [change.label for change in changes(first, second)] == labels


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("“One.” “Two,” he said.", ["“One.”", "“Two,” he said."]),
        ("Mr. Lee met J. Smith of the U.S. Navy.", ["Mr. Lee met J. Smith of the U.S. Navy."]),
        ("It cost 3.5 million. He paid", ["It cost 3.5 million.", "He paid"]),
        ("A head\r\n\r\n  The text. ", ["A head", "The text."]),
        (" \n\t", []),
    ],
)
def test_plain_sentences(text, sentences):
    assert [text[start:end] for start, end in plain_sentences(text)] == sentences


pieces = "The bridge|will open|in May.|about 5%|said|“We pay,”|He|labour|labor|may|rose\n|A toll."
texts = st.text(max_size=120) | st.lists(st.sampled_from(pieces.split("|")), max_size=40).map(
    " ".join
)


@given(texts, texts)
def test_every_sentence_is_accounted_for_once(first, second):
    found = changes(first, second)
    kinds = Counter(change.kind for change in found)
    assert set(kinds) <= {"same", "reworded", "retold", "added", "cut"}
    assert sorted(s for change in found for s in change.first) == plain_sentences(first)
    assert sorted(s for change in found for s in change.second) == plain_sentences(second)
    assert all(0 <= change.how.alike <= 1 for change in found)
    assert all(change.how.alike == 1 for change in found if change.kind == "same")
    assert len(side_by_side(first, second, found)) == len(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a " * 100_000, "a " * 100_001),
        ("a b. " * 20_000, "A b. " * 20_000),
        ("One two three four five six. " * 5_000, "Six five four three two one. " * 5_000),
        (" ".join(map(str, range(30_000))), " ".join(map(str, range(30_000, 0, -1)))),
        ("“" * 100_000, "." * 100_000),
        ("It may may may. " * 20_000, "may " * 100_000),
        ("\ud800\x00. A " * 20_000, "(.*)+$ " * 20_000),
    ],
    ids=range(7),
)
def test_hostile_versions_are_compared_in_linear_time(first, second):
    found = changes(first, second)
    assert sum(len(change.first) for change in found) == len(plain_sentences(first))
