"""What each annotation layer records: its columns, and what a cell of each may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

POSITION = ("article", "start", "end", "quote")
PROVENANCE = ("maker", "status", "note")
STATUSES = ("machine", "reviewed", "disputed")
OUTLOOKS = ("happened", "planned", "expected", "conditional")


@dataclass(frozen=True)
class Column:
    """One column of a layer.

    `kind` is ``text``, ``number``, ``offset``, ``date``, ``period`` (two ISO days joined by
    ``/``), ``spans`` (span references separated by a space; a word of `choices` may stand in place
    of one), ``choice`` (of `choices`) or
    ``key`` (an entry of one of the registries named in `choices`). Only a `required` cell must be
    filled; ``unknown`` is legal for keys and numbers and is then written out. A date is always an
    interval: what is not known widens it.
    """

    name: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Layer:
    """The annotations of one kind: a name, which is also its file's, and its own columns."""

    name: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """All columns of the layer's file, in order."""
        return (*POSITION, *(column.name for column in self.columns), *PROVENANCE)


def _choice(name: str, *choices: str) -> Column:
    return Column(name, "choice", choices, required=True)


def _key(name: str, *registries: str, required: bool = True) -> Column:
    return Column(name, "key", registries, required)


_ZONES = (
    "headline byline dateline timestamp caption photo-credit section-head navigation boilerplate"
)
_NAMED = _choice("named", "named", "anonymous")

LAYERS: Mapping[str, Layer] = MappingProxyType(
    {
        layer.name: layer
        for layer in (
            Layer("zones", (_choice("zone", *_ZONES.split()),)),
            Layer("people", (_key("key", "people"), Column("role"))),
            Layer("organisations", (_key("key", "organisations"), Column("role"))),
            Layer(
                "places",
                (_key("key", "places"), _choice("sense", "place", "government", "other")),
            ),
            Layer(
                "dates",
                (
                    Column("earliest", "date", required=True),
                    Column("latest", "date", required=True),
                    _choice("basis", "stated", "inferred", "background", "unknown"),
                    Column("anchor", "spans", ("published",)),
                    _key("event", "events", required=False),
                ),
            ),
            Layer(
                "events",
                (
                    _key("event", "events"),
                    _choice("outlook", *OUTLOOKS),
                ),
            ),
            Layer(
                "figures",
                (
                    _key("figure", "figures"),
                    Column("value", "number"),
                    Column("low", "number"),
                    Column("high", "number"),
                    Column("unit", required=True),
                    Column("hedge"),
                    Column("quantifies", required=True),
                    Column("period", "period"),
                    Column("source", required=True),
                    Column("missing"),
                ),
            ),
            Layer(
                "quotations",
                (
                    _key("speaker", "people", "organisations"),
                    Column("speaker_start", "offset"),
                    Column("speaker_end", "offset"),
                    Column("cue"),
                    _choice("form", "full", "fragment", "term", "slogan", "continuation"),
                    _NAMED,
                    Column("relayed_by"),
                    _choice("closed", "yes", "no"),
                ),
            ),
            Layer(
                "attributions",
                (
                    _key("source", "people", "organisations"),
                    _NAMED,
                    Column("relayed_by"),
                    Column("cue"),
                ),
            ),
            Layer(
                "terms",
                (_key("concept", "terms"), Column("variant", required=True), Column("framing")),
            ),
            Layer(
                "hedges",
                (
                    _choice(
                        "kind",
                        *"modal evidential hearsay expectation approximation prediction".split(),
                    ),
                ),
            ),
            Layer(
                "differences",
                (_key("difference", "differences"), Column("position", required=True)),
            ),
            Layer(
                "provenance",
                (
                    _choice("field", "outlet", "date", "version", "origin", "language", "defect"),
                    Column("infers", required=True),
                ),
            ),
        )
    }
)
