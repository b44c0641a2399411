"""Read a file of any kind that the kit takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sourcebook.errors import SourcebookError, name_the_choices
from sourcebook.intake.decoding import decode
from sourcebook.intake.docx_file import read_docx
from sourcebook.intake.hidden_characters import hidden, one_line, take_out
from sourcebook.intake.html_file import read_page
from sourcebook.intake.pdf_file import read_pdf
from sourcebook.intake.received import Received, Zones

LARGEST = 20_000_000
"""Bytes of the largest file that is read: some hundred times a long article."""


def read_file(path: Path) -> Received:
    """Read one article file: .txt, .html, .htm, .pdf or .docx.

    Raises
    ------
    SourcebookError
        If there is no such file, it is too large, empty, broken, encrypted, no text, or of a kind
        that the kit does not take. The message names the file and the way on.
    """
    shown = one_line(path.name, 80) or "(no name)"
    reader = _reader(path, shown)
    data = _bytes(path, shown)
    if not data.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\0"):
        raise SourcebookError(f"{shown}: the file is empty. Get it again, or leave it out.")
    received = reader(data, shown)
    if not received.text.strip():
        raise SourcebookError(f"{shown}: there is no text in it. Get it again, or leave it out.")
    return received


def files_below(folder: Path) -> list[Path]:
    """Return the files below a folder that can be read, by name; none if it is no folder."""
    below = sorted(folder.rglob("*")) if _is_folder(folder) else []
    return [one for one in below if one.suffix.lower() in _READERS and one.is_file()]


def _read_text(data: bytes, shown: str) -> Received:
    decoded = decode(data, shown)
    text, taken = take_out(decoded.text)
    remarks = []
    if not decoded.as_received:
        mark = " with a byte order mark" if decoded.marked else ""
        remarks.append(f"converted to UTF-8 from {decoded.encoding}{mark}")
    remarks += [taken] if taken else []
    as_received = decoded.as_received and not taken
    return Received(
        shown, data, "text", text, decoded.encoding, as_received, remarks=tuple(remarks)
    )


def _derived(read: Callable[[bytes, str], Received]) -> Callable[[bytes, str], Received]:
    """Make a reader of text that is taken out of another format, hidden characters left out."""

    def reader(data: bytes, shown: str) -> Received:
        received = read(data, shown)
        # A lone surrogate has no UTF-8; a font that maps glyphs to nonsense gives some.
        text, taken = take_out(received.text.encode("utf-8", "replace").decode("utf-8"))
        if not taken:
            return replace(received, text=text)
        zones = received.zones and tuple(_moved(received.text, received.zones))
        return replace(received, text=text, zones=zones, remarks=(*received.remarks, taken))

    return reader


def _moved(text: str, zones: Zones) -> Iterator[tuple[int, int, str]]:
    """Move zones to where they stand once the hidden characters are gone."""
    gone = hidden(text)
    for start, end, zone in zones:
        first, last = start - bisect_left(gone, start), end - bisect_left(gone, end)
        if first < last:
            yield first, last, zone


_READERS: dict[str, Callable[[bytes, str], Received]] = {
    ".txt": _read_text,
    ".html": _derived(read_page),
    ".htm": _derived(read_page),
    ".pdf": _derived(read_pdf),
    ".docx": _derived(read_docx),
}


def _reader(path: Path, shown: str) -> Callable[[bytes, str], Received]:
    suffix = path.suffix.lower()
    if _is_folder(path):
        endings = ", ".join(_READERS)
        raise SourcebookError(f"{shown}: a folder in which no file ends in {endings}.")
    if suffix not in _READERS:
        choices = name_the_choices(one_line(suffix, 20) or "(none)", _READERS, "file ending")
        raise SourcebookError(
            f"{shown}: {choices}. Save it as one of these; a text file may have any name that ends "
            "in .txt."
        )
    return _READERS[suffix]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _bytes(path: Path, shown: str) -> bytes:
    try:
        if not path.is_file():
            raise SourcebookError(f"{shown}: there is no such file. Mend its name or path.")
        size = path.stat().st_size
        if size <= LARGEST:
            with path.open("rb") as file:
                # One more than is allowed: the file may have grown since.
                data = file.read(LARGEST + 1)
            size = max(size, len(data))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        told = f"{shown}: cannot be read: {reason}. Mend its name or path."
        raise SourcebookError(told) from None
    if size > LARGEST:
        raise SourcebookError(
            f"{shown}: {size / 1e6:.0f} MB, where {LARGEST / 1e6:.0f} MB is the most that is read. "
            "Cut it into its articles, one file each."
        )
    return data
