"""Make an article's id from its headline: what citations, files and folders are called by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LONGEST = 40
_WORDS = 4
_LITTLE = frozenset(
    "a an and are as at be by for from has have in is it its of on or s says that the to was were "
    "will with after over amid".split()
)
# Names of devices on Windows, and words that already mean something where an id may stand.
_TAKEN = re.compile(r"con|prn|aux|nul|com\d|lpt\d|published|unknown|all|text")


def article_id(headline: str, file: str, taken: Container[str]) -> str:
    """Return a new id: a few words of the headline, else of the file's name.

    Parameters
    ----------
    headline
        The headline; may be empty or in any script.
    file
        The file's name, without its ending.
    taken
        Ids there are already.

    Returns
    -------
    str
        Small Latin letters, digits and single hyphens, at most 40 characters and a number.

    Examples
    --------
    >>> article_id("The Bridge Opens: Mayor ‘Delighted’ With the Toll", "x", ())
    'bridge-opens-mayor-delighted'
    >>> article_id("", "../../etc/passwd", {"etc-passwd"})
    'etc-passwd-2'
    """
    stem = _short(headline) or _short(file) or "article"
    if _TAKEN.fullmatch(stem):
        stem = f"article-{stem}"
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _short(words: str) -> str:
    # The cap comes first: a name may be a megabyte long.
    plain = unicodedata.normalize("NFKD", words[:400].replace("’", "").replace("'", ""))
    ascii_ = plain.encode("ascii", "ignore").decode().lower()
    every = re.findall(r"[a-z0-9]+", ascii_)
    told = [word for word in every if word not in _LITTLE] or every
    return "-".join(told[:_WORDS])[:_LONGEST].strip("-")
