import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.span import Span


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("warming-fast:946-961", Span("warming-fast", 946, 961)),
        ("a:0-1", Span("a", 0, 1)),
        ("article2:10-20", Span("article2", 10, 20)),
    ],
)
def test_parse_reads_what_str_writes(written, span):
    assert Span.parse(written) == span
    assert str(span) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "warming-fast",
        "warming-fast:946",
        "warming-fast:946-",
        "warming-fast:-3-5",
        "warming-fast:9.5-11",
        "Warming-Fast:1-2",
        "warming--fast:1-2",
        "../warming-fast:1-2",
        " warming-fast:1-2",
        "warming-fast:1-2\n",
    ],
)
def test_parse_refuses_anything_else_and_says_how_it_is_written(written):
    with pytest.raises(ValueError) as error:
        Span.parse(written)
    assert str(error.value) == f"{written!r} is not written ARTICLE:START-END"


@given(
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
)
def test_writing_and_parsing_are_inverse(article, start, end):
    span = Span(article, start, end)
    assert Span.parse(str(span)) == span


@given(st.text())
def test_parse_of_any_text_gives_a_span_of_that_text_or_value_error(written):
    try:
        span = Span.parse(written)
    except ValueError:
        return
    assert written.startswith(f"{span.article}:")


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (Span("a", 0, 5), Span("a", 4, 9), True),
        (Span("a", 0, 5), Span("a", 5, 9), False),
        (Span("a", 0, 9), Span("a", 3, 4), True),
        (Span("a", 0, 5), Span("b", 0, 5), False),
    ],
)
def test_overlap_needs_one_shared_character_of_one_article(first, second, shared):
    assert first.overlaps(second) is shared
    assert second.overlaps(first) is shared


def test_spans_sort_by_article_and_position():
    assert sorted([Span("b", 0, 1), Span("a", 9, 10), Span("a", 2, 5), Span("a", 2, 3)]) == [
        Span("a", 2, 3),
        Span("a", 2, 5),
        Span("a", 9, 10),
        Span("b", 0, 1),
    ]
