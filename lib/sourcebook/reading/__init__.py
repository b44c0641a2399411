"""Show passages, sentences, tables and sources, each as HTML with a plain-text twin."""

from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.cited import Cited
from sourcebook.reading.computed import Computed
from sourcebook.reading.markup import MIME, Shown, box, listing, quoted, stack, style_sheet, table
from sourcebook.reading.passages import mark, marked_html
from sourcebook.reading.prose import compose
from sourcebook.reading.sources import describe, source_list

__all__ = [
    "MIME",
    "Apparatus",
    "Cited",
    "Computed",
    "Shown",
    "box",
    "compose",
    "describe",
    "listing",
    "mark",
    "marked_html",
    "quoted",
    "source_list",
    "stack",
    "style_sheet",
    "table",
]
