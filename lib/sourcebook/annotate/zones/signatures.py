"""Who may sign an article: names, offices, outlets, agencies, initials."""

from __future__ import annotations

import re

_OUTLET_AFTER = re.compile(r"\s?(?:[·•|]|\s[-–—]\s)\s?")
_INITIALS = re.compile(
    r"[A-Z][\w-]{1,20}/[a-z]{2,5}|[a-z]{2,5}(?:/[a-z]{2,5}){2,5}"
    r"|[a-z]{2,3}(?:[/,-] ?[a-z]{2,3}){0,5} \([\w, /]{2,30}\)"
)
SMALL_WORDS = frozenset(
    """
    and in of the for at to de da di du del der den van von bin ibn al el la le y e with from on as
    & our own by
    """.split()
)
ROLES = frozenset(
    """
    correspondent correspondents editor editors reporter reporters writer writers columnist
    journalist journalists producer bureau chief critic commentator contributor staff agencies
    agency desk photographer intern newsroom
    """.split()
)
_ROLE_QUALIFIERS = frozenset(
    """
    political economics economic business diplomatic foreign science environment health home affairs
    education social legal crime defence defense security culture arts sports sport transport
    technology religious royal senior deputy special freelance news local data digital features
    national international city european world media consumer energy climate investigations general
    financial markets video managing assistant associate contributing executive guest community
    """.split()
)
AGENCIES = frozenset(
    """
    reuters ap afp dpa pti ani ians xinhua kyodo yonhap bernama antara tass interfax efe ansa belga
    upi pa bloomberg afp-jiji jiji cna rfe/rl aap anp lusa apa saba petra wam spa irna cnn bbc npr
    """.split()
) | {
    "associated press",
    "the associated press",
    "agence france-presse",
    "pa media",
    "press association",
    "press trust of india",
    "kyodo news",
    "yonhap news agency",
    "bloomberg news",
    "anadolu agency",
    "staff and agencies",
    "agencies",
    "news agencies",
    "news desk",
    "web desk",
    "staff",
    "staff reporter",
    "staff reporters",
    "staff report",
    "staff writer",
    "our correspondent",
    "our reporter",
    "a correspondent",
    "from our correspondent",
}
"""News agencies, and what stands for a name where no reporter is named, in lower case."""


def has_office(word: str) -> bool:
    """Tell whether a word belongs to the name of an office, such as "deputy" or "editor"."""
    word = word.strip(",;|()").lower()
    return word in ROLES or word in _ROLE_QUALIFIERS or word in SMALL_WORDS


def is_signature(text: str) -> bool:
    """Tell whether a line is only an agency, what stands for a reporter, or editors' initials.

    Examples
    --------
    >>> is_signature("(Reuters)"), is_signature("jm/wd (AFP, dpa)"), is_signature("and/or")
    (True, True, False)
    """
    if len(text) > 50:
        return False
    bare = text.strip("()[]—–- ").lower()
    return bare.removeprefix("with ") in AGENCIES or bool(_INITIALS.fullmatch(text))


def is_name_and_outlet(text: str) -> bool:
    """Tell whether a line is a name and, after a dot or a bar, for whom that person writes.

    Examples
    --------
    >>> is_name_and_outlet("Ana Silva · Harbour Post"), is_name_and_outlet("Home · News")
    (True, False)
    """
    name, *outlet = [part for part in _OUTLET_AFTER.split(text) if part] or [""]
    return (
        1 <= len(outlet) <= 2
        and is_name(name)
        and all(part[0].isupper() and part.count(" ") < 5 for part in outlet)
        and text.count(" ") < 12
    )


def is_name_with_role(text: str) -> bool:
    """Tell whether a line is a name and an office, or an office alone.

    Examples
    --------
    >>> is_name_with_role("Ana Silva, Political correspondent"), is_name_with_role("Editor quits")
    (True, False)
    """
    words = text.split()
    if not 1 < len(words) <= 12 or text[-1] in ".?!:":
        return False
    offices = [has_office(word) for word in words]
    roles = [place for place, word in enumerate(words) if word.strip(",;|()").lower() in ROLES]
    if not roles:
        return False
    first = offices.index(True)
    # A name goes before the office; after it, only where or for whom ("in Berlin", ", BBC News").
    named = first >= 2 or (first == 0 and all(offices[: roles[0] + 1]))
    rest = words[roles[-1] + 1 :]
    if rest and not (words[roles[-1]][-1] in ",|" or rest[0] in ("in", "at", "for", "|")):
        return False
    return (
        named
        and first <= 6
        and not any(
            word[0].islower() and not office for word, office in zip(words, offices, strict=True)
        )
    )


def is_titled(text: str) -> bool:
    """Tell whether a short line is a name of any kind: its words have capitals."""
    words = text.replace("(", "").split()
    return len(words) < 9 and all(word[0].isupper() or word in SMALL_WORDS for word in words)


def is_office(text: str) -> bool:
    """Tell whether a line may be only what somebody does: "Local Democracy Reporter"."""
    words = text.split()
    return (
        1 < len(words) < 6
        and words[-1].lower() in ROLES
        and all(word[0].isupper() or word in SMALL_WORDS for word in words[:-1])
    )


def is_name(text: str) -> bool:
    """Tell whether a line may be a bare name, several, or a name and a place.

    Examples
    --------
    >>> is_name("Ana Silva and Tom Roe in Lisbon"), is_name("Price of bread")
    (True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 10 or not text.replace(",", " ").replace("-", " ").isprintable():
        return False
    if words[0].lower() in SMALL_WORDS or words[1].lower() in ("in", "of", "for"):
        return False
    names = [word.strip(",") for word in words if word.lower() not in SMALL_WORDS]
    if len(names) > 3 and not ({"and", "in", "for", "&"} & set(words) or "," in text):
        return False
    return all(
        n
        and n[0].isupper()
        and n.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
        for n in names
    )
