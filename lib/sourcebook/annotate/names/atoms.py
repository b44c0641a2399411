"""A text cut into the smallest parts of names, folded so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_ATOM = re.compile(r"((?:[^\W\d_]\.){2,}|\w[\w\u0300-\u036f]*)")
# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u02bc": "'", "`": "'"})
_INSIDE = str.maketrans("", "", " \t\n\r\u00a0\u202f-\u2010\u2011–")
_CLOSE = frozenset({" ", "-", "\u2010", "\u2011", "–", "\u00a0", "\u202f"})
_LONGEST_GAP = 4


def fold(word: str) -> str:
    """Return a word in lower case and without diacritics.

    Examples
    --------
    >>> fold("Erdoğan"), fold("Łódź"), fold("U.S.")
    ('erdogan', 'lodz', 'u.s.')
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)


@dataclass(frozen=True)
class Atoms:
    """The words of a text, cut at hyphens and apostrophes too; one list for each of their sides.

    `words` as written, `starts` and `ends` (end exclusive) their places in `text`, and `gaps` what
    stands after each.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[str]

    @cached_property
    def folded(self) -> Sequence[str]:
        """The words in lower case and without diacritics."""
        return [word.lower() if word.isascii() else fold(word) for word in self.words]

    @cached_property
    def in_lower_case(self) -> frozenset[str]:
        """Every word that the text also writes small: no name by itself."""
        return frozenset(word for word in self.words if word.islower())

    def is_close(self, after: int) -> bool:
        """Tell whether a space or a hyphen alone parts an atom from the next one."""
        return after + 1 < len(self.words) and self.gaps[after] in _CLOSE

    def before(self, place: int) -> str:
        """Return the folded atom before, if a space or a hyphen alone is between; else nothing."""
        return self.folded[place - 1] if place > 0 and self.is_close(place - 1) else ""

    def after(self, place: int) -> str:
        """Return the folded atom after, if a space or a hyphen alone is between; else nothing."""
        return self.folded[place + 1] if self.is_close(place) else ""

    def is_capital(self, place: int) -> bool:
        """Tell whether there is such an atom and it begins with a capital letter."""
        return 0 <= place < len(self.words) and self.words[place][0].isupper()


def read_atoms(text: str) -> Atoms:
    """Cut a text into atoms; initials with their full stops (U.S.) are one.

    Examples
    --------
    >>> read_atoms("Chang-hee visited the U.S. in May.").words
    ['Chang', 'hee', 'visited', 'the', 'U.S.', 'in', 'May']
    """
    parts = _ATOM.split(text)  # gap, word, gap, …, gap
    places = list(accumulate(map(len, parts)))
    return Atoms(text, parts[1::2], places[0:-1:2], places[1::2], parts[2::2])


def joint(gap: str) -> str | None:
    r"""Return what parts two atoms of a name, so that spellings agree; None where no name goes on.

    Spaces and hyphens leave nothing, and a full stop counts as one.

    Examples
    --------
    >>> joint("-"), joint(" "), joint("’"), joint(".\n\n")
    ('', '', "'", None)
    """
    if gap in _CLOSE:
        return ""
    if len(gap) > _LONGEST_GAP or "\n\n" in gap:
        return None
    return gap.translate(_INSIDE).translate(_APOSTROPHES)
