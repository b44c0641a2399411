"""Read one number, in digits or in words, with its scale: "1,200", "1.4 million", "two dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

_EXACT = Context(prec=60)
"""Numbers of up to 15 digits times any scale fit, whatever precision a program has set."""
_FOUR_DIGITS = Context(prec=4)

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * place for place, word in enumerate(_TENS, 2)
}
"""Number words that stand for themselves."""

SCALES = {
    "dozen": Decimal(12),
    "score": Decimal(20),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "grand": Decimal(1000),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "b": "billion",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2
    )
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_BASE = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(_SMALL[::-1])})\b"
_LONG = (
    r"(?:(?:dozen|hundred|thousand|million|billion|trillion|lakh|crore)\b"
    r"|grand\b(?![ ]?(?:slam|piano|pri|jur|master|final|tour|total|old)))"
)
_NUMBER = re.compile(
    rf"""(?P<digits>[0-9]{{1,3}}(?:[,\u00a0\u2009\u202f][0-9]{{3}}){{1,4}}(?:\.[0-9]{{1,6}})?
                  |[0-9]{{1,15}}(?:\.[0-9]{{1,9}})?)(?![0-9]|[.,/:][0-9])
         (?:\ (?:and\ a\ )?(?P<half>half)(?=\ )|(?P<glyph>[½¼¾]))?
         (?:[ \u00a0-]?(?P<scale>{_LONG})(?:\ (?P<more>{_LONG}))?
           |\ ?(?P<short>bn|mn|mln|trn|tn|[kmb])\b)?
       |(?P<words>{_BASE}(?:[ -]and[ -]a[ -](?:half|quarter)\b)?
                  (?:[ -]{_LONG}(?:(?:\ and\ |[ -]){_BASE})?){{0,4}})""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_PART = re.compile(
    r"[ -](half|third|quarter|fifth|sixth|eighth|tenth)s?\b", re.IGNORECASE | re.ASCII
)
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text, from `start` to `end`, end exclusive.

    `amount` is what is written before the scale, `scale` what multiplies it. `form` is ``digits``
    (a bare run of digits), ``grouped`` (with a comma, a decimal point or a scale) or ``words``.
    `short` tells that the scale is a letter or two ("3m"), which may be a unit instead.
    """

    start: int
    end: int
    amount: Decimal
    scale: Decimal
    form: str
    short: bool = False

    @property
    def value(self) -> Decimal:
        """The whole number, exactly."""
        return _EXACT.multiply(self.amount, self.scale)


def read_number(text: str, start: int) -> Number | None:
    """Read the number that begins at `start`; None where none does.

    Examples
    --------
    >>> str(read_number("some 1.4 million voters", 5).value)
    '1400000.0'
    >>> plain(read_number("two hundred and fifty seats", 0).value)
    '250'
    """
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    if match["words"] is not None:
        value = _in_words(match["words"].lower())
        return Number(start, match.end(), value, Decimal(1), "words")
    digits = re.sub(r"[^0-9.]", "", match["digits"])
    if sum(map(str.isdigit, digits)) > 15 or (digits[0] == "0" and digits[1:2].isdigit()):
        return None
    amount = Decimal(digits)
    if match["half"] or match["glyph"]:
        amount += {"¼": Decimal("0.25"), "¾": Decimal("0.75")}.get(match["glyph"], Decimal("0.5"))
    long, short = match["scale"], match["short"]
    name = long.lower() if long else _SHORT_SCALES.get((short or "").lower(), "")
    scale = SCALES.get(name, Decimal(1))
    if match["more"]:
        scale *= SCALES[match["more"].lower()]  # "1.2 lakh crore"
    bare = digits == match["digits"] and "." not in digits and scale == 1
    form = "digits" if bare else "grouped"
    return Number(start, match.end(), amount, scale, form, bool(short))


def read_parts(text: str, number: Number) -> tuple[Decimal, int] | None:
    """Read "-thirds" or " quarters" after a number: the share in per cent, and where it ends.

    A share that has no exact decimal is rounded to four digits.
    """
    match = _PART.match(text, number.end)
    if match is None or number.value > 9:
        return None
    return share(number.value, Decimal(_PARTS[match[1].lower()])), match.end()


def part(word: str) -> Decimal | None:
    """Give the per cent that "half", "third" or "quarters" names; None for any other word."""
    below = _PARTS.get(word.removesuffix("s"))
    return None if below is None else share(Decimal(1), Decimal(below))


def share(above: Decimal, below: Decimal) -> Decimal:
    """Give a share in per cent, to four digits where the division does not end before."""
    return _FOUR_DIGITS.divide(100 * above, below)


def plain(value: Decimal) -> str:
    """Write a number in plain digits, without exponent or needless zeros.

    Examples
    --------
    >>> plain(Decimal("5.20E+10")), plain(Decimal("0.2500"))
    ('52000000000', '0.25')
    """
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _in_words(words: str) -> Decimal:
    total = group = Decimal(0)
    for word in _LETTERS.findall(words):
        if word in VALUES:
            group += VALUES[word]
        elif word in ("half", "quarter"):
            group += Decimal(1) / _PARTS[word]
        elif word in ("hundred", "dozen"):
            group *= SCALES[word]
        elif word in SCALES:
            total += (group or 1) * SCALES[word]
            group = Decimal(0)
    return total + group
