"""Terms are found in every spelling of their variants, the longest first, and nothing else is."""

from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.annotate.page import NO_VOCABULARY, Page
from sourcebook.annotate.wording import find_terms
from sourcebook.annotate.wording.word_forms import stem
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import Entry


def vocabulary(**concepts):
    terms = {
        key: Entry("terms", key, key, MappingProxyType({"variants": variants}))
        for key, variants in concepts.items()
    }
    return Vocabulary(MappingProxyType({"terms": terms}))


KNOWN = vocabulary(
    labour=["child labor", "child labour", "forced child labour", "child workers"],
    law=["ban on child labour", "plan to settle the issue", "Act"],
    fence=["the wall", "the border fence", "barrier"],
    state=["North Fenland", "the North", "North", "F.N.", "People's Republic"],
)


def terms(text, known=KNOWN, zones=()):
    return find_terms(Page(text, vocabulary=known, given_zones=zones))


def spelt(text, known=KNOWN):
    return [(term.quote, term["concept"], term["variant"]) for term in terms(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fought Child Labour.", [("Child Labour", "labour", "child labour")]),
        ("They fought child labor.", [("child labor", "labour", "child labor")]),
        ("Child-labour laws passed.", [("Child-labour", "labour", "child labour")]),
        ("A child worker fell.", [("child worker", "labour", "child workers")]),
        ("forced\u00a0child labor", [("forced\u00a0child labor", "labour", "forced child labour")]),
        ("Barriers fell", [("Barriers", "fence", "barrier")]),
        ("the barrier’s end", [("barrier’s", "fence", "barrier")]),
        ("the border fences", [("the border fences", "fence", "the border fence")]),
        ("a border fence", []),
        ("the people’s republic", []),
        ("the People’s Republic", [("People’s Republic", "state", "People's Republic")]),
        ("F.N. leaders left F.N.", [("F.N.", "state", "F.N."), ("F.N.", "state", "F.N.")]),
        ("He acted; the act and the Act", [("Act", "law", "Act")]),
        ("the north and the North fired", [("the North", "state", "the North")]),
        ("North Fenland’s army", [("North Fenland’s", "state", "North Fenland")]),
        ("the North Sea and North-South ties", [("North", "state", "North")]),
        ("Child. Labour", []),
        ("childlabour", []),
    ],
)  # fmt: skip
def test_a_variant_is_found_in_each_of_its_spellings(text, expected):
    assert spelt(text) == expected


def test_other_words_may_stand_within_a_variant_of_three_words_or_more():
    assert spelt("A plan to settle the long-running issue failed.") == [
        ("plan to settle the long-running issue", "law", "plan to settle the issue")
    ]
    assert spelt("A plan to settle it. The issue") == []
    assert spelt("A plan to settle the " + "very " * 20 + "old issue") == []


def test_two_concepts_may_share_words_and_one_may_not():
    assert spelt("a ban on forced child labour") == [
        ("ban on forced child labour", "law", "ban on child labour"),
        ("forced child labour", "labour", "forced child labour"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbor"),
        ("colonisation", "colonization"),
        ("organises", "organizes"),
        ("centres", "center"),
        ("defence", "defense"),
        ("travellers", "traveler"),
        ("programmes", "program"),
        ("boxes", "box"),
        ("parties", "party"),
        ("women’s", "Women's"),
    ],
)
def test_spellings_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other) != ""


@pytest.mark.parametrize(
    "variants",
    [
        ["(a+)+$", "[", "\\", "", " ", "…", "-", "z" * 99_999, "a " * 9999],
        ["a-" * 9999],
        "not a list",
        [],
    ],
)
def test_a_vocabulary_is_never_read_as_a_pattern(variants):
    assert spelt("aaaaaaaa! [ \\ one", vocabulary(odd=variants)) == []


def test_without_terms_nothing_is_found():
    assert terms("Any text", NO_VOCABULARY) == terms("Any text", Vocabulary({})) == []


def test_nothing_is_found_in_the_furniture_of_a_page():
    text = "Barrier cream\nThe barrier"
    zone = Annotation("text", "zones", 0, 13, text[:13], {"zone": "boilerplate"}, "x", "machine")
    assert [term.start for term in terms(text, zones=[zone])] == [18]


def test_a_term_is_framed_by_a_person_and_not_by_the_rule():
    (term,) = terms("a barrier")
    assert dict(term.attributes) == {"concept": "fence", "variant": "barrier", "framing": ""}
    assert (term.layer, term.maker, term.status) == ("terms", "rule:terms", "machine")


def test_the_reviewed_terms_are_found():
    corpus = load_corpus()
    right = marked = wanted = 0
    for name, article in corpus.articles.items():
        zones = [zone for zone in corpus.layer("zones") if zone.article == name]
        reviewed = [term for term in corpus.layer("terms") if term.article == name]
        page = Page(article.text, name, vocabulary=corpus.vocabulary, given_zones=zones)
        found = find_terms(page)
        wanted += len(reviewed)
        marked += len(found)
        right += sum(
            any(f.start < r.end and r.start < f.end and f["concept"] == r["concept"] for f in found)
            for r in reviewed
        )
    assert 2 * right / (marked + wanted) >= 0.95


PIECES = st.sampled_from(
    "child labour Labor forced ban on the North Fenland F.N. plan to settle issue barrier - . ’s "
    "people's \n \x00 \ud800 ( İ".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map(" ".join))
def test_any_text_yields_sound_terms(text):
    free = {}
    for term in terms(text):
        assert free.get(term["concept"], 0) <= term.start < term.end <= len(text)
        assert term.quote == text[term.start : term.end]
        free[term["concept"]] = term.end


@pytest.mark.parametrize("piece", ["child ", "the ", "child-", "plan to settle ", "North ", "F.N."])
def test_hostile_repetition_is_read_in_linear_time(piece):
    text = piece * (60_000 // len(piece))
    assert all(term.end <= len(text) for term in terms(text))
