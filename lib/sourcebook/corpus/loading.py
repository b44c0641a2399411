"""Find the kit's root, read its corpus, and refuse one that breaks its own rules."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import MappingProxyType

from sourcebook.annotation import Annotation
from sourcebook.corpus.catalog import read_catalog
from sourcebook.corpus.checks import cross_checks
from sourcebook.corpus.corpus import Corpus
from sourcebook.corpus.layer_file import read_layer
from sourcebook.corpus.vocabulary import read_vocabulary
from sourcebook.errors import InvalidKit, Problem, SourcebookError
from sourcebook.layers import LAYERS

_SHOWN = "corpus"


def find_root(start: Path | None = None) -> Path:
    """Return the kit's root: the nearest folder that holds ``corpus/catalog.toml``.

    Parameters
    ----------
    start
        Where to begin looking, upwards; the working directory if not given.

    Raises
    ------
    SourcebookError
        If no folder from `start` up to the top is a kit.
    """
    begin = (start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents):
        if (folder / _SHOWN / "catalog.toml").is_file():
            return folder
    raise SourcebookError(
        f"no kit here: neither {begin} nor a folder above it holds corpus/catalog.toml. "
        "Run this inside a kit, or make one: sourcebook new FOLDER"
    )


def load_corpus(root: Path | str | None = None) -> Corpus:
    """Read and validate the whole corpus of a kit.

    Parameters
    ----------
    root
        The kit's root, which holds ``corpus/``; if not given, the nearest one at or above the
        working directory.

    Returns
    -------
    Corpus
        All articles in catalogue order; annotations by layer, article and position.

    Raises
    ------
    InvalidKit
        If anything breaks a rule: a changed article, a quote that is not what its offsets cover,
        an unknown key, an impossible date. The error lists every problem with file, row, rule
        and remedy.

    Examples
    --------
    >>> corpus = load_corpus()
    >>> len(corpus.articles), len(corpus.origins)
    (5, 4)
    """
    home = find_root() if root is None else Path(root).resolve()
    folder = home / _SHOWN
    articles, problems = read_catalog(folder, _SHOWN)
    vocabulary, found = read_vocabulary(folder / "vocabulary", f"{_SHOWN}/vocabulary")
    problems += found
    if problems:
        # Rows would fail by the hundred for want of an article or a registry: mend those first.
        raise InvalidKit(problems)
    annotations: list[Annotation] = []
    for layer in LAYERS.values():
        path = folder / "annotations" / f"{layer.name}.csv"
        file = f"{_SHOWN}/annotations/{path.name}"
        rows, found = read_layer(path, file, layer, articles, vocabulary)
        annotations += rows
        problems += found
    problems += _strangers(folder)
    order = {id_: place for place, id_ in enumerate(articles)}
    layers = {name: place for place, name in enumerate(LAYERS)}
    annotations.sort(key=lambda a: (layers[a.layer], order[a.article], a.start, a.end))
    corpus = Corpus(
        home, _digest(folder), MappingProxyType(articles), tuple(annotations), vocabulary
    )
    problems += cross_checks(corpus, _SHOWN, {problem.file for problem in problems})
    if problems:
        raise InvalidKit(problems)
    return corpus


def _strangers(folder: Path) -> list[Problem]:
    """Files that look like layers and would silently not be read."""
    return [
        Problem(
            f"{_SHOWN}/annotations/{path.name}",
            "file",
            "no layer has this name",
            f"rename it to one of: {', '.join(LAYERS)}",
        )
        for path in sorted((folder / "annotations").glob("*.csv"))
        if path.stem not in LAYERS
    ]


def _digest(folder: Path) -> str:
    """Sha256 over the names and bytes of everything that loading reads."""
    total = hashlib.sha256()
    for pattern in ("catalog.toml", "articles/*.txt", "annotations/*.csv", "vocabulary/*.toml"):
        for path in sorted(path for path in folder.glob(pattern) if path.is_file()):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
