"""Print a page as a tagged PDF; it never fetches anything."""

from sourcebook.handouts.printing.failing import NotPrinted
from sourcebook.handouts.printing.making import pdf, ready

__all__ = ["NotPrinted", "pdf", "ready"]
