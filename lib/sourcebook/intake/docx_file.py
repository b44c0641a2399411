"""Take the text out of a Word document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from sourcebook.errors import SourcebookError
from sourcebook.intake.extra import MISSING
from sourcebook.intake.heading_zones import with_rules
from sourcebook.intake.received import Received

_UNPACKED = 100_000_000  # bytes; a small file can be packed so that it fills a disk
_PARTS = 5_000
_DEEPEST = 5  # tables within tables


def read_docx(data: bytes, file: str) -> Received:
    """Read the paragraphs and table cells of a Word document, in their order.

    A paragraph in the style Title, or the first in Heading 1, is the headline; further headings are
    section heads.

    Raises
    ------
    SourcebookError
        If the document is broken, encrypted, or unpacks to more than is sane; or python-docx is not
        installed.
    """
    try:
        import docx
    except ImportError:
        raise SourcebookError(f"{file}: reading a .docx needs python-docx. {MISSING}") from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourcebookError(
            f"{file}: an encrypted document, or one of an older Word. Open it and save it as .docx "
            "without a password."
        )
    _refuse_bombs(data, file)
    try:
        document = docx.Document(io.BytesIO(data))
        paragraphs = list(_paragraphs(document, 0))
    except Exception as error:  # a broken document may fail in any way, deep inside the library
        raise SourcebookError(
            f"{file}: the document is broken ({type(error).__name__}). Open it in an editor and "
            "save it anew, or save its text as .txt."
        ) from None
    zones: list[tuple[int, int, str]] = []
    pieces: list[str] = []
    place = 0
    for style, words in paragraphs:
        if words.strip():
            zone = _zone(style, bool(zones))
            if zone:
                start = place + len(words) - len(words.lstrip())
                zones.append((start, start + len(words.strip()), zone))
        pieces.append(words + "\n")
        place += len(words) + 1
    text = "".join(pieces)
    remarks = ("text taken from a Word document",)
    shown = with_rules(text, zones)
    return Received(file, data, "Word document", text, zones=shown, remarks=remarks)


def _refuse_bombs(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise SourcebookError(
            f"{file}: not a Word document, or a broken one. Open it in an editor and save it anew, "
            "or get it again."
        ) from None
    size = sum(part.file_size for part in parts)
    if size > _UNPACKED or len(parts) > _PARTS:
        raise SourcebookError(
            f"{file}: unpacks to {size / 1e6:,.0f} MB in {len(parts)} parts, which no article "
            "needs. Save its text as .txt."
        )


def _paragraphs(container: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Yield style and words of every paragraph; a row of a table is one, its cells set apart."""
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            if depth < _DEEPEST:
                for row in item.rows:
                    # A cell that spans columns is listed once for each of them.
                    cells = {cell._tc: cell for cell in row.cells}.values()
                    parts = ([words for _, words in _paragraphs(c, depth + 1)] for c in cells)
                    yield "", "\t".join("\n".join(part) for part in parts)
        else:
            style = item.style.name if item.style is not None else ""
            yield str(style or ""), item.text


def _zone(style: str, begun: bool) -> str:
    if style == "Title" or (style == "Heading 1" and not begun):
        return "headline"
    return "section-head" if style.startswith("Heading") else ""
