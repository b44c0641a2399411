"""Finding the dates that begin with a month."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import months_of, part_of
from sourcebook.annotate.dates.numbers import month_day
from sourcebook.annotate.dates.words import (
    BY_YEAR,
    DASH,
    MEASURED,
    MONTH,
    POINTER,
    Expression,
    month_number,
    next_word,
    opening,
    previous_word,
)

_YEAR = rf"(?:,?\s{{1,2}}(?:of\s)?(?:(?P<year>[12][0-9]{{3}})(?![0-9])|(?P<by>{BY_YEAR})))?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9%:]|[.,][0-9]|\s?[ap][.]?m\b)"
_MONTH_DAY = re.compile(rf"(?P<month>{MONTH})\s{{1,2}}(?P<day>{_DAY}){_YEAR}")
_MONTH_DAYS = re.compile(
    rf"(?P<month>{MONTH})\s{{1,2}}(?P<day>{_DAY})(?:,\s[0-9]{{1,2}}(?![0-9])){{0,6}}"
    rf"(?:\s?{DASH}\s?|\s(?:and|to|through|until|or)\s)"
    rf"(?:(?P<last_month>{MONTH})\s)?(?P<last_day>{_DAY}){_YEAR}"
)
_MONTH = re.compile(
    rf"(?P<month>{MONTH})(?P<own>[’']s)?"
    rf"(?:(?P<mark>/|\s?{DASH}\s?|\s(?:and|to|through|until)\s)(?P<last>{MONTH}))?{_YEAR}"
)
_PART = re.compile(
    r"(?P<part>early|mid|late)(?:[ -]|\sin\s)(?:last |next |this )?$", re.IGNORECASE | re.ASCII
)
_HABIT = re.compile(r"\s(?:each|every)\s")
_ENDED = re.compile(r"(?:months?|quarter|half|year) (?:to|ended|ending|through)(?: in)? $")

_ALSO_NAMES = frozenset((3, 4, 5, 6))
"""March, April, May and June are verbs and people's names too."""

_PLAIN = frozenset(
    "in last next this since until till during through mid late early between around over".split()
)
"""After these even "May" is a month."""

_OTHER_LEADS = frozenset("by of from for to before after".split())
_ENDS = frozenset("end beginning start middle month".split())
_ARTICLES = frozenset("the a an his her its their our each every".split())
_PREPOSITIONS = frozenset("on for of in against to through into is are was who has and".split())


def find_month(text: str, start: int) -> Expression | None:
    """Read a month: with days, with a year, next to another month, or alone."""
    if dated := find_month_day(text, start):
        return dated._replace(start=opening(text, start))
    found = _MONTH.match(text, start)
    if not found:
        return None
    lead = previous_word(text, start).strip('(“"‘').lower()
    part = _PART.search(text[max(0, start - 16) : start])
    pointer = POINTER.search(text[max(0, start - 11) : start])
    first = month_number(found["month"])
    last = month_number(found["last"]) if found["last"] else first
    year, by, end = found["year"], found["by"] or "", found.end()
    if year and next_word(text, end) in MEASURED:
        year, end = None, found.end("last" if found["last"] else "month")
    if not (year or by or part or pointer):
        if found["last"] and found["mark"].strip().isalpha() and lead not in _PLAIN | _OTHER_LEADS:
            last, end = first, found.end("month")
        if first == last and not _stands_for_a_month(text, found, lead, first):
            return None
    if _HABIT.match(text, end):
        return None
    begin = opening(text, start)
    if part:
        begin = start - len(part[0])
    elif pointer:
        begin = start - len(pointer["word"]) - 1
    said = part["part"].lower() if part else ""
    if year:
        over = last < first
        whole = months_of(int(year) - over, first, last + 12 * over)
        if whole and said and first == last:
            whole = part_of(whole, said)
        return Expression(begin, end, "fixed", (whole, "")) if whole else None
    how = pointer["word"].lower() if pointer else by
    if not how and lead == "that":
        how = "that"
    if not how and _ENDED.search(text[max(0, start - 30) : start]):
        how = "ended"
    return Expression(begin, end, "month", (first, last, how, said))


def find_month_day(text: str, start: int) -> Expression | None:
    """Read a month and a day of it, or several: "March 16 and 17, 2023"."""
    several = _MONTH_DAYS.match(text, start)
    if several and next_word(text, several.end("last_day")) not in MEASURED:
        month, day = month_number(several["month"]), _number(several["day"])
        last_month = month_number(several["last_month"]) if several["last_month"] else month
        last_day = _number(several["last_day"])
        if last_month != month or day < last_day:
            return month_day(several, (month, day, last_month, last_day))
    found = _MONTH_DAY.match(text, start)
    if not found or (not found["year"] and next_word(text, found.end("day")) in MEASURED):
        return None  # "in May 12 people died"
    month, day = month_number(found["month"]), _number(found["day"])
    return month_day(found, (month, day, month, day))


def _stands_for_a_month(text: str, found: re.Match[str], lead: str, month: int) -> bool:
    """Tell a month from a surname, a first name, a verb or a modal."""
    follower = next_word(text, found.end())
    written = found["month"]
    if len(written.rstrip(".")) < 4 and month != 5:
        return lead in _PLAIN | _OTHER_LEADS and written != "Mar"
    if month == 8:
        return lead in _PLAIN or not follower[:1].isupper()
    if month not in _ALSO_NAMES:
        return True
    if lead == "that" and text[found.end() : found.end() + 1] in (",", ".", ";"):
        return True
    if lead.endswith("est") and not found["own"]:
        return True  # "the wettest April since 1998"
    if lead in _PLAIN:
        return not (found["own"] and month == 5)
    if lead in _OTHER_LEADS:
        if month == 5 and lead != "by":
            return lead == "of" and previous_word(text, found.start() - 3) in _ENDS
        return not follower[:1].isupper() and not (month == 3 and follower in _PREPOSITIONS)
    if not follower.islower() or follower in _PREPOSITIONS:
        return False
    return lead in _ARTICLES or (bool(found["own"]) and month != 5)


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))
