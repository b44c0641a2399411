"""Read ages: "the 43-year-old", "aged 71", "Smith, 34,", "in his 40s"."""

from __future__ import annotations

import re

from sourcebook.annotate.figures.labels import MONTHS
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import VALUES, Number

AGE = re.compile(r"[ -]years?[ -]olds?\b")
_AGE_ENDS = re.compile(r",|\)|\.(?=\s|$)|$| and from\b", re.MULTILINE)
_AGED_LIST = re.compile(rf"\baged(?: (?:[0-9]{{1,3}}|{'|'.join(VALUES)}),?){{0,4}}(?: and)? $")
_DECADE = re.compile(r"s\b")
_PERSONS = frozenset("girl boy baby toddler man woman son daughter mother father".split())
BEFORE_AGE = frozenset({"aged", "age", "ages"})


def read_age(text: str, number: Number, before: str) -> Measure | None:
    """Read an age in digits, `before` being the word before it in lower case."""
    value = number.value
    if number.form == "grouped" or not 0 < value < 120:
        return None
    if before in BEFORE_AGE or _AGED_LIST.search(text, max(number.start - 24, 0), number.start):
        return Measure(number.start, number.end, "years", "age", value)
    if number.form == "words":
        return None
    if before in ("his", "her", "their", "early", "mid", "late", "mid-") and value % 10 == 0:
        tens = _DECADE.match(text, number.end)
        return tens and Measure(number.start, tens.end(), "years", "age", low=value, high=value + 9)
    apart = text[number.start - 2 : number.start] == ", " and _AGE_ENDS.match(text, number.end)
    if apart and _follows_person(text, number.start, value > 4):
        return Measure(number.start, number.end, "years", "age", value)
    return None


def _follows_person(text: str, start: int, grown: bool) -> bool:
    """Tell whether "girl" or the like, or the name of one who is `grown`, precedes the comma."""
    word = text[max(start - 32, 0) : start - 2].rpartition(" ")[2]
    name = grown and word[:1].isupper() and word[-1].isalpha() and word.lower() not in MONTHS
    return name or word in _PERSONS
