"""Many files are annotated as one would be, and one bad file stops no other."""

import json
import shutil

import pytest

from sourcebook.annotate import annotate
from sourcebook.exchange import csv_file, jsonl
from sourcebook.exchange.annotating import annotate_files
from sourcebook.exchange.sinks import JsonLines
from sourcebook.exchange.sources import find_sources
from sourcebook.exchange.w3c import from_w3c


@pytest.fixture
def clippings(root, tmp_path):
    """The five articles in a folder of their own, outside any kit."""
    folder = tmp_path / "clippings"
    shutil.copytree(root / "corpus" / "articles", folder)
    return folder


def lines_of(outcomes):
    return [line for outcome in outcomes for line in outcome.encoded.splitlines()]


def test_an_article_of_the_kit_keeps_its_id_its_date_and_its_registry(root, corpus):
    sources = find_sources([root / "corpus" / "articles"], root)
    assert [one.article for one in sources] == list(corpus.articles)
    found = list(jsonl.from_lines(lines_of(annotate_files(sources, root, JsonLines.encode))))
    article = corpus.article("reset-button")
    expected = annotate(article.text, article.date, corpus.vocabulary, article=article.id)
    assert [one for one in found if one.article == "reset-button"] == expected
    assert {one["key"] for one in found if one.layer == "people"} >= {"yoon-suk-yeol"}


def test_two_processes_say_what_one_says(root):
    sources = find_sources([root / "corpus" / "articles"], root) * 5
    one = lines_of(annotate_files(sources, root, JsonLines.encode))
    assert lines_of(annotate_files(sources, root, JsonLines.encode, jobs=2)) == one
    assert len(one) > 1000


def test_files_of_one_name_get_ids_of_their_own(tmp_path):
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Report (1).txt").write_text("A report.")
    (tmp_path / "a" / "report-1-2.txt").write_text("Another.")
    ids = [one.article for one in find_sources([tmp_path], None)]
    assert ids == ["report-1", "report-1-2", "report-1-3", "report-1-4"]


def test_a_file_without_letters_in_its_name_is_called_text(tmp_path):
    (tmp_path / "윤.txt").write_text("A report.")
    assert [one.article for one in find_sources([tmp_path], None)] == ["text"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_cannot_be_read_stops_no_other(clippings, run, jobs):
    (clippings / "002a.pdf").write_bytes(b"%PDF-1.7 broken")
    (clippings / "002b.txt").write_bytes(b"")
    result = run(clippings.parent, "annotate", clippings, "--jobs", jobs, "--layers", "zones")
    assert result.exit_code == 1
    assert "002a.pdf: " in result.stderr and "002b.txt: the file is empty" in result.stderr
    assert result.stderr.endswith("Error: 2 of 7 files could not be read\n")
    articles = {json.loads(line)["article"][:3] for line in result.stdout.splitlines()}
    assert articles == {"000", "001", "002", "003", "004"}


def test_each_format_is_printed_and_reads_back_the_same(clippings, run):
    printed = {
        form: run(clippings.parent, "annotate", clippings, "--format", form)
        for form in ("jsonl", "csv", "w3c")
    }
    assert {(one.exit_code, one.stderr) for one in printed.values()} == {(0, "")}
    lines = list(jsonl.from_lines(printed["jsonl"].stdout.splitlines()))
    cells = csv_file.from_lines(printed["csv"].stdout_bytes.decode().splitlines(keepends=True))
    items = json.loads(printed["w3c"].stdout)["items"]
    assert len(lines) > 400
    assert list(cells) == lines
    assert [from_w3c(item) for item in items] == lines


def test_what_is_printed_is_what_is_written(clippings, run, tmp_path):
    printed = run(tmp_path, "annotate", clippings)
    written = run(tmp_path, "annotate", clippings, "--out", "found/all.jsonl", "--jobs", 2)
    assert (written.exit_code, written.output) == (0, "")
    assert (tmp_path / "found" / "all.jsonl").read_text("utf-8") == printed.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["--layers", "mood", "clippings"], "no layer 'mood'"),
        (["--out", "all.xlsx", "clippings"], "no format has the ending '.xlsx'"),
        (["--jobs", "0", "clippings"], "0 is not in the range"),
        (["--format", "csv", "--out", "a.csv", "clippings"], "--out goes by its file's ending"),
        (["--model", "no_such_model", "clippings"], "no_such_model"),
        (["empty"], "empty: no file here ends in .txt"),
    ],
)
def test_a_call_that_cannot_be_met_says_why_and_writes_nothing(clippings, run, arguments, said):
    (clippings.parent / "empty").mkdir()
    before = sorted(clippings.parent.rglob("*"))
    result = run(clippings.parent, "annotate", *arguments)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert sorted(clippings.parent.rglob("*")) == before


def test_a_folder_without_a_vocabulary_is_refused_as_a_kit(clippings, run):
    result = run(clippings.parent, "annotate", clippings, "--kit", clippings)
    assert result.exit_code == 1
    assert "no kit here" in result.stderr


def test_a_broken_vocabulary_is_told_before_anything_is_read(kit, run):
    home = kit()
    (home / "corpus" / "vocabulary" / "people.toml").write_text("[a]\nnome = 1\n")
    result = run(home, "annotate", "corpus/articles")
    assert result.exit_code == 1
    assert "corpus/vocabulary/people.toml, [a]" in result.stderr


def test_copies_are_told_by_pairs_and_counted_by_origin(clippings, run):
    result = run(clippings.parent, "copies", clippings)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "article,other,resemblance,containment"
    one, other, resemblance, _ = result.stdout.splitlines()[1].split(",")
    assert (one[:3], other[:3]) == ("001", "003")
    assert 0.25 < float(resemblance) < 0.4
    assert result.stderr == "5 articles, 4 origins\n"


def test_a_copy_that_cannot_be_read_is_named(clippings, run):
    (clippings / "005.txt").write_bytes(b"")
    result = run(clippings.parent, "copies", clippings)
    assert result.exit_code == 1
    assert "005.txt: the file is empty" in result.stderr
    assert "5 articles, 4 origins\n" in result.stderr


@pytest.mark.parametrize("command", ["annotate", "copies"])
def test_a_file_name_cannot_write_on_the_terminal(clippings, run, command):
    (clippings / "a\n\x1b[31mred.txt").write_bytes(b"")
    result = run(clippings.parent, command, clippings)
    assert "\x1b" not in result.stderr
    told = [line for line in result.stderr.splitlines() if "the file is empty" in line]
    assert len(told) == 1 and "red.txt" in told[0]
