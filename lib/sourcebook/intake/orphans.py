"""Rows whose words are no longer where they were: a person decides what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Vocabulary
from sourcebook.errors import Problem, name_the_choices
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_text import ChangedText, span_of
from sourcebook.intake.nearest import Nearest
from sourcebook.intake.rows import Row, write_cells
from sourcebook.intake.tables import covers, fill_in, read_cells_of
from sourcebook.layers import LAYERS

ORPHANS = "orphans.csv"
HEADER = (
    "number layer status quote says start end match proposed_start proposed_end proposed_quote "
    "remark decision"
).split()
_DECISIONS = ("move", "drop")
_MOST_SEARCHED = 2_000  # orphans for which a passage is looked for
_PRONOUNS = ("he", "she", "they", "it", "I", "we", "who")


@dataclass(frozen=True)
class Orphan:
    """A row whose words, or what it refers to, no longer stand where it says."""

    layer: str
    row: Row

    @property
    def found_anew(self) -> bool:
        """Whether the row is a rule's own, which the rule will suggest again wherever it is due."""
        return self.row["status"] == "machine" and self.row["maker"].startswith("rule:")


@dataclass(frozen=True)
class Moved:
    """A row that a person moved, and where in orphans.csv that stands."""

    layer: str
    row: Row
    place: str


def changed_text(files: ArticleFiles) -> ChangedText:
    """Return an article's text with what its rows tell of the one before it."""
    rows = [row for rows in files.rows.values() for row in rows]
    return ChangedText(files.text, rows, files.characters)


def find_orphans(files: ArticleFiles, before: ChangedText) -> list[Orphan]:
    """Return the rows of an article that do not stand, by layer and in their order."""
    return [
        Orphan(layer, row)
        for layer, rows in files.rows.items()
        for row in rows
        if not stands(row, files, before)
    ]


def stands(row: Row, files: ArticleFiles, before: ChangedText) -> bool:
    """Tell whether a row's words are where it says, and those it refers to as far as is known."""
    span = span_of(row)
    if span is None or files.text[span[0] : span[1]] != row["quote"]:
        return False
    if not files.changed:
        return True
    for start, end in references(row, files.id):
        words = before.words(start, end)
        if words is not None and files.text[start:end] != words:
            return False
    return True


def references(row: Row, article: str) -> Iterator[tuple[int, int]]:
    """Yield the other places of its article that a row refers to."""
    speaker = span_of(row, "speaker_") if "speaker_start" in row else None
    if speaker:
        yield speaker
    for written in row.get("anchor", "").split():
        place = _place_of(written, article)
        if place:
            yield place


def _place_of(written: str, article: str) -> tuple[int, int] | None:
    found = re.fullmatch(rf"{re.escape(article)}:([0-9]{{1,9}})-([0-9]{{1,9}})", written)
    return (int(found[1]), int(found[2])) if found else None


def proposals(orphans: Sequence[Orphan], before: ChangedText) -> list[Nearest | None]:
    """Return the passage that is proposed for each orphan, if there is one."""
    return [
        before.proposal(orphan.row) if place < _MOST_SEARCHED else None
        for place, orphan in enumerate(orphans)
    ]


def write_orphans(
    orphans: Sequence[Orphan],
    proposed: Sequence[Nearest | None],
    files: ArticleFiles,
) -> str:
    """Return the table in which a person decides."""
    # What one row refers to may move with another: said as if all moved as proposed.
    before = changed_text(files)
    for orphan, found in zip(orphans, proposed, strict=True):
        old = span_of(orphan.row)
        if old and found:
            before.follow(old, (found.start, found.end))
    lines = [write_cells(HEADER)]
    for number, (orphan, found) in enumerate(zip(orphans, proposed, strict=True), start=1):
        row = orphan.row
        columns = [column.name for column in LAYERS[orphan.layer].columns]
        says = "; ".join(f"{name}: {row[name]}" for name in (*columns, "note") if row[name])
        cells = [str(number), orphan.layer, row["status"], row["quote"], says]
        cells += [row["start"], row["end"]]
        if found is None:
            lines.append(write_cells([*cells, "none", "", "", "", "", ""]))
            continue
        words = files.text[found.start : found.end]
        _, lost = moved(row, found.start, words, before, files)
        cells += [found.match, str(found.start), str(found.end), words, lost, ""]
        lines.append(write_cells(cells))
    return "".join(lines)


def moved(
    row: Row, start: int, quote: str, before: ChangedText, files: ArticleFiles
) -> tuple[Row, str]:
    """Return a row as it is at another place, and what it refers to that could not be found there.

    What the row refers to moves with it where the same words are found; else it is emptied.
    """
    new = {**row, "start": str(start), "end": str(start + len(quote)), "quote": quote}
    lost = []
    span = span_of(row)
    speaker = span_of(row, "speaker_") if "speaker_start" in row else None
    if speaker:
        names = _names(row["speaker"], files.vocabulary)
        shift = start - span[0] if span else 0
        found = before.speaker(*speaker, shift, names) or before.place(*speaker)
        new |= {
            "speaker_start": str(found[0]) if found else "",
            "speaker_end": str(found[1]) if found else "",
        }
        lost += [] if found else ["which words name the speaker is lost"]
    kept = []
    for written in row.get("anchor", "").split():
        old = _place_of(written, files.id)
        found = before.place(*old) if old else None
        if old and not found:
            lost.append(f"what stood at {written} is not found")
            continue
        kept.append(f"{files.id}:{found[0]}-{found[1]}" if found else written)
    if kept or "anchor" in row:
        new["anchor"] = " ".join(kept)
    return new, "; ".join(lost)


def _names(key: str, vocabulary: Vocabulary) -> list[str]:
    names = list(_PRONOUNS)
    for registry in ("people", "organisations"):
        entry = vocabulary.registries[registry].get(key)
        if entry:
            names += [entry.label, entry.label.split()[-1], *entry.fields.get("variants", ())]
    return names


def decide(
    path: Path, shown: str, orphans: Sequence[Orphan], files: ArticleFiles, before: ChangedText
) -> tuple[list[Moved], int, list[str], list[Problem]]:
    """Carry out what a person decided on each orphan.

    Returns
    -------
    tuple
        The rows that move, how many are dropped, what was lost on the way, and the problems: a row
        that a person reviewed and nobody decided on is one.
    """
    cells, problems = read_cells_of(path, shown, HEADER)
    rows: list[Moved] = []
    remarks: list[str] = []
    decided: set[int] = set()
    dropped = 0
    todo: list[tuple[str, Row, Orphan]] = []
    for place, row in cells:
        number = int(row["number"]) if re.fullmatch("[0-9]{1,9}", row["number"]) else 0
        if not 1 <= number <= len(orphans) or number in decided:
            rule = f"number {row['number']!r} is not that of an orphan, or stands twice"
            remedy = f"leave the column as it was: 1 to {len(orphans)}, each once"
            problems.append(Problem(shown, place, rule, remedy))
            continue
        decision = row["decision"].strip().casefold()
        if not decision:
            continue
        decided.add(number)
        if decision not in _DECISIONS:
            rule = name_the_choices(row["decision"], _DECISIONS, "decision")
            problems.append(Problem(shown, place, rule, "write one of the two"))
        elif decision == "drop":
            dropped += 1
        else:
            todo.append((place, row, orphans[number - 1]))
    ready = []
    for place, row, orphan in todo:
        to = {name: row[f"proposed_{name}"] for name in ("start", "end", "quote")}
        wrong = fill_in(to, files.text) or covers(to, files.text)
        if wrong:
            problems.append(Problem(shown, place, *wrong))
            continue
        old = span_of(orphan.row)
        if old:
            start = int(to["start"])
            before.follow(old, (start, start + len(to["quote"])))
        ready.append((place, to, orphan))
    # Only now: what one row refers to may have moved with another.
    for place, to, orphan in ready:
        new, lost = moved(orphan.row, int(to["start"]), to["quote"], before, files)
        rows.append(Moved(orphan.layer, new, place))
        remarks += [f"{orphan.layer}, {to['start']}-{to['end']}: {lost}"] if lost else []
    left = [
        number
        for number, orphan in enumerate(orphans, start=1)
        if number not in decided and orphan.row["status"] != "machine"
    ]
    if left:
        noun = "1 row" if len(left) == 1 else f"{len(left)} rows"
        rule = (
            f"{noun} that a person has reviewed or disputed have no place in the new text, and no "
            "decision yet"
        )
        numbers = ", ".join(map(str, left[:8])) + (" …" if len(left) > 8 else "")
        remedy = "write move or drop in the column decision of each"
        problems.append(Problem(shown, f"number {numbers}", rule, remedy))
    return rows, dropped, remarks, problems
