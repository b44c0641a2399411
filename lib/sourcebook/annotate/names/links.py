"""Which person or body a name stands for: later mentions are linked to the fullest form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.candidates import Core
from sourcebook.annotate.names.gazetteer import FAMILY_FIRST, GIVEN_NAMES, PLACES
from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.names.index import NameIndex, family_names
from sourcebook.annotate.names.kinds import ORGANISATION, PERSON, is_people
from sourcebook.annotate.names.registered import Mention
from sourcebook.annotate.names.words import BODIES, ORDINARY, PARTICLES, PLACE_OPENERS
from sourcebook.corpus.vocabulary import Entry

_ACRONYM = re.compile(r"\s?\((?:the )?[“\"']?([A-Z][A-Za-z&.]{1,11})[”\"']?\)")
_GENERIC = ("al", "ic", "ed", "ern")
_GENDERS = {
    **dict.fromkeys(("mr", "sir", "lord", "baron", "king", "prince"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess"), "she"),
}
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_MOST = 20
"""Bearers of one surname that are told apart; more share one in hostile texts only."""


class Referent(NamedTuple):
    """Someone or something that a text names; `entry` where it is registered."""

    name: str
    kind: str
    entry: Entry | None


class _Bearers:
    """Who bears one short form, in the order in which the text names them in full."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._referents: list[Referent] = []
        self._first: dict[Referent, int] = {}

    def add(self, start: int, referent: Referent) -> None:
        self._starts.append(start)
        self._referents.append(referent)
        self._first.setdefault(referent, start)

    def at(self, start: int, name: str, gender: str) -> Referent | None:
        """Return whom a short form stands for at an offset.

        Of several, the only one whom the form of address fits or a registry has; of several that
        are registered, or share a surname of millions, the one last named in full; of others, who
        are mostly of one family, the first, whom the report is about. Before anyone was named in
        full, the only one the text ever names so.
        """
        if len(self._first) == 1:
            return self._referents[0]
        place = bisect_right(self._starts, start)
        if not place:
            return None
        earlier = [r for r in islice(self._first, _MOST) if self._first[r] <= start]
        fitting = [r for r in earlier if gender and gender_of(r.name) == gender]
        known = [referent for referent in earlier if referent.entry]
        if len(fitting) == 1 or len(known) == 1:
            return (fitting if len(fitting) == 1 else known)[0]
        if known or name in FAMILY_FIRST:
            return self._referents[place - 1]
        return self._referents[0]


class Links:
    """What the short forms in one text stand for.

    Full names are added first, in the order of the text; then short forms are resolved.
    """

    def __init__(self, atoms: Atoms, index: NameIndex) -> None:
        self._atoms = atoms
        self._index = index
        self._strong: dict[str, _Bearers] = defaultdict(_Bearers)
        self._weak: dict[str, _Bearers] = defaultdict(_Bearers)
        self._full: dict[str, Referent] = {}

    def add_registered(self, mention: Mention) -> Referent:
        """Add a registered person or organisation that the text names in full."""
        entry, atoms = mention.entry, self._atoms
        kind = PERSON if entry.registry == "people" else ORGANISATION
        referent = Referent(entry.label, kind, entry)
        if kind == PERSON:
            for name in family_names(entry):
                self._strong[name].add(mention.start, referent)
            for place in range(mention.first, mention.last):
                self._weak[atoms.folded[place]].add(mention.start, referent)
        else:
            self._add_short_forms(referent, mention.first, mention.last, mention.end)
        return referent

    def add(self, core: Core, name: str) -> None:
        """Add a name that the text gives in full and no registry has."""
        atoms, start = self._atoms, self._atoms.starts[core.first]
        folded = " ".join(atoms.folded[core.first : core.last])
        referent = self._full.setdefault(folded, Referent(name, core.kind, None))
        if core.kind == ORGANISATION:
            self._add_short_forms(referent, core.first, core.last, atoms.ends[core.last - 1])
            return
        places = surname_places(atoms, core)
        family, others = _family(atoms, places)
        for place in family:
            self._strong[atoms.folded[place]].add(start, referent)
            for begin in range(core.first + 1, place):  # "van Dijk", "López Obrador"
                longer = " ".join(atoms.folded[begin : place + 1])
                self._strong[longer].add(start, referent)
        for place in others:
            self._weak[atoms.folded[place]].add(start, referent)

    def add_as(self, core: Core, entry: Entry) -> None:
        """Add a full name that differs from the registered one in its middle names."""
        start, end = self._atoms.starts[core.first], self._atoms.ends[core.last - 1]
        folded = " ".join(self._atoms.folded[core.first : core.last])
        mention = Mention(start, end, entry, core.first, core.last)
        self._full[folded] = self.add_registered(mention)

    def registered_person(self, core: Core) -> Entry | None:
        """Whom a full name stands for that has other middle names than the registry gives."""
        atoms = self._atoms
        places = surname_places(atoms, core)
        if len(places) < 2:
            return None
        ends = atoms.folded[places[0]], atoms.folded[places[-1]]
        entries = self._index.reduced.get(ends, ())
        return entries[0] if len(entries) == 1 and core.last - core.first < 5 else None

    def resolve(self, core: Core) -> Referent | None:
        """Whom a short form stands for; None where the text does not tell."""
        atoms = self._atoms
        words = atoms.folded[core.first : core.last]
        folded, start = " ".join(words), atoms.starts[core.first]
        gender = _GENDERS.get(core.title, "")
        if folded in self._strong:
            return self._strong[folded].at(start, words[-1], gender)
        if folded in self._full:
            return self._full[folded]
        stated = self._index.stated.get(folded)
        if stated:
            if len(stated) > 1 or (not core.title and atoms.before(core.first) == "the"):
                return None
            return Referent(stated[0].label, PERSON, stated[0])
        return self._weak[folded].at(start, words[-1], gender) if folded in self._weak else None

    def is_surname(self, word: str) -> bool:
        """Tell whether a folded word is a family name or an acronym that the text explains."""
        return word in self._strong or word in self._index.stated

    def _add_short_forms(self, referent: Referent, first: int, last: int, end: int) -> None:
        atoms = self._atoms
        words, start = atoms.folded[first:last], atoms.starts[first]
        found = _ACRONYM.match(atoms.text, end)
        if found and _abbreviates(found[1], words):
            self._strong[found[1].lower()].add(start, referent)
        if atoms.text[end - 1] == ")":
            self._strong[words[-1]].add(start, referent)
        capital = [
            w for w, own in zip(words, atoms.words[first:last], strict=True) if own[0].isupper()
        ]
        if len(capital) > 2:
            self._weak["".join(word[0] for word in capital)].add(start, referent)
        if len(words) > 1 and is_distinctive(atoms, words[0]):
            self._weak[words[0]].add(start, referent)


def surname_places(atoms: Atoms, core: Core) -> Sequence[int]:
    """Atoms of a core that are words of the name and not its initials or particles."""
    return [p for p in range(core.first, core.last) if len(atoms.words[p].strip(".")) > 1]


def is_distinctive(atoms: Atoms, word: str) -> bool:
    """Tell whether the first word of a body's name can stand for it: Volkswagen, not National."""
    return (
        len(word) > 3
        and not word.endswith(_GENERIC)
        and not (word in PLACES or word in ORDINARY or word in BODIES or word in PLACE_OPENERS)
        and not (is_people(word) or word in GIVEN_NAMES or word in atoms.in_lower_case)
    )


def _family(atoms: Atoms, places: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Atoms of the family name and those of the given name."""
    last = places[-1]
    halves = last > places[0] and atoms.words[last].islower() and atoms.gaps[last - 1] != " "
    if halves and atoms.words[last] not in PARTICLES:  # Nam Chang-hee
        return places[:1], places[1:]
    if len(places) > 1 and atoms.words[places[1]].islower() and atoms.gaps[places[0]] == "-":
        return places[2:] or places[1:], places[:1]
    if len(places) == 2 and atoms.folded[places[0]] not in GIVEN_NAMES:
        # Li Keqiang or Ngozi Adichie: either word may come back alone.
        return (places, ()) if _may_be_family_first(atoms, places) else (places[1:], places[:1])
    if len(places) > 2 and atoms.gaps[places[-2]] in _HYPHENS:  # Ann Smith-Jones is no Smith
        return places[-1:], places[:-1]
    return places[1:], places[:1]


def _may_be_family_first(atoms: Atoms, places: Sequence[int]) -> bool:
    return atoms.folded[places[0]] in FAMILY_FIRST


def _abbreviates(acronym: str, words: Sequence[str]) -> bool:
    """Tell whether the letters of an acronym follow each other in the words it stands for."""
    letters = iter("".join(words))
    return acronym[0].lower() == words[0][0] and all(
        letter in letters for letter in acronym.lower() if letter.isalpha()
    )
