"""Write new articles into a corpus: text, original, catalogue entry and suggested annotations."""

from __future__ import annotations

import re
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
    for one in prepared:
        if one.replaces:
            catalogue = _with_origin(catalogue, one.replaces, one.id)
        catalogue += one.entry
    files["catalog.toml"] = catalogue.encode("utf-8")
    for name in LAYERS:
        lines = "".join(one.rows.get(name, "") for one in prepared).encode("utf-8")
        if lines:
            path = f"annotations/{name}.csv"
            seen[path] = (folder / path).read_bytes()
            files[path] = _on_new_line(seen[path]) + lines
    change(root, files, seen)


def _with_origin(catalogue: str, old: str, new: str) -> str:
    """Give the articles of one origin another, and change nothing else of the catalogue."""
    tables = tomllib.loads(catalogue)
    copies = [id_ for id_, table in tables.items() if table["origin"]["value"] == old]
    for id_ in copies:
        written = rf"(^\[{re.escape(id_)}\.origin\]\s*\nvalue\s*=\s*){re.escape(quote(old))}"
        catalogue = re.sub(written, lambda m: m[1] + quote(new), catalogue, flags=re.MULTILINE)
        tables[id_]["origin"]["value"] = new
    if tomllib.loads(catalogue) != tables:
        raise SourcebookError(
            f"corpus/catalog.toml: this article is the origin of {', '.join(copies)}. Write value "
            "in the line after each [ARTICLE.origin], and add it again."
        )
    return catalogue


def _on_new_line(data: bytes) -> bytes:
    return data if not data or data.endswith(b"\n") else data + b"\n"
