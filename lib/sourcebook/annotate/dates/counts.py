"""Finding counts of units that are counted from a day: "two years ago", "in 12 years"."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.words import COUNT, UNIT, Expression, count_of, singular

_SPAN = re.compile(
    rf"(?P<count>{COUNT}|an?)(?P<mark>[\s-])(?P<unit>hour|{UNIT}|centurie)(?P<many>s?)[’']?"
    rf"(?P<after>-old|\sago|\s(?:earlier|later|before|afterwards?|after|previously)(?!\sthan)|[’']?\stime"
    rf"|\s(?:had|have|has)\spassed)?(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_QUARREL = frozenset(
    "dispute row war conflict feud standoff stand-off battle struggle investigation freeze "
    "hiatus absence drought high low highs lows siege insurgency ban wait occupation blockade "
    "probe inquiry rule reign boycott embargo impasse deadlock stalemate quarrel spat rift "
    "estrangement exile crackdown invasion career streak record peak trough".split()
)
_BACK = re.compile(
    r"\b(?:first|worst|best|highest|lowest|biggest|largest|fastest|slowest|sharpest|most"
    r"|fewest|least|deadliest|hottest|strongest|weakest|longest)\b",
)
_FIRST = re.compile(r"\b(?:first|best|worst|highest|lowest|biggest|largest|longest|hottest)\b")
_SOFT = re.compile(
    r"(?:\b(?:almost|nearly|about|around|some|roughly|approximately|just|only|over|at least"
    r"|more than|less than|under|barely|a mere|the|more|not)\s){1,2}$",
    re.IGNORECASE | re.ASCII,
)


def find_span(text: str, start: int) -> Expression | None:
    """Read a count of units that is counted from a day: "two years ago", "in 12 years"."""
    found = _SPAN.match(text, start)
    if not found:
        return None
    count, unit = count_of(found["count"]), singular(found["unit"])
    after = (found["after"] or "").strip().lower()
    soft = _SOFT.search(text[max(0, start - 30) : start])
    start = start - len(soft[0]) if soft else start
    end = found.end()
    if unit == "weekend" or (unit == "hour" and after):
        return None
    if after == "ago":
        return Expression(start, end, "ago", (-count, unit))
    if after.endswith("time"):
        return Expression(start, end, "ago", (count, unit)) if _after(text, start, "in") else None
    if after.endswith("passed"):
        return Expression(start, end, "passed", (count, unit, after[:3]))
    if after in ("earlier", "later", "before", "after", "afterwards", "afterward", "previously"):
        if after in ("before", "after") and text[end : end + 1] not in (",", ".", ";", "", "\n"):
            return None  # "two years before the war": the war has no date here
        sign = -1 if after in ("earlier", "before", "previously") else 1
        return Expression(start, end, "shift", (sign * count, unit))
    if found["mark"] == "-":
        words = text[end : end + 40].split()[:3]
        quarrel = any(
            word.strip(".,;:’'”\"s") in _QUARREL or word.strip('.,;:”"') in _QUARREL
            for word in words
        )
        return (
            Expression(start, end, "back", (count, unit)) if quarrel and not found["many"] else None
        )
    if after:
        return None
    if _after(text, start, "in"):
        kind = "back" if _BACK.search(text[max(0, start - 60) : start]) else "in"
        return Expression(start - 3, end, kind, (count, unit))
    if _after(text, start, "for") and _FIRST.search(text[max(0, start - 60) : start]):
        return Expression(start - 4, end, "back", (count, unit))
    if _after(text, start, "within"):
        return Expression(start - 7, end, "ahead", (count, unit))
    return None


def _after(text: str, start: int, word: str) -> bool:
    before = text[max(0, start - len(word) - 2) : start].lower()
    return before.endswith(word + " ") and (len(before) == len(word) + 1 or not before[0].isalnum())
