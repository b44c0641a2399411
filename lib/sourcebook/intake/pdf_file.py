"""Take the text out of a PDF."""

from __future__ import annotations

import io
import logging
import statistics

from sourcebook.errors import SourcebookError
from sourcebook.intake.extra import MISSING
from sourcebook.intake.received import Received

_PAGES = 500
_CHARACTERS = 5_000_000  # of text; a page may name one font program a million times
_SHORT = 0.8  # share of a usual line from which a line that is shorter ends its paragraph


def read_pdf(data: bytes, file: str) -> Received:
    """Read the text layer of a PDF, page after page.

    Lines that the page broke are joined to paragraphs, since sentences run over them; the PDF
    itself is kept as it came.

    Raises
    ------
    SourcebookError
        If the PDF is encrypted, broken, only pictures, or too long; or pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise SourcebookError(f"{file}: reading a PDF needs pypdf. {MISSING}") from None
    # What it warns of is either mended or ends in an error below.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = SourcebookError(
        f"{file}: the PDF is encrypted. Open it with its password and print it to a new PDF, or "
        "save its text as .txt."
    )
    try:
        reader = PdfReader(io.BytesIO(data))
        # Many PDFs are encrypted with no password, only to forbid printing: those can be read.
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        count = len(reader.pages)
        if count > _PAGES:
            raise SourcebookError(
                f"{file}: {count} pages, where {_PAGES} is the most that is read. Cut the article "
                "out: print its pages to a new PDF."
            )
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            text = page.extract_text()
            length += len(text)
            if length > _CHARACTERS:
                raise SourcebookError(
                    f"{file}: more than {_CHARACTERS:,} characters of text. Cut the article out."
                )
            pages.append(text)
    except SourcebookError:
        raise
    except DependencyError:
        raise locked from None
    except Exception as error:  # a broken PDF may fail in any way, deep inside the library
        raise SourcebookError(
            f"{file}: the PDF is broken ({type(error).__name__}). Get it again, or open it in a "
            "viewer and print it to a new PDF."
        ) from None
    lines = [line.rstrip() for text in pages for line in text.splitlines()]
    if not any(lines):
        raise SourcebookError(
            f"{file}: the PDF holds pictures of pages and no text. Run it through text recognition "
            "(OCR) first, for example with ocrmypdf."
        )
    text = "\n".join(_paragraphs(lines)) + "\n"
    noun = "1 page" if count == 1 else f"{count} pages"
    remark = f"text taken from a PDF of {noun}; lines that the page broke were joined"
    return Received(file, data, "PDF", text, remarks=(remark,))


def _paragraphs(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph: all are about as long but its last."""
    filled = [len(line) for line in lines if len(line) > 30]
    usual = statistics.quantiles(filled, n=4)[2] if len(filled) > 1 else 0
    joined: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            joined.append([])
            continue
        joined[-1].append(line.strip())
        if len(line) < _SHORT * usual or (line.endswith((".", "”", '"')) and len(line) < usual - 8):
            joined.append([])
    return [_join(parts) for parts in joined if parts]


def _join(parts: list[str]) -> str:
    pieces = []
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part.endswith("-") and following[:1].islower():
            pieces.append(part[:-1])  # a word divided at the line's end
        else:
            pieces.append(f"{part} " if following else part)
    return "".join(pieces)
