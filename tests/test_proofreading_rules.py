"""Counts, computations, citations, page rules and neutral words of a finished handout."""

from datetime import date

import pytest
from proofs import cite, computation, computed, found, passage, sheet, slips

from sourcebook.handouts.proofreading import proofread, proofread_index


@pytest.fixture(scope="module")
def totals(corpus):
    return passage(corpus, "reset-button", "$52 billion")


def rules(corpus, html, **options):
    return [slip.rule for slip in proofread(html, corpus, **options)]


# Counts of sources


def support(ids, text):
    return f'<p>Told.<span class="support" data-articles="{ids}">{text}</span></p>'


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ("reset-button drop-trade-dispute", "2 articles, 1 origin"),
        ("reset-button warming-fast", "2 articles, 2 origins"),
        ("warming-fast", "記事1件、起源1件"),
    ],
)
def test_a_count_of_sources_that_is_right_passes(corpus, ids, text):
    assert slips(corpus, support(ids, text)) == []


@pytest.mark.parametrize(
    ("ids", "text", "rule"),
    [
        ("reset-button drop-trade-dispute", "2 articles, 2 origins", "2 articles, 1 origin"),
        ("reset-button", "2 articles, 1 origin", "1 article, 1 origin"),
        ("reset-button", "1 article", "1 article, 1 origin"),
        ("reset-button", "1 article, 1 origin, 65 %", "1 article, 1 origin"),
        ("reset-button", "1% of articles, 1 origin", "1 article, 1 origin"),
        ("reset-button", "1 article, 1 origin, sixty people", "1 article, 1 origin"),
        ("no-such-article", "1 article, 1 origin", "does not name articles of this edition"),
        ("", "1 article, 1 origin", "does not name articles of this edition"),
    ],
)
def test_a_count_of_sources_that_is_wrong_is_caught(corpus, ids, text, rule):
    (slip,) = slips(corpus, support(ids, text))
    assert rule in slip[1]


def test_the_header_counts_the_articles_of_the_edition(corpus):
    html = sheet(corpus, "<p>Words.</p>").replace("</h1>", '</h1><p class="edition">{}</p>')
    edition = corpus.select(as_of=date(2020, 12, 31))
    right = "Rests on 2 articles, 2 origins. One (8 November 2020 – 22 July 2021) may be later."
    assert rules(edition, html.format(right)) == []
    assert rules(corpus, html.format("Rests on 5 articles, 4 origins.")) == []
    assert rules(corpus, html.format("Rests on 5 articles, 5 origins.")) == [
        "counted again, the edition rests on 5 articles, 4 origins"
    ]


def test_an_article_that_the_edition_lacks_does_not_count(corpus):
    edition = corpus.select(as_of=date(2020, 12, 31))
    assert len(slips(edition, support("warming-fast", "1 article, 1 origin"))) == 1


TABLE = (
    '<div class="scroll"><table{counted}><caption>Hedges</caption><tbody>'
    "<tr><th>modal</th><td>{cell}</td></tr></tbody></table></div>{below}"
)


@pytest.mark.parametrize("cell", ["12", "1,234", "0.83", "83%", "12 (3)", "2019"])
def test_a_counted_table_may_hold_plain_numbers(corpus, cell):
    below = '<p class="src">Counted: hedges by kind</p>'
    counted = ' data-counted="hedges by kind"'
    assert slips(corpus, TABLE.format(counted=counted, cell=cell, below=below)) == []
    assert found(corpus, TABLE.format(counted="", cell=cell, below=below)) != []


@pytest.mark.parametrize("cell", ["$12", "12 March 2023", "in 2019", "“twelve hedges”"])
def test_a_counted_table_may_hold_nothing_else_unsourced(corpus, cell):
    below = '<p class="src">Counted: hedges by kind</p>'
    counted = ' data-counted="hedges by kind"'
    assert len(slips(corpus, TABLE.format(counted=counted, cell=cell, below=below))) == 1


@pytest.mark.parametrize("below", ["", '<p class="src">Counted: something else</p>'])
def test_a_counted_table_says_what_it_counts(corpus, below):
    table = TABLE.format(counted=' data-counted="hedges by kind"', cell="12", below=below)
    assert slips(corpus, table) == [
        ("hedges by kind", "a reader is not told what the table counts")
    ]


@pytest.mark.parametrize("line", ["Counted: hedges", "集計対象\uff1ahedges", "집계 대상: hedges"])
def test_a_counted_chart_may_hold_plain_numbers(corpus, line):
    figure = (
        "<figure><figcaption>Hedges</figcaption>"
        '<svg role="img" aria-label="Bars: 12 modal, 3 hearsay."><text>12 modal</text></svg>'
        f'<p class="src">{line}</p></figure>'
    )
    assert slips(corpus, figure) == []
    assert found(corpus, figure.replace("12 modal<", "12% modal<")) == ["12%"]


# Computations


def balance(corpus, totals, how="52 - 30", value="22", shown="22 = 52 − 30", sources=(1,), **more):
    printed = more.get("printed", computed(value, more.get("words", "$22 billion")))
    entry = computation(1, how, value, shown, *sources)
    return slips(corpus, f"<p>Sold more: {printed}{cite(1)}</p>", totals, computations=entry)


def test_a_computation_over_cited_numbers_passes(corpus, totals):
    assert balance(corpus, totals) == []
    ratio = {"how": "52 / 30", "value": "1.73333333333", "shown": "1.73 ≈ 52 ÷ 30"}
    assert balance(corpus, totals, **ratio, words="about 1.7") == []
    share = {"how": "30 / 52 * 100", "value": "57.6923076923", "shown": "57.69 ≈ 30 ÷ 52 × 100"}
    assert balance(corpus, totals, **share, words="58 per cent") == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"value": "23", "shown": "23 = 52 − 30", "words": "$23 billion"}, "gives 22, not 23"),
        ({"how": "53 - 30", "value": "23", "shown": "23 = 53 − 30", "words": "$23 billion"},
         "no passage it cites prints"),
        ({"how": "51 + 1 - 30", "shown": "22 = 51 + 1 − 30"}, "no passage it cites prints"),
        ({"sources": ()}, "no passage it cites prints"),
        ({"shown": "twenty-two"}, "does not see how"),
        ({"words": "$23 billion"}, "do not show the value"),
        ({"words": "much"}, "do not show the value"),
        ({"words": "$22 million"}, "no number of that size"),
        ({"words": "€22 billion"}, "no sum in that currency"),
        ({"how": "__import__('os').getcwd()", "shown": "22"}, "cannot be done again"),
        ({"how": "2 ** 99999999", "shown": "22"}, "cannot be done again"),
        ({"how": "52 - 30 / 0", "shown": "22"}, "cannot be done again"),
        ({"value": "much"}, "has no value"),
        ({"value": "nan"}, "has no value"),
        ({"how": "count", "value": "22.5", "shown": "counted", "words": "22.5"}, "whole number"),
    ],
)  # fmt: skip
def test_a_computation_that_does_not_hold_is_caught(corpus, totals, change, rule):
    assert any(rule in told for _, told in balance(corpus, totals, **change))


def test_a_computed_number_leads_to_its_computation(corpus, totals):
    alone = '<data class="computed" value="22">$22 billion</data>'
    told = [rule for _, rule in balance(corpus, totals, printed=alone)]
    assert "a computed number does not lead to its computation" in told
    other = computed("24", "$24 billion")
    told = [rule for _, rule in balance(corpus, totals, printed=other)]
    assert "a computed number does not lead to its computation" in told
    typed = f'<span class="computed">22</span>{cite("a")}'
    told = [rule for _, rule in balance(corpus, totals, printed=typed)]
    assert told == ["a computed number must say its value"]


def test_a_computation_may_rest_on_an_earlier_one_and_not_on_itself(corpus, totals):
    first = computation(1, "52 - 30", "22", "22 = 52 − 30", 1)
    second = computation(2, "22 / 2", "11", "11 = 22 ÷ 2", 1, name="half")
    body = f"<p>{computed(22, '22')} {computed(11, '11', 'b')}{cite(1)}</p>"
    two = passage(corpus, "reset-button", "two South Korean victims")
    entries = first + second.replace(cite(1), cite(1, 2))
    assert slips(corpus, body + f"<p>Told{cite(2)}</p>", totals, two, computations=entries) == []
    itself = computation(1, "23", "23", "23 = 23", 1)
    body = f"<p>{computed(23, '23')}{cite(1)}</p>"
    (slip,) = slips(corpus, body, totals, computations=itself)
    assert slip == ("23 in 23", "the computation uses a number that no passage it cites prints")


def test_a_count_may_stand_in_prose(corpus):
    entry = computation(1, "count", "947", "947, counted", name="annotations")
    body = f"<p>{computed(947, '947')} annotations</p>"
    assert slips(corpus, body, computations=entry) == []
    assert slips(corpus, body.replace(">947<", ">948<"), computations=entry) != []


def test_a_chart_may_repeat_a_result_that_its_source_line_cites(corpus, totals):
    figure = (
        '<figure><figcaption>Balance</figcaption><svg role="img" aria-label="A bar of 22 billion.">'
        f'<text>22</text></svg><p class="src">Computed{cite("a")}</p></figure>'
    )
    entry = computation(1, "52 - 30", "22", "22 = 52 − 30", 1)
    body = f"{figure}<p>Told{cite(1)}</p>"
    assert slips(corpus, body, totals, computations=entry) == []
    assert found(corpus, body.replace("22", "23"), totals, computations=entry) != []


# Citations


def cited(corpus, totals):
    return sheet(corpus, f"<p>$52 billion{cite(1)}</p>", totals)


def test_citations_that_resolve_both_ways_pass(corpus, totals):
    assert rules(corpus, cited(corpus, totals)) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (('href="#s1"', 'href="#s2"'), "there is none with the id s2"),
        (('href="#s1"', 'href="#k1"'), "there is none with the id k1"),
        (('aria-label="Source 1">1<', 'aria-label="Source 1">7<'), "does not show the number"),
        (('aria-label="Source 1"', 'aria-label="Source 7"'), "does not show the number"),
        (("<b>1 ·", "<b>7 ·"), "does not bear its own number"),
        (('href="#c1"', 'href="#c9"'), "does not lead to where it is cited"),
        (('href="#c1"', 'href="#s1"'), "does not lead to where it is cited"),
        (('<a class="back"', '<a class="forth"'), "nothing leads back"),
                (("$52 billion, while", "$53 billion, while"), "not what the article says"),
        (("data-passage=", "data-past="), "names no passage of this edition"),
        (('data-passage="reset-button', 'data-passage="no-such-article'), "names no passage"),
        (('id="s1"', 'id="c1"'), "stands 2 times"),
        (('<main id="main">', '<main id="main"><a href="#nowhere">x</a>'), "not on the page"),
        (('<main id="main">', '<main aria-labelledby="nowhere">'), "not on the page"),
        (('<sup class="cite">', '<sup class="cite">65 % '), "holds words beside its numerals"),
        (("<main", '<a class="skip" href="#main">65 %</a><main'), "holds a number"),
        (("<main", '<p class="band">65 %</p><main'), "no passage cited here prints"),
    ],
)  # fmt: skip
def test_a_citation_that_does_not_hold_is_caught(corpus, totals, change, rule):
    html = cited(corpus, totals).replace(*change)
    told = rules(corpus, html)
    assert any(rule in one for one in told)


def test_every_source_and_computation_is_cited(corpus, totals):
    told = slips(corpus, "<p>Nothing.</p>", totals)
    assert ("1", "nothing in the handout cites this source") in told
    entry = computation(1, "52 - 30", "22", "22 = 52 − 30", 1)
    told = slips(corpus, f"<p>Told{cite(1)}</p>", totals, computations=entry)
    assert told == [("trade-balance", "nothing in the handout cites this computation")]


def test_a_passage_that_differs_is_one_slip(corpus, totals):
    html = cited(corpus, totals).replace("$52 billion, while", "$53 billion, while")
    (rule,) = rules(corpus, html)
    assert rule == f"the passage shown is not what the article says at {totals}"


def test_a_reference_from_one_source_to_another_is_no_citation(corpus, totals):
    poll = passage(corpus, "reset-button", "64%")
    html = sheet(corpus, f"<p>64%{cite(2)}</p>", totals, poll)
    html = html.replace("</b></p>", '</b> as under <a class="structural" href="#s1">1</a></p>')
    told = [(slip.found, slip.rule) for slip in proofread(html, corpus)]
    assert ("1", "nothing in the handout cites this source") in told


def test_a_passage_that_the_edition_cannot_know_is_no_source(corpus, totals):
    html = cited(corpus, totals)
    told = rules(corpus.select(as_of=date(2020, 12, 31)), html)
    assert any("names no passage of this edition's articles" in one for one in told)


@pytest.mark.parametrize(
    ("about", "caught"),
    [
        ("“S. Korea, Japan hit reset button on bilateral ties at Tokyo summit”", []),
        ("Outlet not stated; 16 March 2023 (inferred).", []),
        ("as under 1. Speaking here: Kishida.", []),
        ("“S. Korea, Japan hit the brakes”", ["S. Korea, Japan hit the brakes"]),
        ("17 March 2023", ["17 March 2023"]),
        ("as under 9", ["9"]),
    ],
)
def test_what_is_said_of_an_article_is_in_its_catalogue_entry(corpus, totals, about, caught):
    html = cited(corpus, totals).replace("</b></p>", f"</b> — {about}</p>")
    assert [slip.found for slip in proofread(html, corpus)] == caught


def test_a_row_about_an_article_is_compared_with_its_catalogue_entry(corpus):
    table = (
        "<table><caption>Articles</caption><tbody><tr data-article='warming-fast'>"
        "<th>warming-fast</th><td>“Japan-South Korea Relations Warming Fast”</td><td>{}</td></tr>"
        "</tbody></table>"
    )
    assert slips(corpus, table.format("9–12 March 2023")) == []
    assert found(corpus, table.format("16 March 2023")) == ["16 March 2023"]


# The page


FIGURE = "<figure>{caption}{picture}{source}</figure><p>Told{cite}</p>".replace("{cite}", cite(1))
CHART = '<svg role="img" aria-label="Bars of exports: Japan sold more."><text>Japan</text></svg>'
PARTS = {
    "caption": "<figcaption>Exports</figcaption>",
    "picture": CHART,
    "source": f'<p class="src">Source{cite(1)}</p>',
}


def test_a_page_in_order_passes(corpus, totals):
    body = "<h2>One</h2><h3>Two</h3><h2>Three</h2>" + FIGURE.format(**PARTS)
    assert slips(corpus, body, totals) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"caption": ""}, "a figure without a caption"),
        ({"source": ""}, "a figure without a source line"),
        ({"source": '<p class="src">Source: hearsay</p>'}, "a figure without a source line"),
        ({"source": "", "picture": "<blockquote>Japan</blockquote>"},
         "a quoted passage without its citation"),
        ({"picture": CHART.replace("Bars of exports: Japan sold more.", "")}, "does not say what"),
        ({"picture": CHART.replace("Bars of exports: Japan sold more.", "Chart")}, "does not say"),
        ({"picture": CHART.replace("Bars of exports: Japan sold more.", "Exports")}, "repeats"),
        ({"picture": CHART.replace(' role="img"', "")}, "is not told of"),
        ({"picture": '<img src="data:image/png;base64,AA">'}, "(alt) does not say"),
        ({"picture": '<img alt="chart.png" src="data:image/png;base64,AA">'}, "(alt) does not say"),
        ({"picture": '<img alt="Figure." src="data:image/png;base64,AA">'}, "(alt) does not say"),
        ({"picture": '<div role="img"></div>'}, "does not say what"),
    ],
)  # fmt: skip
def test_a_figure_is_captioned_sourced_and_described(corpus, totals, change, rule):
    told = slips(corpus, FIGURE.format(**PARTS | change), totals)
    assert any(rule in one for _, one in told)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<h3>Deep</h3>", "a heading of level 3 follows one of level 1"),
        ("<h2></h2>", "a heading without words"),
        ("<h1>Again</h1>", "a page has one title (h1), not 2"),
        ("<table><tr><td>x</td></tr></table>", "a table without a caption"),
        ("<script>1</script>", "not allowed in a handout"),
        ("<iframe></iframe>", "not allowed in a handout"),
        ('<p onclick="x()">x</p>', "a script in an attribute"),
        ('<a href="java&#9;script:alert(x)">x</a>', "a script in an attribute"),
        ('<p style="color:red">x</p>', "a style attribute"),
        ('<a href="https://example.org">x</a>', "an address outside the page"),
        ('<a href="//example.org/x.html">x</a>', "an address outside the page"),
        ('<img alt="A map" src="https://example.org/x.png">', "an address outside the page"),
        ('<img alt="A map" src="data:text/html,x">', "an address outside the page"),
        ('<svg role="img" aria-label="A map"><use xlink:href="x.svg#y"/></svg>', "outside"),
        ("<style>@import 'x.css';</style>", "fetches something"),
        ("<style>p{background:url(https://example.org/x)}</style>", "fetches something"),
        ('<div class="background"><p>Known.</p></div>', "does not say what sets it apart"),
        ('<div class="assume"><p class="label"> </p></div>', "does not say what sets it apart"),
        ('<p>They met in <span class="outside">1951</span>.</p>', "does not say so"),
    ],
)
def test_a_page_out_of_order_is_caught(corpus, body, rule):
    assert any(rule in one for _, one in slips(corpus, body))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="#main">Top</a>',
        '<a href="background.html">Next</a>',
        '<img alt="A map of the strait" src="data:image/png;base64,AA">',
        "<style>@font-face{src:url('data:font/woff2;base64,AA')} p{fill:url(#main)}</style>",
        '<svg aria-hidden="true"></svg>',
    ],
)
def test_what_stays_on_the_page_passes(corpus, body):
    assert slips(corpus, body) == []


def test_a_page_has_a_title(corpus):
    html = sheet(corpus, "<p>x</p>").replace("<title>A page</title>", "")
    assert rules(corpus, html) == ["the page has no title for the browser's tab"]


def test_the_list_of_handouts_keeps_the_rules_of_a_page(corpus):
    index = '<h1>Handouts</h1><ul><li><a href="{}">Poll</a> as of 31 March 2023</li></ul>'
    assert proofread_index(index.format("poll.html"), corpus) == ()
    (slip,) = proofread_index(index.format("/elsewhere/poll.html"), corpus)
    assert (slip.found, slip.rule) == ("/elsewhere/poll.html", "an address outside the page")


# Neutral words


@pytest.mark.parametrize(
    "prose",
    [
        "the export curbs", "Forced labour", "colonial-era", "Takeshima", "the East Sea",
        "self-ruled Taiwan", "the <em>trade</em> dispute", "Chinese territorial waters",
    ],
)  # fmt: skip
def test_a_contested_word_in_the_kits_own_voice_is_caught_where_terms_are_neutral(corpus, prose):
    assert slips(corpus, f"<p>So {prose} goes on.</p>") == []
    told = slips(corpus, f"<p>So {prose} goes on.</p>", terms="neutral")
    rule = "a contested word in the kit's own voice, in an edition of neutral terms"
    assert [one for _, one in told] == [rule]


@pytest.mark.parametrize(
    "prose",
    [
        "Japan’s 2019 measures on exports to South Korea",
        "the islands called Dokdo in Korean and Takeshima in Japanese",
        "Taiwan and the Indo-Pacific",
        "the history of the victims",  # one plain word has ordinary uses
        "the Seaside",
    ],
)
def test_neutral_words_pass_where_terms_are_neutral(corpus, prose):
    assert slips(corpus, f"<p>So {prose} goes on.</p>", terms="neutral") == []


def test_a_quotation_keeps_its_words_where_terms_are_neutral(corpus):
    curbs = passage(corpus, "reset-button", "Tokyo imposed the curbs in 2019")
    quoted = corpus.text(curbs)
    assert "curbs" in quoted
    for body in (
        f"<blockquote>{quoted}</blockquote>",
        f"<q>{quoted}</q>",
        f"<mark>{quoted}</mark>",
    ):
        told = slips(corpus, f"<ul><li>{body}{cite(1)}</li></ul>", curbs, terms="neutral")
        assert told == []
    heading = (
        "<figure><figcaption>Words used</figcaption>"
        '<svg role="img" aria-label="Grid: export curbs, forced labor."><text>export curbs</text>'
        f'</svg><p class="src">Source{cite(1)}</p></figure>'
    )
    assert slips(corpus, heading, curbs, terms="neutral") == []
    background = '<div class="background"><p class="label">Background</p><p>Or Dokdo.</p></div>'
    assert slips(corpus, background, terms="neutral") == []
