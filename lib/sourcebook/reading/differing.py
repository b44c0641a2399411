"""Where another article says something else than what a note cites."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.evidence import Note
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.markup import Shown, quoted
from sourcebook.reading.phrases import (
    joined,
    marked,
    overlapping,
    own,
    plain,
    sentences,
    theirs,
)
from sourcebook.span import Span


def differences(corpus: Corpus, note: Note) -> list[str]:
    """Return the differences of which a note cites one side and another article has another."""
    keys = dict.fromkeys(one["difference"] for one in overlapping(corpus, "differences", note))
    return [key for key in keys if rival(corpus, key)]


def rival(corpus: Corpus, key: str) -> bool:
    """Tell whether the edition holds more than one side of a difference, in several articles."""
    held = _sides(corpus, key)
    return min(len({one["position"] for one in held}), len({one.article for one in held})) > 1


def sides(corpus: Corpus, keys: Iterable[str]) -> list[Span]:
    """Return where the sides of differences stand."""
    return [one.span for key in keys for one in _sides(corpus, key)]


def difference(apparatus: Apparatus, whole: Corpus | None, key: str, note: Note) -> Shown:
    """Say that sources differ: who says what, in which words, and where it stands.

    The registry's title speaks of every side, so it is shown only where every side is here.
    """
    corpus = apparatus.corpus
    held = _sides(corpus, key)
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for one in held:
        groups.setdefault((quoted(one.quote), one["position"]), []).append(one)
    comma, told = own(apparatus, "between-items"), []
    for (words, position), same in groups.items():
        names = [
            # The note's own passage stands above.
            marked(apparatus, one.article, () if one.span.overlaps(note.passage) else [one.span])
            for one in same
        ]
        language = corpus.article(same[0].article).language.value
        said = joined(" ", [theirs(apparatus, words, language), theirs(apparatus, f"({position})")])
        told.append(joined("", [joined(comma, names), own(apparatus, "colon"), said]))
    origins = {corpus.article(one.article).origin.value for one in held}
    head = own(apparatus, "sources-differ" if len(origins) > 1 else "versions-differ")
    complete = whole and len(held) == len(whole.layer("differences", difference=key))
    title = corpus.vocabulary.entry("differences", key).label if complete else ""
    told_apart = joined(own(apparatus, "between-parts"), told)
    if not title:
        return sentences(apparatus, [head, told_apart])
    named = joined(" ", [theirs(apparatus, title), plain("—"), told_apart])
    return sentences(apparatus, [head, named])


def _sides(corpus: Corpus, key: str) -> tuple[Annotation, ...]:
    return corpus.layer("differences", difference=key)
