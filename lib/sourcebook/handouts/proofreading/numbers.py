"""Find every number in a text, in digits or in words, and compare numbers by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sourcebook.annotate.figures.number_words import (
    ORDINALS,
    SCALES,
    VALUES,
    part,
    read_number,
    read_parts,
)

_PERCENT = r"(?P<percent>%|per ?cent\b|percentage points?\b|パーセント|퍼센트)"
_UNITS = {
    "$": r"(?:US )?dollars?\b|ドル|달러",
    "¥": r"yen\b|円|엔",
    "₩": r"won\b|ウォン|원",
    "€": r"euros?\b",
    "£": r"pounds?\b",
}
_MONEY = "|".join(f"(?P<money{place}>{words})" for place, words in enumerate(_UNITS.values()))
_TAIL = re.compile(rf"[ -]?(?:{_PERCENT}|(?:{_MONEY}))", re.IGNORECASE)
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_DIGITS = re.compile(
    rf"(?:(?P<sign>(?:US|A|C|NZ|HK)?\$|[€£¥₩]) ?)?"
    rf"(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
    rf"(?:[ -]?(?P<scale>{_SCALE})\b|(?P<short>bn|mn|tn|[kmb])\b)?",
    re.IGNORECASE,
)
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_WORD = re.compile(rf"\b(?:{'|'.join(VALUES)})\b", re.IGNORECASE)
_BARE_SCALE = re.compile(rf"\b(?P<scale>{_SCALE})s?\b", re.IGNORECASE)
_PARTS = "half|third|quarter|fifth|sixth|eighth|tenth"
_SHARE = re.compile(
    rf"\b(?:(?P<half>half)(?= (?:of|the)\b)|(?:an?|one)[ -](?P<part>{_PARTS})(?= of\b))",
    re.IGNORECASE,
)
_ANY_SHARE = re.compile(rf"\b(?P<part>{_PARTS})s?\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"-(?:first|{'|'.join(ORDINALS)})\b", re.IGNORECASE)
_PROSE = 10
"""Words up to this number are prose, unless they count per cent, millions or the like."""


@dataclass(frozen=True)
class Number:
    """A number at `start` to `end` of a text: what is written, times `scale`.

    `percent` and `money` (the sign of a currency, or "") say what it counts, as far as they are
    written with it. It is `bare` where only the scale is named, as in "billion dollars".
    """

    start: int
    end: int
    amount: Decimal
    scale: Decimal = Decimal(1)
    percent: bool = False
    money: str = ""
    bare: bool = False

    @property
    def value(self) -> Decimal:
        """The whole number."""
        return self.amount * self.scale

    def backed_by(self, other: Number) -> bool:
        """Tell whether a source that prints the other number supports this one.

        A percentage needs a percentage, a sum of money its currency; a number without a scale may
        be one of billions where a table's heading says so.

        Examples
        --------
        >>> share, dollars = find_numbers("64 per cent, $52 billion")
        >>> printed = find_numbers("64%, 52, $52bn")
        >>> [share.backed_by(one) for one in printed]
        [True, False, False]
        >>> [dollars.backed_by(one) for one in printed]
        [False, False, True]
        """
        if (self.percent and not other.percent) or (self.money and self.money != other.money):
            return False
        if self.bare:
            return self.scale in (other.scale, other.value)
        return self.value == other.value or (self.scale == 1 and self.amount == other.amount)


def find_numbers(text: str, small: bool = False) -> list[Number]:
    """Return the numbers of a text that `folding.plain` has made plain; no digit is passed over.

    They come in the order of the text.

    Parameters
    ----------
    text
        What to read.
    small
        Also find "one" to "ten" in words and any half or third: what a source prints backs more
        than what needs backing.

    Examples
    --------
    >>> [str(one.value) for one in find_numbers("sixty-four per cent of 1,234 in two groups")]
    ['64', '1234']
    """
    return sorted(_find(text, small), key=lambda number: number.start)


def _find(text: str, small: bool) -> Iterator[Number]:
    taken = bytearray(len(text) + 1)
    for match in _DIGITS.finditer(text):
        scale = SCALES[match["scale"].lower()] if match["scale"] else Decimal(1)
        end = match.end()
        if match["short"]:
            if match["sign"] or match["short"].lower() in ("bn", "mn", "tn"):
                scale = Decimal(_SHORT[match["short"].lower()])
            else:
                end = match.start("short")  # "5 m" may be metres: the digits alone count
        amount = Decimal(match["digits"].replace(",", ""))
        sign = (match["sign"] or "").upper().removeprefix("US")
        number = _with_tail(text, match.start(), end, amount, scale, sign)
        _take(taken, number)
        yield number
    for match in _WORD.finditer(text):
        if taken[match.start()] or (read := read_number(text, match.start())) is None:
            continue
        if _ORDINAL.match(text, read.end):
            continue
        if found := read_parts(text, read):
            number = Number(match.start(), found[1], found[0], percent=True)
        else:
            number = _with_tail(text, read.start, read.end, read.value, Decimal(1), "")
            if number.value <= _PROSE and not (small or number.percent or number.money):
                continue
        _take(taken, number)
        yield number
    for pattern in (_BARE_SCALE, _ANY_SHARE if small else _SHARE):
        for match in pattern.finditer(text):
            if taken[match.start()]:
                continue
            if pattern is _BARE_SCALE:
                scale = SCALES[match["scale"].lower()]
                number = Number(*match.span(), Decimal(1), scale, bare=True)
            else:
                share = part((match["part"] or match.groupdict().get("half") or "half").lower())
                number = Number(*match.span(), share or Decimal(50), percent=True)
            _take(taken, number)
            yield number


def _with_tail(
    text: str, start: int, end: int, amount: Decimal, scale: Decimal, sign: str
) -> Number:
    tail = _TAIL.match(text, end)
    if tail is None:
        return Number(start, end, amount, scale, money=sign)
    if tail["percent"]:
        return Number(start, tail.end(), amount, scale, percent=True, money=sign)
    money = next(unit for place, unit in enumerate(_UNITS) if tail[f"money{place}"])
    return Number(start, tail.end(), amount, scale, money=sign or money)


def _take(taken: bytearray, number: Number) -> None:
    taken[number.start : number.end] = b"\1" * (number.end - number.start)
