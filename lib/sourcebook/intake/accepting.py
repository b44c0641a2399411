"""Take a person's review of an article into the corpus, whole or not at all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sourcebook.corpus.toml_file import read_toml
from sourcebook.errors import InvalidKit, Problem, SourcebookError
from sourcebook.intake.article_files import ArticleFiles, read_article, split_layer
from sourcebook.intake.changed_entries import (
    change_anchors,
    change_catalogue,
    change_registry,
    following,
)
from sourcebook.intake.changed_text import ChangedText, span_of
from sourcebook.intake.orphans import changed_text
from sourcebook.intake.review import NOTE, review_folder
from sourcebook.intake.reviewed import Placed, read_review
from sourcebook.intake.rows import Row, split_records, write_rows
from sourcebook.intake.staging import change
from sourcebook.intake.unregistered import unregistered
from sourcebook.layers import LAYERS

_ROW = re.compile(r"row (\d+)")


@dataclass(frozen=True)
class Accepted:
    """What a review changed: rows of the article now in the corpus, before, and reviewed.

    `remarks` say what else became of its rows and of what referred to its text.
    """

    article: str
    rows: int
    before: int
    reviewed: int
    text_changed: bool
    remarks: Sequence[str] = ()


def accept(root: Path, article: str, today: date | None = None) -> Accepted:
    """Replace an article's rows in the corpus by those of its review.

    Orphans move or are dropped as a person decided in ``orphans.csv``; one that a person had
    reviewed or disputed and nobody decided on stops it all. Suggestions of rules that overlap a row
    which moves are left out.

    If the article's text has changed, the catalogue takes the new one's sha256 and length. What
    refers to the text (evidence of catalogue and vocabulary, anchors of other articles' dates) goes
    where its words are now, and is given up, with a remark, where they can't be found.

    The changed corpus is loaded before anything is written. The review's folder is then removed.

    Parameters
    ----------
    root
        The kit's root.
    article
        The article's id.
    today
        The day that notes on lost evidence give; the computer's, if not given.

    Raises
    ------
    UnknownName
        If there is no such article.
    SourcebookError
        If there is no review of it, or its text or rows have changed since.
    InvalidKit
        If tables cannot be read, orphans are undecided or reviewed rows break a rule; the corpus is
        then as it was.
    """
    files = read_article(root, article)
    folder = review_folder(root, article)
    shown = folder.relative_to(root).as_posix()
    _refuse_old(folder, shown, files)
    before = changed_text(files)
    layers, remarks = read_review(folder, shown, files, before)
    new: dict[str, bytes] = {}
    seen: dict[str, bytes] = {}
    if files.changed:
        remarks += _follow(root, files, before, layers, today or date.today(), new, seen)
    for name, placed in layers.items():
        target = f"annotations/{name}.csv"
        data = (root / "corpus" / target).read_bytes()
        others, own = split_layer(root, name, article)
        placed.lead = split_records(data.decode("utf-8")).index(own[0][0]) if own else len(others)
        kept = others
        if files.changed and name == "dates":
            kept = change_anchors(others, article, following(article, before))
        if placed.rows != files.rows[name] or kept != others:
            seen[target] = data
            new[target] = _merge(kept, placed.lead, name, placed.rows).encode()
    if new:
        try:
            change(root, new, seen)
        except InvalidKit as error:
            raise InvalidKit(_where_written(error.problems, layers)) from None
    shutil.rmtree(folder, ignore_errors=True)
    rows = [(name, row) for name, placed in layers.items() for row in placed.rows]
    remarks += unregistered(rows, files.text)
    reviewed = sum(row["status"] == "reviewed" for _, row in rows)
    count = sum(map(len, files.rows.values()))
    return Accepted(article, len(rows), count, reviewed, files.changed, tuple(remarks))


def _refuse_old(folder: Path, shown: str, files: ArticleFiles) -> None:
    begin = f"Begin one with: sourcebook review {files.id}"
    if not folder.is_dir():
        raise SourcebookError(f"{shown}: there is no review of {files.id}. {begin}")
    note, problems = read_toml(folder / NOTE, f"{shown}/{NOTE}")
    if problems:
        raise InvalidKit(problems)
    for what, now in (("text", files.sha256), ("rows", files.rows_sha256)):
        if note.get(f"{what}_sha256") != now:
            changed = "text has" if what == "text" else "annotations in the corpus have"
            raise SourcebookError(
                f"{shown}: the {changed} changed since this review was begun, and it no longer "
                f"fits. Keep a copy of your corrections and begin again: sourcebook review "
                f"{files.id} --anew"
            )


def _follow(
    root: Path,
    files: ArticleFiles,
    before: ChangedText,
    layers: Mapping[str, Placed],
    today: date,
    new: dict[str, bytes],
    seen: dict[str, bytes],
) -> list[str]:
    """Let catalogue and vocabulary follow the changed text; return what was lost on the way."""
    corpus = root / "corpus"
    seen["catalog.toml"] = (corpus / "catalog.toml").read_bytes()
    text, remarks = change_catalogue(seen["catalog.toml"].decode("utf-8"), files, before, today)
    new["catalog.toml"] = text.encode()
    dates = {span for row in layers["dates"].rows if (span := span_of(row))}
    for path in sorted((corpus / "vocabulary").glob("*.toml")):
        data = path.read_bytes()
        name = f"vocabulary/{path.name}"
        # An event's evidence must be a date expression, and no place is one if there is no row.
        spans = dates or {(0, 0)} if path.stem == "events" else ()
        follow = following(files.id, before, spans)
        text, lost = change_registry(data.decode("utf-8"), f"corpus/{name}", files.id, follow)
        remarks += lost
        if text.encode() != data:
            seen[name], new[name] = data, text.encode()
    return remarks


def _merge(others: list[str], lead: int, layer: str, rows: list[Row]) -> str:
    """Put an article's rows where its old ones stood; the others stay as written."""
    end = "\r\n" if others[0].endswith("\r\n") else "\n"
    first, rest = "".join(others[:lead]), "".join(others[lead:])
    gap = "" if first.endswith("\n") else end
    return first + gap + write_rows(LAYERS[layer], rows, end) + rest


def _where_written(problems: Iterable[Problem], layers: Mapping[str, Placed]) -> Iterator[Problem]:
    """Name the rows as the review's tables number them: there they are to be mended."""
    for problem in problems:
        placed = layers.get(Path(problem.file).stem)
        numbered = _ROW.fullmatch(problem.place)
        if not problem.file.endswith(".csv") or placed is None or not placed.places:
            yield problem
            continue
        file, place = placed.places[0][0], problem.place
        if numbered:
            number = int(numbered[1]) - placed.lead - 1
            if not 0 <= number < len(placed.places):
                yield problem  # another article's row
                continue
            file, place = placed.places[number]
        yield replace(problem, file=file, place=place)
