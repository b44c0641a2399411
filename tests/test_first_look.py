"""What a lesson shows of articles that were just brought in, and how far it was checked."""

import dataclasses
import re

import pytest
from bs4 import BeautifulSoup
from test_intake_adding import FERRY, SCHOOL, TODAY
from test_intake_reading import put

from sourcebook import load_corpus
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.page import index
from sourcebook.handouts.plan import DEFAULT, read_plan
from sourcebook.intake.accepting import accept
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit
from sourcebook.intake.review import review
from sourcebook.lesson import open_lesson
from sourcebook.lesson.by_name import by_name
from sourcebook.lesson.first_look import (
    articles_found,
    dates_found,
    figures_found,
    names_found,
    voices_found,
)

LATER = FERRY.replace("14 May 2021", "16 May 2021")


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """Make a kit with the later of two copies added first."""

    def made(*texts):
        folder = new_kit(tmp_path / "kit")
        paths = [put(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)]
        assert [outcome.error for outcome in add(folder, paths, today=TODAY)] == [""] * len(texts)
        monkeypatch.chdir(folder)
        return folder

    return made


def lines(shown):
    return str(shown).splitlines()


def test_what_the_machine_found_is_labelled_below_the_rows_heading(fresh):
    folder = fresh(FERRY)
    found = review(folder, "ferry-service-end-90")
    path = found.folder / "figures.csv"
    path.write_bytes(path.read_bytes().replace(b",machine,", b",reviewed,"))
    accept(folder, "ferry-service-end-90")
    lesson = open_lesson()
    voices = lines(voices_found(lesson))
    assert voices[:3] == [
        "Who is quoted or credited",
        "Who | Quoted | Credited | Articles | Origins",
        "Ann Marsh[1] (machine, not registered) | 1 | 0 | 1 | 1",
    ]
    page = BeautifulSoup(voices_found(lesson).html, "html.parser")
    assert page.select_one("tbody th .status.machine").get_text() == "machine, not registered"
    figures = BeautifulSoup(figures_found(lesson).html, "html.parser")
    assert {label.get_text() for label in figures.select("tbody th .status")} == {"reviewed"}
    assert not figures.select(".machine")
    dates = lines(dates_found(lesson))
    assert dates[2].startswith("14 May 2021 (machine, stated) | “14 May 2021”[")
    assert lines(lesson.sources())[0] == (
        "[1] ferry-service-end-90 — “Ferry service to end after 90 years” (machine). Outlet not "
        "found; 14 May 2021 (machine). Speaking here: Ann Marsh (machine, not registered)."
    )


def test_articles_stand_by_date_and_their_origins_have_numbers(fresh):
    fresh(LATER, SCHOOL, FERRY)
    later, _, earlier = load_corpus().articles
    rows = [line.split(" | ") for line in lines(articles_found(open_lesson()))]
    assert rows[1][2:] == ["Origin", "Words"]
    assert [row[0] for row in rows[2:4]] == [earlier, later]
    assert [row[2] for row in rows[2:5]] == ["1", "1", "2"]
    early = open_lesson(as_of="2021-05-15")
    shown = [articles_found(early), dates_found(early), names_found(early, "people")]
    assert [row.split(" | ")[2] for row in lines(shown[0])[2:4]] == ["1", "2"]
    # Its origin was named after the copy that came in first, which this edition cannot know.
    assert earlier == f"{later}-2"
    assert not [one for one in shown if re.search(rf"{later}(?!-2)", one.html)]


def test_a_long_table_shares_its_rows_out_and_says_where_the_others_are(fresh):
    fresh(FERRY, SCHOOL)
    lesson, desk = open_lesson(), open_lesson(audience="briefing")
    ids = list(lesson.corpus.articles)
    count = len(lesson.corpus.layer("figures"))
    shown = lines(figures_found(lesson, rows=2))
    assert shown[0] == "Figures"
    assert {row.rpartition(" | ")[2] for row in shown[2:4]} == set(ids)
    assert shown[-1] == f"Counted: 2 of {count} rows are shown"
    assert shown[-2] == (
        "Shown are those that each article gives first. A briefing edition shows all; so do the "
        "kit’s files: corpus/annotations/figures.csv."
    )
    assert not any("rows are shown" in line for line in lines(figures_found(lesson)))
    many = dataclasses.replace(desk.corpus, annotations=desk.corpus.annotations * 20)
    lesson.corpus = desk.corpus = many
    counted = f"Counted: 25 of {20 * count} rows are shown"
    assert lines(figures_found(lesson))[-1] == counted
    assert len(lines(figures_found(desk))) == 2 + 20 * count
    dates = lines(dates_found(lesson))
    assert dates[-1].startswith("Counted: 25 of ")
    assert "corpus/annotations/dates.csv" in dates[-2]


def test_a_name_in_capitals_is_no_other_name(corpus):
    one = dataclasses.replace(
        corpus.layer("people")[0],
        attributes={"key": "unknown", "role": ""},
        status="machine",
    )
    rows = [dataclasses.replace(one, note=note) for note in ("ANN  MARSH", "Ann Marsh", "BBC")]
    named = by_name(corpus, rows, lambda _: "key")
    assert [(group.name, len(group.found), group.standing) for group in named] == [
        ("Ann Marsh", 2, "machine, not registered"),
        ("BBC", 1, "machine, not registered"),
    ]


def test_a_source_that_is_not_told_is_no_name(corpus):
    said = [a for a in corpus.layer("attributions") if a["source"] == "unknown"]
    machine = [dataclasses.replace(said[0], status="machine", note="")]
    named = by_name(corpus, [*said, *machine], lambda _: "source")
    assert [(group.name, group.standing) for group in named] == [
        ("source not told", "reviewed"),
        ("source not found", "machine"),
    ]


def test_a_first_look_at_a_reviewed_corpus_uses_its_registry(root, monkeypatch):
    monkeypatch.chdir(root)
    people = lines(names_found(open_lesson(["reset-button"]), "people", rows=1))
    assert people[0] == "People named"
    assert people[2].startswith("Yoon Suk Yeol[1] (reviewed) | ")
    assert "Named" not in people[-2] and "named most often" in people[-2]
    assert people[-1].startswith("Counted: annotations of the layer people, by name; 1 of ")
    places = lines(names_found(open_lesson(["beijing-urges-seoul"]), "places"))
    assert any(row.startswith("South Korea[") for row in places)


def test_a_first_look_at_nothing_shows_nothing(fresh):
    fresh()
    lesson = open_lesson()
    shown = [table(lesson) for table in (articles_found, dates_found, figures_found, voices_found)]
    assert [*shown, names_found(lesson, "people"), lesson.sources()] == [None] * 6
    assert repr(lesson) == "Rests on 0 articles, 0 origins."


def test_the_kits_subject_heads_its_handouts_and_their_list(fresh):
    folder = fresh(FERRY)
    path = folder / DEFAULT
    kit = read_kit(folder)
    plain = index(read_plan(path, kit), kit.corpus.vocabulary)
    assert "<h1>Handouts</h1>" in plain
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title = ""', 'title = "The <ferry>"', 1), encoding="utf-8")
    page = BeautifulSoup(index(read_plan(path, kit), kit.corpus.vocabulary), "html.parser")
    assert (page.h1.get_text(), page.title.get_text()) == ("The <ferry>", "The <ferry> — Handouts")
    assert page.a.get_text() == "The <ferry>, classroom edition"
