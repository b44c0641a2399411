"""Read a review back as a person left it: the corrected tables, and the orphans that move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.errors import InvalidKit, Problem
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_text import ChangedText, span_of
from sourcebook.intake.deciding import Moved, decide
from sourcebook.intake.orphans import ORPHANS, find_orphans
from sourcebook.intake.rows import Row
from sourcebook.intake.tables import read_table
from sourcebook.layers import LAYERS


@dataclass
class Placed:
    """The rows of one layer, where a person wrote each, and where they go in the corpus."""

    rows: list[Row] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    lead: int = 0


def read_review(
    folder: Path, shown: str, files: ArticleFiles, before: ChangedText
) -> tuple[dict[str, Placed], list[str]]:
    """Return a review's rows by layer, as a person left them, and remarks on its orphans.

    Raises
    ------
    InvalidKit
        If tables cannot be read or orphans are undecided; every problem of every file is told.
    """
    problems: list[Problem] = []
    layers: dict[str, Placed] = {}
    for name in LAYERS:
        file = f"{shown}/{name}.csv"
        rows, found = read_table(folder / f"{name}.csv", file, name, files.id, files.text)
        problems += found
        layers[name] = Placed([row for _, row in rows], [(file, place) for place, _ in rows])
    all_orphans = find_orphans(files, before)
    orphans = [orphan for orphan in all_orphans if not orphan.found_anew]
    remarks: list[str] = []
    if orphans:
        file = f"{shown}/{ORPHANS}"
        decided = decide(folder / ORPHANS, file, orphans, files, before)
        problems += decided.problems
        for name, placed in layers.items():
            own = [one for one in decided.moved if one.layer == name]
            _put(placed, own, files.rows[name], file)
        count = f"{len(decided.moved)} moved, {decided.dropped} dropped"
        remarks += [f"orphans, as orphans.csv says: {count}", *decided.lost]
    if problems:
        raise InvalidKit(problems)
    gone = len(all_orphans) - len(orphans)
    if gone:
        noun = "1 machine row" if gone == 1 else f"{gone} machine rows"
        remarks.append(f"{noun} had no place in the new text: gone")
    return layers, remarks


def _put(placed: Placed, moved: Sequence[Moved], standing: Sequence[Row], file: str) -> None:
    """Put the rows that move among a layer's others, in place of suggestions that they overlap."""
    if not moved:
        return
    spans = [span for one in moved if (span := span_of(one.row))]
    kept = {tuple(row.values()) for row in standing}

    def gives_way(row: Row) -> bool:
        span = span_of(row)
        suggested = row["status"] == "machine" and row["maker"].startswith("rule:")
        return (
            suggested
            and tuple(row.values()) not in kept
            and span is not None
            and any(start < span[1] and span[0] < end for start, end in spans)
        )

    both = [
        (row, place)
        for row, place in zip(placed.rows, placed.places, strict=True)
        if not gives_way(row)
    ]
    both += [(one.row, (file, one.place)) for one in moved]
    both.sort(key=lambda one: span_of(one[0]) or (0, 0))
    placed.rows, placed.places = [row for row, _ in both], [place for _, place in both]
