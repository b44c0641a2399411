from datetime import date

import pytest

from sourcebook.handouts.parameters import read_parameters

CELL = """\
from datetime import date
from typing import Literal

from sourcebook.lesson import Audience

articles: list[str] = []  # ids of the articles
as_of: date = date(2023, 3, 31)  # the day
audience: Audience = "classroom"  # who reads
size: int | None = None  # respondents
share: float = 0.5  # a part
size_word: Literal["small", "large"] = "small"  # how big
"""


def test_every_parameter_has_kind_default_and_help():
    found = read_parameters(CELL)
    assert {name: (p.kind, p.optional, p.default) for name, p in found.items()} == {
        "articles": ("list[str]", False, []),
        "as_of": ("date", False, "2023-03-31"),
        "audience": ("choice", False, "classroom"),
        "size": ("int", True, None),
        "share": ("float", False, 0.5),
        "size_word": ("choice", False, "small"),
    }
    assert found["audience"].choices == ("classroom", "teacher", "self-study", "briefing")
    assert found["size_word"].choices == ("small", "large")
    assert found["articles"].help == "ids of the articles"


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("as_of", date(2020, 12, 31), "2020-12-31"),
        ("as_of", "2020-12-31", "2020-12-31"),
        ("size", 1000, 1000),
        ("size", None, None),
        ("share", 1, 1),
        ("articles", ["reset-button"], ["reset-button"]),
    ],
)
def test_fitting_values_are_read(name, given, read):
    assert read_parameters(CELL)[name].read(given) == read


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("as_of", "2023-02-30", "as_of = '2023-02-30': must be a date written YYYY-MM-DD"),
        ("as_of", "20230316", "as_of = '20230316': must be a date written YYYY-MM-DD"),
        (
            "audience",
            "student",
            "audience = 'student': must be one of classroom, teacher, self-study, briefing",
        ),
        ("size", 10.5, "size = 10.5: must be a whole number or nothing"),
        ("size", True, "size = True: must be a whole number or nothing"),
        ("articles", "reset-button", "articles = 'reset-button': must be a list of texts"),
        ("articles", [1], "articles = [1]: must be a list of texts"),
        ("share", "half", "share = 'half': must be a number"),
    ],
)
def test_other_values_are_refused_with_what_is_wanted(name, given, message):
    with pytest.raises(ValueError) as error:
        read_parameters(CELL)[name].read(given)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "unseen", ["\n", "\t", "\x00", "\x1b[31m", "\x7f", "\x85", "\u202e", "\u2066", "\u2069"]
)
def test_characters_that_cannot_be_seen_are_refused(unseen):
    [parameter] = read_parameters('prepared_for: str = ""  # whom to name').values()
    name = f"Ada{unseen}Marsh"
    with pytest.raises(ValueError) as error:
        parameter.read(name)
    assert str(error.value) == f"prepared_for = {name!r}: holds characters that cannot be seen"
    assert parameter.read("Ådá “Marsh” 마시 & <co>") == "Ådá “Marsh” 마시 & <co>"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("count = 3  # how many", "line 1: not written as name: type = default  # help"),
        ("count: int = 3", "line 1: count has no comment saying what it is for"),
        ("count: int  # how many", "line 1: count has no default"),
        ("count: int = 'x'  # how many", "count = 'x': must be a whole number"),
        ("\ncount: int = (  # how many", "line 2: '(' was never closed"),
        ("import os\nos.remove('x')", "line 2: not written as name: type = default  # help"),
        ("day: date = date('x')  # d", "date('x') is not a plain value of that type"),
        (
            "day: date = date(2023, 2, 30)  # d",
            "date(2023, 2, 30) is not a plain value of that type",
        ),
        ("day: date = date()  # d", "date() is not a plain value of that type"),
        ("size: Literal[1, 2] = 1  # s", "size: the choices of a Literal must be texts"),
        ("size: Literal['a', 2] = 'a'  # s", "size: the choices of a Literal must be texts"),
        ("size: Literal['a'] = 'b'  # s", "size = 'b': must be one of a"),
    ],
)
def test_a_line_that_is_no_declaration_is_refused(cell, message):
    with pytest.raises(ValueError) as error:
        read_parameters(cell)
    assert str(error.value) == message


def test_an_unknown_type_names_the_valid_ones():
    with pytest.raises(ValueError, match=r"count: no parameter type 'integer'.*Valid: .*int"):
        read_parameters("count: integer = 3  # how many")


def test_a_default_is_never_run():
    with pytest.raises(ValueError):
        read_parameters("count: int = open('stolen', 'w')  # how many")
