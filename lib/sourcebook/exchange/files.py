"""Open a sink by the ending of a file's name; the file appears when it is complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sourcebook.corpus import Vocabulary
from sourcebook.errors import SourcebookError
from sourcebook.exchange.parquet import Parquet
from sourcebook.exchange.sinks import STREAMED, Sink
from sourcebook.exchange.sqlite import Sqlite

_STREAMED = {".jsonl": "jsonl", ".csv": "csv", ".jsonld": "w3c"}
ENDINGS = (*_STREAMED, ".parquet", ".sqlite")
"""The endings that `open_sink` knows: JSON Lines, CSV, W3C Web Annotations, Parquet, SQLite."""


@contextmanager
def open_sink(path: Path, vocabulary: Vocabulary) -> Iterator[Sink]:
    """Open a sink that writes to `path`, replacing it once everything was written.

    If the block fails, an earlier file of that name stays as it was and nothing new is left.

    Raises
    ------
    SourcebookError
        If no format has this ending, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise SourcebookError(
            f"{path.name}: no format has the ending {ending or '(none)'!r}. "
            f"Choose one of {', '.join(ENDINGS)}."
        )
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            sink: Sink
            if ending in _STREAMED:
                stream = stack.enter_context(part.open("w", encoding="utf-8", newline=""))
                sink = STREAMED[_STREAMED[ending]](stream)
            elif ending == ".parquet":
                sink = Parquet(part)
            else:
                sink = Sqlite(part, vocabulary)
            try:
                yield sink
            finally:
                sink.close()  # also on failure: an open file could not be removed on Windows
        part.replace(path)
    except OSError as error:
        raise SourcebookError(f"{path}: cannot be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)
