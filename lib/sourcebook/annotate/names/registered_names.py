"""Registered mentions as names: places get their sense, and none stands inside a person's name."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.found_name import KIND, Name
from sourcebook.annotate.names.kinds import PERSON, PLACE
from sourcebook.annotate.names.place_sense import sense_of
from sourcebook.annotate.names.registered import Mention
from sourcebook.annotate.names.words import OCCASIONS


def registered_names(
    atoms: Atoms, mentions: Sequence[Mention], candidates: Sequence[Name]
) -> list[Name]:
    """Return registered mentions as names; a place inside the name of a person is none."""
    wider = sorted(
        [(m.start, m.end, KIND[m.layer]) for m in mentions if m.layer != "places"]
        + [(name.start, name.end, name.kind) for name in candidates]
    )
    found = []
    for mention in mentions:
        kind = KIND[mention.layer]
        sense = ""
        if kind == PLACE:
            around = _around(mention, wider)
            if PERSON in around:
                continue
            sense = sense_of(atoms, mention, bool(around) or _in_an_occasion(atoms, mention))
        entry = mention.entry
        found.append(Name(mention.start, mention.end, kind, entry.key, entry.label, sense))
    return found


def _around(mention: Mention, names: Sequence[tuple[int, int, str]]) -> set[str]:
    """Kinds of the names that hold a place and more; a person's name may be no longer than it."""
    place = bisect_right(names, (mention.start, sys.maxsize, ""))
    around = set()
    for start, end, kind in names[max(place - 3, 0) : place]:
        if start <= mention.start and mention.end <= end:
            longer = end - start > mention.end - mention.start
            if kind == PERSON or longer:
                around.add(kind)
    return around


def _in_an_occasion(atoms: Atoms, mention: Mention) -> bool:
    """Tell whether the place belongs to the name of an event: the Paris Olympics."""
    ahead = range(mention.last, min(mention.last + 4, len(atoms.words)))
    for place in ahead:
        if not (atoms.is_close(place - 1) and atoms.is_capital(place)):
            return False
        if atoms.folded[place] in OCCASIONS:
            return True
    return False
