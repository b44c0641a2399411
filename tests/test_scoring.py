"""The comparison of machine and people counts what it says it counts."""

from dataclasses import replace

import pytest

from sourcebook import Annotation
from sourcebook.layers import LAYERS
from sourcebook.scoring import RESOLVED, Score, both_readings, compare, lines, score


def mark(layer, start, end, article="a", **attributes):
    empty = {column.name: "" for column in LAYERS[layer].columns}
    quote = "x" * (end - start)
    return Annotation(article, layer, start, end, quote, {**empty, **attributes}, "m", "reviewed")


def one(layer, reviewed, machine, named=lambda key: True):
    return next(s for s in compare(reviewed, machine, named) if s.layer == layer)


def test_zones_are_counted_by_character():
    reviewed = [mark("zones", 0, 10, zone="headline")]
    machine = [mark("zones", 0, 8, zone="headline"), mark("zones", 8, 12, zone="byline")]
    assert one("zones", reviewed, machine) == Score("zones", 10, 12, 8, 8)


def test_dates_are_found_by_their_words_and_right_by_their_days():
    reviewed = [
        mark("dates", 0, 8, earliest="2024-01-01", latest="2024-01-01"),
        mark("dates", 20, 28, earliest="2024-01-02", latest="2024-01-02"),
        mark("dates", 40, 48, earliest="2024-01-03", latest="2024-01-03"),
    ]
    machine = [
        mark("dates", 3, 8, earliest="2024-01-01", latest="2024-01-01"),
        mark("dates", 20, 28, earliest="2024-01-02", latest="2024-01-09"),
        mark("dates", 60, 68, earliest="2024-01-03", latest="2024-01-03"),
    ]
    assert one("dates", reviewed, machine) == Score("dates", 3, 3, 2, 2, 1)


def test_two_readings_of_one_span_need_one_match():
    reviewed = [
        mark("dates", 0, 8, earliest="2024-01-01", latest="2024-01-01", event="one"),
        mark("dates", 0, 8, earliest="2024-01-01", latest="2024-01-01", event="two"),
    ]
    machine = [mark("dates", 0, 8, earliest="2024-01-01", latest="2024-01-01")]
    assert one("dates", reviewed, machine) == Score("dates", 1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("value", "found"), [("64", 1), ("64.0", 1), ("46", 0), ("", 0), ("unknown", 0)]
)
def test_figures_must_say_the_same_number(value, found):
    reviewed, machine = [mark("figures", 0, 3, value="64")], [mark("figures", 0, 3, value=value)]
    assert one("figures", reviewed, machine).found == found


def test_only_registered_names_count():
    reviewed = [mark("people", 0, 3, key="ada"), mark("people", 5, 8, key="an-official")]
    machine = [mark("people", 0, 3, key="ada"), mark("people", 9, 12, key="unknown")]
    assert one("people", reviewed, machine, lambda key: key == "ada") == Score("people", 1, 1, 1, 1)


def test_a_quotation_must_be_more_than_half_the_same():
    reviewed = [mark("quotations", 0, 20, speaker="ada", named="named")]
    half = [mark("quotations", 0, 10, speaker="ada", named="named")]
    more = [mark("quotations", 0, 11, speaker="ada", named="named")]
    assert one("quotations", reviewed, half).found == 0
    assert one("quotations", reviewed, more).resolved == 1


def test_an_unnamed_speaker_is_right_if_the_same_words_stand_for_them():
    said = {"named": "anonymous", "speaker_start": "30", "speaker_end": "40"}
    reviewed = [mark("quotations", 0, 20, speaker="official-one", **said)]
    other = {**said, "speaker_start": "41", "speaker_end": "50"}
    same = [mark("quotations", 0, 20, speaker="an official", **said)]
    wrong = [mark("quotations", 0, 20, speaker="an official", **other)]
    assert one("quotations", reviewed, same).resolved == 1
    assert one("quotations", reviewed, wrong).resolved == 0


def test_articles_are_kept_apart():
    reviewed = [mark("hedges", 0, 5, kind="modal")]
    machine = [mark("hedges", 0, 5, article="b", kind="modal")]
    assert one("hedges", reviewed, machine) == Score("hedges", 1, 1, 0, 0)


def test_nothing_reviewed_and_nothing_found_is_no_error():
    empty = one("terms", [], [])
    assert (empty.precision, empty.recall, empty.f) == (1.0, 1.0, 1.0)


def test_people_scored_against_themselves_are_perfect(corpus):
    found = compare(corpus.annotations, corpus.annotations, lambda key: True)
    assert [s.layer for s in found if (s.f, s.precision) != (1.0, 1.0)] == []
    assert [s.layer for s in found if s.layer in RESOLVED and s.resolved != s.reviewed] == []


def test_only_what_somebody_has_read_is_compared(corpus):
    unread = [
        replace(one, status="machine")
        if one.article != "warming-fast" or one.layer == "dates"
        else one
        for one in corpus.annotations
    ]
    ours, theirs = both_readings(replace(corpus, annotations=tuple(unread)))
    for reading in (ours, theirs):
        assert {one.article for one in reading} == {"warming-fast"}
        assert "dates" not in {one.layer for one in reading}
    assert len(theirs) > 50


def test_a_layer_without_reviewed_rows_has_no_score():
    assert list(lines("", compare([], [mark("hedges", 0, 5)], lambda key: True)))[-1] == (
        "| hedges | – | – | – | – | – | nothing reviewed |"
    )


def test_the_table_has_a_row_for_every_layer(corpus):
    scores = score(corpus)
    table = list(lines("five", scores))
    assert table[:4] == [
        "### five",
        "",
        "| layer | reviewed | machine | precision | recall | F | pointing right |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    assert [line.split(" | ")[0].removeprefix("| ") for line in table[4:]] == [
        s.layer for s in scores
    ]
