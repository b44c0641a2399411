"""Two versions laid side by side, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.reuse.versions import Change


@dataclass(frozen=True)
class Row:
    """One line of two versions laid side by side: the words of each, and what changed.

    `dropped` and `added` are the words that only the first or only the second has. All are plain
    text; an empty cell means that the version has no such sentence.
    """

    first: str
    second: str
    change: str
    alike: float
    dropped: str
    added: str


def side_by_side(first: str, second: str, found: Iterable[Change]) -> tuple[Row, ...]:
    """Lay changes out as rows of plain text, for a table or a terminal.

    Examples
    --------
    >>> from sourcebook.reuse.versions import changes
    >>> old, new = "A toll on bridges will follow soon.", "A toll on bridges may follow soon."
    >>> [(row.change, row.dropped, row.added) for row in side_by_side(old, new, changes(old, new))]
    [('reworded, softened', 'will', 'may')]
    """
    return tuple(
        Row(
            " ".join(first[start:end] for start, end in change.first),
            " ".join(second[start:end] for start, end in change.second),
            change.label,
            round(change.how.alike, 2),
            " ".join(change.how.dropped) if change.second else "",
            " ".join(change.how.added) if change.first else "",
        )
        for change in found
    )
