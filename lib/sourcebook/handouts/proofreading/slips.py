"""What a proofreader writes in the margin: where, which words, which rule, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bs4 import Tag


@dataclass(frozen=True)
class Slip:
    """One thing wrong with a finished handout.

    Parameters
    ----------
    place
        The heading above it, what kind of block it stands in, and how that begins.
    found
        The words in question.
    rule
        What should hold and does not.
    remedy
        What the notebook's author can do about it.

    Examples
    --------
    >>> print(Slip("“The poll”, paragraph “About 65 %…”", "65 %", "no source", "cite one"))
    “The poll”, paragraph “About 65 %…”: “65 %”: no source
        remedy: cite one
    """

    place: str
    found: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        found = f"“{self.found}”: " if self.found else ""
        return f"{self.place}: {found}{self.rule}\n    remedy: {self.remedy}"


class Finding(NamedTuple):
    """A slip before its place has been put into words.

    `kind` and `words` are those of a text alternative or a tooltip of the element.
    """

    element: Tag
    found: str
    rule: str
    remedy: str
    kind: str = ""
    words: str = ""
