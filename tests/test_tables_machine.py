"""What rules and reviewers read alike, on the real corpus with marks changed by the test."""

import dataclasses

import pytest

from sourcebook import tables
from sourcebook.annotate import FOUND
from sourcebook.annotation import Annotation
from sourcebook.layers import LAYERS
from sourcebook.scoring import both_readings, score
from sourcebook.tables import causes

TOLD = ["layer", "kind", "article", "quote", "reviewed", "machine"]


@pytest.fixture(scope="module")
def copied(corpus):
    """A corpus whose reviewers marked exactly what the machine marks."""
    reviewed = [
        dataclasses.replace(one, status="reviewed", maker="test", note="")
        for one in both_readings(corpus)[1]
    ]
    return dataclasses.replace(corpus, annotations=tuple(reviewed))


def rows(corpus):
    return list(tables.disagreements(corpus)[TOLD].itertuples(index=False, name=None))


def changed(corpus, layer, article, quote, **attributes):
    """Change the attributes of the first such annotation; none given drops it."""
    found = next(one for one in corpus.layer(layer) if (one.article, one.quote) == (article, quote))
    other = dataclasses.replace(found, attributes={**found.attributes, **attributes})
    kept = [other if one is found else one for one in corpus.annotations]
    if not attributes:
        kept.remove(found)
    return dataclasses.replace(corpus, annotations=tuple(kept))


def test_a_reading_agrees_with_itself(copied):
    assert rows(copied) == []
    table = tables.agreement(copied)
    assert list(table["layer"]) == list(FOUND)
    assert set(table["precision"]) == set(table["recall"]) == {1.0}
    assert not table["missed"].any() and not table["extra"].any()
    read = table[table["reads"] != ""]
    assert dict(zip(read["layer"], read["reads"], strict=True)) == {
        "places": "sense",
        "dates": "day",
        "quotations": "speaker",
        "attributions": "source",
    }
    assert (read["alike"] == read["found"]).all()


def test_what_reviewers_did_not_mark_is_extra(copied):
    hedge = copied.layer("hedges")[0]
    fewer = changed(copied, "hedges", hedge.article, hedge.quote)
    assert rows(fewer) == [("hedges", "extra", hedge.article, hedge.quote, "", hedge["kind"])]
    hedges = tables.agreement(fewer).set_index("layer").loc["hedges"]
    assert (hedges["extra"], hedges["missed"], hedges["recall"]) == (1, 0, 1.0)
    assert hedges["precision"] == hedges["found"] / hedges["machine"] < 1


def test_what_the_machine_did_not_mark_is_missed(copied):
    words = "semiconductor industry"
    start = copied.article("warming-fast").text.index(words)
    mark = Annotation(
        "warming-fast",
        "hedges",
        start,
        start + len(words),
        words,
        {"kind": "modal"},
        "test",
        "reviewed",
    )
    more = dataclasses.replace(copied, annotations=(*copied.annotations, mark))
    assert rows(more) == [("hedges", "missed", "warming-fast", words, "modal", "")]
    hedges = tables.agreement(more).set_index("layer").loc["hedges"]
    assert (hedges["extra"], hedges["missed"], hedges["precision"]) == (0, 1, 1.0)


@pytest.mark.parametrize(
    ("layer", "article", "quote", "attributes", "reviewed"),
    [
        (
            "dates",
            "warming-fast",
            "in 2019",
            {"earliest": "2019-07-01", "latest": "2019-07-04", "anchor": ""},
            "1–4 July 2019",
        ),
        ("dates", "warming-fast", "in 2019", {"anchor": "reset-button:0-2"}, None),
        (
            "quotations",
            "reset-button",
            "“grave threat”",
            {"speaker": "fumio-kishida"},
            "Fumio Kishida",
        ),
        (
            "quotations",
            "reset-button",
            "“grave threat”",
            {"speaker": "unknown", "named": "anonymous"},
            "somebody, not told",
        ),
        ("places", "drop-trade-dispute", "Cambodia", {"sense": "other"}, "Cambodia: other"),
        ("zones", "warming-fast", None, {"zone": "caption"}, "caption"),
    ],
)
def test_one_passage_may_be_read_in_two_ways(copied, layer, article, quote, attributes, reviewed):
    if quote is None:
        quote = next(one.quote for one in copied.layer(layer) if one.article == article)
    told = rows(changed(copied, layer, article, quote, **attributes))
    if reviewed is None:  # only the days count, not what they were counted from
        assert told == []
        return
    [(*place, ours, theirs)] = told
    assert place == [layer, "otherwise", article, quote]
    assert ours == reviewed != theirs != ""


def test_another_number_is_another_figure(copied):
    told = rows(changed(copied, "figures", "reset-button", "64%", value="46"))
    [(layer, kind, article, quote, ours, theirs)] = told
    assert (layer, kind, article, quote) == ("figures", "otherwise", "reset-button", "64%")
    assert ours.startswith("46 ") and theirs.startswith("64 ")


def test_a_day_that_rests_on_a_later_article_reaches_no_edition_without_it(copied):
    day = {"earliest": "2019-07-01", "latest": "2019-07-04", "anchor": "reset-button:0-2"}
    whole = changed(copied, "dates", "warming-fast", "in 2019", **day)
    alone = whole.select(articles=["warming-fast"])
    assert rows(whole)[0][4] == "1–4 July 2019"
    assert rows(alone)[0][4] == "a day that rests on an article outside this edition"


def test_the_counts_are_those_of_the_score(corpus):
    table = tables.agreement(corpus).set_index("layer")
    for one in score(corpus):
        row = table.loc[one.layer]
        assert (row["reviewed"], row["machine"], row["found"]) == (
            one.reviewed,
            one.machine,
            one.found,
        )
        assert (row["missed"], row["precision"]) == (one.reviewed - one.found, one.precision)
        if one.resolved is not None:
            assert row["alike"] == one.resolved


def test_every_disagreement_quotes_its_article_and_has_two_readings(corpus):
    table = tables.disagreements(corpus)
    for row in table.to_dict("records"):
        text = corpus.article(row["article"]).text
        assert text[row["start"] : row["end"]] == row["quote"]
        assert row["reviewed"] != row["machine"], row
        assert (row["kind"] == "missed") == (row["machine"] == "")
        assert (row["kind"] == "extra") == (row["reviewed"] == "")
        assert row["cause"] and not row["cause"].endswith(".")


def test_a_layer_that_nobody_marked_has_no_row(invented):
    nothing = dataclasses.replace(invented, annotations=())
    table = tables.agreement(nothing).set_index("layer")
    assert not table["reviewed"].any() and table["machine"].all()
    assert table["recall"].isna().all()


def _mark(layer, quote="they said", **attributes):
    empty = {column.name: "" for column in LAYERS[layer].columns}
    return Annotation("warming-fast", layer, 900, 909, quote, {**empty, **attributes}, "m", "s")


@pytest.mark.parametrize(
    ("reviewed", "machine", "cause"),
    [
        ([_mark("dates", anchor="reset-button:1-2")], [], causes.ELSEWHERE),
        ([_mark("dates", anchor="warming-fast:1-2 published")], [], causes.NOT_ON_CALENDAR),
        ([_mark("dates", basis="background")], [], causes.OUTSIDE),
        ([_mark("dates")], [_mark("dates")], causes.OTHER_DAYS),
        ([], [_mark("attributions")], causes.VERB),
        ([_mark("attributions", relayed_by="nhk")], [], causes.MESSENGER),
        ([_mark("attributions")], [], causes.PRONOUN),
        ([_mark("attributions", "sources said", named="anonymous")], [], causes.UNNAMED),
        ([_mark("quotations", "“Yes”", named="named")], [], causes.OTHER_SOURCE),
        ([_mark("figures", "dozens")], [], causes.IN_WORDS),
        ([_mark("figures", "5 to 6")], [], causes.OTHER_NUMBER),
        ([_mark("places", "Ely")], [_mark("places", "Ely")], causes.SENSE),
        ([_mark("people", "Ely")], [], causes.UNLISTED),
        ([_mark("terms")], [], causes.TERM),
        ([_mark("hedges")], [], causes.HEDGE),
        ([], [_mark("zones")], causes.PAGE),
    ],
)
def test_a_cause_is_read_from_the_marks(corpus, reviewed, machine, cause):
    assert causes.cause(corpus, reviewed, machine) == cause


def test_a_name_in_the_pages_own_lines_has_that_cause(corpus):
    zone = next(z for z in corpus.layer("zones") if z["zone"] == "navigation")
    name = dataclasses.replace(zone, layer="places", attributes={"key": "x", "sense": "other"})
    assert causes.cause(corpus, [name], []) == causes.FURNITURE


def test_claims_of_two_copies_have_one_origin(corpus):
    table = tables.claims(corpus.select(articles=["reset-button", "drop-trade-dispute"]))
    both = table[table["articles"] == 2]
    assert len(both) > 10
    assert set(table["origins"]) == {1}


def test_claims_are_counted_by_text_and_not_by_the_catalogue(corpus):
    told = tables.claims(corpus).set_index("claim")
    for event in tables.timeline(corpus).to_dict("records"):
        row = told.loc[event["label"]]
        assert (row["articles"], row["origins"]) == (event["articles"], event["origins"])
    assert told["articles"].is_monotonic_decreasing
