import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.polling import margin_of_error


@pytest.mark.parametrize(
    ("share", "size", "confidence", "points"),
    [
        (50, 1000, 0.95, 3.1),  # the "plus or minus three points" of a thousand respondents
        (64, 1000, 0.95, 3.0),
        (85, 1000, 0.95, 2.2),
        (64, 1000, 0.99, 3.9),
        (64, 4000, 0.95, 1.5),
        (50, 1, 0.95, 98.0),
        (0, 1000, 0.95, 0.0),
        (100, 1000, 0.95, 0.0),
    ],
)
def test_half_the_width_in_percentage_points(share, size, confidence, points):
    assert round(margin_of_error(share, size, confidence), 1) == points


@pytest.mark.parametrize(
    ("share", "size", "confidence"),
    [
        (-1, 1000, 0.95),
        (101, 1000, 0.95),
        (64, 0, 0.95),
        (64, 1000, 0.0),
        (64, 1000, 1.0),
        (64, 1000, 95),
        (float("nan"), 1000, 0.95),
    ],
)
def test_values_out_of_bounds_are_refused_with_the_bounds(share, size, confidence):
    with pytest.raises(ValueError) as error:
        margin_of_error(share, size, confidence)
    assert str(error.value) == (
        f"share {share} must lie in 0–100, sample size {size} be at least 1 and confidence "
        f"{confidence} lie between 0 and 1"
    )


@given(st.floats(0, 100), st.integers(1, 10**6))
def test_four_times_the_sample_halves_the_margin(share, size):
    assert margin_of_error(share, 4 * size) == pytest.approx(margin_of_error(share, size) / 2)


@given(st.floats(0, 100), st.integers(1, 10**6))
def test_a_half_is_the_least_certain_share(share, size):
    assert margin_of_error(share, size) <= margin_of_error(50, size)
