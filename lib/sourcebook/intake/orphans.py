"""Rows whose words are no longer where they were: a person decides what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.corpus import Vocabulary
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_text import ChangedText, span_of
from sourcebook.intake.nearest import Nearest
from sourcebook.intake.rows import Row, write_cells
from sourcebook.layers import LAYERS

ORPHANS = "orphans.csv"
HEADER = (
    "number layer status quote says start end match proposed_start proposed_end proposed_quote "
    "remark decision"
).split()
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
