"""Read one article's files as they stand, even where the corpus no longer loads for its sake."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sourcebook.corpus import Vocabulary
from sourcebook.corpus.toml_file import read_toml
from sourcebook.corpus.vocabulary import read_vocabulary
from sourcebook.errors import InvalidKit, SourcebookError, choose
from sourcebook.intake.rows import Row, read_cells, split_records
from sourcebook.interval import Interval
from sourcebook.layers import LAYERS


@dataclass(frozen=True)
class ArticleFiles:
    """One article as its files have it now.

    `sha256` is that of the text file's bytes, `catalogued` the one that the catalogue holds, and
    `characters` the length that it holds;
    `rows` are its annotations by layer, as written. `rows_sha256` is that of those rows.
    """

    id: str
    file: str
    text: str
    sha256: str
    catalogued: str
    characters: int
    published: Interval | None
    rows: dict[str, list[Row]] = field(hash=False)
    vocabulary: Vocabulary
    rows_sha256: str

    @property
    def changed(self) -> bool:
        """Whether the text is not the one that was annotated."""
        return self.sha256 != self.catalogued


def read_article(root: Path, article: str) -> ArticleFiles:
    """Read an article of a kit, its text changed or not.

    Raises
    ------
    UnknownName
        If the catalogue has no such article; the message lists those it has.
    InvalidKit
        If the catalogue or the vocabulary cannot be read.
    SourcebookError
        If the article's text or a layer cannot be read.
    """
    folder = root / "corpus"
    tables, problems = read_toml(folder / "catalog.toml", "corpus/catalog.toml")
    vocabulary, found = read_vocabulary(folder / "vocabulary", "corpus/vocabulary")
    if problems or found:
        raise InvalidKit([*problems, *found])
    table = tables[choose(article, tables, "article")]
    try:
        name, catalogued = str(table["file"]), str(table["sha256"])
        characters = int(table["characters"])
        published = _published(table["date"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourcebookError(
            f"corpus/catalog.toml, [{article}]: {error} is missing or wrong. Mend the entry."
        ) from None
    if Path(name).name != name or name in ("", ".."):
        raise SourcebookError(
            f"corpus/catalog.toml, [{article}]: file {name!r} must be a plain name in articles/."
        )
    try:
        raw = (folder / "articles" / name).read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        raise SourcebookError(
            f"corpus/articles/{name}: cannot be read: {error.strerror}. Restore it from git."
        ) from None
    except UnicodeDecodeError as error:
        raise SourcebookError(
            f"corpus/articles/{name}: not UTF-8 at byte {error.start}. Save it as UTF-8."
        ) from None
    rows: dict[str, list[Row]] = {}
    total = hashlib.sha256()
    for layer in LAYERS:
        _, own = split_layer(root, layer, article)
        rows[layer] = [row for _, row in own]
        total.update("\0".join(record for record, _ in own).encode("utf-8") + b"\0\0")
    return ArticleFiles(
        article,
        name,
        text,
        hashlib.sha256(raw).hexdigest(),
        catalogued,
        characters,
        published,
        rows,
        vocabulary,
        total.hexdigest(),
    )


def split_layer(root: Path, layer: str, article: str) -> tuple[list[str], list[tuple[str, Row]]]:
    """Return a layer's records that are not an article's, header first, and those that are.

    Records are as written, line ends and all, so that the others can stay as they are.
    """
    path = root / "corpus" / "annotations" / f"{layer}.csv"
    shown = f"corpus/annotations/{layer}.csv"
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourcebookError(f"{shown}: cannot be read: {error}. Restore it from git.") from None
    return split_records_of(text, shown, layer, article)


def split_records_of(
    text: str, shown: str, layer: str, article: str
) -> tuple[list[str], list[tuple[str, Row]]]:
    """Do as `split_layer` with a file's text; `shown` is its path in messages."""
    header = LAYERS[layer].header
    records = split_records(text)
    if not records or tuple(read_cells(records[0])) != header:
        raise SourcebookError(f"{shown}, row 1: the header must be {','.join(header)}")
    others, own = [records[0]], []
    for number, record in enumerate(records[1:], start=2):
        cells = _cells(record, shown, number)
        if cells and cells[0] == article:
            if len(cells) != len(header):
                raise SourcebookError(
                    f"{shown}, row {number}: {len(cells)} cells where the header has "
                    f"{len(header)}. Put cells that contain commas in quotation marks."
                )
            own.append((record, dict(zip(header, cells, strict=True))))
        else:
            others.append(record)
    return others, own


def _cells(record: str, shown: str, number: int) -> Sequence[str]:
    try:
        return read_cells(record)
    except csv.Error as error:
        raise SourcebookError(f"{shown}, row {number}: not CSV: {error}. Mend the row.") from None


def _published(table: dict[str, Any]) -> Interval | None:
    if table["basis"] == "unknown":
        return None
    return Interval(table["earliest"], table["latest"])
