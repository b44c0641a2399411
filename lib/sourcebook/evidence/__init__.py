"""Cite passages by number, say who speaks in them, count independent sources, compute."""

from sourcebook.evidence.citing import Citations, Note, find_words, paragraph
from sourcebook.evidence.computing import COUNTED, Computation, evaluate, filled
from sourcebook.evidence.counting import (
    Support,
    by_date,
    count_sources,
    dated,
    number_origins,
    support,
)
from sourcebook.evidence.speaking import unregistered, who_says
from sourcebook.evidence.standing import from_machine, machine_share

__all__ = [
    "COUNTED",
    "Citations",
    "Computation",
    "Note",
    "Support",
    "by_date",
    "count_sources",
    "dated",
    "evaluate",
    "filled",
    "find_words",
    "from_machine",
    "machine_share",
    "number_origins",
    "paragraph",
    "support",
    "unregistered",
    "who_says",
]
