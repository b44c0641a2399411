from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.annotate.names import find_names
from sourcebook.annotate.page import Page
from sourcebook.annotate.speech import find_attributions, find_quotations
from sourcebook.annotation import Annotation

PROSE = st.lists(
    st.sampled_from(
        "The mayor said that rain fell , . ; according to citing officials reportedly who told"
        " “We won,” found claims Ann Ray announced she 85% whose what it called \n\n".split(" ")
    ),
    max_size=40,
).map(" ".join)


def attributions(text: str) -> list[Annotation]:
    page = Page(text, given_zones=[])
    names = find_names(page)
    return find_attributions(page, names, find_quotations(page, names))


@pytest.mark.parametrize(
    ("text", "quote", "source", "cue"),
    [
        ("The dam will hold, engineers said.", "engineers said", "engineers", "said"),
        (
            "According to the mayor, rain fell.",
            "According to the mayor",
            "the mayor",
            "According to",
        ),
        ("Rain fell, according to farmers.", "according to farmers", "farmers", "according to"),
        (
            "Clara Brandt has said that rain fell.",
            "Clara Brandt has said",
            "Clara Brandt",
            "has said",
        ),
        ("Ruiz has reportedly refused.", "Ruiz has reportedly", "unknown", "reportedly"),
        ("It will rain, which experts say helps.", "experts say", "experts", "say"),
        ("The report found that roads are worse.", "The report found", "The report", "found"),
        ("Critics who claim it leaks are wrong.", "Critics who claim", "Critics", "claim"),
        ("The port announced a plan to close.", "The port announced", "The port", "announced"),
    ],
)
def test_a_source_and_its_verb(text: str, quote: str, source: str, cue: str) -> None:
    (found,) = attributions(text)
    assert (found.quote, found["source"], found["cue"]) == (quote, source, cue)
    assert (found.maker, found.status) == ("rule:attributions", "machine")


@pytest.mark.parametrize(
    "text",
    [
        "“The dam will hold,” Clara Brandt said.",
        "The claims are old and the reports are thin.",
        "Clara Brandt was told to leave.",
        "The United States won.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert attributions(text) == []


def test_a_newspaper_that_cites_officials_passes_their_words_on() -> None:
    (found,) = attributions("It will rain, according to a newspaper report citing officials.")
    assert (found["source"], found["named"]) == ("officials", "anonymous")
    assert found["relayed_by"] == "a newspaper report"


def test_most_reviewed_attributions_are_found() -> None:
    corpus = load_corpus()
    reviewed = corpus.layer("attributions")
    found = right = 0
    for article in corpus.articles:
        page = Page(corpus.article(article).text, article, None, corpus.vocabulary)
        names = find_names(page)
        machine = find_attributions(page, names, find_quotations(page, names))
        for given_ in (a for a in reviewed if a.article == article):
            near = [m for m in machine if m.start < given_.end and given_.start < m.end]
            found += bool(near)
            right += any(m["source"] == given_["source"] for m in near)
    assert found >= 0.9 * len(reviewed)
    assert right >= 0.8 * len(reviewed)


@settings(deadline=None, max_examples=60)
@given(PROSE | st.text())
def test_any_text_gives_spans_in_order_that_quote_it(text: str) -> None:
    found = attributions(text)
    assert [a.start for a in found] == sorted(a.start for a in found)
    for attribution in found:
        assert attribution.quote == text[attribution.start : attribution.end] != ""


@pytest.mark.parametrize(
    "hostile", ["said " * 10_000, "he said, " * 8_000, "according to " * 8_000]
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    page = Page(hostile, given_zones=[])
    assert len(find_attributions(page, [], [])) <= hostile.count(" ")
