"""What an edition's articles tell that an earlier edition's did not."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.corpus import Corpus, Entry
from sourcebook.evidence import dated
from sourcebook.interval import Interval


@dataclass(frozen=True)
class Redated:
    """An event that both editions tell, and when it was as far as each of them does."""

    event: Entry
    before: Interval | None
    after: Interval | None


@dataclass(frozen=True)
class News:
    """Articles by id, and entries of the registries, that only the later edition has.

    `differences` are those of which it shows more than one position, and the earlier did not.
    """

    articles: tuple[str, ...]
    events: tuple[Entry, ...]
    redated: tuple[Redated, ...]
    figures: tuple[Entry, ...]
    differences: tuple[Entry, ...]

    def __bool__(self) -> bool:
        told = self.articles, self.events, self.redated, self.figures, self.differences
        return any(told)


def news(earlier: Corpus, later: Corpus) -> News:
    """Compare two editions of one corpus.

    Examples
    --------
    >>> from datetime import date
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> found = news(corpus.select(as_of=date(2020, 12, 31)), corpus)
    >>> found.articles
    ('reset-button', 'drop-trade-dispute', 'warming-fast')
    >>> "Japanese exports to South Korea" in [entry.label for entry in found.figures]
    True
    """
    return News(
        tuple(id_ for id_ in later.articles if id_ not in earlier.articles),
        _new(earlier, later, "events", "event"),
        tuple(_redated(earlier, later)),
        _new(earlier, later, "figures", "figure"),
        tuple(
            entry
            for key, entry in later.vocabulary.registries["differences"].items()
            if _positions(later, key) > 1 >= _positions(earlier, key)
        ),
    )


def _new(earlier: Corpus, later: Corpus, registry: str, column: str) -> tuple[Entry, ...]:
    known = {a[column] for a in earlier.layer(registry)}
    found = {a[column]: a for a in later.layer(registry) if a[column] not in known}
    entries = later.vocabulary.registries[registry]
    return tuple(entry for key, entry in entries.items() if key in found)


def _redated(earlier: Corpus, later: Corpus) -> list[Redated]:
    known = {a["event"] for a in earlier.layer("events")}
    found = []
    for key, event in later.vocabulary.registries["events"].items():
        before, after = dated(earlier, event), dated(later, event)
        if key in known and before != after:
            found.append(Redated(event, before, after))
    return found


def _positions(corpus: Corpus, difference: str) -> int:
    return len({a["position"] for a in corpus.layer("differences", difference=difference)})
