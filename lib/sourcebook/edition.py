"""Which articles an edition rests on, for whom it is and in whose words."""

from __future__ import annotations

from typing import Literal

from sourcebook.corpus import Corpus
from sourcebook.evidence import count_sources

Audience = Literal["classroom", "teacher", "self-study", "briefing"]
Terms = Literal["as-published", "neutral"]


def edition(corpus: Corpus) -> str:
    """Say which articles an edition rests on, and which of them may be too late for its date."""
    counted = count_sources(corpus, corpus.articles)
    flags = [
        f"{id_} is undated ({corpus.article(id_).date}) and may be later than this edition."
        for id_ in corpus.uncertain
    ]
    return " ".join([f"Rests on {counted}.", *flags])
