"""The words that dates are written with: months, weekdays, units, counts."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), start=1
    )
}
"""The ISO number of each weekday."""

MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
"""The number of each month, by its first three letters."""

NUMBERS = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
} | {"a": 1, "an": 1, "dozen": 12, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}

ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"twenty-first": 21, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

MONTH = (
    "(?:J(?:an(?:uary|[.])?|une?|uly?|AN(?:UARY)?|UNE?|ULY?)|F(?:eb(?:ruary|[.])?|EB(?:RUARY)?)"
    "|M(?:ar(?:ch|[.])?|ay|AR(?:CH)?|AY)|A(?:pr(?:il|[.])?|ug(?:ust|[.])?|PR(?:IL)?|UG(?:UST)?)"
    "|S(?:ept?(?:ember|[.])?|EPT?(?:EMBER)?)|O(?:ct(?:ober|[.])?|CT(?:OBER)?)"
    "|N(?:ov(?:ember|[.])?|OV(?:EMBER)?)|D(?:ec(?:ember|[.])?|EC(?:EMBER)?))(?![A-Za-z])"
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON = "(?:spring|summer|autumn|fall|winter)"
UNIT = "(?:day|week|fortnight|month|quarter|year|decade|century|weekend)"
COUNT = (
    "(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    "|couple of|dozen)"
)
DASH = "[-\u2010-\u2015\u2212]"
BY_YEAR = "(?:last|this|next|that|the same|the following|the previous) year"

MEASURED = frozenset(
    "people persons men women children students pupils workers employees jobs homes houses "
    "dead deaths injured troops soldiers police officers members residents voters votes "
    "meters metres miles kilometers kilometres km m kg kilos kilograms kilogrammes grams tons "
    "tonnes pounds euros dollars yen won yuan rupees francs pesos cents pence percent per "
    "feet ft inches acres hectares degrees watts megawatts kilowatts gigawatts litres liters "
    "barrels gallons bytes pixels points calories units copies seats shares hours minutes "
    "seconds days weeks months years times cases million billion trillion hundred thousand "
    "others passengers families victims migrants refugees patients vehicles cars metre meter "
    "mile foot pound euro dollar rpm mph kph hp cc psi lbs lb mm cm mg ml bn tn pages words "
    "Street Avenue Road Lane Drive Boulevard Broadway Way Place St. Ave Main rooms tickets "
    "cattle sheep birds horses animals fans spectators items tests schools companies "
    "cakes soldiers protesters demonstrators delegates islands villages".split()
)
"""What follows a count, a measure or a house number, and not a year or a day of a month."""

POINTER = re.compile(
    r"(?:^|\W)(?P<word>last|next|this|past|coming|following|previous|preceding)\s$",
    re.IGNORECASE | re.ASCII,
)
"""A word that says which weekday or month is meant, right before it."""

_NEXT_WORD = re.compile(r"[\s-]?([^\W\d_]{1,30})")


class Expression(NamedTuple):
    """A time expression as found: what kind it is, and what was read, before it is resolved.

    `kind` says what `values` hold. Needing no day: ``fixed`` and ``war`` (interval, note),
    ``either`` (day first, month first). Counted from a day: ``weekday`` (first, last, "next" or
    the like, week), ``month-day`` (month, day, month, day, "last year" or the like, perhaps a
    weekday), ``month`` (first, last, "next" or the like, part), ``season`` (season, "next" or a
    year), ``unit`` (unit, how many on, perhaps a part), ``days`` (from, to), ``back``, ``ahead``,
    ``ago`` and ``in`` (count, unit), ``edge`` (interval, part). Counted from another date of the
    text: ``shift`` (count, unit), ``same`` (unit, how many on), ``after`` (unit), ``passed``
    (count, unit, tense), ``then`` and ``visit`` (nothing).
    """

    start: int
    end: int
    kind: str
    values: tuple[Any, ...] = ()


def month_number(name: str) -> int:
    """Give the number of a month written out or cut short."""
    return MONTHS[name[:3].lower()]


def count_of(written: str) -> int:
    """Give the number that a count stands for."""
    return int(written) if written[0].isdigit() else NUMBERS[written.split()[0].lower()]


def next_word(text: str, end: int) -> str:
    """Give the word right after an offset; an empty string where something else stands."""
    found = _NEXT_WORD.match(text, end)
    return found[1] if found else ""


def previous_word(text: str, start: int) -> str:
    """Give the word right before an offset, with its punctuation, if one space lies between."""
    before = text[max(0, start - 30) : start]
    if not before.endswith((" ", "\u00a0")):
        return ""
    words = before.split()
    return words[-1] if words else ""


def singular(unit: str) -> str:
    """Give a unit as its singular, in small letters."""
    unit = unit.lower()
    return "century" if unit == "centurie" else unit


def opening(text: str, start: int, words: str = "on in since") -> int:
    """Give where an expression starts if one of these words right before it belongs to it."""
    lead = text[max(0, start - 9) : start].lower()
    for word in words.split():
        if lead.endswith(word + " ") and not lead[: -len(word) - 1][-1:].isalnum():
            return start - len(word) - 1
    return start
