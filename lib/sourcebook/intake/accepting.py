"""Take a person's review of an article into the corpus, whole or not at all."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sourcebook.corpus.toml_file import read_toml
from sourcebook.errors import InvalidKit, Problem, SourcebookError
from sourcebook.intake.article_files import (
    ArticleFiles,
    read_article,
    split_layer,
    split_records_of,
)
from sourcebook.intake.review import NOTE, review_folder
from sourcebook.intake.rows import Row, split_records, write_rows
from sourcebook.intake.staging import change
from sourcebook.layers import LAYERS

_ROW = re.compile(r"row (\d+)")


@dataclass(frozen=True)
class Accepted:
    """What a review changed: rows of the article now in the corpus, before, and reviewed."""

    article: str
    rows: int
    before: int
    reviewed: int
    text_changed: bool


def accept(root: Path, article: str) -> Accepted:
    """Replace an article's rows in the corpus by those of its review.

    If the article's text has changed, the catalogue takes the new one's sha256 and length. The
    changed corpus is loaded before anything is written. The review's folder is then removed.

    Raises
    ------
    UnknownName
        If there is no such article.
    SourcebookError
        If there is no review of it, or its text or rows have changed since.
    InvalidKit
        If the reviewed rows break a rule; the corpus is then as it was.
    """
    files = read_article(root, article)
    folder = review_folder(root, article)
    shown = folder.relative_to(root).as_posix()
    _refuse_old(folder, shown, files)
    new: dict[str, bytes] = {}
    seen: dict[str, bytes] = {}
    leads: dict[str, int] = {}
    count = reviewed = 0
    if files.changed:
        path = root / "corpus" / "catalog.toml"
        seen["catalog.toml"] = path.read_bytes()
        new["catalog.toml"] = _catalogue(seen["catalog.toml"].decode("utf-8"), files).encode()
    for name in LAYERS:
        strangers, own = _read(folder / f"{name}.csv", f"{shown}/{name}.csv", name, article)
        if len(strangers) > 1:
            rule = f"a row is not of the article {article}"
            remedy = "write the article's id in its first cell, or drop the row"
            raise InvalidKit([Problem(f"{shown}/{name}.csv", "column article", rule, remedy)])
        rows = [row for _, row in own]
        count += len(rows)
        reviewed += sum(row["status"] == "reviewed" for row in rows)
        target = f"annotations/{name}.csv"
        before = (root / "corpus" / target).read_bytes()
        if rows != files.rows[name]:
            others, _ = split_layer(root, name, article)
            seen[target] = before
            leads[name] = _lead(before.decode("utf-8"), name, article, len(others))
            new[target] = _merge(others, leads[name], name, rows).encode()
    if new:
        try:
            change(root, new, seen)
        except InvalidKit as error:
            raise InvalidKit(_where_written(error.problems, leads, shown)) from None
    shutil.rmtree(folder, ignore_errors=True)
    before_rows = sum(map(len, files.rows.values()))
    return Accepted(article, count, before_rows, reviewed, files.changed)


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
    path: Path, shown: str, layer: str, article: str
) -> tuple[list[str], list[tuple[str, Row]]]:
    try:
        # A spreadsheet may have put a mark before the table; the corpus has none.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SourcebookError(
            f"{shown}: cannot be read: {error.strerror}. A layer without rows keeps its file, with "
            "the header alone."
        ) from None
    except UnicodeDecodeError as error:
        raise SourcebookError(
            f"{shown}: not UTF-8 at byte {error.start}. Save it as CSV UTF-8."
        ) from None
    strangers, own = split_records_of(text, shown, layer, article)
    return [record for record in strangers if record.strip(",\r\n ")], own


def _lead(before: str, layer: str, article: str, others: int) -> int:
    """Count the records before the first of an article's rows; all others where it has none."""
    _, own = split_records_of(before, layer, layer, article)
    return split_records(before).index(own[0][0]) if own else others


def _merge(others: list[str], lead: int, layer: str, rows: list[Row]) -> str:
    """Put an article's rows where its old ones stood; the others stay as written."""
    end = "\r\n" if others[0].endswith("\r\n") else "\n"
    first, rest = "".join(others[:lead]), "".join(others[lead:])
    gap = "" if first.endswith("\n") else end
    return first + gap + write_rows(LAYERS[layer], rows, end) + rest


def _where_written(
    problems: Iterable[Problem], leads: Mapping[str, int], shown: str
) -> Iterator[Problem]:
    """Name the rows as the review's tables number them: there they are to be mended."""
    for problem in problems:
        layer = Path(problem.file).stem
        if not problem.file.endswith(".csv") or layer not in leads:
            yield problem
            continue
        numbered = _ROW.fullmatch(problem.place)
        place = f"row {int(numbered[1]) - leads[layer] + 1}" if numbered else problem.place
        yield replace(problem, file=f"{shown}/{layer}.csv", place=place)


def _catalogue(text: str, files: ArticleFiles) -> str:
    """Write the text's new hash and length into the article's entry, and change nothing else."""
    header = re.compile(rf"^\[{re.escape(files.id)}\][ \t]*(?:#.*)?$", re.MULTILINE)
    begun = header.search(text)
    if begun is None:
        raise SourcebookError(
            f"corpus/catalog.toml: [{files.id}] is not on a line of its own. Write it so, and "
            "accept again."
        )
    following = re.compile(r"^\[", re.MULTILINE).search(text, begun.end())
    stop = following.start() if following else len(text)
    entry = text[begun.end() : stop]
    entry = re.sub(r"^(sha256\s*=\s*).*$", rf'\g<1>"{files.sha256}"', entry, flags=re.MULTILINE)
    length = len(files.text)
    entry = re.sub(r"^(characters\s*=\s*).*$", rf"\g<1>{length}", entry, flags=re.MULTILINE)
    new = text[: begun.end()] + entry + text[stop:]
    wanted = tomllib.loads(text)
    wanted[files.id] |= {"sha256": files.sha256, "characters": length}
    if tomllib.loads(new) != wanted:
        raise SourcebookError(
            f"corpus/catalog.toml, [{files.id}]: write sha256 and characters on lines of their "
            "own, and accept again."
        )
    return new
