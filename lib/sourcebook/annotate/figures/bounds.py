"""Words that make a number a bound or a rough value: "at least", "almost", "around", "or so"."""

from __future__ import annotations

import re

from sourcebook.annotate.figures.counted import Words

_LISTED = {
    "low": "more than,over,at least,above,upwards of,upward of,in excess of,no fewer than,"
    "no less than,not less than,well over,well above,greater than,exceeding,a minimum of,"
    "just over,just above,a little over,slightly more than,far more than,well more than,"
    "north of,at a minimum,longer than,higher than,older than,larger than,"
    "comfortably over",
    "high": "less than,fewer than,under,below,almost,nearly,up to,at most,no more than,"
    "not more than,as many as,as much as,as long as,as high as,just under,just short of,just below,"
    "well under,well below,a maximum of,slightly less than,short of,lower than,shorter than,"
    "younger than,smaller than,no longer than,a little under,not quite",
    "rough": "about,around,some,roughly,approximately,an estimated,estimated,circa,close to,"
    "in the region of,more or less,an approximate,somewhere around,"
    "approx,an expected,a reported,perhaps,maybe,just about",
}
_BEFORE = {phrase: bound for bound, phrases in _LISTED.items() for phrase in phrases.split(",")}
_LAST = {phrase.rpartition(" ")[2] for phrase in _BEFORE}
_SPATIAL = frozenset({"over", "under", "above", "below"})
_AFTER = re.compile(
    r"(?: (or so|or thereabouts|or more|or over|and over|and above|and up|or less|or fewer"
    r"|or under|at least|at most|at the most)|-?(plus)|(\+))(?!\w)"
)
_BOUND_AFTER = {"or less": "high", "or fewer": "high", "or under": "high"} | {
    "at most": "high",
    "at the most": "high",
    "or so": "rough",
    "or thereabouts": "rough",
}


def bound_before(text: str, words: Words, first: int, kind: str) -> tuple[str, int] | None:
    """Find the hedge right before word number `first`.

    Returns ``low``, ``high`` or ``rough``, and the number of the word with which it begins; None
    where nothing hedges the figure. `kind` is the kind of figure: "over three days" says how
    long, not that it was longer.
    """
    if not first or words[first - 1][0].lower() not in _LAST:
        return None
    for length in (4, 3, 2, 1):
        at = first - length
        if at < 0:
            continue
        phrase = " ".join(word for word, _, _ in words[at:first]).lower()
        bound = _BEFORE.get(phrase)
        if bound is None or text[words[at][1] : words[first - 1][2]].lower() != phrase:
            continue
        if phrase in _SPATIAL and kind == "time" and not _spans_more(words, at):
            return None
        return bound, at
    return None


def _spans_more(words: Words, at: int) -> bool:
    """Tell "for over 20 years" and "well over" from "over three days"."""
    return at > 0 and words[at - 1][0].lower() in (
        *("for", "is", "was", "took", "lasted", "just", "in"),
    )


def bound_after(text: str, end: int) -> tuple[str, int] | None:
    """Find the hedge right after a figure that ends at `end`: its bound, and where it ends.

    Examples
    --------
    >>> bound_after("ten years or so ago", 9)
    ('rough', 15)
    """
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return _BOUND_AFTER.get(match[1] or "", "low"), match.end()
