"""One root exception, and messages that say what to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class SourcebookError(Exception):
    """Root of everything the kit raises on purpose."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with one file.

    Parameters
    ----------
    file
        The file's path, relative to the kit's root.
    place
        Row, key or cell: where in the file to look.
    rule
        What should hold and does not.
    remedy
        What to do about it.

    Examples
    --------
    >>> print(Problem("corpus/catalog.toml", "reset-button", "no sha256", "add it"))
    corpus/catalog.toml, reset-button: no sha256
        remedy: add it
    """

    file: str
    place: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.rule}\n    remedy: {self.remedy}"


class InvalidKit(SourcebookError):
    """Files of the kit break its rules; ``problems`` lists every one found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([head, *map(str, self.problems)]))


class UnknownName(SourcebookError):
    """A name that the kit does not know; the message lists those it does."""


def name_the_choices(given: str, valid: Iterable[str], noun: str) -> str:
    """Say that `given` is no valid `noun`, what it may have meant, and all valid ones.

    Examples
    --------
    >>> name_the_choices("reset-buton", ["reset-button", "warming-fast"], "article")
    "no article 'reset-buton'; did you mean 'reset-button'? Valid: reset-button, warming-fast"
    """
    known = sorted(valid)
    near = difflib.get_close_matches(given, known, n=1)
    guess = f"; did you mean {near[0]!r}?" if near else "."
    return f"no {noun} {given!r}{guess} Valid: {', '.join(known) or '(none)'}"


def choose(given: str, valid: Iterable[str], noun: str) -> str:
    """Return `given` if it is a valid `noun`; else raise UnknownName, listing the valid ones.

    Examples
    --------
    >>> choose("neutral", ["as-published", "neutral"], "choice of terms")
    'neutral'
    """
    known = list(valid)
    if given not in known:
        raise UnknownName(name_the_choices(given, known, noun))
    return given
