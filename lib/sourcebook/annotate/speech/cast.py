"""The cast of a page: the people, bodies and places it names, where, and under which key."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.names.words import BODIES, OFFICES, ROLES, TITLES
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.corpus.vocabulary import Entry, Vocabulary

# Used only where nobody has found a person's name: two or more capitalised words.
_NAME = re.compile(
    r"[A-Z][\w’'-]+\.?(?:\s(?:[A-Z]\.\s)?(?:(?:de|da|van|von|bin|der|la|al)\s)?[A-Z][\w’'-]+){1,6}"
)
_CLAUSE_END = re.compile(r"[.!?](?=\s\s)|[,;:\n”\"“]|(?<![MD]r|rs)(?<!Ms)[.!?]\s")
_RANKS = "Lord|Lady|Baroness|Viscount|King|Queen|Prince|Princess|Pope|Father|Sister|Mother"
_NOT_NAMES = TITLES | OFFICES | ROLES | {"the", "in", "on", "at", "but", "and", "he", "she"}


class Mention(NamedTuple):
    """A name in the text: `name` is what to call its bearer, a registry key or a full name."""

    start: int
    end: int
    name: str
    label: str
    layer: str
    registered: bool = False


@dataclass(frozen=True)
class Cast:
    """Everybody and everything a page names, found by position, by phrase and by role."""

    page: Page
    names: Sequence[Annotation] = field(hash=False)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every mention, in order; of names that overlap, the longest."""
        registered = self.page.vocabulary.registries["people"]
        found = []
        for name in self.names:
            if name["key"] in registered and registered[name["key"]].fields.get("named") is False:
                continue
            key = name["key"]
            called = key if key != "unknown" else name["name"] or name.quote
            label = name["name"] or name.quote
            if key == "unknown" and name.layer == "people":
                called = label = self._with_rank(_without_titles(called), name.start)
            known = key != "unknown"
            found.append(Mention(name.start, name.end, called, label, name.layer, known))
        if not any(mention.layer == "people" for mention in found):
            found += _guessed(self.page.text)
        found.sort(key=lambda mention: (mention.start, -mention.end))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def _with_rank(self, name: str, start: int) -> str:
        """Give a single name back the rank that is part of it: “Lord Vance”, “Pope Clement”."""
        if " " in name:
            return name
        beside = self.page.text[max(start - 12, 0) : start + 12]
        rank = re.search(rf"\b({_RANKS})\s(?={re.escape(name)}\b)", beside)
        return f"{rank.group(1)} {name}" if rank else name

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin at or after `start` and before `end`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, start: int, most: int) -> list[Mention]:
        """List the last `most` mentions that begin before `start`, nearest first."""
        place = bisect_left(self._starts, start)
        return self.mentions[max(place - most, 0) : place][::-1]

    @cached_property
    def _full_names(self) -> dict[str, Mention]:
        full: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.layer == "people" and mention.label:
                surname = mention.label.split()[-1]
                if surname not in full or len(full[surname].label) < len(mention.label):
                    full[surname] = mention
        return full

    def full_name(self, name: str) -> str:
        """Name or key of the person whom the text elsewhere calls by more than this surname."""
        known = self._full_names.get(name) or self._given_names.get(name)
        return known.name if known else name

    @cached_property
    def _given_names(self) -> dict[str, Mention]:
        given: dict[str, Mention] = {}
        for mention in self._full_names.values():
            if " " in mention.label:
                given.setdefault(mention.label.split()[0], mention)
        return given

    @cached_property
    def genders(self) -> dict[str, str]:
        """``he`` or ``she`` for each person of whom the text or the name tells it."""
        genders: dict[str, str] = {}
        text = self.page.text
        for mention in self.mentions:
            if mention.layer != "people" or genders.get(mention.name):
                continue
            beside = _CLAUSE_END.split(text[max(mention.start - 20, 0) : mention.start])[-1]
            if mention.label in text[mention.start : mention.end]:
                beside += text[mention.start : mention.end].split(mention.label)[0]
            genders[mention.name] = gender_of(mention.label, beside)
        return genders

    @cached_property
    def _wordings(self) -> dict[str, dict[str, list[Entry]]]:
        return _phrases(self.page.vocabulary)

    def may_be_registered(self, ending: str) -> bool:
        """Tell whether any registered wording ends in this word, which is in small letters."""
        return ending in self._wordings

    def registered(self, phrase: str, at: int) -> Entry | None:
        """Entry of a person or body registered under this wording, or none.

        Where several share it, the one whose evidence is nearest to the place `at`.
        """
        endings = self._wordings
        small = " ".join(phrase.lower().split())
        entries = endings.get(small.rpartition(" ")[2], {}).get(small, [])
        if len(entries) < 2:
            return entries[0] if entries else None
        return min(entries, key=lambda entry: self._distance(entry, at))

    def registered_pair(self, phrase: str, at: int) -> Entry | None:
        """Entry whose wording goes on from this one and stands earlier in the text.

        So “the two” is understood after “the two leaders”.
        """
        small = phrase.lower() + " "
        text = self.page.text
        for wordings in self._wordings.values():
            for variant, entries in wordings.items():
                if variant.startswith(small) and variant in text[max(at - 5_000, 0) : at].lower():
                    return entries[0]
        return None

    def government(self, place: str) -> str:
        """Key of the government of a registered country or of the country it is capital of."""
        entry = self.page.vocabulary.registries["places"].get(place)
        if entry is None:
            return ""
        country = entry.fields.get("country") or entry.label
        for key, body in self.page.vocabulary.registries["organisations"].items():
            if body.fields.get("kind") == "government" and body.fields.get("country") == country:
                return key
        return ""

    def _distance(self, entry: Entry, at: int) -> int:
        places = [
            abs(span.start - at)
            for role in entry.roles
            for span in role.evidence
            if span.article == self.page.article
        ]
        return min(places, default=10**9)


@lru_cache(maxsize=8)
def _phrases(vocabulary: Vocabulary) -> dict[str, dict[str, list[Entry]]]:
    """Index registered wordings of people and bodies by last word; once for all pages."""
    phrases: dict[str, dict[str, list[Entry]]] = {}
    for registry in ("people", "organisations"):
        for entry in vocabulary.registries[registry].values():
            for variant in dict.fromkeys((entry.label, *entry.fields.get("variants", ()))):
                small = " ".join(variant.lower().split())
                ending = phrases.setdefault(small.rpartition(" ")[2], {})
                ending.setdefault(small, []).append(entry)
    return phrases


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _NOT_NAMES:
        words = words[1:]
    return " ".join(words)


def _precedes_name(word: str) -> bool:
    return word.rstrip(".").lower() in TITLES or word[-2:] in {"'s", "’s"}


def _guessed(text: str) -> list[Mention]:
    found: list[Mention] = []
    surnames: dict[str, str] = {}
    for match in _NAME.finditer(text):
        start = match.start()
        words = match.group().split()
        if words[-1][-2:] in {"'s", "’s"}:
            words[-1] = words[-1][:-2]
        while words and words[0].rstrip(".").lower() in _NOT_NAMES:
            start = text.index(words[1], start + 1) if len(words) > 1 else match.end()
            words = words[1:]
        last = max((n for n, word in enumerate(words) if _precedes_name(word)), default=-1)
        for _ in range(last + 1):
            start = text.index(words[1], start + 1) if len(words) > 1 else match.end()
            words = words[1:]
        if not words or any(word.lower() in BODIES for word in words):
            continue
        end = match.end()
        if text[end - 2 : end] in {"'s", "’s"}:
            end -= 2
        name = text[start:end]
        if len(words) == 1:
            name = surnames.get(name, name)
        else:
            surnames[name.split()[-1]] = name
        found.append(Mention(start, end, name, name, "people"))
    if surnames:
        pattern = re.compile(r"\b[A-Z][\w-]+")
        taken = {mention.start for mention in found}
        ends = {mention.end for mention in found}
        for match in pattern.finditer(text):
            name = surnames.get(match.group(), "")
            if name and match.start() not in taken and match.end() not in ends:
                found.append(Mention(match.start(), match.end(), name, name, "people"))
    return found
