"""What the markup of an element tells of the zone it holds: its tag, class, role and properties."""

from __future__ import annotations

import re
from collections.abc import Mapping

FURNITURE = frozenset({"navigation", "boilerplate"})

_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "boilerplate",
    "aside": "boilerplate",
    "button": "boilerplate",
    "label": "boilerplate",
    "figcaption": "caption",
    "time": "timestamp",
}
_ROLES = {
    "navigation": "navigation",
    "menubar": "navigation",
    "search": "navigation",
    "contentinfo": "boilerplate",
    "complementary": "boilerplate",
    "dialog": "boilerplate",
    "alertdialog": "boilerplate",
}
# Too large to be judged by a class: what stands in them is most of the page.
_WHOLE = frozenset({"html", "body", "main", "article", "form"})
_NAVIGATION = frozenset(
    """
    nav navbar navigation breadcrumb breadcrumbs menu menubar subnav topnav topbar masthead kicker
    eyebrow tags taglist topics categories category rubric
    """.split()
)
_BOILERPLATE = frozenset(
    """
    newsletter newsletters signup subscribe subscription comments respond disqus share sharing
    shares social socials cookie cookies consent gdpr ad ads advert adverts advertisement
    advertising promo promotion sponsored outbrain taboola popup modal overlay paywall regwall
    feedback donate donation sidebar widget copyright colophon footer disclaimer toolbar
    syndication correction corrections bio biography buttons interstitial
    """.split()
)
# Lists of other stories lead elsewhere, as menus do, also in an aside.
_STORIES = frozenset(
    """
    related relateds recommended recommendations recirc recirculation trending popular readmore
    """.split()
)
_CREDIT = frozenset({"credit", "credits", "photocredit", "photographer", "photocredits"})
_CAPTION = frozenset({"caption", "cutline", "captions", "figcaption"})
_BYLINE = frozenset(
    {"byline", "bylines", "author", "authors", "contributor", "contributors", "writer"}
)
_TIMESTAMP = frozenset(
    """
    timestamp dateline date datetime published pubdate publication updated modified dateposted
    datepublished datemodified time
    """.split()
)
_STANDFIRST = frozenset(
    """
    standfirst subtitle subheading subheadline subhead deck dek summary strapline lead intro excerpt
    """.split()
)
_HIDING_CLASSES = frozenset(
    """
    sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only u-hidden is-hidden
    hidden hide offscreen a11y-hidden
    """.split()
)
_HIDING_STYLE = re.compile(r"(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)", re.I)
_NAMING = ("class", "id", "itemprop", "rel")
_ARTICLES = frozenset("hentry h-entry type-post post article entry story articlebody".split())
_STATES = frozenset("has is with no js open enabled closed active on off without theme".split())
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST = 400


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether a browser would not show an element."""
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    if not _HIDING_CLASSES.isdisjoint(attributes.get("class", "")[:_LONGEST].lower().split()):
        return True
    return bool(_HIDING_STYLE.search(attributes.get("style", "")[:2000]))


def zone_hint(tag: str, attributes: Mapping[str, str], in_article: bool) -> str:
    """Zone that an element's markup announces, ``body`` for a standfirst, or "".

    Examples
    --------
    >>> zone_hint("div", {"class": "article__byline"}, True), zone_hint("header", {}, False)
    ('byline', 'navigation')
    """
    if tag in _TAGS:
        zone = _TAGS[tag]
    elif tag == "header" and not in_article:
        zone = "navigation"
    else:
        zone = _ROLES.get(attributes.get("role", "").lower(), "")
    if not attributes or tag in _WHOLE:
        return zone
    words = _telling_words(attributes)
    if not words.isdisjoint(_STORIES):
        return "navigation"
    if zone in FURNITURE:
        return zone
    for zone_of_words, telling in (
        ("body", _STANDFIRST),
        ("photo-credit", _CREDIT),
        ("caption", _CAPTION),
        ("boilerplate", _BOILERPLATE),
        ("byline", _BYLINE),
        ("timestamp", _TIMESTAMP),
        ("navigation", _NAVIGATION),
    ):
        if not words.isdisjoint(telling):
            return zone_of_words if zone_of_words != "body" or tag[0] == "h" or tag == "p" else zone
    return zone


def _telling_words(attributes: Mapping[str, str]) -> frozenset[str]:
    """Words of an element's names; none where it holds an article, or is only said to have some."""
    named = " ".join(attributes.get(name, "")[:_LONGEST] for name in _NAMING).split()
    words: set[str] = set()
    for name in named:
        parts = [part.lower() for part in _WORD.findall(name)]
        if not parts or parts[0] in _STATES or parts[-1] in _STATES:
            continue
        if name.lower() in _ARTICLES or (
            len(parts) > 1
            and parts[-1] in ("content", "body", "text")
            and parts[0] in ("article", "entry", "post", "story")
        ):
            return frozenset()
        words.update(parts)
    return frozenset(words)
