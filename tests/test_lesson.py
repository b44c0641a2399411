from datetime import date

import pandas as pd
import pytest

from sourcebook import SourcebookError, charts
from sourcebook.errors import UnknownName
from sourcebook.lesson import open_lesson


@pytest.fixture(autouse=True)
def in_the_kit(monkeypatch, root):
    monkeypatch.chdir(root)


@pytest.fixture
def late():
    return open_lesson(as_of="2023-03-31")


@pytest.fixture
def early():
    return open_lesson(as_of="2020-12-31")


# Opening an edition


def test_an_edition_says_what_it_rests_on(late, early):
    assert repr(open_lesson()) == "Rests on 5 articles, 4 origins."
    assert repr(late) == "As of 31 March 2023. Rests on 5 articles, 4 origins."
    assert repr(early) == (
        "As of 31 December 2020. Rests on 2 articles, 2 origins. beijing-urges-seoul is undated "
        "(8 November 2020 – 22 July 2021) and may be later than this edition."
    )


def test_a_day_may_be_given_as_text_or_as_a_date(early):
    assert open_lesson(as_of=date(2020, 12, 31)).corpus == early.corpus


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            {"audience": "parents"},
            "no audience 'parents'. Valid: briefing, classroom, self-study, teacher",
        ),
        (
            {"audience": "self study"},
            "no audience 'self study'; did you mean 'self-study'? "
            "Valid: briefing, classroom, self-study, teacher",
        ),
        (
            {"terms": "neutrall"},
            "no choice of terms 'neutrall'; did you mean 'neutral'? Valid: as-published, neutral",
        ),
        (
            {"articles": ["reset"]},
            "no article 'reset'. Valid: beijing-urges-seoul, "
            "drop-trade-dispute, reset-button, seoul-beefs-up-diplomacy, warming-fast",
        ),
    ],
)
def test_unknown_choices_list_the_valid_ones(choice, message):
    with pytest.raises(UnknownName) as error:
        open_lesson(**choice)
    assert str(error.value) == message


@pytest.mark.parametrize("day", ["yesterday", "2020-13-01", "31/12/2020", ""])
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(SourcebookError) as error:
        open_lesson(as_of=day)
    assert str(error.value) == f"as_of {day!r} is not a day of the calendar, written YYYY-MM-DD"


def test_an_edition_without_articles_is_refused_with_a_remedy():
    with pytest.raises(SourcebookError) as error:
        open_lesson(articles=["warming-fast"], as_of="2020-12-31")
    assert str(error.value) == (
        "no article is left: the chosen ones were all published after 2020-12-31. "
        "Choose a later as_of or other articles."
    )


# Sentences that rest on evidence


def test_a_sentence_is_printed_if_the_edition_holds_its_evidence(late):
    rush = late.figure("no-need-to-rush")
    said = late.say("{rush} said so ({rush:source}, {rush:support}).", rush=rush)
    assert said.text == "64%[1][2] said so (Gallup Korea, 2 articles, 1 origin)."


def test_without_its_evidence_the_other_sentence_is_printed_or_none(early):
    rush = early.figure("no-need-to-rush")
    assert early.say("{rush}.", "No poll yet.", rush=rush).text == "No poll yet."
    assert early.say("{rush}.", rush=rush) is None
    assert early.sources() is None


def test_one_missing_piece_is_enough_to_hold_a_sentence_back(early):
    values = {"ruling": early.event("supreme-court-ruling"), "summit": early.event("tokyo-summit")}
    assert early.say("{ruling} {summit}", **values) is None
    assert early.say("{ruling:words}", ruling=values["ruling"]).text == (
        "South Korea’s Supreme Court rules on compensation"
    )


def test_as_of_the_eve_the_summit_is_planned_and_has_not_happened():
    eve = open_lesson(as_of="2023-03-15")
    assert not eve.event("tokyo-summit", "happened")
    assert eve.event("tokyo-summit", "planned", "expected")
    assert open_lesson().event("tokyo-summit", "happened").part("date") == "16 March 2023"


def test_the_answer_numbers_the_claims_that_are_left(early, late):
    def claims(lesson):
        return (
            lesson.say("{x:words}.", x=lesson.event("supreme-court-ruling")),
            lesson.say("{x:words}.", x=lesson.event("tokyo-summit")),
        )

    assert early.answer(*claims(early)).text == (
        "1. South Korea’s Supreme Court rules on compensation."
    )
    assert late.answer(*claims(late)).text.endswith("2. Yoon and Kishida meet in Tokyo.")
    assert early.answer(None, None) is None


def test_a_figures_parts_come_from_the_article_that_gives_it(late):
    share = late.figure("not-apologetic")
    assert [share.part(name) for name in ("words", "hedge", "unit", "source")] == [
        "Around 85%",
        "Around",
        "% of respondents",
        "Gallup Korea",
    ]
    earlier = open_lesson(articles=["drop-trade-dispute"]).figure("not-apologetic")
    assert (earlier.part("words"), earlier.part("hedge")) == ("85%", "")


def test_an_amount_is_a_number_or_an_error_that_names_it(late, early):
    assert late.amount("japan-exports-to-korea") == 52e9
    with pytest.raises(SourcebookError, match="no one value for japan-exports-to-korea, but: none"):
        early.amount("japan-exports-to-korea")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda lesson: lesson.figure("rush"), "no entry of figures 'rush'"),
        (lambda lesson: lesson.event("summit"), "no entry of events 'summit'"),
        (lambda lesson: lesson.use("labour"), "no entry of terms 'labour'"),
        (lambda lesson: lesson.term("labour"), "no entry of terms 'labour'"),
        (lambda lesson: lesson.place("dokdo"), "no entry of places 'dokdo'"),
        (lambda lesson: lesson.compare("missiles"), "no entry of differences 'missiles'"),
        (lambda lesson: lesson.passage("reset", "x"), "no article 'reset'"),
    ],
)
def test_a_mistyped_key_is_an_error_under_every_as_of(early, late, ask, message):
    for lesson in (early, late):
        with pytest.raises(UnknownName, match=message):
            ask(lesson)


def test_a_misquotation_does_not_hide_behind_an_early_date(early):
    assert not early.passage("reset-button", "“grave threat”")
    with pytest.raises(SourcebookError, match="'grave danger' stands 0 times in reset-button"):
        early.passage("reset-button", "grave danger")


def test_evidence_can_be_joined_and_is_counted_as_a_whole(late):
    joined = late.together(
        late.passage("warming-fast", "“important neighbor”"),
        late.figure("no-need-to-rush"),
        late.figure("no-need-to-rush"),
    )
    assert (f"{joined:support}", joined.part("words")) == (
        "3 articles, 2 origins",
        "“important neighbor”",
    )
    assert len(joined.spans) == 3


def test_joined_evidence_speaks_with_the_first_piece_that_is_there(early):
    joined = early.together(early.event("tokyo-summit"), early.event("supreme-court-ruling"))
    assert joined.part("words") == "South Korea’s Supreme Court rules on compensation"
    assert not early.together(early.event("tokyo-summit"))


def test_uses_of_a_term_can_be_narrowed_to_a_wording(late):
    use = late.use("rule-of-korea", "occupation")
    assert use.articles == ("drop-trade-dispute",)
    assert use.part("variant") == "occupation"
    assert late.use("rule-of-korea").independent == 2


# Terms and places


@pytest.mark.parametrize(
    ("concept", "articles", "published"),
    [
        ("mobilised-labour", ["warming-fast"], "“former requisitioned workers”"),
        ("mobilised-labour", ["drop-trade-dispute"], "“wartime labour”"),
        ("rule-of-korea", ["drop-trade-dispute"], "“occupation”"),
        ("rule-of-korea", ["seoul-beefs-up-diplomacy"], "“colonization”"),
        # None of its articles speaks of it: the kit's own words
        ("rule-of-korea", ["warming-fast"], "Japan’s rule of Korea from 1910 to 1945"),
    ],
)
def test_terms_as_published_are_the_articles_and_in_quotation_marks(concept, articles, published):
    assert open_lesson(articles=articles).term(concept) == published


@pytest.mark.parametrize(
    ("concept", "neutral"),
    [
        ("mobilised-labour", "Koreans’ wartime labour for Japanese companies"),
        ("rule-of-korea", "Japan’s rule of Korea from 1910 to 1945"),
        ("export-measures", "Japan’s 2019 measures on exports to South Korea"),
    ],
)
def test_neutral_terms_are_the_vocabularys(concept, neutral):
    assert open_lesson(terms="neutral").term(concept) == neutral


def test_places_as_published_and_neutral(late, early):
    islands = "the islands called Dokdo in Korean and Takeshima in Japanese"
    assert late.place("dokdo-takeshima") == "“disputed islands”"
    assert early.place("dokdo-takeshima") == islands
    assert open_lesson(terms="neutral").place("dokdo-takeshima") == islands
    assert late.place("south-korea") == "“South Korea”"


# Side by side


def test_a_difference_with_all_its_sides_is_explained(late):
    shown = late.compare("missile-data")
    assert shown.text == (
        "Missile data: an agreement between two or among three? (2 articles, 2 origins)\n"
        "“South Korea and Japan at the time agreed to exchange real-time intelligence” — "
        "drop-trade-dispute[1]: two countries agreed\n"
        "“Tokyo, Washington and Seoul agreed during a trilateral summit in November” — "
        "warming-fast[2]: three countries agreed\n\n"
        "One article says that South Korea and Japan agreed to exchange the data. Another says "
        "that Tokyo, Washington and Seoul agreed on a plan to share it, and that it would pass "
        "through the United States.[1][2]\n\n"
        "[Background, not from these articles] The leaders of all three countries met in Phnom "
        "Penh on 13 November 2022, and their joint statement speaks of sharing missile warning "
        "data among the three."
    )


def test_a_difference_that_lacks_a_side_is_not_explained(early):
    alone = open_lesson(articles=["warming-fast"]).compare("missile-data")
    # Nor does its title speak of sides that are not there.
    assert alone.text == (
        "One account in this edition: three countries agreed (1 article, 1 origin)\n"
        "“Tokyo, Washington and Seoul agreed during a trilateral summit in November” — "
        "warming-fast[1]: three countries agreed"
    )
    assert early.compare("missile-data") is None


def test_what_no_article_says_stands_apart_as_background(late):
    shown = late.compare("radar-or-no-cause")
    assert "\n\n[Background, not from these articles] The incident was on 20" in shown.text
    assert '<div class="background" role="note">' in shown.html


def test_a_claim_does_not_stand_without_the_denial_that_is_known():
    alone = open_lesson(articles=["warming-fast"]).compare("radar-or-no-cause")
    assert "The articles do not say" not in alone.text
    assert "South Korea’s government denied" in alone.text
    without = open_lesson(articles=["reset-button"]).compare("radar-or-no-cause")
    assert "Background" not in without.text


@pytest.mark.parametrize("difference", ["missile-data", "cause-of-measures", "chinas-part"])
@pytest.mark.parametrize("as_of", ["2020-12-31", "2023-03-09", "2023-03-31"])
def test_every_side_shown_belongs_to_the_edition(corpus, difference, as_of):
    lesson = open_lesson(as_of=as_of)
    shown = lesson.compare(difference)
    absent = set(corpus.articles) - set(lesson.corpus.articles)
    assert [id_ for id_ in absent if shown and f"— {id_}" in shown.text] == []


def test_passages_stand_side_by_side_with_who_says_them(late, early):
    def pair(lesson):
        return lesson.beside(
            "Two voices",
            lesson.passage("reset-button", "“grave threat”"),
            lesson.passage("warming-fast", "Only three days had passed"),
        )

    assert pair(late).text == (
        "Two voices (2 articles, 2 origins)\n"
        "“grave threat” — reset-button[1]: Yoon Suk Yeol\n"
        "“Only three days had passed” — warming-fast[2]: the article’s own words"
    )
    assert pair(early) is None


# Everything else a cell may show


def test_background_and_assumptions_say_that_they_are_no_source(late, early):
    assert late.background("Known.").text == "[Background, not from these articles] Known."
    rush = late.figure("no-need-to-rush")
    assert late.assumption("{x:words} ± {n}", x=rush, n=3).text == (
        "[Assumption, not a source] 64% ± 3"
    )
    assert early.assumption("{x}", x=early.figure("no-need-to-rush")) is None


def test_a_chart_is_cited_in_its_source_line(late, early):
    figures = ["no-need-to-rush"]
    shown = late.show(charts.poll_figures(late.corpus, figures))
    assert '<a href="#s2" aria-label="Source 2">2</a></sup></p>' in shown.html
    assert "64%" in shown.text
    assert early.show(charts.poll_figures(early.corpus, figures)) is None


def test_a_paragraph_is_marked_or_left_out(late, early):
    shown = late.mark("reset-button", "64% of respondents", "figures")
    assert "[figures 64%] of respondents said" in shown.text
    assert early.mark("reset-button", "64% of respondents", "figures") is None


def test_a_table_takes_rows_or_a_frame_and_is_left_out_when_empty(late):
    assert late.table([["a", 1]], "C", "x", "y").text == "C\nx | y\na | 1"
    assert late.table(pd.DataFrame({"x": ["a"]}), "C").text == "C\nx\na"
    assert late.table([], "C", "x") is None
    assert late.table(pd.DataFrame({"x": []}), "C") is None


def test_the_sources_are_what_was_cited_and_nothing_else(late):
    late.say("{x}", x=late.passage("warming-fast", "Only three days had passed"))
    late.say("{x:words}", x=late.passage("reset-button", "“grave threat”"))
    assert late.sources().text.startswith("[1] warming-fast — “Japan-South Korea Relations")
    assert "reset-button" not in late.sources().text


def test_a_hostile_title_is_escaped_wherever_a_sentence_prints_it():
    title = "<script>alert(1)</script> & {x} **b**"
    lesson = open_lesson(title=title, prepared_for=title)
    said = lesson.say("{title}, {name}", title=lesson.title, name=lesson.prepared_for)
    page = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {x} **b**"
    assert said.html == f"<p>{page}, {page}</p>"
    assert said.text == f"{title}, {title}"
    assert lesson._repr_html_().endswith(
        f'<p class="edition">{page}. Prepared for {page}. Rests on 5 articles, 4 origins.</p>'
    )


def test_the_set_up_cell_brings_the_style_sheet_and_the_edition(early):
    page = early._repr_html_()
    assert page.startswith("<style>")
    assert page.endswith("and may be later than this edition.</p>")


def test_a_term_can_be_that_of_the_articles_a_sentence_rests_on(late):
    ruling = late.event("supreme-court-ruling")
    assert late.term("mobilised-labour") == "“wartime labor”"
    assert late.term("mobilised-labour", ruling) == "“wartime forced labor”"


def test_the_last_day_of_the_calendar_is_a_day_like_others():
    lesson = open_lesson(as_of="9999-12-31")
    assert repr(lesson) == "As of 31 December 9999. Rests on 5 articles, 4 origins."
    drawn = charts.timeline(lesson.corpus, date(2018, 1, 1))
    assert drawn.alt == charts.timeline(open_lesson().corpus, date(2018, 1, 1)).alt
    assert "Dotted line" not in drawn.unit  # it lies far outside the axis
