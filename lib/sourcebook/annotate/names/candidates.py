"""Names that no registry has: runs of capitals, cut to the name and judged by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.capital_runs import find_runs, opens_sentence
from sourcebook.annotate.names.gazetteer import GIVEN_NAMES, PLACES
from sourcebook.annotate.names.kinds import (
    ORGANISATION,
    PERSON,
    UNKNOWN,
    is_people,
    is_role_before_name,
    is_title_of_a_work,
    kind_by_context,
    kind_by_form,
)
from sourcebook.annotate.names.loud_lines import find_loud_lines
from sourcebook.annotate.names.words import (
    AFTER_A_NAME,
    BODIES,
    DAYS_AND_MONTHS,
    GROUNDS,
    OCCASIONS,
    OFFICES,
    ORDINARY,
    ROLES,
    SAYING,
    TITLES,
)
from sourcebook.annotate.page import FURNITURE, Page

_ROYAL = frozenset("king queen prince princess pope emperor sultan emir".split())
_ADDRESSES = frozenset("mr mrs ms miss mx dr prof sir dame lord lady judge justice".split())
_NOBLE = frozenset("duke duchess earl countess archbishop bishop marquess".split())
# Written with a capital inside a run only where a new name or clause begins.
_BREAKS = frozenset(
    "the by in on at for and but with from to as is are was a an or via when after he she".split()
)
_BESIDE_A_NAME = TITLES | OFFICES
_BEFORE_A_TITLE = TITLES | OFFICES | {"and", "of"}
_OF_AN_OFFICE = OFFICES | {"and", "affairs", "social", "care", "women", "children", "pensions"}
_MONTH_OR_PERSON = frozenset("jan april may june august".split())
_BEFORE_A_MONTH = GIVEN_NAMES | TITLES  # Theresa May
_BEFORE_A_PERSON = TITLES | _NOBLE
_OPENERS = (ORDINARY | SAYING) - _BESIDE_A_NAME
_MAY_CUT = DAYS_AND_MONTHS | _BREAKS
_HYPHENS = frozenset({"-", "\u2010", "\u2011", "–"})


class Core(NamedTuple):
    """A name without its title: atoms `first` to `last` (exclusive).

    `kind` is judged from its words and those beside it, empty for what is no name, with a
    `weight` from 0 to 3. `title` is the folded title before it, `opens` whether it opens a sentence
    (and so has a capital anyway), `loud` whether it stands in a line of capitals.
    """

    first: int
    last: int
    kind: str
    weight: int
    title: str
    opens: bool
    loud: bool


def find_cores(page: Page, atoms: Atoms, taken: set[int], placed: set[int]) -> list[Core]:
    """Find what may be a name, in order.

    `taken` are atoms of registered people and organisations, `placed` those of registered places.
    """
    opens = opens_sentence(page, atoms)
    loud = find_loud_lines(page)
    has_furniture = any(zone["zone"] in FURNITURE for zone in page.zones)
    found: list[Core] = []
    for first, last in find_runs(page, atoms):
        start = atoms.starts[first]
        if has_furniture and page.in_furniture(start):
            continue
        opening = opens(first)
        is_loud = loud(start)
        for piece_first, piece_last in _pieces(atoms, first, last, taken, placed):
            is_opening = opening and piece_first == first
            if is_loud:
                found.append(Core(piece_first, piece_last, "", 0, "", is_opening, True))
                continue
            found += [
                _unsure(core) if _is_guess_at_a_place(core, placed) else core
                for core in _split_at_title(atoms, piece_first, piece_last, is_opening)
            ]
    return found


def _is_guess_at_a_place(core: Core, placed: set[int]) -> bool:
    guess = core.kind == PERSON and core.weight < 2
    return guess and not placed.isdisjoint(range(core.first, core.last))


def _unsure(core: Core) -> Core:
    return core._replace(kind=UNKNOWN, weight=0)


def _pieces(
    atoms: Atoms, first: int, last: int, taken: set[int], placed: set[int]
) -> Iterator[tuple[int, int]]:
    """Cut a run at registered names, days, months, numbers and words that open a clause.

    A hyphen beside the name of a place cuts as well: U.S.-China.
    """
    folded, gaps = atoms.folded, atoms.gaps
    begin = first
    for place in range(first, last):
        if place in taken or folded[place] in _MAY_CUT or folded[place][0].isdigit():
            if _cuts(atoms, place, first, taken):
                if begin < place:
                    yield begin, place
                begin = place + 1
        elif (
            begin < place
            and gaps[place - 1] in _HYPHENS
            and _parts_places(atoms, begin, place, placed)
        ):
            yield begin, place
            begin = place
    if begin < last:
        yield begin, last


def _parts_places(atoms: Atoms, begin: int, place: int, placed: set[int]) -> bool:
    """Tell whether the hyphen before an atom joins two names, one of them a country."""
    if atoms.words[place].islower():
        return False
    left, right = " ".join(atoms.folded[begin:place]), atoms.folded[place]
    known = not placed.isdisjoint((place - 1, place))
    return known or left in PLACES or right in PLACES or is_people(right)


def _cuts(atoms: Atoms, place: int, first: int, taken: set[int]) -> bool:
    word = atoms.folded[place]
    if place in taken:
        return True
    if word in _MONTH_OR_PERSON and atoms.is_capital(place + 1) and atoms.gaps[place] == " ":
        led = atoms.folded[place - 1] if place else ""
        if led in _BESIDE_A_NAME or led in ROLES:
            return False  # Agriculture minister Jan Kos
    if word in DAYS_AND_MONTHS:
        return place == first or atoms.folded[place - 1] not in _BEFORE_A_MONTH
    if word in _BREAKS and atoms.words[place][0].isupper():
        return not (word == "a" and atoms.gaps[place][:1] == ".")
    return word[0].isdigit()


def _split_at_title(atoms: Atoms, first: int, last: int, opening: bool) -> Iterator[Core]:
    folded = atoms.folded
    first = _without_opener(atoms, first, last, opening)
    place = _last_title(atoms, first, last)
    if place is None:
        if first < last:
            yield from _untitled(atoms, first, last, opening)
        return
    title = folded[place]
    before = _without_office(atoms, first, place)
    if before > first:
        for core in _untitled(atoms, first, before, opening):
            guess = core.kind in (PERSON, UNKNOWN) and core.weight < 2
            yield core._replace(kind=ORGANISATION, weight=2) if guess else core
    begin = place + 1
    while begin < last and folded[begin] in ("of", "for"):  # Secretary of State Jane Smith
        if title in _NOBLE:
            begin = place
            break
        begin += 2
        while begin < last and folded[begin] in _OF_AN_OFFICE:
            begin += 1
    if title in _ROYAL and last - begin == 1:
        begin = place
    only_titles = last - begin == 1 and folded[begin] in _BEFORE_A_TITLE
    if begin < last and not (only_titles and title not in _ADDRESSES):  # Secretary-General
        yield Core(begin, last, PERSON, 3, title, False, False)


def _without_opener(atoms: Atoms, first: int, last: int, opening: bool) -> int:
    """Skip a word that has its capital only because it opens a sentence."""
    word = atoms.folded[first]
    if not opening or last - first < 2 or word in GIVEN_NAMES:
        return first
    ordinary = word in _OPENERS or word.endswith("ly")
    small = word in atoms.in_lower_case and word not in _BESIDE_A_NAME
    if not ordinary and not small:
        return first
    return first if " ".join(atoms.folded[first : first + 2]) in PLACES else first + 1  # New York


def _last_title(atoms: Atoms, first: int, last: int) -> int | None:
    """Place of the last title that a name follows, unless all is the name of a body."""
    folded = atoms.folded
    for place in range(last - 2, first - 1, -1):
        if folded[place] not in _BEFORE_A_PERSON:
            continue
        if atoms.words[place].islower() or "," in atoms.gaps[place]:
            continue
        rest = folded[place + 1 : last]
        heads = rest[-1] in BODIES or rest[-1] in GROUNDS or rest[-1] in OCCASIONS
        if heads and (len(rest) == 1 or rest[0] not in GIVEN_NAMES):
            return None
        if place > first and folded[place - 1] in GIVEN_NAMES and place - 1 == first:
            continue  # Stephen King Jr
        return place
    return None


def _without_office(atoms: Atoms, first: int, last: int) -> int:
    """Where what stands before a title ends: Treasury Secretary, Prime Minister."""
    while last > first and atoms.folded[last - 1] in _BEFORE_A_TITLE:
        last -= 1
    return last


def _untitled(atoms: Atoms, first: int, last: int, opening: bool) -> Iterator[Core]:
    """Judge a piece without a title before the name."""
    folded = atoms.folded
    while last > first + 2 and folded[last - 1] in AFTER_A_NAME:
        last -= 1
    while last - first > 2 and folded[first] in OFFICES:
        if atoms.before(first) != "for" and folded[first] != "opposition":
            break
        first += 1  # Minister of State for Home Nitin Rai, Leader of the Opposition Ann Ray
    given = folded[first] in GIVEN_NAMES and last - first > 1
    if opening and not given and last - first > 2 and is_role_before_name(folded, first, last):
        first += 1
    if not given and folded[last - 1] in TITLES:
        last = _without_office(atoms, first, last)
    while last > first + 1 and folded[last - 1] in ("of", "and", "for", "on"):
        last -= 1
    if last <= first or all(folded[p] in OFFICES for p in range(first, last)):
        return
    judged = kind_by_form(atoms, first, last)
    if judged is None and is_people(folded[first]) and last - first > 1:
        first += 1  # Japan's neighbour "Danish Jane Smith": the nationality is no part of it
        judged = kind_by_form(atoms, first, last)
    kind, weight = judged or kind_by_context(atoms, first, last)
    if last - first == 1 and judged is not None and kind == ORGANISATION and weight == 2:
        weight = 1 if len(atoms.words[first]) > 5 else 2
    if is_title_of_a_work(atoms, first, last):
        kind, weight = "", 3
    yield Core(first, last, kind, weight, "", opening, False)
