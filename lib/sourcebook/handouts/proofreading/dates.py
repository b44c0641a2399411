"""Find every date in a text and tell whether the sources date anything to it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sourcebook.interface import words
from sourcebook.interval import Interval

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()}
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sep(?:t?\.|tember|t)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    r"(?![A-Za-z])"
)
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9])"
_DAY = r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_AND = r"(?:-| - | and | to | or |〜|~)"
_LAST = r"(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?"
_OLDEST = 1000
# The closest reading first: what one pattern takes, the next no longer sees.
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9])(?P<year>[12][0-9]{3})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])",
        rf"{_YEAR}[年년] ?(?P<number>[0-9]{{1,2}})[月월] ?(?P<day>[0-9]{{1,2}})[日일]",
        rf"{_YEAR}[年년] ?(?P<number>[0-9]{{1,2}})[月월]",
        r"(?<![0-9])(?P<number>[0-9]{1,2})[月월] ?(?P<day>[0-9]{1,2})[日일]",
        rf"{_DAY}(?:{_AND}{_LAST})?(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"\b{_MONTH} {_YEAR}",
        rf"\b{_MONTH} {_DAY}(?:{_AND}{_LAST})?(?![0-9])(?:, ?{_YEAR})?",
        r"(?<![0-9.,])(?P<year>[12][0-9]{3})-(?P<until>[0-9]{2})(?![0-9])",
        r"(?<![0-9.,])(?P<year>[12][0-9]{2}0)'?s\b",
        r"(?<![0-9.,$€£¥₩])(?P<year>(?:1[0-9]|20)[0-9]{2})[年년]?"
        r"(?![0-9]|[.,][0-9]| ?%| ?(?:per ?cent|percent|hundred|thousand|million|billion))",
        r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Bb]y )|(?<=\b[Oo]f )"
        r"|(?<=\b[Ff]rom )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Dd]uring )|(?<=\b[Ee]arly )"
        r"|(?<=\b[Ll]ate )|(?<=\b[Ll]ast )|(?<=\b[Nn]ext )|(?<=\b[Tt]his ))" + _MONTH,
    )
]


@dataclass(frozen=True)
class Date:
    """A date at `start` to `end` of a text.

    `days` are the intervals it names; where it leaves the year out they lie in the leap year 4,
    and `yearless` says so.
    """

    start: int
    end: int
    days: tuple[Interval, ...]
    yearless: bool = False

    @property
    def year(self) -> int | None:
        """The year, where it is nothing but a year."""
        first = self.days[0]
        return first.earliest.year if first.precision == "year" and not self.yearless else None

    def backed_by(self, dated: Iterable[Interval]) -> bool:
        """Tell whether each of its days contains an interval to which the sources date something.

        Examples
        --------
        >>> met = Interval(date(2023, 3, 16), date(2023, 3, 16))
        >>> [one.backed_by([met]) for one in find_dates("16 March 2023 or 17 March")]
        [True, False]
        """
        known = [_without_year(one) if self.yearless else one for one in dated]
        whole = Interval(self.days[0].earliest, max(day.latest for day in self.days))
        return (len(self.days) > 1 and whole in known) or all(
            any(day.earliest <= one.earliest and one.latest <= day.latest for one in known)
            for day in self.days
        )


def find_dates(text: str) -> Iterator[Date]:
    """Find the dates of a text that `folding.plain` has made plain.

    Examples
    --------
    >>> [str(one.days[0]) for one in find_dates("from Nov. 14, 2020 to 1965")]
    ['14 November 2020', '1965']
    """
    for pattern in _PATTERNS:
        taken = []
        for match in pattern.finditer(text):
            found = _read(match)
            if found is not None:
                taken.append(found)
                yield found
        for found in taken:
            text = blank(text, found.start, found.end)


def blank(text: str, start: int, end: int) -> str:
    """Return the text with a stretch of it blotted out; offsets stay."""
    return text[:start] + "\ufffc" * (end - start) + text[end:]


def spelled(interval: Interval) -> tuple[str, ...]:
    """Return an interval as the kit writes it in each of its languages."""
    return tuple(words(code).interval(interval) for code in ("en", "ja", "ko"))


def _read(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    month = _month(groups)
    try:
        if groups.get("until"):
            assert year is not None
            last = year // 100 * 100 + int(groups["until"])
            if last <= year:
                return None  # "2019-03" is a month
            return Date(*match.span(), (_years(year, last),))
        if month is None:
            assert year is not None
            decade = match[0].endswith("s")
            return Date(*match.span(), (_years(year, year + 9 * decade),))
        days = [int(groups[name]) for name in ("day", "last") if groups.get(name)]
        intervals = tuple(_interval(year or 4, month, day) for day in days or [0])
    except ValueError:
        return None  # "31 June" is no day: its digits are read as numbers
    return Date(*match.span(), intervals, year is None)


def _month(groups: dict[str, str | None]) -> int | None:
    if name := groups.get("month"):
        return _SHORT[name[:3]]
    return int(groups["number"] or 0) if groups.get("number") else None


def _interval(year: int, month: int, day: int) -> Interval:
    if day:
        return Interval(date(year, month, day), date(year, month, day))
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return Interval(date(year, month, 1), date(year, month, last))


def _years(first: int, last: int) -> Interval:
    return Interval(date(first, 1, 1), date(last, 12, 31))


def _without_year(interval: Interval) -> Interval:
    """Move an interval within one year to the year 4; a longer one cannot back a day or month."""
    first, last = interval.earliest, interval.latest
    if first.year != last.year:
        return Interval(date.min, date.max)
    return Interval(first.replace(year=4), last.replace(year=4))
