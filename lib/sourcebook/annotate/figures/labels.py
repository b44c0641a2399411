"""Tell numbers that name a thing or a day from figures: "Channel 4", "9/11", "10.45pm"."""

from __future__ import annotations

import re

from sourcebook.annotate.figures.counted import STOPS, Words, head_noun
from sourcebook.annotate.figures.measure import next_word
from sourcebook.annotate.figures.number_words import Number
from sourcebook.annotate.figures.units import CODES, read_unit

_PEOPLE = frozenset("people men women children soldiers civilians migrants police".split())
_LABELS = frozenset(
    "article section chapter page paragraph clause line route highway flight channel phase level "
    "stage grade room gate platform block bus district division week day episode season volume vol "
    "version step tier type category class zone unit apartment flat form schedule act amendment "
    "resolution figure table group part round runway junction exit interstate covid formula "
    "quarter lane seed ward pier hole game lap rule tel phone call band apollo group year".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sept sep oct nov dec".split()
)
_HEADLINE_VERBS = frozenset(
    "kills injures hurts leaves jails arrests charges wins cuts adds hires fires evacuates "
    "rescues saves finds strands displaces affects".split()
)
_ROADS = frozenset("junction exit gate page platform chapter article section".split())
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|GMT|BST|o[’']clock|hrs GMT|local time)")


def is_label(text: str, words: Words, at: int, number: Number) -> bool:
    """Tell whether a number names a thing ("Channel 4", "Boeing 747", "9/11", "10:30")."""
    start, end = number.start, number.end
    if start and text[start - 1] in "/:#.":
        return True
    if text[end : end + 1] in ("/", ":") and text[end + 1 : end + 2].isdigit():
        return True
    if number.value < 2400 and _CLOCK.match(text, end):
        return True
    if not at or text[words[at - 1][2] : start] != " ":
        return False
    before = words[at - 1][0]
    if before == "No" or (before.endswith("s") and before[:-1].lower() in _LABELS - {"figure"}):
        return True
    if before in ("and", "to") and at > 2 and words[at - 3][0].rstrip("s").lower() in _ROADS:
        return True
    if before.lower() in _LABELS and not (before.islower() and number.form == "words"):
        return before.lower() not in ("year", "day", "week", "group") or before[0].isupper()
    if number.form == "digits" and before.lower() != before and not _may_lead(before):
        if before in ("Least", "Than", "Nearly", "Over", "About", "Some"):
            return False
        head = head_noun(text, words, next_word(words, at, end), end)
        person = head is not None and (words[head][0] in _PEOPLE or words[head][0].istitle())
        return not person and read_unit(text, end) is None
    return text[max(start - 9, 0) : start] == "Group of "


def _may_lead(word: str) -> bool:
    """Tell whether a capitalised word may stand before a count: "About 12", "On Friday 12"."""
    low = word.lower()
    if low.endswith(("'s", "’s")) or low in ("set", "chasing", "needing", "including", "trailing"):
        return True  # "Chasing 250", "Menon's 88"
    return (
        low in STOPS
        or low in _HEADLINE_VERBS
        or low.endswith("day")
        or low in MONTHS
        or word in CODES
    )


def is_date_part(text: str, words: Words, at: int, number: Number) -> bool:
    """Tell whether a number stands beside the name of a month."""
    if number.form == "words":
        return False
    if (
        at
        and words[at - 1][0].lower() in MONTHS
        and words[at - 1][0][0].isupper()
        and text[words[at - 1][2]] in " .\u00a0"
    ):
        return True
    after = next_word(words, at, number.end)
    return (
        after < len(words)
        and words[after][0].istitle()
        and words[after][0].lower() in MONTHS
        and number.value < 32
    )
