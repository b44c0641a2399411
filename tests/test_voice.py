"""Neutral terms reword the kit's own voice, and nothing that an article says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.handouts.page.voice import in_neutral_terms, rewordings

VOCABULARY = load_corpus().vocabulary


@pytest.mark.parametrize(
    ("said", "reworded"),
    [
        ("<h1>The trade dispute</h1>", "<h1>The disagreement over export measures</h1>"),
        ("<p>Trade dispute</p>", "<p>Disagreement over export measures</p>"),
        (
            "<p>ships in the <b>Sea of Japan</b></p>",
            "<p>ships in the <b>sea between the Korean peninsula and Japan</b></p>",
        ),
        (
            "<li>Dokdo / Takeshima</li>",
            "<li>The islands called Dokdo in Korean and Takeshima in Japanese</li>",
        ),
        ("<p>A &lt;trade dispute&gt;</p>", "<p>A &lt;disagreement over export measures&gt;</p>"),
    ],
)
def test_the_kits_own_voice_is_reworded(said, reworded):
    assert in_neutral_terms(said, VOCABULARY) == reworded


@pytest.mark.parametrize(
    "said",
    [
        "<p>“trade dispute”</p>",
        "<p>“a <b>trade</b> row, the trade dispute”</p>",
        "<blockquote><p>the trade dispute</p></blockquote>",
        '<p class="passage">a <mark>trade dispute</mark>, the trade dispute</p>',
        '<p class="about">to drop trade dispute</p>',
        "<svg><text>trade dispute</text></svg>",
        '<img alt="trade dispute">',
        "<pre><code>trade dispute</code></pre>",
        "<p>traded disputes, trade disputes</p>",
        "<p>the islands called Dokdo in Korean and Takeshima in Japanese</p>",
        "<!-- trade dispute -->",
    ],
)
def test_what_others_say_is_left_alone(said):
    assert in_neutral_terms(said, VOCABULARY) == said


def test_after_a_quotation_the_kit_speaks_again():
    said = "<blockquote>a <q>trade dispute</q><br></blockquote><p>“curbs”: a trade dispute</p>"
    assert in_neutral_terms(said, VOCABULARY).endswith(
        "“curbs”: a disagreement over export measures</p>"
    )


def test_a_quotation_that_nobody_closed_ends_with_its_paragraph():
    said = "<p>“open</p><p>A trade dispute</p>"
    assert "disagreement" in in_neutral_terms(said, VOCABULARY)


@given(st.text())
def test_rewording_twice_changes_nothing_more(text):
    once = in_neutral_terms(f"<p>{text.replace('<', '')} forced labor</p>", VOCABULARY)
    assert in_neutral_terms(once, VOCABULARY) == once


def test_every_rewording_is_free_of_what_it_rewords():
    wanted = rewordings(VOCABULARY)
    for said, neutral in wanted.items():
        assert in_neutral_terms(f"<p>{neutral}</p>", VOCABULARY) == f"<p>{neutral}</p>", said
