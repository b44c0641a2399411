"""Hedges are found in all their forms, with the verb they govern, and look-alikes are not."""

from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.annotate.page import NO_VOCABULARY, Page
from sourcebook.annotate.wording.hedges import KINDS, find_hedges
from sourcebook.annotate.wording.word_forms import verb_forms
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import Entry

# A sentence, and its hedges: words and kind.
SENTENCES = [
    ("The dam could soon burst.", ["could soon burst|modal"]),
    ("Prices may not fall, and might even rise.", ["may not fall|modal", "might even rise|modal"]),
    ("The army's might was on show in May.", []),
    ("A leak would cost millions.", ["would cost|modal"]),
    ("The firm said it would pay.", []),
    ("The rain should significantly help growers.", ["should significantly help growers|modal"]),
    ("Drivers should wear belts.", []),
    ("Should the pump fail, the mine floods.", ["Should|modal"]),
    ("Should we worry?", []),
    ("Perhaps he forgot.", ["Perhaps|modal"]),
    ("It seems to have worked.", ["seems to have worked|evidential"]),
    ("Both appeared to be asleep.", ["appeared to be asleep|evidential"]),
    ("She appeared in court.", []),
    ("It doesn’t seem fair.", ["doesn’t seem|evidential"]),
    ("In an apparent slip he named her.", ["apparent|evidential"]),
    ("The deal is shaping up as a triumph.", ["is shaping up|evidential"]),
    ("“I think it is over,” he said.", ["I think|evidential"]),
    ("He reportedly refused.", ["reportedly refused|hearsay"]),
    ("The pair are thought to have fled.", ["are thought to have fled|hearsay"]),
    ("It denounced what it called meddling.", ["what it called|hearsay"]),
    ("Some analysts doubt it.", ["Some analysts|hearsay"]),
    ("The alleged thief ran.", ["alleged|hearsay"]),
    ("The bank is also expected to cut rates.", ["is also expected to cut|expectation"]),
    ("He hoped to win and she spoke of hopes.",
     ["hoped to win|expectation", "spoke of hopes|expectation"]),
    ("Ministers were preparing to leave.", ["were preparing to leave|expectation"]),
    ("Talks are being scheduled.", ["being scheduled|expectation"]),
    ("Rain is unlikely to reach the coast.", ["is unlikely to reach|prediction"]),
    ("It likely will include a tax.", ["likely will include|prediction"]),
    ("The vote will be close.", ["will be close|prediction"]),
    ("The vote will be held on Sunday.", []),
    ("The queen will visit Chile.", []),
    ("That won’t help.", ["won’t help|prediction"]),
    ("Almost all left.", ["Almost|approximation"]),
    ("About 30 people talk about trade.", ["About|approximation"]),
    ("Some of them ran around at least.", []),
    ("It was effectively banned.", ["effectively|approximation"]),
    ("Sales rose five points, to 30.", []),
    ("He paid over $40 over three days under a 1965 law.", ["over|approximation"]),
]  # fmt: skip


def hedges(text, vocabulary=NO_VOCABULARY, zones=()):
    return find_hedges(Page(text, vocabulary=vocabulary, given_zones=zones))


def spelt(text, vocabulary=NO_VOCABULARY):
    return [f"{hedge.quote}|{hedge['kind']}" for hedge in hedges(text, vocabulary)]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_yields_its_hedges_and_no_others(text, expected):
    assert spelt(text) == expected


def test_a_verb_is_found_in_all_its_forms():
    assert verb_forms("carry") == ("carry", "carries", "carried", "carrying")
    assert verb_forms("push") == ("push", "pushes", "pushed", "pushing")
    for form in verb_forms("seem"):
        assert spelt(f"It {form} to grow.") == [f"{form} to grow|evidential"]


def words(*entries):
    hedges = {key: Entry("hedges", key, label, fields) for key, label, fields in entries}
    return Vocabulary(MappingProxyType({"hedges": hedges}))


def test_a_kits_own_words_are_added_and_replace_those_with_their_key():
    own = words(
        ("as-is-said", "as they say", {"kind": "hearsay"}),
        ("reckon", "reckon", {"kind": "evidential", "variants": ["to reckon that"]}),
        ("likely", "likely", {"kind": "modal", "variants": ["like as not"]}),
    )
    text = "As they say, he reckoned that rain is likely; like as not it could snow."
    assert spelt(text, own) == [
        "As they say|hearsay",
        "reckoned that|evidential",
        "like as not|modal",
        "could snow|modal",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {
            "kind": "modal",
            "variants": ["(a+)+$", "", "[", "\\", "to", "…", "y" * 9999, "x " * 9999],
        },
        {"kind": "modal", "variants": "not a list"},
        {"kind": "nonsense", "variants": ["maize"]},
        {},
    ],
)
def test_a_vocabulary_is_never_read_as_a_pattern(fields):
    own = words(("odd", "(", fields))
    assert spelt("A maize field aaaa! is tall. It could burn.", own) == ["could burn|modal"]


def test_nothing_is_found_in_the_furniture_of_a_page():
    text = "You may like\nIt could rain."
    zone = Annotation("text", "zones", 0, 12, text[:12], {"zone": "navigation"}, "test", "machine")
    assert [hedge.quote for hedge in hedges(text, zones=[zone])] == ["could rain"]


def test_the_reviewed_hedges_are_found_with_their_kind():
    corpus = load_corpus()
    right = marked = wanted = 0
    for name, article in corpus.articles.items():
        zones = [zone for zone in corpus.layer("zones") if zone.article == name]
        reviewed = [hedge for hedge in corpus.layer("hedges") if hedge.article == name]
        found = find_hedges(Page(article.text, name, given_zones=zones))
        wanted += len(reviewed)
        marked += len(found)
        right += sum(
            any(h.start < r.end and r.start < h.end and h["kind"] == r["kind"] for h in found)
            for r in reviewed
        )
    assert 2 * right / (marked + wanted) >= 0.95


PIECES = st.sampled_from(
    "could may might would would not should will be likely won’t won't is are expected to seems "
    "to have been reportedly what it called some about 30 over three days I think Should not , . "
    "; ? “ ” \n \x00 \ud800 '".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map(" ".join))
def test_any_text_yields_sound_hedges(text):
    cursor = 0
    for hedge in hedges(text):
        assert cursor <= hedge.start < hedge.end <= len(text)
        assert hedge.quote == text[hedge.start : hedge.end]
        assert hedge["kind"] in KINDS
        cursor = hedge.end


@pytest.mark.parametrize(
    "piece", ["could ", "is ", "is not ", "it ", "would be ", "-", "what ", "("]
)
def test_hostile_repetition_is_read_in_linear_time(piece):
    text = piece * (60_000 // len(piece))
    assert all(hedge.end <= len(text) for hedge in hedges(text))
