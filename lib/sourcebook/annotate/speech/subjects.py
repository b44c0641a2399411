"""Who a verb belongs to: the words before or after it that are its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.annotate.speech.clauses import (
    ADVERBIAL,
    BE,
    DETERMINERS,
    FINITE,
    PARTICIPLE,
    PREPOSITIONS,
    REACH,
    chunks_of,
    clause_start,
    is_auxiliary,
    is_finite,
    is_parted,
    skip_connectives,
    skip_leading,
)
from sourcebook.annotate.speech.cues import CUES
from sourcebook.annotate.speech.narration import Word

_PEOPLE_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_NO_SUBJECT = frozenset(
    """on in to that at as of about from for during after before when it how why what if there by
    with into out up down so not only yes no through via""".split()
) - {"no"}
_AFTER_SUBJECT = frozenset(
    """as after before when while during following adding who that because since until outside
    via through speaking told last late early this earlier later yesterday today monday
    tuesday wednesday thursday friday saturday sunday about following upon amid
    afterwards""".split()
)
_HEARSAY = frozenset("said reported believed thought alleged claimed understood heard".split())
_AGES = frozenset("four five six seven eight nine ten eleven twelve thirteen".split())
_PLACES_IN_TIME = frozenset("in at during for with of".split())
_OCCASION = re.compile(
    r"(?:in|on|with)\s(?:(?:an?|the|his|her|its|their|one)\s)?(?:[\w-]+\s){0,3}?"
    r"(?:statement|interview|speech|post|email|e-mail|letter|briefing|conference|report|note|text|"
    r"tweet|video|message|article|reply|response|testimony|filing|release|memo|call|podcast|show|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Twitter|X|Facebook|Instagram|Telegram|analyzing|"
    r"(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|a)\b"
)


class Subject(NamedTuple):
    """The words of a subject: `first` to `last` (exclusive) in the statement's list of words.

    `aside` is the stretch of words between commas after it, empty where first equals last.
    `shared` tells that the verb has no subject of its own and uses the one before it in the
    statement; `relative` that “who” stands between the subject and its verb.
    """

    first: int = 0
    last: int = 0
    aside: tuple[int, int] = (0, 0)
    shared: bool = False
    relative: bool = False


SHARED = Subject(shared=True)


def subject_before(text: str, words: Sequence[Word], verb: int, first: int) -> Subject | None:
    """Find the subject that stands before `words[verb]`, not before `words[first]`.

    None where nothing before the verb can be its subject.
    """
    end = verb
    while end > first and is_auxiliary(words[end - 1]):
        end -= 1
    while verb > end > first + 1 and words[end - 1].small in {"on", "late", "early"}:
        end -= 1
    if end == first:
        return SHARED if first else None
    if words[end - 1].small == "to":
        if end < 3 or words[end - 2].small not in _HEARSAY or words[end - 3].small not in BE:
            return SHARED  # “Keogh intervened to remind the jury”
        end -= 3  # “he is said to have replied”
        if end <= first:
            return None
    chunks = chunks_of(text, words, max(first, end - REACH), end)
    if not chunks:
        return None
    if _is_form(words[verb], "ing") and not any(w.small in BE for w in words[end:verb]):
        # “Smith left, saying …”; but “with an aide saying …” has a subject of its own.
        start, stop = chunks[-1]
        if is_parted(text, words, verb) or not any(w.small == "with" for w in words[start:stop]):
            return SHARED
    aside = any(is_parted(text, words, place) for place in range(end, verb + 1))
    if not aside or len(chunks) == 1:
        return _within(text, words, chunks, len(chunks) - 1)
    place = len(chunks) - 2
    while place > 0 and _is_aside(words, chunks[place]) and _can_head(words, chunks[place - 1]):
        place -= 1
    opening = words[skip_connectives(words, *chunks[place])]
    if opening.small in ADVERBIAL and place == 0 and len(chunks) == 2:
        # “In Paris, the minister, said”: a stray comma before the verb
        return _within(text, words, chunks, 1)
    return _within(text, words, chunks, place)


def subject_after(text: str, words: Sequence[Word], verb: int, limit: int) -> Subject | None:
    """Find the subject of an inverted verb, as in “said Jane Smith, a baker, on Monday”."""
    first = verb + 1
    while first < limit and words[first].small in {"also", "both"}:
        first += 1
    if first >= limit or is_parted(text, words, first) or words[first].small in _NO_SUBJECT:
        return None
    last = first
    common = words[first].text[0].islower() and words[first].small not in {"he", "she", "they"}
    while last < limit and last - first < 25:
        if last > first and _ends_subject(text, words, first, last, common):
            break
        last += 1
    aside = (last, last)
    if last < limit and "," in text[words[last - 1].end : words[last].start]:
        stop = last + 1
        while stop < limit and stop - last < 12 and not is_parted(text, words, stop):
            stop += 1
        aside = (last, stop)
    return Subject(first, last, aside)


def _ends_subject(text: str, words: Sequence[Word], first: int, place: int, common: bool) -> bool:
    """Tell whether the subject that begins at `first` ends before `place`.

    `common` tells that it begins with a small letter: “a man in the crowd”, “farmer Ann Ray”.
    """
    word, before = words[place], words[place - 1]
    if is_parted(text, words, place):
        return True
    if word.small in _AFTER_SUBJECT:
        return not (common and word.small == "who")
    if word.small in PREPOSITIONS:
        if word.small in {"to", "by"} or not (common or word.small == "of"):
            return True
        return bool(word.small in {"in", "on", "with"} and _OCCASION.match(text, word.start))
    if not common:
        return is_auxiliary(word) or bool(PARTICIPLE.match(word.text))
    # “campaigner Dot Mills afterwards”: the name ends it
    bare = words[first].small not in DETERMINERS and place > first + 1
    return bare and word.text[0].islower() and before.text[0].isupper()


def sentence_subject(
    text: str, words: Sequence[Word], limit: int, first: int = 0
) -> Subject | None:
    """Find the subject of a sentence: what stands before its first finite verb.

    Words `first` to `limit` (exclusive) are read.
    """
    chunks = chunks_of(text, words, first, min(limit, first + REACH))
    for place, (start, stop) in enumerate(chunks):
        start = skip_leading(text, words, skip_connectives(words, start, stop), stop)
        if start < stop and words[start].small in ADVERBIAL:
            continue
        # “retired engineer Ann Ray” is a subject, “turning away” none.
        named = any(words[at].text[0].isupper() for at in (min(start + 1, stop - 1), stop - 1))
        participle = PARTICIPLE.match(words[start].small) and not named
        if start == stop or (participle and place + 1 < len(chunks)):
            continue
        last = start
        while last < stop and not (
            is_finite(words[last], last > start) and not _gives_name(words, last)
        ):
            led = last > start and words[last].small in {"on", "in", "with"}
            if led and _OCCASION.match(text, words[last].start):
                break
            last += 1
        aside = (last, last)
        if last == stop and place + 1 < len(chunks):
            aside = chunks[place + 1]
        while last - start > 1 and is_auxiliary(words[last - 1]):
            last -= 1  # “The duchess yesterday opened”
        return Subject(start, last, aside)
    return None


def _gives_name(words: Sequence[Word], at: int) -> bool:
    """Tell “a baker named Ann Ray”, where the participle does not end the subject."""
    named = words[at].small in {"named", "called", "nicknamed", "identified"}
    return named and any(word.text[0].isupper() for word in words[at + 1 : at + 3])


def _within(
    text: str, words: Sequence[Word], chunks: list[tuple[int, int]], place: int
) -> Subject | None:
    """Take the subject out of one chunk, dropping what a conjunction parts from it."""
    start, stop = chunks[place]
    aside = chunks[place + 1] if place + 1 < len(chunks) else (stop, stop)
    if words[stop - 1].small in {"who", "which", "that"}:
        if stop - 1 > start:
            return _relative(text, words, clause_start(words, start, stop - 1), stop - 1)
        while place > 1 and _is_age(words, *chunks[place - 1]):
            place -= 1
        return _relative(text, words, *chunks[place - 1]) if place else None
    if words[stop - 1].small in {"and", "but", "or"}:
        return SHARED
    governed = stop - 1 > start and words[stop - 2].small in PREPOSITIONS
    if words[stop - 1].small in _PEOPLE_PRONOUNS and not governed:
        return Subject(stop - 1, stop, (stop, stop))
    start = skip_connectives(words, clause_start(words, start, stop), stop)
    start = skip_leading(text, words, start, stop)
    if start >= stop or (words[start].small in _PLACES_IN_TIME and stop - start < 4):
        return SHARED  # “which rated it ‘good’ in 2015, said”
    return Subject(start, stop, aside)


def _is_age(words: Sequence[Word], start: int, stop: int) -> bool:
    """Tell “eight” and “42” in “Lottie, eight, who replied”."""
    return stop - start == 1 and (words[start].text.isdigit() or words[start].small in _AGES)


def _relative(text: str, words: Sequence[Word], start: int, stop: int) -> Subject | None:
    start = skip_leading(text, words, clause_start(words, start, stop), stop)
    if start >= stop:
        return None
    # “faced criticism from farmers who say”: in a whole clause, the last phrase is meant
    for place in range(stop - 2, start, -1):
        if words[place].small in FINITE:
            start = next(
                at + 1
                for at in range(stop - 2, start, -1)
                if at == place or words[at].small in PREPOSITIONS or words[at].text.endswith("ed")
            )
            break
    return Subject(start, stop, (stop, stop), relative=True)


def _is_form(word: Word, ending: str) -> bool:
    return word.small.endswith(ending) and word.small in CUES


def _is_aside(words: Sequence[Word], chunk: tuple[int, int]) -> bool:
    word = words[chunk[0]]
    return word.text[0].islower() or word.text[0].isdigit() or word.text.startswith(("D-", "R-"))


def _can_head(words: Sequence[Word], chunk: tuple[int, int]) -> bool:
    if words[chunk[0]].small in ADVERBIAL:
        return False
    last = words[chunk[1] - 1].text[0]
    return last.isupper() or (last.isdigit() and words[chunk[0]].text[0].isupper())
