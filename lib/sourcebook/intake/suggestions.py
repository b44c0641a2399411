"""What rules suggest for an article that has annotations already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sourcebook.annotate import annotate
from sourcebook.annotation import Annotation
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.rows import Row, to_rows
from sourcebook.interval import Interval
from sourcebook.layers import Layer

_NAMES = ("people", "organisations", "places")


def suggest(files: ArticleFiles, tables: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """Return the rows that rules suggest, by layer."""
    zones = [
        Annotation(
            files.id,
            "zones",
            int(row["start"]),
            int(row["end"]),
            row["quote"],
            {"zone": row["zone"]},
            row["maker"],
            row["status"],
        )
        for row in sorted(tables["zones"], key=lambda row: int(row["start"]))
    ]
    found = annotate(
        files.text,
        files.published,
        files.vocabulary,
        article=files.id,
        zones=None if files.changed else zones or None,
    )
    when = files.published or Interval(date.min, date.max)
    return to_rows(found, files.vocabulary, when)[0]


def renew(layer: Layer, standing: Sequence[Row], found: Sequence[Row]) -> tuple[list[Row], int]:
    """Let the machine's own rows name what was registered since; a person's stay as they are.

    Returns the rows, and how many were renewed.
    """
    keys = [column.name for column in layer.columns if column.kind == "key"]
    fresh = {(row["start"], row["end"]): row for row in found}
    rows, count = [], 0
    for row in standing:
        new = fresh.get((row["start"], row["end"]))
        known = new is not None and any(
            row[key] == "unknown" and new[key] not in ("unknown", "") for key in keys
        )
        if new is not None and known and row["status"] == "machine":
            rows.append(new)
            count += 1
        else:
            rows.append(row)
    return rows, count


def elsewhere(name: str, standing: Sequence[Row], found: Mapping[str, Sequence[Row]]) -> list[Row]:
    """Return a layer's rows without rules' own for a name that is registered in another layer.

    What was taken for an organisation may turn out to be a person, once that person is registered.
    """
    if name not in _NAMES:
        return list(standing)
    registered = {
        (row["start"], row["end"])
        for other in _NAMES
        if other != name
        for row in found.get(other, ())
        if row["key"] != "unknown"
    }
    return [
        row
        for row in standing
        if (row["start"], row["end"]) not in registered
        or row["status"] != "machine"
        or row["key"] != "unknown"
        or not row["maker"].startswith("rule:")
    ]


def free(taken: Iterable[tuple[int, int]], found: Sequence[Row], length: int) -> list[Row]:
    """Return the suggestions that overlap none of the spans that are taken in their layer."""
    covered = bytearray(length)
    for start, end in taken:
        covered[start:end] = b"\1" * (end - start)
    return [row for row in found if not any(covered[int(row["start"]) : int(row["end"])])]
