"""Any text, however odd or hostile, yields sound figures in linear time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.annotate.figures import find_figures
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation


def figures(text: str) -> list[Annotation]:
    return find_figures(Page(text, given_zones=[]), [])


PIECES = st.sampled_from(
    "1 12 1,200 0.5 45 1910-45 2019 two Two twenty-one hundred thousand million bn m k % per cent "
    "percent dozens half a third of in out to from between and or - – , . : / $ £ US$ aged 34, "
    "years year-old -year-old people votes won 3-1 No. about least at the than more less No "
    "twice trilateral summit fourth-largest decades-old ( ) \n \ud800 \x00 “ ½ ² ٣ ".split(" ")
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_yields_sound_figures(text: str) -> None:
    found = figures(text)
    cursor = 0
    for figure in found:
        assert cursor <= figure.start < figure.end <= len(text)
        assert figure.quote == text[figure.start : figure.end]
        cursor = figure.end
        ends = [figure[name] for name in ("value", "low", "high")]
        assert any(ends) and not (ends[0] and any(ends[1:]))
        assert all("E" not in end and Decimal(end).is_finite() for end in ends if end)
        assert figure["unit"] and figure["quantifies"]


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1 ", "1-", "one ", "two-", "hundred ", "$", "a third of ", "at least ", "aged 1, ",
     "A 1 ", "1 to ", "more than a ", "1 B ", "won 1-", "Smith, 34, ", "1ft ", "2 hours 3 ",
     "7% to ", "of 5 ", "in his 20s and "],
)  # fmt: skip
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(figure.end <= len(text) for figure in figures(text))
