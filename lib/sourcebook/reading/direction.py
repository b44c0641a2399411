"""Words that could turn the direction of what stands beside them are kept from doing so."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

# Letters written from the right, and the characters that turn a line's direction.
_TURNING = frozenset("R AL AN LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())


def turning(text: str) -> bool:
    r"""Tell whether text could turn the direction of its neighbours.

    Examples
    --------
    >>> turning("Moon"), turning("Moon\N{RIGHT-TO-LEFT OVERRIDE}")
    (False, True)
    """
    return any(unicodedata.bidirectional(letter) in _TURNING for letter in text)


def isolated(text: str) -> Markup:
    """Return text escaped, and set apart if it could turn its neighbours."""
    return Markup("<bdi>{}</bdi>").format(text) if turning(text) else escape(text)
