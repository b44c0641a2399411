"""Captions and photo credits, by what they say."""

from __future__ import annotations

import re

from sourcebook.annotate.zones.signatures import AGENCIES

_ARCHIVES = frozenset(
    """
    getty shutterstock alamy epa epa-efe istock unsplash pixabay magnum imago zuma newscom handout
    nurphoto sipa corbis pool wireimage rex instagram reuters afp ap pa nasa tass xinhua kyodo
    yonhap dpa anp ansa bloomberg wikimedia
    """.split()
)
_CREDIT = re.compile(
    r"[(\[|]?\s?(?:(?:main |file |ap |top |cover |lead )?(?:photo(?:graph(?:s|y|er)?|s)?|image"
    r"|picture|pic|illustration)s?"
    r"(?: credit| source| courtesy)?s?\s?(?::|/|\.\.\.|…|, |by\b:?|courtesy of\b|via\b|supplied\b"
    r"|provided by\b|from [A-Z])"
    r"|credits?(?: line)?\s?(?::|\.\.\.|…)|(?:image|photo|picture) source\b|courtesy(?: of\b|:)"
    r"|(?:handout|supplied)\b(?= ?[/:|)]|$))",
    re.I,
)
_AGENCY_SLASH = re.compile(
    r"(?:\b(?:AP Photo|REUTERS|AFP|EPA|AP|PA|Getty Images|Shutterstock|Alamy|Xinhua|NurPhoto"
    r"|Anadolu|TASS|PTI|Bloomberg)\s?/"
    r"|/\s?(?:AP|AFP|Reuters|REUTERS|EPA|PA|Getty|Shutterstock|Alamy|Xinhua|Bloomberg|Handout"
    r"|Pool|The Guardian|EPA-EFE)\b"
    r"|\b(?:via|from) Getty Images|\bGetty Images\b)"
)
_TRAILING_CREDIT = re.compile(
    r"(?:(?:main |file )?(?:photo(?:graph)?s?|image|picture|pic|illustration)(?: credit"
    r"| source)?\s?(?::|by )"
    r"|credits?\s?(?::|\.\.\.)|© ?(?=[A-Z]))",
    re.I,
)
# Looked for first, since most paragraphs have none of them.
_STOPS = frozenset(".!?”\"'’)]|(–—-©")
_PICTURES = ("photo", "photos", "picture", "image", "photograph", "handout", "screengrab")
_CREDIT_WORDS = ("hoto", "HOTO", "redit", "REDIT", "mage", "ictur", "Pic", "©", "llustration")
_TRAILING_AGENCY = re.compile(
    r"(?:\s[—–|-]{1,2}\s?|[.,] |/)(?:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}\s?/\s?)?"
    r"(?:REUTERS|AFP|AP|EPA|EPA-EFE|PA|Getty Images|Reuters|Kyodo|Xinhua|PTI|ANI|Shutterstock"
    r"|AP Photo|Alamy)"
    r"(?:\s?/\s?[A-Z][\w.' -]{0,40}| PHOTO| file| file photo)?\.?$"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’&-]{0,24}"
_TITLED = rf"{_CAPITAL}(?: (?:de |van |von |al-|of |the )?{_CAPITAL}){{0,5}}"
# "Ana Silva/AFP", "Ana Silva for the Harbour Post", "Ana Silva via AP": nobody else is named so.
_NAMED_SOURCE = re.compile(
    rf"{_TITLED}(?:\s?/\s?| (?:for|via) (?:[Tt]he )?){_TITLED}(?:, [A-Z][\w ]{{1,20}})?"
)
_NAME_ONLY = re.compile(_TITLED)
_SOURCE_AFTER_STOP = re.compile(rf"[.?!”\"]\s({_TITLED}\s?/\s?{_TITLED})$")
_LABEL = re.compile(
    r"(?:(?:image|video|media|photo) caption|caption:|photo caption|above:|below:|pictured:"
    r"|pictured (?:above|left|right)"
    r"|file photo|file ?[-–—:]|left to right|from left|from right|clockwise from|(?:figure|fig\."
    r"|chart|map|graphic)"
    r" ?\d{0,2}:|left:|right:|top:|bottom:|main image)",
    re.I,
)
_LABEL_STARTS = frozenset(
    "med pho ima vid cap pho abo bel pic fil lef fro clo fig cha map gra rig top bot mai".split()
)
_SAYS_PICTURE = re.compile(
    r"\b(?:file (?:photo|picture|image|pic)\b|in this (?:\w+ ){0,4}(?:photo|image|picture|frame"
    r"|file|handout|screengrab|still)\b"
    r"|(?:handout|undated|pool|combination) (?:photo|picture|image)\b|photos? (?:released"
    r"|provided|taken|shows)\b"
    r"|screen ?grab|(?:is|are) (?:seen|pictured|shown) (?:in|on|at|during|here|outside|near|from"
    r"|after|before|above|below|through|with|along|inside)\b"
    r"|seen here|pictured (?:in|on|at|with|here|outside|during|left|right|above|below)\b"
    r"|,? ?(?:\(?(?:far |second |third |second from |third from |front |back |bottom "
    r"|top )?(?:left|right|cent(?:er|re))\)?,|\((?:(?:far |second |third |second from |top "
    r"|bottom |front )?(?:left|right|cent(?:er|re))|[lrcLRC]|[23]nd? ?[lrLR])\))"
    r"|(?:from|to) (?:left|right)\b)",
    re.I,
)
_PICTURE_WORDS = (
    "hoto",
    "ictur",
    "mage",
    "een",
    "eft",
    "ight",
    "cent",
    "(",
    "rame",
    "grab",
    "till",
    "hown",
    "FILE",
)
_POSES = re.compile(
    r"(?<!\bto )(?<!\bnot )(?<!\bthat )\b(?:speaks?|poses?|arrives?|attends?|shakes? hands|walks?"
    r"|stands?|waves?|holds?|gestures?|looks?|sits?"
    r"|delivers?|address(?:es)?|leaves?|takes? part|queues?|gather|march(?:es)?|inspects?"
    r"|celebrates?|waits?"
    r"|reacts?|carry|carries|ride|rides|shows?|meets?|greets?|embraces?|hugs?|answers?|tours?"
    r"|lays?|signs?|run|runs"
    r"|protest|demonstrate|hold|cross|play|plays|works?|fly|flies|burns?|rises?|passes|pass"
    r"|watch(?:es)?|listens?|talks?"
    r"|chats?|lines?|searches|search|clear|clean|unload|harvest|pray|mourn|buy|shop|perform"
    r"|performs|competes?"
    r"|appears?|smiles?|kisses|lifts?|scores?|lie|lies|drive|drives|visits?|reads|covers|leads"
    r"|hugs)\b"
)
_DATED = re.compile(
    r"\b(?:on|in|,) (?:\w+day,? )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec)[a-z]*\.? ?\d|\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day[.,]?$)"
)
REPORTED = re.compile(
    r" (?:said|says|told|added|adding|according|will|would|has|have|had|was|were|could|wrote"
    r"|announced)\b"
)
"""Verbs of reported speech and of the past: captions tell in the present."""


def is_photo_credit(text: str) -> bool:
    """Tell whether a line names who took or owns a picture, and nothing else.

    Examples
    --------
    >>> is_photo_credit("Photograph: Ana Silva/AFP"), is_photo_credit("Credit Nord to cut jobs")
    (True, False)
    """
    words = text.count(" ") + 1
    if words > 16 or (text[-1] == "." and words > 8):
        return False
    if _CREDIT.match(text):
        # Names follow "Image:" in a credit, a sentence follows it in a caption.
        common = sum(word[0].islower() for word in text.partition(":")[2].split())
        return "/" in text or (words <= 9 and common < 3)
    if text[0] == "©":
        return words <= 8 and not any(letter.isdigit() for letter in text)
    if _AGENCY_SLASH.search(text):
        return words <= 9 and " (" not in text
    bare = text.strip("()[] ").lower()
    if (
        text[0] in "(["
        and text[-1] in ")]"
        and ((words < 6 and bare.endswith(_PICTURES)) or is_agency_and_name(text[1:-1]))
    ):
        return True
    return text[0] in "([" and (bare in AGENCIES or bare in _ARCHIVES)


def names_archive(text: str) -> bool:
    """Tell whether a line is only the name of a picture agency: "Getty", "Alamy"."""
    return text.lower() in _ARCHIVES


def is_agency_and_name(text: str) -> bool:
    """Tell whether a line is two names with a stroke between: "Harbour Board / Ana Silva"."""
    return text.count(" ") < 9 and _NAMED_SOURCE.fullmatch(text) is not None and "/" in text


def trailing_credit(text: str) -> tuple[int, str]:
    """Where a credit at the end of a paragraph begins, and how it is written.

    The form is ``named`` for what can be nothing else ("Photo: Ana Silva", "Ana Silva/AFP") and
    ``bracket`` for an agency in brackets or after a dash, which may also close a report. Without
    any, the length and "".

    Examples
    --------
    >>> trailing_credit("A ferry leaves Split. (AFP)")
    (22, 'bracket')
    """
    end = len(text)
    tail_start = max(end - 110, 0)
    tail = text[tail_start:]
    if tail.rstrip(".")[-1:] in (")", "]"):
        at = max(tail.rfind("("), tail.rfind("["))
        inside = tail[at + 1 :].rstrip(".)]") if at > 0 else ""
        if inside and (_NAMED_SOURCE.fullmatch(inside) or _CREDIT.match(inside)):
            return tail_start + at, "named"
        if inside and (_is_agency(inside) or _named_after_stop(tail, at, inside)):
            return tail_start + at, "bracket"
        return end, ""
    found = None
    marked = ":" in tail or "©" in tail or " by " in tail or "..." in tail
    if marked and any(word in tail for word in _CREDIT_WORDS):
        found = next(reversed([*_TRAILING_CREDIT.finditer(tail)]), None)
    if (
        found
        and found.start()
        and tail[found.start() - 1] in " |(["
        and tail.count(" ", found.end()) < 9
    ):
        cut = tail_start + found.start()
        # "... in a photo by Ana Silva" goes on with the sentence, "... . Photo by" does not.
        apart = text[:cut].rstrip()[-1:] in _STOPS or ":" in found.group()
        return cut, "named" if apart else "bracket"
    if "/" in tail[-60:]:
        source = _SOURCE_AFTER_STOP.search(tail[-80:])
        if source:
            return end - len(tail[-80:]) + source.start(1), "named"
    last = tail[tail.rfind(" ") + 1 :].rstrip(".")
    if not last.isupper() and last.lower() not in _ARCHIVES and "/" not in last:
        return end, ""
    agency = _TRAILING_AGENCY.search(tail)
    return (tail_start + agency.start(), "bracket") if agency else (end, "")


def _named_after_stop(tail: str, at: int, inside: str) -> bool:
    """Tell whether a name in brackets stands by itself after a full stop: "... (Harbour Post)"."""
    return tail[at - 2 : at] in (". ", "” ", '" ') and _NAME_ONLY.fullmatch(inside) is not None


def _is_agency(words: str) -> bool:
    lowered = words.lower()
    if lowered in AGENCIES or _AGENCY_SLASH.search(words):
        return True
    parts = set(re.split(r"[\s/,]+", lowered))
    return bool(parts & _ARCHIVES) and len(parts) <= 8


def is_caption(text: str) -> bool:
    """Tell whether a paragraph describes a picture, by its own words.

    Examples
    --------
    >>> is_caption("Ministers Ana Silva, left, and Tom Roe shake hands in Oslo on May 3.")
    True
    >>> is_caption("The minister left on May 3.")
    False
    """
    words = text.count(" ") + 1
    if words > 60 or words < 3:
        return False
    if text[:3].lower() in _LABEL_STARTS and _LABEL.match(text):
        return True
    if text[0] in '“"‘' or REPORTED.search(text):
        return False
    if any(word in text for word in _PICTURE_WORDS) and _SAYS_PICTURE.search(text):
        return True
    return words <= 45 and bool(_DATED.search(text)) and shows_someone(text)


def shows_someone(text: str) -> bool:
    """Tell whether a paragraph opens as captions do: who, and a verb in the present tense."""
    return bool(_POSES.search(text, 0, 160)) and not REPORTED.search(text)
