"""A briefing's parts: judgements that keep their words apart, and tables that can be checked."""

import dataclasses
import re
from datetime import date

import pytest
from markupsafe import Markup

from sourcebook import charts
from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.handouts.page.anchors import lead_back
from sourcebook.handouts.proofreading import proofread
from sourcebook.lesson import briefing, open_lesson
from sourcebook.lesson.briefing import judgements
from sourcebook.lesson.lesson import Lesson


@pytest.fixture
def lesson():
    return open_lesson(as_of="2023-03-31", audience="briefing")


@pytest.fixture
def early():
    return open_lesson(as_of="2020-12-31", audience="briefing")


def judged(lesson, statement="The plan stays contested.", **changed):
    given = {
        "likelihood": "likely",
        "confidence": "moderate",
        "because": "two origins report critics",
        "would_change": "An agreement.",
        "plan": lesson.event("compensation-plan", "happened"),
    }
    return briefing.judgement(lesson, statement, **(given | changed))


def rows(shown):
    """The rows of the tables in something shown, cell by cell, without headings."""
    return [line.split(" | ") for line in shown.text.splitlines() if " | " in line]


# Key judgements


def test_a_judgement_keeps_its_words_apart(lesson):
    shown = judged(lesson)
    assert shown.text == (
        "The plan stays contested.[1][2][3] 3 articles, 2 origins\n"
        "Likelihood: likely\n"
        "Confidence: moderate – two origins report critics\n"
        "What would change this: An agreement."
    )
    labels = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", shown.html)
    assert labels == [
        ("Likelihood", "<b>likely</b>"),
        ("Confidence", "<b>moderate</b> – two origins report critics"),
        ("What would change this", "An agreement."),
    ]
    assert shown.html.startswith('<div class="judgement"><p>The plan stays contested.<sup')


def test_a_judgement_on_the_record_has_no_likelihood(lesson):
    assert "Likelihood" not in judged(lesson, likelihood=None).text


def test_evidence_is_cited_where_the_author_cites_it_and_else_at_the_end(lesson):
    poll = lesson.figure("no-need-to-rush")
    shown = judged(lesson, "See {poll}, and the plan.", because="a poll{poll:cite}", poll=poll)
    assert shown.text.splitlines()[0] == (
        "See 64%[1][2], and the plan.[3][4][5] 3 articles, 2 origins"
    )


def test_without_its_evidence_there_is_no_judgement(early):
    assert judged(early) is None
    instead = judged(early, otherwise="No plan is reported.")
    assert instead.text == "No plan is reported."
    assert not isinstance(instead, judgements.Judgement)


@pytest.mark.parametrize(
    "statement",
    [
        "The plan will probably fail.",
        "It is unlikely to hold.",
        "There is a chance of talks.",
        "It is almost certain to hold.",
        "We are confident that it holds.",
        "Perhaps it holds.",
    ],
)
def test_a_statement_with_a_word_of_likelihood_or_confidence_is_refused(lesson, statement):
    with pytest.raises(SourcebookError, match="stands in the statement"):
        judged(lesson, statement)


@pytest.mark.parametrize(
    "statement", ["They call it “likely to fail”.", "Confidence-building goes on.", "It is feared."]
)
def test_an_articles_words_may_hold_any_word(lesson, statement):
    assert judged(lesson, statement)


def test_the_ground_of_confidence_has_no_word_of_likelihood(lesson):
    with pytest.raises(SourcebookError, match="'likely' stands in the ground of the confidence"):
        judged(lesson, because="it is likely anyway")


def test_high_confidence_takes_more_than_one_origin(lesson):
    poll = lesson.figure("no-need-to-rush")
    with pytest.raises(SourcebookError, match="rests on 2 articles, 1 origin: it takes at least 2"):
        judged(lesson, confidence="high", plan=poll)
    assert "Confidence: high" in judged(lesson, confidence="high").text


def test_computations_count_as_evidence(lesson):
    sold, bought = (
        lesson.figure(key) for key in ("japan-exports-to-korea", "korea-exports-to-japan")
    )
    gap = lesson.compute("gap", "a - b", "${:.0f} billion", scale=1e9, a=sold, b=bought)
    shown = judged(lesson, "Exports differ by {plan}.", plan=gap)
    assert shown.text.startswith("Exports differ by $22 billion[a]. 2 articles, 1 origin")


@pytest.mark.parametrize(
    ("changed", "match"),
    [
        ({"plan": "words alone"}, "names no evidence"),
        ({"likelihood": "probable"}, "no likelihood 'probable'"),
        ({"confidence": "medium"}, "no confidence 'medium'"),
    ],
)
def test_slips_are_named(lesson, changed, match):
    with pytest.raises(SourcebookError, match=match):
        judged(lesson, **changed)


# The first page


def test_the_first_page_holds_judgements_and_one_chart(lesson):
    chart = lesson.show(charts.timeline(lesson.corpus, since=date(2023, 1, 1)))
    page = briefing.first_page(lesson, *[judged(lesson)] * 3, None, chart=chart)
    assert page.html.startswith(
        '<section class="first-page" aria-label="Key judgements"><h2>Key judgements</h2>'
    )
    assert page.html.count('<li><div class="judgement">') == 3
    assert page.html.count('<figure class="chart">') == 1
    assert "supports only" not in page.text


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (2, "This edition supports only 2 judgements."),
        (1, "This edition supports only 1 judgement."),
        (0, "This edition supports no key judgement."),
    ],
)
def test_a_first_page_with_few_judgements_says_so(lesson, held, told):
    page = briefing.first_page(lesson, *[judged(lesson)] * held)
    assert page.text.endswith(told)
    assert f'<p class="src structural">{told}</p>' in page.html


def test_what_is_said_instead_is_no_judgement(early):
    page = briefing.first_page(early, judged(early, otherwise="No plan is reported."))
    assert page.text == (
        "## Key judgements\n\nNo plan is reported.\n\nThis edition supports no key judgement."
    )


def test_a_first_page_has_room_for_five(lesson):
    with pytest.raises(SourcebookError, match="6 key judgements: a first page has room for 5"):
        briefing.first_page(lesson, *[judged(lesson)] * 6)


# Tables


def test_the_timeline_is_in_order_and_as_precise_as_its_sources(lesson):
    shown = briefing.timeline(lesson, events=["tokyo-summit", "export-curbs-imposed", "yoon-visit"])
    assert shown.text.startswith("## Timeline\n\nEvents that the articles report")
    told = rows(shown)
    assert told[0] == ["Event", "When", "Told as", "Reported by"]
    assert [row[:2] for row in told[1:]] == [
        ["Japan imposes export measures", "2019"],
        ["Yoon and Kishida meet in Tokyo", "16 March 2023"],
        ["Yoon visits Japan", "16–17 March 2023"],
    ]
    # Where articles tell it in two ways, each way is cited.
    assert re.fullmatch(r"past(\[\d+\])+; planned(\[\d+\])+", told[3][2])
    assert told[3][3] == "3 articles, 2 origins"


def test_an_early_timeline_knows_nothing_of_what_came_later(early):
    assert briefing.timeline(early, events=["tokyo-summit"]) is None
    assert "2023" not in briefing.timeline(early).text


def test_since_leaves_out_what_was_over(lesson):
    shown = briefing.timeline(lesson, since=date(2023, 3, 16), topics=["diplomacy"])
    assert all("2023" in row[1] for row in rows(shown)[1:])


def test_whos_who_names_people_in_their_script_and_marks_background(lesson):
    shown = briefing.whos_who(lesson, ["yoon-suk-yeol", "moon-jae-in", "hirokazu-matsuno"])
    told = rows(shown)
    assert told[1][:2] == ["Yoon Suk Yeol 윤석열", "President of South Korea (since May 2022)"]
    assert told[2][:2] == [
        "Hirokazu Matsuno 松野博一",
        "Chief Cabinet Secretary of Japan (since October 2021)",
    ]
    assert told[3][:2] == ["Moon Jae-in 문재인", "President of South Korea (May 2017 – May 2022)"]
    assert '<span class="outside native" lang="ko">윤석열</span>' in shown.html
    assert '<span class="outside">(since May 2022)</span>' in shown.html
    assert "are background, not from these articles." in shown.text


def test_an_office_given_up_after_the_edition_is_still_held(early):
    told = rows(briefing.whos_who(early, ["moon-jae-in", "joe-biden"]))
    assert [row[1] for row in told[1:]] == [
        "President-elect of the United States (since November 2020)",
        "President of South Korea (since May 2017)",
    ]


def test_whos_who_lists_the_unnamed_apart_and_leaves_out_writers_and_groups(lesson):
    shown = briefing.whos_who(lesson)
    named, unnamed = shown.text.split("Heard or mentioned without a name")
    assert "a senior Foreign Ministry official | quoted; 1 article, 1 origin" in unnamed
    assert "a senior Foreign Ministry official" not in named
    assert "Song Sang-ho" not in shown.text
    assert "together" not in shown.text


def test_whos_who_names_only_who_stands_in_the_edition(early):
    assert briefing.whos_who(early, ["yoon-suk-yeol"]) is None


def test_figures_stand_as_printed_with_what_is_missing(lesson):
    shown = briefing.figures_told(lesson, topics=["opinion"])
    assert rows(shown)[2] == [
        "Japanese government not apologetic about “colonial history”",
        "“Around 85%”[1]; “85%”[2] 2 articles, 1 origin",
        "10 March 2023; Gallup Korea",
        "who was asked, and how many; field dates; mode of interview; margin of error; question "
        "wording; who paid for the poll; other answers offered",
    ]


def test_a_figure_without_source_or_period_says_so(lesson):
    shown = briefing.figures_told(lesson, ["row-age"])
    assert rows(shown)[1][2] == "period not told; source not told"


def test_rival_accounts_need_two_sides_in_two_articles(lesson, early):
    shown = briefing.rival_accounts(lesson, "missile-data", "democratic-party")
    assert shown.text.startswith("## Rival accounts\n\nMissile data: an agreement between two or")
    assert briefing.rival_accounts(early, "missile-data") is None
    # Two words for it, but in one article.
    assert briefing.rival_accounts(early, "nature-of-rule") is None


def test_unknowns_leave_out_what_the_edition_lacks(lesson, early):
    asked = "Who was asked."
    told = briefing.unknowns(lesson, None, asked, figures=["row-age"], heading=False)
    assert told.text == (
        "- Who was asked.\n- Age of the row between Tokyo and Seoul[1][2] – not told: "
        "what the row is about; when it began"
    )
    assert briefing.unknowns(early, None, figures=["row-age"]) is None


def test_reliability_counts_and_does_not_judge(lesson):
    shown = briefing.reliability(lesson, heading=False)
    assert [row[0] for row in rows(shown)[1:]] == [
        "beijing-urges-seoul",
        "seoul-beefs-up-diplomacy",
        "warming-fast",
        "reset-button",
        "drop-trade-dispute",
    ]
    assert " | ".join(rows(shown)[2]) == (
        "seoul-beefs-up-diplomacy | Outlet printed, date printed, no copy of it here | "
        "12 | 6 | 0 | 19"
    )
    assert rows(shown)[5][1] == (
        "Outlet not found, date inferred, shares its origin with another article here"
    )
    assert 'data-counted="Counted: quotations' in shown.html


def test_what_only_a_machine_marked_is_said_below_a_table(lesson):
    marked = tuple(
        dataclasses.replace(one, status="machine") if one.layer == "figures" else one
        for one in lesson.corpus.annotations
    )
    corpus = dataclasses.replace(lesson.corpus, annotations=marked)
    machine = Lesson(corpus, corpus, "briefing", "as-published", "", "", lesson.words)
    shown = briefing.figures_told(machine, ["row-age"])
    assert "Status machine: 2 of 2." in shown.text


@pytest.mark.parametrize(
    "ask",
    [
        lambda lesson: briefing.timeline(lesson, events=["no-such"]),
        lambda lesson: briefing.timeline(lesson, topics=["no-such"]),
        lambda lesson: briefing.whos_who(lesson, ["no-such"]),
        lambda lesson: briefing.figures_told(lesson, ["no-such"]),
        lambda lesson: briefing.rival_accounts(lesson, "no-such"),
        lambda lesson: briefing.unknowns(lesson, figures=["no-such"]),
    ],
)
def test_a_name_that_nobody_knows_is_an_error(lesson, ask):
    with pytest.raises(UnknownName, match="no-such"):
        ask(lesson)


# How it was made


def test_the_method_gives_the_scale_as_background(lesson):
    shown = briefing.method(lesson)
    assert "Rests on 5 articles, 4 origins." in shown.text
    total = len(lesson.corpus.annotations)
    assert f"A person has reviewed {total} of the {total} annotations" in shown.text
    box = re.search(r'<div class="background".*?</table></div>.*?</div>', shown.html, re.S)[0]
    assert re.findall(r'<th scope="row">(.*?)</th><td.*?>(.*?)</td>', box) == [
        ("almost no chance", "1–5%"),
        ("very unlikely", "5–20%"),
        ("unlikely", "20–45%"),
        ("roughly even chance", "45–55%"),
        ("likely", "55–80%"),
        ("very likely", "80–95%"),
        ("almost certain", "95–99%"),
    ]
    assert "Intelligence Community Directive 203, Analytic Standards" in box
    assert "%" not in briefing.method(lesson, judged=False).text


# The whole


@pytest.mark.parametrize(
    ("as_of", "language"), [("2023-03-31", "en"), ("2023-03-31", "ja"), ("2020-12-31", "ko")]
)
def test_every_part_passes_the_proofreader(as_of, language):
    lesson = open_lesson(as_of=as_of, audience="briefing", language=language)
    parts = [
        briefing.first_page(lesson, judged(lesson)),
        briefing.timeline(lesson),
        briefing.whos_who(lesson),
        briefing.figures_told(lesson),
        briefing.rival_accounts(lesson),
        briefing.unknowns(lesson, figures=["row-age", "japanese-rule-years"]),
        briefing.reliability(lesson),
        lesson.sources(),
        briefing.method(lesson),
    ]
    body = Markup("").join(part.html for part in parts if part)
    page = f"<title>T</title><body><h1>T</h1>{lead_back(body)}</body>"
    assert [str(slip) for slip in proofread(page, lesson.corpus)] == []
