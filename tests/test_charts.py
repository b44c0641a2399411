import dataclasses
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from bs4 import BeautifulSoup

from sourcebook import charts
from sourcebook.article import Fact
from sourcebook.errors import UnknownName
from sourcebook.lesson import open_lesson
from sourcebook.span import Span

POLL = ["no-need-to-rush", "not-apologetic"]
TRADE = ["japan-exports-to-korea", "korea-exports-to-japan"]

DRAW = {
    "poll": lambda corpus: charts.poll_figures(corpus, POLL),
    "trade": lambda corpus: charts.trade_figures(corpus, TRADE),
    "timeline": lambda corpus: charts.timeline(corpus, date(2018, 1, 1)),
    "terms": lambda corpus: charts.terms_by_article(corpus, "mobilised-labour"),
    "voices": charts.who_speaks,
}
LATE_2022 = date(2022, 10, 31)


@pytest.fixture(scope="module")
def drawn(corpus):
    return {name: draw(corpus) for name, draw in DRAW.items()}


@pytest.mark.parametrize(
    ("name", "title", "unit", "source", "told"),
    [
        (
            "poll",
            "What respondents said",
            "Share of respondents, per cent",
            "Gallup Korea, as reported in reset-button and drop-trade-dispute",
            [
                "No need to rush to improve ties, if Japan’s attitude does not change: 64%",
                "Japanese government not apologetic about “colonial history”: 85%",
            ],
        ),
        (
            "trade",
            "What each sold to the other",
            "Billion dollars, as the articles write them ($)",
            "IMF, as reported in reset-button and drop-trade-dispute",
            [
                "Japanese exports to South Korea: $52 billion",
                "South Korean exports (to Japan, understood): $30 billion",
            ],
        ),
        (
            "timeline",
            "What the articles report, 2018 to 2023",
            "Dot: a day. Bar: as precise as the articles are. Hollow: not told as past, "
            "but planned, expected or conditional.",
            "the first report of each event; some dates rest on other passages",
            [
                "2019: Japan imposes export measures.",
                "November 2022: Agreement to share missile data.",
                "16 March 2023: Yoon and Kishida meet in Tokyo.",
                "16–17 March 2023: Security dialogue to be confirmed (expected).",
            ],
        ),
        (
            "terms",
            "The wartime workers: the words used",
            "Times used in each article",
            "the term annotations of beijing-urges-seoul, reset-button, "
            "seoul-beefs-up-diplomacy, drop-trade-dispute and warming-fast",
            ["beijing-urges-seoul: wartime labor 2, victims 1", "former requisitioned workers 1"],
        ),
        (
            "voices",
            "Who speaks: named, anonymous, relayed",
            "Number of quotations and attributions",
            "the quotation and attribution annotations of beijing-urges-seoul, "
            "seoul-beefs-up-diplomacy, warming-fast, reset-button and drop-trade-dispute",
            ["beijing-urges-seoul: ", " named, ", " anonymous, ", "warming-fast: "],
        ),
    ],
)
def test_a_chart_has_title_unit_source_and_an_alternative_with_its_values(
    drawn, name, title, unit, source, told
):
    chart = drawn[name]
    assert (chart.title, chart.unit, chart.source) == (title, unit, source)
    assert [words for words in told if words not in chart.alt] == []
    plain = repr(chart)
    assert all(words in plain for words in (title, unit, chart.alt, source))


@pytest.mark.parametrize("name", DRAW)
def test_an_svg_is_well_formed_and_carries_its_alternative(drawn, name):
    chart = drawn[name]
    picture = ET.fromstring(str(chart.svg))
    assert picture.tag == "{http://www.w3.org/2000/svg}svg" or picture.tag == "svg"
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == chart.alt


@pytest.mark.parametrize("name", DRAW)
def test_an_svg_asks_for_nothing_and_runs_nothing(drawn, name):
    svg = str(drawn[name].svg)
    assert "<script" not in svg
    assert re.findall(r"\son\w+=", svg) == []
    addresses = set(re.findall(r'https?://[^\s"<]+', svg))
    assert addresses <= {"http://www.w3.org/1999/xlink", "http://www.w3.org/2000/svg"}
    targets = re.findall(r'(?:href="|url\()([^")]*)', svg)
    assert [target for target in targets if not target.startswith("#")] == []


@pytest.mark.parametrize("name", DRAW)
def test_text_stays_text(drawn, name):
    words = "".join(ET.fromstring(str(drawn[name].svg)).itertext())
    wanted = {
        "poll": "64%",
        "trade": "$52 billion",
        "timeline": "Radar incident",
        "terms": "wartime labour",
        "voices": " named, ",
    }
    assert wanted[name] in words


@pytest.mark.parametrize("name", DRAW)
def test_the_same_chart_is_the_same_bytes(corpus, drawn, name):
    again = DRAW[name](corpus)
    assert again == drawn[name]


def ids(chart):
    return re.findall(r'\sid="([^"]+)"', str(chart.svg))


def test_no_id_stands_twice_on_a_page_of_charts(corpus, drawn):
    early = corpus.select(as_of=LATE_2022)
    page = [
        *drawn.values(),
        charts.timeline(corpus, date(2018, 1, 1), topics=["trade"]),
        charts.timeline(early, date(2018, 1, 1)),
        charts.who_speaks(early),
        charts.poll_figures(corpus, POLL[:1]),
    ]
    found = [id_ for chart in page for id_ in ids(chart)]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", DRAW)
def test_every_reference_inside_an_svg_leads_to_an_id_of_its_own(drawn, name):
    used = set(re.findall(r'(?:href="|url\()#([\w-]+)', str(drawn[name].svg)))
    assert used == set(ids(drawn[name]))


@pytest.mark.parametrize("name", DRAW)
def test_an_empty_selection_draws_nothing(corpus, name):
    assert DRAW[name](corpus.select(as_of=date(1900, 1, 1))) is None


def test_as_of_2020_there_is_no_poll_and_no_trade_to_draw(corpus):
    early = corpus.select(as_of=date(2020, 12, 31))
    assert charts.poll_figures(early, POLL) is None
    assert charts.trade_figures(early, TRADE) is None


def test_the_figures_drawn_can_be_cited(drawn, corpus):
    assert [corpus.text(span) for span in drawn["poll"].spans] == [
        "64%",
        "64%",
        "Around 85%",
        "85%",
    ]
    assert Span("reset-button", 3416, 3427) in drawn["trade"].spans


def test_a_figure_of_one_article_credits_that_article(corpus):
    alone = charts.poll_figures(corpus.select(articles=["drop-trade-dispute"]), POLL)
    assert alone.source == "Gallup Korea, as reported in drop-trade-dispute"


def test_a_timeline_keeps_the_chosen_topics_events_and_days(corpus):
    trade = charts.timeline(corpus, date(2018, 1, 1), topics=["trade"])
    assert "Japan imposes export measures" in trade.alt
    assert "Radar incident" not in trade.alt
    chosen = charts.timeline(corpus, date(1900, 1, 1), events=["treaty-1965", "radar-incident"])
    assert chosen.alt == (
        "Timeline, the earliest event first. "
        "1965: Treaty normalises relations. 2018: Radar incident."
    )
    assert "Treaty normalises" not in charts.timeline(corpus, date(1966, 1, 1)).alt
    assert charts.timeline(corpus, date(2030, 1, 1)) is None


def test_an_as_of_date_is_drawn_and_explained(corpus):
    early = charts.timeline(corpus.select(as_of=date(2020, 12, 31)), date(2018, 1, 1))
    assert early.unit.endswith("Dotted line: the as-of date.")
    assert "Yoon" not in early.alt
    assert "(planned)" in early.alt


def test_an_unknown_concept_lists_the_valid_ones(corpus):
    with pytest.raises(UnknownName, match="no entry of terms 'labour'"):
        charts.terms_by_article(corpus, "labour")


def test_the_figure_element_escapes_what_follows_the_source(drawn):
    html = str(drawn["poll"].html("<script>"))
    assert html.startswith('<figure class="chart"><figcaption><b>What respondents said</b>')
    assert html.endswith("drop-trade-dispute&lt;script&gt;</p></figure>")
    assert (
        drawn["poll"]
        ._repr_mimebundle_()["text/html"]
        .startswith('<div class="mathjax_ignore"><figure class="chart">')
    )


# What the pictures show, measured in the pictures

BLUE, ORANGE = "#1a4f97", "#cf7a2d"


def shapes(chart):
    """Left, right, top and fill of every bar, and x, y and fill of every dot, top to bottom."""
    picture = ET.fromstring(str(chart.svg))
    hatched = {
        f"url(#{one.get('id')})": one.find("rect").get("fill") for one in picture.iter("pattern")
    }
    bars, dots = [], []
    for clipped in picture.iter():
        # Only what stands for data is clipped to the axes; grid lines are no closed shapes.
        if clipped.get("clip-path") is None:
            continue
        if clipped.tag == "path" and "z" in clipped.get("d"):
            places = [
                tuple(map(float, p)) for p in re.findall(r"[ML] (\S+) (\S+)", clipped.get("d"))
            ]
            xs, ys = zip(*places, strict=True)
            fill = clipped.get("fill")
            bars.append((min(xs), max(xs), min(ys), hatched.get(fill, fill)))
        for dot in clipped.iter("use"):
            fill = "none" if dot.get("fill-opacity") == "0" else dot.get("fill")
            dots.append((float(dot.get("x")), float(dot.get("y")), fill))
    return sorted(bars, key=lambda bar: (bar[2], bar[0])), sorted(dots, key=lambda dot: dot[1])


def ticks(chart):
    """Places of the marks below the axis, left to right."""
    picture = ET.fromstring(str(chart.svg))
    clipped = {id(dot) for one in picture.iter() if one.get("clip-path") for dot in one.iter()}
    return [float(one.get("x")) for one in picture.iter("use") if id(one) not in clipped]


def test_a_share_is_as_long_as_it_is_large_on_the_whole_scale(corpus, drawn):
    zero, *_, hundred = ticks(drawn["poll"])
    bars, _ = shapes(drawn["poll"])
    shares = [float(corpus.layer("figures", figure=figure)[0]["value"]) / 100 for figure in POLL]
    assert [left for left, *_ in bars] == pytest.approx([zero] * len(POLL))
    assert [right for _, right, *_ in bars] == pytest.approx(
        [zero + share * (hundred - zero) for share in shares]
    )


def test_sums_of_money_compare_by_length_from_zero(drawn):
    (left, right, *_), (other_left, other_right, *_) = shapes(drawn["trade"])[0]
    assert left == other_left
    # Coordinates are rounded to a hundredth of a point.
    assert (right - left) / (other_right - other_left) == pytest.approx(52 / 30, rel=1e-3)


def test_what_is_told_as_past_is_filled_and_what_is_to_come_is_hollow(invented):
    chart = charts.timeline(invented, date(2031, 1, 1))
    [(*_, repair)], [(_, _, stops), (_, _, opens)] = shapes(chart)
    assert "(expected)" in chart.alt
    assert (stops, opens, repair) == (BLUE, BLUE, "none")
    eve = charts.timeline(invented.select(["bridge-first"]), date(2031, 1, 1))
    [(*_, stops)], [(_, _, opens)] = shapes(eve)  # “in April” is no day
    assert (stops, opens) == (BLUE, "none")


def test_events_stand_where_their_days_are_on_the_axis(invented):
    first, last = ticks(charts.timeline(invented, date(2031, 1, 1)))
    [(start, end, *_)], [(stops, *_), (opens, *_)] = shapes(
        charts.timeline(invented, date(2031, 1, 1))
    )

    def place(month, day, noon=0.5):
        days = (date(2031, month, day) - date(2031, 1, 1)).days
        return pytest.approx(first + (days + noon) / 365 * (last - first), abs=0.01)

    assert (stops, opens) == (place(4, 20), place(5, 10))
    assert (start, end) == (place(5, 11, 0), place(8, 31, 1))
    [(start, end, *_)], _ = shapes(
        charts.timeline(invented.select(["bridge-first"]), date(2031, 1, 1))
    )
    assert (start, end) == (place(4, 1, 0), place(4, 30, 1))


def test_voices_stand_one_after_another_and_fill_their_number(invented):
    bars, _ = shapes(charts.who_speaks(invented))
    (left, one, top, named), (two, three, _, anonymous), (four, right, _, relayed), last = bars
    assert (one, three) == (pytest.approx(two), pytest.approx(four))
    assert [one - left, three - two, right - four] == pytest.approx(
        [(right - left) * share for share in (0.5, 0.25, 0.25)],  # 2 named, 1 anonymous, 1 relayed
        abs=0.02,
    )
    assert (named, anonymous, relayed) == (BLUE, ORANGE, "none")
    assert last == (pytest.approx(left), pytest.approx(one), last[2], BLUE)
    assert last[2] > top


@pytest.mark.parametrize("name", DRAW)
def test_what_a_machine_marked_is_labelled(corpus, drawn, name):
    rows = tuple(dataclasses.replace(a, status="machine") for a in corpus.annotations)
    chart = DRAW[name](dataclasses.replace(corpus, annotations=rows))
    assert "Status machine" not in repr(drawn[name])
    assert re.fullmatch(
        re.escape(drawn[name].unit.removesuffix(".")) + r"\. Status machine: (\d+) of \1\.",
        chart.unit,
    )
    assert (chart.title, chart.source, chart.alt) == (
        drawn[name].title,
        drawn[name].source,
        drawn[name].alt,
    )


@pytest.mark.parametrize(
    ("language", "status", "left_out"),
    [
        ("ko", "machine", True),
        ("ko", "reviewed", False),
        ("en-GB", "machine", False),
        ("unknown", "machine", False),
    ],
)
def test_what_rules_read_in_another_language_is_not_counted(corpus, language, status, left_out):
    article = corpus.article("warming-fast")
    foreign = dataclasses.replace(article, language=Fact(language, "inferred"))
    rows = [dataclasses.replace(a, status=status) for a in corpus.annotations]
    changed = dataclasses.replace(
        corpus, articles={**corpus.articles, article.id: foreign}, annotations=tuple(rows)
    )
    chart = charts.who_speaks(changed)
    assert ("warming-fast: " in chart.alt) is not left_out
    assert chart.source.endswith(". Left out, not being in English: warming-fast") is left_out
    if left_out:
        assert charts.who_speaks(changed.select(["warming-fast"])) is None


def test_the_numbers_beside_the_voices_are_counted_over_their_annotations(corpus, drawn):
    words = "".join(ET.fromstring(str(drawn["voices"].svg)).itertext())
    for article in corpus.articles:
        said = [a for a in corpus.annotations if a.article == article]
        said = [a for a in said if a.layer in ("quotations", "attributions")]
        relayed = sum(bool(a["relayed_by"]) for a in said)
        named = sum(a["named"] == "named" and not a["relayed_by"] for a in said)
        counted = f"{named} named, {len(said) - named - relayed} anonymous, {relayed} relayed"
        assert f"{article}: {counted}" in drawn["voices"].alt
        assert f"{article}: {counted}" in words


# What the pictures show, as a table


def data(lesson, chart):
    """The heading cells and the rows of the table that a page shows below a chart."""
    page = BeautifulSoup(str(lesson.show(chart).html), "html.parser")
    table = page.select_one("figure.chart > details.data table")
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table("tr")]
    return rows[0], rows[1:]


def test_figures_stand_below_their_bars_as_their_articles_write_them():
    lesson = open_lesson()
    headings, rows = data(lesson, charts.trade_figures(lesson.corpus, TRADE))
    assert headings == ["Figure", "Value", "Reported by"]
    assert rows == [
        ["Japanese exports to South Korea", "$52 billion", "reset-button and drop-trade-dispute"],
        [
            "South Korean exports (to Japan, understood)",
            "$30 billion",
            "reset-button and drop-trade-dispute",
        ],
    ]


def test_events_stand_below_the_timeline_with_their_dates_and_how_they_are_told():
    lesson = open_lesson(as_of="2020-12-31")
    chosen = charts.timeline(lesson.corpus, date(2018, 1, 1), topics=["trade"])
    assert data(lesson, chosen) == (
        ["Event", "When", "Told as"],
        [
            ["Japan imposes export measures", "2019", "happened"],
            [
                "China begins to urge Seoul to settle differences with Tokyo",
                "2019–2020",
                "happened",
            ],
        ],
    )
    assert chosen.title == "What the articles report, 2019 to 2020"


def test_counts_stand_below_the_grid_and_say_what_was_counted():
    lesson = open_lesson()
    chart = charts.terms_by_article(lesson.corpus, "cause-of-measures")
    assert data(lesson, chart) == (
        ["Term", "reset-button", "seoul-beefs-up-diplomacy", "drop-trade-dispute"],
        [["as tensions deepened", "1", "0", "1"], ["in apparent retaliation", "0", "1", "0"]],
    )
    page = BeautifulSoup(str(lesson.show(chart).html), "html.parser")
    assert page.figure["data-counted"] == "uses of each term in each article"
    lines = [line.get_text() for line in page.select("figure > .src")]
    assert lines[1:] == ["Counted: uses of each term in each article"]


@pytest.mark.parametrize("name", DRAW)
def test_only_what_the_kit_counted_says_so(drawn, name):
    assert bool(drawn[name].counted) is (name in ("terms", "voices"))
    assert ("data-counted" in drawn[name].html()) is (name in ("terms", "voices"))
    assert drawn[name].rows


def test_the_numbers_of_an_axis_are_told_from_those_of_articles(drawn):
    page = BeautifulSoup(str(drawn["poll"].svg), "html.parser")
    scale = page.select("g.structural")
    assert [one.get_text(strip=True) for one in scale] == ["0", "25", "50", "75", "100"]
    assert "64%" not in "".join(one.get_text() for one in scale)


def test_the_alternative_of_bars_names_the_longest_if_there_is_one(corpus, drawn):
    assert drawn["trade"].alt.endswith("The longest bar: Japanese exports to South Korea.")
    assert "longest" not in charts.trade_figures(corpus, TRADE[:1]).alt


def test_the_data_are_labelled_in_the_language_of_the_page():
    lesson = open_lesson(language="ja")
    shown = str(lesson.show(charts.poll_figures(lesson.corpus, POLL)).html)
    assert '<summary><span lang="ja">データ</span></summary>' in shown
