"""The files to annotate, and the ids their annotations will carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sourcebook.corpus.catalog import read_catalog
from sourcebook.errors import SourcebookError
from sourcebook.intake.hidden_characters import one_line
from sourcebook.interval import Interval

_READABLE = (".txt", ".html", ".htm", ".pdf", ".docx")  # in folders; named files are tried


@dataclass(frozen=True)
class Source:
    """A file to annotate, under the id its annotations will carry."""

    path: Path
    article: str
    published: Interval | None = None


def find_sources(paths: Iterable[Path], kit: Path | None) -> list[Source]:
    """List the files to annotate, in order.

    A folder stands for all files below it that can be read, by name. An article that `kit` has in
    its catalogue keeps its id and date; any other file is named after its file name.

    Raises
    ------
    SourcebookError
        If a path does not exist, or a folder holds nothing that can be read.
    """
    catalogued = _catalogued(kit) if kit else {}
    sources: list[Source] = []
    taken: set[str] = set()
    numbers: dict[str, Iterator[int]] = {}
    for path in _files(paths):
        known = catalogued.get(path.resolve())
        id_, published = known if known else (_id_of(path), None)
        if id_ in taken:
            further = numbers.setdefault(id_, count(2))
            id_ = next(one for n in further if (one := f"{id_}-{n}") not in taken)
        taken.add(id_)
        sources.append(Source(path, id_, published))
    return sources


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise SourcebookError(f"{one_line(str(path))}: no such file or folder.")
        if not path.is_dir():
            yield path
            continue
        below = [one for one in sorted(path.rglob("*")) if one.suffix.lower() in _READABLE]
        if not below:
            shown = one_line(str(path))
            raise SourcebookError(f"{shown}: no file here ends in {', '.join(_READABLE)}.")
        yield from below


def _catalogued(kit: Path) -> dict[Path, tuple[str, Interval | None]]:
    articles, _ = read_catalog(kit / "corpus", "corpus")
    folder = (kit / "corpus" / "articles").resolve()
    return {
        folder / one.file: (one.id, one.date if one.dated.known else None)
        for one in articles.values()
    }


def _id_of(path: Path) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", path.stem.lower()[:80])) or "text"
