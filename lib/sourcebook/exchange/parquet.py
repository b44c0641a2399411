"""Annotations as a Parquet file, for data frames of any language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sourcebook.errors import SourcebookError
from sourcebook.exchange.annotated import Annotated
from sourcebook.exchange.rows import COLUMNS, as_row

_ROWS = 50_000  # rows held before they are written as one row group


class Parquet:
    """One row to an annotation, under the columns of `rows.COLUMNS`."""

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise SourcebookError(
                f"{path.name}: writing Parquet needs pyarrow: pip install 'sourcebook[parquet]', "
                "or choose an ending of .jsonl, .csv or .sqlite."
            ) from None
        self._pyarrow: Any = pyarrow
        self._schema = pyarrow.schema(
            [
                (name, pyarrow.int64() if name in ("start", "end") else pyarrow.string())
                for name in COLUMNS
            ]
        )
        self._writer = pyarrow.parquet.ParquetWriter(path, self._schema)
        self._rows: list[tuple[str | int, ...]] = []

    @staticmethod
    def encode(read: Annotated) -> list[tuple[str | int, ...]]:
        """Return the article's annotations as rows."""
        return [as_row(one) for one in read.annotations]

    def write(self, encoded: list[tuple[str | int, ...]]) -> None:
        """Hold the rows until there are enough for a row group."""
        self._rows += encoded
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is held, and the file's footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns = list(zip(*self._rows, strict=True)) or [()] * len(COLUMNS)
        arrays = [
            self._pyarrow.array(cells, field.type)
            for cells, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []
