"""Carry out what a person decided on rows whose words are no longer where they were."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import Problem, name_the_choices
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_text import ChangedText, span_of
from sourcebook.intake.orphans import HEADER, Orphan, moved
from sourcebook.intake.rows import Row
from sourcebook.intake.tables import covers, fill_in, read_cells_of

_DECISIONS = ("move", "drop")


@dataclass(frozen=True)
class Moved:
    """A row that a person moved, and where in orphans.csv that stands."""

    layer: str
    row: Row
    place: str


@dataclass(frozen=True)
class Decided:
    """What a person decided: rows that move, how many are dropped, and what got lost on the way."""

    moved: Sequence[Moved]
    dropped: int
    lost: Sequence[str]
    problems: Sequence[Problem]


def decide(
    path: Path, shown: str, orphans: Sequence[Orphan], files: ArticleFiles, before: ChangedText
) -> Decided:
    """Carry out what a person decided on each orphan.

    That nobody decided on a row which a person had reviewed or disputed is a problem.
    """
    cells, problems = read_cells_of(path, shown, HEADER)
    decisions, wrong = _decisions(cells, shown, len(orphans))
    problems += [*wrong, *_undecided(orphans, decisions, shown)]
    ready: list[tuple[str, Row, Orphan]] = []
    for number, (decision, place, row) in decisions.items():
        if decision != "move":
            continue
        to = {name: row[f"proposed_{name}"] for name in ("start", "end", "quote")}
        unclear = fill_in(to, files.text) or covers(to, files.text)
        if unclear:
            problems.append(Problem(shown, place, *unclear))
            continue
        old, new = span_of(orphans[number - 1].row), span_of(to)
        if old and new:
            before.follow(old, new)
        ready.append((place, to, orphans[number - 1]))
    rows, lost = [], []
    # Only now: what one row refers to may have moved with another.
    for place, to, orphan in ready:
        row, gone = moved(orphan.row, int(to["start"]), to["quote"], before, files)
        rows.append(Moved(orphan.layer, row, place))
        lost += [f"{orphan.layer}, {to['start']}-{to['end']}: {gone}"] if gone else []
    dropped = sum(decision == "drop" for decision, _, _ in decisions.values())
    return Decided(rows, dropped, lost, problems)


def _decisions(
    cells: Sequence[tuple[str, Row]], shown: str, count: int
) -> tuple[dict[int, tuple[str, str, Row]], list[Problem]]:
    """Return decision, place in the file and cells by the orphan's number, and the problems."""
    decisions: dict[int, tuple[str, str, Row]] = {}
    problems = []
    for place, row in cells:
        number = int(row["number"]) if re.fullmatch("[0-9]{1,9}", row["number"]) else 0
        decision = row["decision"].strip().casefold()
        if not 1 <= number <= count or number in decisions:
            rule = f"number {row['number']!r} is not that of an orphan, or stands twice"
            remedy = f"leave the column as it was: 1 to {count}, each once"
            problems.append(Problem(shown, place, rule, remedy))
        elif decision:
            decisions[number] = (decision, place, row)
            if decision not in _DECISIONS:
                rule = name_the_choices(row["decision"], _DECISIONS, "decision")
                problems.append(Problem(shown, place, rule, "write one of the two"))
    return decisions, problems


def _undecided(orphans: Sequence[Orphan], decided: Container[int], shown: str) -> Iterator[Problem]:
    left = [
        number
        for number, orphan in enumerate(orphans, start=1)
        if number not in decided and orphan.row["status"] != "machine"
    ]
    if left:
        rows = "1 row" if len(left) == 1 else f"{len(left)} rows"
        has = "has" if len(left) == 1 else "have"
        rule = f"{rows} that a person reviewed or disputed {has} no place in the new text yet"
        numbers = ", ".join(map(str, left[:8])) + (" …" if len(left) > 8 else "")
        remedy = "write move or drop in the column decision of each"
        yield Problem(shown, f"number {numbers}", rule, remedy)
