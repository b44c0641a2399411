"""What WeasyPrint leaves to do: links that say where they lead, running feet that are no text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

_FOOT = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Footer"})


def finish(made: pydyf.PDF, names: Mapping[str, str]) -> None:
    """Complete the tags of a PDF before it is written.

    Parameters
    ----------
    made
        The PDF, changed in place.
    names
        What the links to a place call it, by the id of the place.
    """
    for thing in made.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Subtype") == "/Link":
            target = thing.get("Dest")
            if target is not None and names.get(target.string):
                # WeasyPrint writes the id, which tells a listener nothing.
                thing["Contents"] = pydyf.String(names[target.string])
    _set_feet_apart(made)


def _set_feet_apart(made: pydyf.PDF) -> None:
    """Mark as artifact what is drawn on a page and hangs in no tree: the text in its margins.

    PDF/UA wants everything on a page to be one or the other.
    """
    tree = _at(made, made.catalog["StructTreeRoot"])
    read = set(_marks(made, tree["K"]))
    parents = _at(made, tree["ParentTree"])["Nums"]
    by_page = dict(zip(parents[::2], parents[1::2], strict=True))
    for number, reference in enumerate(made.page_references):
        stream = _at(made, _at(made, reference)["Contents"]).stream
        for place, item in enumerate(stream):
            mark = item.get("MCID") if isinstance(item, pydyf.Dictionary) else None
            if mark is not None and (reference, mark) not in read:
                stream[place - 1 : place + 1] = ["/Artifact", _FOOT]
                by_page[number][mark] = "null"


def _marks(made: pydyf.PDF, kids: list[int | bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield page and number of every piece of content below these elements."""
    todo: list[tuple[bytes, int | bytes]] = [(b"", kid) for kid in kids]
    while todo:
        page, kid = todo.pop()
        if isinstance(kid, int):
            yield page, kid
        elif (element := _at(made, kid)).get("Type") == "/StructElem":
            todo += [(element.get("Pg", b""), one) for one in element["K"]]


def _at(made: pydyf.PDF, reference: bytes) -> Any:
    return made.objects[int(reference.split()[0])]
