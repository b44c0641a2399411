"""A kit: its corpus and its notebooks, read together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Corpus, load_corpus
from sourcebook.errors import InvalidKit, Problem
from sourcebook.handouts.notebooks import Notebooks, read_notebooks
from sourcebook.reuse import SAME_ORIGIN, resemblances


@dataclass(frozen=True)
class Kit:
    """What handouts are made from."""

    root: Path
    corpus: Corpus
    notebooks: Notebooks


def read_kit(root: Path) -> Kit:
    """Read a kit for rendering.

    Raises
    ------
    InvalidKit
        If the corpus breaks a rule. A broken notebook is refused by the plan that names it.
    """
    return Kit(root, load_corpus(root), read_notebooks(root))


def problems_of(root: Path) -> list[Problem]:
    """Return everything wrong with a kit's corpus and notebooks, outputs of a run included."""
    notebooks = read_notebooks(root)
    found: list[Problem] = []
    try:
        found += _copies(load_corpus(root))
    except InvalidKit as error:
        found += error.problems
    for problems in notebooks.broken.values():
        found += problems
    return [*found, *notebooks.unclean]


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
