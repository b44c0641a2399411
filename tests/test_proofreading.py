"""A finished handout, read as a proofreader does: numbers, dates and quotations of each block."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from proofs import cite, found, passage, sheet, slips

from sourcebook.evidence import paragraph
from sourcebook.handouts.proofreading import Slip, proofread
from sourcebook.lesson import open_lesson

NUMBER = "no passage cited here prints this number"
DATE = "no passage cited here dates anything to it"
WORDS = "no passage cited here says these words"


@pytest.fixture(scope="module")
def poll(corpus):
    return passage(corpus, "reset-button", "64%")


@pytest.fixture(scope="module")
def totals(corpus):
    return passage(corpus, "reset-button", "$52 billion")


@pytest.fixture(scope="module")
def visit(corpus):
    return passage(corpus, "warming-fast", "March 16 and 17")


# The three plants


def test_a_planted_percentage_is_caught_and_the_right_one_is_not(corpus, poll):
    body = f"<p>In one poll, 64% of respondents saw no need to rush.{cite(1)}</p>"
    assert slips(corpus, body, poll) == []
    planted = f"{body}<p>About 65 % agreed.</p>"
    assert slips(corpus, planted, poll) == [("65 %", NUMBER)]
    beside_a_citation = body.replace("64%", "65 %")
    assert slips(corpus, beside_a_citation, poll) == [("65 %", NUMBER)]


def test_a_quotation_with_one_word_changed_is_caught(corpus, poll):
    body = f"<p>They saw “no need to rush to improve ties with Japan”.{cite(1)}</p>"
    assert slips(corpus, body, poll) == []
    changed = body.replace("improve ties", "improve relations")
    assert slips(corpus, changed, poll) == [
        ("no need to rush to improve relations with Japan", WORDS)
    ]


def test_a_number_of_a_later_article_is_caught_under_an_earlier_day(corpus, poll):
    html = sheet(corpus, f"<p>64% saw no need to rush.{cite(1)}</p>", poll)
    assert proofread(html, corpus.select(as_of=date(2023, 3, 31))) == ()
    stale = proofread(html, corpus.select(as_of=date(2020, 12, 31)))
    assert ("64%", NUMBER) in [(slip.found, slip.rule) for slip in stale]


def test_an_exact_day_is_stale_where_the_edition_knows_only_the_week(corpus):
    plan = passage(corpus, "reset-button", "last week")
    html = sheet(corpus, f"<p>The plan is of 6 March 2023.{cite(1)}</p>", plan)
    assert proofread(html, corpus) == ()
    (slip,) = proofread(html, corpus.select(["reset-button"]))
    assert (slip.found, slip.rule) == ("6 March 2023", DATE)


# Numbers


@pytest.mark.parametrize(
    "written",
    [
        "64%", "64 %", "64 percent", "64 per cent", "sixty-four per cent", "64\u202f%",
        "\uff16\uff14\uff05",
        "$52 billion", "52 billion dollars", "US$52bn", "52", "$52,000 million", "52\u00a0billion",
        "fifty-two billion", "12 years", "twelve years", "30", "in 2021", "billions",
    ],
)  # fmt: skip
def test_numbers_are_compared_by_value(corpus, poll, totals, written):
    visit = passage(corpus, "reset-button", "in 12 years")
    body = f"<p>Told: {written}.{cite(1, 2, 3)}</p>"
    assert found(corpus, body, poll, totals, visit) == []


@pytest.mark.parametrize(
    ("written", "caught"),
    [
        ("65%", "65%"),
        ("sixty-five per cent", "sixty-five per cent"),
        ("\uff16\uff15\uff05", "65%"),
        ("6<b>5</b>%", "65%"),
        ("6\u200b5%", "65%"),
        ("52%", "52%"),
        ("52 per cent", "52 per cent"),
        ("$64", "$64"),
        ("€52 billion", "€52 billion"),
        ("$52 million", "$52 million"),
        ("fifty-two million", "fifty-two million"),
        ("¾", "0.75"),
        ("⑨", "9"),
        ("\u0667\u0667", "77"),
        ("two-thirds", "two-thirds"),
        ("a third of them", "a third"),
        ("half of them", "half"),
        ("dozens", "dozens"),
        ("eleven people", "eleven"),
        ("two per cent", "two per cent"),
        ("3 million", "3 million"),
        ("in 1999", "1999"),
        ("COVID-19", "19"),
        ("13 of them", "13"),
        ("the 21st", "21"),
        ("13⁹", "13”, “9"),
    ],
)
def test_any_other_number_is_caught(corpus, poll, totals, written, caught):
    assert found(corpus, f"<p>Told: {written}.{cite(1, 2)}</p>", poll, totals) == [caught]


@pytest.mark.parametrize(
    "prose",
    [
        "one of two leaders, and ten more",
        "the first, the second and the third version",
        "drop-trade-dispute",
        "May they won and marched on",
        "in the twenty-first century",
    ],
)
def test_small_number_words_and_names_are_prose(corpus, prose):
    assert found(corpus, f"<p>{prose}</p>") == []


@pytest.mark.parametrize(
    "body",
    [
        '<p><span class="structural">40</span> minutes, page <span class="structural">3</span></p>',
        '<pre class="code"><code>len(articles) == 5</code></pre>',
        '<div class="background"><p class="label">Background</p><p>In 1951 they met.</p></div>',
        '<p>Background: they met in <span class="outside">1951</span>.</p>',
        '<div class="assume"><p class="label">Assumption</p><p>If 1,000 were asked</p></div>',
        '<header><p class="band">as of 31 March 2023</p></header>',
        '<footer class="made"><p>Sourcebook 0.1.0</p></footer>',
    ],
)
def test_structure_background_and_assumptions_need_no_source(corpus, body):
    assert found(corpus, body) == []


def test_an_assumption_may_not_invent_a_quotation(corpus):
    body = '<div class="assume"><p class="label">If</p><p>“all 1,000 agreed”</p></div>'
    assert slips(corpus, body) == [("all 1,000 agreed", WORDS)]


def test_the_day_of_a_date_is_no_number_of_anything_else(corpus, visit):
    assert found(corpus, f"<p>On March 16 and 17{cite(1)}</p>", visit) == []
    assert found(corpus, f"<p>16 people{cite(1)}</p>", visit) == ["16"]


def test_figures_read_from_words_back_their_number(corpus):
    four = passage(corpus, "beijing-urges-seoul", "quadrilateral")
    assert found(corpus, f"<p>4 countries{cite(1)}</p>", four) == []
    assert found(corpus, f"<p>14 countries{cite(1)}</p>", four) == ["14"]


# Blocks


def test_a_citation_carries_its_own_block_and_no_other(corpus, poll):
    assert found(corpus, f"<p>64%</p><p>The poll.{cite(1)}</p>", poll) == ["64%"]
    assert found(corpus, f"<ul><li>64%</li><li>The poll.{cite(1)}</li></ul>", poll) == ["64%"]
    nested = f"<ul><li>64%<ul><li>The poll.{cite(1)}</li></ul></li></ul>"
    assert found(corpus, nested, poll) == ["64%"]
    assert found(corpus, f"<ul><li><p>64%</p><p>The poll.{cite(1)}</p></li></ul>", poll) == []


def test_a_row_shares_the_citations_of_caption_and_source_line(corpus, poll):
    table = (
        "<table><caption>The poll{}</caption><thead><tr><th>What</th><th>Share</th></tr></thead>"
        "<tbody><tr><th>Rush</th><td>64%{}</td></tr><tr><th>Sorry</th><td>85%</td></tr></tbody>"
        "</table>"
    )
    assert found(corpus, table.format(cite(1), ""), poll) == []
    assert found(corpus, table.format("", "") + f'<p class="src">From{cite(1)}</p>', poll) == []
    region = f'<div class="scroll" aria-label="The poll">{table.format("", "")}</div>'
    assert found(corpus, region + f'<p class="src">From{cite(1)}</p>', poll) == []
    assert found(corpus, table.format("", cite(1)), poll) == ["85%"]


def test_a_heading_shares_the_citations_of_its_section(corpus, poll):
    section = f"<h2>What 64% said</h2><p>The poll.{cite(1)}</p>"
    assert found(corpus, section, poll) == []
    assert found(corpus, f"<h2>What 64% said</h2><p>No.</p>{section}", poll) == ["64%"]


def test_a_list_of_contents_repeats_headings_without_their_citations(corpus, poll):
    listed = '<nav><ol><li><a href="#one">What {} said</a></li></ol></nav>'
    section = f'<h2 id="one">What 64% said{cite(1)}</h2><p>The poll.</p>'
    assert found(corpus, listed.format("64%") + section, poll) == []
    assert found(corpus, listed.format("65%") + section, poll) == ["65%"]


@pytest.mark.parametrize(
    ("chart", "caught"),
    [
        ("<text>64%</text>", []),
        ("<text>65%</text>", ["65%"]),
        ('<g class="structural"><text>100</text></g><text><tspan>85%</tspan></text>', []),
        ("<title>65%</title>", ["65%"]),
        ("<desc>65%</desc>", ["65%"]),
    ],
)
def test_the_words_of_a_chart_are_read_too(corpus, poll, chart, caught):
    figure = (
        '<figure class="chart"><figcaption>What respondents said</figcaption>'
        f'<svg role="img" aria-label="Bars: 64% and 85%.">{chart}</svg>'
        f'<p class="src">Source: Gallup Korea{cite(1)}</p></figure>'
    )
    assert found(corpus, figure, poll) == caught


@pytest.mark.parametrize(
    "hidden",
    [
        '<img alt="A bar of 65%" src="data:image/png;base64,AA">',
        '<p title="65%">Hover</p>',
        '<div aria-label="65%"><p>Told</p></div>',
        '<svg role="img" aria-label="A bar of 65%"></svg>',
    ],
)
def test_what_only_some_readers_see_or_hear_is_read(corpus, hidden):
    assert found(corpus, hidden) == ["65%"]


def test_a_number_planted_in_the_title_of_the_page_is_caught(corpus):
    html = sheet(corpus, "<p>Words.</p>").replace("<h1>A page", "<h1>A page of 65%")
    assert [slip.found for slip in proofread(html, corpus)] == ["65%"]
    html = sheet(corpus, "<p>Words.</p>").replace("<title>A page", "<title>A page of 65%")
    assert [slip.found for slip in proofread(html, corpus)] == ["65%"]


# Dates


@pytest.mark.parametrize(
    "written",
    [
        "16 March 2023", "March 16, 2023", "16 March", "March 2023", "in March", "2023",
        "16–17 March 2023", "16 and 17 March 2023", "2023-03-16", "2023年3月16日",
        "2023년 3월 16일", "9–12 March 2023", "6 March 2023",
        "March 9–12, 2023",
    ],
)  # fmt: skip
def test_a_date_stands_where_a_cited_passage_dates_something(corpus, visit, written):
    plan = passage(corpus, "warming-fast", "announced Monday")
    assert found(corpus, f"<p>Told: {written}.{cite(1, 2)}</p>", visit, plan) == []


@pytest.mark.parametrize(
    "written",
    [
        "18 March 2023", "March 18, 2023", "18 March", "April 2023", "in April", "2022",
        "16-18 March 2023", "2023-03-18", "2023年3月18日", "2023년 3월 18일", "8-12 March 2023",
        "1910-45", "the 1990s", "1 March 2023", "February 30", "31/03/2023",
    ],
)  # fmt: skip
def test_any_other_date_is_caught(corpus, visit, written):
    assert found(corpus, f"<p>Told: {written}.{cite(1)}</p>", visit) != []


def test_the_day_of_the_edition_may_be_named_as_such(corpus):
    edition = corpus.select(as_of=date(2020, 12, 31))
    assert found(edition, "<p>As of 31 December 2020 nothing is reported.</p>") == []
    assert found(edition, "<p>On 31 December 2020 nothing was reported.</p>") != []
    assert found(edition, "<p>As of 30 December 2020 nothing is reported.</p>") != []


def test_both_ends_of_an_interval_may_stand_apart(corpus):
    rule = passage(corpus, "drop-trade-dispute", "1910-1945 occupation")
    assert found(corpus, f"<p>From 1910 to 1945{cite(1)}</p>", rule) == []
    assert found(corpus, f"<p>From 1910 to 1946{cite(1)}</p>", rule) == ["1946"]


def test_a_registered_name_may_hold_a_date_that_the_edition_knows(corpus):
    name = corpus.vocabulary.entry("terms", "settlement-plan").neutral
    assert "2023" in name
    assert found(corpus, f"<p>This is {name}.</p>") == []
    assert found(corpus.select(as_of=date(2020, 12, 31)), f"<p>This is {name}.</p>") != []


# Quotations


@pytest.mark.parametrize(
    "written",
    [
        "“no need to rush”", "“No need to rush”", '"no need to rush"', "<q>no need to rush</q>",
        "“no  need\nto rush”", "“64% of respondents … improve ties”", "“no need to rush,”",
        "<blockquote>“Japan’s colonial history.”</blockquote>", "<mark>Japan's colonial</mark>",
        "«no need to rush»", "‘Japan’s colonial’", "「no need to rush」",
    ],
)  # fmt: skip
def test_a_quotation_stands_word_for_word(corpus, poll, written):
    assert found(corpus, f"<div><ul><li>{written}{cite(1)}</li></ul></div>", poll) == []


@pytest.mark.parametrize(
    "written",
    [
        "“no need to hurry”", "“need no to rush”", "“no need to rus”", "“o need to rush”",
        '"no need to hurry"', "<q>no need to hurry</q>", "<blockquote>no hurry</blockquote>",
        "<mark>no hurry</mark>", "“improve ties … 64% of respondents”", "“no need to hurry",
        "「no need to hurry」", "‘Japan’s empire’", "“no need not to rush”",
    ],
)  # fmt: skip
def test_any_other_quotation_is_caught(corpus, poll, written):
    body = f"<div><ul><li>{written}{cite(1)}</li></ul></div>"
    assert [rule for _, rule in slips(corpus, body, poll)] == [WORDS]


def test_a_passage_shown_with_its_marks_is_compared_with_the_article(corpus, poll):
    shown = (
        '<div class="marked"><ul class="legend"><li>figures</li></ul><p class="passage">{}</p>'
        f'</div><p class="src">reset-button{cite(1)}</p>'
    )
    marked = corpus.text(poll).replace("64%", '<span class="a">64%</span>')
    assert found(corpus, shown.format(marked), poll) == []
    assert found(corpus, shown.format(marked.replace("64", "65")), poll) != []


def test_the_name_of_an_unnamed_speaker_may_hold_a_quotation(corpus):
    speaker = passage(corpus, "beijing-urges-seoul", "President Moon lacks a legacy")
    name = "a conservative member of the “South Korean Diet” (the National Assembly), not named"
    assert found(corpus, f"<p>Said by {name}{cite(1)}</p>", speaker) == []


# What a slip says


def test_a_slip_names_place_words_rule_and_remedy(corpus, poll):
    body = f"<h2>The poll</h2><p>The poll.{cite(1)}</p><p>About 65 % of them said so.</p>"
    (slip,) = proofread(sheet(corpus, body, poll), corpus)
    assert isinstance(slip, Slip)
    assert slip.place == "under “The poll”, paragraph “About 65 % of them said so.”"
    assert str(slip).splitlines()[0] == f"{slip.place}: “65 %”: {NUMBER}"
    assert str(slip).splitlines()[1].startswith("    remedy: cite the passage that prints it")


def test_slips_come_in_the_order_of_the_page(corpus):
    assert found(corpus, "<p>“Invented”</p><p>11</p><p>“Made up”</p>") == [
        "Invented",
        "11",
        "Made up",
    ]


def test_numbers_of_one_block_are_one_slip(corpus):
    assert found(corpus, "<p>11, 12 and 13</p>") == ["11”, “12”, “13"]


DIGITS = "0123456789\uff10\uff19\u0663\u096d²½Ⅻ④"


# Anything


@given(
    st.text(max_size=30),
    st.sampled_from("0123456789\uff10\uff19\u0663\u096d²½Ⅻ④"),
    st.text(max_size=30),
)
def test_no_digit_slips_through_an_uncited_paragraph(corpus, before, digit, after):
    body = f"<p>Told {escape(before)}{digit}{escape(after)} so</p>"
    assert any(rule in (NUMBER, DATE) for _, rule in slips(corpus, body))


@given(st.data())
def test_any_passage_quoted_word_for_word_and_cited_is_accepted(corpus, data):
    article = corpus.article(data.draw(st.sampled_from(sorted(corpus.articles))))
    annotation = data.draw(
        st.sampled_from([a for a in corpus.annotations if a.article == article.id])
    )
    span = paragraph(corpus, annotation.span)
    quoted = f"<blockquote>{escape(corpus.text(span))}</blockquote>"
    body = f"<figure>{quoted}<figcaption>{article.id}{cite(1)}</figcaption></figure>"
    assert slips(corpus, body, span) == []


@given(st.integers(0, 10**9))
def test_a_number_passes_only_if_the_passage_prints_it(corpus, poll, number):
    caught = found(corpus, f"<p>{number} of them{cite(1)}</p>", poll)
    assert (caught == []) == (number in (64, 85))


# What the kit itself shows


def test_sentences_of_a_lesson_pass(corpus):
    lesson = open_lesson(as_of=date(2023, 3, 31))
    rush = lesson.figure("no-need-to-rush")
    said = lesson.say("**{rush}** of respondents ({rush:support}).", rush=rush)
    notes = [note.passage for note in lesson.apparatus.citations.notes]
    assert slips(lesson.corpus, str(said.html), *notes) == []
    typed = lesson.say("**65%** of respondents.{rush:cite}", rush=rush)
    assert found(lesson.corpus, f"{said.html}{typed.html}", *notes) == ["65%"]
