"""Read ages: "the 43-year-old", "aged 71", "Smith, 34,", "in his 40s"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.figures.labels import MONTHS
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import VALUES, Number

AGE = re.compile(r"[ -]years?[ -]olds?\b")
_AGE_ENDS = re.compile(r",|\)|\.(?=\s|$)|$| and from\b", re.MULTILINE)
_AGED_LIST = re.compile(rf"\baged(?: (?:[0-9]{{1,3}}|{'|'.join(VALUES)}),?){{0,4}}(?: and)? $")
_AGE_STOPS = re.compile(r"[,.;)]|$|\s(?:and|when|but|after|in|on|at the time|with)\b|\n")
_AGE_LEADS = frozenset("of was is at then now just only turned turns by".split())
_AGE_LEAD = re.compile(
    r"\b(?:ages? of|(?:he|she|i|who|they) (?:was|is)(?: just| only)?|, (?:then|now|just|only)"
    r"|(?:die[sd]|dead|retired?|orphaned|widowed) at|(?<!which )(?<!that )turn(?:ed|s)) $",
    re.IGNORECASE | re.ASCII,
)
_MID = re.compile(r"mid-([1-9]0)s", re.IGNORECASE)
_MORE_TENS = re.compile(r"\b(?:his|her|their) [1-9]0s(?:,| and| or| to) $")
_DECADE = re.compile(r"s\b")
_PERSONS = frozenset("girl boy baby toddler man woman son daughter mother father".split())
BEFORE_AGE = frozenset({"aged", "age", "ages"})


def read_age(text: str, number: Number, before: str) -> Measure | None:
    """Read an age in digits, `before` being the word before it in lower case."""
    value = number.value
    if number.form == "grouped" or not 0 < value < 120:
        return None
    if (
        before in BEFORE_AGE
        or _of_age(text, number, before)
        or _AGED_LIST.search(text, max(number.start - 24, 0), number.start)
    ):
        return Measure(number.start, number.end, "years", "age", value)
    if number.form == "words":
        return None
    if value % 10 == 0 and (
        before in ("his", "her", "their", "early", "mid", "late", "mid-")
        or _MORE_TENS.search(text, max(number.start - 24, 0), number.start)
    ):
        tens = _DECADE.match(text, number.end)
        return tens and Measure(number.start, tens.end(), "years", "age", low=value, high=value + 9)
    if text[number.start - 2 : number.start] == " (" and text[number.end : number.end + 1] == ")":
        grown = 14 < value < 106 and _follows_person(text, number.start, True)
        return Measure(number.start, number.end, "years", "age", value) if grown else None
    apart = text[number.start - 2 : number.start] == ", " and _AGE_ENDS.match(text, number.end)
    if apart and _follows_person(text, number.start, value > 4):
        return Measure(number.start, number.end, "years", "age", value)
    return None


def read_mid_age(text: str, words: Words, at: int) -> Measure | None:
    """Read "in his mid-40s"."""
    word, start, end = words[at]
    if not at or words[at - 1][0].lower() not in ("his", "her", "their"):
        return None
    tens = _MID.fullmatch(word)
    if tens is None:
        return None
    low = Decimal(tens[1])
    return Measure(start, end, "years", "age", low=low, high=low + 9)


def _of_age(text: str, number: Number, before: str) -> bool:
    """Tell whether words such as "at the age of", "when she was" or "dies at" lead to an age."""
    if before not in _AGE_LEADS or not _AGE_STOPS.match(text, number.end):
        return False
    return _AGE_LEAD.search(text, max(number.start - 24, 0), number.start) is not None


def _follows_person(text: str, start: int, grown: bool) -> bool:
    """Tell whether "girl" or the like, or the name of one who is `grown`, precedes the comma."""
    before = text[max(start - 32, 0) : start - 2].split()
    word = before[-1] if before else ""
    name = grown and word[:1].isupper() and word[-1:].isalpha() and word.lower() not in MONTHS
    return name or word in _PERSONS
