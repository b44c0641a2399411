"""What the corpus is told of a new article: its id, its rows, its language, whom it copies."""

import csv
import io
import re
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sourcebook.annotation import Annotation
from sourcebook.intake.copies import Copies, body
from sourcebook.intake.entry import quote
from sourcebook.intake.language import tell_language
from sourcebook.intake.naming import article_id
from sourcebook.intake.rows import LONGEST_QUOTE, read_cells, split_records, to_rows, write_cells

# Names


@pytest.mark.parametrize(
    ("headline", "file", "id_"),
    [
        ("The Bridge Opens: Mayor ‘Delighted’ With Tolls", "x", "bridge-opens-mayor-delighted"),
        ("Mayor’s café", "x", "mayors-cafe"),
        ("비가 온다", "../../etc/passwd", "etc-passwd"),
        ("", "\n", "article"),
        ("CON", "x", "article-con"),
        ("Published", "x", "article-published"),
        ("To be or not to be", "x", "or-not-2"),
    ],
)
def test_an_id_is_a_few_words_of_the_headline(headline, file, id_):
    assert article_id(headline, file, {"or-not"}) == ("not" if id_ == "or-not-2" else id_)


@given(st.text(), st.text())
@example("x" * 5000, "")
@example("..", "../..")
def test_an_id_is_always_safe_and_new(headline, file):
    first = article_id(headline, file, set())
    second = article_id(headline, file, {first})
    for id_ in (first, second):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) and len(id_) <= 50
    assert first != second


# Rows


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_words_come_back_from_the_catalogue(words):
    assert tomllib.loads(f"x = {quote(words)}") == {"x": words}


@given(st.lists(st.text(alphabet=' a,"\r\n;', max_size=6), min_size=2, max_size=4))
def test_cells_come_back_from_a_row(cells):
    written = write_cells(cells)
    assert next(csv.reader(io.StringIO(written, newline=""), strict=True)) == cells
    assert split_records(written * 3) == [written] * 3
    assert read_cells(written) == cells


def test_rows_hold_what_the_corpus_allows(corpus):
    def found(layer, quote="Marsh", **attributes):
        return Annotation("a", layer, 0, len(quote), quote, attributes, "rule:x", "machine", "why")

    when = corpus.article("reset-button").date
    rows, left_out = to_rows(
        [
            found("people", kind="person", key="unknown", name="Ann Marsh", role=""),
            found("people", kind="person", key="yoon-suk-yeol", name="Yoon", role="Captain"),
            found("people", kind="person", key="yoon-suk-yeol", name="Yoon", role="Captain"),
            found("quotations", speaker="Ann Marsh", form="full", named="named", closed="yes"),
            found("figures", figure="unknown", value="3", unit="", quantifies="", source=""),
            found("zones", "x" * (LONGEST_QUOTE + 1), zone="boilerplate"),
        ],
        corpus.vocabulary,
        when,
    )
    assert left_out == 1
    assert [(row["key"], row["role"], row["note"]) for row in rows["people"]] == [
        ("unknown", "", "Ann Marsh; why"),
        ("yoon-suk-yeol", "", "why"),
    ]
    assert (rows["quotations"][0]["speaker"], rows["quotations"][0]["note"]) == (
        "unknown",
        "Ann Marsh; why",
    )
    (figure,) = rows["figures"]
    assert (figure["unit"], figure["quantifies"], figure["source"]) == ("unknown",) * 3


# Copies and languages


def test_copies_are_those_of_the_reference(corpus):
    copies = Copies(corpus.select(["drop-trade-dispute", "warming-fast", "beijing-urges-seoul"]))
    for id_ in ("reset-button", "seoul-beefs-up-diplomacy"):
        zones = [zone for zone in corpus.layer("zones") if zone.article == id_]
        plain = body(corpus.article(id_).text, zones)
        likes = [like.article for like in copies.like(id_, plain)]
        assert likes == (["drop-trade-dispute"] if id_ == "reset-button" else [])
        for like in likes:
            told = copies.order(plain, like, (None, None))
            assert (told.value, told.basis) == ("later", "inferred")


def test_an_article_that_failed_is_not_found_and_leaves_its_id(corpus):
    copies = Copies(corpus.select(["warming-fast"]))
    text = corpus.article("reset-button").text
    assert copies.like("new", text) == []
    assert copies.like("new", text) == []
    copies.keep("new", text)
    assert [like.article for like in copies.like("newer", text)][:1] == ["new"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor of the town said that it was open to the public.", "en"),
        ("Der Bürgermeister sagte, die neue Brücke ist für alle da und nicht zu teuer.", "de"),
        ("비가 온다고 그는 말했다.", "ko"),
        ("市長は新しい橋が春に開通すると述べた。", "ja"),
        ("市长说新桥将在春天开通。", "zh"),
    ],
)
def test_a_language_is_told_with_its_ground(text, code):
    told = tell_language(text)
    assert (told.value, told.basis) == (code, "inferred")


def test_a_language_that_cannot_be_told_is_unknown():
    assert tell_language("Xyzzy plugh 42") is None
