"""Lines that say who wrote an article."""

from __future__ import annotations

import re

from sourcebook.annotate.zones.timestamps import TIME_AT_END

_BY = re.compile(
    r"[(\[*—–-]{0,3} ?(?:(?:words|story|text|report|reporting|written|posted|compiled|analysis"
    r"|interview|editing|opinion|review|commentary|comment|exclusive|additional reporting"
    r"|with reporting|with additional reporting|writing|research|as told to|graphics?|article"
    r"|translated from (?:the )?\w{3,20}|with (?:agency )?inputs(?: from)?|inputs)"
    r"(?: and (?:words|writing|research|editing|text))? )?by:? (?=\S)",
    re.I,
)
_DONE_BY = re.compile(r"(?:[A-Z]\w{3,12}ly )?(?:[A-Z]\w{2,12}|[a-z]{3,12})(?:ed|en) by:? (?=[A-Z])")
_REPORTED_FROM = re.compile(
    r"[(\[*—–-]{0,3} ?(?:reporting|reported|with (?:an? |additional |further |agency )?"
    r"(?:inputs?|reports?|reporting|files|material|information|assistance|help)) (?:from|by) (?=\S)",
    re.I,
)
_END_CREDITS = re.compile(
    r"[(\[](?:additional )?(?:reporting|writing|editing|compiled|translated|written|produced)"
    r"[\w ]{0,30} by ",
    re.I,
)
_OUTLET_AFTER = re.compile(r"\s?(?:[·•|]|\s[-–—]\s)\s?")
_INITIALS = re.compile(
    r"[A-Z][\w-]{1,20}/[a-z]{2,5}|[a-z]{2,5}(?:/[a-z]{2,5}){2,5}|[a-z]{2,3}(?:[/,-] ?[a-z]{2,3}){0,5} \([\w, /]{2,30}\)"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|research|to this (?:report|story|article|piece))", re.I
)
_SMALL = frozenset(
    """
    and in of the for at to de da di du del der den van von bin ibn al el la le y e with from on as
    & our own by
    """.split()
)
_CREDITED = frozenset(
    """
    reporting editing writing additional reported edited written translated translation compiled
    produced photography research graphics text by; by, by
    """.split()
)
"""Words between the names of closing credits: "Reporting by A; additional reporting by B"."""
_LABELLED = re.compile(
    r"(?:text|report|author|reporter|editor|writer|words|story|editing|interview|translation"
    r"|correspondent|from)s?: (?=[A-Z])",
    re.I,
)
_FROM_PLACE = re.compile(r"from (?=[A-Z])", re.I)
_REPORTS_FROM = re.compile(r"(?<=[\w,]) (?:reports|reporting|writes) (?:from|in) (?=[A-Z])")
_ROLES = frozenset(
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


def split_byline(text: str) -> tuple[int, int] | None:
    """Where the byline at the start of a line ends, and where a time after it begins.

    Both are offsets into `text`; the second is its length where no time follows. None where the
    line is no byline that shows itself by its words ("By", "Reporting from", "staff writer").

    Examples
    --------
    >>> split_byline("By Ana Silva | 3 May 2021")
    (12, 15)
    >>> split_byline("By noon the hall was full.") is None
    True
    """
    if len(text) > 400:
        return None
    if text[0] in "([" and text[-1] in ")]." and _END_CREDITS.match(text):
        return len(text), len(text)
    if len(text) > 300:
        return None
    if _CONTRIBUTED.search(text) and text.count(" ") < 40:
        return len(text), len(text)
    opening = _BY.match(text) or _DONE_BY.match(text) or _REPORTED_FROM.match(text)
    end = when = len(text)
    found = TIME_AT_END.search(text) if any(letter.isdigit() for letter in text) else None
    if found and found.start() > 0:
        when = found.start(1)
        end = len(text[: found.start()].rstrip(" |·•,–—-"))
    name = text[opening.end() if opening else 0 : end]
    labelled = _LABELLED.match(text) or _FROM_PLACE.match(text)
    if labelled and (is_name(text[labelled.end() : end]) or text[4] == ":"):
        return end, when
    sentence = name.find(". ")
    if opening and 0 < sentence < 40 and is_name(name[:sentence]) and " by " in name:
        return end, when  # "By Ana Silva. Photographs by Tom Roe"
    if text.count(" ") < 10 and is_name(_REPORTS_FROM.sub(" in ", name)) and "report" in name:
        return end, when
    if opening and _is_credit(name, text[0] in "(["):
        return end, when
    if not opening and (is_name_with_role(name) or (when < len(text) and is_name(name))):
        return end, when
    return None


def _is_credit(names: str, bracketed: bool) -> bool:
    """Tell whether what follows "by" is names and offices rather than a sentence."""
    words = names.split()
    if not words or len(words) > (45 if bracketed else 22):
        return False
    if names[-1] in "?!" or (names[-1] == "." and len(words) > 6 and ";" not in names):
        return False
    common = [word for word in words if word[0].islower()]
    office = next((place for place, word in enumerate(words) if word in _ROLES), -1)
    if 0 < office < 4 and is_name(" ".join(words[office + 1 :])):
        return True  # "By rural affairs reporter Ana Silva"
    credits = _CREDITED if ";" in names or bracketed else _SMALL
    plain = [
        word
        for word in common
        if not _is_office(word) and word not in _SMALL and word not in credits
    ]
    if len(words) < 6 and words[0] in ("our", "a", "staff") and words[-1].lower() in _ROLES:
        return True
    return len(plain) <= (4 if bracketed else 0) and len(common) < len(words)


def _is_office(word: str) -> bool:
    word = word.strip(",;|()").lower()
    return word in _ROLES or word in _ROLE_QUALIFIERS or word in _SMALL


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
    offices = [_is_office(word) for word in words]
    roles = [place for place, word in enumerate(words) if word.strip(",;|()").lower() in _ROLES]
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
    return len(words) < 9 and all(word[0].isupper() or word in _SMALL for word in words)


def is_office(text: str) -> bool:
    """Tell whether a line may be only what somebody does: "Local Democracy Reporter"."""
    words = text.split()
    return (
        1 < len(words) < 6
        and words[-1].lower() in _ROLES
        and all(word[0].isupper() or word in _SMALL for word in words[:-1])
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
    if words[0].lower() in _SMALL or words[1].lower() in ("in", "of", "for"):
        return False
    names = [word.strip(",") for word in words if word.lower() not in _SMALL]
    if len(names) > 3 and not ({"and", "in", "for", "&"} & set(words) or "," in text):
        return False
    return all(
        n
        and n[0].isupper()
        and n.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
        for n in names
    )
