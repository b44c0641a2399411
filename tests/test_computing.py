"""Numbers that the kit computes: how they came about stays with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.evidence import Citations, Computation, evaluate, filled
from sourcebook.lesson import open_lesson


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a - b", 22),
        ("a / b", 52 / 30),
        ("(a + b) / 2", 41),
        ("-a + 2 * b", 8),
        ("100 * a / (a + b)", 5200 / 82),
    ],
)
def test_a_formula_is_computed(formula, value):
    assert evaluate(formula, {"a": 52, "b": 30}) == value


@pytest.mark.parametrize(
    "formula",
    [
        *("a.real", "abs(a)", "a ** b", "[a]", "a if a else b", "'a'", "a[0]", "a == b", "a -"),
        *("a / 0", "__import__('os')", "True", "1j", "(" * 300 + "a" + ")" * 300),
    ],
)
def test_nothing_else_is_a_formula(formula):
    with pytest.raises(SourcebookError):
        evaluate(formula, {"a": 52, "b": 30})


def test_a_formula_names_the_values_there_are():
    with pytest.raises(UnknownName, match=r"no value of the formula 'sold'\. Valid: a, b"):
        evaluate("sold - b", {"a": 52, "b": 30})


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_what_is_filled_in_computes_to_the_same(a, b):
    values = {"a": a, "b": b}
    assert evaluate(filled("(a - b) / b", values), {}) == evaluate("(a - b) / b", values)


@pytest.mark.parametrize(
    ("how", "value", "spelled"),
    [
        ("52 - 30", 22, "22 = 52 − 30"),
        ("52 / 30", 52 / 30, "1.73 ≈ 52 ÷ 30"),
        ("2 * 3", 6, "6 = 2 × 3"),
        ("count", 7, "7, counted"),
    ],
)
def test_a_computation_is_spelled_as_a_reader_writes_it(how, value, spelled):
    assert Computation("x", how, value, ()).spelled == spelled


def test_a_balance_shows_how_it_was_done_and_cites_both_totals():
    lesson = open_lesson()
    balance = lesson.compute(
        "trade balance",
        "sold - bought",
        "${:.0f} billion",
        scale=1e9,
        sold=lesson.figure("japan-exports-to-korea"),
        bought=lesson.figure("korea-exports-to-japan"),
    )
    said = lesson.say("Japan sold {balance} more.", balance=balance)
    assert said.text == "Japan sold $22 billion[a] more."
    assert '<data class="computed" value="22">$22 billion</data>' in said.html
    assert '<a href="#k1" aria-label="Computation a">a</a>' in said.html
    ((letter, computation),) = lesson.apparatus.citations.computations
    assert (letter, computation.how, computation.spelled) == ("a", "52 - 30", "22 = 52 − 30")
    cited = [span for note in lesson.apparatus.citations.notes for span in note.cited]
    assert sorted(map(lesson.corpus.text, cited)) == sorted(["$52 billion", "$30 billion"] * 2)


def test_a_computation_goes_on_from_another():
    lesson = open_lesson()
    sold = lesson.figure("japan-exports-to-korea")
    bought = lesson.figure("korea-exports-to-japan")
    both = lesson.compute("both", "a + b", scale=1e9, a=sold, b=bought)
    share = lesson.compute("share", "100 * a / all", "{:.0f}%", scale=1e9, a=sold, all=both)
    assert (share.words, share.computation.how) == ("63%", "100 * 52 / 82")


def test_without_its_figures_there_is_no_computation_and_no_sentence():
    early = open_lesson(as_of="2020-12-31")
    sold = early.figure("japan-exports-to-korea")
    nothing = early.compute("balance", "a - 1", a=sold)
    assert not nothing
    assert early.say("It is {x}.", "Not told.", x=nothing).text == "Not told."
    assert early.apparatus.citations.computations == ()


def test_what_was_counted_is_named():
    lesson = open_lesson()
    days = lesson.count("days named", ["Thursday", "Friday"], lesson.figure("no-need-to-rush"))
    assert lesson.say("{days} days.", days=days).text == "2[a] days."
    assert [one.name for _, one in lesson.apparatus.citations.computations] == ["days named"]


def test_letters_go_on_after_z(corpus):
    citations = Citations(corpus)
    letters = [citations.compute(Computation(str(n), "count", n, ())) for n in range(54)]
    assert [letters[n] for n in (0, 25, 26, 27, 51, 52, 53)] == [
        "a",
        "z",
        "aa",
        "ab",
        "az",
        "ba",
        "bb",
    ]
    assert citations.compute(Computation("26", "count", 26, ())) == "aa"
