"""Lay an article's annotations out for a person: what stands, what is new, what is orphaned."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.errors import SourcebookError
from sourcebook.intake.article_files import ArticleFiles, read_article
from sourcebook.intake.entry import quote
from sourcebook.intake.nearest import nearest
from sourcebook.intake.rows import Row, write_cells, write_rows
from sourcebook.intake.suggestions import free, renew, suggest
from sourcebook.layers import LAYERS

ORPHANS = "orphans.csv"
NOTE = "review.toml"
"""What the review was made from: `accept` refuses it if that has changed since."""

_HEADER = (
    "layer start end quote match proposed_start proposed_end proposed_quote row_if_moved".split()
)
_MOST_SEARCHED = 2_000  # orphans for which a passage is looked for


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
        Rows whose words are no longer where they were; listed in orphans.csv.
    remarks : sequence of str
        What else to look at.
    """

    article: str
    folder: Path
    changed: bool
    standing: Mapping[str, int] = field(hash=False)
    suggested: Mapping[str, int] = field(hash=False)
    orphans: int
    remarks: Sequence[str] = ()


def review(root: Path, article: str, anew: bool = False) -> Review:
    """Write an article's annotations as tables for a person to correct and accept.

    In ``build/review/ARTICLE/`` each layer has a table like the corpus's own: the rows that still
    stand, then those that rules newly suggest where no row of that layer stands. Rows of the
    machine's that named nobody registered name what the vocabulary has come to know. A row whose
    words are no longer where they were is an orphan: ``orphans.csv`` lists it with the nearest
    passage that says the same or nearly, and the row as it would be there, to be copied into its
    layer's table by a person who agrees. Nothing in the corpus is changed.

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
    tables: dict[str, list[Row]] = {}
    orphans: list[tuple[str, Row]] = []
    for name, rows in files.rows.items():
        tables[name] = [row for row in rows if stands(row, files.text)]
        orphans += [(name, row) for row in rows if not stands(row, files.text)]
    standing = {name: len(rows) for name, rows in tables.items()}
    suggested: dict[str, int] = {}
    named = 0
    for name, found in suggest(files, tables).items():
        tables[name], renewed = renew(LAYERS[name], tables[name], found)
        named += renewed
        rows = free(tables[name], found, len(files.text))
        tables[name] = sorted(tables[name] + rows, key=lambda row: (int(row["start"]), row["end"]))
        suggested[name] = len(rows)
    _write(folder, files, tables, orphans)
    remarks = _stale_references(root, files) if files.changed else []
    if named:
        remarks.append(f"{named} machine rows now name what the vocabulary has come to know")
    return Review(article, folder, files.changed, standing, suggested, len(orphans), tuple(remarks))


def review_folder(root: Path, article: str) -> Path:
    """Return where an article's review is laid out; the article must be in the catalogue."""
    # Ids come from the catalogue, which an editor may have made say anything.
    if article != Path(article).name or article in ("", ".", ".."):
        raise SourcebookError(f"article {article!r}: an id is small letters, digits and hyphens.")
    return root / "build" / "review" / article


def stands(row: Row, text: str) -> bool:
    """Tell whether a row's words are where it says."""
    if not (row["start"].isascii() and row["start"].isdigit()):
        return False
    if not (row["end"].isascii() and row["end"].isdigit()):
        return False
    start, end = int(row["start"][:12]), int(row["end"][:12])
    return start < end and text[start:end] == row["quote"]


def _write(
    folder: Path,
    files: ArticleFiles,
    tables: Mapping[str, Sequence[Row]],
    orphans: Sequence[tuple[str, Row]],
) -> None:
    half = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(half, ignore_errors=True)
    try:
        half.mkdir(parents=True)
        for name, layer in LAYERS.items():
            table = write_cells(layer.header) + write_rows(layer, tables[name])
            (half / f"{name}.csv").write_bytes(table.encode("utf-8"))
        lines = [write_cells(_HEADER)]
        lines += [
            _orphan(files, name, row, place < _MOST_SEARCHED)
            for place, (name, row) in enumerate(orphans)
        ]
        (half / ORPHANS).write_bytes("".join(lines).encode("utf-8"))
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


def _orphan(files: ArticleFiles, layer: str, row: Row, search: bool) -> str:
    start = int(row["start"][:9]) if row["start"].isascii() and row["start"].isdigit() else 0
    found = nearest(files.text, row["quote"], start) if search else None
    cells = [layer, row["start"], row["end"], row["quote"]]
    if found is None:
        return write_cells([*cells, "none", "", "", "", ""])
    words = files.text[found.start : found.end]
    moved = {**row, "start": str(found.start), "end": str(found.end), "quote": words}
    if "speaker_start" in moved:
        # Where the speaker is named has moved too, nobody knows where to.
        moved |= {"speaker_start": "", "speaker_end": ""}
    written = write_rows(LAYERS[layer], [moved], end="")
    return write_cells([*cells, found.match, str(found.start), str(found.end), words, written])


def _stale_references(root: Path, files: ArticleFiles) -> list[str]:
    """Remark on places that refer to the changed text by its offsets, which no quote holds."""
    remarks = []
    corpus = root / "corpus"
    for path in [corpus / "catalog.toml", *sorted((corpus / "vocabulary").glob("*.toml"))]:
        count = path.read_text(encoding="utf-8").count(f'"{files.id}:')
        if count:
            noun = "1 place" if count == 1 else f"{count} places"
            remarks.append(
                f"{path.relative_to(root).as_posix()} refers to {noun} of the text as it was: look "
                f'at each "{files.id}:START-END"'
            )
    speakers = sum(
        bool(row["speaker_start"]) and stands(row, files.text) for row in files.rows["quotations"]
    )
    if speakers:
        remarks.append(
            "quotations.csv: speaker_start and speaker_end of the rows that stand may have "
            "slipped; no quote holds them"
        )
    return remarks


def _shown(root: Path, folder: Path) -> str:
    return folder.relative_to(root).as_posix()
