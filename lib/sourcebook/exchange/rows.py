"""An annotation as one flat row, the same columns in every file format."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.annotation import Annotation
from sourcebook.errors import SourcebookError
from sourcebook.layers import LAYERS, POSITION, PROVENANCE

# What annotators say of a name beyond its layer's columns.
_OF_NAMES = ("kind", "name")

ATTRIBUTES: tuple[str, ...] = tuple(
    dict.fromkeys(
        [*(column.name for layer in LAYERS.values() for column in layer.columns), *_OF_NAMES]
    )
)
"""Every attribute an annotation of any layer may have, in the order of the layers."""

COLUMNS = ("article", "layer", *POSITION[1:], *ATTRIBUTES, *PROVENANCE)
"""Columns of a file that holds all layers; a cell is empty where a layer has no such attribute."""


def as_row(annotation: Annotation) -> tuple[str | int, ...]:
    """Return the cells of an annotation, in the order of `COLUMNS`.

    Examples
    --------
    >>> from sourcebook.annotate import annotate
    >>> share = annotate("Turnout was 61%.", layers=["figures"])[0]
    >>> as_row(share)[:5]
    ('text', 'figures', 12, 15, '61%')
    """
    attributes = annotation.attributes
    return (
        annotation.article,
        annotation.layer,
        annotation.start,
        annotation.end,
        annotation.quote,
        *(attributes.get(name, "") for name in ATTRIBUTES),
        annotation.maker,
        annotation.status,
        annotation.note,
    )


def from_row(row: Mapping[str, str | int]) -> Annotation:
    """Make the annotation that a row by column names holds.

    Attributes that the row's layer does not have are dropped if they are empty.

    Raises
    ------
    SourcebookError
        If a column is missing, an offset is no whole number or the layer is unknown.
    """
    try:
        layer = str(row["layer"])
        own = {column.name for column in LAYERS[layer].columns}
        return Annotation(
            article=str(row["article"]),
            layer=layer,
            start=int(row["start"]),
            end=int(row["end"]),
            quote=str(row["quote"]),
            attributes={
                name: str(row[name]) for name in ATTRIBUTES if name in own or row.get(name)
            },
            maker=str(row["maker"]),
            status=str(row["status"]),
            note=str(row["note"]),
        )
    except (KeyError, ValueError) as error:
        raise SourcebookError(
            f"not a row of annotations: {error}. The columns are {', '.join(COLUMNS)}; "
            f"the layers are {', '.join(LAYERS)}."
        ) from None
