"""Annotations of all layers as one CSV file, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from sourcebook.annotation import Annotation
from sourcebook.errors import SourcebookError
from sourcebook.exchange.rows import COLUMNS, as_row, from_row

# A spreadsheet runs a cell that begins like this as a formula, and articles are untrusted.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def to_lines(annotations: Iterable[Annotation]) -> str:
    """Write annotations as CSV lines under the columns of `COLUMNS`, without the header.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
    `from_lines` takes away again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # with \r\n, or it would leave a \r inside a cell unquoted
    writer.writerows([_guard(cell) for cell in as_row(one)] for one in annotations)
    return out.getvalue()


HEADER = ",".join(COLUMNS) + "\r\n"


def from_lines(lines: Iterable[str]) -> Iterator[Annotation]:
    """Read annotations back from the lines of a CSV file, header first.

    Raises
    ------
    SourcebookError
        If the header is not that of `COLUMNS`, or a row does not hold an annotation.
    """
    rows = csv.reader(lines, strict=True)
    try:
        header = next(rows, [])
        if tuple(header) != COLUMNS:
            raise SourcebookError(f"row 1 is not the header {','.join(COLUMNS)}")
        for cells in rows:
            if len(cells) != len(COLUMNS):
                raise SourcebookError(
                    f"line {rows.line_num}: {len(cells)} cells where the header has {len(COLUMNS)}"
                )
            yield from_row(dict(zip(COLUMNS, map(_unguard, cells), strict=True)))
    except csv.Error as error:
        raise SourcebookError(f"line {rows.line_num} is not CSV: {error}") from None


def _guard(cell: str | int) -> str:
    written = str(cell)
    if _FORMULA.match(written) and not _NUMBER.fullmatch(written):
        return "'" + written
    return written


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
