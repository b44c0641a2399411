"""The names that a text gives in full, and what their short forms then stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.candidates import Core
from sourcebook.annotate.names.index import NameIndex
from sourcebook.annotate.names.kinds import ORGANISATION, PERSON
from sourcebook.annotate.names.links import Links, surname_places
from sourcebook.annotate.names.registered import Mention


def link_full_names(
    atoms: Atoms, index: NameIndex, mentions: Sequence[Mention], cores: Sequence[Core]
) -> Links:
    """Add every name that the text gives in full, registered or not, in the order of the text."""
    links = Links(atoms, index)
    full = [core for core in cores if _is_full(atoms, core)]
    ends = {
        " ".join(atoms.folded[begin : core.last])
        for core in full
        if core.last - core.first > 2
        for begin in range(core.first + 1, core.last)
    }
    full = [c for c in full if " ".join(atoms.folded[c.first : c.last]) not in ends]
    names = _fullest(atoms, full)
    named: list[tuple[int, Mention | Core]] = [(atoms.starts[c.first], c) for c in full]
    for mention in mentions:
        if mention.layer != "places" and mention.entry.fields.get("named", True):
            named.append((mention.start, mention))
    for _, item in sorted(named, key=lambda pair: pair[0]):
        if isinstance(item, Mention):
            links.add_registered(item)
            continue
        entry = links.registered_person(item) if item.kind == PERSON else None
        if entry is None:
            links.add(item, names[item.first])
        else:
            links.add_as(item, entry)
    return links


def _is_full(atoms: Atoms, core: Core) -> bool:
    if core.loud:
        return False
    if core.kind == ORGANISATION:
        return core.last - core.first > 1
    return core.kind == PERSON and len(surname_places(atoms, core)) > 1


def _fullest(atoms: Atoms, cores: Sequence[Core]) -> Mapping[int, str]:
    """For each full name, by its first atom, the longest form with the same first and last word."""
    longest: dict[tuple[str, str, str], str] = {}
    ends: dict[int, tuple[str, str, str]] = {}
    for core in cores:
        own = core.kind, atoms.folded[core.first], atoms.folded[core.last - 1]
        new = written(atoms, core.first, core.last)
        known = longest.get(own)
        if known is None or (not new.isupper() and (known.isupper() or len(known) < len(new))):
            longest[own] = new
        ends[core.first] = own
    return {first: longest[own] for first, own in ends.items()}


def written(atoms: Atoms, first: int, last: int) -> str:
    """Return atoms `first` to `last` (exclusive) as the text has them, on one line."""
    return " ".join(atoms.text[atoms.starts[first] : atoms.ends[last - 1]].split())
