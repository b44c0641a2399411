"""Finding seasons, quarters, halves, fiscal years and centuries written as words."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import months_of, years_of
from sourcebook.annotate.dates.numbers import century, month_day
from sourcebook.annotate.dates.words import (
    BY_YEAR,
    COUNT,
    DASH,
    ORDINALS,
    SEASON,
    Expression,
    count_of,
    next_word,
    previous_word,
)

_SEASON = re.compile(
    rf"(?P<season>{SEASON})(?:\s(?:of\s)?(?:(?:(?P<year>[0-9]{{4}})(?:{DASH}[0-9]{{2}})?|[’'‘](?P<short>[0-9]{{2}}))(?![0-9])"
    rf"|(?P<by>(?:last|this|next)\syear)))?(?!\w|-)",
    re.IGNORECASE | re.ASCII,
)
_QUARTER = re.compile(
    r"(?P<count>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?P<what>quarter|half)"
    r"(?:\s(?:of\s)?(?:(?:fiscal\s)?(?P<year>[0-9]{4})(?![0-9])|(?P<by>(?:last|this|next)\syear)"
    r"|(?P<the>the\syear)))?(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_FIRST_MONTHS = re.compile(
    rf"first\s(?P<count>{COUNT})\smonths\sof\s(?:(?P<year>[0-9]{{4}})(?![0-9])"
    r"|(?P<by>(?:last|this|next|the)\syear))",
    re.IGNORECASE | re.ASCII,
)
_SHORT_QUARTER = re.compile(
    r"(?:(?P<what>[QH])(?P<count>[1-4])|(?P<first>[1-4])(?P<letter>Q))"
    r"(?:\s(?:of\s)?(?P<year>[0-9]{4})(?![0-9])|\sFY(?P<fiscal>[0-9]{2}))?(?!\w)"
)
_FISCAL = re.compile(
    r"(?:FY\s?|(?:[Ff]iscal|[Ff]inancial)\s(?:year\s)?)(?P<year>20[0-9]{2}|[0-9]{2}(?![0-9]))"
    rf"(?:(?:/|{DASH})(?P<last>[0-9]{{2,4}}))?(?!\w)"
)
_CENTURY = re.compile(r"(?P<count>[a-z-]{5,12})[ -]century(?!\w)", re.IGNORECASE | re.ASCII)

_SEASON_LEADS = frozenset(
    "in for by since until over during through before after early late".split()
)
_HOLIDAY_LEADS = frozenset("by before at since until till after over last this next".split())
_GOES_ON = frozenset(
    "and or but in at on as was is will when because to for if with that he she they it we".split()
)
_NOT_A_SEASON = frozenset(
    "of water break rolls in from recess holiday holidays term school camp transfer window "
    "solstice games olympics season months time sun heat weather collection".split()
)
_SPORT = re.compile(
    r"\b(?:points?|goals?|scor\w{1,6}|touchdown|yards?|match|game|striker|kick|rebounds|halftime)\b"
)

HOLIDAYS = {
    "New Year’s Day": (1, 1),
    "Valentine’s Day": (2, 14),
    "May Day": (5, 1),
    "Halloween": (10, 31),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year’s Eve": (12, 31),
}
DECADES = "- - twenties thirties forties fifties sixties seventies eighties nineties".split()
_HOLIDAY = re.compile(
    r"(?P<name>New Year[’']s (?:Day|Eve)|Valentine[’']s Day|May Day|Halloween|Christmas (?:Eve|Day)"
    rf"|Boxing Day|Christmas(?! Eve| Day))"
    rf"(?:,?\s(?:in\s)?(?P<year>[0-9]{{4}})(?![0-9])|\s(?P<by>{BY_YEAR}))?(?!\w)"
)
_DECADE = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties(?!\w)", re.IGNORECASE | re.ASCII
)


def find_season(text: str, start: int) -> Expression | None:
    """Read a season with a year, or alone after a word such as "in"."""
    found = _SEASON.match(text, start)
    if not found:
        return None
    season = found["season"].lower()
    if found["year"]:
        return Expression(start, found.end(), "season", (season, found["year"]))
    if found["short"]:
        return Expression(start, found.end(), "season", (season, "19" + found["short"]))
    if found["by"]:
        return Expression(start, found.end(), "season", (season, found["by"].lower()))
    lead = previous_word(text, start).lower()
    follower = next_word(text, found.end())
    if lead == "the":
        lead = previous_word(text, start - 4).lower()
    if lead not in _SEASON_LEADS or follower in _NOT_A_SEASON:
        return None
    if season == "fall" and (lead != "in" or follower in ("of", "from", "in")):
        return None
    return Expression(start, found.end(), "season", (season, ""))


def find_quarter(text: str, start: int) -> Expression | None:
    """Read a quarter or a half of a year."""
    if months := _FIRST_MONTHS.match(text, start):
        return _first_months(months)
    found = _QUARTER.match(text, start) or _SHORT_QUARTER.match(text, start)
    if not found:
        return None
    groups = found.groupdict()
    written = (groups.get("count") or groups.get("first") or "").lower()
    number = int(written) if written.isdigit() else ORDINALS[written]
    half = (groups.get("what") or "quarter").lower() in ("half", "h")
    if number > 2 and half and written != "final":
        return None
    if half:
        first, last = (1, 6) if number == 1 else (7, 12)
    else:
        first, last = 3 * number - 2, 3 * number
    year = groups.get("year")
    if year or groups.get("fiscal"):
        whole = months_of(int(year) if year else 2000 + int(groups["fiscal"]), first, last)
        return (
            Expression(start, found.end(), "fixed", (whole, "calendar quarters")) if whole else None
        )
    by, the = groups.get("by"), groups.get("the")
    if half and not by and not the:
        return None  # of a match, more often than of a year
    around = text[max(0, start - 120) : found.end() + 120]
    if not by and not the and _SPORT.search(around):
        return None
    return Expression(start, found.end(), "month", (first, last, (by or "").lower(), ""))


def _first_months(found: re.Match[str]) -> Expression | None:
    """Read "the first nine months of the year"."""
    last = count_of(found["count"])
    if not 1 <= last <= 12:
        return None
    if found["year"]:
        whole = months_of(int(found["year"]), 1, last)
        return Expression(*found.span(), "fixed", (whole, "")) if whole else None
    by = found["by"].lower().replace("the year", "this year")
    return Expression(*found.span(), "month", (1, last, by, ""))


def find_fiscal(text: str, start: int) -> Expression | None:
    """Read a fiscal year."""
    found = _FISCAL.match(text, start)
    if not found:
        return None
    if found["last"]:
        first = int(found["year"]) + 2000 * (len(found["year"]) == 2)
        whole = years_of(first, first + 1)
        note = "the fiscal year lies within these two years"
        return Expression(start, found.end(), "fixed", (whole, note)) if whole else None
    return _fiscal(found)


def _fiscal(found: re.Match[str]) -> Expression | None:
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000
    interval = months_of(year - 1, 4, 27)
    if not interval or year < 1800:
        return None
    note = "fiscal years differ: all from an April before to a March after"
    return Expression(*found.span(), "fixed", (interval, note))


def find_century(text: str, start: int) -> Expression | None:
    """Read a century whose number is written as a word."""
    found = _CENTURY.match(text, start)
    number = ORDINALS.get(found["count"].lower(), 0) if found else 0
    return century(text, start, found.end(), number) if found and number > 4 else None


def find_holiday(text: str, start: int) -> Expression | None:
    """Read a holiday that falls on the same day every year."""
    found = _HOLIDAY.match(text, start)
    if not found or (found["name"] == "Christmas" and not _at_christmas(text, found)):
        return None
    month, day = HOLIDAYS[found["name"].replace("'", "’")]
    return month_day(found, (month, day, month, day))


def _at_christmas(text: str, found: re.Match[str]) -> bool:
    """Tell the day in "before Christmas" from "a Christmas tree"."""
    lead = previous_word(text, found.start()).lower()
    follower = next_word(text, found.end())
    return lead in _HOLIDAY_LEADS and (not follower.islower() or follower in _GOES_ON)


def find_decade(text: str, start: int) -> Expression | None:
    """Read "the sixties"; without the article it may be an age or a temperature."""
    found = _DECADE.match(text, start)
    if not found or previous_word(text, start).lower() != "the":
        return None
    first = 1900 + 10 * DECADES.index(found[0].lower())
    whole = years_of(first, first + 9)
    return Expression(start, found.end(), "fixed", (whole, "")) if whole else None
