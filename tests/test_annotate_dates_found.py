"""What is taken for a time expression, what is not, and the day a text was published."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.annotate.dates import find_dates, find_published
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.interval import Interval

DAY = Interval(date(2024, 5, 15), date(2024, 5, 15))


def found(text: str, published: Interval | None = DAY) -> list[Annotation]:
    return find_dates(Page(text, published=published, given_zones=[]))


@pytest.mark.parametrize(
    "text",
    [
        "It paid $2,019 and £2020 for 2000 people, 1,945 of them dead.",
        "The fine was 2019 yen, or 1999 euros, and rose 2024%.",
        "A Boeing 747 used 1990 metres of runway at Gate 2010.",
        "Call 020 7946 1999 or visit 1945 Main Street.",
        "She unveiled the iPhone 15, Windows 2000 and his 2009 Honda.",
        "He won 3-1 at 9.30pm, by 100-30, in Room 2024.",
        "Theresa May may march on; April Jones and June Smith will spring up.",
        "The fall of the government came in no time.",
        "He scored in the second half and again in the fourth quarter of the game.",
        "A man in his 60s and a four-year-old girl were rescued.",
        "He was sentenced to a five-year term, about 12 months, for theft.",
        "Black Friday and Good Friday are named in the Sunday Times.",
        "They meet every Tuesday, on Mondays, and from April to June each year.",
        "The hearing is expected to last two hours.",
        "Between 1900 and 2000 people came, all in a 2019 Corsa.",
        "They play every Wednesday and Saturday by the Christmas tree.",
        "He watched the last two hours on the wall.",
        "In recent years much has changed; that same idea is this one.",
        "It fell two years before the war and a day after the attack.",
        "On 31.02.2024, 2023-02-30 or 99/99/9999 nothing happens.",
        "the number 99999 and the year 0000 and 5000",
    ],
)
def test_a_number_or_a_name_is_no_date(text: str) -> None:
    assert [annotation.quote for annotation in found(text)] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He left on Thursday.", "on Thursday"),
        ("He left Thursday night.", "Thursday night"),
        ("It was Thursday’s announcement.", "Thursday’s"),
        ("He left in 2019.", "in 2019"),
        ("It is shut since 2018.", "since 2018"),
        ("Since last year he has been away.", "Since last year"),
        ("He will go before the end of this year.", "before the end of this year"),
        ("It is the first in 12 years.", "in 12 years"),
        ("He came on March 16 and 17, 2023, to talk.", "on March 16 and 17, 2023"),
        ("An almost four-year-old feud is over.", "almost four-year-old"),
    ],
)
def test_an_expression_takes_its_preposition_and_hedge(text: str, quote: str) -> None:
    assert [annotation.quote for annotation in found(text)] == [quote]


def test_an_annotation_has_every_column_and_says_how_it_was_read() -> None:
    (annotation,) = found("A study published Friday found no link.")
    assert dict(annotation.attributes) == {
        "earliest": "2024-05-10",
        "latest": "2024-05-10",
        "basis": "inferred",
        "anchor": "published",
        "event": "",
    }
    assert (annotation.layer, annotation.maker, annotation.status) == (
        "dates",
        "rule:dates",
        "machine",
    )
    assert annotation.note == "the last Friday up to the day of publication"


def test_what_is_due_by_a_day_runs_from_the_day_of_publication() -> None:
    (annotation,) = found("It must close by 2026.")
    assert (annotation.quote, annotation["basis"], annotation["anchor"]) == (
        "by 2026",
        "inferred",
        "published",
    )


def test_a_stated_date_needs_no_anchor() -> None:
    (annotation,) = found("It closed in 1987.", None)
    assert (annotation["basis"], annotation["anchor"]) == ("stated", "")


def test_what_nothing_anchors_is_left_out() -> None:
    assert found("She left last week and again on Thursday.", None) == []


def test_in_a_quotation_the_day_of_speaking_is_noted() -> None:
    (annotation,) = found("“We begin today,” she said.")
    assert annotation["earliest"] == "2024-05-15"
    assert "in a quotation" in annotation.note


def test_the_sites_own_furniture_is_not_read() -> None:
    text = "Updated last week\nIt fell on Monday."
    furniture = Page(text).mark("zones", 0, 17, {"zone": "navigation"}, "rule:zones")
    page = Page(text, published=DAY, given_zones=[furniture])
    assert [annotation.quote for annotation in find_dates(page)] == ["on Monday"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The king visits a mill on Friday.", "2024-05-10"),
        ("The mill that the king will visit on Friday.", "2024-05-17"),
    ],
)
def test_a_captions_present_tense_is_past(text: str, day: str) -> None:
    caption = Page(text).mark("zones", 0, len(text), {"zone": "caption"}, "rule:zones")
    (annotation,) = find_dates(Page(text, published=DAY, given_zones=[caption]))
    assert annotation["earliest"] == day


@pytest.mark.parametrize(
    ("text", "day", "quote"),
    [
        ("Bridge shut\n\nPublished 3 May 2024, 09:10\n\nText.", "2024-05-03", "3 May 2024"),
        ("Head\nUpdated 4 May 2024\nPublished 3 May 2024\nText.", "2024-05-03", "3 May 2024"),
        ("Head\nLast updated: 4 May 2024 10:00 BST\nText.", "2024-05-04", "4 May 2024"),
        ("Head\nBy Jane Doe | March 3, 2024\nText.", "2024-03-03", "March 3, 2024"),
        ("KYIV, Ukraine, Feb 24, 2022 (Wire) - Text.", "2022-02-24", "Feb 24, 2022"),
        ("PARIS — March 3, 2024 — Text.", "2024-03-03", "March 3, 2024"),
        ("09:00 March 3, 2024\n\nPARIS, March 3 (Wire) -- Text.", "2024-03-03", "March 3, 2024"),
        ("2024-03-03T09:00:00Z\nHead\nText.", "2024-03-03", "2024-03-03"),
        ("Text, long enough.\n\nPublished - March 3, 2024 09:10 am", "2024-03-03", "March 3, 2024"),
        ("BERLIN, Sept. 5 - On Monday, Sept. 2, the 2023 law fell.", "2024-09-05", "Sept. 5"),
    ],
)
def test_the_day_of_publication_is_found_in_the_text(text: str, day: str, quote: str) -> None:
    read = find_published(Page(text, article="a", given_zones=[]))
    assert read is not None
    start = text.index(quote)
    assert (str(read[0].earliest), str(read[0].latest)) == (day, day)
    assert read[1] == f"a:{start}-{start + len(quote)}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A study published in a journal on 3 May 2024 found that it works.",
        "PARIS, March 3 (Wire) -- The year of the dateline is open.",
        "ROME (Wire) — The act of July 4, 1776, was read out loud again.",
    ],
)
def test_a_text_may_not_say_when_it_was_published(text: str) -> None:
    assert find_published(Page(text, given_zones=[])) is None


def test_a_given_day_of_publication_goes_before_the_texts() -> None:
    page = Page("Published 3 May 2020\n\nText.", published=DAY, given_zones=[])
    assert find_published(page) == (DAY, "published")


def test_a_dateline_takes_its_year_from_the_line_above() -> None:
    text = "09:00 March 3, 2024\n\nPARIS, March 3 (Wire) -- It fell on Friday."
    zone = Page(text).mark("zones", 21, 46, {"zone": "dateline"}, "rule:zones")
    full, dateline, friday = find_dates(Page(text, article="a", given_zones=[zone]))
    assert (full["basis"], dateline["basis"], friday["basis"]) == ("stated", "stated", "inferred")
    assert dateline["earliest"] == "2024-03-03" and dateline["anchor"] == "a:6-19"
    assert friday["earliest"] == "2024-03-01" and friday["anchor"] == "a:6-19"


PIECES = st.sampled_from(
    "in on since last next this the same that following Monday Friday’s May March Jun. Nov. "
    "31 30 2 12 1999 2024 0000 9999 99999 two a an year's years ago later earlier than - – / , . "
    "1/2/3 3/4/2023 30/02/2024 1910-45 Q3 FY24 fiscal half first quarter of end century 19th "
    "decade 1990s '60s spring fall weekend during his visit at time today \u017fix \u0131t "
    "\ud800 \0 ( [ ) * + ? $ ^ \\ “ ” late mid- early before by until week month World War "
    "II".split()
)
INTERVALS = st.none() | st.tuples(st.dates(), st.dates()).map(lambda two: Interval(*sorted(two)))


@given(
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\u00a0"])), max_size=25).map(
        lambda pairs: "".join(piece + gap for piece, gap in pairs)
    )
    | st.text(max_size=200),
    INTERVALS,
)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_sound_annotations(text: str, published: Interval | None) -> None:
    annotations = found(text, published)
    for annotation in annotations:
        assert annotation.quote == text[annotation.start : annotation.end] != ""
        earliest, latest = annotation["earliest"], annotation["latest"]
        assert date.fromisoformat(earliest) <= date.fromisoformat(latest)
        assert annotation["basis"] in ("stated", "inferred", "background")
    for first, second in pairwise(annotations):
        assert first.end <= second.start


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "3/4/2023 ", " Thursday", "last ", "1-1-", "May 1, 2, 3, ", "more than about "),
        *("\n", "during his visit ", "in 2019 at the time ", "a year later ", "(", "March and "),
        "\ud800",
    ],
)
def test_hostile_text_is_read_in_one_pass(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for annotation in found(text):
        assert annotation.quote == text[annotation.start : annotation.end]
