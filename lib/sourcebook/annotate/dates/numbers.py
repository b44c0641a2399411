"""Finding the dates that begin with a digit: days, years, ranges, decades, centuries."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import day_of, hull, part_of, years_of
from sourcebook.annotate.dates.words import (
    BY_YEAR,
    DASH,
    MEASURED,
    MONTH,
    Expression,
    month_number,
    next_word,
    opening,
    previous_word,
)
from sourcebook.interval import Interval

DAY_FIRST, MONTH_FIRST = "day, month, year", "month, day, year"
"""The two orders of a date in figures."""

_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR = rf"(?:,?\s{{1,3}}(?:of\s)?(?:(?P<year>[0-9]{{4}})(?![0-9])|(?P<by>{BY_YEAR})))?"
_DAY_RANGE = re.compile(
    rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?:\s(?:of\s)?(?P<month>{MONTH}))?"
    rf"(?:\s?{DASH}\s?|\s(?:and|to|until|or|through)\s(?:the\s)?)"
    rf"(?P<last_day>[0-9]{{1,2}}){_ORDINAL}\s{{1,2}}(?:of\s)?(?P<last_month>{MONTH}){_YEAR}"
)
_DAY = re.compile(
    rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?:\s{{1,2}}(?:of\s|day\sof\s)?|[-.])(?P<month>{MONTH}){_YEAR}"
    rf"(?:-(?P<dashed>[0-9]{{4}})(?![0-9]))?"
)
_NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,4})(?P<mark>[-/.])(?P<second>[0-9]{1,2})(?P=mark)(?P<third>[0-9]{1,4})"
    r"(?![0-9]|[-/.,][0-9])"
)
_RANGE = re.compile(
    rf"(?P<first>[0-9]{{4}})(?:\s?{DASH}\s?(?P<last>[0-9]{{4}}|[0-9]{{2}})|/(?P<short>[0-9]{{2}}|[0-9]{{4}})"
    r"|\s(?:to|until|through)\s(?P<to>[0-9]{4})|\sand\s(?P<and>[0-9]{4}))(?![0-9]|,[0-9])"
)
_DECADE = re.compile(r"(?P<year>[0-9]{1,3}0)[’']?s(?!\w)")
_CENTURY = re.compile(r"(?P<count>[0-9]{1,2})(?:st|nd|rd|th)[ -]century")
_PART = re.compile(r"(early|mid|late)(?:[ -]|\sto\s)$", re.IGNORECASE | re.ASCII)

_LEADING = frozenset(
    "in since by from until till during through before after of for around circa c. between "
    "late early mid and or to back for: year".split()
)
_COUNTED = frozenset("than nearly least almost over some approximately about roughly only".split())
_DETERMINERS = frozenset(
    "the a an his her its their our my this that’s both no each every another any".split()
)
_NUMBERED = frozenset(
    "flight room route highway unit section article rule resolution bill no no. number channel "
    "suite building line bus train class windows gate page pages chapter model type form "
    "office boeing airbus mark version phase lot box code pin extension ext tel call ref id "
    "area block apartment apt interstate studio galaxy peugeot mazda ps rank lap round km "
    "eur usd gbp jpy flat race item case docket chapter asteroid order at".split()
)

_STREET = re.compile(
    r"\s(?!Wall )(?:[A-Z][\w.]{1,20}\s){0,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard"
    r"|Blvd|Way|Place|Square|Terrace|Highway)\b"
)
_MAKERS = frozenset(
    "Honda Toyota Ford BMW Airbus Boeing Tesla Chevrolet Chevy Volkswagen Nissan Audi Mercedes "
    "Mercedes-Benz Hyundai Kia Jeep Dodge Lexus Subaru Mazda Volvo Porsche Ferrari Renault "
    "Peugeot Vauxhall Corsa Astra Fiesta Focus Golf Polo Corolla Civic Camry Prius Fiat "
    "Jaguar Cadillac Buick GMC Ram Acura Infiniti".split()
)


def find_number(text: str, start: int, end: int) -> Expression | None:
    """Read the digits at `start` to `end` as the start of a date, if they are one."""
    before = text[start - 1] if start else " "
    if before in "$£€¥₩₹#@.," or (
        before in "-/"
        and text[max(0, start - 2) : start - 1].isalnum()
        and text[max(0, start - 4) : start - 1].lower() != "mid"
    ):
        return None
    length = end - start
    after = text[end] if end < len(text) else ""
    if after and after in "-/." and (found := _NUMERIC.match(text, start)):
        return _numeric(found)
    if length <= 2:
        return _small(text, start)
    if length != 4 or before == "+":
        return _decade(text, start) if after in ("s", "’", "'") else None
    if (found := _RANGE.match(text, start)) and next_word(text, found.end()) in MEASURED:
        return None  # "between 1900 and 2000 people"
    return _decade(text, start) or _range(text, start) or _year(text, start, end)


def _numeric(found: re.Match[str]) -> Expression | None:
    first, second, third = found["first"], int(found["second"]), found["third"]
    interval: Interval | None
    if len(first) == 4 and len(third) <= 2:
        interval = day_of(int(first), second, int(third))
        note = "year, month, day"
    elif len(first) <= 2 and len(third) in (2, 4):
        if len(third) == 2 and found["mark"] != "/":
            return None  # a score, a version or a sort code as often as a date
        year = int(third) if len(third) == 4 else 2000 + int(third) - 100 * (int(third) > 68)
        by_day, by_month = day_of(year, second, int(first)), day_of(year, int(first), second)
        if found["mark"] == "." and by_day:
            by_month = None
        if by_day and by_month and by_day != by_month:
            return Expression(*found.span(), "either", (by_day, by_month))
        interval = by_day or by_month
        note = DAY_FIRST if by_day else MONTH_FIRST
    else:
        return None
    return Expression(*found.span(), "fixed", (interval, note)) if interval else None


def _small(text: str, start: int) -> Expression | None:
    found = _DAY_RANGE.match(text, start)
    if found:
        last_month = month_number(found["last_month"])
        month = month_number(found["month"]) if found["month"] else last_month
        values = (month, int(found["day"]), last_month, int(found["last_day"]))
        return month_day(found, values)
    if found := _DAY.match(text, start):
        month, day = month_number(found["month"]), int(found["day"])
        return month_day(found, (month, day, month, day))
    if found := _CENTURY.match(text, start):
        return century(text, start, found.end(), int(found["count"]))
    if text[start - 1 : start] in ("’", "'", "‘"):
        return _decade(text, start)
    return None


def month_day(found: re.Match[str], values: tuple[int, int, int, int]) -> Expression | None:
    """Make an expression of one or more days, with the year where the match holds one."""
    month, day, last_month, last_day = values
    groups = found.groupdict()
    written = groups["year"] or groups.get("dashed")
    if written:
        first = day_of(int(written), month, day)
        last = day_of(int(written), last_month, last_day)
        if first and last and first.earliest > last.latest:
            first = day_of(int(written) - 1, month, day)
        if not first or not last or first.earliest > last.latest:
            return None
        return Expression(*found.span(), "fixed", (hull(first, last), ""))
    if not day_of(2000, month, day) or not day_of(2000, last_month, last_day):
        return None
    return Expression(*found.span(), "month-day", (*values, groups["by"] or ""))


def century(text: str, start: int, end: int, count: int) -> Expression | None:
    """Make an expression of a century, or of its early, middle or late part."""
    whole = years_of(100 * count - 99, 100 * count)
    if not whole or count > 21:
        return None
    part = _PART.search(text[max(0, start - 8) : start])
    if part:
        start -= len(part[0])
        whole = part_of(whole, part[1].lower())
    return Expression(
        start, end, "fixed", (whole, "a century runs from its year 1 to its year 100")
    )


def _decade(text: str, start: int) -> Expression | None:
    found = _DECADE.match(text, start)
    if not found:
        return None
    first = int(found["year"])
    if len(found["year"]) == 2:
        if text[start - 1 : start] not in ("’", "'", "‘"):
            return None  # "in his 60s" is an age
        first += 1900 if first >= 20 else 2000
        start -= 1
    elif not 1000 <= first <= 2090:
        return None
    whole = years_of(first, first + (99 if first % 100 == 0 and first < 2000 else 9))
    part = _PART.search(text[max(0, start - 8) : start])
    if whole and part:
        start -= len(part[0])
        whole = part_of(whole, part[1].lower())
    return Expression(start, found.end(), "fixed", (whole, "")) if whole else None


def _range(text: str, start: int) -> Expression | None:
    found = _RANGE.match(text, start)
    if not found:
        return None
    first = int(found["first"])
    if found["and"] and previous_word(text, start).lower() != "between":
        return None
    written = found["last"] or found["short"] or found["to"] or found["and"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if len(written) == 2 and last < first:
        last += 100
    interval = years_of(first, last)
    if not interval or first < 1000 or last > 2150 or last - first > 900:
        return None
    lead = previous_word(text, start).lower()
    if found["to"] and lead not in ("from", "between", "years", "period", ""):
        return None
    return Expression(opening(text, start, "from between"), found.end(), "fixed", (interval, ""))


def _year(text: str, start: int, end: int) -> Expression | None:
    year = int(text[start:end])
    if not 1000 <= year <= 2150:
        return None
    after = text[end : end + 2]
    if after[:1] in ("%", "€", "°", "/", "+") or (
        after[:1] in (",", ".", ":") and after[1:].isdigit()
    ):
        return None
    follower = next_word(text, end)
    if _STREET.match(text, end):
        return None
    if follower in MEASURED or follower in _MAKERS or after == "-y" or (after[:1].isalpha()):
        return None
    lead = previous_word(text, start).lstrip("“‘\"'")
    low = lead.lower()
    modern = 1900 <= year <= 2060
    bare = follower.islower() and follower.endswith("s") and follower not in ("was", "has", "is")
    if low in _LEADING:
        fits = modern or not bare
        if follower == "levels":
            fits = modern
        elif low in ("of", "from", "by", "to", "for", "after", "and", "or", "between"):
            fits = (1500 <= year <= 2060) and not (bare and year % 10 == 0)
    elif low in ("about", "roughly") and previous_word(text, start - len(low) - 1) == "in":
        fits = modern
    elif (
        low in _COUNTED or low.isdigit() or low.rstrip(".") in _NUMBERED or not 1500 <= year <= 2060
    ):
        fits = False
    elif low in _DETERMINERS:
        fits = bool(follower)
    elif text[start - 1 : start] in ("(", "["):
        fits = True
    else:
        fits = modern and not bare and (follower not in ("x", "am", "pm", "a", "p", "local", "GMT"))
    if not fits:
        return None
    start = opening(text, start, "in since")
    whole = years_of(year, year)
    return Expression(start, end, "fixed", (whole, "")) if whole else None
