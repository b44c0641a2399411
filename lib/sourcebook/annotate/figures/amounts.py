"""Read one number with what it measures or counts: money, a unit, a noun."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from sourcebook.annotate.figures.ages import AGE, read_age
from sourcebook.annotate.figures.compounds import read_compound
from sourcebook.annotate.figures.counted import STOPS, Words, head_noun, is_plural, plural
from sourcebook.annotate.figures.labels import is_date_part
from sourcebook.annotate.figures.measure import Measure, inside, next_word
from sourcebook.annotate.figures.number_words import Number
from sourcebook.annotate.figures.shares import OF, first_noun, percent_of
from sourcebook.annotate.figures.units import CODES, Unit, read_symbol, read_unit

_NOT_COUNTED = frozenset("sides".split())
_BARE_BEFORE = frozenset(
    "killed killing kills injured injuring wounding wounded leaving left arrested detained "
    "kill injure hurts hurt leaves leave jails jailed charges charged arrests arrest "
    "totaled totalled reached reaching hit to from by numbered".split()
)
_TOLL = re.compile(r"\b(?:toll|number|total|figure|count|stood|put|estimated)\b[^.]{0,30}$")
_HOURS = re.compile(r"\b(?:at|from) [0-9]{1,2} (?:or|to) $")
_NAMERS = frozenset(
    "number numbers reference ref log code pin call called dial text ring extension box "
    "postcode id covid chapter verse psalm size catch plan version windows model bus tram train "
    "platform under-21 last first past next previous top is".split()
)
_FORECASTERS = frozenset("analysts economists experts forecasters".split())
_FORECAST = re.compile(r" (?:had |have |were )?(?:expect|forecast|predict|estimat|pencil)")
_COMPOUND = re.compile(r"-([a-z]{3,12})\b")
_TITLE_AFTER = re.compile(
    r" (?:Dead|Hurt|Killed|Injured|Wounded|Missing|Arrested|Held|Die|Charged)\b"
)
_BARE_AFTER = re.compile(
    r" (?:were|was|are|of|others?|dead|injured|wounded|missing|killed|died|more|have|had|trapped"
    r"|hurt|held|arrested|charged|jailed|feared|rescued|saved|drowned|shot|stabbed|evacuated)\b"
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
    below = _negative(text, begin)
    value = -number.value if below else number.value
    begin -= below
    if money:
        return Measure(begin, number.end, money.name, "money", value)
    before = words[at - 1][0].lower() if at else ""
    if before == "magnitude" and number.value < 11:
        return Measure(begin, number.end, "magnitude", "measure", value)
    if aged := read_age(text, number, before):
        return aged
    if age := AGE.match(text, number.end):
        return Measure(begin, age.end(), "years", "age", value)
    if value > 0 and (both := read_compound(text, number)):
        return both
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
    name = words[at][0][0].isupper() and inside(text, words, at) and before not in _BARE_BEFORE
    dead = _TITLE_AFTER.match(text, number.end)
    name = name and not dead
    if hyphen:
        return _read_compound(text, words, after, number)
    head = head_noun(text, words, after, number.end, one)
    if (number.value == 0 and head is None) or definite or name or _STREET.match(text, number.end):
        return None
    if head is not None and not (one and words[head][0].lower() == "case"):
        noun, _, end = words[head]
        low = noun.lower()
        if low in _FORECASTERS and _FORECAST.match(text, end):
            return Measure(number.start, number.end, "unknown", "bare", number.value)
        year = number.form == "digits" and 1900 <= number.value <= 2099
        capital = noun[0].isupper() and head - after > 1
        if low in _NOT_COUNTED or (year and low != "people") or capital:
            return None
        unit = plural(low) if noun.islower() else noun
        span = (words[after][1], end)
        return Measure(number.start, end, unit, "count", number.value, noun=span)
    if text[number.end : number.end + 1].isalpha():
        return None  # "the 14th", "3D"
    if one and before == "least":
        return Measure(number.start, number.end, "unknown", "bare", number.value)
    if text[number.start - 1 : number.start] in ("’", "'", "‘") and before in ("of", "in", "since"):
        return None  # "the summer of '67"
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
    if (
        dead
        or before in _BARE_BEFORE
        or _BARE_AFTER.match(text, number.end)
        or number.form == "grouped"
    ):
        return Measure(number.start, number.end, "unknown", "bare", number.value)
    kind = "loose" if _may_be_hour(text, number, before) else "bare"
    return Measure(number.start, number.end, "unknown", kind, number.value)


def _may_be_hour(text: str, number: Number, before: str) -> bool:
    """Tell what may be an hour or a mere name of a number from what counts something unnamed."""
    if before in ("or", "to") and at_hour(text, number.start):
        return True
    if before in (
        "at",
        "from",
        "until",
        "till",
        "before",
        "after",
        "since",
        "around",
        "past",
        "by",
    ):
        return number.value < 25 and not _TOLL.search(text, max(number.start - 40, 0), number.start)
    if text[number.end : number.end + 1] in ("(", "/", "#", "*", "_", "=") or not before:
        return True
    return before in _NAMERS or before[-1].isdigit() or number.value > 10**6


def at_hour(text: str, start: int) -> bool:
    """Tell whether the second of two hours begins here: "at 10 or", "from 9 to"."""
    return _HOURS.search(text, max(start - 16, 0), start) is not None


def _read_compound(text: str, words: Words, after: int, number: Number) -> Measure | None:
    """Read "10-member panel" or "three-judge bench": the word after the hyphen is counted."""
    match = _COMPOUND.match(text, number.end)
    if match is None or match[1] in STOPS or match[1] in ("way", "off", "time", "sided", "odd"):
        return None
    if match[1] == "plus":
        place = next_word(words, after, match.end())
        head = head_noun(text, words, place, match.end())
        noun = None if head is None else (words[place][1], words[head][2])
        unit = "unknown" if head is None else words[head][0]
        return Measure(number.start, match.end(), unit, "count", number.value, noun=noun)
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


def _negative(text: str, begin: int) -> int:
    """Tell how many characters before a number make it negative; 0 where it is not."""
    if text[max(begin - 6, 0) : begin].lower() == "minus ":
        return 0 if text[max(begin - 9, 0) : begin - 6] == "or " else 6
    return int(text[begin - 1 : begin] in ("-", "−") and not text[begin - 2 : begin - 1].strip())
