"""Finding time expressions in running text, before any of them is resolved."""

from __future__ import annotations

import re
from collections.abc import Callable

from sourcebook.annotate.dates.counts import find_span
from sourcebook.annotate.dates.month_parts import find_month_part
from sourcebook.annotate.dates.months import find_month
from sourcebook.annotate.dates.numbers import find_number
from sourcebook.annotate.dates.phrases import (
    find_day_word,
    find_edge,
    find_part,
    find_pointed,
    find_then,
    find_visit,
    find_war,
    find_weekend,
)
from sourcebook.annotate.dates.seasons import (
    DECADES,
    find_century,
    find_decade,
    find_fiscal,
    find_holiday,
    find_quarter,
    find_season,
)
from sourcebook.annotate.dates.stretches import join_ends
from sourcebook.annotate.dates.weekdays import find_weekday
from sourcebook.annotate.dates.words import NUMBERS, ORDINALS, WEEKDAYS, Expression

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_Reader = Callable[[str, int], Expression | None]


def _find_last(text: str, start: int) -> Expression | None:
    return find_month_part(text, start) or find_pointed(text, start)


def _find_share(text: str, start: int) -> Expression | None:
    return find_month_part(text, start) or find_quarter(text, start)


def _readers() -> dict[str, _Reader]:
    """Which words may begin a time expression, and what then reads on."""
    readers: dict[str, _Reader] = dict.fromkeys(WEEKDAYS, find_weekday)
    readers |= dict.fromkeys([*_MONTHS, *(month.upper() for month in _MONTHS)], find_month)
    readers |= {
        "Q": find_quarter,
        "H": find_quarter,
        "FY": find_fiscal,
        "World War": find_war,
    }
    readers |= dict.fromkeys(
        [f"{which} {war}" for which in ("First", "Second") for war in ("World War", "world war")],
        find_war,
    )
    readers |= dict.fromkeys(["first world war", "second world war"], find_war)
    readers |= dict.fromkeys(
        ["New Year", "Valentine", "May Day", "Halloween", "Christmas", "Boxing"], find_holiday
    )
    either_case: dict[str, _Reader] = {}
    by_words: tuple[tuple[str, _Reader], ...] = (
        ("today tonight yesterday tomorrow overnight", find_day_word),
        ("last", _find_last),
        ("next this past that same coming previous preceding following", find_pointed),
        ("earlier early later late mid", find_part),
        ("end start beginning middle close turn rest remainder", find_edge),
        ("spring summer autumn winter fall", find_season),
        ("fiscal financial", find_fiscal),
        ("weekend", find_weekend),
        ("hours days weeks months", find_then),
        ("during", find_visit),
    )
    for words, reader in by_words:
        either_case |= dict.fromkeys(words.split(), reader)
    either_case |= dict.fromkeys([w for w in NUMBERS if w not in ("a", "an")], find_span)
    either_case |= dict.fromkeys([w for w in ORDINALS if w[0].isalpha()], find_century)
    either_case |= dict.fromkeys("first second third fourth final".split(), _find_share)
    either_case |= dict.fromkeys(DECADES[2:], find_decade)
    either_case |= {"at the time": find_then, "on this day": find_then}
    either_case |= {
        f"the {unit} {side}": find_then
        for unit in ("day", "night", "week", "month", "year")
        for side in ("before", "after")
    }
    for word, reader in either_case.items():
        readers |= {word: reader, word[0].upper() + word[1:]: reader}
    return readers


def _pattern(words: list[str]) -> re.Pattern[str]:
    """One pattern for all words, grouped by first letter, so that most places fail at once.

    Named groups, one for each kind, read better and take three times as long.
    """
    ends = {
        word: r"(?!\w)" if word[1:].islower() and word[:3] not in _MONTHS else "" for word in words
    }
    letters: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        letters.setdefault(word[0], []).append(re.escape(word[1:]) + ends[word])
    groups = [f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items()]
    return re.compile(rf"\b(?:[0-9]+(?:,[0-9]{{3}})*|{'|'.join(groups)}|[Aa]n? (?=[dfwmyqc]))")


_READERS = _readers()
_TRIGGER = _pattern(list(_READERS))


def find_expressions(text: str) -> list[Expression]:
    """Every time expression of a text, in order and never overlapping.

    Examples
    --------
    >>> text = "The pier closed in 1978. On Monday, three years later, it burned."
    >>> [text[e.start : e.end] for e in find_expressions(text)]
    ['in 1978', 'On Monday', 'three years later']
    """
    found: list[Expression] = []
    done = 0
    for hit in _TRIGGER.finditer(text):
        start, end = hit.span()
        if start < done:
            continue
        reader = _READERS.get(text[start:end])
        if reader:
            read = reader(text, start)
        elif text[start] in "aA":
            read = find_span(text, start)
        else:
            read = _number(text, start, end)
        if read:
            found.append(read if read.start >= done else read._replace(start=start))
            done = read.end
    return join_ends(text, found)


def _number(text: str, start: int, end: int) -> Expression | None:
    if end - start > 4:
        return None
    if text[end : end + 1] == "Q":
        return find_quarter(text, start)
    read = find_number(text, start, end)
    if read or end - start > 3 or text[start - 1 : start] in tuple("$£€¥₩₹#.,"):
        return read
    return find_span(text, start)
