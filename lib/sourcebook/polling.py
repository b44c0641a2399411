"""What a poll's size would say of its precision, if one knew the size."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist


def margin_of_error(share: float, sample_size: int, confidence: float = 0.95) -> float:
    """Return half the width of the confidence interval of a share, in percentage points.

    The normal approximation for a simple random sample (Cochran 1977, *Sampling Techniques*,
    ch. 3). Real polls weight and cluster, so theirs is wider.

    Parameters
    ----------
    share
        Share of respondents in per cent, 0 to 100.
    sample_size
        Number of respondents, at least 1.
    confidence
        Level of confidence, between 0 and 1.

    Raises
    ------
    ValueError
        If a value lies outside those bounds.

    Examples
    --------
    >>> round(margin_of_error(64, 1000), 1)
    3.0
    """
    if not 0 <= share <= 100 or sample_size < 1 or not 0 < confidence < 1:
        raise ValueError(
            f"share {share} must lie in 0–100, sample size {sample_size} be at least 1 and "
            f"confidence {confidence} lie between 0 and 1"
        )
    p = share / 100
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    return 100 * z * sqrt(p * (1 - p) / sample_size)
