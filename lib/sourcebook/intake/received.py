"""What came of reading one file: its text, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from sourcebook.interval import Interval

Zones = tuple[tuple[int, int, str], ...]
"""Start, end (exclusive) and name of each zone, in order."""


@dataclass(frozen=True)
class Told:
    """Something a file says of itself, on what basis, and where it says so.

    `start` and `end` are where the words stand in the text; both are 0 where they stand elsewhere,
    as in a page's metadata, which `note` then names.
    """

    value: str
    basis: Literal["stated", "inferred", "background", "unknown"]
    note: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Received:
    """One file as it came, read.

    Attributes
    ----------
    file : str
        The file's name, as messages give it.
    data : bytes
        Its bytes.
    kind : str
        text, HTML, PDF or Word document.
    encoding : str
        What its text was encoded in; empty where the format settles that.
    text : str
        Its text; all offsets count its code points.
    as_received : bool
        Whether the UTF-8 bytes of `text` are `data`.
    facts : mapping
        What was found of headline, byline, outlet and language, by that name.
    published : Interval or None
        When it was published, as far as the file tells outside its text.
    published_note : str
        Where it says so.
    published_basis : str
        stated, or inferred where a library worked it out.
    zones : tuple or None
        All its zones, where its markup shows some; None where there is no markup to go by.
    remarks : tuple of str
        What was changed on the way from bytes to text, for the catalogue and the reader.
    """

    file: str
    data: bytes
    kind: str
    text: str
    encoding: str = ""
    as_received: bool = False
    facts: Mapping[str, Told] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    published: Interval | None = None
    published_note: str = ""
    published_basis: Literal["stated", "inferred"] = "stated"
    zones: Zones | None = None
    remarks: tuple[str, ...] = ()
