"""Annotations as JSON Lines: one annotation to a line, easy to filter and to stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sourcebook.annotation import Annotation
from sourcebook.errors import SourcebookError

# Made once: json.dumps makes an encoder anew at every call that is not plain.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_KEYS = ("article", "layer", "start", "end", "quote", "attributes", "maker", "status", "note")


def to_line(annotation: Annotation) -> str:
    r"""Write an annotation as one line of JSON, without the line break.

    Examples
    --------
    >>> from sourcebook.annotate import annotate
    >>> to_line(annotate("Turnout was 61%.", layers=["figures"])[0])[:66]
    '{"article":"text","layer":"figures","start":12,"end":15,"quote":"6'
    """
    record = {
        "article": annotation.article,
        "layer": annotation.layer,
        "start": annotation.start,
        "end": annotation.end,
        "quote": annotation.quote,
        "attributes": dict(annotation.attributes),
        "maker": annotation.maker,
        "status": annotation.status,
        "note": annotation.note,
    }
    line = _encode(record)
    # A lone surrogate cannot be written as UTF-8; then everything beyond ASCII is spelt out.
    return line if _encodes(line) else json.dumps(record)


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def from_lines(lines: Iterable[str]) -> Iterator[Annotation]:
    """Read annotations back, one from each line that is not blank.

    Raises
    ------
    SourcebookError
        At the first line that does not hold an annotation; the message gives its number.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield Annotation(**{key: record[key] for key in _KEYS})
        except (ValueError, KeyError, TypeError) as error:
            raise SourcebookError(
                f"line {number} is not an annotation: {error}. Each line is one JSON object with "
                f"{', '.join(_KEYS)}."
            ) from None
