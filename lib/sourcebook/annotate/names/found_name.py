"""A name as the finders pass it on, before it is an annotation."""

from __future__ import annotations

from typing import NamedTuple

from sourcebook.annotate.names.kinds import ORGANISATION, PERSON, PLACE, UNKNOWN
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation

LAYER = {PERSON: "people", ORGANISATION: "organisations", PLACE: "places", UNKNOWN: "organisations"}
"""The layer that a name of each kind goes to."""

KIND = {"people": PERSON, "organisations": ORGANISATION, "places": PLACE}


class Name(NamedTuple):
    """A name found: characters `start` to `end`, whom it names, its kind and, if sure, its key."""

    start: int
    end: int
    kind: str
    key: str
    name: str
    sense: str = ""


def as_annotation(page: Page, name: Name, maker: str) -> Annotation:
    """Return a name as an annotation of its layer."""
    attributes = {"kind": name.kind, "key": name.key, "name": name.name}
    layer = LAYER[name.kind]
    attributes["sense" if layer == "places" else "role"] = name.sense
    return page.mark(layer, name.start, name.end, attributes, maker)
