"""Descriptions: whom “the mayor”, “the 43-year-old” or “his wife” stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.names.kinds import is_people
from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.clauses import PREPOSITIONS
from sourcebook.annotate.speech.narration import Word
from sourcebook.annotate.speech.roles import is_person_noun
from sourcebook.annotate.speech.subjects import Subject

_AGED = re.compile(r"(\d{1,3})-year-old")
_KIN = frozenset(
    """wife husband mother father mum mom dad son daughter brother sister partner girlfriend
    boyfriend widow widower grandmother grandfather aunt uncle fiancee niece nephew lawyer
    solicitor agent manager spokesman spokeswoman barrister attorney""".split()
)
_SAME = {"pontiff": "pope", "judge": "justice"}
_EMPTY = frozenset({"former", "then", "late", "current", "ex", "young", "old", "same", "new"})
# Somebody in the background may be meant, whoever was spoken of last.
_STATIONS = frozenset(
    """judge magistrate coroner prosecutor spokesman spokeswoman spokesperson source official
    officer policeman policewoman detective lawyer barrister reporter interviewer moderator host
    aide diplomat envoy president minister neighbour neighbor caller friend relative king queen
    pope lawmaker chairman announcer foreman clerk dispatcher operator commander commissioner
    governor mayor chancellor senator secretary general colonel king emperor insider expert
    observer analyst critic user person other reader viewer correspondent other spokesperson
    speaker leader premier""".split()
)
_ACCUSED = frozenset({"defendant", "accused", "suspect"})
_STANDS_TRIAL = re.compile(
    r"[^.]{0,120}?\b(?:denies|denied|pleaded|admits|admitted|is accused|is charged|was charged"
    r"|charged with|accused of|on trial)\b"
)
_AFTER_NAME = (",", " (", " is a", " was a", " works as", " has been")
_NOT_BETWEEN = re.compile(r"\s*(?:(?:of|for|at|in|and)\s[^,]{0,40})?\s*\Z")


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase for one person: its words in small letters, the last of which is the noun.

    `start` is its place in the text; `gender` ``he``, ``she`` or empty; `free` tells that it may
    stand for whoever was spoken of last, though the text has not used the words of anybody.
    """

    words: Sequence[str]
    start: int
    gender: str
    age: str
    free: bool


def read_description(words: Sequence[Word], subject: Subject) -> Description | None:
    """Read a subject as the description of one person; None for any other."""
    first, last = subject.first, subject.last
    head = first + 1
    while head < last and words[head].small not in PREPOSITIONS and words[head].small != "who":
        head += 1
    if not 1 < head - first < 6:
        return None
    opening, noun = words[first].small, words[head - 1]
    if opening != "the" and not (opening in {"his", "her"} and noun.small in _KIN):
        return None
    said = [w.small for w in words[first + 1 : head] if w.small not in _EMPTY]
    if not said or any(w.text[-2:] in {"'s", "’s"} for w in words[first:head]):
        return None
    aged = _AGED.search(said[-1]) or _AGED.search(said[0])
    nation = head - first == 2 and noun.text[0].isupper() and is_people(noun.small)
    plain = noun.small.partition("-of-")[0]  # “the mother-of-two”
    if not (aged or nation or (noun.text[0].islower() and is_person_noun(plain))):
        return None
    free = opening == "the" and noun.small not in _STATIONS
    gender = gender_of("", plain)
    return Description(said, words[first].start, gender, aged.group(1) if aged else "", free)


def by_role(cast: Cast, description: Description) -> Mention | None:
    """Person whom the text has introduced by the words of a description."""
    people = [m for m in cast.before(description.start, 40) if m.layer == "people"]
    text = cast.page.text
    if description.age:
        aged = re.compile(rf"[, (]{{1,2}}(?:aged )?{description.age}\b")
        for mention in people:
            if aged.match(text, mention.end):
                return mention
        return None
    noun = re.escape(description.words[-1])
    same = _SAME.get(noun, noun)
    heads = re.compile(rf"\b(?:{noun}|{same})\b")
    for mention in people:
        if description.words[-1] in _ACCUSED and _STANDS_TRIAL.match(text, mention.end):
            return mention
        before = text[max(mention.start - 70, 0) : mention.start].lower()
        after = text[mention.end : mention.end + 80].lower()
        # A full stop parts the words from the name.
        before = re.split(r"(?<!\bmr|\bms|\bdr)(?<!\bmrs)[.!?](?=\s)|[;”\"]", before)[-1]
        if not before.rstrip().endswith(","):
            before = before.rsplit(",", 1)[-1]
        after = re.split(r"[.!?](?=\s)|[;”\"]", after)[0]
        beside = after if after.startswith(_AFTER_NAME) else ""
        last = max((found.end() for found in heads.finditer(before)), default=-1)
        if last >= 0 and _NOT_BETWEEN.match(before.rstrip(" ,")[last:]):
            beside = before + beside
        if heads.search(beside) and all(word in beside for word in description.words[:-1]):
            return mention
    return None


def protagonist(cast: Cast, description: Description) -> Mention | None:
    """Person whom a lead introduces without a name, “an Olympic rower”, and names after it."""
    text = cast.page.text
    noun = re.escape(description.words[-1])
    lead = re.compile(rf"\b[Aa]n?\s(?:(?!the\b|an?\b|to\b)[\w-]+\s){{0,4}}?{noun}\b").search(
        text, 0, 1_000
    )
    if lead is None:
        return None
    people = [m for m in cast.within(lead.end(), lead.end() + 600) if m.layer == "people"]
    return people[0] if people else None


def introduced(cast: Cast, description: Description) -> bool:
    """Tell whether the text has spoken of somebody unnamed in these words: “a witness”."""
    text = cast.page.text
    noun = re.escape(description.words[-1])
    reach = text[max(description.start - 5_000, 0) : description.start]
    known = re.search(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he) (?:[\w-]+ ){{0,3}}{noun}\b", reach)
    return known is not None
