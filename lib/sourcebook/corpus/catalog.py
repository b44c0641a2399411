"""Read catalog.toml: what is known of each article, and on what basis."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any, get_args

from sourcebook.article import FACTS, Article, Basis, Defect, Fact
from sourcebook.corpus.toml_file import read_toml
from sourcebook.errors import Problem, name_the_choices
from sourcebook.interval import Interval
from sourcebook.span import Span

_FIELDS = ("file", "sha256", "characters", "topics", "genre", "date", "defects", *FACTS)


def read_catalog(folder: Path, shown: str) -> tuple[dict[str, Article], list[Problem]]:
    """Read every catalogued article of a corpus folder, in catalogue order.

    Parameters
    ----------
    folder
        The folder that holds ``catalog.toml`` and ``articles/``.
    shown
        Its path in messages.

    Returns
    -------
    tuple
        Articles by id, and the problems found. An article with a problem is left out.
    """
    file = f"{shown}/catalog.toml"
    tables, problems = read_toml(folder / "catalog.toml", file)
    articles: dict[str, Article] = {}
    for id_, table in tables.items():
        try:
            articles[id_] = _article(id_, table, folder)
        except OSError:
            name = table.get("file")
            rule = f"file {str(name)[:80]!r} cannot be read in {shown}/articles"
            problems.append(Problem(file, f"[{id_}]", rule, "add the file or mend its name"))
        except _Changed as error:
            problems.append(Problem(f"{shown}/articles/{table['file']}", "whole file", *error.args))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            problems.append(Problem(file, f"[{id_}]", reason, "mend the entry"))
    return articles, problems


class _Changed(Exception):
    """The raw file is not the one that was catalogued."""


def _article(id_: str, table: dict[str, Any], folder: Path) -> Article:
    for field in table:
        if field not in _FIELDS:
            raise ValueError(name_the_choices(field, _FIELDS, "field"))
    name = table["file"]
    if Path(name).name != name or name in ("", ".."):
        raise ValueError(f"file {name!r} must be a plain name inside articles/")
    raw = (folder / "articles" / name).read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if digest != table["sha256"]:
        raise _Changed(
            f"the article changed: sha256 is {digest[:12]}…, catalogued as "
            f"{str(table['sha256'])[:12]}…",
            f"put the old file back, or run: sourcebook review {id_}",
        )
    text = raw.decode("utf-8")
    if table["characters"] != len(text):
        raise ValueError(f"characters = {table['characters']}, but the file has {len(text)}")
    dated = table["date"]
    for end in ("earliest", "latest"):
        if type(dated[end]) is not date:
            raise ValueError(f"{end} is not a date written YYYY-MM-DD without quotation marks")
    return Article(
        id=id_,
        file=name,
        text=text,
        sha256=digest,
        topics=tuple(table["topics"]),
        genre=table["genre"],
        date=Interval(dated["earliest"], dated["latest"]),
        dated=_fact({"value": f"{dated['earliest']}/{dated['latest']}", **dated}, "date"),
        defects=tuple(
            Defect(defect["what"], _spans(defect.get("evidence", ())))
            for defect in table.get("defects", ())
        ),
        **{field: _fact(table[field], field) for field in FACTS},
    )


def _fact(table: dict[str, Any], field: str) -> Fact:
    basis = table["basis"]
    if basis not in get_args(Basis):
        raise ValueError(f"{field}: " + name_the_choices(basis, get_args(Basis), "basis"))
    if basis in ("stated", "inferred") and not table.get("evidence") and not table.get("note"):
        raise ValueError(f"{field}: a fact that is {basis} must name its evidence")
    return Fact(
        str(table["value"]), basis, _spans(table.get("evidence", ())), table.get("note", "")
    )


def _spans(written: list[str]) -> tuple[Span, ...]:
    return tuple(Span.parse(one) for one in written)
