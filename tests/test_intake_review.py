"""A person reviews what the machine suggests; nothing moves by itself or is half written."""

import csv
import shutil

import pytest

from sourcebook import load_corpus
from sourcebook.errors import InvalidKit, SourcebookError, UnknownName
from sourcebook.intake.accepting import accept
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit
from sourcebook.intake.review import review
from sourcebook.layers import LAYERS

ARTICLE = "reset-button"


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def put(path, rows):
    layer = LAYERS[path.stem]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, layer.header)  # as a spreadsheet saves: BOM and CRLF
        writer.writeheader()
        writer.writerows(rows)


def change_text(root, old, new):
    name = load_corpus(root).article(ARTICLE).file
    path = root / "corpus" / "articles" / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def corpus_files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "corpus").rglob("*"))
        if path.is_file()
    }


def test_a_review_holds_every_row_and_new_suggestions_beside_them(kit, corpus):
    root = kit()
    before = corpus_files(root)
    found = review(root, ARTICLE)
    assert (found.changed, found.orphans, found.folder) == (
        False,
        0,
        root / "build" / "review" / ARTICLE,
    )
    for name in LAYERS:
        own = [a for a in corpus.layer(name) if a.article == ARTICLE]
        rows = table(found.folder / f"{name}.csv")
        assert found.standing[name] == len(own)
        assert len(rows) == len(own) + found.suggested.get(name, 0)
        spans = [(int(row["start"]), int(row["end"])) for row in rows if row["status"] == "machine"]
        if all(a.status == "reviewed" for a in own):
            kept = [(a.start, a.end) for a in own]
            assert not [
                (new, old) for new in spans for old in kept if new[0] < old[1] and old[0] < new[1]
            ]
    assert table(found.folder / "orphans.csv") == []
    assert corpus_files(root) == before


def test_accepting_what_was_laid_out_adds_only_the_suggestions(kit, corpus):
    root = kit()
    found = review(root, ARTICLE)
    accepted = accept(root, ARTICLE)
    after = load_corpus(root)
    assert accepted.rows == accepted.before + sum(found.suggested.values())
    assert accepted.rows == sum(a.article == ARTICLE for a in after.annotations)
    assert [a for a in after.annotations if a.article != ARTICLE] == [
        a for a in corpus.annotations if a.article != ARTICLE
    ]
    assert not found.folder.exists()


def test_a_table_saved_by_a_spreadsheet_is_accepted_and_others_rows_stay_as_written(kit):
    root = kit()
    found = review(root, ARTICLE)
    for name in LAYERS:
        kept = [row for row in table(found.folder / f"{name}.csv") if row["status"] != "machine"]
        put(found.folder / f"{name}.csv", kept)
    rows = table(found.folder / "hedges.csv")
    dropped = rows.pop()
    rows[0] |= {"status": "disputed", "note": "two, or “more”, readings"}
    put(found.folder / "hedges.csv", rows)
    before = (root / "corpus/annotations/hedges.csv").read_bytes().decode().splitlines()
    accept(root, ARTICLE)
    after = (root / "corpus/annotations/hedges.csv").read_bytes().decode().splitlines()
    gone, come = set(before) - set(after), set(after) - set(before)
    assert len(gone) == 2 and any(dropped["quote"] in line for line in gone)
    assert [line for line in come] == [line for line in after if "two, or “more”, readings" in line]


def test_what_was_registered_since_is_named_in_the_machines_rows_and_in_no_persons(tmp_path):
    root = new_kit(tmp_path / "kit")
    (tmp_path / "a.txt").write_text(
        "Pool to close\n\n“It is over,” said Ann Marsh. Ann Marsh had run the pool for ten years.\n"
    )
    (outcome,) = add(root, [tmp_path / "a.txt"])
    people = root / "corpus/annotations/people.csv"
    first, second = [row for row in table(people) if row["quote"] == "Ann Marsh"]
    put(people, [first | {"status": "reviewed"}, second])
    people.write_bytes(people.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    (root / "corpus/vocabulary/people.toml").write_text(
        '[ann-marsh]\nname = "Ann Marsh"\nvariants = ["Ann Marsh"]\n'
    )
    found = review(root, outcome.article)
    rows = table(found.folder / "people.csv")
    assert [(row["key"], row["status"]) for row in rows] == [
        ("unknown", "reviewed"),
        ("ann-marsh", "machine"),
    ]
    assert "way to what the vocabulary has come to know" in found.remarks[-1]
    accept(root, outcome.article)
    assert len(load_corpus(root).layer("people", key="ann-marsh")) == 1


def test_a_name_that_is_registered_in_another_layer_stands_there_alone(tmp_path):
    root = new_kit(tmp_path / "kit")
    (tmp_path / "a.txt").write_text("Pool to close\n\nIt was Marsh that shut the pool, they say.\n")
    (outcome,) = add(root, [tmp_path / "a.txt"])
    row = f"{outcome.article},22,27,Marsh,unknown,,{{}},machine,Marsh\n"
    organisations = root / "corpus/annotations/organisations.csv"
    header = organisations.read_text().partition("\n")[0]
    organisations.write_text(f"{header}\n{row.format('rule:names')}")
    (root / "corpus/annotations/people.csv").write_text(f"{header}\n")
    (root / "corpus/vocabulary/people.toml").write_text(
        '[ann-marsh]\nname = "Ann Marsh"\nvariants = ["Marsh"]\n'
    )
    load_corpus(root)
    folder = review(root, outcome.article).folder
    assert table(folder / "organisations.csv") == []
    (named,) = table(folder / "people.csv")
    assert (named["quote"], named["key"]) == ("Marsh", "ann-marsh")


def test_after_a_change_rows_stand_or_are_orphans_with_the_nearest_passage(kit, corpus):
    root = kit()
    change_text(root, "S. Korea, Japan hit", "S. Korea and Japan hit")
    with pytest.raises(InvalidKit):
        load_corpus(root)
    found = review(root, ARTICLE)
    assert found.changed
    orphans = table(found.folder / "orphans.csv")
    own = [a for a in corpus.annotations if a.article == ARTICLE]
    assert len(orphans) == found.orphans > len(own) / 2
    assert sum(found.standing.values()) + found.orphans + found.gone == len(own)
    text = (root / "corpus/articles" / corpus.article(ARTICLE).file).read_bytes().decode()
    for orphan in orphans:
        start, end = int(orphan["proposed_start"]), int(orphan["proposed_end"])
        assert orphan["proposed_quote"] == text[start:end]
    moved = [o for o in orphans if o["match"] == "exact"]
    shifted = sum(int(o["proposed_start"]) - int(o["start"]) == 3 for o in moved)
    assert shifted > 0.9 * len(moved)
    headline = next(o for o in orphans if o["layer"] == "zones" and o["start"] == "0")
    assert headline["match"] == "similar"
    # None of them was moved by itself.
    assert not any(
        row["status"] == "reviewed" and row["start"] == o["proposed_start"]
        for o in moved
        if o["layer"] == "hedges"
        for row in table(found.folder / "hedges.csv")
    )


def test_accepting_a_changed_text_catalogues_its_new_bytes(kit, corpus):
    root = kit()
    # At the very end, where no other file's evidence points.
    length = len(corpus.article(ARTICLE).text)
    path = root / "corpus/articles" / corpus.article(ARTICLE).file
    path.write_bytes(path.read_bytes() + b"\nA line more.\n")
    found = review(root, ARTICLE)
    assert found.orphans == 0
    catalogue = (root / "corpus/catalog.toml").read_text(encoding="utf-8").splitlines()
    accepted = accept(root, ARTICLE)
    assert accepted.text_changed
    assert len(load_corpus(root).article(ARTICLE).text) == length + 14
    now = (root / "corpus/catalog.toml").read_text(encoding="utf-8").splitlines()
    assert sum(one != other for one, other in zip(catalogue, now, strict=True)) == 2


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("start", "1", "row 2"),
        ("status", "seen", "no status 'seen'"),
        ("key", "nobody-known", "no registered key"),
        ("role", "Astronaut", "role"),
    ],
)
def test_a_row_that_breaks_a_rule_leaves_the_corpus_as_it_was(kit, column, value, said):
    root = kit()
    found = review(root, ARTICLE)
    rows = table(found.folder / "people.csv")
    rows[0][column] = value
    put(found.folder / "people.csv", rows)
    before = corpus_files(root)
    with pytest.raises(InvalidKit) as caught:
        accept(root, ARTICLE)
    # The row is named where the person wrote it, not where it would stand in the corpus.
    assert f"build/review/{ARTICLE}/people.csv, " in str(caught.value)
    assert said in str(caught.value)
    assert corpus_files(root) == before
    assert found.folder.is_dir()  # the person's work is not lost


def test_a_row_of_another_article_is_refused(kit):
    root = kit()
    found = review(root, ARTICLE)
    rows = table(found.folder / "people.csv")
    rows[0]["article"] = "warming-fast"
    put(found.folder / "people.csv", rows)
    with pytest.raises(InvalidKit, match="the row is of the article 'warming-fast'"):
        accept(root, ARTICLE)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "people.csv").unlink(), "people.csv, file: cannot be read"),
        (lambda folder: (folder / "people.csv").write_bytes(b"\xff\xfe"), "not UTF-8 at byte 0"),
        (lambda folder: (folder / "people.csv").write_text("x\n"), "the header must be article,"),
        (lambda folder: (folder / "people.csv").write_text(""), "the header must be article,"),
        (lambda folder: (folder / "review.toml").unlink(), "there is no such file"),
        (shutil.rmtree, "there is no review of reset-button. Begin one"),
    ],
)
def test_a_spoilt_review_is_refused(kit, spoil, said):
    root = kit()
    spoil(review(root, ARTICLE).folder)
    before = corpus_files(root)
    with pytest.raises(SourcebookError, match=said.replace(".", r"\.")):
        accept(root, ARTICLE)
    assert corpus_files(root) == before


def test_a_review_that_was_overtaken_is_refused(kit):
    root = kit()
    review(root, ARTICLE)
    path = root / "corpus/annotations/hedges.csv"
    lines = path.read_bytes().decode().splitlines(keepends=True)
    own = next(line for line in lines if line.startswith(ARTICLE))
    path.write_bytes("".join(line for line in lines if line != own).encode())
    with pytest.raises(SourcebookError, match="the annotations in the corpus have changed since"):
        accept(root, ARTICLE)
    review(root, ARTICLE, anew=True)
    change_text(root, "hit reset", "hit the reset")
    with pytest.raises(SourcebookError, match="the text has changed since"):
        accept(root, ARTICLE)


def test_a_review_that_was_begun_is_not_overwritten(kit):
    root = kit()
    found = review(root, ARTICLE)
    (found.folder / "people.csv").write_text("my work")
    with pytest.raises(SourcebookError, match="holds a review that was begun"):
        review(root, ARTICLE)
    assert (found.folder / "people.csv").read_text() == "my work"
    review(root, ARTICLE, anew=True)
    assert (found.folder / "people.csv").read_text() != "my work"


@pytest.mark.parametrize(
    "name", ["../../etc", "nobody", "", ".", "a/b", "reset-button\n", "x" * 300]
)
def test_a_name_from_outside_is_refused_with_the_valid_ones(kit, name):
    root = kit()
    for command in (review, accept):
        with pytest.raises(UnknownName, match="reset-button"):
            command(root, name)
    assert not (root / "build").exists()


def test_an_id_in_the_catalogue_never_becomes_a_path(kit):
    root = kit()
    path = root / "corpus" / "catalog.toml"
    text = path.read_text(encoding="utf-8").replace("[reset-button", '["../../x"', 1)
    path.write_text(text.replace("[reset-button.", '["../../x".'), encoding="utf-8")
    with pytest.raises(SourcebookError, match=r"article '\.\./\.\./x'"):
        review(root, "../../x")
