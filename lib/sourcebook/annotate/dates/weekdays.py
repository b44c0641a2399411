"""Finding the dates that begin with a weekday."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.months import find_month_day
from sourcebook.annotate.dates.numbers import find_number
from sourcebook.annotate.dates.words import (
    DASH,
    POINTER,
    WEEKDAY,
    WEEKDAYS,
    Expression,
    next_word,
    opening,
    previous_word,
)

_WEEKDAY = re.compile(
    rf"(?P<day>{WEEKDAY})(?P<own>[’']s)?(?!\w)"
    rf"(?:(?:\s(?P<join>and|or|to|through|until)\s|\s?(?P<dash>{DASH})\s?)(?P<last>{WEEKDAY})(?!\w))?"
    r"(?:\s(?:night|morning|afternoon|evening|lunchtime)(?!\w))?"
    r"(?:\s(?:(?:of\s)?(?P<week>last|next|this)\s)?(?P<on>week)(?![\w-]))?"
)
_TO_DATE = re.compile(r"(?:,\s|\s?\(|\s)(?:the\s)?(?P<digits>[0-9]{1,4}(?![0-9]))?")

_HABIT = re.compile(r"\b[Ee](?:very|ach) [A-Z][a-z]{3,6}day (?:and|or) $")
_NOT_A_DAY = frozenset(
    "Good Black Bloody Ash Cyber Super Palm Easter Shrove Fat Giving Maundy Holy Whit Casual "
    "Freaky Sheffield Ruby Man every each any most alternate Every Each Most a Girl".split()
)
"""What makes a name or a habit of a weekday: "Black Friday", "every Tuesday"."""

_TITLES = frozenset("Times Telegraph Mirror Express Mail Herald Post Night Live World Club".split())


def find_weekday(text: str, start: int) -> Expression | None:
    """Read a weekday, with the date, the part of the day or the week that follows it."""
    found = _WEEKDAY.match(text, start)
    if not found:
        return None  # "Mondays" are many days
    lead = previous_word(text, start).lstrip("“\"‘'(")
    if lead in ("and", "or") and _HABIT.search(text, max(0, start - 24), start):
        return None
    if lead in _NOT_A_DAY or next_word(text, found.end()) in _TITLES:
        return None
    first = WEEKDAYS[found["day"]]
    last = WEEKDAYS[found["last"]] if found["last"] else first
    end = found.end()
    week = found["week"] or found["on"] or ""
    if text[max(0, start - 10) : start].lower() == "a week on ":
        start, week = start - 10, "week"
    between = found["join"] == "and" and lead.lower() == "between"
    if found["join"] in ("and", "or") and last != first % 7 + 1 and not between:
        # "Monday and Friday" are two days, each found for itself.
        last, week = first, ""
        end = found.end("own") if found["own"] else found.end("day")
    if last == first and (dated := _dated_weekday(text, start, end, first)):
        return dated
    pointer = POINTER.search(text[max(0, start - 11) : start])
    if pointer:
        start -= len(pointer["word"]) + 1
        return Expression(start, end, "weekday", (first, last, pointer["word"].lower(), week))
    return Expression(opening(text, start), end, "weekday", (first, last, "", week))


def _dated_weekday(text: str, start: int, end: int, weekday: int) -> Expression | None:
    """Read "Thursday, March 16" as one date, which the weekday helps to place."""
    step = _TO_DATE.match(text, end)
    if not step:
        return None
    if step["digits"]:
        named = find_number(text, step.start("digits"), step.end())
        if named and text[step.start("digits") : named.end].isdigit():
            return None  # "on Thursday 2020 runners"
    else:
        named = find_month_day(text, step.end())
    if not named or named.kind not in ("fixed", "month-day"):
        return None
    values = (*named.values, weekday) if named.kind == "month-day" else named.values
    return named._replace(start=opening(text, start), values=values)
