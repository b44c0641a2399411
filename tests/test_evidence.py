import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.annotation import Annotation
from sourcebook.article import Fact
from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.evidence import (
    Citations,
    Note,
    Support,
    by_date,
    dated,
    find_words,
    from_machine,
    machine_share,
    number_origins,
    paragraph,
    support,
    who_says,
)
from sourcebook.span import Span


def spans(corpus, layer, **attributes):
    return [annotation.span for annotation in corpus.layer(layer, **attributes)]


@pytest.mark.parametrize(
    ("articles", "origins", "written"),
    [
        (0, 0, "0 articles, 0 origins"),
        (1, 1, "1 article, 1 origin"),
        (2, 1, "2 articles, 1 origin"),
        (5, 4, "5 articles, 4 origins"),
    ],
)
def test_support_reads_as_words(articles, origins, written):
    assert str(Support(articles, origins)) == written


@pytest.mark.parametrize(
    ("layer", "attributes", "expected"),
    [
        ("figures", {"figure": "no-need-to-rush"}, Support(2, 1)),
        ("figures", {"figure": "days-plan-to-visit-announced"}, Support(1, 1)),
        ("events", {"event": "security-dialogue-suspended"}, Support(3, 2)),
        ("figures", {"figure": "nothing-like-it"}, Support(0, 0)),
        ("places", {"key": "japan"}, Support(5, 4)),
    ],
)
def test_counting_sources_counts_origins(corpus, layer, attributes, expected):
    assert support(corpus, spans(corpus, layer, **attributes)) == expected


@pytest.mark.parametrize(
    ("span", "names"),
    [
        (Span("reset-button", 2070, 2084), ("Yoon Suk Yeol",)),
        (
            Span("beijing-urges-seoul", 744, 819),
            (
                "a conservative member of the “South Korean Diet” (the National Assembly), "
                "not named",
            ),
        ),
        (
            Span("beijing-urges-seoul", 248, 271),
            ("Office of the President of South Korea, relayed",),
        ),
        (Span("beijing-urges-seoul", 595, 617), ("source not told",)),
        (Span("warming-fast", 0, 40), ()),
    ],
)
def test_who_says_tells_named_unnamed_and_relayed_apart(corpus, span, names):
    assert who_says(corpus, [span]) == names


def test_who_says_names_everyone_once(corpus):
    whole = Span("warming-fast", 4000, 5192)
    names = who_says(corpus, [whole, whole])
    assert len(names) == len(set(names))
    assert "Tetsuo Kotani" in names


def said(layer="quotations", status="machine", note="Jo Ward", **attributes):
    """An annotation at 155-207 of an article, whose speaker is at 193-207."""
    known = {"speaker": "unknown", "speaker_start": "193", "speaker_end": "207"}
    if layer == "attributions":
        known = {"source": "unknown"}
    values = {**known, "named": "named", "relayed_by": "", **attributes}
    return Annotation("beijing-urges-seoul", layer, 155, 207, "", values, "x", status, note)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([said()], ("Jo Ward (machine, not registered)",)),
        ([said(note="Jo Ward; a remark")], ("Jo Ward (machine, not registered)",)),
        ([said("attributions")], ("Jo Ward (machine, not registered)",)),
        ([said(), said("attributions")], ("Jo Ward (machine, not registered)",)),
        (
            [said(note="a nurse", named="anonymous", relayed_by="unknown")],
            ("a nurse, not named, relayed (machine, not registered)",),
        ),
        ([said(note="")], ("source not found (machine)",)),
        ([said("attributions", note="")], ("source not found (machine)",)),
        # Without words for the speaker, the name in the note is that of the relaying source.
        (
            [said(speaker_start="", speaker_end="", relayed_by="unknown")],
            ("source not found (machine)",),
        ),
        ([said(speaker="yang-gi-ho")], ("Yang Gi-ho (machine)",)),
        (
            [said(speaker="yang-gi-ho"), said("attributions", "reviewed", source="yang-gi-ho")],
            ("Yang Gi-ho",),
        ),
        # A person's note may say anything.
        ([said(status="reviewed")], ("“the Blue House” (not registered)",)),
        ([said(status="reviewed", speaker_start="", speaker_end="")], ("source not told",)),
        ([said("attributions", "reviewed")], ("source not told",)),
    ],
)
def test_who_says_tells_what_only_a_machine_read(corpus, rows, names):
    changed = dataclasses.replace(corpus, annotations=tuple(rows))
    assert who_says(changed, [Span("beijing-urges-seoul", 160, 170)]) == names


# How far it was checked


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ("", ""),
        ("reviewed disputed", ""),
        ("machine reviewed machine", "Status machine: 2 of 3"),
        ("machine machine", "Status machine: 2 of 2"),
    ],
)
def test_the_machines_share_is_counted(statuses, told):
    assert machine_share([said(status=status) for status in statuses.split()]) == told


@pytest.mark.parametrize(
    ("statuses", "machine"),
    [(["machine"], True), (["machine", "reviewed"], False), (["reviewed"], False), ([], False)],
)
def test_a_fact_rests_on_the_machine_until_somebody_has_reviewed_its_place(
    corpus, statuses, machine
):
    fact = corpus.article("beijing-urges-seoul").headline
    first = dataclasses.replace(said(), layer="zones", start=0, end=20, attributes={})
    rows = tuple(dataclasses.replace(first, status=status) for status in statuses)
    assert from_machine(dataclasses.replace(corpus, annotations=rows), fact) is machine


# Articles and origins in order


def test_undated_articles_stand_last_and_origins_are_numbered_by_date(corpus):
    first = corpus.article("beijing-urges-seoul")
    undated = dataclasses.replace(first, dated=Fact("unknown", "unknown"))
    changed = dataclasses.replace(corpus, articles={**corpus.articles, undated.id: undated})
    order = [article.id for article in by_date(changed)]
    assert (order[0], order[-1]) == ("seoul-beefs-up-diplomacy", "beijing-urges-seoul")
    assert number_origins(changed) == {
        "seoul-beefs-up-diplomacy": 1,
        "warming-fast": 2,
        "tokyo-summit-wire": 3,
        "beijing-urges-seoul": 4,
    }


# Finding words


def test_words_said_once_are_found(corpus):
    assert find_words(corpus, "reset-button", "“grave threat”") == Span("reset-button", 2070, 2084)


@pytest.mark.parametrize(
    ("words", "times"), [("“grave danger”", 0), ("", 0), ('"grave threat"', 0), ("Thursday", 3)]
)
def test_words_said_never_or_twice_are_refused_with_a_remedy(corpus, words, times):
    with pytest.raises(SourcebookError) as error:
        find_words(corpus, "reset-button", words)
    assert str(error.value) == (
        f"{words!r} stands {times} times in reset-button; a citation needs words that stand there "
        "once. Copy them from the raw file, quotation marks and all, as many as tell the place "
        "apart."
    )


def test_words_of_an_unknown_article_list_the_valid_ones(corpus):
    with pytest.raises(UnknownName, match="no article 'reset'"):
        find_words(corpus, "reset", "Tokyo")


@given(data=st.data())
def test_whatever_is_found_stands_where_the_span_says(corpus, data):
    article = data.draw(st.sampled_from(list(corpus.articles)))
    text = corpus.article(article).text
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : start + data.draw(st.integers(1, 60))]
    try:
        span = find_words(corpus, article, words)
    except SourcebookError:
        assert text.count(words) > 1
    else:
        assert corpus.text(span) == words


@given(words=st.text(min_size=1, max_size=40))
def test_any_other_text_is_refused_or_found(corpus, words):
    text = corpus.article("warming-fast").text
    if text.count(words) == 1:
        assert corpus.text(find_words(corpus, "warming-fast", words)) == words
    else:
        with pytest.raises(SourcebookError):
            find_words(corpus, "warming-fast", words)


# Paragraphs


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (Span("reset-button", 3019, 3022), 2939, 3247),
        (Span("reset-button", 0, 66), 0, 66),
        (Span("beijing-urges-seoul", 2020, 2024), 2006, 2024),  # the last line has no line end
    ],
)
def test_a_paragraph_is_the_whole_line(corpus, span, start, end):
    assert paragraph(corpus, span) == Span(span.article, start, end)
    assert "\n" not in corpus.text(paragraph(corpus, span))


def test_a_paragraph_holds_its_span_for_every_annotation(corpus):
    for annotation in corpus.annotations:
        held = paragraph(corpus, annotation.span)
        assert held.start <= annotation.start
        assert held.end >= annotation.end
        assert annotation.quote in corpus.text(held)


def test_a_span_over_two_lines_gets_both(corpus):
    sign_up = Span("reset-button", 4951, 5060)
    assert corpus.text(paragraph(corpus, sign_up)).startswith("The Daily Sabah Newsletter\n\nKeep")


# Numbering


def test_passages_are_numbered_in_the_order_of_citing(corpus):
    citations = Citations(corpus)
    exports = spans(corpus, "figures", figure="japan-exports-to-korea")
    poll = spans(corpus, "figures", figure="no-need-to-rush")
    assert citations.cite(poll) == (1, 2)
    assert citations.cite(exports) == (3, 4)
    assert citations.cite([*exports, *poll]) == (1, 2, 3, 4)
    assert [note.number for note in citations.notes] == [1, 2, 3, 4]


def test_two_figures_of_one_paragraph_share_its_number(corpus):
    citations = Citations(corpus)
    first = spans(corpus, "figures", figure="no-need-to-rush")[0]
    second = spans(corpus, "figures", figure="not-apologetic")[0]
    assert citations.cite([second]) == citations.cite([first]) == (1,)
    assert citations.notes == (Note(1, Span("reset-button", 2939, 3247), (first, second)),)


def test_citing_again_changes_nothing(corpus):
    citations = Citations(corpus)
    poll = spans(corpus, "figures", figure="no-need-to-rush")
    citations.cite(poll)
    before = citations.notes
    assert citations.cite(poll) == (1, 2)
    assert citations.notes == before


def test_citing_nothing_gives_no_number(corpus):
    citations = Citations(corpus)
    assert citations.cite([]) == ()
    assert citations.notes == ()


def test_an_edition_cannot_cite_what_it_leaves_out(corpus):
    early = Citations(corpus.select(as_of=date(2020, 12, 31)))
    with pytest.raises(UnknownName):
        early.cite(spans(corpus, "figures", figure="no-need-to-rush"))


# When an event took place


def test_an_edition_does_not_know_the_days_that_later_articles_tell(corpus):
    event = corpus.vocabulary.entry("events", "compensation-plan")
    assert str(dated(corpus, event)) == "6 March 2023"
    assert str(dated(corpus.select(["warming-fast"]), event)) == "6 March 2023"
    assert str(dated(corpus.select(["reset-button"]), event)) == "5–12 March 2023"
    agreed = corpus.vocabulary.entry("events", "curbs-withdrawn")
    assert str(dated(corpus, agreed)) == "16 March 2023"
    assert dated(corpus.select(["warming-fast"]), agreed) is None
