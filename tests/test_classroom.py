import re

import pytest
from bs4 import BeautifulSoup

from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.handouts.proofreading import proofread
from sourcebook.interface import words as phrases
from sourcebook.lesson import classroom, open_lesson
from sourcebook.span import Span


def page(shown):
    return BeautifulSoup(str(shown.html), "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


# Activities


def test_activities_are_numbered_and_their_minutes_add_up():
    lesson = open_lesson()
    shown = classroom.activities(
        lesson,
        ("Read", 10, "Read *reset-button*."),
        ("Compare", 1, lesson.say("Set {x} in order.", x=lesson.event("tokyo-summit"))),
    )
    box = page(shown)
    assert [words(item.p) for item in box.select("ol > li.activity")] == [
        "Read 10 minutes",
        "Compare 1 minute",
    ]
    assert words(box.select_one("p.label")) == "Activities 11 minutes in all"
    assert box.select_one("li em").get_text() == "reset-button"
    assert shown.text.splitlines()[0] == "Activities (11 minutes in all)"


def test_the_minutes_are_told_apart_from_the_numbers_of_articles():
    box = page(classroom.activities(open_lesson(), ("Read", 10, "Read.")))
    for one in box.select(".structural"):
        one.decompose()
    assert re.findall("[0-9]+", box.get_text()) == []


def test_an_activity_that_the_edition_cannot_support_takes_no_time():
    early = open_lesson(as_of="2020-12-31")
    met = early.say("{x}", x=early.event("tokyo-summit"))
    assert met is None
    box = page(classroom.activities(early, ("Compare", 20, met), ("Read", 10, "Read.")))
    assert words(box.select_one("p.label")) == "Activities 10 minutes in all"
    assert len(box.select("li")) == 1
    assert classroom.activities(early, ("Compare", 20, met)) is None


@pytest.mark.parametrize("minutes", [0, -5, 2.5, "10", True])
def test_minutes_are_whole_numbers_from_1(minutes):
    with pytest.raises(SourcebookError, match=r"'Read' takes .* minutes: write a whole number"):
        classroom.activities(open_lesson(), ("Read", minutes, "Read."))


def test_the_words_around_activities_are_those_of_the_page():
    box = page(classroom.activities(open_lesson(language="ja"), ("Read", 10, "Read.")))
    told = [one.get_text() for one in box.select("[lang=ja]")]
    assert told == [phrases("ja")("activities"), "合計10分", "10分"]


# Questions


@pytest.mark.parametrize(
    ("audience", "lines"), [("classroom", 3), ("self-study", 3), ("teacher", 0), ("briefing", 0)]
)
@pytest.mark.parametrize("kind", ["discuss", "exercise"])
def test_there_is_room_to_write_where_somebody_writes(kind, audience, lines):
    lesson = open_lesson(audience=audience)
    number = (1,) if kind == "exercise" else ()
    box = page(getattr(classroom, kind)(lesson, *number, "Who is missing?", lines=3))
    assert len(box.select(".room > span")) == lines
    assert all(room["aria-hidden"] == "true" for room in box.select(".room"))
    assert "Who is missing?" in words(box)


def test_a_question_may_leave_no_room():
    assert not page(classroom.discuss(open_lesson(), "Who is missing?", lines=0)).select(".room")


def test_a_question_is_asked_only_with_what_it_rests_on():
    early = open_lesson(as_of="2020-12-31")
    rush = early.figure("no-need-to-rush")
    assert classroom.discuss(early, "Is {rush} many?", rush=rush) is None
    assert classroom.exercise(early, 1, "Is {rush} many?", rush=rush) is None
    other = classroom.discuss(early, "Is {rush} many?", "Who was asked?", rush=rush)
    assert other.text == "[Discuss] Who was asked?"
    late = open_lesson()
    asked = page(classroom.discuss(late, "Is {rush} many?", rush=late.figure("no-need-to-rush")))
    assert [link["href"] for link in asked.select("sup.cite a")] == ["#s1", "#s2"]


def test_an_exercise_has_its_number_in_the_language_of_the_page():
    label = page(classroom.exercise(open_lesson(language="ko"), 3, "Why?")).select_one(".label")
    assert words(label) == "문제 3"
    assert label.select_one(".structural") is not None


# For teachers only


@pytest.mark.parametrize(("kind", "label"), [("note", "Teacher’s note"), ("answer", "Answer")])
def test_notes_and_answers_are_for_teachers_only(kind, label):
    tell = getattr(classroom, kind)
    for audience in ("classroom", "self-study", "briefing"):
        lesson = open_lesson(audience=audience)
        assert tell(lesson, "{x}", x=lesson.figure("no-need-to-rush")) is None
        assert lesson.apparatus.citations.notes == ()
    teacher = open_lesson(audience="teacher")
    box = page(tell(teacher, "It is {x}.", x=teacher.figure("no-need-to-rush")))
    assert words(box.select_one(".teacher > .label")) == label
    assert "64%" in words(box)
    early = open_lesson(audience="teacher", as_of="2020-12-31")
    assert tell(early, "It is {x}.", x=early.figure("no-need-to-rush")) is None


# Words


def test_a_term_is_told_neutrally_and_in_the_words_that_articles_use():
    lesson = open_lesson(as_of="2020-12-31")
    [item] = page(classroom.vocabulary(lesson, "export-measures")).select("li")
    assert words(item.b) == "Japan’s export measures of 2019"
    assert "Japan’s 2019 measures on exports to South Korea." in words(item)
    assert re.findall("“[^”]*”", words(item)) == [
        "“export controls”",
        "“export curbs”",
        "“export restrictions”",
    ]
    assert len(item.select("sup.cite")) == 3


def test_every_word_stands_in_the_passage_that_it_cites():
    lesson = open_lesson()
    shown = classroom.vocabulary(lesson, *lesson.corpus.vocabulary.registries["terms"])
    passages = {note.number: note.passage for note in lesson.apparatus.citations.notes}
    told = 0
    for said, number in re.findall(r"“([^”]*)”\[(\d+)\]", shown.text):
        told += 1
        assert said in " ".join(lesson.corpus.text(passages[int(number)]).split())
    assert told > 30


def test_a_description_stands_only_where_all_it_speaks_of_is_there():
    speaks = "One article says the measures came in apparent retaliation."
    late, early = open_lesson(), open_lesson(as_of="2020-12-31")
    assert speaks in classroom.vocabulary(late, "cause-of-measures").text
    assert speaks not in classroom.vocabulary(early, "cause-of-measures").text
    neutral = open_lesson(terms="neutral")
    assert speaks not in classroom.vocabulary(neutral, "cause-of-measures").text


def test_a_matter_that_no_article_mentions_is_left_out():
    early = open_lesson(as_of="2020-12-31")
    assert classroom.vocabulary(early, "settlement-plan") is None
    box = page(classroom.vocabulary(early, "settlement-plan", words={"origin": "*what* is copied"}))
    assert [words(item) for item in box.select("li")] == ["origin : what is copied"]
    assert classroom.vocabulary(early) is None
    with pytest.raises(UnknownName, match="no entry of terms 'labour'"):
        classroom.vocabulary(early, "labour")


def test_what_is_typed_into_a_word_or_a_title_is_text():
    lesson = open_lesson()
    told = str(classroom.vocabulary(lesson, words={"<b>": "<i>"}).html)
    told += str(classroom.activities(lesson, ("<b>", 1, "<i>")).html)
    assert "&lt;b&gt;" in told and "<i>" not in told


@pytest.mark.parametrize("as_of", ["2020-12-31", "2023-03-31"])
def test_a_class_finds_nothing_that_its_sources_do_not_support(as_of):
    lesson = open_lesson(as_of=as_of, audience="teacher")
    terms = lesson.corpus.vocabulary.registries["terms"]
    parts = [
        classroom.vocabulary(lesson, *terms),
        classroom.activities(lesson, ("Read", 10, "Read."), ("Ask", 35, "Ask.")),
        classroom.exercise(lesson, 12, "Who speaks?"),
        classroom.answer(lesson, "In {x:date}.{x:cite}", x=lesson.event("export-curbs-imposed")),
        lesson.sources(),
    ]
    body = "".join(str(part.html) for part in parts)
    slips = proofread(f"<body><h1>A class</h1>{body}</body>", lesson.corpus)
    kinds = "prints this number", "dates anything", "says these words"
    assert [str(one) for one in slips if any(kind in one.rule for kind in kinds)] == []


def test_a_span_of_the_vocabulary_is_one_of_this_edition():
    lesson = open_lesson(as_of="2020-12-31")
    classroom.vocabulary(lesson, "mobilised-labour")
    cited = {note.passage for note in lesson.apparatus.citations.notes}
    assert cited
    assert all(isinstance(one, Span) and one.article in lesson.corpus.articles for one in cited)
