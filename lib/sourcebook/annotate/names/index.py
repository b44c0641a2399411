"""The registered people, organisations and places as an index by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sourcebook.annotate.names.atoms import fold, joint, read_atoms
from sourcebook.annotate.names.words import PARTICLES
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import Entry

LAYERS = ("people", "organisations", "places")
LONGEST = 24
"""Atoms of the longest form that is looked for."""

FAMILY_NAME_FIRST = frozenset({"ko", "zh", "vi", "hu", "km"})
"""Languages whose names stand family name first in English too."""

_EITHER_ORDER = FAMILY_NAME_FIRST | {"ja"}
_WRITTEN_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)")
_NO_WORDS = re.compile(r"[/;]|, together$")


@dataclass(frozen=True)
class Form:
    """One way to write an entry's name; `capitals` are the places of words that have one."""

    entry: Entry
    words: tuple[str, ...]
    joints: tuple[str | None, ...]

    capitals: tuple[int, ...]

    def fits(self, words: Sequence[str]) -> bool:
        """Tell whether words as a text writes them have capitals where the form has them."""
        for place in self.capitals:
            if not words[place][0].isupper():
                return False
        return len(words) > 1 or not self.words[0].isupper() or words[0].isupper()


@dataclass(frozen=True)
class NameIndex:
    """Every form of every registered name.

    `forms` is keyed by the first folded word of a form, then by all of them; `lengths` has the
    numbers of words that forms with that first word have, the longest first, and `seconds` their
    second words, with an empty one where the first stands alone. `surnames` are family
    names and whom they may stand for; `stated` those that the vocabulary itself gives as a variant.
    `reduced` has first and last name alone, for middle names; `native` forms of scripts
    without spaces, by their first character and then whole, and `native_lengths` how long they are.
    """

    forms: Mapping[str, Mapping[tuple[str, ...], Sequence[Form]]]
    lengths: Mapping[str, Sequence[int]]
    seconds: Mapping[str, frozenset[str]]
    surnames: Mapping[str, Sequence[Entry]]
    stated: Mapping[str, Sequence[Entry]]
    reduced: Mapping[tuple[str, str], Sequence[Entry]]
    native: Mapping[str, Mapping[str, Sequence[Entry]]]
    native_lengths: Mapping[str, Sequence[int]]


@lru_cache(maxsize=8)
def name_index(vocabulary: Vocabulary) -> NameIndex:
    """Build the index of a vocabulary; it is kept, and built once.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> index = name_index(load_corpus().vocabulary)
    >>> [entry.key for entry in index.surnames["biden"]]
    ['joe-biden']
    """
    forms: dict[str, dict[tuple[str, ...], list[Form]]] = {}
    native: dict[str, dict[str, list[Entry]]] = {}
    stated: dict[str, list[Entry]] = {}
    surnames: dict[str, list[Entry]] = {}
    reduced: dict[tuple[str, str], list[Entry]] = {}
    for layer in LAYERS:
        for entry in vocabulary.registries.get(layer, {}).values():
            full = _words_of(entry.label)
            person = layer == "people" and entry.fields.get("named", True)
            if person:
                for name in family_names(entry):
                    _add(surnames.setdefault(name, []), entry)
                if len(full) > 1 and entry.fields.get("lang") not in _EITHER_ORDER:
                    _add(reduced.setdefault((fold(full[0]), fold(full[-1])), []), entry)
            for written in _written(entry):
                if _WRITTEN_WITHOUT_SPACES.search(written):
                    _add(native.setdefault(written[0], {}).setdefault(written, []), entry)
                    continue
                form = _form(entry, written)
                if form is None:
                    continue
                folded = tuple(fold(word) for word in form.words)
                if person and len(folded) == 1 and len(full) > 1:
                    _add(stated.setdefault(folded[0], []), entry)
                    _add(surnames.setdefault(folded[0], []), entry)
                    continue
                for spelling in _spellings(folded, form):
                    forms.setdefault(spelling[0], {}).setdefault(spelling, []).append(form)
    lengths = {
        first: sorted({len(words) for words in known}, reverse=True)
        for first, known in forms.items()
    }
    seconds = {
        first: frozenset(words[1] if len(words) > 1 else "" for words in known)
        for first, known in forms.items()
    }
    spans = {
        first: sorted({len(name) for name in known_names}, reverse=True)
        for first, known_names in native.items()
    }
    return NameIndex(forms, lengths, seconds, surnames, stated, reduced, native, spans)


def _add(known: list[Entry], entry: Entry) -> None:
    if not known or known[-1] is not entry:  # Entries come one after another.
        known.append(entry)


def _words_of(name: str) -> list[str]:
    return list(read_atoms(name[:400]).words)


def _written(entry: Entry) -> Iterator[str]:
    """Every way to write a name: as registered, the label, rivals' names, in its own script."""
    fields = entry.fields
    yield from (text for text in fields.get("variants", ()) if text.strip())
    if not fields.get("named", True):
        return  # The label of someone unnamed is the kit's description and in no article.
    others = [entry.label, str(fields.get("native") or "")]
    rivals = fields.get("rival_names") or ()
    others += [str(rival.get("name", "")) for rival in rivals if isinstance(rival, Mapping)]
    for other in others:
        plain = _IN_BRACKETS.sub("", other[:400]).strip()
        if plain and not _NO_WORDS.search(plain):
            yield plain
            if entry.registry == "people" and fields.get("lang") in _EITHER_ORDER:
                parts = plain.split()
                if len(parts) in (2, 3):
                    yield " ".join([*parts[1:], parts[0]])
                    yield " ".join([parts[-1], *parts[:-1]])


def _form(entry: Entry, written: str) -> Form | None:
    atoms = read_atoms(written[:400])
    if not atoms.words or len(atoms.words) > LONGEST:
        return None
    spaces = [joint(gap) for gap in atoms.gaps[:-1]]
    capitals = [place for place, word in enumerate(atoms.words) if word[0].isupper()]
    return Form(entry, tuple(atoms.words), tuple(spaces), tuple(capitals))


def _spellings(folded: tuple[str, ...], form: Form) -> Iterator[tuple[str, ...]]:
    """Yield the folded words, and initials with and without their full stops."""
    yield folded
    if any("." in word for word in folded):
        yield tuple(word.replace(".", "") for word in folded)
    elif len(folded) == 1 and form.words[0].isupper() and len(folded[0]) in (2, 3, 4):
        yield ("".join(letter + "." for letter in folded[0]),)


def family_names(entry: Entry) -> Iterator[str]:
    """Yield the folded family name of a person, with and without its particle."""
    parts = entry.label[:400].split()
    if len(parts) < 2 or _NO_WORDS.search(entry.label):
        return
    lang = entry.fields.get("lang")
    hyphens = ["-" in part and part.rpartition("-")[2].islower() for part in parts]
    first = lang in FAMILY_NAME_FIRST or (len(parts) == 2 and hyphens[1])
    given_first = lang in FAMILY_NAME_FIRST and hyphens[0]  # "Chang-hee Nam"
    family = parts[0] if first and not given_first else parts[-1]
    words = [fold(word) for word in _words_of(family)]
    if words:
        yield " ".join(words)
    for particle, name in pairwise(words):  # al-Sisi is Sisi too
        if particle in PARTICLES:
            yield name
