"""What comes out of annotating one file, on its way to a sink."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.annotation import Annotation
from sourcebook.interval import Interval


@dataclass(frozen=True)
class Annotated:
    """One file's text and the annotations found in it; offsets count the text's code points.

    `published` is what the catalogue or the file's metadata tell; None leaves it to the text.
    """

    article: str
    file: str
    text: str
    headline: str
    outlet: str
    published: Interval | None
    annotations: tuple[Annotation, ...]
