"""Find text that articles share, the sign that they copy one report; compare versions of it."""

from sourcebook.reuse.alignment import Run, align
from sourcebook.reuse.comparison import Comparison, compare_articles
from sourcebook.reuse.grouping import grouped
from sourcebook.reuse.index import Candidate, CopyIndex
from sourcebook.reuse.order import Order, Reason, earlier_version
from sourcebook.reuse.origins import Copy, copies, origins
from sourcebook.reuse.overlap import (
    CONTAINED,
    SAME_ORIGIN,
    SHINGLE,
    containment,
    resemblance,
    resemblances,
    shingles,
)
from sourcebook.reuse.plain_sentences import plain_sentences, sentences_of
from sourcebook.reuse.rows import Row, side_by_side
from sourcebook.reuse.versions import Change, changes
from sourcebook.reuse.wording import HEDGES, Wording, reword

__all__ = [
    "CONTAINED",
    "HEDGES",
    "SAME_ORIGIN",
    "SHINGLE",
    "Candidate",
    "Change",
    "Comparison",
    "Copy",
    "CopyIndex",
    "Order",
    "Reason",
    "Row",
    "Run",
    "Wording",
    "align",
    "changes",
    "compare_articles",
    "containment",
    "copies",
    "earlier_version",
    "grouped",
    "origins",
    "plain_sentences",
    "resemblance",
    "resemblances",
    "reword",
    "sentences_of",
    "shingles",
    "side_by_side",
]
