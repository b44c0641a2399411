"""Lines that say who wrote an article."""

from __future__ import annotations

import re

from sourcebook.annotate.zones.signatures import (
    ROLES,
    SMALL_WORDS,
    has_office,
    is_name,
    is_name_with_role,
)
from sourcebook.annotate.zones.timestamps import TIME_AT_END

_BY = re.compile(
    r"[(\[*—–-]{0,3} ?(?:(?:words|story|text|report|reporting|written|posted|compiled|analysis"
    r"|interview|editing|opinion|review|commentary|comment|exclusive|additional reporting"
    r"|with reporting|with additional reporting|writing|research|as told to|graphics?|article"
    r"|translated from (?:the )?\w{3,20}|with (?:agency )?inputs(?: from)?|inputs)"
    r"(?: and (?:words|writing|research|editing|text))? )?by:? (?=\S)",
    re.I,
)
_DONE_BY = re.compile(r"(?:[A-Z]\w{3,12}ly )?(?:[A-Z]\w{2,12}|[a-z]{3,12})(?:ed|en) by:? (?=[A-Z])")
_REPORTED_FROM = re.compile(
    r"[(\[*—–-]{0,3} ?(?:reporting|reported|with (?:an? |additional |further |agency )?"
    r"(?:inputs?|reports?|reporting|files|material|information|assistance|help))"
    r" (?:from|by) (?=\S)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_END_CREDITS = re.compile(
    r"[(\[](?:additional )?(?:reporting|writing|editing|compiled|translated|written|produced)"
    r"[\w ]{0,30} by ",
    re.I,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|research|to this (?:report|story|article|piece))", re.I
)
_CREDITED = frozenset(
    """
    reporting editing writing additional reported edited written translated translation compiled
    produced photography research graphics text by; by, by
    """.split()
)
"""Words between the names of closing credits: "Reporting by A; additional reporting by B"."""
_LABELLED = re.compile(
    r"(?:text|report|author|reporter|editor|writer|words|story|editing|interview|translation"
    r"|correspondent|from)s?: (?=[A-Z])",
    re.I,
)
_FROM_PLACE = re.compile(r"from (?=[A-Z])", re.I)
_REPORTS_FROM = re.compile(r"(?<=[\w,]) (?:reports|reporting|writes) (?:from|in) (?=[A-Z])")


def split_byline(text: str) -> tuple[int, int] | None:
    """Where the byline at the start of a line ends, and where a time after it begins.

    Both are offsets into `text`; the second is its length where no time follows. None where the
    line is no byline that shows itself by its words ("By", "Reporting from", "staff writer").

    Examples
    --------
    >>> split_byline("By Ana Silva | 3 May 2021")
    (12, 15)
    >>> split_byline("By noon the hall was full.") is None
    True
    """
    if len(text) > 400:
        return None
    if text[0] in "([" and text[-1] in ")]." and _END_CREDITS.match(text):
        return len(text), len(text)
    if len(text) > 300:
        return None
    if _CONTRIBUTED.search(text) and text.count(" ") < 40:
        return len(text), len(text)
    opening = _BY.match(text) or _DONE_BY.match(text) or _REPORTED_FROM.match(text)
    end = when = len(text)
    found = TIME_AT_END.search(text) if _DIGIT.search(text) else None
    if found and found.start() > 0:
        when = found.start(1)
        end = len(text[: found.start()].rstrip(" |·•,–—-"))
    name = text[opening.end() if opening else 0 : end]
    labelled = _LABELLED.match(text) or _FROM_PLACE.match(text)
    if labelled and (is_name(text[labelled.end() : end]) or text[4] == ":"):
        return end, when
    sentence = name.find(". ")
    if opening and 0 < sentence < 40 and is_name(name[:sentence]) and " by " in name:
        return end, when  # "By Ana Silva. Photographs by Tom Roe"
    if text.count(" ") < 10 and is_name(_REPORTS_FROM.sub(" in ", name)) and "report" in name:
        return end, when
    if opening and _is_credit(name, text[0] in "(["):
        return end, when
    if not opening and (is_name_with_role(name) or (when < len(text) and is_name(name))):
        return end, when
    return None


def _is_credit(names: str, bracketed: bool) -> bool:
    """Tell whether what follows "by" is names and offices rather than a sentence."""
    words = names.split()
    if not words or len(words) > (45 if bracketed else 22):
        return False
    if names[-1] in "?!" or (names[-1] == "." and len(words) > 6 and ";" not in names):
        return False
    common = [word for word in words if word[0].islower()]
    office = next((place for place, word in enumerate(words) if word in ROLES), -1)
    if 0 < office < 4 and is_name(" ".join(words[office + 1 :])):
        return True  # "By rural affairs reporter Ana Silva"
    credits = _CREDITED if ";" in names or bracketed else SMALL_WORDS
    plain = [
        word
        for word in common
        if not has_office(word) and word not in SMALL_WORDS and word not in credits
    ]
    if len(words) < 6 and words[0] in ("our", "a", "staff") and words[-1].lower() in ROLES:
        return True
    return len(plain) <= (4 if bracketed else 0) and len(common) < len(words)
