"""What belongs to the site and not to the article: menus, sign-up forms, links, legal lines."""

from __future__ import annotations

import re

from sourcebook.annotate.zones.notices import lowered
from sourcebook.annotate.zones.site_words import (
    BUTTONS,
    CLOSERS,
    LIST_HEADS,
    LONE_BUTTONS,
    MENU_OPENINGS,
    MORE_OF,
    OFFERED,
    OFFERS,
    OPENINGS,
    SECTIONS,
    TOPIC_HEADS,
)

_LIST_READ_ALOUD = re.compile(r"(?:end of )?list(?: \d+)? of \d+(?: items)?|end of list")
# What agencies write over a story: "BC-EU--Dam Collapse, 2nd Ld", "DAM-FLOOD/", "dam-flood-eu".
_SLUG = re.compile(
    r"(?:(?:BC|AM|PM)-|[A-Z]{2}--)[A-Z][\w .&'/-]{2,60}(?:,.{0,40})?"
    r"|[A-Z][A-Z0-9-]{1,30}/[A-Z0-9-]{0,30}"
    r"(?: \([^()]{1,30}\))?|[a-z]{2,20}(?:-[a-z]{2,20}){2,6}|.{4,60}\b\d(?:st|nd|rd|th) Ld\b.{0,30}"
)
_WORDS = re.compile(r"[^\s,;:()\[\]|>»\u203a/•·\d.]+")
_SEPARATED = re.compile(r"\s(?:[|>»\u203a•·/])\s")
_COUNTED = re.compile(
    r"(?:\d[\d,.]*[km]? )?(?:comments?|shares?|views?|likes?|replies)(?: \(?\d+\)?)?", re.I
)
_PAGE = re.compile(r"(?:page )?\d{1,3}(?:(?: of | ?/ ?)\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]", re.I)
_RUNNING_HEAD = re.compile(r".{0,80}(?:\s\s|\s?\|\s?|, )page \d{1,3}|page \d{1,3}\s\s.{0,80}", re.I)
_REVISED = re.compile(
    r"\((?:updates?|adds?|recasts?|corrects?|refiles?|repeats?|rewrites|writes through"
    r"|removes|fixes)(?: |\))",
    re.I,
)
_MARK = re.compile(r"[\W_]+")
_MINUTES = re.compile(
    r"\d{1,2}[ -]min(?:ute)?s?(?: read)?|(?:reading time|time to read).{0,20}", re.I
)
_ADDRESS = re.compile(
    r"(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){0,4}|@\w{2,30}|(?:https?://|www\.)\S{3,300}"
    r"|[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}/\S{0,200})"
)


def is_mark(text: str) -> bool:
    """Tell whether a line is only a rule, dots or other signs."""
    return len(text) < 100 and _MARK.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is only the number of a printed page."""
    return len(text) < 20 and _PAGE.fullmatch(text) is not None


def is_menu(text: str) -> bool:
    """Tell whether a short line is a menu, a path of sections or a list of tags.

    Examples
    --------
    >>> is_menu("Home > News > Europe"), is_menu("News of the war reached Oslo")
    (True, False)
    """
    if len(text) > 300:
        return False
    low = lowered(text)
    if low.startswith(MENU_OPENINGS):
        return text[-1] not in ".!?"
    words = _WORDS.findall(low)
    if not words or len(words) > 30 or (len(words) < 3 and low[-1].isdigit()):
        return False
    if all(word in SECTIONS for word in words):
        return words[0] not in ("the", "of", "and")
    if " " not in text:
        return False
    if len(words) > 4 and text[-1] not in ".?!":
        known = sum(word in SECTIONS for word in words)
        if known * 5 >= len(words) * 4 and text.istitle():
            return True
    parts = _SEPARATED.split(text)
    return len(parts) > 2 and text[-1] != "." and len(text) / len(parts) < 22


def is_boilerplate_line(text: str) -> bool:
    """Tell whether a short line is a button, a link, a notice or the head of a list of links.

    Examples
    --------
    >>> is_boilerplate_line("Read more: Mill to close"), is_boilerplate_line("Share prices fall")
    (True, False)
    """
    low = lowered(text).lstrip("[(>»→▶► ")
    if low.startswith(OPENINGS) and low:
        return True
    if low.endswith(("newsletter", "newsletters")) and low.count(" ") < 6:
        return True
    if low.startswith("more ") and low.endswith(MORE_OF) and low.count(" ") < 6:
        return True
    if _COUNTED.fullmatch(low) or _MINUTES.fullmatch(low) or _ADDRESS.fullmatch(low):
        return True
    if (
        _LIST_READ_ALOUD.fullmatch(low)
        or _SLUG.fullmatch(text)
        or _offers(low)
        or _REVISED.match(text)
    ):
        return True
    if _RUNNING_HEAD.fullmatch(low):
        return True
    words = low.strip("[]() .:!").split()
    if len(words) < 10 and ("http" in low or "www." in low) and text[-1] not in ".!?":
        return True
    if len(words) > 10 or not words:
        return False
    return not LONE_BUTTONS.isdisjoint(words) and all(
        word in BUTTONS or word.isdigit() for word in words
    )


def _offers(low: str) -> bool:
    words = low.strip(" :").split()
    if len(words) == 1:
        return words[0] in ("recommended", "related", "trending", "popular")
    return 1 < len(words) < 5 and words[0] in OFFERED and words[-1] in OFFERS


def is_button(text: str) -> bool:
    """Tell whether a line may be a button, if there are others beside it: "Follow", "Sign up".

    Examples
    --------
    >>> is_button("Gift Article"), is_button("Gift of the sea")
    (True, False)
    """
    words = text.lower().strip("[]() .:!").split()
    return len(words) < 6 and all(
        word in BUTTONS or word.isdigit() or len(word) == 1 or word == "min" for word in words
    )


def opens_menu(text: str) -> bool:
    """Tell whether a line begins with the word of a menu or a button and so is nobody's name."""
    word = text.partition(" ")[0].lower()
    return word in SECTIONS or word in BUTTONS


def heads_topics(text: str) -> bool:
    """Tell whether a line of boilerplate announces topics, which lead to parts of the site."""
    low = lowered(text)
    return low.startswith(TOPIC_HEADS) and low.count(" ") < 5 and ": " not in low


def heads_links(text: str) -> bool:
    """Tell whether a line of boilerplate announces lines of links after it."""
    low = lowered(text)
    if ": " in text or text.count(" ") > 6:
        return False
    return low.startswith(LIST_HEADS) or _offers(low)


def ends_copy(text: str) -> bool:
    """Tell whether a line is the sign that agencies and press offices set after the last word."""
    return text.lower().strip(" .") in ("###", "-30-", "-ends-", "ends", "(end)", "- ends -")


def closes_article(text: str) -> bool:
    """Tell whether nothing of the article is to be expected after this line of boilerplate."""
    return lowered(text).startswith(CLOSERS) or bool(_COUNTED.fullmatch(text))
