"""Make texts comparable: digits of every script, spaces, dashes and quotation marks of one kind."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SAME = {dash: "-" for dash in _DASHES} | {"\u066a": "%", "\u2044": "/", "’": "'", "‘": "'"}
_STRAIGHT = {mark: '"' for mark in "“”„‟"} | {mark: "'" for mark in "’‘\u201b"}


def plain(text: str) -> str:
    r"""Return a text whose numbers can be found: ASCII digits, plain spaces, nothing invisible.

    Full-width and other digits become ASCII, fractions and raised or circled digits stand apart.

    Examples
    --------
    >>> plain("\uff16\uff15\u00a0\uff05 or 6\u200b5 – ½")
    '65 % or 65 -  0.5 '
    """
    return _NOT_ASCII.sub(lambda found: _plain(found[0]), text)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("No", "Nl"):
        return f" {unicodedata.numeric(character):.6g} "
    if category.startswith("Z"):
        return " "
    if category == "Cf":
        return ""
    same = unicodedata.normalize("NFKC", character)
    return same if len(same) == 1 else character


def worded(text: str) -> str:
    r"""Return a text whose wording can be compared: single spaces, straight quotation marks.

    Examples
    --------
    >>> worded("“Japan’s\u2009\n rule”")
    '"Japan\'s rule"'
    """
    straight = _NOT_ASCII.sub(lambda found: _worded(found[0]), text)
    return " ".join(straight.split())


@lru_cache(maxsize=4096)
def _worded(character: str) -> str:
    if character in _STRAIGHT:
        return _STRAIGHT[character]
    return "" if unicodedata.category(character) == "Cf" else character


def say(text: str, most: int = 60) -> str:
    """Return the first words of a text, for a message.

    Examples
    --------
    >>> say("In the one poll reported, 64% of respondents said", 30)
    'In the one poll reported, 64%…'
    """
    flat = " ".join(text.replace("\ufffc", " ").split())
    if len(flat) <= most:
        return flat
    cut = flat[:most].rpartition(" ")[0] or flat[:most]
    return f"{cut}…"
