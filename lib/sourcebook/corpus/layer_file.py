"""Read one annotation layer from its CSV file, cell by cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

from sourcebook.annotation import Annotation
from sourcebook.article import Article
from sourcebook.corpus.vocabulary import Vocabulary
from sourcebook.errors import Problem, name_the_choices
from sourcebook.interval import Interval, read_day
from sourcebook.layers import PROVENANCE, STATUSES, Column, Layer
from sourcebook.span import Span


def read_layer(
    path: Path, file: str, layer: Layer, articles: Mapping[str, Article], words: Vocabulary
) -> tuple[list[Annotation], list[Problem]]:
    """Read a layer's annotations and check every cell.

    Rows are numbered as a spreadsheet numbers them when no cell has a line break: the header is
    row 1. A row with a problem is left out of the annotations.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return [], [Problem(file, "file", "the layer is missing", "restore the file from git")]
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return [], [Problem(file, "file", reason, "restore the file from git")]
    except UnicodeDecodeError as error:
        rule = f"not UTF-8 at byte {error.start}"
        return [], [Problem(file, "file", rule, "save it as CSV UTF-8")]
    if text.startswith("\ufeff"):
        rule = "the file begins with a byte order mark (BOM)"
        return [], [Problem(file, "row 1", rule, "save it as UTF-8 without BOM")]
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    annotations: list[Annotation] = []
    problems: list[Problem] = []
    try:
        header = next(rows, [])
        if tuple(header) != layer.header:
            return [], [_bad_header(file, layer, header)]
        for number, cells in enumerate(rows, start=2):
            found = _check_row(layer, header, cells, articles, words)
            problems += [Problem(file, f"row {number}", *one) for one in found]
            if not found:
                annotations.append(_annotation(layer, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        problems.append(Problem(file, f"line {rows.line_num}", f"not CSV: {error}", "mend it"))
    return annotations, problems


def _bad_header(file: str, layer: Layer, header: list[str]) -> Problem:
    missing = [name for name in layer.header if name not in header]
    surplus = [name for name in header if name not in layer.header]
    if len(header) == 1 and ";" in header[0]:
        rule = "the cells are separated by semicolons"
        return Problem(file, "row 1", rule, "save it with commas between the cells")
    if missing:
        rule = f"column {', '.join(missing)} is missing"
    elif surplus:
        rule = f"column {', '.join(surplus)} is not one of this layer's"
    else:
        rule = "columns are out of order or stand twice"
    return Problem(file, "row 1", rule, f"the header must be {','.join(layer.header)}")


def _annotation(layer: Layer, row: dict[str, str]) -> Annotation:
    return Annotation(
        article=row["article"],
        layer=layer.name,
        start=int(row["start"]),
        end=int(row["end"]),
        quote=row["quote"],
        attributes={column.name: row[column.name] for column in layer.columns},
        **{name: row[name] for name in PROVENANCE},
    )


_RuleAndRemedy = tuple[str, str]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_OFFSET = re.compile(r"[0-9]{1,9}")


def _check_row(
    layer: Layer,
    header: list[str],
    cells: list[str],
    articles: Mapping[str, Article],
    words: Vocabulary,
) -> list[_RuleAndRemedy]:
    if len(cells) != len(header):
        rule = f"{len(cells)} cells where the header has {len(header)}"
        return [(rule, "quote cells that contain commas")]
    row = dict(zip(header, cells, strict=True))
    if row["article"] not in articles:
        rule = name_the_choices(row["article"], articles, "article")
        return [(rule, "mend the article's id")]
    found = _check_quote(row, articles[row["article"]].text)
    if row["status"] not in STATUSES:
        found.append((name_the_choices(row["status"], STATUSES, "status"), "choose one of these"))
    if not row["maker"]:
        found.append(("no maker", "write who made the annotation: a person, a rule or a model"))
    for column in layer.columns:
        wrong = _check_cell(column, row[column.name], words)
        if wrong:
            found.append((f"{column.name}: {wrong[0]}", wrong[1]))
    if not found and "earliest" in row and row["latest"] < row["earliest"]:
        found.append(("latest comes before earliest", "swap or mend the two days"))
    return found


def _check_quote(row: dict[str, str], text: str) -> list[_RuleAndRemedy]:
    if not (_OFFSET.fullmatch(row["start"]) and _OFFSET.fullmatch(row["end"])):
        rule = "start and end must be whole numbers, code points counted from 0"
        stands = text.find(row["quote"]) if row["quote"] else -1
        if stands < 0:
            return [(rule, "write where the quote's words stand in the article's file")]
        where = f"{stands} and {stands + len(row['quote'])}"
        return [(rule, f"the quote first stands at {where}: write these")]
    start, end = int(row["start"]), int(row["end"])
    covered = text[start:end] if 0 <= start < end <= len(text) else None
    if covered == row["quote"]:
        return []
    stands = text.find(row["quote"]) if row["quote"] else -1
    if covered is None:
        rule = f"{start}-{end} is not a span of the article's {len(text)} characters"
    else:
        rule = f"{start}-{end} covers {_short(covered)}, not the quote {_short(row['quote'])}"
    if stands < 0:
        return [(rule, "the quote's words are not in the article: restore them or drop the row")]
    where = f"{stands}-{stands + len(row['quote'])}"
    return [(rule, f"the quote first stands at {where}: mend start and end")]


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")


def _check_cell(column: Column, cell: str, words: Vocabulary) -> _RuleAndRemedy | None:
    if not cell:
        return ("empty", "fill it; write unknown if it isn't known") if column.required else None
    if cell == "unknown" and column.kind not in ("choice", "spans", "offset"):
        if column.kind == "date":
            return ("a date needs both its bounds", "write the widest interval known")
        return None
    if column.kind == "choice" and cell not in column.choices:
        return name_the_choices(cell, column.choices, column.name), "choose one of these"
    if column.kind == "key":
        known = [key for name in column.choices for key in words.registries[name]]
        if cell not in known:
            where = " or ".join(f"vocabulary/{name}.toml" for name in column.choices)
            return name_the_choices(cell, known, "registered key"), f"mend it, or add it to {where}"
    try:
        _parse(column, cell)
    except ValueError as error:
        return str(error), "mend the cell"
    return None


def _parse(column: Column, cell: str) -> None:
    """Raise ValueError unless the cell reads as its kind."""
    kind = column.kind
    # float and int also read 1_000, " 64" and other scripts' digits, which a table would drop.
    if kind == "number" and not _NUMBER.fullmatch(cell):
        raise ValueError(f"{cell!r} is not a finite number, written with digits and a point")
    if kind == "offset" and not _OFFSET.fullmatch(cell):
        raise ValueError(f"{cell!r} is not an offset")
    if kind == "date":
        read_day(cell)
    if kind == "period":
        earliest, _, latest = cell.partition("/")
        Interval(read_day(earliest), read_day(latest))
    if kind == "spans":
        for written in cell.split(" "):
            if written not in column.choices:
                Span.parse(written)
