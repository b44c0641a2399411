"""A kit for another subject, from nothing to handouts, by the commands of the README."""

import csv
import re

import pytest

from sourcebook import load_corpus
from sourcebook.layers import LAYERS

REPORT = """Council votes to rebuild harbour bridge

PORT ELLERY, June 14, 2024 (Meridian) -- “We will rebuild the bridge by 2027,” Mayor Ada Quill \
said Thursday. About 61% of voters backed the plan last year, according to the Harbour Institute.

“It is a start,” she added.
"""
COPY = REPORT.replace("Council votes", "Port Ellery votes").replace("a start", "a good start")


@pytest.fixture
def harbour(tmp_path, run):
    """A new kit with one article and a copy of it."""
    assert run(tmp_path, "new", "harbour").exit_code == 0
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(COPY, encoding="utf-8")
    result = run(tmp_path / "harbour", "add", "../report.txt", "../copy.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    return tmp_path / "harbour"


def test_a_new_kit_is_sound_and_says_what_comes_next(tmp_path, run):
    result = run(tmp_path, "new", "harbour")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sourcebook add FILE" in result.stdout
    checked = run(tmp_path / "harbour", "check")
    assert checked.stdout.startswith("0 articles from 0 origins, 0 annotations, 1 notebook and ")


def test_a_folder_that_is_not_empty_is_refused(tmp_path, run):
    (tmp_path / "mine.txt").write_text("mine")
    result = run(tmp_path, "new", ".")
    assert result.exit_code == 1
    assert "not an empty folder" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_added_articles_have_entries_and_suggestions(harbour):
    corpus = load_corpus(harbour)
    report, copy = corpus.articles.values()
    assert str(report.date) == "14 June 2024"
    assert report.headline.value == "Council votes to rebuild harbour bridge"
    assert (report.byline.basis, report.outlet.value) == ("unknown", "Meridian")
    assert {one.status for one in corpus.annotations} == {"machine"}
    assert copy.origin.value == report.origin.value
    assert len(corpus.origins) == 1


def test_check_accepts_what_add_wrote(harbour, run):
    result = run(harbour, "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("2 articles from 1 origin, ")


def test_a_bad_file_is_named_and_the_good_one_added(harbour, run):
    before = load_corpus(harbour).annotations
    (harbour.parent / "empty.txt").write_text("")
    (harbour.parent / "other.txt").write_text("Ferry fares rise\n\nFares rose 4% on Monday.\n")
    result = run(harbour, "add", "../empty.txt", "../other.txt", "--published", "2024-06-20")
    assert result.exit_code == 1
    assert "not added: empty.txt: the file is empty" in result.stderr
    assert "1 of 2 files were not added" in result.stderr
    corpus = load_corpus(harbour)
    assert len(corpus.articles) == 3
    assert len(corpus.annotations) > len(before)
    assert str(list(corpus.articles.values())[-1].date) == "20 June 2024"


@pytest.mark.parametrize("written", ["20 June", "2024-02-30", "2024-06-20/2024-06-01"])
def test_a_day_that_is_none_is_refused(harbour, run, written):
    result = run(harbour, "add", "../report.txt", "--published", written)
    assert result.exit_code == 1
    assert "--published: " in result.stderr and "YYYY-MM-DD" in result.stderr


def test_a_review_goes_out_and_comes_back(harbour, run):
    article = next(iter(load_corpus(harbour).articles))
    out = run(harbour, "review", article)
    assert (out.exit_code, out.stderr) == (0, "")
    assert re.search(r"\d+ rows stand, \d+ are newly suggested", out.stdout)
    file = harbour / "build" / "review" / article / "figures.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0].update(status="reviewed", maker="AQ")
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, LAYERS["figures"].header)
        writer.writeheader()
        writer.writerows(rows)
    back = run(harbour, "review", article, "--accept")
    assert (back.exit_code, back.stderr) == (0, "")
    share = load_corpus(harbour).layer("figures")[0]
    assert (share.status, share.maker) == ("reviewed", "AQ")


def test_all_articles_are_reviewed_and_accepted_at_once(harbour, run):
    out = run(harbour, "review")
    assert (out.exit_code, out.stderr) == (0, "")
    assert len(list((harbour / "build" / "review").iterdir())) == 2
    back = run(harbour, "review", "--accept")
    assert (back.exit_code, back.stderr) == (0, "")
    assert back.stdout.count(" rows in the corpus, 0 of them reviewed") == 2


def test_check_tells_whom_the_vocabulary_knows_by_now(harbour, run):
    with (harbour / "corpus" / "vocabulary" / "people.toml").open("a", encoding="utf-8") as file:
        file.write('[ada-quill]\nname = "Ada Quill"\nvariants = ["Quill"]\n')
    told = run(harbour, "check")
    assert told.exit_code == 0
    assert "name what the vocabulary now knows; review these articles" in told.stdout
    run(harbour, "review")
    run(harbour, "review", "--accept")
    assert "now knows" not in run(harbour, "check").stdout
    assert {one["key"] for one in load_corpus(harbour).layer("people")} == {"ada-quill"}


def test_a_review_of_no_article_names_those_there_are(harbour, run):
    result = run(harbour, "review", "harbor")
    assert result.exit_code == 1
    assert "no article 'harbor'" in result.stderr and "Valid: " in result.stderr


def test_score_compares_what_was_reviewed_and_writes_the_table(harbour, run):
    nothing = run(harbour, "score", "--out", "score.md")
    assert nothing.exit_code == 1
    assert "This kit: nobody has reviewed an annotation yet" in nothing.stderr
    assert not (harbour / "score.md").exists()
    path = harbour / "corpus" / "annotations" / "figures.csv"
    path.write_text(path.read_text("utf-8").replace(",machine,", ",reviewed,"), encoding="utf-8")
    result = run(harbour, "score", "--out", "score.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "### This kit: 2 articles" in result.stdout
    assert "| figures | 2 | 2 | 1.00 | 1.00 | 1.00 |  |" in result.stdout
    assert "| dates | – |" in result.stdout
    assert (harbour / "score.md").read_text("utf-8") == result.stdout


@pytest.mark.notebooks
def test_a_new_kit_renders_empty_and_with_two_articles(tmp_path, harbour, run):
    run(tmp_path, "new", "empty")
    for kit in (tmp_path / "empty", harbour):
        result = run(kit, "render")
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(list((kit / "build" / "handouts").glob("*.html"))) > 1
    page = "".join(p.read_text("utf-8") for p in (harbour / "build" / "handouts").glob("*.html"))
    assert "About 61%" in page
