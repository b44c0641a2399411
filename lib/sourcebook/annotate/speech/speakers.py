"""Who is speaking: from the words of a subject to a person, a body, or a source without a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.annotate.names.words import TITLES
from sourcebook.annotate.speech.bare_names import bare_name, is_name, looks_personal
from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.clauses import BE, DETERMINERS, PREPOSITIONS
from sourcebook.annotate.speech.cues import CUES
from sourcebook.annotate.speech.narration import Statement, Word
from sourcebook.annotate.speech.roles import INSTITUTIONS, TITLE_WORDS, is_one_person
from sourcebook.annotate.speech.subjects import Subject

SINGULAR = frozenset({"he", "she"})
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you", "one", "both", "these"})
_INDEFINITE = frozenset("everyone everybody nobody anyone anybody nothing what which this".split())
_POSSESSIVE = re.compile(r"[’']s\b|(?<=s)[’'](?!\w)")
_OUTLETS = frozenset(
    "daily newspaper paper magazine agency website site broadcaster channel station tabloid"
    " weekly network report poll survey study".split()
)


_VOICES = frozenset("account page feed answer response reply message verdict".split())


class Speaker(NamedTuple):
    """Who speaks: `name` is a registry key, a name, the words of the text, or ``unknown``.

    `start` and `end` are the words that name the speaker at this place; `named` is ``named`` or
    ``anonymous``; `one` tells that it is a single person.
    """

    name: str
    start: int
    end: int
    named: str
    one: bool = False


def is_pronoun(words: list[Word], subject: Subject) -> str:
    """Pronoun that the subject is, in small letters; an empty string for any other subject."""
    if subject.last - subject.first > 2 or subject.first >= subject.last:
        return ""
    small = words[subject.first].small
    if subject.last - subject.first == 2 and words[subject.first + 1].small not in {
        "himself",
        "herself",
        "themselves",
        "both",
        "all",
    }:
        return ""
    return small if small in PRONOUNS else ""


def name_speaker(cast: Cast, statement: Statement, subject: Subject) -> Speaker:
    """Read a subject that is no pronoun: its name, its registry key, or its words."""
    words = statement.words
    first, last = subject.first, subject.last
    start, end = words[first].start, words[last - 1].end
    head = _head_end(words, first, last)
    owner = _owner(cast, words, first, head)
    if owner:
        return _named(cast, owner, start)
    phrase = _registered(cast, words, first, last)
    if not phrase and head < last:
        phrase = _registered(cast, words, first, head)
    if phrase:
        return phrase
    found = _person(cast, words, first, head, last)
    if found:
        return _named(cast, found, start)
    aside = _aside_name(cast, words, subject)
    if aside:
        return _named(cast, aside, start)
    body = _body(cast, words, first, head)
    if body:
        return body
    written = cast.page.text[start:end]
    if words[first].small in _INDEFINITE or words[last - 1].small in {"someone", "somebody"}:
        return Speaker("unknown", start, end, "anonymous")
    if is_name(words, first, head):
        name, at = bare_name(cast, words, first, head)
        full = cast.full_name(name)
        person = at > first or full != name or looks_personal(cast, name)
        return Speaker(full, start, words[head - 1].end, "named", person)
    written = " ".join(written.split())
    if head < last and words[head].small in {"who", "whose"}:
        written = " ".join(cast.page.text[start : words[head - 1].end].split())
    noun = words[head - 1]
    titled = noun.text[0].isupper() and head - first > 1
    if titled and noun.small in TITLES:
        return Speaker(written, start, end, "named", one=True)  # “The Princess of Aldmoor”
    shop = noun.text[0].isupper() and noun.text[-2:] in {"'s", "’s"}
    institution = noun.small in INSTITUTIONS or titled or shop
    # “a spokesman” is a single person, “analysts” are not.
    one = not institution and is_one_person(words, first, head)
    return Speaker(written, start, end, "named" if institution else "anonymous", one)


def _owner(cast: Cast, words: list[Word], first: int, head: int) -> Mention | None:
    """Whose words a phrase is: “Brandt’s”, “Acme’s account”."""
    at = head - 1 if words[head - 1].small not in _VOICES else head - 2
    if at < first or words[at].text[-2:] not in {"'s", "’s"}:
        return None
    found = [m for m in cast.within(words[first].start, words[at].end) if m.layer != "places"]
    following = words[at + 1].small if at + 1 < len(words) else ""
    if found and found[-1].layer != "people" and (following == "of" or following in CUES):
        return None  # “McDonald’s said”, “Lloyd’s of London”
    return found[-1] if found and found[-1].end == words[at].end - 2 else None


def _head_end(words: list[Word], first: int, last: int) -> int:
    """Where the head of the phrase ends: before the first preposition or “who”."""
    for place in range(first + 1, last):
        small = words[place].small
        if small in PREPOSITIONS or small in {"who", "which", "whose", "familiar", "close", "'s"}:
            return place
    return last


def _registered(cast: Cast, words: list[Word], first: int, last: int) -> Speaker | None:
    text = cast.page.text
    end = words[last - 1].end
    for mention in cast.within(words[first].start, end):
        # The names' own reading goes first: it knows which of two ministries is meant.
        whole = mention.end == end and mention.start == words[first].start
        if whole and mention.registered and mention.layer == "organisations":
            return Speaker(mention.name, words[first].start, end, "named")
    pair = last - first == 2 and words[first].small in DETERMINERS
    if not pair and not cast.may_be_registered(words[last - 1].small):
        return None
    for place in range(first, min(last, first + 12)):
        entry = cast.registered(text[words[place].start : end], words[place].start)
        if entry is None and place == first and pair:
            entry = cast.registered_pair(text[words[place].start : end], words[place].start)
        if entry is None:
            continue
        named = "anonymous" if entry.fields.get("named") is False else "named"
        one = entry.registry == "people" and named == "named" and len(entry.label.split(",")) == 1
        return Speaker(entry.key, words[first].start, end, named, one)
    return None


def _person(cast: Cast, words: list[Word], first: int, head: int, last: int) -> Mention | None:
    start, end = words[first].start, words[head - 1].end
    found = _people(cast, start, end)
    if found:
        return found[-1] if _reaches(found[-1], words, head) else None
    if words[first].text[0].islower() or words[first].small in DETERMINERS:
        return None
    # “Mayor of London Sadiq Khan”: the title, a preposition, and only then the name
    found = _people(cast, end, words[last - 1].end)
    titled = words[head - 1].small in TITLE_WORDS
    if found and not titled:
        # “College of Nursing secretary Ann Ray”
        titled = any(
            w.end == found[-1].start - 1 and w.small in TITLE_WORDS for w in words[head:last]
        )
    if not titled:
        return None
    return found[-1] if found and _reaches(found[-1], words, last) else None


def _reaches(mention: Mention, words: list[Word], last: int) -> bool:
    """Tell whether only numbers or capitals stand between a name and the end of its phrase."""
    for place in range(last - 1, -1, -1):
        word = words[place]
        if word.start < mention.end:
            return True
        if word.text[0].islower() and word.small not in {"jr", "sr"}:
            return False
    return True


def _people(cast: Cast, start: int, end: int) -> list[Mention]:
    text = cast.page.text
    return [
        mention
        for mention in cast.within(start, end)
        if mention.layer == "people" and not _POSSESSIVE.match(text, mention.end)
    ]


def _named(cast: Cast, mention: Mention, start: int) -> Speaker:
    name = cast.full_name(mention.name) if " " not in mention.name else mention.name
    return Speaker(name, min(start, mention.start), mention.end, "named", one=True)


def _aside_name(cast: Cast, words: list[Word], subject: Subject) -> Mention | None:
    """Name between commas after a role: “the mayor, Luis Ortega, said”."""
    first, last = subject.aside
    if first >= last:
        return None
    start, end = words[first].start, words[last - 1].end
    found = [m for m in cast.within(start, end) if m.layer != "places"]
    # “the novelist Aksel Lie”, “Dr Neil Prentice”: an article, titles and roles lead to the name
    while last - first > 1 and found and words[first].start < found[0].start:
        small = words[first].small
        if small in PREPOSITIONS or small in {"who", "whose"} or small in BE:
            break
        first += 1
        start = words[first].start
    if found and found[0].start == start and not _POSSESSIVE.match(cast.page.text, found[0].end):
        beyond = [word for word in words[first:last] if word.start >= found[0].end][:1]
        if not beyond or not beyond[0].text[0].islower() or beyond[0].small in PREPOSITIONS:
            return found[0]
    gives = words[first].small == "who" and words[last - 1].text[0].isupper()
    if gives and any(word.small == "name" for word in words[first : last - 1]):
        # “a man, who gave his name only as Ali, said”
        return Mention(words[last - 1].start, end, words[last - 1].text, "", "people")
    if all(word.text[0].isupper() for word in words[first:last]) and last - first <= 3:
        if words[first].small in TITLE_WORDS or words[subject.last - 1].text[0].isupper():
            return None
        name = cast.full_name(cast.page.text[start:end])
        return Mention(start, end, name, name, "people")
    return None


def _body(cast: Cast, words: list[Word], first: int, head: int) -> Speaker | None:
    """Body or place that is the whole of the phrase, but for an article or “newspaper”."""
    start, end = words[first].start, words[head - 1].end
    if words[head - 1].small in _OUTLETS and head - first > 1:
        end = words[head - 2].end
    text = cast.page.text
    for mention in reversed(cast.within(start, end)):
        if mention.end < end or _POSSESSIVE.match(text, mention.end):
            continue
        if mention.layer == "organisations":
            name = mention.name
            if not mention.registered and text[mention.start - 3 : mention.start] in {"'s ", "’s "}:
                name = " ".join(text[start:end].split())  # “Argentina’s Foreign Ministry”
            return Speaker(name, start, words[head - 1].end, "named")
        if mention.layer == "places" and _only_articles(words, first, mention.start):
            key = cast.government(mention.name)
            return Speaker(key or mention.label, start, end, "named")
    return None


def _only_articles(words: list[Word], first: int, start: int) -> bool:
    return words[first].start == start or (
        words[first].small in {"the", "even", "and"} and words[first + 1].start == start
    )
