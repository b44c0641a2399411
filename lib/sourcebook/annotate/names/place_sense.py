"""In which sense a place is named: itself, its government, or as part of another name."""

from __future__ import annotations

from sourcebook.annotate.names.atoms import Atoms
from sourcebook.annotate.names.registered import Mention
from sourcebook.annotate.names.words import SAYING

_STATES = frozenset({"country", "city", "islands"})
_ACTS = SAYING | frozenset(
    """is are was were has have had will would could may might should must can plans wants seeks
    hopes fears worries aims expects appears seems faces looks remains refuses refused rejects
    rejected accepts accepted signed signs imposed imposes lifted announced announces launched
    launches fired fires accused accuses demanded demands called calls backs backed supports
    supported opposes opposed sent sends deployed withdrew ratified proposed proposes offered
    offers agreed vowed considers considered regards describes described saw sees wanted allied
    officials relations ties talks cooperation alliance did does pledges urges urged ruled drops
    dropped joins joined recalled expelled summoned protested condemned""".split()
)
_TOWARDS = frozenset(
    """with between against toward towards by than urge urges urged urging told tell asks ask asked
    pressed accuses accused accusing described describes called calls involving regarding about
    at-war via""".split()
)
_IN = frozenset("in at near across throughout into inside outside around to from visit".split())
_OF_LAND = frozenset(
    """capital city coast north south east west border people economy population company
    companies biggest largest first oldest supreme main opposition second third""".split()
)


def sense_of(atoms: Atoms, mention: Mention, part_of_a_name: bool) -> str:
    """Sense of a registered place: "place", "government" or "other".

    `part_of_a_name` says that a longer name holds it, such as that of a company.
    """
    if part_of_a_name:
        return "other"
    if mention.entry.fields.get("kind") not in _STATES:
        return "place"
    before, after = atoms.before(mention.first), atoms.after(mention.last - 1)
    if before == "the":
        before = atoms.before(mention.first - 1)
    if before in _IN:
        return "place"
    gap = atoms.gaps[mention.last - 1]
    if gap in ("'", "’") and atoms.folded[mention.last : mention.last + 1] == ["s"]:
        owned = atoms.after(mention.last)
        land = owned in _OF_LAND or atoms.is_capital(mention.last + 1)
        return "place" if land else "government"
    if after in _ACTS or before in _TOWARDS:
        return "government"
    joined = gap == "-" or before == "and" or after == "and"
    return "government" if joined else "place"
