import pytest

from sourcebook.errors import InvalidKit, Problem, SourcebookError, UnknownName, name_the_choices


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "reset-buton",
            "no article 'reset-buton'; did you mean 'reset-button'? "
            "Valid: reset-button, warming-fast",
        ),
        ("zzz", "no article 'zzz'. Valid: reset-button, warming-fast"),
        ("", "no article ''. Valid: reset-button, warming-fast"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_names_there_are(given, message):
    assert name_the_choices(given, ["warming-fast", "reset-button"], "article") == message


def test_no_choice_at_all_is_said_too():
    assert name_the_choices("x", [], "topic") == "no topic 'x'. Valid: (none)"


def test_a_problem_reads_as_file_place_rule_and_remedy():
    problem = Problem("corpus/catalog.toml", "[reset-button]", "no sha256", "add it")
    assert str(problem) == "corpus/catalog.toml, [reset-button]: no sha256\n    remedy: add it"


def test_all_problems_stand_in_one_message():
    problems = [Problem("a.csv", "row 2", "is wrong", "mend it"), Problem("b", "c", "d", "e")]
    error = InvalidKit(iter(problems))
    assert error.problems == tuple(problems)
    assert str(error) == (
        "2 problems\na.csv, row 2: is wrong\n    remedy: mend it\nb, c: d\n    remedy: e"
    )
    assert str(InvalidKit(problems[:1])).startswith("1 problem\n")


@pytest.mark.parametrize("kind", [InvalidKit, UnknownName])
def test_everything_raised_on_purpose_has_one_root(kind):
    assert issubclass(kind, SourcebookError)
