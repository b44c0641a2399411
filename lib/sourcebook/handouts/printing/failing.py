"""What is raised where a page cannot be printed."""

from __future__ import annotations

from sourcebook.errors import SourcebookError


class NotPrinted(SourcebookError):
    """A page could not become the PDF it should be; the message says what is wrong with it."""
