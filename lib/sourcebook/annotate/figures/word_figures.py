"""Read figures that are words of their own: "twice", "dozens", "trilateral"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.counted import Words, head_noun, plural
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import SCALES

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
TO_MULTIPLY: dict[str, int | Decimal] = {
    "double": 2,
    "triple": 3,
    "treble": 3,
    "quadruple": 4,
    "halve": Decimal("0.5"),
}
_GROWS = frozenset("to will would could can may might should than nearly almost".split())
_OF_WHAT = re.compile(
    r" (?:the (?:number|amount|size|rate|figure|level|total|price)|its|what|that)\b"
)
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
_EARLIER = re.compile(r" (?:earlier|ago|before|previously)\b")
_TENS_OF = {"tens": 20, "dozens": 24, "hundreds": 200}
_TENS = re.compile(r" of (thousands|millions|billions)\b")


def read_word_figure(text: str, words: Words, at: int) -> Measure | None:
    """Read a figure that is a word, at word number `at`; None where there is none."""
    word, start, end = words[at]
    low = word.lower()
    if low in TO_MULTIPLY:
        grows = _before(words, at) in _GROWS or _OF_WHAT.match(text, end)
        many = Decimal(TO_MULTIPLY[low])
        return Measure(start, end, "times", "times", many) if grows else None
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
    return None


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
    elif before == "of" and earlier == "couple":
        begin = words[at - 3 if _before(words, at - 2) == "a" else at - 2][1]
        least = 2 * scale
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
