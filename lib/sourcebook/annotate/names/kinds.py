"""What kind of name stands in a text: judged by its words, then by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.gazetteer import FAMILY_FIRST, GIVEN_NAMES, PLACES
from sourcebook.annotate.names.words import (
    BODIES,
    COMPASS,
    GROUNDS,
    NAMED_BODIES,
    NO_NAMES,
    OCCASIONS,
    PARTICLES,
    PLACE_OPENERS,
    PLACE_PREPOSITIONS,
    ROLES,
    SAYING,
)

PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"
NONE = ""
"""Neither a person nor an organisation nor a place: an event, a nationality."""

_BUSINESS = frozenset(
    """shares stock stocks spokesman spokeswoman spokesperson executives employees customers
    profits revenue chief""".split()
)
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
_CLOSERS = frozenset({*_QUOTES.values(), ",", "."})
_DOERS = ("ist", "ician", "er", "or", "man", "woman", "boy", "girl", "old")
_NO_DOERS = frozenset(
    """river center theater newspaper number tower order member chapter computer container character
    freighter trawler tanker cruiser tiger monster motor tractor doctrine german roman human ottoman
    baptist methodist communist socialist manchester leicester""".split()
)
_OTHERWISE = frozenset(
    """will mark grace may jesus milan florence mercedes victoria virginia jackson nelson jordan
    georgia angel violet rose max joy holly dale sandy penny""".split()
)
# “Historic England”, “Cancer Research UK”
_ENDS_A_BODY = frozenset("uk usa england scotland wales britain international".split())
_CALLED = frozenset({"named", "called", "nicknamed"})
_PEOPLES = ("ese", "ean", "eans", "ian", "ians", "ish")


def is_people(word: str) -> bool:
    """Tell whether a folded word is a nationality, a faith or another word that is no name.

    Examples
    --------
    >>> is_people("portuguese"), is_people("mexican"), is_people("adrian"), is_people("lisbon")
    (True, True, False, False)
    """
    return word in NO_NAMES or (
        len(word) > 4 and word.endswith(_PEOPLES) and word not in GIVEN_NAMES and word not in PLACES
    )


def kind_by_form(atoms: Atoms, first: int, last: int) -> tuple[str, int] | None:
    """Kind and weight of the evidence that the words themselves give; None where they give none.

    The weight is from 1 (a guess) to 3 (hardly in doubt).
    """
    words = atoms.folded[first:last]
    length, head = last - first, words[-1]
    if " ".join(words) in PLACES:
        return PLACE, 3
    if is_people(head) and all(
        is_people(word) or word in PLACE_OPENERS or word in PLACES for word in words
    ):
        return NONE, 3
    given = length > 1 and words[0] in GIVEN_NAMES
    if length > 1 and not (given and length == 2):
        if head in OCCASIONS:
            return NONE, 3
        of = words.index("of") if "of" in words else 0
        if head in BODIES or (of and words[of - 1] in BODIES):
            return ORGANISATION, 3
        if not given and (head in GROUNDS or (of and words[of - 1] in GROUNDS)):
            return PLACE, 3
        if words[0] in PLACE_OPENERS:
            return PLACE, 2
        if head in _ENDS_A_BODY and not given:
            return ORGANISATION, 3
    if length == 1:
        return _kind_of_one(atoms.words[first], words[0])
    if given or _is_shaped_like_a_person(atoms, first, last):
        return PERSON, 3
    if any("&" in atoms.gaps[place] for place in range(first, last - 1)):
        return ORGANISATION, 3
    if length == 2 and words[0] in FAMILY_FIRST:
        return PERSON, 2
    return None


def _kind_of_one(written: str, folded: str) -> tuple[str, int] | None:
    if folded in OCCASIONS:
        return NONE, 3
    if folded in NAMED_BODIES:
        return ORGANISATION, 3
    if folded in BODIES or folded in GROUNDS or folded in PLACE_OPENERS:
        return NONE, 3
    if written.isupper() and 1 < len(written.replace(".", "")) < 7:
        return ORGANISATION, 2
    return None


def _is_first_name(folded: str) -> bool:
    """Tell whether a folded word by itself is hardly anything but a first name."""
    return folded in GIVEN_NAMES and folded not in _OTHERWISE


def _is_shaped_like_a_person(atoms: Atoms, first: int, last: int) -> bool:
    """Tell whether a name has a particle, an initial or a given name in two halves inside."""
    inner = atoms.words[first + 1 : last]
    if any(word.islower() and word not in ("of", "for", "on", "and", "the") for word in inner):
        return True
    middle = atoms.words[first : last - 1]
    return any(
        (len(word) == 1 or (len(word) == 4 and word[1::2] == ".."))
        and atoms.gaps[place].startswith((".", " "))
        for place, word in enumerate(middle, start=first)
    )


def kind_by_context(atoms: Atoms, first: int, last: int) -> tuple[str, int]:
    """Kind and weight of the evidence around a name: roles, verbs of saying, prepositions."""
    length = last - first
    before, after = atoms.before(first), atoms.after(last - 1)
    gap = atoms.gaps[last - 1]
    follower = atoms.folded[last] if last < len(atoms.words) else ""
    if follower == "who" and gap in (" ", ", "):
        return PERSON, 3
    if gap == ", " and follower.isdigit() and len(follower) < 3 and _ends_clause(atoms, last):
        return PERSON, 3  # Jane Smith, 45,
    if _is_dateline(atoms, first, gap) and length < 4:
        return PLACE, 2  # OXBY (Wirefeed) -
    if before in ROLES and length < 5:
        return PERSON, 3
    if before in _CALLED and length < 5:
        return _kind_of_called(atoms, first)
    if first and atoms.gaps[first - 1].endswith("(") and gap.startswith(")"):
        return ORGANISATION, 2  # LONDON (Reuters)
    several = 1 < length < 5
    if first and atoms.gaps[first - 1] == ", " and atoms.folded[first - 1] in ROLES and several:
        return PERSON, 2
    if before in PLACE_PREPOSITIONS and not _is_possessive(atoms, last - 1):
        printed = first > 1 and atoms.before(first - 1) in ("published", "writing", "wrote")
        return (ORGANISATION, 2) if printed else (PLACE, 2)
    if before == "the":
        return (ORGANISATION, 1) if length > 1 or after in SAYING else (UNKNOWN, 0)
    if before == "from" and not several:
        return PLACE, 1
    if length == 1 and _is_first_name(atoms.folded[first]):
        return PERSON, 1
    if (after in SAYING and after != "") or before in SAYING:
        return (PERSON, 2) if several else (ORGANISATION, 1)
    if before == "at" or (after in _BUSINESS and (length == 1 or after != "chief")):
        return ORGANISATION, 2
    owned = atoms.folded[last + 1 : last + 2] if _is_possessive(atoms, last - 1) else []
    if owned and owned[0] in _BUSINESS:
        return ORGANISATION, 1
    if several and atoms.words[first].isalpha() and atoms.folded[first] not in PARTICLES:
        return PERSON, 1
    return UNKNOWN, 0


def _kind_of_called(atoms: Atoms, first: int) -> tuple[str, int]:
    """Judge "a shopkeeper named Hamid", but not "a village called Bray"."""
    known = first > 1 and is_somebody(atoms.before(first - 1))
    return (PERSON, 3) if known else (UNKNOWN, 0)


def is_somebody(noun: str) -> bool:
    """Tell whether a folded noun says what a person is.

    Examples
    --------
    >>> is_somebody("shopkeeper"), is_somebody("oceanographer"), is_somebody("village")
    (True, True, False)
    """
    return noun in ROLES or (noun.endswith(_DOERS) and noun not in _NO_DOERS and len(noun) > 4)


def is_role_before_name(folded: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the first word of a sentence is a role that a name follows: "Biologist Ann Ray".

    A name such as Foster ends as a role does; the given name after it then tells.
    """
    role = folded[first]
    if role in ROLES:
        return True
    return is_somebody(role) and folded[last - 1] not in BODIES and folded[first + 1] in GIVEN_NAMES


def _is_dateline(atoms: Atoms, first: int, gap: str) -> bool:
    start = atoms.starts[first]
    opens = start == 0 or atoms.text[start - 1] == "\n"
    return opens and atoms.words[first].isupper() and gap.startswith((" (", " –", " —", " -"))


def _is_possessive(atoms: Atoms, place: int) -> bool:
    return atoms.gaps[place] in ("'", "’") and atoms.folded[place + 1 : place + 2] == ["s"]


def _ends_clause(atoms: Atoms, place: int) -> bool:
    return atoms.gaps[place][:1] in {",", ".", ")", "-"}


def is_title_of_a_work(atoms: Atoms, first: int, last: int) -> bool:
    """Tell whether quotation marks hold the words and nothing else, as with a book or a film."""
    start, end = atoms.starts[first], atoms.ends[last - 1]
    if atoms.text[end : end + 1] not in _CLOSERS:
        return False
    opener = atoms.text[start - 1 : start] if start else ""
    if opener == " " and atoms.folded[first - 1] in COMPASS:  # “The Silent Harbour”
        opener = atoms.text[max(atoms.starts[first - 1] - 1, 0)]
    closer = _QUOTES.get(opener)
    rest = atoms.text[end : end + 2]
    return closer is not None and (
        rest[:1] == closer or (rest[:1] in {",", "."} and rest[1:] == closer)
    )
