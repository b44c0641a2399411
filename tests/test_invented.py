"""The library on an invented kit: it knows nothing of its own articles."""

import ast
import re
from datetime import date

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from invented import BACKGROUND, OPENING, TEXTS, build

from sourcebook import SourcebookError, charts, load_corpus, tables
from sourcebook.evidence import dated
from sourcebook.handouts.kit import problems_of
from sourcebook.layers import LAYERS
from sourcebook.lesson import open_lesson
from sourcebook.reading import mark
from sourcebook.span import Span

HERE = re.compile(r"Korea|Japan|Seoul|Tokyo|Yoon|Kishida|Gallup|Yonhap")


@pytest.fixture
def opened(invented, monkeypatch):
    """A function that opens a lesson on the invented kit."""
    monkeypatch.chdir(invented.root)
    return open_lesson


def test_no_text_in_the_library_names_what_its_articles_are_about(root):
    for path in sorted((root / "lib").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                # An example in a docstring may speak of the kit's own articles.
                assert id(node) in said or not HERE.search(node.value), (path.name, node.value)
    for path in sorted((root / "lib").rglob("*.j2")):
        assert not HERE.search(path.read_text(encoding="utf-8")), path.name


def test_it_loads_selects_and_counts_two_copies_as_one_source(invented, opened):
    assert problems_of(invented.root) == []
    assert list(invented.articles) == list(TEXTS)
    assert dict(invented.origins) == {
        "bridge-wire": ("bridge-first", "bridge-again"),
        "far-bank": ("far-bank",),
    }
    assert list(invented.select(as_of=date(2031, 5, 3)).articles) == ["bridge-first"]
    late = opened(as_of="2031-05-11")
    assert repr(late) == (
        "As of 11 May 2031. Rests on 3 articles, 2 origins. far-bank is undated "
        "(11 May – 30 June 2031) and may be later than this edition."
    )
    assert f"{late.event('ferry-stops'):support}" == "3 articles, 2 origins"


def test_copies_catalogued_as_independent_are_refused(tmp_path):
    home = build(tmp_path)
    catalog = home / "corpus" / "catalog.toml"
    text = catalog.read_text(encoding="utf-8").replace('"bridge-wire"', '"another"', 1)
    catalog.write_text(text, encoding="utf-8")
    [problem] = problems_of(home)
    assert (problem.place, problem.rule) == (
        "[bridge-first], [bridge-again]",
        "two origins for articles that share 40% of their word runs",
    )


@pytest.mark.parametrize("name", tables.__all__)
def test_every_table_can_be_made(invented, name):
    frame = getattr(tables, name)(invented)
    assert len(frame) > 0
    if name in LAYERS:
        assert len(frame) == len(invented.layer(name))


def test_what_is_not_known_is_no_number(invented):
    frame = tables.figures(invented).set_index(["figure", "article"])
    assert pd.isna(frame.loc[("rowers-who-want-it", "bridge-first"), "value"])
    cost = frame.loc[("cost", "bridge-first")]
    assert (pd.isna(cost["value"]), cost["low"], cost["high"]) == (True, 5e9, 6e9)


def test_an_unknown_value_is_drawn_as_nothing(invented):
    assert charts.poll_figures(invented, ["rowers-who-want-it"]) is None
    assert charts.trade_figures(invented, ["cost"]) is None  # a range has no one value
    both = charts.poll_figures(invented, ["want-ferry-back", "rowers-who-want-it"])
    assert both == charts.poll_figures(invented, ["want-ferry-back"])


def test_articles_that_disagree_get_a_bar_each_and_no_computation(invented, opened):
    chart = charts.poll_figures(invented, ["want-ferry-back"])
    assert chart.alt == (
        "Bar chart of shares of respondents, per cent, on the whole scale. "
        "Riders who want the ferry back (bridge-first): 40%. "
        "Riders who want the ferry back (bridge-again): 45%. "
        "The longest bar: Riders who want the ferry back (bridge-again)."
    )
    drawn = BeautifulSoup(str(chart.svg), "html.parser").get_text("\n")
    for told in ("(bridge-first)", "40%", "(bridge-again)", "45%"):
        assert told in drawn
    assert [invented.text(span) for span in chart.spans] == ["Some 40%", "Some 45%"]
    with pytest.raises(SourcebookError, match=r"no one value for want-ferry-back, but: 40, 45"):
        opened().amount("want-ferry-back")
    assert opened(articles=["bridge-again"]).amount("want-ferry-back") == 45
    assert charts.poll_figures(invented.select(["bridge-again"]), ["want-ferry-back"]).alt == (
        "Bar chart of shares of respondents, per cent, on the whole scale. "
        "Riders who want the ferry back: 45%."
    )


@pytest.mark.parametrize("figure", ["rowers-who-want-it", "cost"])
def test_what_has_no_one_value_is_no_amount(opened, figure):
    with pytest.raises(SourcebookError, match=f"no one value for {figure}, but: none"):
        opened().amount(figure)


def test_dollars_braces_and_stars_in_a_label_stay_text_in_the_picture(invented):
    chart = charts.timeline(invented, date(2031, 1, 1))
    drawn = " ".join(BeautifulSoup(str(chart.svg), "html.parser").get_text(" ").split())
    assert f"10 May 2031: {OPENING}" in drawn
    assert f"10 May 2031: {OPENING}." in chart.alt


def test_an_edition_dates_an_event_by_the_days_its_articles_have_in_common(invented, opened):
    event = invented.vocabulary.entry("events", "ferry-stops")
    assert str(dated(invented, event)) == "20 April 2031"
    for articles, day in [
        (["bridge-first"], "April 2031"),
        (["far-bank"], "16–30 April 2031"),
        (["bridge-first", "far-bank"], "16–30 April 2031"),
    ]:
        assert str(dated(invented.select(articles), event)) == day
        assert opened(articles=articles).event("ferry-stops").part("date") == day


def test_a_difference_and_its_background_are_printed_as_they_stand(opened):
    shown = opened().compare("ferrys-worth")
    assert shown.text == (
        "Is the ferry missed? {not settled} (2 articles, 2 origins)\n"
        "“Some 40% of riders want the old ferry back” — bridge-first[1]: missed by some\n"
        "“a relic” — far-bank[2]: a thing of the past\n\n"
        "One counts riders *who do*; one {calls} it a relic.[1][2]\n\n"
        f"[Background, not from these articles] {BACKGROUND}"
    )
    page = BeautifulSoup(shown.html, "html.parser")
    assert page.select_one(".background").get_text().endswith(BACKGROUND)
    assert not page.find_all(["i", "em"])
    alone = opened(articles=["far-bank"]).compare("ferrys-worth")
    assert alone.text == (
        "One account in this edition: a thing of the past (1 article, 1 origin)\n"
        "“a relic” — far-bank[1]: a thing of the past"
    )


def test_a_plain_twin_has_no_entities(opened):
    lesson = opened()
    shown = lesson.beside(
        "A gift & a relic",
        lesson.passage("bridge-first", "“a gift & a *burden*”"),
        lesson.passage("bridge-first", "said one of the rowers"),
        lesson.passage("far-bank", "“a relic”"),
    )
    assert shown.text == (
        "A gift & a relic (2 articles, 2 origins)\n"
        "“a gift & a *burden*” — bridge-first[1]: Ada Marsh\n"
        "“said one of the rowers” — bridge-first[2]: a rower <of the guild>, not named\n"
        "“a relic” — far-bank[3]: Mayor of the Marsh"
    )
    assert "a rower &lt;of the guild&gt;, not named" in shown.html


def test_a_sentence_takes_an_articles_words_as_they_are(opened):
    lesson = opened()
    passage = lesson.passage("bridge-first", "<b>Guild leader Ada Marsh</b>")
    said = lesson.say("**{who:words}** {cost}", who=passage, cost=lesson.figure("cost"))
    assert said.text == "**<b>Guild leader Ada Marsh</b>** $5 to $6 billion[1]"
    page = BeautifulSoup(said.html, "html.parser")
    assert page.strong.get_text() == "<b>Guild leader Ada Marsh</b>"
    assert not page.find_all("b")
    # JupyterLab must not set what stands between two dollar signs as a formula.
    assert said._repr_mimebundle_()["text/html"].startswith('<div class="mathjax_ignore">')


def test_terms_are_borrowed_or_neutral(opened):
    assert opened().term("old-ferry") == "“old ferry”"
    assert opened(articles=["far-bank"]).term("old-ferry") == "“relic”"
    assert opened(terms="neutral").term("old-ferry") == "the ferry <as it was>"


def test_annotations_that_overlap_are_all_marked_and_lose_nothing(invented):
    line = Span("bridge-first", TEXTS["bridge-first"].index("Some"), 0)
    line = Span(line.article, line.start, TEXTS["bridge-first"].index("\n", line.start))
    shown = mark(invented, line, ["figures", "hedges", "differences"])
    assert shown.text.startswith("[differences [figures [hedges Some 40]%] of riders want the old")
    passage = BeautifulSoup(shown.html, "html.parser").select_one(".passage")
    assert passage.get_text() == invented.text(line)


def test_the_source_list_gives_passages_copies_and_speakers(opened):
    lesson = opened()
    lesson.say("{x}{y}", x=lesson.event("repair"), y=lesson.figure("cost"))
    lesson.say("{x}", x=lesson.passage("bridge-first", "a gift & a *burden*"))
    shown = lesson.sources()
    assert shown.text == (
        "[1] far-bank — “A letter from the far bank”. Outlet not found; 11 May – 30 June "
        "2031 (inferred). Speaking here: Mayor of the Marsh.\n"
        "Outlet not found, date inferred, no copy of it here. Quotations and "
        "attributions: 2 named, 0 not named, 0 relayed.\n"
        "A repair is expected before the summer ends, the mayor wrote.\n"
        "Marked in no other article here: 1 article, 1 origin.\n"
        "\n"
        "[2] bridge-first — “Bridge to replace the river ferry”. Outlet not found; 3 May "
        "2031 (inferred). Same origin as bridge-again: earlier version. Speaking here: "
        "Ferry Guild.\n"
        "Outlet not found, date inferred, shares its origin with another article here. "
        "Quotations and attributions: 2 named, 1 not named, 1 relayed.\n"
        "The bridge is to open on 10 May and will have cost $5 to $6 billion {so far}, "
        "the ferry guild said.\n"
        "The same sentence, or one reworded, in bridge-again: 2 articles, 1 origin.\n"
        "\n"
        "[3] bridge-first — as under 2. Speaking here: Ada Marsh.\n"
        "<b>Guild leader Ada Marsh</b> called it “a gift & a *burden*” for everyone who "
        "lives on the marsh.\n"
        "Marked in no other article here: 1 article, 1 origin."
    )
    page = BeautifulSoup(shown.html, "html.parser")
    assert [one.get_text() for one in page.find_all("mark")] == [
        "A repair",
        "$5 to $6 billion",
        "a gift & a *burden*",
    ]
    assert not page.select(".passage b")


def test_a_mention_on_the_last_day_of_a_role_is_in_force(tmp_path, invented):
    # Ada Marsh leads the guild to 3 May 2031, the day of the article that calls her its leader.
    [role] = tables.roles(invented).to_dict("records")
    assert role["end"] == pd.Timestamp(2031, 5, 3)
    home = build(tmp_path)
    people = home / "corpus" / "vocabulary" / "people.toml"
    people.write_text(people.read_text().replace("to = 2031-05-03", "to = 2031-05-02"))
    with pytest.raises(SourcebookError, match="no role of ada-marsh on 3 May 2031"):
        load_corpus(home)
