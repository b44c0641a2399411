"""Read one number with what it measures or counts: money, a unit, a noun."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from sourcebook.annotate.figures.ages import AGE, read_age
from sourcebook.annotate.figures.counted import STOPS, Words, head_noun, is_plural, plural
from sourcebook.annotate.figures.labels import is_date_part
from sourcebook.annotate.figures.measure import Measure, inside, next_word
from sourcebook.annotate.figures.number_words import Number
from sourcebook.annotate.figures.shares import OF, first_noun, percent_of
from sourcebook.annotate.figures.units import CODES, Unit, read_symbol, read_unit

_NOT_COUNTED = frozenset("sides".split())
_BARE_BEFORE = frozenset(
    "killed killing kills injured injuring wounding wounded leaving left arrested detained "
    "totaled totalled reached reaching hit to from by numbered".split()
)
_COMPOUND = re.compile(r"-([a-z]{3,12})\b")
_BARE_AFTER = re.compile(
    r" (?:were|was|are|of|others?|dead|injured|wounded|missing|killed|died|more|have|had)\b"
)
_DEFINITE = frozenset("the these those our other both all same".split())
_STREET = re.compile(
    r" (?:[A-Z][\w’'.]*,? ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd)\b"
)


def read_single(
    text: str, words: Words, at: int, number: Number, begin: int, money: Unit | None
) -> Measure | None:
    """Read a number that is no end of a range; None where it measures and counts nothing.

    `begin` is where its currency sign begins, `money` the currency. A measure of kind ``loose`` is
    a figure only where it is hedged.
    """
    value = -number.value if _negative(text, begin) else number.value
    begin -= value < 0
    if money:
        return Measure(begin, number.end, money.name, "money", value)
    before = words[at - 1][0].lower() if at else ""
    if before == "magnitude" and number.value < 11:
        return Measure(begin, number.end, "magnitude", "measure", value)
    if aged := read_age(text, number, before):
        return aged
    if age := AGE.match(text, number.end):
        return Measure(begin, age.end(), "years", "age", value)
    whole = replace(number, scale=Decimal(1), short=False) if number.short else number
    if unit := _unit(text, words, at, number):
        of = percent_of(text, words, at, unit[0], unit[1])
        amount = whole.value if unit[1] == number.end else value
        return Measure(begin, unit[1], of, unit[0].kind, amount)
    if is_date_part(text, words, at, number):
        return None
    return _read_count(text, words, at, whole if not number.short else number, before)


def read_currency(text: str, words: Words, at: int) -> tuple[int, Unit | None]:
    """Read the currency before word number `at`: where it begins, and what it is, if any."""
    start = words[at][1]
    if start and (sign := read_symbol(text, start)):
        return sign[1], Unit(sign[0], "money")
    if at:
        code, first, end = words[at - 1]
        if code in CODES and text[end:start] in (" ", ". ", "."):
            return first, Unit(CODES[code], "money")
    return start, None


def _unit(text: str, words: Words, at: int, number: Number) -> tuple[Unit, int] | None:
    """Read the unit after a number, where it can be one there."""
    if number.short and text[number.end - 1] == "m" and _is_length(text, words, at, number):
        return Unit("metres", "measure"), number.end
    found = read_unit(text, number.end)
    if found is None:
        return None
    unit, end, join = found
    word = text[number.end : end].strip(" -\u00a0")
    if word == "won" and number.form == "words":
        return None  # "Three won medals"
    if unit.kind == "time" and number.value == 1 and join == " ":
        return (unit, end) if word in ("year", "hour", "minute", "month", "week") else None
    if unit.kind == "times" and number.value == 1:
        return None
    return unit, end


def _read_count(text: str, words: Words, at: int, number: Number, before: str) -> Measure | None:
    after = next_word(words, at, number.end)
    one = number.value == 1
    hyphen = text[number.end : number.end + 1] == "-"
    definite = before in _DEFINITE and number.value <= 10
    name = words[at][0][0].isupper() and inside(text, words, at)
    if hyphen:
        return _read_compound(text, words, after, number)
    head = head_noun(text, words, after, number.end, one)
    if number.value == 0 or definite or name or _STREET.match(text, number.end):
        return None
    if head is not None and not (one and words[head][0].lower() == "case"):
        noun, _, end = words[head]
        low = noun.lower()
        year = number.form == "digits" and 1900 <= number.value <= 2099
        capital = noun[0].isupper() and head - after > 1
        if low in _NOT_COUNTED or (year and low != "people") or capital:
            return None
        unit = plural(low) if noun.islower() else noun
        span = (words[after][1], end)
        return Measure(number.start, end, unit, "count", number.value, noun=span)
    if one or (number.form == "digits" and 1900 <= number.value <= 2099):
        return None
    of = OF.match(text, number.end)
    if of and (inner := first_noun(text, words, next_word(words, at, of.end()), of.end())):
        place = inner
        span = (words[place][1], words[place][2])
        unit = words[place][0]
        return Measure(number.start, number.end, unit, "count", number.value, noun=span)
    if number.form == "grouped" and before == "at" and number.value < 24 and number.scale == 1:
        return None  # "at 14.30"
    if number.short and text[number.end - 1] in "kK":
        return None  # "a 10k"
    if before == "to" and at > 1 and words[at - 2][0][-1].isdigit():
        return None  # "by 544 to 312"
    if before in _BARE_BEFORE or _BARE_AFTER.match(text, number.end) or number.form == "grouped":
        return Measure(number.start, number.end, "unknown", "bare", number.value)
    return Measure(number.start, number.end, "unknown", "loose", number.value)


def _read_compound(text: str, words: Words, after: int, number: Number) -> Measure | None:
    """Read "10-member panel" or "three-judge bench": the word after the hyphen is counted."""
    match = _COMPOUND.match(text, number.end)
    if match is None or match[1] in STOPS or match[1] in ("way", "off", "time", "sided", "odd"):
        return None
    unit = "people" if match[1] == "strong" else plural(match[1])
    return Measure(
        number.start, match.end(), unit, "count", number.value, noun=(match.start(1), match.end(1))
    )


def _is_length(text: str, words: Words, at: int, number: Number) -> bool:
    """Tell metres from millions: "a 100m track" from "3m cars" and "stood at 7.2m"."""
    after = next_word(words, at, number.end)
    head = head_noun(text, words, after, number.end)
    if head is not None and is_plural(words[head][0].lower()):
        return False
    whole = number.amount == number.amount.to_integral_value()
    goes_on = after < len(words) and text[number.end : words[after][1]] == " "
    return whole or (goes_on and words[after][0].lower() not in STOPS)


def _negative(text: str, begin: int) -> bool:
    return text[begin - 1 : begin] in ("-", "−") and not text[begin - 2 : begin - 1].strip()
