"""What changed in a lesson between two days: the comparison, the page, the plan, the command."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from markupsafe import Markup

from sourcebook.cli import main
from sourcebook.errors import InvalidKit
from sourcebook.evidence import Citations
from sourcebook.handouts.comparing.changes import changes_page
from sourcebook.handouts.comparing.matching import by_section, changes, edits
from sourcebook.handouts.comparing.news import news
from sourcebook.handouts.comparing.reporting import Report
from sourcebook.handouts.comparing.statements import Statement, statements
from sourcebook.handouts.comparing.telling import telling
from sourcebook.handouts.comparing.words import plain, tokens
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.page import index
from sourcebook.handouts.plan import check_plan, read_plan
from sourcebook.handouts.proofreading import proofread
from sourcebook.handouts.run import run as run_notebook
from sourcebook.interface import words
from sourcebook.lesson import open_lesson
from sourcebook.reading import Apparatus

FIRST, LAST = date(2020, 12, 31), date(2023, 3, 31)


def said(*texts, heading="", kind="p", apart=""):
    return [Statement(Markup(heading), kind, (Markup(text),), apart=apart) for text in texts]


def cite(*numbers):
    links = "".join(f'<a href="#s{n}">{n}</a>' for n in numbers)
    return f'<sup class="cite">{links}</sup>'


def became(found):
    return [
        (one.kind, one.before and one.before.text, one.after and one.after.text) for one in found
    ]


# Statements in, changes out


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ((), (), []),
        (("One met.",), ("One met.",), [("same", "One met.", "One met.")]),
        ((), ("One met.",), [("added", None, "One met.")]),
        (("One met.",), (), [("dropped", "One met.", None)]),
        (
            ("They met in 2019.", "It rained."),
            ("It rained.", "They met in 2020."),
            [
                ("same", "It rained.", "It rained."),
                ("reworded", "They met in 2019.", "They met in 2020."),
            ],
        ),
        (
            ("First of all.", "Then this went.", "Last came that."),
            ("First of all.", "Last came that."),
            [
                ("same", "First of all.", "First of all."),
                ("dropped", "Then this went.", None),
                ("same", "Last came that.", "Last came that."),
            ],
        ),
        (
            ("The same twice.", "The same twice."),
            ("The same twice.",),
            [
                ("same", "The same twice.", "The same twice."),
                ("dropped", "The same twice.", None),
            ],
        ),
        (
            ("Rain fell on the bridge.",),
            ("A ferry left at noon.",),
            [
                ("dropped", "Rain fell on the bridge.", None),
                ("added", None, "A ferry left at noon."),
            ],
        ),
    ],
)
def test_what_became_of_statements(then, now, expected):
    assert became(changes(said(*then), said(*now))) == expected


def test_a_statement_under_another_heading_is_the_same_statement():
    then, now = said("They met.", heading="Spring"), said("They met.", heading="Summer")
    [change] = changes(then, now)
    assert (change.kind, change.section) == ("same", "Summer")


def test_a_claim_is_not_taken_for_background():
    found = changes(said("They met in May."), said("They met in May.", apart="background"))
    assert sorted(one.kind for one in found) == ["added", "dropped"]


def test_the_same_words_from_other_passages_are_told_apart():
    then, now = said(f"They met.{cite(1)}"), said(f"They met.{cite(7)}")
    led = {"#s1": "a:0-9"}
    assert [one.kind for one in changes(then, now, (led, {"#s7": "a:0-9"}))] == ["same"]
    assert [one.kind for one in changes(then, now, (led, {"#s7": "b:0-9"}))] == ["recited"]


def test_a_row_is_known_by_what_it_is_about():
    page = (
        "<table><caption>Offices</caption><tr><th>A</th><td>{}</td></tr>"
        "<tr><th>B</th><td>{}</td></tr></table>"
    )
    found = changes(
        statements(page.format("since May 2017", "since March 2013")),
        statements(page.format("May 2017 – May 2022", "since March 2013")),
    )
    assert became(found) == [
        ("reworded", "A · since May 2017", "A · May 2017 – May 2022"),
        ("same", "B · since March 2013", "B · since March 2013"),
    ]


def test_changes_are_gathered_under_headings():
    found = changes(
        said("Gone now.", heading="Old"),
        [*said("Here.", heading="New"), *said("There.", heading="Other")],
    )
    assert {name: len(group) for name, group in by_section(found).items()} == {
        "Old": 1,
        "New": 1,
        "Other": 1,
    }


def test_words_are_kept_added_and_removed():
    found = edits("the plan was read twice".split(), "the plan is read".split())
    assert [(one.kept, one.before, one.after) for one in found] == [
        (True, (0, 2), (0, 2)),
        (False, (2, 3), (2, 3)),
        (True, (3, 4), (3, 4)),
        (False, (4, 5), (4, 4)),
    ]


# Pages cut into statements


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("he said “we all agreed”, twice.", ["he", "said", "“we all agreed”", ",", "twice", "."]),
        ("on 16 March 2023, at last", ["on", "16 March 2023", ",", "at", "last"]),
        ("from 5–12 March 2023", ["from", "5–12 March 2023"]),
        ("17 November – 31 December 2020", ["17 November – 31 December 2020"]),
        ("sold $52 billion of it", ["sold", "$52 billion", "of", "it"]),
        ('<b>64%</b> (<span class="support">2 articles</span>)', ["64%", "(", "2 articles", ")"]),
        ('<data class="computed" value="22">$22 billion</data> more', ["$22 billion", "more"]),
        ("\ue000 left", ["\N{REPLACEMENT CHARACTER}", "left"]),
    ],
)
def test_quotations_dates_sums_and_counts_are_words_for_themselves(html, expected):
    assert [one.text for one in tokens(Markup(html))] == expected


def test_words_are_set_together_again_as_they_stood():
    html = Markup(f"He <em>did</em>, and said “no”{cite(1)}. <b>So</b>: no.")
    assert plain(tokens(html)) == "He did, and said “no”. So: no."


def test_a_page_is_cut_into_what_it_says():
    page = """
    <h2>A <b>part</b></h2><p class="label">Note</p><p>One.</p>
    <ul><li><p>Two.</p><p>Three.</p></li></ul>
    <table data-counted="Counted: rain"><caption>Rain</caption><thead><tr><th>Day</th><th>mm</th>
    </tr></thead><tr><th>May</th><td>9</td></tr></table><p class="src">A note</p>
    <figure class="chart"><figcaption>Drawn</figcaption></figure>
    <div class="sides"><figure><blockquote>“Yes”</blockquote><figcaption>she</figcaption></figure>
    </div><div class="background"><p class="label">Background</p><p>Known.</p></div>
    <li><div class="judgement"><p>So it is.</p><dl><div><dt>Likelihood</dt><dd>likely</dd></div>
    </dl></div></li><pre class="code">x = 1</pre><p class="structural">Made in May</p>
    <ol class="sources"><li id="s1"><p>Passage</p></li></ol>
    """
    found = statements(page)
    assert [(one.kind, one.text, one.apart) for one in found] == [
        ("p", "One.", ""),
        ("li", "Two. Three.", ""),
        ("row", "May · 9", ""),
        ("side", "“Yes” — she", ""),
        ("p", "Known.", "background"),
        ("judgement", "So it is. · Likelihood: likely", ""),
    ]
    assert {one.section for one in found} == {"A part"}
    table = found[2].table
    assert (table.caption, table.columns, table.counted) == ("Rain", ("Day", "mm"), "Counted: rain")


# Changes shown


def shown(corpus, then, now):
    """What a page shows of the changes between two pages of cells."""
    apparatus = Apparatus(corpus, Citations(corpus), words("en"))
    before, after = telling(Markup(then)), telling(Markup(now))
    found = changes(before.statements, after.statements, (before.passages, after.passages))
    html = Report(apparatus, before, after).told(found)
    return BeautifulSoup(html, "html.parser"), apparatus


def page_of(lesson, *parts):
    return "\n".join(str(part.html) for part in [*parts, lesson.sources()] if part)


def test_a_number_that_was_removed_keeps_its_letter(corpus):
    pages = []
    for things in ("ab", "abc"):
        lesson = open_lesson()
        met = lesson.event("tokyo-summit")
        number = lesson.count("things", things, met)
        pages.append(
            page_of(lesson, lesson.say("There are {n} of them.{met:cite}", n=number, met=met))
        )
    told, apparatus = shown(corpus, *pages)
    assert told.select_one("del data")["value"] == "2"
    assert told.select_one("del data").find_next_sibling("sup").get_text() == "a"
    assert told.select_one("ins data")["value"] == "3"
    assert {one.value for _, one in apparatus.citations.computations} == {2, 3}


def test_a_passage_that_only_the_earlier_words_rest_on_is_cited_after_them(corpus):
    pages = []
    for key in ("export-curbs-imposed", "tokyo-summit"):
        lesson = open_lesson()
        one = lesson.event(key)
        pages.append(page_of(lesson, lesson.say("It was told so in {x:date}.{x:cite}", x=one)))
    told, apparatus = shown(corpus, *pages)
    assert told.select_one("del").get_text() == "removed: 2019"
    assert told.select_one("ins").get_text() == "added: 16 March 2023"
    assert told.small.get_text().startswith("Before")
    cited = {int(link["href"][2:]) for link in told.small.select("a")}
    led = [note.passage for note in apparatus.citations.notes if note.number in cited]
    assert any("2019" in corpus.text(passage) for passage in led)


def test_numbers_counted_for_a_table_stay_counted_when_they_change(corpus):
    pages = []
    for number in (760, 1702):
        lesson = open_lesson()
        table = lesson.table([("zones", number)], "Layers", "Layer", "Found", counted="annotations")
        pages.append(page_of(lesson, table))
    told, _ = shown(corpus, *pages)
    [row] = told.select("table[data-counted] tbody tr")
    assert row.td.span["class"] == ["structural"]
    assert row.td.get_text(" ", strip=True) == "removed: 760 added: 1702"
    assert told.select("p.src")[-1].get_text() == "Counted: annotations"


def test_a_sentence_reworded_all_over_is_shown_twice(corpus):
    then = "<p>Ask who stands behind it, say who bears a cost, and on whose word it is.</p>"
    now = "<p>Ask who stands behind it, see what has a sum, and in which tense it was.</p>"
    told, _ = shown(corpus, then, now)
    assert [told.find(tag).get_text() for tag in ("del", "ins")] == [
        BeautifulSoup(one, "html.parser").get_text() for one in (then, now)
    ]


# What the articles newly tell


def test_what_came_in_is_read_off_the_two_editions(corpus):
    found = news(corpus.select(as_of=FIRST), corpus.select(as_of=LAST))
    assert found.articles == ("reset-button", "drop-trade-dispute", "warming-fast")
    events = {entry.key for entry in found.events}
    assert {"tokyo-summit", "radar-incident"} <= events
    assert "export-curbs-imposed" not in events
    assert {"no-need-to-rush", "japan-exports-to-korea"} <= {one.key for one in found.figures}
    assert "who-pays" in {one.key for one in found.differences}
    assert not news(corpus, corpus)


def test_an_event_that_another_article_dates_more_closely_is_dated_otherwise(corpus):
    wire = corpus.select(articles=["reset-button", "drop-trade-dispute"])
    [plan] = [one for one in news(wire, corpus).redated if one.event.key == "compensation-plan"]
    assert (str(plan.before), str(plan.after)) == ("5–12 March 2023", "6 March 2023")


# The plan


@pytest.fixture(scope="module")
def whole(root):
    return read_kit(root)


def asked(whole, **more):
    table = {"notebook": "01_background", "as_of": LAST, "audience": "briefing", **more}
    return check_plan({"handouts": {"changes": table}}, "plan.toml", whole)


def test_a_plan_names_the_earlier_day(whole, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(
        '[handouts.one]\nnotebook = "01_background"\nsince = 2020-12-31\nas_of = 2023-03-31\n'
        '[handouts.two]\nnotebook = "01_background"\n',
        encoding="utf-8",
    )
    one, two = read_plan(path, whole)
    assert (one.since, two.since) == (FIRST, None)
    assert dict(one.parameters) == {"as_of": "2023-03-31"}
    assert one.earlier["as_of"] == "2020-12-31"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"since": "2020-12-31"}, "since = '2020-12-31': must be a date"),
        ({"since": LAST}, "since = 2023-03-31 is not before as_of = 2023-03-31"),
        ({"since": date(2024, 1, 1), "as_of": LAST}, "since = 2024-01-01 is not before as_of"),
        ({"since": date(1900, 1, 1)}, "since: no article is left as of 1900-01-01"),
    ],
)
def test_a_day_that_cannot_be_compared_is_refused(whole, more, told):
    with pytest.raises(InvalidKit) as error:
        asked(whole, **more)
    [problem] = error.value.problems
    assert problem.rule.startswith(told)
    assert problem.remedy


def test_an_earlier_day_cannot_be_shared(whole):
    plan = {"defaults": {"since": FIRST}, "handouts": {"one": {"notebook": "01_background"}}}
    with pytest.raises(InvalidKit, match="since cannot be shared"):
        check_plan(plan, "plan.toml", whole)


def test_the_index_names_both_days(whole):
    page = BeautifulSoup(index(asked(whole, since=FIRST), whole.corpus.vocabulary), "html.parser")
    listed = " ".join(page.select_one("main").get_text(" ").split())
    assert "What changed: Background, briefing edition" in listed
    assert "as of 31 December 2020 and 31 March 2023" in listed


# The page


@pytest.fixture(scope="module")
def runs(whole):
    [handout] = asked(whole, since=FIRST)
    path = handout.notebook.path
    days = [run_notebook(path, one, "briefing") for one in (handout.earlier, handout.parameters)]
    return handout, days


@pytest.fixture(scope="module")
def page(runs, whole):
    handout, days = runs
    return changes_page(handout, *days, whole.corpus)


@pytest.fixture(scope="module")
def soup(page):
    return BeautifulSoup(page, "html.parser")


def without_marks(element):
    copy = BeautifulSoup(str(element), "html.parser")
    for cite in copy.select("sup.cite"):
        cite.decompose()
    return " ".join(copy.get_text().split())


@pytest.mark.notebooks
class TestThePage:
    def test_says_which_days_it_compares(self, soup):
        assert soup.h1.get_text() == "What changed: Background"
        band = " ".join(soup.select_one(".band").get_text().split())
        assert "as of 31 December 2020 and 31 March 2023" in band

    def test_counts_what_it_lists(self, soup):
        rows = soup.select("main table")[0].select("tbody tr")
        counts = {row.th.get_text(): int(row.td.get_text()) for row in rows}
        assert counts["Articles that came in"] == 3
        for heading in soup.select("h3"):
            if heading.get_text() in counts:
                items = heading.find_next("ul").find_all("li", recursive=False)
                assert len(items) == counts.pop(heading.get_text())
        kinds = {
            "Statements added": "added",
            "Statements no longer made": "dropped",
            "Statements reworded": "reworded",
            "Statements in the same words, citing other passages": "recited",
        }
        for name, kind in kinds.items():
            assert len(soup.select(f".changes > .{kind}, main tr.{kind}")) == counts.pop(name), name
        assert counts.pop("Statements unchanged") > 20
        assert counts == {"Events dated otherwise": 0}

    def test_lists_what_only_the_later_articles_tell_with_its_sources(self, soup):
        told = {without_marks(item): item for item in soup.select("ul.news > li")}
        for line in (
            "Yoon and Kishida meet in Tokyo: 16 March 2023",
            "Security dialogue to be confirmed: 16–17 March 2023 (expected)",
            "Japanese exports to South Korea: “$52 billion”",
        ):
            assert told[line].select("sup.cite a"), line

    def test_leads_every_citation_to_one_list_and_back(self, soup, corpus):
        listed = {f"#{item['id']}": item for item in soup.select("ol.sources > li")}
        cited = [link["href"] for link in soup.select("sup.cite a") if "#s" in link["href"]]
        assert list(dict.fromkeys(cited)) == list(listed)
        articles = {item["data-passage"].partition(":")[0] for item in listed.values()}
        assert articles == set(corpus.articles)
        passages = [item["data-passage"] for item in listed.values()]
        assert len(passages) == len(set(passages))
        for item in listed.values():
            assert soup.find(id=item.select_one("a.back")["href"][1:]).name == "a"

    def test_tells_words_added_and_removed_without_colour(self, soup):
        changed = soup.select("main ins, main del")
        assert changed
        for one in changed:
            label = {"ins": "added: ", "del": "removed: "}[one.name]
            assert one.select_one(".unseen").get_text() == label

    def test_never_changes_a_word_inside_a_quotation(self, soup):
        for one in soup.select("main ins, main del"):
            text = one.get_text()
            assert text.count("“") == text.count("”"), text

    def test_shows_nothing_that_is_the_same(self, soup):
        told = without_marks(soup.main)
        assert "What happened between Japan and South Korea, who was involved" not in told

    def test_holds_nothing_that_no_source_supports(self, page, corpus):
        assert [str(slip) for slip in proofread(page, corpus.select(as_of=LAST))] == []

    def test_is_the_same_bytes_from_the_same_runs(self, runs, page, whole):
        handout, days = runs
        assert changes_page(handout, *days, whole.corpus) == page

    def test_says_so_where_nothing_changed(self, runs, whole):
        handout, (_, later) = runs
        same = BeautifulSoup(changes_page(handout, later, later, whole.corpus), "html.parser")
        assert "No statement changed." in same.main.get_text()
        assert not same.select("ins, del, .changes")

    def test_speaks_its_own_words_in_the_language_asked_for(self, runs, whole):
        _, days = runs
        [handout] = asked(whole, since=FIRST, language="ja")
        html = changes_page(handout, *days, whole.corpus)
        page = BeautifulSoup(html, "html.parser")
        assert page.h1.get_text() == "変更点\uff1aBackground"
        assert "2020年12月31日と2023年3月31日" in page.select_one(".band").get_text()
        assert page.select("main h2")[1].span["lang"] == "ja"
        assert page.select_one("main tbody th").span["lang"] == "ja"
        assert proofread(html, whole.corpus.select(as_of=LAST)) == ()


# The command


def test_the_commands_help_ends_with_a_line_to_paste(root, monkeypatch):
    monkeypatch.chdir(root)
    told = " ".join(CliRunner().invoke(main, ["compare", "--help"]).output.split())
    assert told.endswith("sourcebook compare 01_background --since 2020-12-31 --as-of 2023-03-31")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["01_backround", "--since", "2020-12-31"], "did you mean '01_background'?"),
        (["01_background", "--since", "2024-01-01"], "is not before as_of = 2023-03-31"),
        (["01_background", "--since", "soon"], "'soon' does not match the format"),
    ],
)
def test_the_command_says_what_it_cannot_compare(root, run, tmp_path, arguments, told):
    result = run(root, "compare", *arguments, "--out", tmp_path / "out")
    assert result.exit_code != 0
    assert told in re.sub(r"\s+", " ", result.output)
    assert not (tmp_path / "out").exists()
