import dataclasses
import re
from datetime import date

import pandas as pd
import pytest

from sourcebook import tables
from sourcebook.annotate import FOUND
from sourcebook.layers import LAYERS, POSITION, PROVENANCE

JOINED = ("articles", "timeline", "voices", "roles", "agreement", "disagreements", "claims")
DAY = "datetime64"

# The columns that hold something else than text.
TABLES = {
    "zones": {},
    "people": {},
    "organisations": {},
    "places": {},
    "dates": {"earliest": DAY, "latest": DAY},
    "events": {},
    "figures": {"value": "float64", "low": "float64", "high": "float64"},
    "quotations": {"speaker_start": "Int64", "speaker_end": "Int64"},
    "attributions": {},
    "terms": {},
    "hedges": {},
    "differences": {},
    "provenance": {},
    "articles": {"earliest": DAY, "latest": DAY, "words": "int64", "defects": "int64"},
    "timeline": {"earliest": DAY, "latest": DAY, "articles": "int64", "origins": "int64"},
    "voices": {"start": "int64", "end": "int64", "direct": "bool"},
    "roles": {"start": DAY, "end": DAY},
    "agreement": {
        **dict.fromkeys(("reviewed", "machine", "found", "missed", "extra"), "int64"),
        **{"precision": "float64", "recall": "float64", "alike": "Int64"},
    },
    "disagreements": {"start": "int64", "end": "int64"},
    "claims": dict.fromkeys(("articles", "origins", "start", "end"), "int64"),
}
COUNTED = [name for name in TABLES if name != "disagreements"]  # what the rules find may change


def documented(name):
    """The columns that a function's docstring promises, in order."""
    _, _, said = getattr(tables, name).__doc__.partition("Columns:")
    while "(" in said:
        said = re.sub(r"\([^()]*\)", "", said)
    return [column.strip(" .\n") for column in said.split(",")]


def kinds(frame):
    """Each column's type, any resolution of time and any kind of text being one."""
    found = {column: str(kind).partition("[")[0] for column, kind in frame.dtypes.items()}
    return {column: kind for column, kind in found.items() if kind not in ("str", "object")}


def rows(corpus, name):
    """How many rows a table should have, counted over the annotations themselves."""
    if name in LAYERS:
        return len(corpus.layer(name))
    if name == "articles":
        return len(corpus.articles)
    if name == "timeline":
        return len({a["event"] for a in corpus.layer("events")})  # all of them can be dated
    if name == "agreement":
        return len(FOUND)
    if name == "claims":
        reported = corpus.layer("events"), corpus.layer("figures")
        return len({a["event"] for a in reported[0]}) + len({a["figure"] for a in reported[1]})
    if name == "voices":
        return len(corpus.layer("quotations")) + len(corpus.layer("attributions"))
    mentions = [*corpus.layer("people"), *corpus.layer("organisations")]
    return len({(a["key"], a["role"]) for a in mentions if a["role"]})


def test_there_is_one_table_for_every_layer_and_a_few_that_join():
    assert set(tables.__all__) == {*LAYERS, *JOINED} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_that_its_docstring_lists(corpus, name):
    own = documented(name)
    expected = own if name in JOINED else [*POSITION, *own, *PROVENANCE]
    assert list(getattr(tables, name)(corpus).columns) == expected


@pytest.mark.parametrize("name", COUNTED)
def test_a_table_has_a_row_for_each_thing_it_shows(corpus, name):
    assert len(getattr(tables, name)(corpus)) == rows(corpus, name)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_these_types(corpus, name):
    frame = getattr(tables, name)(corpus)
    position = {} if name in JOINED else {"start": "int64", "end": "int64"}
    assert kinds(frame) == {**position, **TABLES[name]}


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_selection_gives_an_empty_table_of_the_same_shape(corpus, name):
    table = getattr(tables, name)
    nothing = table(corpus.select(as_of=date(1900, 1, 1)))
    assert len(nothing) == 0
    assert list(nothing.columns) == list(table(corpus).columns)
    assert kinds(nothing) == kinds(table(corpus))


@pytest.mark.parametrize("name", TABLES)
def test_changing_a_table_changes_neither_the_corpus_nor_the_next_table(corpus, name):
    table = getattr(tables, name)
    first, second = table(corpus), table(corpus)
    first.loc[:, first.columns[0]] = "overwritten"
    pd.testing.assert_frame_equal(table(corpus), second)


@pytest.mark.parametrize("name", LAYERS)
def test_a_row_is_an_annotation_with_its_words(corpus, name):
    frame = getattr(tables, name)(corpus)
    held = [(a.article, a.start, a.end, a.quote) for a in corpus.layer(name)]
    assert list(frame[list(POSITION)].itertuples(index=False, name=None)) == held


def test_an_empty_cell_is_no_number_and_an_empty_string(corpus):
    frame = tables.figures(corpus).set_index(["article", "figure"])
    bound = frame.loc[("reset-button", "dispute-length")]
    assert pd.isna(bound["value"])
    assert bound["high"] == 4.0
    assert frame.loc[("drop-trade-dispute", "not-apologetic")]["hedge"] == ""


def test_a_selections_table_holds_its_articles_only(corpus):
    early = corpus.select(as_of=date(2020, 12, 31))
    assert list(tables.articles(early)["article"]) == list(early.articles)
    assert set(tables.places(early)["article"]) == set(early.articles)


def test_articles_say_how_their_date_is_known(corpus):
    frame = tables.articles(corpus).set_index("article")
    assert dict(frame["dated"]) == {
        "beijing-urges-seoul": "inferred",
        "reset-button": "inferred",
        "seoul-beefs-up-diplomacy": "stated",
        "drop-trade-dispute": "inferred",
        "warming-fast": "inferred",
    }
    assert frame.loc["beijing-urges-seoul", "earliest"] == pd.Timestamp(2020, 11, 8)
    assert frame.loc["beijing-urges-seoul", "latest"] == pd.Timestamp(2021, 7, 22)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            "tokyo-summit",
            {"precision": "day", "outlook": "happened", "articles": 2, "origins": 2},
        ),
        (
            "security-dialogue-restart",
            {"precision": "range", "outlook": "expected", "articles": 2, "origins": 1},
        ),
        (
            "radar-incident",
            {"precision": "year", "outlook": "happened", "articles": 1, "origins": 1},
        ),
        (
            "missile-data-plan",
            {"precision": "month", "outlook": "happened", "articles": 2, "origins": 2},
        ),
    ],
)
def test_the_timeline_says_how_closely_and_by_whom_an_event_is_told(corpus, event, expected):
    row = tables.timeline(corpus).set_index("event").loc[event]
    assert {column: row[column] for column in expected} == expected


def test_one_article_that_tells_an_event_as_past_is_enough(corpus):
    other_way_round = dataclasses.replace(corpus, annotations=corpus.annotations[::-1])
    for whole in (corpus, other_way_round):
        told = {a["outlook"] for a in whole.layer("events", event="shuttle-diplomacy-agreed")}
        row = tables.timeline(whole).set_index("event").loc["shuttle-diplomacy-agreed"]
        assert (told, row["outlook"]) == ({"happened", "expected"}, "happened")


def test_the_timeline_is_in_order(corpus):
    frame = tables.timeline(corpus)
    assert frame["earliest"].is_monotonic_increasing
    assert frame["event"].is_unique
    assert list(frame["event"][:2]) == ["japanese-rule", "treaty-1965"]


def test_before_the_summit_the_timeline_tells_it_as_still_to_come(corpus):
    eve = tables.timeline(corpus.select(as_of=date(2023, 3, 15))).set_index("event")
    assert eve.loc["tokyo-summit", "outlook"] == "planned"
    assert "tokyo-summit" not in set(
        tables.timeline(corpus.select(as_of=date(2020, 12, 31)))["event"]
    )


def test_voices_tell_named_anonymous_and_relayed_apart(corpus):
    frame = tables.voices(corpus)
    assert set(frame["voice"]) == {"named", "anonymous", "relayed"}
    first = frame[frame["article"] == "beijing-urges-seoul"].set_index("start")
    assert first.loc[248, "speaker"] == "Office of the President of South Korea"
    assert first.loc[248, "voice"] == "relayed"
    assert first.loc[744, "voice"] == "anonymous"
    assert list(frame["article"].unique()) == list(corpus.articles)


def test_voices_hold_every_quotation_and_every_attribution(corpus):
    frame = tables.voices(corpus)
    assert int(frame["direct"].sum()) == len(corpus.layer("quotations"))
    assert int((~frame["direct"]).sum()) == len(corpus.layer("attributions"))


def test_roles_are_dated_and_name_the_articles_that_give_them(corpus):
    frame = tables.roles(corpus).set_index(["key", "role"])
    party = frame.loc["democratic-party-of-korea"]
    assert dict(party["article"]) == {
        "main opposition party": "reset-button drop-trade-dispute",
        "ruling party": "seoul-beefs-up-diplomacy",
    }
    moon = frame.loc[("moon-jae-in", "President of South Korea")]
    assert (moon["start"], moon["end"]) == (pd.Timestamp(2017, 5, 10), pd.Timestamp(2022, 5, 9))
    assert pd.isna(frame.loc[("yang-gi-ho", "professor at Sungkonghoe University")]["start"])


@pytest.mark.parametrize(
    ("as_of", "end"),
    [
        (date(2020, 12, 31), pd.NaT),  # nobody could know it
        (date(2022, 5, 8), pd.NaT),
        (date(2022, 5, 9), pd.Timestamp(2022, 5, 9)),
        (None, pd.Timestamp(2022, 5, 9)),
    ],
)
def test_an_edition_does_not_know_the_later_end_of_a_role(corpus, as_of, end):
    frame = tables.roles(corpus.select(as_of=as_of)).set_index(["key", "role"])
    told = frame.loc[("moon-jae-in", "President of South Korea"), "end"]
    assert told is end or told == end
