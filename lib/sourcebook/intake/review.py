"""Lay an article's annotations out for a person: what stands, what is new, what is orphaned."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.errors import SourcebookError
from sourcebook.intake.article_files import ArticleFiles, read_article
from sourcebook.intake.changed_text import ChangedText
from sourcebook.intake.entry import quote
from sourcebook.intake.orphans import (
    ORPHANS,
    changed_text,
    find_orphans,
    proposals,
    references,
    stands,
    write_orphans,
)
from sourcebook.intake.rows import Row, write_cells, write_rows
from sourcebook.intake.suggestions import elsewhere, free, renew, suggest
from sourcebook.layers import LAYERS

NOTE = "review.toml"
"""What the review was made from: `accept` refuses it if that has changed since."""


@dataclass(frozen=True)
class Review:
    """What was laid out for a person.

    Attributes
    ----------
    article : str
        The article's id.
    folder : Path
        Where the tables are.
    changed : bool
        Whether the text is not the one that was annotated.
    standing, suggested : mapping
        How many rows each layer has that still stand, and that are new.
    orphans : int
        Rows whose words are no longer where they were, and on which a person decides in
        orphans.csv.
    gone : int
        Rules' own rows whose words are no longer where they were: rules suggest anew.
    remarks : sequence of str
        What else to look at.
    """

    article: str
    folder: Path
    changed: bool
    standing: Mapping[str, int] = field(hash=False)
    suggested: Mapping[str, int] = field(hash=False)
    orphans: int
    gone: int = 0
    remarks: Sequence[str] = ()


def review(root: Path, article: str, anew: bool = False) -> Review:
    """Write an article's annotations as tables for a person to correct and accept.

    In ``build/review/ARTICLE/`` each layer has a table like the corpus's own: the rows that still
    stand, then those that rules newly suggest where no row of that layer stands or may move to.
    Rows of rules that named nobody registered name what the vocabulary has come to know.

    A row is an orphan if its words are no longer where they were, or those that it refers to.
    ``orphans.csv`` lists those of people and models, each with the nearest passage that says the
    same or nearly; a person writes ``move`` or ``drop`` into the column ``decision``, which
    `accept` carries out. A rule's orphans are counted and go. Nothing in the corpus is changed.

    Parameters
    ----------
    root
        The kit's root.
    article
        The article's id.
    anew
        Throw away a review of it that was begun and not accepted.

    Raises
    ------
    UnknownName
        If there is no such article.
    SourcebookError
        If a review of it was begun and not accepted.
    """
    files = read_article(root, article)
    folder = review_folder(root, article)
    if folder.exists() and not anew:
        raise SourcebookError(
            f"{_shown(root, folder)} holds a review that was begun. Accept it with: sourcebook "
            f"review {article} --accept. Or throw it away and begin again: sourcebook review "
            f"{article} --anew"
        )
    before = changed_text(files)
    tables = {
        name: [row for row in rows if stands(row, files, before)]
        for name, rows in files.rows.items()
    }
    all_orphans = find_orphans(files, before)
    orphans = [orphan for orphan in all_orphans if not orphan.found_anew]
    proposed = proposals(orphans, before)
    standing = {name: len(rows) for name, rows in tables.items()}
    suggested: dict[str, int] = {}
    named = 0
    new = suggest(files, tables)
    for name, found in new.items():
        kept = elsewhere(name, tables[name], new)
        named += len(tables[name]) - len(kept)
        tables[name], renewed = renew(LAYERS[name], kept, found)
        named += renewed
        taken = [(int(row["start"]), int(row["end"])) for row in tables[name]]
        taken += [
            (near.start, near.end)
            for orphan, near in zip(orphans, proposed, strict=True)
            if near and orphan.layer == name
        ]
        rows = free(taken, found, len(files.text))
        tables[name] = sorted(tables[name] + rows, key=lambda row: (int(row["start"]), row["end"]))
        suggested[name] = len(rows)
    _write(folder, files, tables, write_orphans(orphans, proposed, files))
    gone = len(all_orphans) - len(orphans)
    remarks = []
    if orphans:
        remarks.append("orphans.csv: write move or drop in the column decision of each")
    if gone:
        have = "row has" if gone == 1 else "rows have"
        remarks.append(
            f"{gone} machine {have} no place in the new text and will go; rules suggest anew"
        )
    if files.changed:
        remarks += _unsure(files, before, tables)
    if named:
        noun = "1 machine row gives" if named == 1 else f"{named} machine rows give"
        remarks.append(f"{noun} way to what the vocabulary has come to know")
    return Review(
        article, folder, files.changed, standing, suggested, len(orphans), gone, tuple(remarks)
    )


def review_folder(root: Path, article: str) -> Path:
    """Return where an article's review is laid out; the article must be in the catalogue."""
    # Ids come from the catalogue, which an editor may have made say anything.
    if article != Path(article).name or article in ("", ".", ".."):
        raise SourcebookError(f"article {article!r}: an id is small letters, digits and hyphens.")
    return root / "build" / "review" / article


def _write(
    folder: Path,
    files: ArticleFiles,
    tables: Mapping[str, Sequence[Row]],
    orphans: str,
) -> None:
    half = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(half, ignore_errors=True)
    try:
        half.mkdir(parents=True)
        for name, layer in LAYERS.items():
            table = write_cells(layer.header) + write_rows(layer, tables[name])
            (half / f"{name}.csv").write_bytes(table.encode("utf-8"))
        (half / ORPHANS).write_bytes(orphans.encode("utf-8"))
        note = (
            f"# Made by sourcebook review. Correct the tables beside this file, then run:\n"
            f"#     sourcebook review {files.id} --accept\n"
            f"article = {quote(files.id)}\n"
            f"text_sha256 = {quote(files.sha256)}\n"
            f"rows_sha256 = {quote(files.rows_sha256)}\n"
        )
        (half / NOTE).write_bytes(note.encode("utf-8"))
        shutil.rmtree(folder, ignore_errors=True)
        half.rename(folder)
    except OSError as error:
        raise SourcebookError(f"{folder} cannot be written: {error.strerror}.") from None


def _unsure(
    files: ArticleFiles, before: ChangedText, tables: Mapping[str, Sequence[Row]]
) -> list[str]:
    """Remark on rows that stand but refer to words that no row quoted."""
    unsure = sum(
        any(before.words(*place) is None for place in references(row, files.id))
        for rows in tables.values()
        for row in rows
    )
    if not unsure:
        return []
    return [
        "quotations.csv, dates.csv: speaker_start, speaker_end or anchor may have slipped in "
        f"{unsure} of the rows that stand; nothing quotes the words they point at"
    ]


def _shown(root: Path, folder: Path) -> str:
    return folder.relative_to(root).as_posix()
