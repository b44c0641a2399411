"""Read shares of a whole, in per cent: "two-thirds of voters", "one in five", "half the seats"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.counted import STOPS, Words, head_noun
from sourcebook.annotate.figures.measure import Measure, next_word
from sourcebook.annotate.figures.number_words import (
    VALUES,
    Number,
    part,
    read_number,
    read_parts,
    share,
)
from sourcebook.annotate.figures.units import Unit, read_unit

_OUT_OF = re.compile(r" (?:in(?: every)?|out of(?: every)?) (?=[\w])")
OF = re.compile(
    r" of (?:all )?(?:(?:the|its|their|his|her|our|these|those) )?"
    r"(?:(?:last|first|past|next|previous|top) )?"
    rf"(?:(?:[0-9](?:[0-9,.]{{0,12}}[0-9])?|{'|'.join(VALUES)}) )?"
)
_BY = frozenset("by about nearly almost around than to roughly".split())


def read_share(text: str, words: Words, at: int, number: Number) -> Measure | None:
    """Read "two-thirds of voters", "one in five", "nine out of 10"."""
    below: Decimal | None
    if number.form == "words" and (found := read_parts(text, number)):
        below, end = found
        if text[end : end + 1] == "-":
            return None
    else:
        out_of = _OUT_OF.match(text, number.end)
        whole = read_number(text, out_of.end()) if out_of else None
        if whole is None or not 0 < number.value < whole.value or number.value > 100:
            return None
        if whole.form == "digits" and whole.value > 1000 and out_of and " in " in out_of.group():
            return None  # "three in 2023"
        if read_unit(text, whole.end):
            return None  # "two in three days"
        below, end = share(number.value, whole.value), whole.end
        head = head_noun(text, words, next_word(words, at, end), end)
        if head is not None:
            noun = (words[next_word(words, at, end)][1], words[head][2])
            unit = f"% of {words[head][0]}"
            return Measure(number.start, end, unit, "share", below, noun=noun)
    return Measure(number.start, end, _of_what(text, words, at, end), "share", below)


def read_part(text: str, words: Words, at: int) -> Measure | None:
    """Read "half of voters" or "a third of the seats"; None where the word is no share."""
    word, start, end = words[at]
    value = part(word.lower())
    before = words[at - 1][0].lower() if at else ""
    if value is None or before in ("first", "second", "the", "other", "this", "that", "last"):
        return None
    wide = text[end : end + 4]
    if before == "a" and wide != " of " and at > 1:
        follows = at + 1 < len(words) and text[end : words[at + 1][1]] == " "
        alone = words[at + 1][0].lower() in STOPS if follows else words[at - 2][0].lower() in _BY
        begin = words[at - 1][1]
        return Measure(begin, end, "%", "share", value) if alone else None
    if wide == " of " or (
        word.lower() == "half" and wide in (" the", " its", " his", " her", " all")
    ):
        begin = words[at - 1][1] if before == "a" else start
        return Measure(begin, end, _of_what(text, words, at, end), "share", value)
    return None


def percent_of(text: str, words: Words, at: int, unit: Unit, end: int) -> str:
    """Name what a percentage is of: "64% of respondents"; else the unit alone."""
    of = OF.match(text, end) if unit.name == "%" else None
    noun = of and first_noun(text, words, next_word(words, at, of.end()), of.end())
    return f"% of {words[noun][0]}" if noun else unit.name


def first_noun(text: str, words: Words, at: int, end: int) -> int | None:
    """Find the noun, in plural or singular, of a phrase that begins with word number `at`."""
    head = head_noun(text, words, at, end)
    if head is None and at < len(words) and words[at][1] == end and words[at][0].isalpha():
        low = words[at][0].lower()
        head = None if low in STOPS or low.endswith("ed") else at
    return head


def _of_what(text: str, words: Words, at: int, end: int) -> str:
    of = OF.match(text, end)
    noun = of and first_noun(text, words, next_word(words, at, of.end()), of.end())
    return f"% of {words[noun][0]}" if noun else "%"
