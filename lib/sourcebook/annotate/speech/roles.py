"""Roles: words for what a speaker is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.names.words import BODIES, OFFICES, ROLES, TITLES
from sourcebook.annotate.speech.narration import Word

TITLE_WORDS = TITLES | OFFICES | ROLES
"""Words for what a person is, in small letters."""

# Unnamed bodies and documents: they are told apart from unnamed people.
INSTITUTIONS = (
    BODIES
    | frozenset(
        """report statement study survey paper document letter email lawsuit complaint indictment
    filing website newspaper magazine agency firm retailer carmaker charity ngo regulator
    watchdog union country kingdom state city village data poll research review inquiry
    verdict ruling sign banner poster article editorial maker brand airline airport chain
    supermarket bank lender giant start-up startup campaign party opposition police military
    band family ministries companies banks regulators broadcaster defence prosecution strategy
    plan law bill treaty notice placard memo dossier leaflet circular headline tweet post
    message constitution white house
    pentagon kremlin vatican palace judiciary side sides mission embassy""".split()
    )
) - {"media"}
_PERSON = re.compile(
    r"(?:er|or|ist|man|woman|ian|ee|ant|ent|one|official|source|person|boy|girl|witness|aide|guard"
    r"|neighbou?r|friend|insider|relative|pal|mum|mom|dad|nurse|chef|colleague|expert|critic|diplomat"
    r"|envoy|priest|judge|chief|head|boss|coach|captain|mp|other|year-old|victim|fan|local|pontiff"
    r"|star|champion|accused|athlete|triathlete|lady|lord|medic|cleric|teen|lad|lass|native|billionaire|veteran)\Z"
)
_NO_PERSON = re.compile(
    r"(?:ment|paper|letter|order|tower|number|water|centre|center|matter|hair|voice|head|weather"
    r"|shoulder|moment|event|winter|summer|phone|answer|hand)\Z"
)
_PARTS = frozenset("head voice hand heart".split())


def is_person_noun(noun: str) -> bool:
    """Tell whether a noun in small letters says what a single person is."""
    if noun in INSTITUTIONS or _NO_PERSON.search(noun):
        return noun == "head"
    return noun in ROLES or noun in TITLE_WORDS or bool(_PERSON.search(noun))


def is_one_person(words: Sequence[Word], first: int, head: int) -> bool:
    """Tell whether words `first` to `head` (exclusive) describe one person: “a spokesman”."""
    while head - first > 1 and words[head - 1].small.endswith(("ing", "ed")):
        head -= 1  # “a hiker missing for days”
    noun = words[head - 1].small
    if noun in _PARTS and words[first].small in {"his", "her", "my"}:
        return False  # “Her head was bent”
    return is_person_noun(noun)
