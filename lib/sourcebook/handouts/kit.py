"""A kit: its corpus and its notebooks, read together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Corpus, load_corpus
from sourcebook.errors import InvalidKit, Problem
from sourcebook.handouts.notebooks import Notebooks, read_notebooks
from sourcebook.intake.copies import body
from sourcebook.reuse import SAME_ORIGIN, copies


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
    zones = corpus.layer("zones")
    bodies = {
        id_: body(article.text, [zone for zone in zones if zone.article == id_])
        for id_, article in corpus.articles.items()
    }
    for copy in copies(bodies):
        if corpus.article(copy.one).origin.value != corpus.article(copy.other).origin.value:
            shared = (
                f"share {copy.resemblance:.0%} of their word runs"
                if copy.resemblance >= SAME_ORIGIN
                else f"share {copy.containment:.0%} of the shorter one's word runs"
            )
            yield Problem(
                "corpus/catalog.toml",
                f"[{copy.one}], [{copy.other}]",
                f"two origins for articles that {shared}",
                "give both the same origin.value, with a note on which is the earlier version",
            )
