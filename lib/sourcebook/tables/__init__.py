"""DataFrames over a corpus: one function per layer, and a few that join layers.

Every function takes a Corpus, or a selection of one, and returns a new DataFrame. In each
layer's table a row is one annotation, in catalogue order and then by position, and these columns
surround the layer's own:

- article: article id.
- start, end: code-point offsets into the raw text, end exclusive (int64).
- quote: the words between them.
- maker, status, note: who made the annotation, how far it is trusted, and a remark.

An empty cell is an empty string in text columns, NaN in numbers and NaT in dates.
"""

from sourcebook.tables.claims import claims
from sourcebook.tables.joined import articles, roles, timeline, voices
from sourcebook.tables.layers import (
    attributions,
    dates,
    differences,
    events,
    figures,
    hedges,
    organisations,
    people,
    places,
    provenance,
    quotations,
    terms,
    zones,
)
from sourcebook.tables.machine import agreement, disagreements

__all__ = [
    "agreement",
    "articles",
    "attributions",
    "claims",
    "dates",
    "differences",
    "disagreements",
    "events",
    "figures",
    "hedges",
    "organisations",
    "people",
    "places",
    "provenance",
    "quotations",
    "roles",
    "terms",
    "timeline",
    "voices",
    "zones",
]
