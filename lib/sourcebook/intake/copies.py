"""Tell whether a new article copies one that the corpus has, and which of the two is earlier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.annotate.page import FURNITURE
from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.intake.received import Told
from sourcebook.interval import Interval
from sourcebook.reuse import (
    CONTAINED,
    SAME_ORIGIN,
    CopyIndex,
    changes,
    containment,
    earlier_version,
    resemblance,
    shingles,
)
from sourcebook.reuse.origins import ENOUGH


@dataclass(frozen=True)
class Likeness:
    """An article that another copies, or is copied by.

    `share` is that of the shorter one's word runs that stand in the other, 0 to 1.
    """

    article: str
    share: float


class Copies:
    """The articles of a corpus, and those added since, compared through an index."""

    def __init__(self, corpus: Corpus) -> None:
        self._bodies: dict[str, str] = {}
        self._index = CopyIndex()
        zones: dict[str, list[Annotation]] = {}
        for zone in corpus.layer("zones"):
            zones.setdefault(zone.article, []).append(zone)
        for article in corpus.articles.values():
            plain = body(article.text, zones.get(article.id, ()))
            self.like(article.id, plain)
            self.keep(article.id, plain)

    def like(self, article: str, plain: str) -> list[Likeness]:
        """Return the articles kept so far that share so much with a text that one copies the other.

        Those that share most come first.
        """
        # Numbered, since an article that then fails gives its id to the next.
        found = []
        for candidate in self._index.add(f"{len(self._index)}:{article}", plain):
            id_ = candidate.article.partition(":")[2]
            other = self._bodies.get(id_)
            if other is not None and _alike(plain, other):
                found.append(Likeness(id_, containment(plain, other)))
        return sorted(found, key=lambda like: -like.share)

    def keep(self, article: str, plain: str) -> None:
        """Let an article be found from now on."""
        self._bodies[article] = plain

    def order(self, plain: str, other: str, dates: tuple[Interval | None, Interval | None]) -> Told:
        """Say whether a text is the earlier or the later version of an article's, and why."""
        old = self._bodies[other]
        told = earlier_version(plain, old, changes(plain, old), dates)
        if told.earlier == "unknown":
            note = f"Which is the earlier version, this or {other}, the texts do not tell a rule."
            return Told("unknown", "unknown", note)
        whys = [reason.why for reason in told.reasons if reason.earlier == told.earlier]
        value = "earlier" if told.earlier == "first" else "later"
        note = f"By rule, this being the first and {other} the second: {'; '.join(whys)}."
        return Told(value, "inferred", note)


def _alike(one: str, other: str) -> bool:
    if resemblance(one, other) >= SAME_ORIGIN:
        return True
    least = min(len(shingles(one)), len(shingles(other)))
    return least >= ENOUGH and containment(one, other) >= CONTAINED


def body(text: str, zones: Iterable[Annotation]) -> str:
    """Return a text without what belongs to the site: two articles of one site share that."""
    pieces, place = [], 0
    for zone in zones:
        if zone["zone"] in FURNITURE and zone.start >= place:
            pieces.append(text[place : zone.start])
            place = zone.end
    return "\n".join([*pieces, text[place:]])
