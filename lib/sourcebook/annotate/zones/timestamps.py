"""Lines that say when an article appeared."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY_OF = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}\b|{_MONTH}\.? \d{{1,4}}(?:st|nd|rd|th)?\b)"
)
_NUMERIC = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b)"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2} ?[ap]\.?m\b)"
_AGO = (
    r"(?:\d+|an?) ?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[mhd]) ago"
)
_MOMENT = re.compile(rf"{_DAY_OF}|{_NUMERIC}|{_AGO}|(?:just now|yesterday|today)\b", re.I)
_CLOCK_TIME = re.compile(_CLOCK, re.I)
TIME_AT_END = re.compile(
    r"(?:[|·•,–—-] ?)?"
    r"((?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:? ?|on )?"
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    rf"(?:{_DAY_OF}|{_NUMERIC}|{_AGO}|{_CLOCK})).{{0,80}}$",
    re.I,
)
_STATED = re.compile(
    rf"(?:(?:first |last )?(?:published|updated|posted|modified|issued)(?: on| at)?:? )"
    rf"(?:\w{{3,9}},? )?(?:{_DAY_OF}|{_NUMERIC}|{_AGO})",
    re.I,
)
_PRINTED = re.compile(
    rf"(?:first )?published in .{{3,60}}?, (?:{_DAY_OF}|{_NUMERIC}),? ?\d{{0,4}}", re.I
)
_NO_DIGIT = re.compile(r"\D*")
_TOKEN = re.compile(r"[^\W\d_]+")
_TIME_WORDS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september
    oct october nov november dec december mon monday tue tues tuesday wed wednesday thu thur thurs
    thursday fri friday sat saturday sun sunday am pm a p m t z noon midnight gmt utc bst est edt et
    ct cst cdt mt mst mdt pt pst pdt cet cest eet eest ist jst kst hkt sgt msk wib aest aedt nzst
    hrs
    published updated posted modified first last on at of the date created edited issued released
    release st nd rd th ago second seconds sec secs minute minutes min mins hour hours hr h d day
    days week weeks month months year years yesterday today just now an read reading time local
    content originally was this article story uk us from news
    """.split()
)


def is_timestamp(text: str) -> bool:
    """Tell whether a line says when an article appeared, and nothing else.

    Examples
    --------
    >>> is_timestamp("Published 14:05, 12 June 2024"), is_timestamp("In June 2024 he left")
    (True, False)
    """
    if len(text) > 110 or text.count(" ") > 22:
        return False
    if _NO_DIGIT.fullmatch(text) and not text.lower().endswith(("ago", "now", "day")):
        return False
    if not _MOMENT.search(text):
        return False
    if text.count(" ") < 14 and (_STATED.match(text) or _PRINTED.fullmatch(text)):
        return True
    words = _TOKEN.findall(text.lower())
    unknown = sum(word not in _TIME_WORDS for word in words)
    if not unknown:
        return True
    if "|" in text and unknown < 3 and _MOMENT.match(text):
        return True
    # "All News 09:00 ..." and "Source: Agency | 2021-07-14 19:22": a clock beside a day is telling.
    if len(words) > 9 and unknown * 5 > len(words):
        return False
    return unknown <= 4 and bool(_CLOCK_TIME.search(text)) and text[-1] != "."
