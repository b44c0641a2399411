"""Roles: words for what a speaker is, and whom “the mayor” or “the 43-year-old” means."""

from __future__ import annotations

import re

from sourcebook.annotate.names.words import BODIES, OFFICES, ROLES, TITLES
from sourcebook.annotate.speech.cast import Cast, Mention
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
    plan law bill treaty notice placard headline tweet post message constitution white house
    pentagon kremlin vatican palace judiciary side sides mission embassy""".split()
    )
) - {"media"}
PERSON = re.compile(
    r"(?:er|or|ist|man|woman|ian|ee|ant|ent|one|official|source|person|boy|girl|witness|aide|guard"
    r"|neighbou?r|friend|insider|relative|pal|mum|mom|dad|nurse|chef|colleague|expert|critic|diplomat"
    r"|envoy|priest|judge|chief|head|boss|coach|captain|mp|other|year-old|victim|fan|local|pontiff|star|champion|native|billionaire|veteran)\Z"
)
_SAME_OFFICE = {"pontiff": "pope", "judge": "justice"}
_AGED = re.compile(r"(\d{1,3})-year-old")


def by_role(cast: Cast, words: list[Word], first: int, head: int, last: int) -> Mention | None:
    """Person whom the text has introduced by the words of a phrase such as “the mayor”."""
    if words[first].small != "the" or head != last or not 1 < head - first < 6:
        return None
    text = cast.page.text
    said = [word.small for word in words[first + 1 : head] if word.small not in {"former", "then"}]
    if not said:
        return None
    aged = _AGED.search(said[-1]) or _AGED.search(said[0])
    if not aged and said[-1] not in TITLE_WORDS:
        return None
    people = [m for m in cast.before(words[first].start, 40) if m.layer == "people"]
    if aged:
        for mention in people:
            if re.match(rf",\s{aged.group(1)}\b", text[mention.end : mention.end + 6]):
                return mention
        return people[0] if people else None
    for mention in people:
        before = text[max(mention.start - 60, 0) : mention.start].lower()
        after = text[mention.end : mention.end + 70].lower()
        # A full stop parts the words from the name.
        before = re.split(r"[.!?](?=\s)|[,;”\"]", before)[-1]
        after = re.split(r"[.!?](?=\s)|[;”\"]", after)[0]
        beside = f"{before} {after if after.startswith(',') else ''}"
        if all(
            re.search(
                rf"\b(?:{re.escape(word)}|{_SAME_OFFICE.get(word, re.escape(word))})\b", beside
            )
            for word in said
        ):
            return mention
    return None
