"""Annotations gathered by the name they give: by the registry, or as the text has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.evidence import unregistered


@dataclass(frozen=True)
class Named:
    """Annotations under one name.

    `standing` says how far they have been checked, and whether the vocabulary lacks the name.
    """

    name: str
    found: tuple[Annotation, ...]
    standing: str


def by_name(
    corpus: Corpus, found: Iterable[Annotation], column: Callable[[Annotation], str]
) -> list[Named]:
    """Gather annotations by name, whatever its capitals; those with most annotations come first.

    Parameters
    ----------
    corpus
        Its registries name what they know.
    found
        The annotations.
    column
        Which of an annotation's columns holds the key of a registry.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus().select(["warming-fast"])
    >>> first = by_name(corpus, corpus.layer("quotations"), lambda one: "speaker")[0]
    >>> first.name, len(first.found), first.standing
    ('Hirokazu Matsuno', 2, 'reviewed')
    """
    groups: dict[str, list[tuple[str, Annotation]]] = {}
    registered, silent = set[str](), set[str]()
    for one in found:
        key = one[column(one)]
        name = _registered(corpus, key) if key != "unknown" else _unregistered(corpus, one)
        if key != "unknown":
            registered.add(name.casefold())
        if not name:
            name = "source not found" if one.status == "machine" else "source not told"
            silent.add(name)
        groups.setdefault(name.casefold(), []).append((name, one))
    named = []
    for shared, group in groups.items():
        annotations = tuple(one for _, one in group)
        words = list(dict.fromkeys(one.status for one in annotations))
        if shared not in registered | silent:
            words.append("not registered")
        named.append(Named(_best([name for name, _ in group]), annotations, ", ".join(words)))
    return sorted(named, key=lambda one: -len(one.found))


def _registered(corpus: Corpus, key: str) -> str:
    registries = corpus.vocabulary.registries
    entries = (registries[name].get(key) for name in ("people", "organisations", "places"))
    return next((entry.label for entry in entries if entry is not None), key)


def _unregistered(corpus: Corpus, one: Annotation) -> str:
    named = one.layer in ("people", "organisations", "places")
    return " ".join((unregistered(corpus, one) or (one.quote if named else "")).split())


def _best(names: list[str]) -> str:
    """Return the commonest form of a name that is not all in capitals, if there is one."""
    return Counter([name for name in names if not name.isupper()] or names).most_common(1)[0][0]
