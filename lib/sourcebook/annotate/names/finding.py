"""Find people, organisations and places: the registered ones, and candidates for the registries."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.annotate.names.atoms import Atoms, read_atoms
from sourcebook.annotate.names.candidate_names import in_loud_lines, in_running_text
from sourcebook.annotate.names.candidates import find_cores
from sourcebook.annotate.names.found_name import Name, as_annotation
from sourcebook.annotate.names.full_names import link_full_names
from sourcebook.annotate.names.index import NameIndex, name_index
from sourcebook.annotate.names.kinds import PERSON
from sourcebook.annotate.names.registered import Mention, find_registered
from sourcebook.annotate.names.registered_names import registered_names
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation

MAKER = "rule:names"


def find_names(page: Page) -> list[Annotation]:
    """Find every name outside the site's furniture.

    Returns
    -------
    list of Annotation
        In order of position, in the layers people, organisations and places; ends are exclusive.
        `kind` is person, organisation, place or unknown; `key` that of the registered entry, or
        ``unknown`` for a candidate; `name` the entry's label, or the fullest form in which the text
        names the same person or body. People and organisations have an empty `role`; places have a
        `sense`: place, government or other. A name whose kind cannot be told is in organisations.

    Examples
    --------
    >>> page = Page("Dr Jane Rao of Acme Corp resigned on Friday. Rao said she was tired.")
    >>> for found in find_names(page):
    ...     print(found.layer, found.quote, "=", found["name"])
    people Jane Rao = Jane Rao
    organisations Acme Corp = Acme Corp
    people Rao = Jane Rao
    """
    return [as_annotation(page, name, MAKER) for name in _names(page)]


def _names(page: Page) -> list[Name]:
    atoms, index = read_atoms(page.text), name_index(page.vocabulary)
    mentions = [m for m in find_registered(atoms, index) if not page.in_furniture(m.start)]
    placed = {p for m in mentions if m.layer == "places" for p in range(m.first, m.last)}
    cores = find_cores(page, atoms, _taken(atoms, index, mentions), placed)
    links = link_full_names(atoms, index, mentions, cores)
    candidates = [*in_running_text(atoms, links, cores), *in_loud_lines(atoms, links, cores)]
    held = _held(atoms, mentions)
    kept = [n for n in candidates if _is_short(n) or held.get(n.start, 0) < n.end]
    found = [*registered_names(atoms, mentions, kept), *kept]
    return sorted(set(found))


def _is_short(name: Name) -> bool:
    """Tell whether words stand for someone registered, or named more fully elsewhere."""
    if name.key != "unknown":
        return True
    return name.kind == PERSON and name.end - name.start < len(name.name)


def _taken(atoms: Atoms, index: NameIndex, mentions: Iterable[Mention]) -> set[int]:
    """Atoms of registered people and organisations; a family name inside one is left open."""
    return {
        place
        for mention in mentions
        if mention.layer != "places"
        for place in range(mention.first, mention.last)
        if mention.layer == "people" or atoms.folded[place] not in index.stated
    }


def _held(atoms: Atoms, mentions: Iterable[Mention]) -> dict[int, int]:
    """For each first character of a word in a registered name, where that name ends."""
    held: dict[int, int] = {}
    for mention in mentions:
        for place in range(mention.first, mention.last):
            start = atoms.starts[place]
            held[start] = max(held.get(start, 0), mention.end)
    return held
