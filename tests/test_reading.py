import dataclasses
import html
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.errors import UnknownName
from sourcebook.evidence import Citations
from sourcebook.interface import words
from sourcebook.layers import LAYERS
from sourcebook.reading import (
    MIME,
    Apparatus,
    Cited,
    Shown,
    box,
    compose,
    listing,
    mark,
    marked_html,
    quoted,
    stack,
    style_sheet,
    table,
)
from sourcebook.span import Span

HOSTILE = '<script>alert("1 & 2")</script>'
ESCAPED = "&lt;script&gt;alert(&#34;1 &amp; 2&#34;)&lt;/script&gt;"


def note(layer, start, end):
    """An annotation as far as showing it needs one."""
    return Annotation("a", layer, start, end, "", {}, maker="rule", status="machine")


def stripped(page):
    return html.unescape(re.sub(r"<[^>]*>", "", page))


class Classes(HTMLParser):
    """Which layers each character of a marked passage carries."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.layers, self.tags = [], [], set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        [name] = [one for one in dict(attrs)["class"].split() if one.startswith("a-")]
        self.open.append(name.removeprefix("a-"))

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        self.layers += [set(self.open)] * len(data)


# Passages

hostile_text = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [HOSTILE, "&amp;", "&", "“", '"', "'", "<b>", "-->", "\n", "한", "🙂", "]]>"]
        )
    ).map("".join),
)


@st.composite
def passages(draw):
    """Any text, where it begins, and annotations that overlap, nest and stick out of it."""
    text, offset = draw(hostile_text), draw(st.integers(0, 5000))
    places = st.integers(max(0, offset - 5), offset + len(text) + 5)
    spans = draw(st.lists(st.tuples(st.sampled_from(list(LAYERS)), places, places), max_size=8))
    return text, offset, [note(name, *sorted((a, b))) for name, a, b in spans if a != b]


@given(passages())
def test_stripping_the_tags_gives_back_the_raw_text(passage):
    text, offset, annotations = passage
    assert stripped(marked_html(text, offset, annotations)) == text


@given(passages())
def test_every_character_carries_the_layers_that_cover_it_and_no_tag_but_span_is_made(passage):
    text, offset, annotations = passage
    page = Classes(marked_html(text, offset, annotations))
    assert page.tags <= {"span"}
    assert page.layers == [
        {a.layer for a in annotations if a.start <= place < a.end}
        for place in range(offset, offset + len(text))
    ]


def test_overlapping_annotations_are_cut_where_they_begin_and_end():
    annotations = [note("quotations", 10, 15), note("terms", 13, 18)]
    assert marked_html("0 <said> it", 10, annotations) == (
        '<span class="a a-quotations d1">0 &lt;</span>'
        '<span class="a a-terms d2" data-ends="quotations">'
        '<span class="a a-quotations d1">sa</span></span>'
        '<span class="a a-terms d1" data-ends="terms">id&gt;</span> it'
    )


def test_every_paragraph_of_the_corpus_can_be_marked_with_every_layer(corpus):
    for article in corpus.articles.values():
        for line in re.finditer(r"[^\n]+", article.text):
            shown = mark(corpus, Span(article.id, line.start(), line.end()), LAYERS)
            [passage] = re.findall(r'<p class="passage">(.*)</p></div>$', shown.html)
            assert stripped(passage) == line[0]
            assert shown.text.count("[") - line[0].count("[") == shown.text.count("]") - (
                line[0].count("]")
            )


def test_the_plain_twin_brackets_what_is_marked(corpus):
    span = Span("reset-button", 3019, 3042)
    assert repr(mark(corpus, span, ["figures"])) == "[figures 64%] of respondents said"


def test_an_annotation_that_sticks_out_is_cut_to_the_passage(corpus):
    inside = Span("reset-button", 2071, 2083)
    assert repr(mark(corpus, inside, ["quotations"])) == "[quotations grave threat]"


def test_a_marked_passage_says_what_a_machine_marked(corpus):
    passage = Span("reset-button", 2070, 2084)
    rows = tuple(dataclasses.replace(a, status="machine") for a in corpus.annotations)
    shown = mark(dataclasses.replace(corpus, annotations=rows), passage, ["quotations"])
    assert shown.text == "[quotations “grave threat”]\nStatus machine: 1 of 1."
    assert '<p class="src">Status machine: 1 of 1.</p>' in shown.html


def test_the_legend_names_only_the_layers_that_are_there(corpus):
    shown = mark(corpus, Span("reset-button", 3019, 3042), ["figures", "terms"])
    assert '<span class="a a-figures">figures</span>' in shown.html
    assert "terms" not in shown.html


def test_the_style_sheet_needs_no_colour_and_asks_for_nothing():
    css = style_sheet("reading") + style_sheet("jupyter")
    assert "url(" not in css
    assert "@import" not in css
    assert ".a { text-decoration: underline" in css
    assert [name for name in LAYERS if f".a-{name}" not in css] == []
    assert "attr(data-ends)" in css


# Sentences


def test_values_are_escaped_and_markdown_is_not_taken_from_them():
    said = compose("Prepared for **{name}**.", name=f"{HOSTILE} *x*")
    assert said.html == f"<p>Prepared for <strong>{ESCAPED} *x*</strong>.</p>"
    assert said.text == f"Prepared for **{HOSTILE} *x***."


def test_html_typed_into_a_sentence_is_shown_as_typed():
    assert compose("a <b>bold</b> claim").html == "<p>a &lt;b&gt;bold&lt;/b&gt; claim</p>"


@given(st.text())
def test_no_value_can_make_a_tag(value):
    page = compose("{value}", value=value).html
    assert [tag for tag in re.findall(r"<[^>]*>", page) if "bdi" not in tag] == ["<p>", "</p>"]
    assert stripped(page) == value


def test_a_value_cannot_turn_the_sentence_around_it():
    page = compose("{a} and {b}.", a="\N{RIGHT-TO-LEFT OVERRIDE}Moon", b="Suga").html
    assert page == "<p><bdi>\N{RIGHT-TO-LEFT OVERRIDE}Moon</bdi> and Suga.</p>"


def test_something_shown_stands_in_a_sentence_as_it_is():
    inner = Shown(Markup("<em>x</em>"), "x")
    said = compose("See {inner}.", inner=inner)
    assert (said.html, said.text) == ("<p>See <em>x</em>.</p>", "See x.")


def test_a_sentence_without_its_value_is_an_error():
    with pytest.raises(KeyError, match="share"):
        compose("{share} of respondents")


# Evidence in a sentence


@pytest.fixture
def poll(corpus):
    spans = [a.span for a in corpus.layer("figures", figure="not-apologetic")]
    return Cited(
        Apparatus(corpus, Citations(corpus), words("en")),
        spans,
        {"words": "85 <%>", "label": "L & M"},
    )


LINKS = (
    '<sup class="cite"><a href="#s1" aria-label="Source 1">1</a>\N{THIN SPACE}'
    '<a href="#s2" aria-label="Source 2">2</a></sup>'
)


@pytest.mark.parametrize(
    ("template", "text", "page"),
    [
        ("{x}", "85 <%>[1][2]", f"85 &lt;%&gt;{LINKS}"),
        ("{x:words}", "85 <%>", "85 &lt;%&gt;"),
        ("{x:cite}", "[1][2]", LINKS),
        (
            "{x:support}",
            "2 articles, 1 origin",
            '<span class="support" data-articles="reset-button drop-trade-dispute">'
            "2 articles, 1 origin</span>",
        ),
        ("{x:label}", "L & M", "L &amp; M"),
    ],
)
def test_evidence_has_parts(poll, template, text, page):
    said = compose(template, x=poll)
    assert (said.text, said.html) == (text, f"<p>{page}</p>")


@pytest.mark.parametrize("write", [compose, lambda t, **v: t.format(**v)])
def test_an_unknown_part_lists_the_valid_ones(poll, write):
    with pytest.raises(UnknownName) as error:
        write("{x:lable}", x=poll)
    assert str(error.value) == (
        "no part of this evidence 'lable'; did you mean 'label'? Valid: cite, label, support, words"
    )


def test_evidence_counts_and_tells_whether_it_is_there(poll, corpus):
    assert bool(poll) is True
    assert poll.articles == ("reset-button", "drop-trade-dispute")
    assert poll.independent == 1
    nothing = Cited(Apparatus(corpus, Citations(corpus), words("en")), [], {"words": ""})
    assert bool(nothing) is False
    assert (nothing.articles, nothing.independent) == ((), 0)


def test_evidence_is_escaped_where_it_is_put_into_other_html(poll):
    assert Markup("<td>{}</td>").format(poll) == f"<td>85 &lt;%&gt;{LINKS}</td>"
    assert repr(poll) == "85 <%> (reset-button:3136-3146, drop-trade-dispute:2426-2429)"


# Boxes, lists and tables


def test_a_box_says_what_it_is():
    shown = box("background", HOSTILE, compose("Known."))
    assert shown.html == (
        f'<div class="background" role="note"><p class="label">{ESCAPED}</p><p>Known.</p></div>'
    )
    assert shown.text == f"[{HOSTILE}] Known."


def test_stacks_and_lists_leave_out_what_is_empty():
    one, nothing, two = compose("One."), Shown(Markup(""), ""), compose("Two.")
    assert stack([one, nothing, two]).text == "One.\n\nTwo."
    assert listing([one, nothing, two], HOSTILE).text == "1. One.\n2. Two."
    assert listing([one, nothing, two], HOSTILE).html == (
        f'<section class="answer" aria-label="{ESCAPED}"><ol><li><p>One.</p></li>'
        "<li><p>Two.</p></li></ol></section>"
    )
    assert listing([nothing]).html == ""
    assert not listing([nothing])


def test_a_table_escapes_every_part_and_heads_its_rows():
    frame = pd.DataFrame({"<a>": [HOSTILE], "n": [3]})
    shown = table(frame, HOSTILE, note=HOSTILE)
    assert "<script" not in shown.html
    assert f'<th scope="row">{ESCAPED}</th><td class="n">3</td>' in shown.html
    assert f"<caption>{ESCAPED}</caption>" in shown.html
    assert '<th scope="col">&lt;a&gt;</th>' in shown.html
    assert f'<p class="src">{ESCAPED}</p>' in shown.html
    assert shown.text == f"{HOSTILE}\n<a> | n\n{HOSTILE} | 3\n{HOSTILE}"


def test_empty_cells_are_blank_and_days_are_spelt():
    frame = pd.DataFrame(
        {
            "day": [pd.Timestamp(2023, 3, 16), pd.NaT],
            "value": [64.0, float("nan")],
            "start": pd.array([1, None], dtype="Int64"),
            "text": ["x", None],
        }
    )
    assert table(frame, "Caption", columns=["Day", "Value", "Start", "Text"]).text == (
        "Caption\nDay | Value | Start | Text\n16 March 2023 | 64.0 | 1 | x\n |  |  | "
    )


def test_evidence_in_a_cell_keeps_its_links(poll):
    shown = table(pd.DataFrame([["share", poll]]), "C", columns=["a", "b"])
    assert f"<td>85 &lt;%&gt;{LINKS}</td>" in shown.html
    assert shown.text.endswith("share | 85 <%>[1][2]")


@pytest.mark.parametrize(
    ("column", "numeric"),
    [
        ([3, 12.5], True),
        (["0.98", "–"], True),
        (["1,012", "", "38%", "−4"], True),
        (["–", ""], False),
        (["3", "two"], False),
        (["7–4"], False),
        (["36 (speaker)"], False),
    ],
)
def test_columns_of_numbers_stand_to_the_right_with_their_heading(column, numeric):
    shown = table(
        pd.DataFrame([(str(n), v) for n, v in enumerate(column)]), "C", columns=["a", "b"]
    )
    assert ('<th scope="col" class="n">b</th>' in shown.html) is numeric
    assert shown.html.count('<td class="n">') == (len(column) if numeric else 0)
    assert '<th scope="row" class' not in shown.html


def test_a_table_does_not_change_its_frame():
    frame = pd.DataFrame({"a": ["x"]})
    table(frame, "C", columns=["A"])
    pd.testing.assert_frame_equal(frame, pd.DataFrame({"a": ["x"]}))


# Quotation marks


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("and 85% said", "“and 85% said”"),
        ("“grave threat”", "“grave threat”"),
        ('"on good terms"', '"on good terms"'),
        ("two\n\nlines", "“two lines”"),
        ("<b> & co", "“<b> & co”"),
        ("", "“”"),
    ],
)
def test_words_are_set_in_quotation_marks_once(words, shown):
    assert quoted(words) == shown


@given(st.text())
def test_quoting_adds_marks_and_loses_nothing_but_blanks(words):
    flat = " ".join(words.split())
    assert quoted(words) in (flat, f"“{flat}”")
    assert quoted(words).startswith(("“", '"'))


def test_something_shown_has_html_for_a_page_and_text_elsewhere():
    shown = Shown(Markup("<b>x</b>"), "x")
    assert repr(shown) == "x"
    assert shown._repr_mimebundle_() == {
        "text/plain": "x",
        "text/html": '<div class="mathjax_ignore"><b>x</b></div>',
        MIME: "<b>x</b>",
    }
    assert Markup("{}").format(shown) == "<b>x</b>"
