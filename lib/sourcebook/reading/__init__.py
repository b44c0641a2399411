"""Show passages, sentences, tables and sources, each as HTML with a plain-text twin."""

from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.articles import about, describe, known_of, voices
from sourcebook.reading.cited import Cited
from sourcebook.reading.computed import Computed
from sourcebook.reading.differing import rival
from sourcebook.reading.markup import MIME, Shown, box, listing, quoted, stack, style_sheet, table
from sourcebook.reading.passages import mark, marked_html
from sourcebook.reading.phrases import joined, own, phrase, spoken
from sourcebook.reading.prose import compose
from sourcebook.reading.sources import source_list

__all__ = [
    "MIME",
    "Apparatus",
    "Cited",
    "Computed",
    "Shown",
    "about",
    "box",
    "compose",
    "describe",
    "joined",
    "known_of",
    "listing",
    "mark",
    "marked_html",
    "own",
    "phrase",
    "quoted",
    "rival",
    "source_list",
    "spoken",
    "stack",
    "style_sheet",
    "table",
    "voices",
]
