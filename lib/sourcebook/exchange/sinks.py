"""Where annotations go: a sink for every format, one article at a time.

A sink has two halves. `encode` turns one article into something plain and may run in another
process; `write` puts that into the file, in the process that owns it.
"""

from __future__ import annotations

import json
from typing import IO, Any, Protocol

from sourcebook.exchange import csv_file, jsonl
from sourcebook.exchange.annotated import Annotated
from sourcebook.exchange.w3c import CONTEXT, to_w3c


class Sink(Protocol):
    """Takes encoded articles; closing it completes the file."""

    @staticmethod
    def encode(read: Annotated) -> Any:
        """Turn one article into what `write` takes."""
        ...

    def write(self, encoded: Any) -> None:
        """Write one encoded article."""
        ...

    def close(self) -> None:
        """Complete the file."""
        ...


class _TextSink:
    """Writes text to a stream that somebody else opened and will close."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, encoded: str) -> None:
        self._stream.write(encoded)

    def close(self) -> None:
        self._stream.flush()


class JsonLines(_TextSink):
    """One annotation to a line."""

    @staticmethod
    def encode(read: Annotated) -> str:
        """Write the article's annotations as lines of JSON."""
        return "".join(f"{jsonl.to_line(one)}\n" for one in read.annotations)


class Csv(_TextSink):
    """One annotation to a row, all layers under one header."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__(stream)
        stream.write(csv_file.HEADER)

    @staticmethod
    def encode(read: Annotated) -> str:
        """Write the article's annotations as rows of CSV."""
        return csv_file.to_lines(read.annotations)


class WebAnnotations(_TextSink):
    """One AnnotationPage, a JSON document of W3C Web Annotations."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__(stream)
        stream.write(f'{{"@context": {json.dumps(CONTEXT)}, "type": "AnnotationPage", "items": [')
        self._between = "\n"

    @staticmethod
    def encode(read: Annotated) -> str:
        """Write the article's annotations as JSON objects with commas between them."""
        return ",\n".join(json.dumps(to_w3c(one, read.text)) for one in read.annotations)

    def write(self, encoded: str) -> None:
        """Write the article's objects after those of the articles before."""
        if encoded:
            super().write(self._between + encoded)
            self._between = ",\n"

    def close(self) -> None:
        """Close the list and the page."""
        self._stream.write("\n]}\n")
        super().close()


STREAMED: dict[str, type[JsonLines | Csv | WebAnnotations]] = {
    "jsonl": JsonLines,
    "csv": Csv,
    "w3c": WebAnnotations,
}
"""The formats that can be printed, by the name that --format takes."""
