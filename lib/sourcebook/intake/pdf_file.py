"""Take the text out of a PDF."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from sourcebook.errors import SourcebookError
from sourcebook.intake.extra import MISSING
from sourcebook.intake.heading_zones import with_rules
from sourcebook.intake.page_layout import lay_out, title_zone
from sourcebook.intake.received import Received

if TYPE_CHECKING:  # a heavy library: only where it is used
    from pypdf import PdfReader

_PAGES = 500
_CHARACTERS = 5_000_000  # of text; a page may name one font program a million times


def read_pdf(data: bytes, file: str) -> Received:
    """Read the text layer of a PDF, page after page.

    Lines that the page broke are joined to paragraphs, since sentences run over them, and several
    spaces are one; the PDF itself is kept as it came. Page numbers and what runs from page to page
    are boilerplate. The title that the PDF gives of itself is the headline, if the text says it.

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
        title = _title(reader)
    except SourcebookError:
        raise
    except DependencyError:
        raise locked from None
    except Exception as error:  # a broken PDF may fail in any way, deep inside the library
        raise SourcebookError(
            f"{file}: the PDF is broken ({type(error).__name__}). Get it again, or open it in a "
            "viewer and print it to a new PDF."
        ) from None
    if not any(text.strip() for text in pages):
        raise SourcebookError(
            f"{file}: the PDF holds pictures of pages and no text. Run it through text recognition "
            "(OCR) first, for example with ocrmypdf."
        )
    text, zones = lay_out(pages)
    headline = title_zone(text, title)
    if headline:
        # A running head may repeat the title: as the headline it counts.
        start, end, _ = headline[0]
        zones = tuple(zone for zone in zones if zone[1] <= start or end <= zone[0])
    noun = "1 page" if count == 1 else f"{count} pages"
    remark = f"text taken from a PDF of {noun}; lines that the page broke were joined"
    shown = with_rules(text, (*headline, *zones)) if headline or zones else None
    return Received(file, data, "PDF", text, zones=shown, remarks=(remark,))


def _title(reader: PdfReader) -> str:
    try:
        return str((reader.metadata and reader.metadata.title) or "")
    except Exception:  # what cannot be read is not there
        return ""
