"""Find figures: shares, money, counts, ranks, spans of time and ranges, with what they quantify."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sourcebook.annotate.figures.ages import read_mid_age
from sourcebook.annotate.figures.bounds import bound_after, bound_before
from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import ORDINALS, VALUES, part, plain
from sourcebook.annotate.figures.quantified import quantified
from sourcebook.annotate.figures.ranges import read_measure
from sourcebook.annotate.figures.ranks import read_rank
from sourcebook.annotate.figures.shares import read_part
from sourcebook.annotate.figures.word_figures import (
    GROUPS,
    LONE_SCALES,
    LONE_SPANS,
    MULTIPLES,
    MULTITUDES,
    SPANS,
    TO_MULTIPLY,
    read_word_figure,
)
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation

_NUMBERS = frozenset(VALUES)
_PARTS = frozenset("half third thirds quarter quarters fifth fifths sixth eighth tenth".split())
_OWN = frozenset(
    [*MULTIPLES, *GROUPS, *MULTITUDES, *LONE_SCALES, *LONE_SPANS, *ORDINALS, *TO_MULTIPLY, "tens"]
)
_CUES = _NUMBERS | _PARTS | _OWN
# Written both ways, so that no word of a text needs to be lowered.
_CUES_WRITTEN = (
    _CUES | {cue.capitalize() for cue in _CUES} | {cue.upper() for cue in _CUES} | {"No"}
)
_JOINED = _CUES | set(SPANS) | {"mid"}
_SEASONS = frozenset("summers winters springs autumns seasons weekends evenings".split())
_SIGNED = {"<": ("<", "high"), ">": (">", "low"), "≤": ("≤", "high"), "≥": ("≥", "low")}
_IN_DATES = frozenset({"time", "age", "years", "money", "percent", "share", "streak", "group"})


def find_figures(page: Page, dates: Sequence[Annotation]) -> list[Annotation]:
    """Find every figure of a page, in order of position.

    The attributes of each are `value`, or `low` and `high` where a range or a bound is given, in
    plain decimal digits; `unit`; `hedge`, the words that make it a bound or a rough value;
    `quantifies`, the words of the text that say what is measured, or ``unknown``; and `figure`
    and `source`, both ``unknown``, `period` and `missing`, both empty. A number within one of
    `dates` counts only where it is a span of time, an age, money or a share.

    "At least" sets `low`, "almost" sets `high`, "around" sets `value`; "hundreds" is read as 200
    or more. A share ("a third") is a decimal of at most four digits. A score or a vote ("3-1") is
    two figures, one for each side. The unit of a percentage is ``% of respondents`` where the noun
    follows, else ``%``; that of a count is its noun, or ``unknown``.

    Examples
    --------
    >>> page = Page("At least 12 miners died. Exports rose 3.2 percent to $1.4 billion.")
    >>> for figure in find_figures(page, []):
    ...     print(figure.quote, "|", figure["value"], figure["low"], figure["unit"])
    At least 12 miners |  12 miners
    3.2 percent | 3.2  %
    $1.4 billion | 1400000000  dollars ($)
    """
    text, words = page.text, page.words
    spans = iter(sorted((date.start, date.end) for date in dates))
    span = next(spans, None)
    found: list[Annotation] = []
    cursor = 0
    for at in _candidates(words):
        start = words[at][1]
        if start < cursor or page.in_furniture(start):
            continue
        while span and span[1] <= start:
            span = next(spans, None)
        dated = span is not None and span[0] <= start
        for measure in _read(text, words, at):
            if dated and measure.kind not in _IN_DATES:
                continue
            if figure := _hedged(text, words, measure, at):
                found.append(_mark(page, words, figure, at))
                cursor = figure[0].end
    return found


def _candidates(words: Words) -> Iterator[int]:
    for at, (word, _, _) in enumerate(words):
        if (
            word in _CUES_WRITTEN
            or word[0] in "0123456789"
            or ("-" in word and word.partition("-")[0].lower() in _JOINED)
        ):
            yield at


def _read(text: str, words: Words, at: int) -> list[Measure]:
    word = words[at][0]
    first = word.lower().partition("-")[0]
    if word == "No" or word.lower() in GROUPS:
        own = read_rank(text, words, at) if word == "No" else read_word_figure(text, words, at)
        return [own] if own else []
    if word[0] in "0123456789" or first in _NUMBERS:
        rank = read_rank(text, words, at) if word[0] in "0123456789" else None
        return [rank] if rank else read_measure(text, words, at)
    one = read_word_figure(text, words, at) if first in _OWN or first in SPANS else None
    if one is None and part(word.lower()) is not None:
        one = read_part(text, words, at)
    if first == "mid":
        one = read_mid_age(text, words, at)
    if one is None and first in ORDINALS:
        one = read_rank(text, words, at)
    return [one] if one else []


def _hedged(text: str, words: Words, measure: Measure, at: int) -> tuple[Measure, str] | None:
    """Widen a measure by its hedge and turn a bound's value into a lower or upper end."""
    first = at
    while first and words[first - 1][1] >= measure.start:
        first -= 1
    while words[first][1] < measure.start and first < at:
        first += 1
    hedge, bound = "", ""
    spans = "time" if measure.unit in _SEASONS else measure.kind
    if before := bound_before(text, words, first, spans):
        bound, place = before
        hedge = text[words[place][1] : words[first - 1][2]]
        measure = replace(measure, start=words[place][1])
    elif sign := _SIGNED.get(text[max(measure.start - 2, 0) : measure.start].strip()):
        hedge, bound = sign
    elif text[measure.start : measure.end].endswith("-plus"):
        hedge, bound = "plus", "low"
    elif "+" in text[measure.start : measure.end]:
        hedge = "+"
    elif after := bound_after(text, measure.end):
        bound, end = after
        hedge = text[measure.end : end].strip(" -")
        measure = replace(measure, end=end)
    if measure.kind == "loose" and not hedge:
        return None
    if measure.value is not None and bound == "low":
        measure = replace(measure, value=None, low=measure.value)
    elif measure.value is not None and bound == "high":
        measure = replace(measure, value=None, high=measure.value)
    return measure, hedge


def _mark(page: Page, words: Words, figure: tuple[Measure, str], at: int) -> Annotation:
    measure, hedge = figure
    attributes = {
        "figure": "unknown",
        "value": _written(measure.value),
        "low": _written(measure.low),
        "high": _written(measure.high),
        "unit": measure.unit,
        "hedge": hedge,
        "quantifies": quantified(page, words, measure, at),
        "period": "",
        "source": "unknown",
        "missing": "",
    }
    return page.mark("figures", measure.start, measure.end, attributes, "rule:figures")


def _written(number: Decimal | None) -> str:
    return "" if number is None else plain(number)
