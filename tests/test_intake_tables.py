"""Tables are read as spreadsheets save them, and what a person left open is filled in or told."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_intake_review import ARTICLE, corpus_files, put, table

from sourcebook import load_corpus
from sourcebook.errors import InvalidKit
from sourcebook.intake.accepting import accept
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit
from sourcebook.intake.review import review
from sourcebook.intake.tables import covers, fill_in, read_table
from sourcebook.intake.unregistered import known_by_now
from sourcebook.layers import LAYERS

TEXT = "The pool is closed. Ann Marsh, who ran the pool, left."


@pytest.mark.parametrize(
    ("start", "end", "quote", "found"),
    [
        ("", "", "Ann Marsh", ("20", "29")),
        ("", "5", " who", ("30", "34")),
        (" 4 ", "8 ", "pool", ("4", "8")),
        ("x", "y", "pool", ("x", "y")),
    ],
)
def test_where_a_quote_stands_is_filled_in(start, end, quote, found):
    row = {"start": start, "end": end, "quote": quote}
    assert fill_in(row, TEXT) is None
    assert (row["start"], row["end"]) == found


@pytest.mark.parametrize(
    ("quote", "rule", "remedy"),
    [
        ("pool", "start and end are empty, and the quote 'pool' stands more than once",
         "write start and end of the one that is meant: 4-8, 43-47"),
        ("tool", "the quote 'tool' is not in the article",
         "copy the words as they stand in corpus/articles/, to the letter"),
        ("", "neither quote nor start and end",
         "copy the words that it is about into its quote"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_in_is_told(quote, rule, remedy):
    assert fill_in({"start": "", "end": "", "quote": quote}, TEXT) == (rule, remedy)


def test_numbers_that_do_not_cover_the_quote_are_told():
    assert covers({"start": "4", "end": "8", "quote": "pool"}, TEXT) is None
    for start, end in (("3", "7"), ("4", "9"), ("-1", "x"), ("9" * 30, "9" * 31)):
        assert covers({"start": start, "end": end, "quote": "pool"}, TEXT) is not None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_new_row_of_any_spreadsheet_is_taken(kit, delimiter):
    root = kit()
    found = review(root, ARTICLE)
    path = found.folder / "hedges.csv"
    rows = table(path)
    text = load_corpus(root).article(ARTICLE).text
    words = next(words for words in text.split() if text.count(words) == 1 and words.isalpha())
    fresh = {"quote": words, "kind": "modal", "maker": "AS", "status": " Reviewed "}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*LAYERS["hedges"].header, "", " "], delimiter=delimiter)
        writer.writeheader()
        writer.writerows([fresh, {}, *rows])
    accept(root, ARTICLE)
    (taken,) = [a for a in load_corpus(root).layer("hedges") if a.maker == "AS"]
    assert (taken.article, taken.quote, taken.status) == (ARTICLE, words, "reviewed")


@given(st.binary(max_size=80), st.booleans())
def test_any_file_is_read_or_told(tmp_path_factory, data, headed):
    path = tmp_path_factory.getbasetemp() / "hedges.csv"
    header = ",".join(LAYERS["hedges"].header).encode() + b"\n"
    path.write_bytes(header * headed + data)
    rows, problems = read_table(path, "hedges.csv", "hedges", "a", TEXT)
    assert headed or problems or rows == []
    for _, row in rows:
        assert row["article"] == "a"


def test_the_problems_of_all_tables_are_told_at_once(kit):
    root = kit()
    folder = review(root, ARTICLE).folder
    (folder / "people.csv").write_bytes(b"\xff\xfe")
    (folder / "dates.csv").write_text("x\n")
    (folder / "terms.csv").unlink()
    rows = table(folder / "hedges.csv")
    rows[1] |= {"start": "", "end": "", "quote": "no such words"}
    put(folder / "hedges.csv", rows)
    (folder / "zones.csv").write_bytes((folder / "zones.csv").read_bytes() + b'a,b\n"c')
    before = corpus_files(root)
    with pytest.raises(InvalidKit) as caught:
        accept(root, ARTICLE)
    told = [(problem.file.rpartition("/")[2], problem.place) for problem in caught.value.problems]
    text = (folder / "zones.csv").read_bytes()
    rows, lines = len(table(folder / "zones.csv")), text.count(b"\n") + 1
    assert told == [
        ("zones.csv", f"row {rows}"),
        ("zones.csv", f"line {lines}"),
        ("people.csv", "file"),
        ("dates.csv", "row 1"),
        ("terms.csv", "file"),
        ("hedges.csv", "row 3"),
    ]
    assert corpus_files(root) == before


def test_reviewed_rows_that_name_nobody_registered_are_told_and_keep_the_name(tmp_path):
    root = new_kit(tmp_path / "kit")
    (tmp_path / "a.txt").write_text("Pool to close\n\n“It is over,” said Ann Marsh on Monday.\n")
    (outcome,) = add(root, [tmp_path / "a.txt"])
    found = review(root, outcome.article)
    rows = table(found.folder / "quotations.csv")
    put(found.folder / "quotations.csv", [rows[0] | {"status": "reviewed"}])
    (remark,) = accept(root, outcome.article).remarks
    assert remark.startswith("1 reviewed row names somebody who is not registered: Ann Marsh. ")
    (spoken,) = load_corpus(root).layer("quotations")
    assert (spoken["speaker"], spoken.note.partition(";")[0]) == ("unknown", "Ann Marsh")
    # The machine's own row names her as soon as she is registered and the article reviewed again.
    assert known_by_now(load_corpus(root)) == {}
    (root / "corpus/vocabulary/people.toml").write_text(
        '[ann-marsh]\nname = "Ann Marsh"\nvariants = ["Marsh"]\n'
    )
    assert known_by_now(load_corpus(root)) == {outcome.article: 1}
    review(root, outcome.article)
    accept(root, outcome.article)
    assert known_by_now(load_corpus(root)) == {}
