"""Write annotations as rows of the corpus's layer files, and rows back into a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.interval import Interval
from sourcebook.layers import LAYERS, Layer

LONGEST_QUOTE = 30_000
"""Characters that a row may quote: a spreadsheet's cell holds 32,767."""

Row = dict[str, str]


def to_rows(
    found: Iterable[Annotation], vocabulary: Vocabulary, when: Interval
) -> tuple[dict[str, list[Row]], int]:
    """Return a machine's annotations as rows of each layer, and how many had to be left out.

    What is not registered becomes ``unknown``, and the words for it go into the note: loading the
    corpus refuses any other key. A role stands only where the registry has it in force. The same
    row is kept once. Left out are those that quote more than a spreadsheet's cell can hold.

    Parameters
    ----------
    found
        Annotations of one article.
    vocabulary
        The corpus's registries.
    when
        When the article was published.
    """
    rows: dict[str, list[Row]] = {name: [] for name in LAYERS}
    seen: set[tuple[str, ...]] = set()
    left_out = 0
    for annotation in found:
        if annotation.end - annotation.start > LONGEST_QUOTE:
            left_out += 1
            continue
        row = _row(annotation, vocabulary, when)
        layer = LAYERS[annotation.layer]
        mark = (
            layer.name,
            row["start"],
            row["end"],
            *(row[column.name] for column in layer.columns),
        )
        if mark not in seen:
            seen.add(mark)
            rows[layer.name].append(row)
    return rows, left_out


def _row(annotation: Annotation, vocabulary: Vocabulary, when: Interval) -> Row:
    layer = LAYERS[annotation.layer]
    row = {
        "article": annotation.article,
        "start": str(annotation.start),
        "end": str(annotation.end),
        "quote": annotation.quote,
        "maker": annotation.maker,
        "status": annotation.status,
    }
    unregistered = ""
    for column in layer.columns:
        value = annotation.attributes.get(column.name, "")
        if column.kind == "key" and value not in ("", "unknown"):
            known = (key for name in column.choices for key in vocabulary.registries[name])
            if value not in known:
                unregistered = unregistered or value
                value = "unknown"
        row[column.name] = value or ("unknown" if column.required else "")
    if "key" in row and row["key"] == "unknown":
        unregistered = unregistered or annotation.attributes.get("name", "")
    if "role" in row and not _holds(vocabulary, layer.name, row["key"], row["role"], when):
        row["role"] = ""
    row["note"] = "; ".join(part for part in (unregistered, annotation.note) if part)
    return row


def _holds(vocabulary: Vocabulary, registry: str, key: str, role: str, when: Interval) -> bool:
    entry = vocabulary.registries[registry].get(key)
    return entry is not None and any(one.role == role and one.in_force(when) for one in entry.roles)


def write_rows(layer: Layer, rows: Iterable[Mapping[str, str]], end: str = "\n") -> str:
    """Return rows as CSV lines without a header, in the order of the layer's columns."""
    return "".join(
        ",".join(_cell(row.get(name, "")) for name in layer.header) + end for row in rows
    )


def write_cells(cells: Sequence[str]) -> str:
    """Return cells as one line of CSV."""
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: str) -> str:
    # Python's csv writer leaves a lone carriage return bare, and its reader then breaks the row.
    if any(char in value for char in ',"\n\r') or value != value.strip():
        return '"' + value.replace('"', '""') + '"'
    return value


def split_records(text: str) -> list[str]:
    r"""Cut a CSV text into its records, line ends and all, so that most can stay as they are.

    Examples
    --------
    >>> split_records('a,b\n1,"two\nlines"\n')
    ['a,b\n', '1,"two\nlines"\n']
    """
    records: list[str] = []
    held: list[str] = []
    marks = 0
    # A text's own splitlines would also cut at page ends and at other scripts' line ends.
    for line in io.StringIO(text, newline=""):
        held.append(line)
        marks += line.count('"')
        if marks % 2 == 0:
            records.append("".join(held))
            held, marks = [], 0
    return [*records, "".join(held)] if held else records


def read_cells(record: str) -> list[str]:
    """Return the cells of one record."""
    return next(csv.reader(io.StringIO(record, newline=""), strict=True), [])
