"""Finding the dates that say how far away they lie: "last week", "three days ago"."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import months_of, part_of, years_of
from sourcebook.annotate.dates.words import (
    COUNT,
    MONTH,
    SEASON,
    UNIT,
    Expression,
    count_of,
    month_number,
    next_word,
    previous_word,
    singular,
)

DAY_WORDS = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
}

_DAY_WORD = re.compile(r"today|tonight|yesterday|tomorrow|overnight", re.IGNORECASE | re.ASCII)
_POINTED = re.compile(
    rf"(?P<how>last|next|this|past|coming|previous|following|same|that|preceding)\s"
    rf"(?:(?P<season>{SEASON})|(?P<unit>{UNIT})|(?P<time>morning|afternoon|evening|night|lunchtime)"
    rf"|(?:few|couple\sof)\s(?P<few>{UNIT})s"
    rf"|(?P<count>{COUNT})\s(?:(?:full|calendar|consecutive|fiscal|financial)\s)?"
    rf"(?P<units>hour|{UNIT}|centurie)s?)(?!\w|-)",
    re.IGNORECASE | re.ASCII,
)
_PART = re.compile(
    rf"(?P<part>earlier|later|early|late|mid)[\s-](?:in\s|on\s)?(?:the\s)?"
    rf"(?:(?P<how>this|last|next|that|in the|same|following)\s(?P<unit>{UNIT})"
    rf"|(?P<year>1[0-9]{{3}}|20[0-9]{{2}})(?![0-9]|[’']?s|-[0-9]|,[0-9])|(?P<of>week|month|year)(?!\w|-))",
    re.IGNORECASE | re.ASCII,
)
_EDGE = re.compile(
    rf"(?P<edge>end|start|beginning|close|middle|turn|rest|remainder)\sof\s(?:the\s)?"
    rf"(?:(?:(?P<how>this|last|next|that|same|following|current)\s)?(?P<unit>{UNIT})"
    rf"|(?P<month>{MONTH})(?:,?\s(?P<month_year>[0-9]{{4}}))?"
    rf"|(?P<year>1[0-9]{{3}}|20[0-9]{{2}}))(?!\w|[’'][a-rt-z]|,[0-9])",
    re.IGNORECASE | re.ASCII,
)

_STRETCHES = frozenset("over in within during for through".split())
_VERB_LEADS = frozenset("to will would could can may might should not".split())
_THEN = re.compile(
    r"at the time(?! of)|on this day|hours (?:later|earlier)|(?<=in the )hours (?:before|after)"
    r"|(?:days|weeks|months) later"
    r"|the (?P<unit>day|night|week|month|year) (?P<side>before|after)(?=[.,;:”’\"\n]|$)",
    re.IGNORECASE | re.ASCII,
)
_VISIT = re.compile(
    r"during [^\s.]{1,20}(?: [A-Z][^\s.]{1,20}){0,3} (?:visit|trip)(?!\w)", re.IGNORECASE | re.ASCII
)
_WAR = re.compile(
    r"(?P<first>First )?(?:Second )?World War(?: (?P<number>Two|One|II|I)(?!\w))?", re.IGNORECASE
)
_WARS = {1: (1914, 1918), 2: (1939, 1945)}
_BEFORE_WAR = re.compile(
    r"\b(since|during|in)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?$", re.IGNORECASE | re.ASCII
)


def find_pointed(text: str, start: int) -> Expression | None:
    """Read "last week", "this morning", "the following year", "the past five years"."""
    found = _POINTED.match(text, start)
    if not found:
        return None
    how, end = found["how"].lower(), found.end()
    if (found["count"] or found["few"]) and previous_word(text, start) in _VERB_LEADS:
        return None  # "is expected to last two hours"
    so_far = text[max(0, start - 7) : start].lower() == "so far "
    start = _since(text, start)
    if found["count"]:
        count, unit = count_of(found["count"]), singular(found["units"])
        if unit == "hour" and previous_word(text, start - 4).lower() not in _STRETCHES:
            return None  # "he watched the last two hours"
        if how in ("last", "past", "previous", "preceding"):
            return Expression(start, end, "back", (count, unit))
        if how in ("next", "coming", "following"):
            return Expression(start, end, "ahead", (count, unit))
        return None
    if found["few"]:
        return None
    if found["season"]:
        if found["season"].lower() == "fall" and next_word(text, end) in ("in", "from", "of"):
            return None
        return Expression(start, end, "season", (found["season"].lower(), how))
    if found["time"]:
        if how in ("that", "same"):
            return Expression(start, end, "same", ("day", 0))
        if how in ("following", "next"):
            return Expression(start, end, "same", ("day", 1))
        if how in ("previous", "preceding"):
            return Expression(start, end, "same", ("day", -1))
        before = how in ("last", "past")
        return Expression(start, end, "days", (-before, -before))
    unit = found["unit"].lower()
    if how in ("that", "same"):
        return Expression(start, end, "same", (unit, 0))
    lead = previous_word(text, start).lower()
    if how in ("following", "previous", "preceding") or (unit == "day" and how == "next"):
        by = 1 if how in ("following", "next") else -1
        return Expression(start, end, "same", (unit, by))
    if how in ("past", "coming", "last", "next") and (lead == "the" or how in ("past", "coming")):
        if unit == "day":
            return None
        if unit == "weekend" or (lead != "the" and how in ("past", "coming")):
            by = 1 if how in ("coming", "next") else -1
            return Expression(start, end, "unit", (unit, by))
        if unit in ("century", "quarter"):
            return Expression(start, end, "unit", (unit, -1 if how == "last" else 0))
        ahead = how in ("coming", "next")
        if ahead and previous_word(text, start - 4).lower() not in _STRETCHES:
            return Expression(start, end, "same", (unit, 1))
        return Expression(start, end, "ahead" if ahead else "back", (1, unit))
    if unit == "day":
        return Expression(start, end, "days", (0, 0)) if how == "this" and lead == "on" else None
    if so_far and how == "this":
        return Expression(start - 7, end, "unit", (unit, 0, "earlier"))
    return Expression(start, end, "unit", (unit, {"last": -1, "next": 1}.get(how, 0)))


def find_day_word(text: str, start: int) -> Expression | None:
    """Read "today", "yesterday" and their kin."""
    found = _DAY_WORD.match(text, start)
    return Expression(*found.span(), "days", DAY_WORDS[found[0].lower()]) if found else None


def find_part(text: str, start: int) -> Expression | None:
    """Read a part of a year, a month or a week: "earlier this month", "late 2022"."""
    found = _PART.match(text, start)
    if not found:
        return None
    part = found["part"].lower()
    if found["year"]:
        whole = years_of(int(found["year"]), int(found["year"]))
        if not whole or part in ("earlier", "later"):
            return None
        return Expression(start, found.end(), "fixed", (part_of(whole, part), ""))
    unit = (found["unit"] or found["of"]).lower()
    if unit == "day":
        return Expression(start, found.end(), "same", (unit, 0, "or published"))
    how = (found["how"] or "this").lower()
    if not found["how"] and part not in ("earlier", "later"):
        return None
    if how in ("same", "that", "following"):
        return Expression(start, found.end(), "same", (unit, int(how == "following")))
    return Expression(start, found.end(), "unit", (unit, {"last": -1, "next": 1}.get(how, 0), part))


def find_edge(text: str, start: int) -> Expression | None:
    """Read "the end of the year", "the start of June", "by the end of 2025"."""
    found = _EDGE.match(text, start)
    if not found:
        return None
    edge = "end" if found["edge"].lower() in ("end", "close") else found["edge"].lower()
    if edge in ("rest", "remainder"):
        edge = "later"
    before = text[max(0, start - 14) : start].lower()
    lead = re.search(r"(?:\b|^)(before|by|until|till)\s(?:the\s|at\sthe\s)?$", before)
    mode = "until-" + edge if lead and edge == "end" else edge
    begin = start - len(before) + lead.start() if lead else start
    whole = None
    if found["year"]:
        whole = years_of(int(found["year"]), int(found["year"]))
    elif found["month"]:
        month = month_number(found["month"])
        if not found["month_year"]:
            return Expression(begin, found.end(), "month", (month, month, "", mode))
        whole = months_of(int(found["month_year"]), month, month)
    if found["year"] or found["month"]:
        return Expression(begin, found.end(), "edge", (whole, mode)) if whole else None
    unit, how = found["unit"].lower(), (found["how"] or "this").lower()
    if how in ("same", "that", "following") or unit == "day":
        return None
    return Expression(begin, found.end(), "unit", (unit, {"last": -1, "next": 1}.get(how, 0), mode))


def find_weekend(text: str, start: int) -> Expression | None:
    """Read "at the weekend", "over the weekend"."""
    before = text[max(0, start - 12) : start].lower()
    if before.endswith(
        ("at the ", "over the ", "on the ", "during the ", "since the ", "for the ")
    ):
        return Expression(start - 4, start + 7, "unit", ("weekend", 9))
    return None


def find_then(text: str, start: int) -> Expression | None:
    """Read what points back to a date of the text: "at the time", "days later"."""
    found = _THEN.match(text, start)
    if not found:
        return None
    words, end = found[0].lower(), found.end()
    if found["unit"]:
        unit = "day" if found["unit"].lower() == "night" else found["unit"].lower()
        return Expression(
            start, end, "same", (unit, -1 if found["side"].lower() == "before" else 1)
        )
    if words == "at the time":
        return Expression(start, end, "then")
    if words == "on this day":
        return Expression(start, end, "days", (0, 0))
    if words.startswith("hours"):
        return Expression(start, end, "same", ("day", 0, "or published"))
    return Expression(start, end, "after", (words.split()[0][:-1],))


def find_visit(text: str, start: int) -> Expression | None:
    """Read "during her visit", which another date of the text may place."""
    found = _VISIT.match(text, start)
    return Expression(*found.span(), "visit") if found else None


def find_war(text: str, start: int) -> Expression | None:
    """Read a world war where it places something in time; its years are background."""
    found = _WAR.match(text, start)
    lead = _BEFORE_WAR.search(text[max(0, start - 25) : start])
    number = (found["number"] or "").upper() if found else ""
    if not found or not lead or not (number or "ond" in found[0] or found["first"]):
        return None
    first, last = _WARS[1 if found["first"] or number in ("ONE", "I") else 2]
    since = lead[1].lower() == "since"
    return Expression(*found.span(), "war", (years_of(last if since else first, last), ""))


def _since(text: str, start: int) -> int:
    return start - 6 if text[max(0, start - 6) : start].lower() == "since " else start
