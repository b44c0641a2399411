"""Names beside those registered, each linked to the fullest form that the text gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.candidates import Core
from sourcebook.annotate.names.found_name import Name
from sourcebook.annotate.names.full_names import written
from sourcebook.annotate.names.gazetteer import PLACES
from sourcebook.annotate.names.kinds import NONE, ORGANISATION, PLACE, UNKNOWN
from sourcebook.annotate.names.links import Links, Referent
from sourcebook.annotate.names.words import BODIES, ORDINARY, PARTICLES, PLACE_PREPOSITIONS, SAYING


def in_running_text(atoms: Atoms, links: Links, cores: Sequence[Core]) -> list[Name]:
    """Names in running text: linked to the fullest form, or judged by all that is said of them."""
    found: list[Name] = []
    places = {
        atoms.folded[core.first]
        for core in cores
        if core.kind == PLACE and atoms.before(core.first) in PLACE_PREPOSITIONS
    }
    loose: dict[str, list[Core]] = defaultdict(list)
    for core in cores:
        if core.loud:
            continue
        short = atoms.folded[core.first] not in places or core.title != ""
        short = short and _may_be_short(atoms, links, core)
        referent = links.resolve(core) if short else None
        if referent is not None:
            found.append(_linked(atoms, core, referent))
        elif core.kind != NONE:
            loose[" ".join(atoms.folded[core.first : core.last])].append(core)
    for folded, alike in loose.items():
        if not any(_is_evident(atoms, folded, core) for core in alike):
            continue
        votes = Counter[str]()
        for core in alike:
            votes[core.kind] += core.weight
        kind = votes.most_common(1)[0][0] if votes.total() else UNKNOWN
        for core in alike:
            start, end = atoms.starts[core.first], atoms.ends[core.last - 1]
            fullest = written(atoms, core.first, core.last)
            found.append(Name(start, end, kind, "unknown", fullest, "place" * (kind == PLACE)))
    return found


def _linked(atoms: Atoms, core: Core, referent: Referent) -> Name:
    first = core.first
    while first and first > core.first - 2 and atoms.folded[first - 1] in PARTICLES:
        if not referent.name.lower().endswith(written(atoms, first - 1, core.last).lower()):
            break
        first -= 1
    start, end = atoms.starts[first], atoms.ends[core.last - 1]
    key = referent.entry.key if referent.entry else "unknown"
    return Name(start, end, referent.kind, key, referent.name)


def _may_be_short(atoms: Atoms, links: Links, core: Core) -> bool:
    """Tell whether a word is used as a name here: "Young said" is one, "Young people" is none."""
    if core.last - core.first > 1 or core.title:
        return True
    if atoms.before(core.first) == "the" and not _is_attribute(atoms, core):
        return False
    if not core.opens:
        return True
    word, after = atoms.folded[core.first], atoms.after(core.first)
    ordinary = word in ORDINARY or (word in atoms.in_lower_case and not links.is_surname(word))
    possessive = atoms.gaps[core.first] in ("'", "’")
    return not ordinary or after in SAYING or (possessive and links.is_surname(word))


def _is_attribute(atoms: Atoms, core: Core) -> bool:
    """Tell whether a noun may follow, as in "the Smith family"; "the Moon is far" has none."""
    after = atoms.after(core.last - 1)
    if core.kind == ORGANISATION or after in BODIES:
        return True
    return not (after == "" or after in SAYING or after in ORDINARY)


def _is_evident(atoms: Atoms, folded: str, core: Core) -> bool:
    """Tell whether a capital is a name's and not only that of a sentence's first word."""
    if core.last - core.first > 1:
        return True
    if len(folded) < 2:
        return False
    if folded in ORDINARY and not core.title:
        return core.kind == ORGANISATION and core.weight > 2 and not core.opens
    if not core.opens or core.title:
        return True
    if folded in atoms.in_lower_case:
        return False
    if core.weight > 2 or atoms.words[core.first].isupper():
        return True
    possessive = atoms.gaps[core.first] in ("'", "’")
    said = atoms.after(core.first) in SAYING and not folded.endswith("s")
    return (possessive or said) and not folded.endswith(("ly", "ing"))


def in_loud_lines(atoms: Atoms, links: Links, cores: Sequence[Core]) -> list[Name]:
    """Names in headings: only those that the text names elsewhere, and well-known places."""
    found = []
    for core in cores:
        place = core.first
        while core.loud and place < core.last:
            for last in range(min(core.last, place + 5), place, -1):
                part = core._replace(first=place, last=last)
                name = _known(atoms, links, part)
                if name is not None:
                    found.append(name)
                    place = last - 1
                    break
            place += 1
    return found


def _known(atoms: Atoms, links: Links, core: Core) -> Name | None:
    folded = " ".join(atoms.folded[core.first : core.last])
    if core.last - core.first == 1 and (folded in ORDINARY or folded in atoms.in_lower_case):
        return None
    referent = links.resolve(core)
    if referent is not None:
        return _linked(atoms, core, referent)
    if folded in PLACES:
        start, end = atoms.starts[core.first], atoms.ends[core.last - 1]
        return Name(start, end, PLACE, "unknown", written(atoms, core.first, core.last), "place")
    return None
