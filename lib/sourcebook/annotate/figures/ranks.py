"""Read places in an order: "fourth-largest", "ranked 12th", "the second defendant", "No. 1"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.counted import STOPS, Words, plural
from sourcebook.annotate.figures.labels import MONTHS
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import ORDINALS

_NTH = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)\b")
_SUPERLATIVE = re.compile(
    r"[ -](?:(?:most|least)[ -][a-z]{2,14}|best|worst|[a-z]{2,10}[^aeiou\W]est|[a-z]{2,10}iest)\b"
)
_NOT_SUPERLATIVE = frozenset("interest forest harvest request protest contest guest quest".split())
_PLACE = re.compile(r"-(?:placed?|ranked|seeded|tier)\b")
_STREAK = re.compile(r" (?:straight|consecutive|successive) ([a-z]{3,12})\b")
_NUMBERED = re.compile(r"No\.? ?([0-9]{1,3})(?![0-9])")
_RANKED = frozenset("ranked the a world seed seeded world's world’s as our their its".split())
_NOUN_AFTER = re.compile(
    r"(?: or [0-9]+)? (?:seed|ranked|ranking|spot|side|team|player|single|song|in the)"
)
_ELSEWHERE = re.compile(r" (?:to\b|in (?!the |a |his |her |their )[a-z])")
_OF_RACE = re.compile(r" in the [0-9]")
_LAST_SEASON = re.compile(r" (?:last|this) (?:season|year|time|term)\b")
_TIMES = re.compile(r" time\b")
_PLACED = frozenset(
    "ranked ranks rank finished finishing finish placed came come comes seeded lies lie stay stays "
    "stayed sit sits sat remain remains remained up down climbed dropped slipped".split()
)
_AFTER = re.compile(r" ([A-Z]?[a-z]{3,15})(?![\w-])")
_SINCE = re.compile(
    r" (?:and (?:final|last)|since|in (?:as many|[0-9]|a\b)"
    r"|this (?:year|month|week|season|summer))\b"
)
_OF = re.compile(r" of (?:the )?[a-z0-9]")
_LEADS = frozenset(
    "the a his her its their our my this that for in on and or another no every wins win seeks "
    "won lost over after with as to".split()
)
_NO_PLACE = frozenset(
    "quarter quarters half halves century centuries decade thought thoughts hand party "
    "parties world home homes nature person wind place largest amendment ones one "
    "last next ago later per before after earlier apart long delay".split()
)
"""Words after which an ordinal is a share, a date or part of a set phrase: "the second half"."""


def read_rank(text: str, words: Words, at: int) -> Measure | None:
    """Read "fourth-largest", "ranked 12th", "a third straight win", "the second defendant"."""
    word, start, end = words[at]
    if word == "No":
        return _numbered(text, at, words)
    low = word.lower().partition("-")[0]
    digits = _NTH.match(low)
    value = int(digits[1]) if digits else ORDINALS.get(low)
    if value is None:
        return None
    stop = start + len(low)
    if (best := _SUPERLATIVE.match(text, stop)) and best.group()[1:] not in _NOT_SUPERLATIVE:
        return Measure(start, best.end(), "rank", "rank", Decimal(value))
    if place := _PLACE.match(text, stop):
        return Measure(start, place.end(), "rank", "rank", Decimal(value))
    if stop != end:
        return None
    if streak := _STREAK.match(text, end):
        return Measure(start, streak.end(), plural(streak[1]), "streak", Decimal(value))
    before = _before(words, at)
    if digits is None and low == "second" and before in ("split", "per", "every"):
        return None
    if _TIMES.match(text, end) and before in ("the", "a"):
        return Measure(start, end + 5, "times", "streak", Decimal(value))
    return _in_order(text, words, at, value)


def _in_order(text: str, words: Words, at: int, value: int) -> Measure | None:
    """Read an ordinal that a verb or a preposition leads to, or that goes with a noun."""
    _, start, end = words[at]
    before = _before(words, at)
    close = at > 0 and text[words[at - 1][2] : start] == " "
    rank = Measure(start, end, "rank", "rank", Decimal(value))
    if close and before in _PLACED and not _ELSEWHERE.match(text, end):
        return rank
    if text[end : end + 6] == " place" and before in ("in", "a", "to"):
        return Measure(start, end + 6, "rank", "rank", Decimal(value))
    digits = text[start].isdigit()
    if before == "than" and _before(words, at - 1) in ("better", "higher", "lower", "worse"):
        return rank
    if before == "and" and _OF_RACE.match(text, end):
        return rank
    if digits and before in ("to", "in", "from") and text[end : end + 1] in (",", ".", ""):
        return rank
    if before in MONTHS or not (digits or before in _LEADS):
        return None
    if before == "the" and _OF.match(text, end):
        return None if digits else rank  # "the third of six children", but "the 4th of July"
    if digits and _LAST_SEASON.match(text, end):
        return rank
    if before == "the" and _SINCE.match(text, end):
        return rank
    after = _AFTER.match(text, end)
    if after and after[1][0].isupper() and (digits or text[start].isupper()):
        return None  # "42nd Street", "the Second World War"
    if not after or after[1] in _NO_PLACE or after[1] in STOPS:
        return None
    noun = (after.start(1), after.end())
    return Measure(start, after.end(), "rank", "rank", Decimal(value), noun=noun)


def _numbered(text: str, at: int, words: Words) -> Measure | None:
    """Read "No. 1" as a rank; "No 10", where nobody is ranked, is an address."""
    match = _NUMBERED.match(text, words[at][1])
    if match is None:
        return None
    ranked = _before(words, at) in _RANKED or _NOUN_AFTER.match(text, match.end())
    value = Decimal(match[1])
    return Measure(words[at][1], match.end(), "rank", "rank", value) if ranked else None


def _before(words: Words, at: int) -> str:
    return words[at - 1][0].lower() if at > 0 else ""
