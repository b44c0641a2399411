"""Mentions of registered names, apart from family names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sourcebook.annotate.names.atoms import Atoms, fold, joint
from sourcebook.annotate.names.gazetteer import PLACES
from sourcebook.annotate.names.index import LAYERS, Form, NameIndex
from sourcebook.annotate.names.kinds import is_people
from sourcebook.annotate.names.words import ABBREVIATIONS, COMPASS, PLACE_OPENERS
from sourcebook.corpus.vocabulary import Entry

_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_OF_A_STATE = frozenset({"government", "court", "party", "military"})
_POSSESSOR_WITHIN = 4


class Mention(NamedTuple):
    """Atoms `first` to `last` (exclusive), characters `start` to `end`, name an entry."""

    start: int
    end: int
    entry: Entry
    first: int
    last: int

    @property
    def layer(self) -> str:
        """The registry of the entry."""
        return self.entry.registry


def find_registered(atoms: Atoms, index: NameIndex) -> list[Mention]:
    """Find every registered form in a text; in each layer the longest counts.

    A description in small letters ("the sea between …") leaves the names inside it in place. The
    same words may stand for several entries.
    """
    found = [*_in_words(atoms, index), *_in_native_script(atoms, index)]
    return _without_strangers(atoms, found)


def _in_words(atoms: Atoms, index: NameIndex) -> Iterator[Mention]:
    folded, words, lengths = atoms.folded, atoms.words, index.lengths
    free = dict.fromkeys(LAYERS, 0)
    for place in [i for i, word in enumerate(folded) if word in lengths]:
        seconds = index.seconds[folded[place]]
        if "" not in seconds and (place + 1 == len(words) or folded[place + 1] not in seconds):
            continue
        known = index.forms[folded[place]]
        taken: set[str] = set()
        for length in lengths[folded[place]]:
            last = place + length
            forms = known.get(tuple(folded[place:last]))
            if not forms or last > len(words):
                continue
            fitting = [
                form
                for form in forms
                if form.entry.registry not in taken
                and place >= free[form.entry.registry]
                and form.fits(words[place:last])
                and _is_joined(atoms, place, form)
                and _stands_alone(atoms, place, last, form)
            ]
            if len(fitting) > 1:
                exact = [form for form in fitting if tuple(words[place:last]) == form.words]
                fitting = exact or fitting
            seen: set[str] = set()
            for form in fitting:
                layer = form.entry.registry
                if form.entry.key not in seen:
                    seen.add(form.entry.key)
                    end = _end(atoms, last - 1)
                    yield Mention(atoms.starts[place], end, form.entry, place, last)
                taken.add(layer)
                if form.words[0][0].isupper() or layer != "places" or length < 3:
                    free[layer] = last


def _end(atoms: Atoms, place: int) -> int:
    """Where a name ends that an acronym in brackets may end: World Trade Organization (WTO)."""
    end = atoms.ends[place]
    opened = place and "(" in atoms.gaps[place - 1] and atoms.text[end : end + 1] == ")"
    return end + 1 if opened else end


def _is_joined(atoms: Atoms, place: int, form: Form) -> bool:
    for offset, own in enumerate(form.joints, start=place):
        gap = joint(atoms.gaps[offset])
        if gap == own:
            continue
        stop = {gap, own} == {"", "."}
        if not stop or (own == "" and atoms.folded[offset] not in ABBREVIATIONS):
            return False
    return True


def _stands_alone(atoms: Atoms, place: int, last: int, form: Form) -> bool:
    """Tell whether a name is not part of a longer one: North in North Sea, Asia in East Asia."""
    if form.entry.registry != "places" or not form.words[-1][0].isupper():
        return True
    follows = atoms.is_capital(last) and atoms.after(last - 1) != ""
    if follows and all(word.lower() in COMPASS for word in form.words):
        return atoms.text[atoms.ends[last - 1]] == "-"  # North-South
    opener = atoms.before(place)
    if opener not in PLACE_OPENERS or not atoms.is_capital(place - 1):
        return True
    return atoms.text[atoms.starts[place] - 1] == "-"


def _in_native_script(atoms: Atoms, index: NameIndex) -> Iterator[Mention]:
    if not index.native or not _WITHOUT_SPACES.search(atoms.text):
        return
    for place, word in enumerate(atoms.words):
        skip = 0
        if word.isascii():
            continue
        for offset, letter in enumerate(word):
            if offset < skip:
                continue
            for length in index.native_lengths.get(letter, ()):
                entries = index.native[letter].get(word[offset : offset + length])
                if entries:
                    start = atoms.starts[place] + offset
                    for entry in entries:
                        yield Mention(start, start + length, entry, place, place + 1)
                    skip = offset + length
                    break


def _without_strangers(atoms: Atoms, found: Sequence[Mention]) -> list[Mention]:
    """Drop compass points without their country, and offices that belong to another country."""
    named = {m.entry.key for m in found if not _is_compass(atoms, m)}
    places = [m.entry for m in found if m.layer == "places"]
    states = {str(e.fields.get("country") or e.label) for e in places}
    possessors = {m.last: m.entry for m in found if m.layer == "places"}
    kept = []
    for mention in found:
        if _is_compass(atoms, mention) and mention.entry.key not in named:
            continue
        if mention.layer == "organisations" and not _is_of_its_state(
            atoms, mention, states, possessors
        ):
            continue
        kept.append(mention)
    return kept


def _is_compass(atoms: Atoms, mention: Mention) -> bool:
    return mention.layer == "places" and all(
        word in COMPASS for word in atoms.folded[mention.first : mention.last]
    )


def _is_of_its_state(
    atoms: Atoms, mention: Mention, states: set[str], possessors: Mapping[int, Entry]
) -> bool:
    """Tell whether words that fit many states (foreign ministry, Democratic Party) mean this one.

    They do if the text names that state, and no other one as the possessor.
    """
    fields, words = mention.entry.fields, atoms.folded[mention.first : mention.last]
    state = fields.get("country")
    fits_many = fields.get("kind") in _OF_A_STATE and state and state != "unknown"
    if not fits_many or atoms.text[mention.start : mention.end] == mention.entry.label:
        return True
    if state not in states and len(words) < 3:
        return False
    for place in range(mention.first, max(mention.first - _POSSESSOR_WITHIN, 0), -1):
        if joint(atoms.gaps[place - 1]) not in ("", "'"):
            return True
        owner = possessors.get(place)
        if owner is not None:
            return str(owner.fields.get("country") or owner.label) == state
        word = atoms.folded[place - 1]
        beside = place == mention.first or atoms.folded[place] == "s"
        of_a_state = word in PLACES or is_people(word)  # that no registry has
        if beside and of_a_state and atoms.is_capital(place - 1):
            return word[:3] == fold(str(state).split()[-1])[:3]
    return True
