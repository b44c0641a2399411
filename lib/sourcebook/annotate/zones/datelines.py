"""The dateline: place, day and agency before the first sentence of a report."""

from __future__ import annotations

import re

# Each part is bounded, so that a match costs the same on any text.
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]{1,24}"
_CAPITALS = rf"{_UPPER}(?:[ \n]{_UPPER}){{0,4}}"
_NAMES = (
    r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{1,24}"
    r"(?:[ \n](?:de|la|del|es|al|on|the|of|[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,24})){0,4}"
)
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|January|February|March|April|June|July|August|September|October|November|December"
    r"|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s"
_DAY = (
    rf"(?:(?:{_WEEKDAY})?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s{_MONTH})"
    r"(?:,?\s\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
_AGENCY = r"(?:\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]|/[A-Z][\w .-]{1,30}/)"
_DASH = r"(?:--|//|—|–|-|―|_|−)"
_MORE_PLACE = rf"(?:,\s(?!{_MONTH}){_NAMES}){{0,2}}"
_JOINED = rf"(?:\s?/\s?{_CAPITALS}){{0,3}}"

_DATELINE = re.compile(
    rf"""(?:
      # LONDON (AP) — / NAIROBI, Kenya — / PARIS, March 3 (Reuters) - / ROME, May 4 /PRNewswire/ --
      {_CAPITALS}{_JOINED}{_MORE_PLACE}
        (?: (?:,|\.|\s\||)\s?{_DAY} )? [,.]?
        (?: \s?{_AGENCY} (?: \s?{_DASH}{{1,2}}(?=\s) | :(?=\s) | \.(?=\s) | (?=\s[“"A-Z]) )
          | —(?=["“A-Z])
          | \s?{_DASH}{{1,2}}\s?\([^()\n]{{2,40}}\)\s?{_DASH}{{1,2}}(?=\s)
          | \s?{_DASH}{{1,2}}(?=\s) | :(?=\s) )
      # KARACHI, Oct 3: and Lima, 3 October (EFE): and Bonn, 3 May 2001 —
    | {_NAMES}{_MORE_PLACE}(?:,|\.|\s\|)\s{_DAY}[,.]?
        (?: \s?{_AGENCY} (?: \s?{_DASH}{{1,2}}(?=\s) | [:.](?=\s) )
          | \s?{_DASH}{{1,2}}(?=\s) | :(?=\s) )
      # Paris (AFP) – and Nairobi, Kenya — followed by a capital
    | {_NAMES}{_MORE_PLACE}\s{_AGENCY}\s?{_DASH}{{1,2}}(?=\s)
    | {_NAMES}{_MORE_PLACE}\s(?:—|–|--)(?=\s[“"‘'A-Z])
      # (Reuters) - and May 3 (Reuters) -
    | (?:{_DAY}\s)?\([A-Z][^()\n]{{1,30}}\)\s?{_DASH}{{1,2}}(?=\s)
    )""",
    re.X,
)
_ALONE = re.compile(
    rf"{_CAPITALS}{_JOINED}{_MORE_PLACE}"
    rf"(?:(?:,\s{_DAY})?\s?{_AGENCY}\s?{_DASH}{{0,2}}|,\s{_DAY}\s?{_DASH}{{0,2}}|\s?{_DASH}{{1,2}})"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that opens characters `start` to `end` ends, after its dash.

    `start` itself where there is none.

    Examples
    --------
    >>> sentence = "LIMA, Peru (AP) — The mine will close, its owner said."
    >>> sentence[: dateline_end(sentence, 0, len(sentence))]
    'LIMA, Peru (AP) —'
    """
    found = _DATELINE.match(text, start, min(end, start + 200))
    return found.end() if found else start


def is_dateline(text: str) -> bool:
    """Tell whether a line is a dateline and nothing else.

    Examples
    --------
    >>> is_dateline("OSLO, 3 May (NTB) --"), is_dateline("OSLO HOUSE PRICES")
    (True, False)
    """
    return len(text) < 100 and text[:2].isupper() and _ALONE.fullmatch(text) is not None
