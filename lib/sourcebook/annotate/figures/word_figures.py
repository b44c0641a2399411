"""Read figures that are words of their own: "twice", "dozens", "trilateral", "fourth-largest"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.counted import Words, head_noun, plural
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import ORDINALS, SCALES

MULTIPLES: dict[str, tuple[int | Decimal, str]] = {
    "twice": (2, "times"),
    "thrice": (3, "times"),
    "doubled": (2, "times"),
    "doubling": (2, "times"),
    "tripled": (3, "times"),
    "tripling": (3, "times"),
    "trebled": (3, "times"),
    "quadrupled": (4, "times"),
    "halved": (Decimal("0.5"), "times"),
    "halving": (Decimal("0.5"), "times"),
    "twofold": (2, "times"),
    "threefold": (3, "times"),
    "fourfold": (4, "times"),
    "fivefold": (5, "times"),
    "tenfold": (10, "times"),
}
GROUPS = {"trilateral": 3, "tripartite": 3, "quadrilateral": 4, "four-way": 4, "three-way": 3}
_JOINT = frozenset(
    "summit summits meeting meetings talks talk dialogue negotiations collaboration cooperation "
    "co-operation agreement agreements accord pact treaty deal alliance partnership exercise "
    "exercises drill drills forum conference format framework mechanism commission coalition "
    "relationship relations ties race contest call statement declaration".split()
)
# A plural without a number is read as two or more of its kind.
MULTITUDES = {
    "dozens": Decimal(24),
    "scores": Decimal(40),
    "hundreds": Decimal(200),
    "thousands": Decimal(2000),
    "millions": Decimal(2 * 10**6),
    "billions": Decimal(2 * 10**9),
    "trillions": Decimal(2 * 10**12),
}
LONE_SPANS = frozenset("minute hour day week month year decade century".split())
LONE_SCALES = frozenset("dozen hundred thousand million billion trillion".split())
SPANS = {
    "decades": ("years", 20),
    "centuries": ("years", 200),
    "years": ("years", 2),
    "months": ("months", 2),
    "weeks": ("weeks", 2),
    "days": ("days", 2),
    "hours": ("hours", 2),
}
_SPAN_ENDS = ("-old", "-long")
_NTH = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)\b")
_SUPERLATIVE = re.compile(
    r"[ -](?:(?:most|least)[ -][a-z]{2,14}|best|worst|[a-z]{2,10}[^aeiou\W]est|[a-z]{2,10}iest)\b"
)
_STREAK = re.compile(r" (?:straight|consecutive|successive) ([a-z]{3,12})\b")
_NUMBERED = re.compile(r"No\.? ?([0-9]{1,3})(?![0-9])")
_RANKED = frozenset("ranked the a world seed seeded world's world’s as our their its".split())
_NOUN_AFTER = re.compile(
    r"(?: or [0-9]+)? (?:seed|ranked|ranking|spot|side|team|player|single|song|in the)"
)
_EARLIER = re.compile(r" (?:earlier|ago|before|previously)\b")
_TIMES = re.compile(r" time\b")
_PLACED = frozenset("ranked ranks rank finished finishing placed came seeded lies lie".split())
_NOT_SUPERLATIVE = frozenset("interest forest harvest request protest contest guest quest".split())
_TENS_OF = {"tens": 20, "dozens": 24, "hundreds": 200}
_TENS = re.compile(r" of (thousands|millions|billions)\b")


def read_word_figure(text: str, words: Words, at: int) -> Measure | None:
    """Read a figure that is a word, at word number `at`; None where there is none."""
    word, start, end = words[at]
    low = word.lower()
    if low == "no":
        return _numbered(text, at, words)
    if low in MULTIPLES:
        if text[end : end + 1] == "-" or (low == "twice" and _before(words, at) == "think"):
            return None
        value, unit = MULTIPLES[low]
        return Measure(start, end, unit, "times", Decimal(value))
    if low in GROUPS:
        following = [words[place][0].lower() for place in range(at + 1, min(at + 3, len(words)))]
        if not _JOINT.intersection(following):
            return None
        return Measure(start, end, "countries", "group", Decimal(GROUPS[low]))
    if low in MULTITUDES or low == "tens":
        return _multitude(text, words, at)
    if low in LONE_SPANS:
        return _lone_span(text, words, at)
    if low in LONE_SCALES:
        return _lone_scale(text, words, at)
    first = low.partition("-")[0]
    if first in SPANS:
        unit, least = SPANS[first]
        known = low[len(first) :] in _SPAN_ENDS
        return Measure(start, end, unit, "time", low=Decimal(least)) if known else None
    return read_rank(text, words, at)


def read_rank(text: str, words: Words, at: int) -> Measure | None:
    """Read "fourth-largest", "the third most populous", "ranked 12th", "a third straight win"."""
    word, start, end = words[at]
    low = word.lower().partition("-")[0]
    digits = _NTH.match(low)
    value = int(digits[1]) if digits else ORDINALS.get(low)
    if value is None:
        return None
    stop = start + len(low)
    if (best := _SUPERLATIVE.match(text, stop)) and best.group()[1:] not in _NOT_SUPERLATIVE:
        return Measure(start, best.end(), "rank", "rank", Decimal(value))
    if stop != end:
        return None
    if streak := _STREAK.match(text, end):
        return Measure(start, streak.end(), plural(streak[1]), "streak", Decimal(value))
    before = _before(words, at)
    if digits is None and low == "second" and before == "split":
        return None
    if _TIMES.match(text, end) and before in ("the", "a"):
        return Measure(start, end + 5, "times", "streak", Decimal(value))
    close = at and text[words[at - 1][2] : start] == " "
    if close and before in _PLACED and text[end : end + 3] not in (" in", " to"):
        return Measure(start, end, "rank", "rank", Decimal(value))
    if text[end : end + 6] == " place" and before in ("in", "a", "to"):
        return Measure(start, end + 6, "rank", "rank", Decimal(value))
    return None


def _numbered(text: str, at: int, words: Words) -> Measure | None:
    """Read "No. 1" as a rank; "No 10", where nobody is ranked, is an address."""
    match = _NUMBERED.match(text, words[at][1])
    if match is None:
        return None
    ranked = _before(words, at) in _RANKED or _NOUN_AFTER.match(text, match.end())
    value = Decimal(match[1])
    return Measure(words[at][1], match.end(), "rank", "rank", value) if ranked else None


def _multitude(text: str, words: Words, at: int) -> Measure | None:
    """Read "hundreds of protesters" and "tens of thousands" as lower bounds."""
    word, start, end = words[at]
    low = word.lower()
    if tens := _TENS.match(text, end):
        least = _TENS_OF.get(low, 0) * SCALES[tens[1][:-1]]
        end = tens.end()
    else:
        least = MULTITUDES.get(low, Decimal(0))
    if not least:
        return None
    after = at + 1
    while after < len(words) and words[after][1] < end:
        after += 1
    if text[end : end + 4] == " of " and after < len(words):
        head = head_noun(text, words, after + 1, end + 3)
        if head is not None:
            span = (words[after + 1][1], words[head][2])
            noun = words[head][0]
            unit = noun.lower() if noun.islower() else noun
            return Measure(start, span[1], unit, "count", low=least, noun=span)
        return None if low == "scores" else Measure(start, end, "unknown", "bare", low=least)
    head = head_noun(text, words, after, end) if low != "scores" else None
    if head is not None:
        span = (words[after][1], words[head][2])
        return Measure(start, span[1], words[head][0], "count", low=least, noun=span)
    return Measure(start, end, "unknown", "bare", low=least) if low != "scores" else None


def _lone_scale(text: str, words: Words, at: int) -> Measure | None:
    """Read "a dozen eggs", "half a million people", "several hundred"."""
    word, start, end = words[at]
    if text[end : end + 1] == "-":
        return None
    before, earlier = _before(words, at), _before(words, at - 1)
    scale = SCALES[word.lower()]
    begin = words[at - 1][1] if at else start
    value: Decimal | None = None
    least: Decimal | None = None
    if before in ("a", "an") and earlier == "half":
        begin, value = words[at - 2][1], scale / 2
    elif before in ("a", "half"):
        value = scale if before == "a" else scale / 2
    elif before == "several" or (before == "few" and earlier == "a"):
        begin = words[at - 2][1] if before == "few" else begin
        least = 2 * scale
    if (value is None and least is None) or (at and text[words[at - 1][2] : start] != " "):
        return None
    head = head_noun(text, words, at + 1, end)
    noun = None if head is None else (words[at + 1][1], words[head][2])
    unit = "unknown" if head is None else words[head][0]
    kind = "bare" if head is None else "count"
    return Measure(begin, noun[1] if noun else end, unit, kind, value, least, noun=noun)


def _lone_span(text: str, words: Words, at: int) -> Measure | None:
    """Read "half an hour"; and "a decade", a figure only where it is hedged ("almost a decade")."""
    word, start, end = words[at]
    if _before(words, at) not in ("a", "an") or text[words[at - 1][2] : start] != " ":
        return None
    half = _before(words, at - 1) == "half"
    if not half and _before(words, at - 1) == "than" and _EARLIER.match(text, end):
        return None  # "lower than a year ago"
    begin = words[at - 2 if half else at - 1][1]
    value = Decimal("0.5") if half else Decimal(1)
    return Measure(begin, end, plural(word), "time" if half else "loose", value)


def _before(words: Words, at: int) -> str:
    return words[at - 1][0].lower() if at > 0 else ""
