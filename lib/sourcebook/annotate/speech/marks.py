"""Quotation marks, matched into the stretches of text that stand between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# One set of characters comes first, so that the search can skip everything else. A single mark
# counts only where a word does not stand on both its sides: “don’t”.
_DOUBLE = r"[\"“”„‟«»\u2039\u203a「」『』《》]"
_MARK = re.compile(
    rf"[\"“”„‟«»\u2039\u203a「」『』《》'‘’\u201a\u201b](?:(?<={_DOUBLE})|(?<!\w.)|(?<!\u201a)(?!\w))"
)
MARKS = "\"“”„‟«»\u2039\u203a「」『』《》'‘’\u201a\u201b "
"""What may stand at either end of a quotation, with the space inside a guillemet."""

_PAIRS = {"「": "」", "『": "』", "《": "》"}
_CLOSERS = {close: opening for opening, close in _PAIRS.items()}
_ELISION = re.compile(
    r"['‘’](?:\d\ds?\b|(?:n|em|til|till|tis|twas|cause|bout|cos|coz|ere|er|im|round)\b(?![-]))",
    re.IGNORECASE,
)
_BEFORE_OPENING = frozenset("([{—–-/:“„«‘\"'\u2039¿¡=>*|…")
_MEASURED = frozenset("0123456789½¼¾⅓")


class Stretch(NamedTuple):
    """What stands between two marks, with the marks.

    `end` is exclusive; where the closing mark is missing, `closed` is False and the stretch runs to
    the end of the paragraph. `depth` is 0 for a quotation, 1 for a quotation inside one.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    depth: int = 0


def find_stretches(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Stretch]:
    r"""Find quoted stretches, in order of position; those deeper than one inside another are not.

    Apostrophes, possessives, shortened years and the marks of feet and inches are no quotation
    marks. No stretch crosses the edge of a paragraph.

    Examples
    --------
    >>> text = "The '90s boys’ choir sang ‘It’s the singers’ day’ to a 6'2 man."
    >>> [text[s.start : s.end] for s in find_stretches(text, [(0, len(text))])]
    ['‘It’s the singers’ day’']
    """
    starts = [start for start, _ in paragraphs]
    found: list[Stretch] = []
    matcher: _Matcher | None = None
    place = -1
    for mark in _MARK.finditer(text):
        here = bisect_right(starts, mark.start()) - 1
        if here != place or matcher is None:
            if matcher is not None:
                found += matcher.finish()
            place = here
            matcher = _Matcher(text, *paragraphs[max(here, 0)])
        matcher.marks.append(mark.start())
    if matcher is not None:
        found += matcher.finish()
    return found


class _Matcher:
    """Matches the marks of one paragraph. Every mark is pushed and popped at most once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.marks: list[int] = []
        self.stack: list[tuple[str, int]] = []  # family and place of each open mark
        self.open: dict[str, int] = {}  # how many of each family are open
        self.found: list[tuple[int, int, bool]] = []

    def finish(self) -> list[Stretch]:
        for place, mark in enumerate(self.marks):
            self._read(mark, self.marks[place + 1] if place + 1 < len(self.marks) else -1)
        # What is still open at the end of the paragraph: a quotation that goes on in the next one,
        # or a forgotten mark. One that another mark of its kind follows stops before that mark.
        closed = sorted(self.found)
        firsts = [start for start, _, _ in closed]
        later = self.end
        for family, start in reversed(self.stack):
            if self._may_stay_open(family, start):
                after = bisect_right(firsts, start)
                stop = min(later, self._same_family(closed, after, family))
                end = start + len(self.text[start:stop].rstrip())
                closed.append((start, end, False))
                later = start
        return _nested(self.text, closed)

    def _same_family(self, closed: list[tuple[int, int, bool]], after: int, family: str) -> int:
        if after < len(closed) and family != "single":
            start = closed[after][0]
            if _family(self.text[start]) == family:
                return start
        return self.end

    def _may_stay_open(self, family: str, start: int) -> bool:
        if family != "single":
            return True
        if self.text[start] not in "‘'":
            return False
        # “Coyle said: ‘It is late.” and the next paragraph goes on with another such mark.
        goes_on = self.text[self.end : self.end + 8].strip()[:1] == self.text[start]
        if start == self.start:
            return self.end - start > 40
        return goes_on and self.text[start - 2 : start] in {": ", ", "}

    def _read(self, at: int, following: int) -> None:
        char = self.text[at]
        family = _family(char)
        is_open = self.open.get(family, 0) > 0
        if char in _PAIRS:
            self._push(family, at)
        elif char in _CLOSERS:
            self._close(family, at)
        elif family == "single":
            self._read_single(at, following, is_open)
        elif family == "guillemet":
            inward = self._last(family) in "«\u2039"
            if is_open and (char in "»\u203a") == inward:
                self._close(family, at)
            elif char in "«\u2039" or self._looks_opening(at):
                self._push(family, at)
        elif char in "„‟":
            self._push(family, at)
        elif char == "“":
            german = self._last(family) == "„"
            if is_open and (german or (self._looks_closing(at) and not self._looks_opening(at))):
                self._close(family, at)
            else:
                self._push(family, at)
        elif is_open and not (char == '"' and self._reopens(at)):
            self._close(family, at)
        elif self._looks_opening(at) or (char == '"' and self._is_odd_opening(at)):
            self._push(family, at)

    def _read_single(self, at: int, following: int, is_open: bool) -> None:
        if _ELISION.match(self.text, at):
            return
        if is_open and self._looks_closing(at):
            if not self._is_possessive(at, following):
                self._close("single", at)
        elif self.text[at] != "’" and self._looks_opening(at):
            self._push("single", at)

    def _is_possessive(self, at: int, following: int) -> bool:
        """Tell the mark of “the players’ families” when a closing mark is still to come."""
        before, after = self.text[at - 1], self.text[at + 1 : at + 3]
        if before in "nN" and _ELISION.match(self.text, max(at - 2, 0)):
            return True
        if before not in "sSn" or not (after[:1] == " " and after[1:2].isalnum()):
            return False
        if following < 0 or _family(self.text[following]) != "single":
            return False
        return self._looks_closing(following) and not _ELISION.match(self.text, following)

    def _reopens(self, at: int) -> bool:
        return self._looks_opening(at) and not self._looks_closing(at)

    def _is_odd_opening(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return before not in _MEASURED and (after.isalnum() or at == self.start)

    def _looks_opening(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()

    def _looks_closing(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return not before.isspace() and not after.isalnum()

    def _last(self, family: str) -> str:
        if self.stack and self.stack[-1][0] == family:
            return self.text[self.stack[-1][1]]
        return ""

    def _push(self, family: str, at: int) -> None:
        self.stack.append((family, at))
        self.open[family] = self.open.get(family, 0) + 1

    def _close(self, family: str, at: int) -> None:
        if not self.open.get(family):
            return
        while True:
            popped, start = self.stack.pop()
            self.open[popped] -= 1
            if popped == family:
                self.found.append((start, at + 1, True))
                return


def _family(char: str) -> str:
    if char in "'‘’\u201a\u201b":
        return "single"
    if char in "«»\u2039\u203a":
        return "guillemet"
    if char in _PAIRS:
        return char
    return _CLOSERS.get(char, "double")


def _nested(text: str, found: list[tuple[int, int, bool]]) -> list[Stretch]:
    """Order the stretches, say how deep each lies, and keep the first two levels."""
    ends: list[int] = []
    stretches = []
    for start, end, closed in sorted(found, key=lambda f: (f[0], -f[1])):
        while ends and ends[-1] <= start:
            ends.pop()
        if len(ends) < 2 and end - start > 2:
            stretches.append(Stretch(start, end, text[start], closed, len(ends)))
        ends.append(end)
    return stretches
