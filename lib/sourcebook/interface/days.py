"""Days and intervals written out as English, Japanese and Korean write them."""

from __future__ import annotations

from datetime import date

from sourcebook.interval import Interval, spell

# After the year, after the month, after the day; between two days; after the last day.
_MARKS = {
    "ja": ("年", "月", "日", "〜", "まで"),
    "ko": ("년 ", "월 ", "일", "~", "까지"),
}


def spell_day(day: date, language: str) -> str:
    """Write a day out.

    Examples
    --------
    >>> spell_day(date(2020, 12, 31), "ja"), spell_day(date(2020, 12, 31), "en")
    ('2020年12月31日', '31 December 2020')
    """
    return _parts(day, language) if language in _MARKS else spell(day)


def spell_interval(interval: Interval, language: str) -> str:
    """Write an interval out as closely as it is known; in English exactly as ``str`` does.

    Examples
    --------
    >>> week = Interval(date(2020, 11, 9), date(2020, 11, 15))
    >>> spell_interval(week, "ja"), spell_interval(week, "ko")
    ('2020年11月9日〜15日', '2020년 11월 9일~15일')
    """
    if language not in _MARKS:
        return str(interval)
    year, month, _, to, until = _MARKS[language]
    first, last = interval.earliest, interval.latest
    if first == date.min:  # nobody knows since when
        return _parts(last, language) + until
    if interval.precision == "day":
        return _parts(first, language)
    whole_months = first.day == 1 and Interval(last.replace(day=1), last).precision == "month"
    whole_years = whole_months and (first.month, last.month) == (1, 12)
    if whole_years:
        years = [first.year] if first.year == last.year else [first.year, last.year]
        return to.join(str(one) for one in years) + year.strip()
    if whole_months and first.year == last.year:
        months = [first.month] if first.month == last.month else [first.month, last.month]
        return f"{first.year}{year}" + to.join(str(one) for one in months) + month.strip()
    # What both days share is said once.
    same = (first.year == last.year) + ((first.year, first.month) == (last.year, last.month))
    return f"{_parts(first, language)}{to}{_parts(last, language, same)}"


def _parts(day: date, language: str, skip: int = 0) -> str:
    marks = _MARKS[language]
    return "".join(
        f"{number}{mark}"
        for number, mark in list(zip((day.year, day.month, day.day), marks, strict=False))[skip:]
    )
