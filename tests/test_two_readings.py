"""What the lesson on reading with a machine shows: two readings, two versions, two counts."""

import re
from datetime import date

import pytest

from sourcebook import charts, tables
from sourcebook.lesson import open_lesson, two_readings, versions

TWINS = ["reset-button", "drop-trade-dispute"]


@pytest.fixture
def lesson(root, monkeypatch):
    monkeypatch.chdir(root)
    return open_lesson()


@pytest.fixture
def pair(lesson):
    [found] = versions.versions(lesson.corpus)
    return found


@pytest.fixture
def apart(lesson):
    """Three passages, two of them the same words in the two versions."""
    table = tables.disagreements(lesson.corpus).iloc[:0].copy()
    for number, (id_, words, kind) in enumerate(
        [
            ("reset-button", "The two were each other’s fourth-largest", "missed"),
            ("drop-trade-dispute", "The two were each other’s fourth-largest", "missed"),
            ("warming-fast", "Next week’s summit", "otherwise"),
        ]
    ):
        [span] = lesson.passage(id_, words).spans
        machine = "" if kind == "missed" else "prediction"
        row = ("hedges", kind, id_, span.start, span.end, words, "modal", machine, kind.upper())
        table.loc[number] = row
    return table


def test_a_passage_that_stands_in_two_versions_is_shown_once(lesson, apart):
    shown = two_readings.readings(lesson, apart, ["hedges"])
    assert shown.text == (
        "Read otherwise in hedges\n"
        "Reviewed | Machine | The passage\n"
        "modal | not marked | Nevertheless, economic ties are strong. [The two were each other’s "
        "fourth-largest] export markets in 2021, according to the IMF. Japanese exports to "
        "…[1][2]\n"
        "modal | prediction | [Next week’s summit] between Prime Minister Fumio Kishida and South "
        "Korean President Yoon …[3]\n"
        "Counted: passages read otherwise, 2 in all"
    )
    assert "<strong>Next week’s summit</strong> between" in shown.html


def test_only_what_is_shown_is_cited(lesson, apart):
    shown = two_readings.readings(lesson, apart.iloc[::-1], ["hedges"], rows=1)
    assert shown.text.endswith("\nCounted: passages read otherwise, the first 1 of 2")
    assert len(lesson.apparatus.citations.notes) == 1


def test_layers_read_alike_show_nothing(lesson, apart):
    assert two_readings.readings(lesson, apart, ["dates"]) is None
    assert two_readings.causes(lesson, apart.iloc[:0]) is None
    assert not two_readings.parted(lesson, apart, "dates")
    assert len(two_readings.parted(lesson, apart).spans) == 3


def test_causes_are_counted_and_the_most_frequent_stands_first(lesson, apart):
    shown = two_readings.causes(lesson, apart.iloc[::-1])
    *rows, counted = shown.text.splitlines()[2:]
    assert counted == "Counted: passages of each cause"
    assert [row.split(" | ")[:2] for row in rows] == [["MISSED.", "2"], ["OTHERWISE.", "1"]]
    assert rows[0].endswith("…[1] (reviewed: modal; machine: not marked)")


def test_the_scores_are_shown_with_what_they_count(lesson):
    scores = tables.agreement(lesson.corpus)
    shown = two_readings.layers_side_by_side(scores, lesson)
    lines = shown.text.splitlines()
    assert len(lines) == 2 + len(scores) + 1
    assert lines[-1].startswith("Counted: ")
    assert lines[2].startswith("zones (characters) | ")
    dates = scores.set_index("layer").loc["dates"]
    assert f"dates | {dates['reviewed']} | {dates['machine']} | {dates['found']} | " in shown.text
    assert f"| {dates['recall']:.2f} | {dates['alike']} (day)" in shown.text


def test_the_twins_are_one_pair_and_the_earlier_stands_first(pair):
    assert (pair.first, pair.second, pair.order.earlier) == (*TWINS[::-1], "first")
    assert 0.25 < pair.shared < 0.35


@pytest.mark.parametrize("ids", [["reset-button"], ["beijing-urges-seoul", "warming-fast"]])
def test_articles_of_their_own_are_no_versions(lesson, ids):
    assert versions.versions(lesson.corpus.select(articles=ids)) == []
    assert not versions.same_sentence(lesson, None)


def test_a_sentence_of_both_stands_in_both_word_for_word(lesson, pair):
    cited = versions.same_sentence(lesson, pair)
    assert sorted(cited.articles) == sorted(TWINS)
    assert len({lesson.corpus.text(span) for span in cited.spans}) == 1


def test_changed_sentences_stand_side_by_side_with_their_new_words_bold(lesson, pair):
    shown = versions.sentence_pairs(lesson, pair)
    row = next(line for line in shown.text.splitlines() if "Gallup Korea" in line)
    label, earlier, later = row.split(" | ")
    assert label == "reworded, split, softened"
    assert ", and 85% said they" in earlier and ". Around 85% said they" in later
    assert "<strong>Around</strong> 85% said" in shown.html
    assert re.search("<strong>reject</strong> that plan.*<strong>rejected</strong>", shown.html)
    # Another spelling is no new word, and a sentence without a counterpart is not all bold.
    assert "<strong>labor" not in shown.html
    assert '<td><q class="bare">Kishida has welcomed the labour' in shown.html


def test_every_sentence_of_both_is_counted_or_shown(lesson, pair):
    counted = versions.kinds_of_change(lesson, pair).text.splitlines()[2:-1]
    numbers = {line.split(" | ")[0]: int(line.split(" | ")[1]) for line in counted}
    kinds = ("same", "reworded", "retold", "cut", "added")
    assert sum(numbers[kind] for kind in kinds) == len(pair.changes)
    shown = versions.sentence_pairs(lesson, pair).text.splitlines()[2:]
    assert len(shown) == len(pair.changes) - numbers["same"]


def test_a_desk_sees_only_what_commits_more_or_less(lesson, pair):
    shown = versions.commitments(lesson, pair).text.splitlines()[2:]
    labels = [line.split(" | ")[0] for line in shown]
    assert labels and all(re.search("softened|firmed up|tense", label) for label in labels)


def test_the_reasons_name_the_articles_and_cite_them(lesson, pair):
    shown = versions.reasons(lesson, pair).text.splitlines()
    assert shown[1] == "Reason | Earlier would be | Weight"
    assert shown[2] == (
        "drop-trade-dispute expects what reset-button reports as done[1][2] | "
        "drop-trade-dispute | strong"
    )
    assert len(shown) == 2 + len(pair.order.reasons) + 1
    assert shown[-1].startswith("Counted: characters")


def test_the_chart_tells_in_words_what_it_draws(lesson):
    drawn = charts.agreement(lesson.corpus)
    scores = tables.agreement(lesson.corpus).set_index("layer")
    assert f"quotations: {scores.loc['quotations', 'alike']} read alike" in drawn.alt
    assert "zones" not in drawn.alt
    assert drawn == charts.agreement(lesson.corpus)


def test_nothing_to_compare_is_no_chart(lesson):
    assert charts.agreement(lesson.corpus.select(as_of=date(1900, 1, 1))) is None


def test_only_a_long_table_may_break_across_printed_pages(lesson, pair):
    assert '<div class="scroll long"' in versions.sentence_pairs(lesson, pair).html
    assert '<div class="scroll"' in versions.reasons(lesson, pair).html
