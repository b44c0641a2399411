"""What a page is made of, tested without running a notebook."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import nbformat
import pytest
from bs4 import BeautifulSoup

from sourcebook import charts, load_corpus, reading
from sourcebook.charts import drawing
from sourcebook.errors import UnknownName
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.page import index, page
from sourcebook.handouts.page.cells import prose, shown
from sourcebook.handouts.page.cleaning import clean
from sourcebook.handouts.page.policy import policy
from sourcebook.handouts.page.style import style
from sourcebook.handouts.plan import read_plan
from sourcebook.interface import words
from sourcebook.lesson import open_lesson

VOCABULARY = load_corpus().vocabulary
markdown, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
output = nbformat.v4.new_output


@pytest.fixture(scope="module")
def plan(root):
    return read_plan(root / "briefings.toml", read_kit(root))


def given(handout, **parameters):
    return replace(handout, parameters=MappingProxyType({**handout.parameters, **parameters}))


def held(data, **metadata):
    return output("display_data", data=data, metadata=metadata)


@pytest.fixture(scope="module")
def made(plan, corpus):
    """A function that puts cells into the first handout of the plan, changed by parameters."""

    def make(*cells, **parameters):
        run = nbformat.v4.new_notebook(cells=[markdown("# A title\n\n**Why?**"), *cells])
        html = page(given(plan[0], **{"prepared": None, **parameters}), run, corpus)
        return BeautifulSoup(html, "html.parser")

    return make


def test_the_policy_allows_this_style_sheet_and_nothing_else(made, plan):
    for whole in (made(), BeautifulSoup(index(plan, VOCABULARY), "html.parser")):
        told = whole.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        [sheet] = [one.string for one in whole.find_all("style")]
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        assert told == (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
            "base-uri 'none'; form-action 'none'"
        )
        assert told == policy(sheet)


def test_the_head_says_what_for_whom_and_when(made):
    whole = made(title="A & B", prepared_for="the desk", prepared="2023-04-03", audience="briefing")
    assert whole.select_one(".band").get_text() == (
        "Briefing edition · prepared for the desk · as of 31 March 2023 · prepared on 3 April 2023"
    )
    assert whole.h1.get_text() == "A & B"
    assert whole.title.get_text() == "A & B — briefing edition, as of 31 March 2023"
    assert "prepared on" not in made().select_one(".band").get_text()


@pytest.mark.parametrize(
    ("language", "band", "numbers"),
    [
        ("ja", "教員用 · 2023年3月31日時点", 'counter(pages) "ページ"'),
        ("ko", "교사용 · 2023년 3월 31일 기준", "counter(pages)"),
    ],
)
def test_a_page_speaks_its_language_and_marks_what_is_in_english(made, language, band, numbers):
    whole = made(language=language, audience="teacher")
    assert whole.html["lang"] == language
    assert whole.select_one(".band").get_text() == band
    assert numbers in whole.style.string
    assert whole.select_one(".edition").get_text() == words(language)(
        "rests-on", counted=words(language)("by-origins", articles=5, origins=4)
    )
    assert not whole.select_one(".edition").has_attr("lang")
    # The lesson's own title and text stay English, and say so.
    assert (whole.h1["lang"], whole.main["lang"]) == ("en", "en")
    assert not made(language=language, title="題名").h1.has_attr("lang")


def test_a_long_page_opens_with_its_contents(made):
    cells = [markdown(f"## Part *{n}*\n\nText.") for n in range(1, 6)]
    whole = made(*cells)
    links = whole.select("nav.toc a")
    assert [link.get_text() for link in links] == [f"Part {n}" for n in range(1, 6)]
    assert [whole.find(id=link["href"][1:]).name for link in links] == ["h2"] * 5
    assert made(*cells[:4]).nav is None


def test_headings_of_the_kit_s_own_words_are_in_the_page_s_language(made):
    cells = [markdown(f"## {one}") for one in ("Key points", "A", "B", "Sources", "Sources of A")]
    whole = made(*cells, language="ja")
    own, foreign = whole.select("nav.toc li")[0], whole.select("nav.toc li")[1]
    assert (own.get_text(), own.span["lang"]) == ("要点", "ja")
    assert (foreign.get_text(), foreign.span, foreign.parent["lang"]) == ("A", None, "en")
    assert [h.get_text() for h in whole.select("h2")] == ["要点", "A", "B", "出典", "Sources of A"]
    assert [h.get_text() for h in made(*cells).select("h2")][3] == "Sources"


def test_a_foot_tells_the_settings_in_the_page_s_language(made):
    told = made(language="ko", audience="self-study").select_one(".made")
    settings = {div.dt.get_text(): div.dd.get_text() for div in told.select("dl > div")}
    assert settings["용도"] == "자습용"
    assert settings["기사"] == "전체"
    assert made().select_one(".made").b.get_text() == "How this page was made."


def test_a_region_is_named_in_the_language_of_its_name(made):
    lesson = open_lesson(language="ko")
    table = lesson.table([["a", "b"]], "Letters", "One", "Two")
    foreign = markdown("| a |\n|---|\n| b |")
    whole = made(code("", outputs=[held(table._repr_mimebundle_())]), foreign, language="ko")
    ours, theirs = whole.select(".scroll")
    assert whole.find(id=ours["aria-labelledby"]).get_text() == "Letters"
    assert (theirs["aria-label"], theirs["lang"], theirs.div["lang"]) == ("표", "ko", "en")


def test_a_page_asks_for_its_fonts_before_its_first_word(made):
    # Else Chromium leaves boxes where it laid out a character before its font was read.
    sheet = made(markdown("文 문")).style.string
    assert r'body::before{content:"\6587 \BB38 "' in sheet
    assert "body::before" not in made().style.string


def test_only_who_studies_alone_sees_code(made):
    cell = code("print(1 < 2)", outputs=[output("stream", text="True\x1b[31m\n")])
    assert "1 < 2" not in made(cell).get_text()
    whole = made(cell, audience="self-study")
    assert whole.select_one("pre.code").get_text() == "print(1 < 2)"
    assert whole.select_one("main pre:not(.code)").get_text() == "True"


def test_a_source_is_led_back_to_from_the_text_and_shows_from_there(made):
    lesson = open_lesson()
    said = lesson.say("{rush}.", rush=lesson.figure("no-need-to-rush"))
    cells = [code("", outputs=[held(one._repr_mimebundle_())]) for one in (said, lesson.sources())]
    whole = made(*cells)
    assert whole.select_one("#c1")["href"] == "#s1"
    assert whole.select_one("#s1 a.back")["href"] == "#c1"
    assert '[href="#s1"]:is(:hover,:focus-visible)) #s1>.entry' in whole.style.string
    listed = {one["id"] for one in whole.select("ol.sources > li")}
    assert set(re.findall(r"#(s\d+)>\.entry", whole.style.string)) == listed


def test_a_parameter_cannot_leave_the_style_sheet():
    sheet = style(words("en"), head='</style><script>"} * {', foot="\\")
    assert "</style" not in sheet and "<script" not in sheet
    assert 'content:"\\00003c/style\\00003e' in sheet


def test_neutral_terms_reword_the_page_but_no_quotation(made):
    cell = markdown("The trade dispute went on, “a trade dispute”.")
    assert made(cell, terms="as-published").main.get_text().count("trade dispute") == 2
    assert made(cell, terms="neutral").main.get_text().count("trade dispute") == 1


def test_what_no_page_can_hold_is_replaced(made):
    text = made(code("", outputs=[output("stream", text="a\x00b\x0bc\ud800d\x85")])).get_text()
    assert "a\ufffdb\ufffdc\ufffdd\ufffd" in text


# Cells


def test_a_dollar_sign_is_a_dollar_sign_in_every_kind_of_cell():
    sums = "$5 to *$6* and \\$7"
    assert prose(markdown(sums)) == "<p>$5 to <em>$6</em> and $7</p>\n"
    assert shown(held({"text/markdown": "$5 to $6"})) == "<p>$5 to $6</p>\n"


def test_what_the_kit_shows_is_printed_as_it_is_and_other_html_is_cleaned():
    ours = '<figure class="chart"><svg></svg></figure>'
    kit = {"application/vnd.sourcebook+html": ours, "text/html": "<p>for JupyterLab</p>"}
    assert shown(held(kit)) == ours
    assert shown(held({"text/html": ours + "<b onclick=x>text</b>"})) == (
        "<figure></figure><b>text</b>"
    )


def test_a_chart_is_shown_by_itself_too(corpus):
    chart = charts.timeline(corpus, date(2018, 1, 1))
    assert shown(held(chart._repr_mimebundle_())) == chart.html()
    assert drawing.MIME == reading.MIME


def test_a_table_of_pandas_keeps_its_cells_and_loses_its_works():
    import pandas as pd

    frame = pd.DataFrame({"a": ["<b>1</b>"]})
    for html in (frame._repr_html_(), frame.style.to_html()):
        table = BeautifulSoup(shown(held({"text/html": html})), "html.parser")
        assert not table.find_all("style") and not table.find_all(id=True)
        assert table.table is not None and table.div["tabindex"] == "0"
        assert not any(name in one.attrs for one in table.find_all(True) for name in ("style",))


def test_pictures_are_brought_along_with_their_description():
    dots = base64.b64encode(b"dots").decode()
    png = held({"image/png": dots, "text/plain": "<Figure>"}, **{"image/png": {"alt": "A & B"}})
    assert shown(png) == f'<img src="data:image/png;base64,{dots}" alt="A &amp; B">'
    svg = shown(held({"image/svg+xml": "<svg onload='x'/>", "text/plain": "A"}))
    assert svg == '<img src="data:image/svg+xml,%3Csvg%20onload%3D%27x%27/%3E" alt="A">'
    attached = markdown("![A map](attachment:m.png)")
    attached.attachments = {"m.png": {"image/png": dots}}
    assert f'src="data:image/png;base64,{dots}"' in prose(attached)
    assert 'alt="A map"' in prose(attached)
    assert shown(held({"image/png": '" onerror="x', "text/plain": "A"})) == "<pre>A</pre>"


@pytest.mark.parametrize(
    ("foreign", "left"),
    [
        ('<a href="JaVaScRiPt:x()">go</a>', '<a rel="noopener noreferrer">go</a>'),
        ('<a href="data:text/html,x">go</a>', '<a rel="noopener noreferrer">go</a>'),
        ('<a href="//evil.invalid">go</a>', '<a rel="noopener noreferrer">go</a>'),
        ('<a href="#s1">go</a>', '<a href="#s1" rel="noopener noreferrer">go</a>'),
        ('<img src="https://evil.invalid/x.png" alt="x">', '<img alt="x">'),
        ('<img src="data:image/svg+xml,<svg/>" alt="x">', '<img alt="x">'),
        ('<img src="data:image/png;base64,AA==" alt="x">',) * 2,
        ('<p class="structural" id="s1" style="x" data-articles="y">t</p>', "<p>t</p>"),
        ("<svg><style>x</style><a>t</a></svg>u", "u"),
        ("<form><input><button>t</button></form>", "t"),
        ("<!-- x -->t<?x?>", "t"),
        ("<h1>t</h1><h2>u</h2>", "t<h2>u</h2>"),
    ],
)
def test_cleaning_leaves_what_is_read_and_nothing_that_acts(foreign, left):
    assert clean(foreign) == left


def test_an_unknown_language_is_refused(made):
    with pytest.raises(UnknownName):
        made(language="fr")


def test_the_index_names_edition_day_and_reader(plan):
    some = [given(plan[0], prepared_for="<us>", prepared="2023-04-03"), plan[1]]
    whole = BeautifulSoup(index(some, VOCABULARY), "html.parser")
    assert whole.li.small.get_text() == (
        "as of 31 March 2023 · prepared for <us> · prepared on 3 April 2023"
    )
    assert whole.html["lang"] == "en"
    korean = BeautifulSoup(
        index([given(one, language="ko") for one in some], VOCABULARY), "html.parser"
    )
    assert (korean.html["lang"], korean.h2["lang"]) == ("ko", "en")
