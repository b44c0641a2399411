"""Cite passages by number, say who speaks in them, and count the independent sources."""

from sourcebook.evidence.citing import Citations, Note, find_words, paragraph
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
    "Citations",
    "Note",
    "Support",
    "by_date",
    "count_sources",
    "dated",
    "find_words",
    "from_machine",
    "machine_share",
    "number_origins",
    "paragraph",
    "support",
    "unregistered",
    "who_says",
]
