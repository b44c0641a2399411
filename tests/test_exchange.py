"""Annotations leave the kit and come back the same, in every format."""

import csv
import io
import json
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook import Annotation, SourcebookError
from sourcebook.exchange import COLUMNS, Annotated, csv_file, jsonl
from sourcebook.exchange.files import ENDINGS, open_sink
from sourcebook.exchange.rows import as_row, from_row
from sourcebook.exchange.sinks import STREAMED
from sourcebook.exchange.w3c import from_w3c, to_w3c
from sourcebook.layers import LAYERS


@pytest.fixture(scope="module")
def annotated(corpus):
    """The five articles with their reviewed annotations, as if they had just been found."""
    return [
        Annotated(
            article.id,
            article.file,
            article.text,
            article.headline.value,
            article.outlet.value,
            article.date,
            tuple(one for one in corpus.annotations if one.article == article.id),
        )
        for article in corpus.articles.values()
    ]


@st.composite
def annotations(draw):
    """Annotations of any text, in any layer."""
    text = draw(st.text(min_size=1))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    layer = draw(st.sampled_from(sorted(LAYERS)))
    cell = st.text(max_size=8)
    attributes = {column.name: draw(cell) for column in LAYERS[layer].columns}
    maker, note = draw(cell), draw(cell)
    one = Annotation("a-b", layer, start, end, text[start:end], attributes, maker, "machine", note)
    return text, one


@given(annotations())
def test_json_lines_read_back_the_same(case):
    _, one = case
    line = jsonl.to_line(one)
    assert "\n" not in line
    assert list(jsonl.from_lines([line + "\n", "\n"])) == [one]


@given(annotations())
def test_csv_reads_back_the_same(case):
    _, one = case
    lines = io.StringIO(csv_file.HEADER + csv_file.to_lines([one, one]), newline="")
    assert list(csv_file.from_lines(lines)) == [one, one]


@given(annotations())
def test_web_annotations_read_back_the_same(case):
    text, one = case
    assert from_w3c(json.loads(json.dumps(to_w3c(one, text)))) == one


@given(annotations())
def test_rows_read_back_the_same(case):
    _, one = case
    assert from_row(dict(zip(COLUMNS, as_row(one), strict=True))) == one


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "'=1+1", "''@x"])
def test_no_cell_of_a_csv_is_a_formula(cell):
    one = Annotation("a", "hedges", 0, len(cell), cell, {"kind": "modal"}, "m", "machine")
    written = csv_file.to_lines([one])
    row = next(csv.reader(io.StringIO(written, newline="")))
    assert row[4] == "'" + cell


def test_a_negative_number_stays_a_number():
    attributes = {"value": "-5.2", "unit": "%"}
    one = Annotation("a", "figures", 0, 5, "-5.2%", attributes, "m", "machine")
    row = next(csv.reader(io.StringIO(csv_file.to_lines([one]), newline="")))
    assert row[COLUMNS.index("value")] == "-5.2"


def test_a_web_annotation_finds_its_words_by_position_and_by_quote(corpus):
    share = corpus.layer("figures", figure="not-apologetic")[0]
    text = corpus.article("reset-button").text
    position, quote = to_w3c(share, text)["target"]["selector"]
    assert text[position["start"] : position["end"]] == "Around 85%"
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert around in text
    assert quote["suffix"].startswith(" said they thought")


def test_a_person_and_a_rule_are_told_apart(corpus):
    one = corpus.layer("zones")[0]
    assert to_w3c(one, "")["creator"] == {"type": "Person", "name": "reference"}
    by_rule = next(a for a in corpus.annotations if a.maker == "rule:names")
    assert to_w3c(by_rule, "")["creator"]["type"] == "Software"


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"article": "a"}', '{"article":"a","layer":"zones","start":0,"end":1}'],
)
def test_a_line_that_is_no_annotation_is_named(line):
    with pytest.raises(SourcebookError, match="line 2 is not an annotation"):
        list(jsonl.from_lines(["\n", line]))


def test_a_csv_with_another_header_is_refused():
    with pytest.raises(SourcebookError, match="row 1 is not the header article,layer,start"):
        list(csv_file.from_lines(["article,start\n"]))


def test_a_csv_row_of_an_unknown_layer_is_refused():
    cells = ",".join(["a", "moods", "0", "1"] + [""] * (len(COLUMNS) - 4))
    with pytest.raises(SourcebookError, match="the layers are zones, people"):
        list(csv_file.from_lines([csv_file.HEADER, cells + "\n"]))


@pytest.mark.parametrize(("name", "read"), [("jsonl", jsonl.from_lines), ("csv", None)])
def test_a_stream_holds_every_annotation_in_order(annotated, corpus, name, read):
    stream = io.StringIO(newline="")
    sink = STREAMED[name](stream)
    for one in annotated:
        sink.write(sink.encode(one))
    sink.close()
    stream.seek(0)
    found = list((read or csv_file.from_lines)(stream))
    assert found == [one for article in annotated for one in article.annotations]
    assert len(found) == len(corpus.annotations)


def test_an_annotation_page_is_one_json_document(annotated):
    stream = io.StringIO()
    sink = STREAMED["w3c"](stream)
    for one in annotated:
        sink.write(sink.encode(one))
    sink.close()
    page = json.loads(stream.getvalue())
    assert page["type"] == "AnnotationPage"
    back = [from_w3c(item) for item in page["items"]]
    assert back == [one for article in annotated for one in article.annotations]


def test_an_empty_annotation_page_is_one_too():
    stream = io.StringIO()
    sink = STREAMED["w3c"](stream)
    sink.write("")
    sink.close()
    assert json.loads(stream.getvalue())["items"] == []


def write(path, annotated, vocabulary):
    with open_sink(path, vocabulary) as sink:
        for one in annotated:
            sink.write(sink.encode(one))
    return path


def test_parquet_holds_every_annotation(annotated, corpus, tmp_path):
    import pandas

    path = write(tmp_path / "all.parquet", annotated, corpus.vocabulary)
    frame = pandas.read_parquet(path)
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == len(corpus.annotations)
    shares = frame[(frame.layer == "figures") & (frame.value == "64")]
    assert list(shares.quote) == ["64%", "64%"]


def test_sqlite_joins_annotations_to_articles_and_registries(annotated, corpus, tmp_path):
    path = write(tmp_path / "all.sqlite", annotated, corpus.vocabulary)
    with sqlite3.connect(path) as database:
        ask = database.execute
        assert ask("SELECT count(*) FROM annotations").fetchone() == (len(corpus.annotations),)
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        said = ask(
            "SELECT people.label, count(*) FROM annotations JOIN people ON people = people.key "
            "WHERE layer = 'quotations' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 2"
        ).fetchall()
        assert said[0] == ("Yoon Suk Yeol", 4)
        found = ask(
            "SELECT id FROM articles WHERE rowid IN "
            "(SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'Keidanren') ORDER BY id"
        ).fetchall()
        assert found == [("drop-trade-dispute",), ("reset-button",)]
        large = ask(
            "SELECT DISTINCT quote FROM annotations WHERE value > 100 ORDER BY value"
        ).fetchall()
        assert large == [("$30 billion",), ("$52 billion",)]
        assert ask(
            "SELECT published_earliest FROM articles WHERE id = 'warming-fast'"
        ).fetchone() == ("2023-03-09",)
    database.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_writes_a_file_and_leaves_nothing_beside_it(
    annotated, corpus, tmp_path, ending
):
    path = write(tmp_path / f"all{ending}", annotated, corpus.vocabulary)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size > 1000


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_run_that_fails_leaves_the_earlier_file(corpus, tmp_path, ending):
    path = tmp_path / f"all{ending}"
    path.write_text("earlier")
    with pytest.raises(ZeroDivisionError), open_sink(path, corpus.vocabulary):
        _ = 1 / 0
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "earlier"


def test_a_day_that_only_the_text_prints_is_in_the_database(annotated, corpus, tmp_path):
    untold = [replace(one, published=None) for one in annotated]
    path = write(tmp_path / "all.sqlite", untold, corpus.vocabulary)
    database = sqlite3.connect(path)
    days = dict(database.execute("SELECT id, published_latest FROM articles"))
    database.close()
    assert days["seoul-beefs-up-diplomacy"] == "2020-11-17"
    assert days["reset-button"] is None


def test_an_ending_without_a_format_is_refused_with_the_choices(corpus, tmp_path):
    with (
        pytest.raises(SourcebookError, match=r"Choose one of \.jsonl, \.csv, \.jsonld, \.parquet"),
        open_sink(tmp_path / "all.xlsx", corpus.vocabulary),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
