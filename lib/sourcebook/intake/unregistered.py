"""Rows that name somebody whom the vocabulary does not hold, or does by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sourcebook.corpus import Corpus
from sourcebook.intake.rows import Row
from sourcebook.layers import LAYERS

_NAMING = {
    "people": "key",
    "organisations": "key",
    "places": "key",
    "quotations": "speaker",
    "attributions": "source",
}
_LONGEST = 80  # characters of a name; what is longer is a remark
_SHOWN = 5


def unregistered(rows: Iterable[tuple[str, Row]], text: str) -> list[str]:
    """Remark on reviewed rows whose note keeps a name that no registry holds.

    Parameters
    ----------
    rows
        An article's rows, each with its layer.
    text
        The article's text: only words of it are taken for a name.
    """
    names: list[str] = []
    for layer, row in rows:
        column = _NAMING.get(layer)
        if column and row["status"] == "reviewed" and row[column] == "unknown":
            name = _name(row["note"])
            if name and name in text:
                names.append(name)
    if not names:
        return []
    different = list(dict.fromkeys(names))
    shown = ", ".join(different[:_SHOWN]) + (" …" if len(different) > _SHOWN else "")
    noun = "1 reviewed row names" if len(names) == 1 else f"{len(names)} reviewed rows name"
    return [
        f"{noun} somebody who is not registered: {shown}. The name stays in the note only: "
        "register them in corpus/vocabulary/ (in people.toml, with named = false if no article "
        "names them), and write the key into the row"
    ]


def known_by_now(corpus: Corpus) -> Mapping[str, int]:
    """Count, by article, the machine's rows that name nobody though the vocabulary knows the name.

    Reviewing such an article again renews them. Articles without one are left out.
    """
    known = {layer: set(_known(corpus, layer)) for layer in _NAMING}
    counts: dict[str, int] = {}
    for annotation in corpus.annotations:
        column = _NAMING.get(annotation.layer)
        if not column or annotation.status != "machine" or annotation[column] != "unknown":
            continue
        if _name(annotation.note).casefold() in known[annotation.layer]:
            counts[annotation.article] = counts.get(annotation.article, 0) + 1
    return counts


def _known(corpus: Corpus, layer: str) -> Iterator[str]:
    columns = {column.name: column for column in LAYERS[layer].columns}
    for registry in columns[_NAMING[layer]].choices:
        for entry in corpus.vocabulary.registries[registry].values():
            for name in (entry.label, *entry.fields.get("variants", ())):
                yield str(name).casefold()


def _name(note: str) -> str:
    name = note.partition(";")[0].strip()
    return name if len(name) <= _LONGEST else ""
