"""Articles, annotations and registries as one SQLite database, which Datasette opens as it is."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from sourcebook.annotate import Page
from sourcebook.annotate.dates import find_published
from sourcebook.corpus import Vocabulary
from sourcebook.exchange.annotated import Annotated
from sourcebook.exchange.rows import COLUMNS, as_row
from sourcebook.interval import Interval
from sourcebook.layers import LAYERS

# Registry -> the annotation attributes that may hold one of its keys.
LINKS = {
    "people": ("key", "speaker", "source"),
    "organisations": ("key", "speaker", "source"),
    "places": ("key",),
    "terms": ("concept",),
}

_NUMBERS = {"start", "end"} | {
    column.name
    for layer in LAYERS.values()
    for column in layer.columns
    if column.kind in ("number", "offset")
}

_ARTICLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, headline TEXT, outlet TEXT,
    published_earliest TEXT, published_latest TEXT, characters INTEGER, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    headline, text, content='articles', tokenize='unicode61 remove_diacritics 2'
);
"""

_Encoded = tuple[tuple[str | int | None, ...], list[tuple[str | int, ...]]]


class Sqlite:
    """A database with the tables `articles`, `annotations` and one for each registry.

    `annotations` has the columns of `rows.COLUMNS`, and for each registry of `LINKS` a column of
    that name which refers to the entry that the annotation is about. `articles_fts` searches the
    full text of `articles`. What does not apply is NULL; values and offsets are numbers.
    """

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        self._database = sqlite3.connect(path)
        self._database.executescript(_ARTICLES)
        self._keys = {registry: set(vocabulary.registries[registry]) for registry in LINKS}
        for registry, entries in vocabulary.registries.items():
            self._database.execute(
                f"CREATE TABLE {registry} (key TEXT PRIMARY KEY, label TEXT, fields TEXT)"
            )
            self._database.executemany(
                f"INSERT INTO {registry} VALUES (?, ?, ?)",
                [
                    (key, entry.label, json.dumps(dict(entry.fields), default=str))
                    for key, entry in entries.items()
                ],
            )
        columns = [
            "id INTEGER PRIMARY KEY",
            *(_column(name) for name in COLUMNS),
            *(f"{registry} TEXT REFERENCES {registry} (key)" for registry in LINKS),
        ]
        self._database.execute(f"CREATE TABLE annotations ({', '.join(columns)})")
        places = ", ".join("?" * (len(COLUMNS) + len(LINKS)))
        names = ", ".join(f'"{name}"' for name in (*COLUMNS, *LINKS))
        self._insert = f"INSERT INTO annotations ({names}) VALUES ({places})"

    @staticmethod
    def encode(read: Annotated) -> _Encoded:
        """Return the article's row and its annotations' rows."""
        day = read.published or _printed_day(read)
        article = (
            read.article,
            read.file,
            read.headline,
            read.outlet,
            day.earliest.isoformat() if day else None,
            day.latest.isoformat() if day else None,
            len(read.text),
            read.text,
        )
        return article, [as_row(one) for one in read.annotations]

    def write(self, encoded: _Encoded) -> None:
        """Insert one article and its annotations."""
        article, rows = encoded
        self._database.execute(f"INSERT INTO articles VALUES ({', '.join('?' * 8)})", article)
        self._database.executemany(
            self._insert, [(*_nulls(row), *self._links(row)) for row in rows]
        )

    def _links(self, row: tuple[str | int, ...]) -> list[str | None]:
        cells = dict(zip(COLUMNS, row, strict=True))
        layer = cells["layer"]
        found: list[str | None] = []
        for registry, names in LINKS.items():
            keys = [
                str(cells[name])
                for name in names
                if cells[name] in self._keys[registry] and (name != "key" or layer == registry)
            ]
            found.append(keys[0] if keys else None)
        return found

    def close(self) -> None:
        """Build the indexes and the full-text search, and complete the file."""
        self._database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        for column in ("article", "layer", *LINKS):
            self._database.execute(f"CREATE INDEX annotations_{column} ON annotations ({column})")
        self._database.commit()
        self._database.close()


def _printed_day(read: Annotated) -> Interval | None:
    zones = [one for one in read.annotations if one.layer == "zones"] or None
    found = find_published(Page(read.text, read.article, given_zones=zones))
    return found[0] if found else None


def _nulls(row: tuple[str | int, ...]) -> list[str | int | None]:
    # What does not apply is NULL, or an empty text would count as more than any number.
    return [None if cell == "" else cell for cell in row]


def _column(name: str) -> str:
    if name == "article":
        return "article TEXT NOT NULL REFERENCES articles (id)"
    # start and end are words of SQL, and quotation marks make them names.
    return f'"{name}" {"NUMERIC" if name in _NUMBERS else "TEXT"}'
