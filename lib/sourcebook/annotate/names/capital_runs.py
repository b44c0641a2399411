"""Runs of capitalised words: where unknown names may stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.words import (
    ABBREVIATIONS,
    BODIES,
    GROUNDS,
    PARTICLES,
)
from sourcebook.annotate.page import Page

_APOSTROPHES = frozenset({"'", "’", "‘", "\u02bc"})
_FULL_STOPS = frozenset({". ", ".", ".\u00a0"})
_WITH_OF = (
    BODIES
    | GROUNDS
    | frozenset(
        "secretary duke duchess earl countess archbishop bishop king queen prince princess".split()
    )
)
# "Department of Health and Human Services", but not "University of Oxford and Cambridge".
_WITH_AND = frozenset(
    """ministry department institute center centre committee office bureau agency commission
    council organisation organization association school administration federation""".split()
)
_LINKS = frozenset({"of", "for", "on", "and"})
# The second half of a given name such as Chang-hee; "led" and "style" are none.
_SYLLABLE = re.compile(r"[^\Waeiouwy\d]{0,3}[aeiouwy]{1,3}(?:ng|[nmklptrhgc])?")
_NO_SYLLABLE = frozenset("up on run win to day top pro per man men way too".split())
_OPENING = "\"'“‘«„\u2039「『(["
_LEADS_IN = "•*:—–-·|>"
_LONGEST = 12


def find_runs(page: Page, atoms: Atoms) -> list[tuple[int, int]]:
    """First and last atom (exclusive) of every run of capitalised words, in order.

    A run goes on over particles (Ursula von der Leyen), over "of" after the head of an organisation
    or a place, and over the small second half of a given name.
    """
    words, folded = atoms.words, atoms.folded
    runs: list[tuple[int, int]] = []
    same_sentence = _same_sentence(page)
    end = 0
    for place in [i for i, word in enumerate(words) if word[0].isupper()]:
        if place < end:
            continue
        if _is_address(atoms, place):
            continue
        first, end = place, _take(atoms, place)
        while end < len(words) and end - first < _LONGEST:
            beyond = _next(atoms, first, end, same_sentence)
            if not beyond:
                break
            end = beyond
        if first and folded[first - 1] in ("al", "el") and atoms.gaps[first - 1] in ("-", "\u2010"):
            first -= 1
        runs.append((first, end))
    return runs


def opens_sentence(page: Page, atoms: Atoms) -> Callable[[int], bool]:
    """Return a test whether an atom has its capital from its place: a sentence's first, a quote's.

    What follows a colon, a dash or a bullet counts as well.
    """
    starts = {start for start, _ in page.sentences}
    text = page.text

    def opens(place: int) -> bool:
        start = atoms.starts[place]
        if start in starts or start == 0:
            return True
        if text[start - 1] == " " and text[max(start - 2, 0)].islower():
            return False  # By far the most frequent case.
        before = text[max(start - 4, 0) : start]
        bare = before.rstrip(_OPENING)
        if bare != before and before[-1] not in "([":
            return True
        if start - (len(before) - len(bare)) in starts or bare.endswith("\n") or not bare:
            return True
        last = bare.rstrip(" \t\u00a0")
        return last != bare and last[-1:] != "" and last[-1] in _LEADS_IN

    return opens


def _take(atoms: Atoms, place: int) -> int:
    """End of the word at `place`, with the small halves that hyphens add to it."""
    end = place + 1
    while (
        end < len(atoms.words)
        and end - place < 3
        and atoms.gaps[end - 1] in ("-", "\u2010", "\u2011")
        and len(atoms.words[end]) < 7
        and atoms.words[end].islower()
        and _SYLLABLE.fullmatch(atoms.words[end])
        and atoms.words[end] not in _NO_SYLLABLE
    ):
        end += 1
    return end


def _next(atoms: Atoms, first: int, end: int, same_sentence: Callable[[int, int], bool]) -> int:
    """End of the run with the next word, or 0 if the run ends at `end`."""
    gap, folded = atoms.gaps[end - 1], atoms.folded
    if atoms.words[end][0].isupper():
        return _take(atoms, end) if _joins(atoms, end - 1, gap, same_sentence) else 0
    if gap not in (" ", "-", "\u00a0") or end + 1 >= len(atoms.words):
        return 0
    word = folded[end]
    if word in _LINKS:
        goes_on = (atoms.is_capital(end + 1) and _links(atoms, first, end)) or (
            word == "of" and folded[end - 1] in _WITH_OF and folded[end + 1] == "the"
        )
        skip = 2 if folded[end + 1] == "the" else 1
        target = end + skip
    elif word in PARTICLES:
        goes_on, target = True, end + 1
        while target < min(end + 3, len(folded) - 1) and folded[target] in PARTICLES:
            if atoms.words[target][0].isupper():
                break
            target += 1
    else:
        return 0
    if not goes_on or not atoms.is_capital(target):
        return 0
    close = all(atoms.is_close(place) for place in range(end - 1, target))
    return _take(atoms, target) if close or atoms.gaps[target - 1] in _APOSTROPHES else 0


def _links(atoms: Atoms, first: int, end: int) -> bool:
    word, folded = atoms.folded[end], atoms.folded
    if word != "and":
        return folded[end - 1] in (_WITH_OF if word == "of" else BODIES)
    own = folded[first:end]
    inside = not _WITH_AND.isdisjoint(own) and not _LINKS.isdisjoint(own)
    if inside and folded[end + 1] not in _WITH_AND:
        return True
    # the Food and Drug Administration
    two = folded[end + 2 : end + 4]
    headed = atoms.is_capital(end + 2) and not BODIES.isdisjoint(two[:1])
    the = "the" in (folded[first], atoms.before(first))
    return headed and end - first < 4 and the


def _joins(atoms: Atoms, place: int, gap: str, same_sentence: Callable[[int, int], bool]) -> bool:
    if gap in (" ", "\u00a0", " & ", "&"):
        return True
    if gap in ("-", "\u2010", "\u2011"):
        return True
    word = atoms.words[place]
    if gap in _APOSTROPHES:
        return len(word) < 3
    if gap in _FULL_STOPS:
        return len(word) == 1 or atoms.folded[place] in ABBREVIATIONS
    if gap == ", ":
        return atoms.folded[place + 1] in ("jr", "sr", "inc", "llc", "ltd")
    return gap == "\n" and same_sentence(atoms.starts[place], atoms.starts[place + 1])


def _same_sentence(page: Page) -> Callable[[int, int], bool]:
    starts = [start for start, _ in page.sentences]
    return lambda one, other: bisect_right(starts, one) == bisect_right(starts, other)


def _is_address(atoms: Atoms, place: int) -> bool:
    """Tell whether a word belongs to a web address, a handle or a hashtag."""
    start, end = atoms.starts[place], atoms.ends[place]
    before = atoms.text[start - 1 : start]
    if before == "/":
        return not atoms.is_capital(place - 1)  # KYIV/LONDON is no address
    return before in ("@", "#", "\\", "_", "=") or atoms.text[end : end + 1] == "@"
