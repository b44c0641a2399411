"""Verbs of saying in a sentence: which of the words that may be one are one."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.speech.clauses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    is_auxiliary,
)
from sourcebook.annotate.speech.cues import (
    ALSO_NOUNS,
    BASES,
    BEARERS,
    CUES,
    PASSIVE,
    SAY,
    SPEECH_NOUNS,
)
from sourcebook.annotate.speech.narration import Statement, Word

_DESCRIBED = frozenset("described regarded seen known hailed dismissed defined".split())
_PLURALS = frozenset("they we i you who people police men women children experts media".split())
_CANDIDATES = frozenset({*CUES, "according"})
# “went on to say”, “intervened to remind”, “took to Instagram to thank”
_LEADS_TO_SAYING = frozenset(
    """on intervened heard said continued proceeded paused stopped in up back over rang called
    phoned returned x twitter instagram facebook tiktok threads rose stood came moved""".split()
)
_MODALS = frozenset("will would could should may might must can cannot".split())


def find_cues(statement: Statement) -> list[int]:
    """Find the places, in the statement's words, of the verbs of saying that have a subject.

    “According” counts as one; what is passive (“was told”) or a noun (“the claims”) does not.
    """
    words = statement.words
    candidates = [place for place, word in enumerate(words) if word[1] in _CANDIDATES]
    return [
        place
        for place in candidates
        if (
            next_is(words, place, "to")
            if words[place].small == "according"
            else _is_verb(words, place)
        )
    ]


def _is_verb(words: Sequence[Word], at: int) -> bool:
    small = words[at].small
    before = words[at - 1] if at else None
    if before is not None:
        if words[at].text[0].isupper() and words[at].start - before.end == 1:
            return False  # “the United States”
        if small in ALSO_NOUNS and (
            before.small in DETERMINERS
            or before.small in PREPOSITIONS
            or before.text[-2:] in {"'s", "’s"}
        ):
            return False
        if before.small == "to" and not (at > 1 and words[at - 2].small in _LEADS_TO_SAYING):
            return False
        if small == "accused" and before.small in DETERMINERS:
            return False  # “the accused whispered”
        if before.small in _MODALS and small != "say":
            return False
    following = words[at + 1].small if at + 1 < len(words) else ""
    if BASES[small] == "put":
        return following in {"it", "the", "its", "his", "her"}  # “as one resident put it”
    if BASES[small] == "point":
        return following == "to"
    if small in ALSO_NOUNS:
        if following in BE or following in {"has", "have", "had", "will", "would"}:
            return False
        close = before is not None and words[at].start - before.end == 1
        if small.endswith("ing") and before is not None and close:
            said = BASES[small] in {"begin", "read"} and before.small in SPEECH_NOUNS | BEARERS
            return said or before.small in BE or before.small in {"and", "while", "as"}
    if following == "to" and BASES[small] in {"agree", "continue", "begin"}:
        return False
    if small in _DESCRIBED and following == "as" and before is not None:
        # “injuries described as ‘serious’” has no speaker, “which Ray described as” has one.
        led = any(word.small in {"that", "which", "what"} for word in words[max(at - 5, 0) : at])
        pronoun = before.small in {"he", "she", "they", "who", "has", "have", "had"}
        if (at == 1 or before.text[0].islower()) and not led and not pronoun:
            return False
    if small in PASSIVE or small.endswith("ed"):
        place = at - 1
        while place >= 0 and at - place < 4 and words[place].small in AUXILIARIES:
            if words[place].small in BE:
                return False
            place -= 1
        if next_is(words, at, "by"):
            return False
    if BASES[small] == small and small in ALSO_NOUNS and before is not None:
        # “promised state money” has a noun here, “campaigners claim” a verb.
        return before.small in _PLURALS or before.small.endswith("s") or is_auxiliary(before)
    if BASES[small] != small or CUES[small] == SAY or small in {"call", "describe"}:
        return True
    return before is not None and before.small in {"they", "we", "i", "you", "who"}


def next_is(words: Sequence[Word], at: int, small: str) -> bool:
    """Tell whether this word, in small letters, comes right after place `at`."""
    return at + 1 < len(words) and words[at + 1].small == small
