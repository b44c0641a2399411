"""Fonts for scripts that a reader's machine may lack, cut down to what a page shows."""

from sourcebook.handouts.fonts.coverage import missing
from sourcebook.handouts.fonts.faces import FAMILIES, faces
from sourcebook.handouts.fonts.subset import FOLDER

__all__ = ["FAMILIES", "FOLDER", "faces", "missing"]
