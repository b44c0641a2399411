"""The source list: what a reader finds at the end of a citation."""

import dataclasses
import html
import re

import pytest
from markupsafe import Markup

from sourcebook.article import Fact
from sourcebook.evidence import Citations, Computation
from sourcebook.interface import words
from sourcebook.lesson import open_lesson
from sourcebook.reading import Apparatus, describe, source_list
from sourcebook.span import Span


def apparatus_of(corpus, language="en"):
    return Apparatus(corpus, Citations(corpus), words(language))


def figures(corpus, key):
    return [one.span for one in corpus.layer("figures", figure=key)]


def entries(shown):
    """The entries of a source list by number, without their tags."""
    found = re.findall(r'<li id="s(\d+)".*?<div class="entry">(.*?)</div>', shown.html, re.S)
    return {
        int(n): [stripped(line) for line in re.findall(r"<p .*?</p>", entry, re.S)]
        for n, entry in found
    }


def stripped(page):
    return html.unescape(re.sub(r"<[^>]*>", "", page))


# One line on an article


@pytest.mark.parametrize(
    ("article", "line"),
    [
        (
            "beijing-urges-seoul",
            "“Concerned about semiconductor supply, Beijing urges Seoul to mend fences with "
            "Tokyo”. Outlet not found; 8 November 2020 – 22 July 2021 (inferred).",
        ),
        (
            "seoul-beefs-up-diplomacy",
            "“(News Focus) S. Korea beefs up diplomacy with Japan to resume N.K. dialogue, build "
            "rapport with Biden: experts”. Yonhap; 17 November 2020.",
        ),
        (
            "reset-button",
            "“S. Korea, Japan hit reset button on bilateral ties at Tokyo summit”. Outlet not "
            "found; 16 March 2023 (inferred). Same origin as drop-trade-dispute: later version.",
        ),
        (
            "warming-fast",
            "“Japan-South Korea Relations Warming Fast”. The Yomiuri Shimbun (inferred); "
            "9–12 March 2023 (inferred).",
        ),
    ],
)
def test_one_line_on_an_article_says_how_its_facts_are_known(corpus, article, line):
    assert describe(corpus, corpus.article(article)) == line


def test_what_was_not_found_or_not_checked_says_so(corpus):
    copy, unknown = corpus.article("reset-button"), Fact("unknown", "unknown")
    lost = dataclasses.replace(copy, headline=unknown, version=unknown, dated=unknown)
    assert describe(corpus, lost) == (
        "Headline not found. Outlet not found; undated; between 16 March 2023. Same origin as "
        "drop-trade-dispute: which is the earlier version is not known."
    )
    rows = tuple(dataclasses.replace(a, status="machine") for a in corpus.annotations)
    machine = describe(dataclasses.replace(corpus, annotations=rows), copy)
    assert machine.startswith(
        "“S. Korea, Japan hit reset button on bilateral ties at Tokyo summit” (m"
    )
    assert "Outlet not found; 16 March 2023 (inferred, machine)." in machine


# Passages


def test_the_list_shows_each_passage_with_the_cited_words_marked(corpus):
    page = apparatus_of(corpus)
    page.citations.cite(figures(corpus, "not-apologetic"))
    shown = source_list(page)
    assert '<li id="s1" data-passage="reset-button:2939-3247">' in shown.html
    assert '<li id="s2" data-passage="drop-trade-dispute:2225-2530">' in shown.html
    assert shown.html.count("<li id=") == 2
    assert "<mark>Around 85% said</mark>" in shown.html
    passages = re.findall(r'<p class="passage">(.*?)</p>', shown.html)
    assert [stripped(passage) for passage in passages] == [
        corpus.text(note.passage) for note in page.citations.notes
    ]
    assert shown.text.startswith("[1] reset-button — “S. Korea, Japan hit reset button")
    assert shown.html.count('<a class="back" href="#c1"') == 1


def test_an_entry_tells_all_that_a_reader_needs_to_weigh_it(corpus):
    page = apparatus_of(corpus)
    page.citations.cite(figures(corpus, "no-need-to-rush"))
    assert entries(source_list(page))[1] == [
        "1 · reset-button — “S. Korea, Japan hit reset button on bilateral ties at Tokyo summit”. "
        "Outlet not found; 16 March 2023 (inferred). Same origin as drop-trade-dispute: later "
        "version. Speaking here: respondents to the Gallup Korea poll, not named, relayed.",
        "Outlet not found, date inferred, shares its origin with another article here. Quotations "
        "and attributions: 21 named, 2 not named, 2 relayed.",
        corpus.text(Span("reset-button", 2939, 3247)),
        "No need to rush to improve ties, if Japan’s attitude does not change: "
        "also in drop-trade-dispute2, 2 articles, 1 origin.",
    ]


def test_later_entries_of_an_article_refer_to_its_first(corpus):
    page = apparatus_of(corpus)
    page.citations.cite([Span("warming-fast", 1147, 1157)])
    page.citations.cite([Span("warming-fast", 1616, 1629)])
    shown = source_list(page)
    assert entries(shown)[2][0] == "2 · warming-fast — as under 1."
    assert shown.html.count('class="reliance structural"') == 1


def test_the_list_names_who_speaks(corpus):
    page = apparatus_of(corpus)
    page.citations.cite([Span("beijing-urges-seoul", 744, 819)])
    first = source_list(page).text.splitlines()[0]
    assert first.endswith(
        " Speaking here: a conservative member of the “South Korean Diet” (the National "
        "Assembly), not named."
    )


@pytest.mark.parametrize(
    ("status", "spoken"),
    [("reviewed", "source not told"), ("machine", "source not found (machine)")],
)
def test_a_speaker_whom_nobody_knows_is_not_passed_over(corpus, status, spoken):
    span = Span("reset-button", 2070, 2084)
    unknown = {"speaker": "unknown", "speaker_start": "", "speaker_end": ""}
    rows = tuple(
        dataclasses.replace(one, status=status, attributes={**one.attributes, **unknown})
        if one.layer == "quotations" and one.span.overlaps(span)
        else one
        for one in corpus.annotations
        if one.layer != "attributions"
    )
    page = apparatus_of(dataclasses.replace(corpus, annotations=rows))
    page.citations.cite([span])
    assert f"Speaking here: {spoken}" in source_list(page).text.splitlines()[0]


# What other articles say to it


def test_what_no_other_article_is_marked_with_says_so(corpus):
    page = apparatus_of(corpus)
    page.citations.cite([corpus.layer("events", event="treaty-1965")[0].span])
    told = entries(source_list(page))[1]
    assert "Marked in no other article here: 1 article, 1 origin." in told


def test_a_copy_that_nobody_marked_still_counts_as_saying_the_same(corpus):
    start = corpus.article("reset-button").text.index("The attempt for closer ties")
    bare = tuple(one for one in corpus.annotations if one.layer in ("zones", "quotations"))
    page = apparatus_of(dataclasses.replace(corpus, annotations=bare))
    page.citations.cite([Span("reset-button", start, start + 11)])
    assert entries(source_list(page))[1][-1] == (
        "The same sentence, or one reworded, in drop-trade-dispute: 2 articles, 1 origin."
    )


def test_a_planned_event_is_not_supported_by_reports_that_it_happened(corpus):
    page = apparatus_of(corpus)
    planned = corpus.layer("events", event="yoon-visit", outlook="planned")[0]
    page.citations.cite([planned.span])
    told = " ".join(entries(source_list(page))[1])
    assert "reset-button" not in told


def test_where_sources_differ_the_note_says_so_and_the_other_side_is_listed(corpus):
    page = apparatus_of(corpus)
    page.citations.cite(figures(corpus, "not-apologetic")[:1])
    shown = source_list(page, corpus)
    assert entries(shown)[1][-1] == (
        "Versions of one report differ: 85% or around 85%? — reset-button: “Around 85% said” "
        "(around 85%); drop-trade-dispute2: “and 85% said” (85%)"
    )
    assert entries(shown)[2][-1] == "Sources differ, as under 1."
    assert page.citations.notes[1].passage == Span("drop-trade-dispute", 2225, 2530)


def test_an_edition_without_the_other_side_tells_of_no_difference(corpus):
    early = corpus.select(["reset-button"])
    page = apparatus_of(early)
    page.citations.cite(figures(early, "not-apologetic"))
    assert "differ" not in source_list(page).text


def test_a_title_that_speaks_of_every_side_needs_every_side(corpus):
    two = corpus.select(["reset-button", "warming-fast"])
    page = apparatus_of(two)
    page.citations.cite(
        one.span for one in two.layer("differences", difference="cause-of-measures")
    )
    assert "Sources differ: Why did Japan impose" in source_list(page, two).text
    for whole in (corpus, None):
        assert "Why did Japan impose" not in source_list(page, whole).text
        assert "Sources differ: reset-button" in source_list(page, whole).text


# Computations


def test_computations_stand_below_the_passages_they_rest_on(corpus):
    page = apparatus_of(corpus)
    sold, bought = (
        figures(corpus, "japan-exports-to-korea"),
        figures(corpus, "korea-exports-to-japan"),
    )
    page.citations.compute(Computation("balance <b>", "52 - 30", 22.0, (sold[0], bought[0])))
    shown = source_list(page)
    assert (
        '<li id="k1" data-name="balance &lt;b&gt;" data-how="52 - 30" data-value="22">'
        '<div class="entry"><p><b>a</b> · balance &lt;b&gt;: <span class="how">22 = 52 − 30</span>'
        '<sup class="cite"><a href="#s1" aria-label="Source 1">1</a></sup></p></div>'
        '<a class="back" href="#ck1"'
    ) in shown.html
    assert shown.text.endswith("Computations\n[a] balance <b>: 22 = 52 − 30[1]")


def test_what_was_counted_says_so(corpus):
    page = apparatus_of(corpus)
    page.citations.compute(Computation("articles", "count", 5.0, ()))
    assert source_list(page).text == "Computations\n[a] articles: 5, counted"


def test_without_citations_there_is_no_source_list(corpus):
    shown = source_list(apparatus_of(corpus))
    assert (shown.html, shown.text, bool(shown)) == ("", "", False)


# Languages and hostile text


def test_the_page_speaks_its_language_and_names_keep_theirs(corpus):
    page = apparatus_of(corpus, "ja")
    page.citations.cite(figures(corpus, "no-need-to-rush"))
    shown = source_list(page)
    assert '<span lang="ja">' in shown.html
    assert '<span lang="en">“S. Korea, Japan hit reset button' in shown.html
    assert '<p class="passage">' in shown.html  # the page itself is English
    assert "2023年3月16日" in shown.text


def test_an_articles_words_are_escaped_and_cannot_turn_the_line(corpus):
    copy = corpus.article("warming-fast")
    hostile = dataclasses.replace(
        copy,
        headline=dataclasses.replace(copy.headline, value="<b>x</b>\N{RIGHT-TO-LEFT OVERRIDE}y"),
    )
    page = apparatus_of(
        dataclasses.replace(corpus, articles={**corpus.articles, "warming-fast": hostile})
    )
    page.citations.cite([Span("warming-fast", 1147, 1157)])
    shown = source_list(page).html
    assert "<bdi>“&lt;b&gt;x&lt;/b&gt;\N{RIGHT-TO-LEFT OVERRIDE}y”</bdi>" in shown


def test_listing_twice_gives_the_same_list():
    lesson = open_lesson(as_of="2023-03-31")
    for key in ("no-need-to-rush", "row-age", "export-market-rank"):
        lesson.say("{x}", x=lesson.figure(key))
    assert lesson.sources().html == lesson.sources().html
    assert isinstance(lesson.sources().html, Markup)


def test_japanese_lines_hold_no_latin_punctuation_and_no_word_of_the_page_in_english():
    lesson = open_lesson(as_of="2023-03-31", language="ja")
    beside = lesson.beside("Said", lesson.figure("no-need-to-rush"))
    listed = lesson.sources().text
    # Half-width signs after Japanese, or a space after its full stop or colon.
    slip = re.compile("[\u3041-\u30ff\u4e00-\u9fff][,;:.()]|[。\uff1a、\uff1b] ")
    assert slip.findall(listed) == []
    assert "respondents to the Gallup Korea poll\uff08匿名、伝聞\uff09" in listed
    assert "\uff08匿名、伝聞\uff09" in beside.text and "relayed" not in beside.text + listed
