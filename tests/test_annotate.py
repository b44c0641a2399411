"""The call others rely on: any text, any layer, the same answer."""

from datetime import date, datetime
from types import SimpleNamespace as Record
from typing import ClassVar

import pytest
from fuzz_annotate import check
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.annotate import FOUND, annotate
from sourcebook.errors import UnknownName
from sourcebook.interval import Interval
from sourcebook.layers import LAYERS

TEXT = """Council votes to rebuild harbour bridge

PORT ELLERY, June 14 (Meridian) -- “We will rebuild the bridge by 2027,” Mayor Ada Quill said \
Thursday. About 61% of voters backed the plan last year, according to the Harbour Institute.

“It is a start,” she added. The work could cost $40 million.
"""


def found(layer, text=TEXT, **options):
    return annotate(text, layers=[layer], **options)


def test_every_layer_is_one_of_the_corpus_and_comes_in_order():
    assert set(FOUND) < set(LAYERS)
    layers = [one.layer for one in annotate(TEXT)]
    assert layers == sorted(layers, key=FOUND.index)


def test_the_layers_asked_for_are_those_of_the_whole():
    whole = annotate(TEXT, date(2024, 6, 14))
    for layer in FOUND:
        alone = annotate(TEXT, date(2024, 6, 14), layers=[layer])
        assert alone == [one for one in whole if one.layer == layer], layer


def test_an_annotation_has_every_column_of_its_layer():
    for one in annotate(TEXT):
        columns = {column.name for column in LAYERS[one.layer].columns}
        assert columns <= set(one.attributes), one


def test_zones_and_what_they_are():
    assert [(one["zone"], one.quote[:12]) for one in found("zones")] == [
        ("headline", "Council vote"),
        ("dateline", "PORT ELLERY,"),
    ]


def test_quotations_and_who_speaks():
    first, second = found("quotations")
    assert (first["speaker"], first["cue"], first["form"], first["named"]) == (
        "Ada Quill",
        "said",
        "full",
        "named",
    )
    assert TEXT[int(first["speaker_start"]) : int(first["speaker_end"])].endswith("Ada Quill")
    assert (second["speaker"], second["cue"]) == ("Ada Quill", "added")
    assert TEXT[int(second["speaker_start"]) : int(second["speaker_end"])] == "she"


def test_figures_and_what_they_count():
    share, cost = found("figures")
    assert (share.quote, share["value"], share["hedge"]) == ("About 61%", "61", "About")
    assert "voters" in share["quantifies"]
    assert (cost["value"], cost["unit"][:7]) == ("40000000", "dollars")


@pytest.mark.parametrize(
    "published",
    [
        date(2024, 6, 14),
        datetime(2024, 6, 14, 9, 30),
        Interval(date(2024, 6, 14), date(2024, 6, 14)),
    ],
)
def test_the_day_of_publication_is_a_day_or_an_interval(published):
    days = {
        one.quote: (one["earliest"], one["latest"]) for one in found("dates", published=published)
    }
    assert days["Thursday"] == ("2024-06-13", "2024-06-13")
    assert days["last year"] == ("2023-01-01", "2023-12-31")


def test_the_day_of_publication_is_looked_for_in_the_text():
    text = TEXT.replace("PORT", "Published 14 June 2024\n\nPORT")
    thursday = next(one for one in found("dates", text) if one.quote == "Thursday")
    assert thursday["earliest"] == "2024-06-13"
    start, end = map(int, thursday["anchor"].removeprefix("text:").split("-"))
    assert "June" in text[start:end]


def test_names_are_candidates_without_a_vocabulary():
    quill = found("people")[0]
    assert (quill["name"], quill["key"], quill["kind"]) == ("Ada Quill", "unknown", "person")


def test_names_are_entries_with_one(corpus):
    text = "Seoul and Tokyo agreed, Fumio Kishida said."
    names = annotate(text, vocabulary=corpus.vocabulary, layers=["people", "places"])
    assert [(one.quote, one["key"]) for one in names] == [
        ("Fumio Kishida", "fumio-kishida"),
        ("Seoul", "seoul"),
        ("Tokyo", "tokyo"),
    ]


class Pipeline:
    """Stands in for spaCy: finds what it was told to find."""

    meta: ClassVar = {"lang": "en", "name": "tiny", "version": "1.0"}

    def __init__(self, *words):
        self.words = words

    def __call__(self, text):
        found = [(text.index(word), len(word)) for word in self.words]
        ents = [Record(start_char=at, end_char=at + size, label_="PERSON") for at, size in found]
        return Record(ents=ents)


def test_a_model_adds_names_where_rules_find_none_and_is_named_as_their_maker():
    pipeline = Pipeline("Ada Quill", "voters")
    with_model = annotate(TEXT, layers=["people"], pipeline=pipeline)
    by_rule = annotate(TEXT, layers=["people"])
    more = [one for one in with_model if one not in by_rule]
    assert [(one.quote, one.maker) for one in more] == [("voters", "model:en_tiny-1.0")]
    assert [one for one in with_model if one in by_rule] == by_rule


def test_annotations_carry_the_id_of_their_article():
    assert {one.article for one in annotate(TEXT, article="harbour-bridge")} == {"harbour-bridge"}


def test_an_unknown_layer_is_refused_with_the_valid_ones():
    with pytest.raises(UnknownName, match="did you mean 'figures'"):
        annotate(TEXT, layers=["figure"])


def test_the_same_text_gives_the_same_annotations():
    assert annotate(TEXT) == annotate(TEXT)


PIECES = (
    "“ ” \" ‘ ’ ' „ « » 「 」 . said Mr.␣Quill U.S. Thursday 1910-45 $3bn 64% By according␣to "
    "(a+)+$ [ \\ 岸田 윤석열 last␣year two he May"
)
PIECES = [piece.replace("␣", " ") for piece in PIECES.split()]
PIECES += [" ", "\n", "\n\n", "\r\n", "\0", "\ud800", "\u202e"]


@given(st.text())
def test_any_text_is_annotated(text):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_mixture_of_what_rules_look_for_is_annotated(text):
    check(text)


HOSTILE = {
    "one line": "word " * 200_000,
    "one word": "a" * 1_000_000,
    "capitals": "Aa " * 100_000,
    "nested marks": "“" * 50_000 + "”" * 50_000,
    "straight marks": '"' * 100_001,
    "apostrophes": "'" * 100_001,
    "numbers": "1" * 300_000,
    "groups of digits": "1,000," * 50_000,
    "ranges": "1910-45-" * 40_000,
    "stops": ". " * 200_000,
    "line breaks": "\n" * 300_000,
    "short lines": "A\n" * 100_000,
    "said": "said " * 100_000,
    "according to": "according to " * 50_000,
    "quoted names": "“A,” said B. " * 20_000,
    "dates": "last year on Thursday in 2019 " * 10_000,
    "open tags": "<a " * 100_000,
    "initials": "A. " * 100_000,
    "hyphens": "a-" * 150_000,
    "number words": "two hundred thousand and " * 20_000,
    "parentheses": "(" * 100_000,
    "spaces": " " * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_linear_time(name):
    # A quadratic rule would take hours here, not seconds: no clock is needed to see it.
    text = HOSTILE[name]
    for one in annotate(text):
        assert one.quote == text[one.start : one.end]
