"""Read the tables that a person corrected, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from sourcebook.errors import Problem
from sourcebook.intake.changed_text import span_of, stands_at
from sourcebook.intake.rows import Row
from sourcebook.layers import LAYERS, STATUSES

_DELIMITERS = ",;\t"  # a spreadsheet's own choice, by country


def read_table(
    path: Path, shown: str, layer: str, article: str, text: str
) -> tuple[list[tuple[str, Row]], list[Problem]]:
    """Return the rows of one layer's table, each with its place in the file, and the problems.

    An empty article is filled in, and so are start and end where the quote stands once. A status
    may be written in any case.
    """
    cells, problems = read_cells_of(path, shown, LAYERS[layer].header)
    rows = []
    for place, row in cells:
        row["article"] = row["article"].strip() or article
        if row["article"] != article:
            rule = f"the row is of the article {row['article']!r}, this review of {article}"
            remedy = f"write {article} in its first cell, or drop the row"
            problems.append(Problem(shown, place, rule, remedy))
            continue
        status = row["status"].strip().casefold()
        row["status"] = status if status in STATUSES else row["status"]
        # Some spreadsheets write line ends of their own into cells.
        if "\r\n" in row["quote"] and row["quote"] not in text:
            row["quote"] = row["quote"].replace("\r\n", "\n")
        wrong = fill_in(row, text)
        if wrong:
            problems.append(Problem(shown, place, *wrong))
        rows.append((place, row))
    return rows, problems


def fill_in(row: Row, text: str) -> tuple[str, str] | None:
    """Fill in where a quote stands if that is left open; return rule and remedy if it can't be."""
    row["start"], row["end"] = row["start"].strip(), row["end"].strip()
    if row["start"] and row["end"]:
        return None  # loading tells if they are wrong, and where the quote stands
    words = row["quote"]
    if not words:
        return "neither quote nor start and end", "copy the words that it is about into its quote"
    found = stands_at(text, words)
    if not found:
        rule = f"the quote {_short(words)} is not in the article"
        return rule, "copy the words as they stand in corpus/articles/, to the letter"
    spans = [f"{start}-{start + len(words)}" for start in found]
    if len(found) > 1:
        rule = f"start and end are empty, and the quote {_short(words)} stands more than once"
        more = " …" if len(found) == 4 else ""
        return rule, f"write start and end of the one that is meant: {', '.join(spans)}{more}"
    row["start"], row["end"] = str(found[0]), str(found[0] + len(words))
    return None


def covers(row: Row, text: str) -> tuple[str, str] | None:
    """Return rule and remedy if start and end do not cover the quote."""
    span = span_of(row)
    if span and text[span[0] : span[1]] == row["quote"]:
        return None
    rule = f"{row['start']}-{row['end']} does not cover the quote {_short(row['quote'])}"
    return rule, "mend the numbers, or empty both: they are filled in if the quote stands once"


def read_cells_of(
    path: Path, shown: str, header: Sequence[str]
) -> tuple[list[tuple[str, Row]], list[Problem]]:
    """Return a table's rows, each with its place in the file, and the problems.

    Columns may be separated by commas, semicolons or tabs. Empty rows, and empty cells beyond the
    header, are passed over.
    """
    try:
        # A spreadsheet may have put a mark before the table; the corpus has none.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        rule = f"cannot be read: {error.strerror}"
        remedy = "put the file back; a layer without rows keeps its file, with the header alone"
        return [], [Problem(shown, "file", rule, remedy)]
    except UnicodeDecodeError as error:
        rule = f"not UTF-8 at byte {error.start}"
        return [], [Problem(shown, "file", rule, "save it anew, as “CSV UTF-8”")]
    first = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True
    )
    rows: list[tuple[str, Row]] = []
    problems: list[Problem] = []
    try:
        begun = [cell.strip() for cell in _trimmed(next(reader, []), len(header))]
        if begun != list(header):
            missing = [name for name in header if name not in begun]
            rule = f"column {', '.join(missing)} is missing" if missing else "columns out of order"
            remedy = f"the header must be {','.join(header)}"
            return [], [Problem(shown, "row 1", rule, remedy)]
        for number, cells in enumerate(reader, start=2):
            cells = _trimmed(cells, len(header))
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                rule = f"{len(cells)} cells where the header has {len(header)}"
                remedy = "put cells that contain commas in quotation marks"
                problems.append(Problem(shown, f"row {number}", rule, remedy))
                continue
            rows.append((f"row {number}", dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        problems.append(Problem(shown, f"line {reader.line_num}", f"not CSV: {error}", "mend it"))
    return rows, problems


def _trimmed(cells: list[str], length: int) -> list[str]:
    while len(cells) > length and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
