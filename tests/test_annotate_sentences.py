from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.annotate.sentences import find_sentences

MARKED = st.text(st.sampled_from(list("aZ09 .!?…\"'“”‘’()\n\r•-。」\ud800\0")), max_size=120)


def sentences(text: str, zones: list[tuple[int, int]] | None = None) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, zones or [])]


@pytest.mark.parametrize(
    "whole",
    [
        "Rep. Dana Wells met Prof. J. K. Oduya in St. Louis.",
        "The U.S. Senate passed bill No. 3 on Nov. 4 by 51 votes.",
        "Growth slowed to 3.5 percent, e.g. in Ohio.",
        "Gen. Ray Ortiz and Lt. Col. Ann Lee left at 5 p.m. on Friday.",
        "Kestrel Motors Inc. Chief Executive Birgit Olsen resigned.",
        "“Why now?” the farmer asked.",
        "“Is it safe?” Hargreaves asked.",
        "He waited… and waited.",
        "S. Sudan and D.R. Congo signed.",
    ],
)
def test_no_sentence_ends_inside(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell to 3. The bank acted.", ["It fell to 3.", "The bank acted."]),
        (
            "She lives in the U.S. The firm does not.",
            ["She lives in the U.S.", "The firm does not."],
        ),
        ("He left at 5 p.m. She stayed.", ["He left at 5 p.m.", "She stayed."]),
        ("“I came. I saw,” he said.", ["“I came.", "I saw,” he said."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("Was it? Yes! It was.", ["Was it?", "Yes!", "It was."]),
        ("She begged. ‘lol,’ he wrote.", ["She begged.", "‘lol,’ he wrote."]),
        ("(He did.) Then he left.", ["(He did.)", "Then he left."]),
        ("雨だ。風も強い。", ["雨だ。", "風も強い。"]),
        ("「行く。」雨だ。", ["「行く。」", "雨だ。"]),
        ("Storm hits\n\nIt rained", ["Storm hits", "It rained"]),
        ("Storm hits\nIt rained.\nIt blew.", ["Storm hits", "It rained.", "It blew."]),
        ("Sights:\n• the mill\n• the weir", ["Sights:", "• the mill", "• the weir"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_line_broken_at_a_width_does_not_end_a_sentence() -> None:
    text = "The storm that hit the coast on Sunday\ntore the roofs off forty houses."
    assert sentences(text) == [text]


def test_a_zone_is_never_crossed() -> None:
    text = "DENVER (AP) -- Snow fell. It melted."
    assert sentences(text, [(0, 14)]) == ["DENVER (AP) --", "Snow fell.", "It melted."]


@settings(deadline=None)
@given(
    MARKED | st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(61, 130)), max_size=2)
)
def test_sentences_are_in_order_and_inside(text: str, zones: list[tuple[int, int]]) -> None:
    found = find_sentences(text, zones)
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@pytest.mark.parametrize(
    "hostile", ["." * 200_000 + "x", '."' * 100_000, "A. B. " * 50_000, "。" * 99_999]
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    found = find_sentences(hostile, [])
    assert found[-1][1] == len(hostile.rstrip())
