"""A kit: its corpus and its notebooks, read and checked together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.corpus import Corpus, load_corpus
from sourcebook.errors import InvalidKit, Problem
from sourcebook.handouts.notebooks import Notebook, read_notebooks
from sourcebook.reuse import SAME_ORIGIN, resemblances


@dataclass(frozen=True)
class Kit:
    """What handouts are made from; `notebooks` are by name."""

    root: Path
    corpus: Corpus
    notebooks: Mapping[str, Notebook] = field(hash=False)


def read_kit(root: Path) -> Kit:
    """Read and check everything below a kit's root.

    Raises
    ------
    InvalidKit
        If the corpus or a notebook breaks a rule; the error lists the problems of both.
    """
    problems: list[Problem] = []
    try:
        corpus = load_corpus(root)
        problems += _copies(corpus)
    except InvalidKit as error:
        problems += error.problems
    try:
        notebooks = read_notebooks(root)
    except InvalidKit as error:
        problems += error.problems
    if problems:
        raise InvalidKit(problems)
    return Kit(root, corpus, notebooks)


def _copies(corpus: Corpus) -> Iterator[Problem]:
    """Articles that share text and are catalogued as independent would be counted twice."""
    for (one, other), shared in resemblances(corpus).items():
        if shared >= SAME_ORIGIN and (
            corpus.article(one).origin.value != corpus.article(other).origin.value
        ):
            yield Problem(
                "corpus/catalog.toml",
                f"[{one}], [{other}]",
                f"two origins for articles that share {shared:.0%} of their word runs",
                "give both the same origin.value, with a note on which is the earlier version",
            )
