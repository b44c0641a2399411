"""Say how far what is shown has been checked."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.annotation import Annotation
from sourcebook.article import Fact
from sourcebook.corpus import Corpus


def machine_share(annotations: Iterable[Annotation]) -> str:
    """Say how many annotations have the status machine; "" if none has.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> machine_share(load_corpus().annotations)
    ''
    """
    statuses = [one.status for one in annotations]
    count = statuses.count("machine")
    return f"Status machine: {count} of {len(statuses)}" if count else ""


def from_machine(corpus: Corpus, fact: Fact) -> bool:
    """Tell whether a fact of the catalogue rests on what only a machine has marked.

    That is so if a machine marked a zone or a date where its evidence stands, and nobody has
    reviewed a mark there.
    """
    articles = {span.article for span in fact.evidence}
    if not articles:
        return False
    # One pass over all annotations: an edition may describe a thousand articles.
    statuses = {
        one.status
        for one in corpus.annotations
        if one.article in articles
        and one.layer in ("zones", "dates")
        and any(one.span.overlaps(span) for span in fact.evidence)
    }
    return "machine" in statuses and "reviewed" not in statuses
