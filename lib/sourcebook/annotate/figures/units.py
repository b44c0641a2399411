"""Units that news texts measure in, by the word or sign that names them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """What a number is measured in: its name, and the kind of figure it makes."""

    name: str
    kind: str


SYMBOLS = {
    "$": "dollars ($)",
    "£": "pounds (£)",
    "€": "euros (€)",
    "¥": "yen or yuan (¥)",
    "￥": "yen or yuan (¥)",
    "₩": "won (₩)",
    "₹": "rupees (₹)",
    "₽": "roubles (₽)",
    "₺": "lira (₺)",
    "₪": "shekels (₪)",
    "₴": "hryvnias (₴)",
    "₦": "naira (₦)",
    "₱": "pesos (₱)",
    "฿": "baht (฿)",
    "₫": "dong (₫)",
}
_DOLLARS = {
    "US": "US dollars",
    "A": "Australian dollars",
    "AU": "Australian dollars",
    "C": "Canadian dollars",
    "CA": "Canadian dollars",
    "NZ": "New Zealand dollars",
    "HK": "Hong Kong dollars",
    "S": "Singapore dollars",
    "NT": "Taiwan dollars",
    "R": "reais",
}
CODES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "CNY": "yuan",
    "RMB": "yuan",
    "CHF": "Swiss francs",
    "SEK": "Swedish kronor",
    "NOK": "Norwegian kroner",
    "DKK": "Danish kroner",
    "Rs": "rupees",
    "INR": "rupees",
    "AUD": "Australian dollars",
    "CAD": "Canadian dollars",
    "RM": "ringgit",
    "KRW": "won",
}

# kind: one "singular plural" pair after another; a plural names the unit.
_WRITTEN = {
    "time": "second seconds,minute minutes,min minutes,mins minutes,hour hours,hr hours,hrs hours,"
    "day days,night nights,week weeks,fortnight fortnights,month months,year years,yr years,"
    "decade decades,century centuries,millisecond milliseconds",
    "money": "dollar dollars,euro euros,cent cents,penny pence,yen yen,won won,yuan yuan,"
    "renminbi yuan,rupee rupees,rand rand,ruble roubles,rouble roubles,franc francs,krona kronor,"
    "kroner kroner,peso pesos,lira lira,shekel shekels,dirham dirhams,riyal riyals,"
    "naira naira,baht baht,ringgit ringgit,zloty zlotys,hryvnia hryvnias,rupiah rupiah,"
    "pound pounds,dinar dinars,taka taka,buck dollars,quid pounds,sterling pounds",
    "measure": "kilometre kilometres,kilometer kilometres,km kilometres,kms kilometres,mile miles,"
    "metre metres,meter metres,centimetre centimetres,centimeter centimetres,cm centimetres,"
    "millimetre millimetres,millimeter millimetres,mm millimetres,foot feet,ft feet,inch inches,"
    "yard yards,kilogram kilograms,kilo kilograms,kg kilograms,kgs kilograms,gram grams,"
    "milligram milligrams,mg milligrams,tonne tonnes,ton tons,ounce ounces,oz ounces,lb pounds,"
    "lbs pounds,acre acres,hectare hectares,litre litres,liter litres,ml millilitres,"
    "gallon gallons,barrel barrels,mph mph,kph km/h,kmh km/h,knot knots,degree degrees,"
    "megawatt megawatts,mw megawatts,gigawatt gigawatts,gw gigawatts,kwh kilowatt-hours,"
    "gwh gigawatt-hours,watt watts,gb gigabytes,gigabyte gigabytes,mb megabytes,tb terabytes,"
    "hz hertz,mhz megahertz,calorie calories,carat carats,magnitude magnitude",
    "percent": "percent %,pct %",
    "times": "time times,fold times,x times",
}
WORDS: dict[str, Unit] = {}
"""Units by every lower-case word that names them."""
for _kind, _pairs in _WRITTEN.items():
    for _pair in _pairs.split(","):
        _one, _many = _pair.split()
        WORDS[_one] = WORDS[_many] = Unit(_many, _kind)

_PHRASES = {
    "per cent": Unit("%", "percent"),
    "percentage point": Unit("percentage points", "percent"),
    "percentage points": Unit("percentage points", "percent"),
    "percentage-point": Unit("percentage points", "percent"),
    "basis point": Unit("basis points", "percent"),
    "basis points": Unit("basis points", "percent"),
    "degrees celsius": Unit("degrees Celsius", "measure"),
    "degrees centigrade": Unit("degrees Celsius", "measure"),
    "degrees fahrenheit": Unit("degrees Fahrenheit", "measure"),
    "metric tons": Unit("metric tons", "measure"),
    "metric tonnes": Unit("metric tons", "measure"),
    "nautical miles": Unit("nautical miles", "measure"),
    "us dollars": Unit("US dollars", "money"),
    "australian dollars": Unit("Australian dollars", "money"),
    "canadian dollars": Unit("Canadian dollars", "money"),
    "swiss francs": Unit("Swiss francs", "money"),
    "swedish kronor": Unit("Swedish kronor", "money"),
    "norwegian kroner": Unit("Norwegian kroner", "money"),
    "danish kroner": Unit("Danish kroner", "money"),
    "hong kong dollars": Unit("Hong Kong dollars", "money"),
    "miles per hour": Unit("mph", "measure"),
    "miles an hour": Unit("mph", "measure"),
    "kilometres per hour": Unit("km/h", "measure"),
    "kilometers per hour": Unit("km/h", "measure"),
    "cubic metres": Unit("cubic metres", "measure"),
    "cubic meters": Unit("cubic metres", "measure"),
    "cubic feet": Unit("cubic feet", "measure"),
} | {
    f"{short} {word}": Unit(f"square {unit.name}", "measure")
    for short in ("square", "sq")
    for word, unit in WORDS.items()
    if unit.name in ("kilometres", "miles", "metres", "feet", "yards", "inches")
}
WORDS["bp"] = WORDS["bps"] = Unit("basis points", "percent")
_FIRST = {phrase.partition(" ")[0] for phrase in _PHRASES}

# These name a unit only where they touch the digits: "30C", "20p", "5g".
_ATTACHED = {
    "C": Unit("degrees Celsius", "measure"),
    "F": Unit("degrees Fahrenheit", "measure"),
    "p": Unit("pence", "money"),
    "pc": Unit("%", "percent"),
    "g": Unit("grams", "measure"),
    "t": Unit("tonnes", "measure"),
}
_PERCENT = Unit("%", "percent")
_SIGN = re.compile(r"[ \u00a0\u202f]?(?:%|°\s?[CF]\b|°|km/h\b)")
_NEXT = re.compile(r"([ \u00a0\u202f-]?)([A-Za-z]{1,12})\b")
_PHRASE = re.compile(r"[ -]([A-Za-z]{2,12}(?:\.?[ -][A-Za-z]{2,11}){1,2})\b")
_SIGNS = {
    "%": _PERCENT,
    "C": _ATTACHED["C"],
    "F": _ATTACHED["F"],
    "°": Unit("degrees", "measure"),
    "h": WORDS["kmh"],
}


def read_unit(text: str, end: int) -> tuple[Unit, int, str] | None:
    """Read the unit that follows a number which ends at `end`.

    Returns the unit, the end of its words (exclusive) and what joins it to the number: a space, a
    hyphen or nothing. None where no unit follows.

    Examples
    --------
    >>> unit, end, _ = read_unit("up 0.25 percentage points on the year", 7)
    >>> unit.name, end
    ('percentage points', 25)
    """
    if sign := _SIGN.match(text, end):
        return _SIGNS[sign.group()[-1]], sign.end(), ""
    after = _NEXT.match(text, end)
    if after is None:
        return None
    join, word = after[1], after[2]
    if not join and word == "s" and "." in text[max(end - 4, 0) : end]:
        return WORDS["seconds"], after.end(), ""  # "9.58s", but not "the 1990s"
    if not join and word in _ATTACHED:
        return _ATTACHED[word], after.end(), ""
    if word.lower() in _FIRST and (phrase := _PHRASE.match(text, end)):
        long = phrase[1].lower().replace("-", " ").replace(".", "")
        for tried in (long, long.rpartition(" ")[0]):
            if tried in _PHRASES:
                return _PHRASES[tried], phrase.start(1) + len(phrase[1][: len(tried)]), join
    unit = WORDS.get(word.lower())
    if unit is None or (unit.kind != "money" and word.isupper() and len(word) > 3):
        return None
    if (word[0].isupper() and len(word) > 3 and join == " ") and unit.kind != "percent":
        return None  # "7 Days", "24 Hours": a name
    return unit, after.end(), join


def read_symbol(text: str, start: int) -> tuple[str, int] | None:
    """Read the currency sign right before `start`: the unit's name, and where the sign begins.

    Examples
    --------
    >>> read_symbol("paid US$40", 8)
    ('US dollars', 5)
    """
    before = start - 1 if start and text[start - 1] != " " else start - 2
    if before < 0 or text[before] not in SYMBOLS:
        return None
    if text[before] == "$":
        for letters in (2, 1):
            code = text[max(before - letters, 0) : before]
            first = before - letters
            if code in _DOLLARS and (first == 0 or not text[first - 1].isalnum()):
                return _DOLLARS[code], first
    return SYMBOLS[text[before]], before
