"""Read what begins with a number: one measure, the two ends of a range, or a score."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from sourcebook.annotate.figures.ages import AGE, BEFORE_AGE
from sourcebook.annotate.figures.amounts import read_currency, read_single
from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.figures.labels import is_label
from sourcebook.annotate.figures.measure import Measure, word_at
from sourcebook.annotate.figures.number_words import Number, read_number
from sourcebook.annotate.figures.shares import read_share
from sourcebook.annotate.figures.units import SYMBOLS, Unit, read_unit

_YEARS = re.compile(r"(1[0-9]{3}|20[0-9]{2})[-–]([0-9]{4}|[0-9]{2})(?![\w-])")
_SEASON = re.compile(r" (?:season|campaign|term|(?:school|academic|financial|fiscal|tax) year)")
_JOIN = re.compile(r"\s?[-–]\s?|\s(?:to|or|and)\s")
_SCORE_AFTER = re.compile(
    r" (?:win|victory|defeat|loss|draw|lead|vote|thrashing|ruling|decision|majority|series|rout|"
    r"aggregate|to|away|at|over|in|against|[A-Z])"
)
_SCORE_BEFORE = frozenset(
    "won win wins beat beats lost lose loses drew draw lead leads led leading victory defeat vote "
    "beating edged edging thrashed hammered routed downed overcame stunned crushed sank ahead "
    "behind aggregate down up draws champions level "
    "voted votes defeated by beaten trailed trailing score scored tied ruled 2-1".split()
)
_SCORE_STOP = re.compile(r"[.,;:)]|$| (?:with|on|after|before|and|but|when|as|thanks|by)\b")
_CHANGES = frozenset("rose fell gained lost climbed dropped added shed up down jumped slid".split())


def read_measure(text: str, words: Words, at: int) -> list[Measure]:
    """Read the measurement whose number begins at word number `at`; empty where none does.

    A score or a vote ("3-1") gives two, one for each number.
    """
    _, start, _ = words[at]
    number = read_number(text, start)
    if number and (years := _read_years(text, number)):
        return [years]
    if number is None:
        return []
    join = _JOIN.match(text, number.end)
    other = _other_end(text, join, number) if join else None
    dash = join is not None and join.group() in ("-", "–")
    if is_label(text, words, at, number):
        if not other or not dash:
            return []
        if not read_unit(text, other.end):
            return _read_score(text, words, at, number, other)
    if shared := read_share(text, words, at, number):
        return [shared]
    begin, money = read_currency(text, words, at)
    if join and other and join.group() == " to " and _is_vote(words, at):
        return [
            Measure(side.start, side.end, "votes", "score", side.value) for side in (number, other)
        ]
    if not join and not money and (united := _read_united(text, words, at, number)):
        return [united]
    if join and other:
        spread = _read_range(text, words, at, number, join.group().strip(), other, begin, money)
        if spread:
            return [spread]
        if money is None and dash:
            return _read_score(text, words, at, number, other)
    one = _read_plus(text, words, at, number, begin, money)
    return [one] if one else []


def _is_vote(words: Words, at: int) -> bool:
    """Tell whether "voted" or "passed by" leads to word number `at`."""
    before = [word.lower() for word, _, _ in words[max(at - 2, 0) : at]]
    return bool(before) and (
        before[-1] in ("voted", "vote")
        or (before[-1] in ("by", "of") and before[0] in ("voted", "vote", "passed", "approved"))
    )


def _read_united(text: str, words: Words, at: int, number: Number) -> Measure | None:
    """Read a range that names its unit twice: "between 7% and 8%", "10km to 15km"."""
    unit = read_unit(text, number.end)
    join = _JOIN.match(text, unit[1]) if unit else None
    other = read_number(text, join.end()) if join else None
    if not unit or not join or not other or join.group() == " or ":
        return None
    again = read_unit(text, other.end)
    before = words[at - 1][0].lower() if at else ""
    if not again or again[0] != unit[0] or number.value >= other.value:
        return None
    if (join.group() == " and ") != (before == "between") or before in _CHANGES or before == "from":
        return None
    begin = words[at - 1][1] if before == "between" else number.start
    name, kind = unit[0].name, unit[0].kind
    return Measure(begin, again[1], name, kind, low=number.value, high=other.value)


def _read_plus(
    text: str, words: Words, at: int, number: Number, begin: int, money: Unit | None
) -> Measure | None:
    """Read one measure; in "100+ people" the sign makes the number a lower bound."""
    if text[number.end : number.end + 1] != "+":
        return read_single(text, words, at, number, begin, money)
    one = read_single(text, words, at, replace(number, end=number.end + 1), begin, money)
    return one and replace(one, value=None, low=one.value)


def _read_range(
    text: str,
    words: Words,
    at: int,
    number: Number,
    join: str,
    other: Number,
    begin: int,
    money: Unit | None,
) -> Measure | None:
    """Read two numbers as the ends of one range; None where they are two figures."""
    before = words[at - 1][0].lower() if at else ""
    between, apart = before == "between", before == "from"
    low, high = number.value, other.value
    if number.scale == 1 and number.amount < other.amount:
        low = number.amount * other.scale
    if low >= high or (join == "and" and not between) or (join == "or" and high > low + 10):
        return None
    if join == "to" and before in _CHANGES and text[other.start - 1] in SYMBOLS:
        return None  # "rose $1.20 to $84.50"
    if join == "or" and number.form != other.form:
        return None
    if apart and words[at - 2][0].lower() not in (
        "ranging",
        "ranged",
        "range",
        "ranges",
        "anywhere",
    ):
        return None
    last = word_at(words, at, other.start)
    if between or apart:
        begin = words[at - 1][1]
    if money:
        return Measure(begin, other.end, money.name, "money", low=low, high=high)
    if age := AGE.match(text, other.end):
        return Measure(begin, age.end(), "years", "age", low=low, high=high)
    if before in BEFORE_AGE or (between and at > 1 and words[at - 2][0].lower() in BEFORE_AGE):
        return Measure(begin, other.end, "years", "age", low=low, high=high)
    one = read_single(text, words, last, other, other.start, None)
    if one is None or (one.kind in ("bare", "loose") and not between) or before == "over":
        return None
    if one.kind == "count" and join == "to" and before in _SCORE_BEFORE:
        return None
    kind = "bare" if one.kind == "loose" else one.kind
    return replace(one, start=begin, kind=kind, value=None, low=low, high=high)


def _other_end(text: str, join: re.Match[str], number: Number) -> Number | None:
    at = join.end()
    if text[at : at + 1] in SYMBOLS:
        at += 1
    return read_number(text, at)


def _read_years(text: str, number: Number) -> Measure | None:
    """Read "1910-45" as a first and a last year."""
    match = _YEARS.match(text, number.start)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if not first + 1 < last < 2101 or _SEASON.match(text, match.end()):
        return None
    low, high = Decimal(first), Decimal(last)
    return Measure(number.start, match.end(), "calendar year", "years", low=low, high=high)


def _read_score(text: str, words: Words, at: int, number: Number, other: Number) -> list[Measure]:
    """Read "3-1" as two figures, since it is no range: each side has its number."""
    before = {word.lower() for word, _, _ in words[max(at - 3, 0) : at]}
    after = text[other.end : other.end + 1]
    if number.form != "digits" or other.form != "digits" or max(number.value, other.value) > 700:
        return []
    named = at and words[at - 1][0][0].isupper() and max(number.value, other.value) < 100
    small = max(number.value, other.value) < 31 and _SCORE_STOP.match(text, other.end)
    if (
        not before & _SCORE_BEFORE
        and not named
        and not small
        and not _SCORE_AFTER.match(text, other.end)
    ):
        return []
    if after in ("-", "–", "/"):
        return []
    vote = before & {"vote", "votes", "voted"} or text[other.end : other.end + 5] == " vote"
    unit = "votes" if vote else "score"
    return [Measure(side.start, side.end, unit, "score", side.value) for side in (number, other)]
