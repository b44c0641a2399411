"""Articles come into the corpus whole or not at all, and none keeps another out."""

import hashlib
import re
from datetime import date

import pytest
from test_intake_reading import STORY, a_pdf, put

from sourcebook import load_corpus
from sourcebook.errors import InvalidKit
from sourcebook.intake import adding
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit
from sourcebook.interval import Interval

TODAY = date(2026, 5, 4)
FERRY = f"""\
Ferry service to end after 90 years

By Zoë Marsh
14 May 2021

{STORY[0]} {STORY[1]}

“It is a sad day for all of us,” said Ann Marsh, who chairs the transport committee.

The new bridge, which cost £52 million, opens next week. {STORY[2]}
"""
SCHOOL = """\
School dinners cost more from autumn

Parents will pay 12% more for school meals in September, the town said on Monday. Teachers fear
that some pupils will go without, and ask for a fund that pays for those who cannot.
"""


@pytest.fixture
def new(tmp_path):
    return new_kit(tmp_path / "kit")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def state(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_text_is_added_with_what_was_found_and_what_is_unknown(new, files):
    (outcome,) = add(new, [put(files, "a.txt", FERRY)], today=TODAY)
    assert (outcome.ok, outcome.article) == (True, "ferry-service-end-90")
    article = load_corpus(new).article("ferry-service-end-90")
    assert article.text == FERRY
    assert (new / "corpus/articles/ferry-service-end-90.txt").read_bytes() == FERRY.encode()
    assert (article.headline.value, article.headline.basis) == (
        "Ferry service to end after 90 years",
        "stated",
    )
    assert [article.text[s.start : s.end] for s in article.byline.evidence] == ["By Zoë Marsh"]
    assert (article.byline.value, article.outlet.value) == ("Zoë Marsh", "unknown")
    assert (str(article.date), article.dated.basis) == ("14 May 2021", "stated")
    assert (article.topics, article.genre, article.language.value) == ((), "unknown", "en")
    assert article.origin.value == "ferry-service-end-90"
    assert article.origin.note.endswith("Added on 4 May 2026 from 'a.txt'.")
    # A clean text file needs no second copy.
    assert not (new / "corpus" / "originals").exists()


def test_suggestions_are_the_machines_and_say_unknown_for_what_is_not_registered(new, files):
    (outcome,) = add(new, [put(files, "a.txt", FERRY)], today=TODAY)
    corpus = load_corpus(new)
    assert {a.status for a in corpus.annotations} == {"machine"}
    assert sum(outcome.suggested.values()) == len(corpus.annotations) > 5
    assert {a.layer for a in corpus.annotations} == set(outcome.suggested)
    (spoken,) = corpus.layer("quotations")
    assert (spoken["speaker"], spoken.note.partition(";")[0]) == ("unknown", "Ann Marsh")


def test_an_undated_article_was_written_by_the_day_it_was_added(new, files):
    (outcome,) = add(new, [put(files, "a.txt", SCHOOL)], today=TODAY)
    article = load_corpus(new).article(outcome.article)
    assert (article.date, article.dated.known) == (Interval(date.min, TODAY), False)
    assert any("no date was found" in remark for remark in outcome.remarks)


@pytest.mark.parametrize(
    "published", [date(2020, 2, 3), Interval(date(2020, 2, 1), date(2020, 2, 29))]
)
def test_a_given_date_comes_before_what_the_file_says(new, files, published):
    (outcome,) = add(new, [put(files, "a.txt", FERRY)], published=published, today=TODAY)
    assert outcome.remarks[0].endswith("as given; the file itself says 14 May 2021")
    article = load_corpus(new).article("ferry-service-end-90")
    assert article.date.earliest <= date(2020, 2, 3) <= article.date.latest
    assert article.dated.basis == "background"


def test_a_converted_file_is_kept_as_it_came(new, files):
    pdf, old = a_pdf("Ferry stops", *STORY), FERRY.encode("cp1252")
    first, second = add(new, [put(files, "a.PDF", pdf), put(files, "b.txt", old)], today=TODAY)
    assert (first.ok, second.ok) == (True, True)
    kept = state(new / "corpus" / "originals")
    assert kept == {
        f"{first.article}.{hashlib.sha256(pdf).hexdigest()[:16]}.pdf": pdf,
        f"{second.article}.{hashlib.sha256(old).hexdigest()[:16]}.txt": old,
    }
    article = load_corpus(new).article(second.article)
    assert [defect.what for defect in article.defects] == ["Converted to UTF-8 from CP1252."]
    assert "corpus/originals/" in article.origin.note


def test_a_copy_gets_the_origin_of_what_it_copies(new, files):
    again = FERRY.replace("a sad day", "a very sad day").replace("next week", "soon")
    paths = [
        put(files, name, text)
        for name, text in (("a.txt", FERRY), ("b.txt", SCHOOL), ("c.txt", again))
    ]
    outcomes = add(new, paths[:1], today=TODAY) + add(new, paths[1:], today=TODAY)
    corpus = load_corpus(new)
    assert list(corpus.origins.values()) == [
        ("ferry-service-end-90", "ferry-service-end-90-2"),
        ("school-dinners-cost-more",),
    ]
    assert "same origin, ferry-service-end-90" in outcomes[2].remarks[-1]
    assert not corpus.article("ferry-service-end-90-2").version.known


def test_a_folder_stands_for_the_files_below_it(new, files):
    (files / "more").mkdir()
    (files / "none").mkdir()
    put(files, "more/b.TXT", SCHOOL)
    put(files, "more/notes.md", "not read")
    put(files, "a.txt", FERRY)
    outcomes = add(new, [files, files / "none"], today=TODAY)
    assert [(outcome.file.name, outcome.ok) for outcome in outcomes] == [
        ("a.txt", True),
        ("b.TXT", True),
        ("none", False),
    ]
    assert outcomes[2].error.startswith("none: a folder in which no file ends in .txt, .html")


def test_an_article_that_rules_cannot_read_says_so(new, files):
    (outcome,) = add(
        new, [put(files, "a.txt", "부산항 파업 사흘째\n\n2025년 6월 4일\n")], today=TODAY
    )
    assert any(
        remark.startswith("the text's language is 'ko': the rules read English")
        for remark in outcome.remarks
    )
    dated = load_corpus(new).article(outcome.article).dated
    assert dated.note.startswith("No rule found a date in the file.")


def test_the_same_file_or_text_is_refused_the_second_time(new, files):
    first = put(files, "a.txt", FERRY)
    odd = put(files, "odd.txt", FERRY.encode("utf-16"))
    pdf = put(files, "a.pdf", a_pdf(*STORY))
    outcomes = add(new, [first, first, odd, pdf], today=TODAY)
    assert [outcome.ok for outcome in outcomes] == [True, False, False, True]
    before = state(new)
    later = add(new, [first, odd, pdf], today=TODAY)
    assert [outcome.error.partition(":")[0] for outcome in later] == ["a.txt", "odd.txt", "a.pdf"]
    assert "already in the corpus, as ferry-service-end-90" in later[0].error
    assert "already in the corpus" in later[2].error
    assert state(new) == before


def test_a_file_that_fails_leaves_no_trace_and_keeps_no_other_out(new, files):
    paths = [
        put(files, "empty.txt", ""),
        put(files, "a.txt", FERRY),
        put(files, "broken.pdf", "%PDF"),
        files / "none.txt",
        put(files, "b.txt", SCHOOL),
    ]
    outcomes = add(new, paths, today=TODAY)
    assert [outcome.ok for outcome in outcomes] == [False, True, False, False, True]
    assert [outcome.file for outcome in outcomes] == paths
    assert len(load_corpus(new).articles) == 2
    assert all(outcome.file.name in outcome.error for outcome in outcomes if not outcome.ok)


def test_an_annotator_that_breaks_keeps_no_other_file_out(new, files, monkeypatch):
    sound = adding.prepare

    def breaks(received, *rest):
        if received.file == "a.txt":
            raise RuntimeError("out of luck")
        return sound(received, *rest)

    monkeypatch.setattr(adding, "prepare", breaks)
    first, second = add(new, [put(files, "a.txt", FERRY), put(files, "b.txt", SCHOOL)], today=TODAY)
    assert first.error.startswith("a.txt: could not be read (RuntimeError: out of luck)")
    assert second.ok


def test_an_article_that_would_break_the_corpus_is_left_out_and_the_others_kept(
    new, files, monkeypatch
):
    sound = adding.prepare

    def wrong(received, *rest):
        prepared = sound(received, *rest)
        if received.file == "a.txt":
            object.__setattr__(prepared, "rows", {"people": "no,row\n"})
        return prepared

    monkeypatch.setattr(adding, "prepare", wrong)
    first, second = add(new, [put(files, "a.txt", FERRY), put(files, "b.txt", SCHOOL)], today=TODAY)
    assert "corpus/annotations/people.csv, row 2" in first.error
    assert second.ok
    assert list(load_corpus(new).articles) == [second.article]


def test_a_move_that_fails_half_way_is_put_back(new, files, monkeypatch):
    before = state(new)

    def full(source, target):
        if target.name == "figures.csv":  # after the text file, the catalogue and other layers
            raise OSError(28, "No space left on device", str(target))
        source.rename(target)

    monkeypatch.setattr("sourcebook.intake.staging.os.replace", full)
    (outcome,) = add(new, [put(files, "a.txt", FERRY)], today=TODAY)
    assert "No space left on device. The corpus is unchanged." in outcome.error
    assert state(new) == before


def test_a_corpus_that_is_already_wrong_is_refused(new, files):
    (new / "corpus/annotations/people.csv").write_text("wrong\n")
    with pytest.raises(InvalidKit):
        add(new, [put(files, "a.txt", FERRY)])


def test_articles_are_added_beside_those_of_a_reviewed_corpus(kit, files):
    root = kit()
    before = load_corpus(root)
    (outcome,) = add(root, [put(files, "a.txt", FERRY)], today=TODAY)
    after = load_corpus(root)
    assert outcome.error == ""
    assert after.articles.keys() - before.articles.keys() == {outcome.article}
    assert [a for a in after.annotations if a.article != outcome.article] == list(
        before.annotations
    )
    catalogue = (root / "corpus/catalog.toml").read_text(encoding="utf-8")
    assert catalogue.startswith(
        (before.root / "corpus/catalog.toml").read_text(encoding="utf-8").partition("\n[")[0]
    )


@pytest.mark.parametrize(
    "name",
    [
        "..txt",
        "x" * 250 + ".txt",
        "con.txt",
        "a\nb.txt",
        "비가 온다.txt",
        "$(rm -rf).txt",
        "[a].txt",
    ],
)
def test_a_files_name_never_becomes_a_path(new, files, name):
    (outcome,) = add(new, [put(files, name, "Short words without a headline.\n")], today=TODAY)
    assert outcome.error == ""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", outcome.article)
    assert state(new / "corpus" / "articles").keys() == {f"{outcome.article}.txt"}


@pytest.mark.parametrize(
    "text",
    [
        '"' * 2000 + "\n",
        "“" * 3000 + "a" + "”" * 3000,
        "=cmd|' /C calc'!A0, said Ann Marsh.\r\rOn Monday, 40% of them left.\r",
        "<script>alert(1)</script>, said Mr. (.*)+$ [a-z]{1,99} \\1.\n",
        "[x]\ny = \"\"\"\n''' said Ann Marsh on Tuesday.\n",
        "A\u2028B\u0085C said “no, never” on 3 May 2020.\x0c\n",
    ],
)
def test_hostile_texts_are_added_and_load(new, files, text):
    (outcome,) = add(new, [put(files, "a.txt", text)], today=TODAY)
    assert outcome.error == ""
    assert load_corpus(new).article(outcome.article).text == text
