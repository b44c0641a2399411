"""The phrase of a sentence that a figure says something of: "exports", "the crossing"."""

from __future__ import annotations

import re

from sourcebook.annotate.figures.counted import DESCRIBING, STOPS, Words, is_plural
from sourcebook.annotate.figures.labels import MONTHS
from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.page import Page

_VERBS = frozenset(
    "rose fell grew climbed jumped dropped slipped slid gained lost shed added totaled totalled "
    "reached hit stood stands is was are were remained remains amounted amounts cost costs cut "
    "raised lifted increased decreased declined surged soared tumbled plunged shrank expanded "
    "slumped rebounded averaged accounted accounts accounting lasted lasts takes took make makes "
    "made has had have will would could can earned earns posted reported closed ended traded edged "
    "advanced doubled tripled quadrupled halved dipped crept inched ticked eased weakened "
    "strengthened exceeded weighs weighed measures measured covers covered spent spends worth "
    "valued priced estimated rising falling up down by met won".split()
)
_EDGES = frozenset(
    "that which who while as and but because when if although though since said says say after "
    "before where so whose".split()
)


_TIME_WORDS = MONTHS | frozenset(
    "last next later earlier ago away week weeks month months year years day days today yesterday "
    "quarter time round monday tuesday wednesday thursday friday saturday sunday now".split()
)
"""What follows a figure without saying what it measures."""
_PRONOUNS = frozenset("i you he she it we they this that these those there who which".split())
_ADVERBIAL = frozenset(
    "in on by at for after since last next this from until during before under".split()
)
_ARTICLES = frozenset("the a an its his her their our".split())
_FOR = frozenset("for over in within after during about around just only than nearly".split())
_ACTS = re.compile(
    r"[a-z]{2,}(?:ed|ing)|spent|took|takes?|lasts?|ran|run|won|lost|paid|sold|bought|led|held|kept"
    r"|left|gave|given|made|fell|rose|grew|cut|shut|met|wait|work|spend|pay|cost|stole|raise"
)


def quantified(page: Page, words: Words, measure: Measure, at: int) -> str:
    """Quote the shortest phrase near a figure that says what it measures; else ``unknown``."""
    text = page.text
    if measure.noun:
        return text[measure.noun[0] : measure.noun[1]]
    after = at
    while after < len(words) and words[after][1] < measure.end:
        after += 1
    following = phrase_after(text, words, after, measure.end)
    direct = following and text[measure.end : measure.end + 4] == " of "
    if measure.kind == "age" and not following:
        return named_before(text, words, at) or "unknown"
    if not direct and (measure.kind not in ("rank", "group", "time", "age") or not following):
        sentence, _ = page.sentence_at(measure.start)
        first = at
        while first and words[first - 1][1] >= measure.start:
            first -= 1
        following = (
            phrase_of(text, words, first)
            or phrase_before(text, words, first, sentence)
            or following
            or (acted_before(text, words, first, sentence) if measure.kind != "age" else None)
        )
    return text[following[0] : following[1]] if following else "unknown"


def phrase_of(text: str, words: Words, first: int) -> tuple[int, int] | None:
    """Find the noun before "of" that leads to word number `first`: "a grant | of"."""
    if first < 2 or words[first - 1][0] != "of":
        return None
    left = None
    for place in range(first - 2, max(first - 6, -1), -1):
        word, start, stop = words[place]
        if text[stop : words[place + 1][1]] != " " or word.lower() in STOPS - {"of"}:
            break
        if word.lower() != "of":
            left = start
    return None if left is None else (left, words[first - 2][2])


def acted_before(text: str, words: Words, first: int, sentence: int) -> tuple[int, int] | None:
    """Find what was done for so long or so much: "was jailed | for", "worked the line | for"."""
    last = first - 1
    if last > 0 and words[last][0].lower() in _FOR:
        last -= 1
    for place in range(last, max(last - 6, -1), -1):
        word, start, stop = words[place]
        if start < sentence or (place < last and text[stop : words[place + 1][1]] != " "):
            return None
        if _ACTS.fullmatch(word):
            while last > place and words[last][0].lower() in STOPS:
                last -= 1
            return start, words[last][2]
    return None


def phrase_after(text: str, words: Words, after: int, end: int) -> tuple[int, int] | None:
    """Find the noun phrase that begins after `end`, with "of", "in" or "for" before it passed over.

    Returns its start and its end (exclusive); None where something else follows.
    """
    first = None
    for place in range(after, min(after + 9, len(words))):
        word, start, stop = words[place]
        if text[end:start] not in (" ", "\u00a0", "-", ""):
            break
        low = word.lower()
        if low in STOPS or low in _VERBS or (first is not None and low.endswith("ed")):
            if first is not None:
                break
            if low not in (
                "of",
                "in",
                "for",
                "the",
                "its",
                "their",
                "all",
                "a",
                "an",
                "his",
                "her",
            ):
                return None
        elif first is None:
            first = start
        end = stop
        if first is not None and (place - after > 6 or _ends_phrase(low)):
            break
    if first is None or text[first].isdigit():
        return None
    phrase = text[first:end].lower().split()
    return None if phrase[0] in _TIME_WORDS or phrase[-1] in _TIME_WORDS else (first, end)


def _ends_phrase(word: str) -> bool:
    return is_plural(word) and word not in DESCRIBING


def phrase_before(text: str, words: Words, first: int, sentence: int) -> tuple[int, int] | None:
    """Find the subject of the verb that leads to word number `first`: "exports | totalled".

    `sentence` is where the sentence begins. Returns start and end of the subject (exclusive); None
    where no verb of measuring or changing is near.
    """
    verb = None
    for place in range(first - 1, max(first - 9, -1), -1):
        word, start, _ = words[place]
        if start < sentence:
            break
        if word.lower() in _VERBS:
            verb = place
        elif verb is not None:
            break
    if verb is None or verb == 0:
        return None
    left, right = None, words[verb - 1][2]
    for place in range(verb - 1, max(verb - 9, -1), -1):
        word, start, stop = words[place]
        if place == verb - 1 and "," in text[stop : words[verb][1]]:
            return None
        beyond = place + 1 < verb and text[stop : words[place + 1][1]].strip() != ""
        if start < sentence or beyond or word.lower() in _EDGES:
            break
        left = start
    if left is None or text[left].isdigit() or text[left:right].lower() in STOPS:
        return None
    return _without_adverbial(text, words, left, right, verb)


def _without_adverbial(
    text: str, words: Words, left: int, right: int, verb: int
) -> tuple[int, int] | None:
    """Take off "On Saturday" before "the crossing"; None where only a pronoun is left."""
    if words[verb - 1][0].lower() in _PRONOUNS:
        return None
    subject = [word for word in words[max(verb - 9, 0) : verb] if word[1] >= left]
    if subject[0][0].lower() in _ADVERBIAL:
        nouns = [start for word, start, _ in subject[1:] if word.lower() in _ARTICLES]
        if not nouns:
            return None
        left = nouns[-1]
    return left, right


def named_before(text: str, words: Words, at: int) -> str:
    """Quote the name that a comma parts from word number `at`: "Jane Smith, 34"."""
    left, right, place = None, 0, at - 1
    while place >= max(at - 4, 0) and words[place][0][0].isupper():
        _, start, stop = words[place]
        if text[stop : words[place + 1][1]] != (" " if left is not None else ", "):
            break
        left, right = start, right or stop
        place -= 1
    return "" if left is None else text[left:right]
