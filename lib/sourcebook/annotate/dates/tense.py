"""Telling from the words around a time expression whether it lies ahead or behind."""

from __future__ import annotations

import re

_AHEAD = frozenset(
    "will won’t won't shall would should must can may might could expected expects expect due "
    "scheduled planned plans plan planning slated likely poised hopes aims going intends "
    "upcoming deadline until till opens open reopens ends end begins starts start begin "
    "resumes resume returns kicks expires expire airs premieres meets meet faces face arrives "
    "vote votes reconvenes forecast predicted tomorrow run runs takes take launches closes "
    "close hosts host hold flies fly play plays come comes leaves joins turns welcomes visits "
    "visit tomorrow’s we’ll i’ll he’ll she’ll they’ll it’ll you’ll we'll i'll he'll she'll "
    "they'll it'll you'll coming bound prepares preparing heads awaits looms welcome hope "
    "reconvene receive receives starting announces addresses restarts awaits awaiting await hears "
    "considers decides publishes unveils delivers debates attends departs retires concludes wraps "
    "finishes finish continues enters undergoes makes gets goes moves travels travel reopen".split()
)
"""What comes: modals, plans, and verbs that put a fixed programme into the present tense."""

_BEHIND = frozenset(
    "was were had has have did said told came went met began took made gave won lost fell rose "
    "saw held led left got hit died shot found ran sent spoke struck stood drew beat cut put "
    "broke brought caught chose flew fought grew heard kept knew laid lay paid read rode sang "
    "sank shook shut sold spent stole swept swore threw understood woke wore wrote became been "
    "done gone seen taken given shown known since after following says tells according aftermath "
    "yesterday ago burst shrank slid sprang drove hurt quit originally initially".split()
)
_IF_TO = frozenset(
    "agreed agrees wants want wanted hoped vowed promised pledged invited decided asked "
    "ordered called prepared wished offered threatened urged supposed meant go head heads "
    "travel return goes travels set ahead moved postponed adjourned delayed rescheduled "
    "pushed told".split()
)
"""Words that look ahead where "to", "for" or "of" follows: "agreed to meet", "ahead of"."""

_NOUNS = frozenset(
    "start end open run plan vote host face close hold take can may visit play forecast".split()
)
_MOSTLY_NOUNS = frozenset("vote plan visit forecast run".split())
_AUXILIARIES = frozenset(
    "to be being will would shall should can could may might must won’t won't not remain remains "
    "stay stays".split()
)
"""What "closed" or "cut" follows where it is no past tense: "will cut", "remain closed"."""
_NO_LONGER = frozenset("originally initially had previously missed".split())
_DUE = frozenset("due supposed expected scheduled set meant planned".split())
_LASTED = frozenset(
    "waited stayed lasted remained ran continued lived worked served held stood slept "
    "survived played hid did didn’t didn't".split()
)
"""What went on "until" a day that has passed: "waited until Monday"."""
_WHO = frozenset("who which that it they also will and".split())
_ARTICLES = frozenset("the a an his her its their this that first last".split())
_NOT_VERBS = frozenset("need indeed red speed feed seed exceed united hundred".split())
_WEAK_AFTER = frozenset("to after since following until till can may could next".split())
_TURN = re.compile(r"[;:—\n]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def tense_of(text: str, start: int, end: int, floor: int, ceiling: int) -> str:
    """``past``, ``future`` or an empty string, by the nearest verb or cue in the sentence.

    The words before the expression are asked first, from the nearest one back to `floor`; then
    those after it, up to `ceiling`.

    Examples
    --------
    >>> text = "The court will sit on Monday, a clerk said Friday."
    >>> tense_of(text, 19, 28, 0, len(text)), tense_of(text, 43, 49, 0, len(text))
    ('future', 'past')
    """
    before = _words(_TURN.split(text[max(floor, start - 110) : start])[-1])
    tense = _of_words_before(before)
    if tense:
        return tense
    after = _TURN.split(text[end : min(ceiling, end + 90)])[0]
    for word in _words(after):
        if word in _WEAK_AFTER:
            continue
        if word in _AHEAD:
            return "future"
        if _is_past(word):
            return "past"
    return "future" if "by" in before[-2:] else ""


def _words(text: str) -> list[str]:
    """List the words in small letters, without the month that would pass for a modal."""
    return [word.lower() for word in _WORD.findall(text) if word != "May"]


def _of_words_before(before: list[str]) -> str:
    following = ""
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        earlier = before[place - 1] if place else ""
        if (word in _AHEAD and not _is_noun(word, before[max(0, place - 2) : place])) or (
            word in _IF_TO and following in ("to", "for", "of", "until")
        ):
            if word in ("until", "till") and not _LASTED.isdisjoint(
                before[max(0, place - 4) : place]
            ):
                return "past"
            given_up = _given_up(before, place) and word not in ("until", "till", "expected")
            return "past" if given_up else "future"
        if earlier not in _AUXILIARIES and _is_past(word):
            return "past"
        if word in ("reports", "releases", "signs", "sentences") and earlier in _WHO:
            return "future"
        if word == "to" and earlier in ("is", "are"):
            return "future"
        if word in ("is", "are") and len(before) - place <= 4:
            return "future"
        following = word
    return ""


def _given_up(before: list[str], place: int) -> bool:
    """Whether "had planned", "had been due to end" or "missed a deadline" tells of an old plan."""
    if before[place] == "deadline":
        return not _NO_LONGER.isdisjoint(before[max(0, place - 3) : place])
    if place > 1 and before[place - 1] == "to" and before[place - 2] in _DUE:
        place -= 2
    lead = before[max(0, place - 2) : place]
    return lead[-1:] != [] and (lead[-1] in _NO_LONGER or lead == ["had", "been"])


def _is_noun(word: str, before: list[str]) -> bool:
    """Whether "vote", "run" and the like are nouns here, and "expected" a comparison."""
    near = before if word in _MOSTLY_NOUNS else before[-1:]
    if word in _NOUNS and any(other in _ARTICLES for other in near):
        return True
    return near[-1:] in (["than"], ["as"])


def _is_past(word: str) -> bool:
    return word in _BEHIND or (word.endswith("ed") and word not in _NOT_VERBS)
