"""Write new articles into a corpus: text, original, catalogue entry and suggested annotations."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from sourcebook.errors import SourcebookError
from sourcebook.intake.entry import quote
from sourcebook.intake.prepared import Prepared
from sourcebook.intake.staging import change
from sourcebook.layers import LAYERS


def write_articles(root: Path, prepared: Sequence[Prepared]) -> None:
    """Write articles that are ready into a kit's corpus, all or none.

    Raises
    ------
    InvalidKit
        If the corpus would break a rule.
    SourcebookError
        If a file cannot be written, or the catalogue cannot be changed.
    """
    if not prepared:
        return
    folder = root / "corpus"
    files: dict[str, bytes] = {}
    for one in prepared:
        if one.original is not None:
            files[one.original[0]] = one.original[1]
        files[f"articles/{one.id}.txt"] = one.text
    seen = {"catalog.toml": (folder / "catalog.toml").read_bytes()}
    catalogue = _on_new_line(seen["catalog.toml"]).decode("utf-8")
    catalogue += "".join(one.entry for one in prepared)
    if any(one.replaces for one in prepared):
        catalogue = _with_origins(catalogue, prepared)
    files["catalog.toml"] = catalogue.encode("utf-8")
    for name in LAYERS:
        lines = "".join(one.rows.get(name, "") for one in prepared).encode("utf-8")
        if lines:
            path = f"annotations/{name}.csv"
            seen[path] = (folder / path).read_bytes()
            files[path] = _on_new_line(seen[path]) + lines
    change(root, files, seen)


def _with_origins(catalogue: str, prepared: Sequence[Prepared]) -> str:
    """Give the copies of earlier articles these as their origin, and change nothing else."""
    tables = tomllib.loads(catalogue)
    changed = set()
    for one in prepared:
        for id_, table in tables.items() if one.replaces else ():
            if table["origin"]["value"] == one.replaces:
                begin = f"\n[{id_}.origin]\nvalue = "
                written = begin + quote(one.replaces)
                catalogue = catalogue.replace(written, begin + quote(one.id), 1)
                table["origin"]["value"] = one.id
                changed.add(id_)
    if tomllib.loads(catalogue) != tables:
        raise SourcebookError(
            "corpus/catalog.toml: this article is earlier than its copies and becomes their "
            "origin. Write value in the line after [ARTICLE.origin], for "
            f"{', '.join(sorted(changed))}, and add it again."
        )
    return catalogue


def _on_new_line(data: bytes) -> bytes:
    return data if not data or data.endswith(b"\n") else data + b"\n"
