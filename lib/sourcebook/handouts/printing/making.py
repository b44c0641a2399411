"""Print a finished handout as a tagged PDF (PDF/UA-1): the same bytes from the same page."""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sourcebook import __version__
from sourcebook.errors import SourcebookError
from sourcebook.handouts.printing.failing import NotPrinted

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    from sourcebook.handouts.printing.fonts import Face

_MAKER = "Sourcebook"
_VARIANT = "pdf/ua-1"
# WeasyPrint calls this a warning; here it means that text is set in some other font.
_NO_FONT = "Font-face"


def ready() -> None:
    """Load the library that prints.

    Raises
    ------
    SourcebookError
        If it is not installed, or one of the system's libraries that it needs is missing.
    """
    try:
        with warnings.catch_warnings():
            # It warns where the system has no fonts of its own: none of those are needed.
            warnings.simplefilter("ignore")
            import weasyprint  # noqa: F401
    except ModuleNotFoundError as error:
        raise SourcebookError(
            f"no PDF can be made: {error.name} is not installed. "
            "Install it with: pip install 'sourcebook[pdf]'"
        ) from None
    except OSError as error:
        first = str(error).strip().splitlines()[0]
        raise SourcebookError(
            f"no PDF can be made: a library of the system is missing ({first}). On Debian: "
            "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from None


def pdf(html: str) -> bytes:
    """Return a handout as a PDF.

    It is tagged for screen readers, has the page's title and language, its headings as bookmarks,
    and a description of every image. Nothing is fetched: neither from the network nor from the
    file system, but for the kit's own fonts. Other fonts of this machine are used only where the
    kit's have no glyph for a character.

    Parameters
    ----------
    html
        The finished page, from `page.page`.

    Raises
    ------
    NotPrinted
        If the page asks for something outside itself, shows an image without a description, or
        has a character that no font here can draw.

    Examples
    --------
    >>> page = "<!doctype html><html lang=en><title>Tides</title><h1>Tides</h1><p>At noon.</p>"
    >>> pdf(page)[:8], pdf(page) == pdf(page)
    (b'%PDF-1.7', True)
    """
    ready()
    from sourcebook.handouts.printing.fonts import kit_fonts, kit_fonts_and_others

    for fonts in (kit_fonts, kit_fonts_and_others):
        printed, missing = _print(html, fonts())
        if not missing:
            return printed
    named = ", ".join(f"U+{one:04X}" for one in sorted(missing)[:10])
    raise NotPrinted(f"no PDF: no font here can draw {named}; install one that can")


def _print(html: str, fonts: FontConfiguration) -> tuple[bytes, set[int]]:
    """Return the PDF and the characters in it that have no glyph."""
    from sourcebook.handouts.printing.fonts import faces
    from sourcebook.handouts.printing.page import SIZES, first_page, prepare
    from sourcebook.handouts.printing.tags import finish

    own = faces(html)
    with _listened() as errors:
        size = ""
        for size in SIZES:
            page = _parsed(html, own)
            # Laid out by itself, for what follows takes most of the time.
            if not first_page(page.etree_element):
                break
            prepare(page.etree_element, own, size)
            if len(page.render(font_config=fonts).pages) == 1:
                break
        page = _parsed(html, own)
        told = prepare(page.etree_element, own, size)
        document = page.render(font_config=fonts, pdf_variant=_VARIANT)
        about = document.metadata
        about.generator = about.generator or f"{_MAKER} {__version__}"
        about.authors = about.authors or [_MAKER]
        about.description = about.description or told.edition
        about.keywords = about.keywords or list(told.keywords)
        printed = document.write_pdf(
            finisher=lambda _, made: finish(made, told.places),
            pdf_variant=_VARIANT,
            pdf_identifier=hashlib.sha256(html.encode()).hexdigest()[:32].encode(),
        )
    if errors:
        raise NotPrinted(f"no PDF: {'; '.join(dict.fromkeys(errors))}")
    return printed, {one for font in document.fonts.values() for one in font.missing}


def _parsed(html: str, own: Sequence[Face]) -> HTML:
    from weasyprint import HTML

    from sourcebook.handouts.printing.fetching import OwnFetcher

    page = HTML(string=html, url_fetcher=OwnFetcher({one.address: one.content for one in own}))
    page.base_url = None  # a page's <base> has no say
    return page


@contextmanager
def _listened() -> Iterator[list[str]]:
    """Collect errors of the library that prints, and keep its remarks on CSS off the terminal."""
    logger = logging.getLogger("weasyprint")
    errors: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = record.getMessage()
            if record.levelno >= logging.ERROR or said.startswith(_NO_FONT):
                errors.append(said)

    listener, passed_on = Listener(), logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield errors
    finally:
        logger.removeHandler(listener)
        logger.propagate = passed_on
