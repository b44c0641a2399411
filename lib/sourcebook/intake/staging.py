"""Change a corpus as a whole or not at all: build it beside, load it, then move it into place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sourcebook.corpus import load_corpus
from sourcebook.errors import SourcebookError

_READ = ("articles", "annotations", "vocabulary")


def change(root: Path, files: Mapping[str, bytes], seen: Mapping[str, bytes]) -> None:
    """Write files of the corpus, if the corpus then loads.

    The changed corpus is first built in a folder beside the old one and loaded there. Only then are
    the files moved into place, each in one step and in the order given, so that the corpus loads at
    every moment if new articles come before the catalogue and the catalogue before its annotations.

    Parameters
    ----------
    root
        The kit's root.
    files
        New bytes by path below ``corpus/``, such as ``annotations/people.csv``.
    seen
        The bytes that the change rests on, by path: another hand may have changed them since.

    Raises
    ------
    InvalidKit
        If the changed corpus breaks a rule; then nothing was written.
    SourcebookError
        If a file cannot be written; what was moved is then put back.
    """
    corpus = root / "corpus"
    try:
        beside = Path(tempfile.mkdtemp(prefix=".new-corpus-", dir=root))
    except OSError as error:
        raise SourcebookError(f"{root}: cannot be written to: {error.strerror}.") from None
    try:
        copy = beside / "corpus"
        _build(corpus, copy, files)
        load_corpus(beside)
        for path, before in seen.items():
            if (corpus / path).read_bytes() != before:
                raise SourcebookError(
                    f"corpus/{path} was changed by somebody else meanwhile; nothing was written. "
                    "Run the command again."
                )
        _move(copy, corpus, files)
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        raise SourcebookError(
            f"{named}cannot be written: {error.strerror}. The corpus is unchanged."
        ) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _build(corpus: Path, copy: Path, files: Mapping[str, bytes]) -> None:
    copy.mkdir()
    shutil.copy(corpus / "catalog.toml", copy)
    for name in _READ:
        (copy / name).mkdir()
        if (corpus / name).is_dir():
            for path in (corpus / name).iterdir():
                if path.is_file():
                    _link(path, copy / name / path.name)
    for name, data in files.items():
        path = copy / name
        path.parent.mkdir(exist_ok=True)
        # Never into a linked file, which is the corpus's own.
        path.unlink(missing_ok=True)
        path.write_bytes(data)


def _link(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except OSError:  # no links on this file system
        shutil.copy(path, to)


def _move(copy: Path, corpus: Path, files: Mapping[str, bytes]) -> None:
    before = {
        name: (corpus / name).read_bytes() if (corpus / name).is_file() else None for name in files
    }
    moved: list[str] = []
    try:
        for name in files:
            (corpus / name).parent.mkdir(exist_ok=True)
            os.replace(copy / name, corpus / name)
            moved.append(name)
    except OSError:
        for name in reversed(moved):
            old = before[name]
            if old is None:
                (corpus / name).unlink(missing_ok=True)
            else:
                (corpus / name).write_bytes(old)
        raise
