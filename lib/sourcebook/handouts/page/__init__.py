"""Dress what a run notebook shows as a page: one file that opens anywhere and runs nothing."""

from sourcebook.handouts.page.dressing import as_of, dress, effective, index, own_words, page, title
from sourcebook.handouts.page.exporting import cells

__all__ = ["as_of", "cells", "dress", "effective", "index", "own_words", "page", "title"]
