"""Take a person's review of an article into the corpus, whole or not at all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from sourcebook.intake.orphans import ORPHANS, Moved, changed_text, decide, find_orphans
from sourcebook.intake.review import NOTE, review_folder
from sourcebook.intake.rows import Row, split_records, write_rows
from sourcebook.intake.staging import change
from sourcebook.intake.tables import read_table
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


@dataclass
class _Placed:
    """The rows of one layer, where a person wrote each, and where they go in the corpus."""

    rows: list[Row] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    lead: int = 0


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
    layers, remarks = _read(folder, shown, files, before)
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


def _read(
    folder: Path, shown: str, files: ArticleFiles, before: ChangedText
) -> tuple[dict[str, _Placed], list[str]]:
    """Read all tables and what was decided on orphans; every problem of every file is told."""
    problems: list[Problem] = []
    layers: dict[str, _Placed] = {}
    for name in LAYERS:
        file = f"{shown}/{name}.csv"
        rows, found = read_table(folder / f"{name}.csv", file, name, files.id, files.text)
        problems += found
        layers[name] = _Placed([row for _, row in rows], [(file, place) for place, _ in rows])
    all_orphans = find_orphans(files, before)
    orphans = [orphan for orphan in all_orphans if not orphan.found_anew]
    remarks: list[str] = []
    if orphans:
        file = f"{shown}/{ORPHANS}"
        moved, dropped, lost, found = decide(folder / ORPHANS, file, orphans, files, before)
        problems += found
        for name, placed in layers.items():
            _put(placed, [one for one in moved if one.layer == name], files.rows[name], file)
        remarks.append(f"{len(moved)} orphans moved and {dropped} dropped, as orphans.csv says")
        remarks += lost
    if problems:
        raise InvalidKit(problems)
    gone = len(all_orphans) - len(orphans)
    if gone:
        remarks.append(f"{gone} machine rows had no place in the new text and are gone")
    return layers, remarks


def _put(placed: _Placed, moved: Sequence[Moved], standing: Sequence[Row], file: str) -> None:
    """Put the rows that move among a layer's others, in place of suggestions that they overlap."""
    if not moved:
        return
    spans = [span for one in moved if (span := span_of(one.row))]

    def gives_way(row: Row) -> bool:
        span = span_of(row)
        suggested = row["status"] == "machine" and row["maker"].startswith("rule:")
        return (
            suggested
            and row not in standing
            and span is not None
            and any(start < span[1] and span[0] < end for start, end in spans)
        )

    both = [
        (row, place)
        for row, place in zip(placed.rows, placed.places, strict=True)
        if not gives_way(row)
    ]
    both += [(one.row, (file, one.place)) for one in moved]
    both.sort(key=lambda one: span_of(one[0]) or (0, 0))
    placed.rows, placed.places = [row for row, _ in both], [place for _, place in both]


def _follow(
    root: Path,
    files: ArticleFiles,
    before: ChangedText,
    layers: Mapping[str, _Placed],
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


def _where_written(problems: Iterable[Problem], layers: Mapping[str, _Placed]) -> Iterator[Problem]:
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
