"""A plan: the list of handouts to render, checked in full before the first one runs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sourcebook import errors
from sourcebook.corpus import Corpus
from sourcebook.corpus.toml_file import read_toml
from sourcebook.errors import InvalidKit, Problem, name_the_choices
from sourcebook.handouts.kit import Kit
from sourcebook.handouts.notebooks import Notebook

DEFAULT = "briefings.toml"
_TABLES = ("defaults", "handouts")
_OWN = ("notebook", "file", "since")  # what a handout says of itself and gives no notebook
_LONGEST = 100
_SAFE = re.compile(r"[a-z0-9][a-z0-9._-]*\.html", re.IGNORECASE)
_RESERVED = re.compile(r"(index|con|prn|aux|nul|com\d|lpt\d)\..*", re.IGNORECASE)


@dataclass(frozen=True)
class Handout:
    """One handout to render: its name in the plan, notebook, file name and parameters.

    `since` is the earlier day of a handout that tells what changed between two, or None.
    """

    name: str
    notebook: Notebook
    file: str
    parameters: Mapping[str, Any] = field(hash=False)
    since: date | None = None

    @property
    def earlier(self) -> Mapping[str, Any]:
        """Its parameters as of the earlier day."""
        return {**self.parameters, "as_of": self.since and self.since.isoformat()}


def read_plan(path: Path, kit: Kit) -> tuple[Handout, ...]:
    """Read and check a plan.

    A plan is a TOML file: a table ``[defaults]`` of parameters, then one table
    ``[handouts.NAME]`` for each handout with its ``notebook``, its parameters, and ``file`` if
    the file is not to be called ``NAME.html``. With ``since``, a day before its ``as_of``, the
    handout tells what changed between the two.

    Parameters
    ----------
    path
        The plan.
    kit
        Its notebooks, parameters and article ids are the valid ones.

    Raises
    ------
    InvalidKit
        If anything in the plan is unknown, ill-typed or clashes; the error lists every problem
        and the valid names.
    """
    tables, unread = read_toml(path, path.name)
    if unread:
        raise InvalidKit(unread)
    return check_plan(tables, path.name, kit)


def check_plan(tables: Mapping[str, Any], shown: str, kit: Kit) -> tuple[Handout, ...]:
    """Check what a plan's file says; `shown` names the plan in messages. It raises InvalidKit."""
    problems = [
        Problem(shown, f"[{name}]", name_the_choices(name, _TABLES, "table"), "mend its name")
        for name in tables
        if name not in _TABLES
    ]
    defaults, asked = tables.get("defaults", {}), tables.get("handouts", {})
    if not isinstance(defaults, dict) or not isinstance(asked, dict) or not asked:
        rule = "the plan lists no handout"
        remedy = "write a table [handouts.NAME] with notebook = … for each"
        raise InvalidKit([*problems, Problem(shown, "file", rule, remedy)])
    for key in _OWN:
        if key in defaults:
            remedy = "give each handout its own"
            problems.append(Problem(shown, "[defaults]", f"{key} cannot be shared", remedy))
    defaults = {key: value for key, value in defaults.items() if key not in _OWN}
    handouts = []
    for name, table in asked.items():
        found = _wrong(name, table, defaults, kit)
        problems += [Problem(shown, f"[handouts.{name}]", *one) for one in found]
        if not found:
            handouts.append(_handout(name, table, defaults, kit.notebooks.sound))
    problems += _clashes(shown, handouts)
    if problems:
        raise InvalidKit(problems)
    return tuple(handouts)


def choose(handouts: Sequence[Handout], only: Collection[str]) -> tuple[Handout, ...]:
    """Keep the named handouts of a plan; none named keeps all.

    Raises
    ------
    UnknownName
        If the plan has no handout of that name; the message lists the valid ones.
    """
    names = [handout.name for handout in handouts]
    for name in only:
        errors.choose(name, names, "handout in the plan")
    return tuple(handout for handout in handouts if not only or handout.name in only)


def _handout(
    name: str, table: dict[str, Any], defaults: dict[str, Any], notebooks: Mapping[str, Notebook]
) -> Handout:
    notebook = notebooks[table["notebook"]]
    given = {key: value for key, value in table.items() if key not in _OWN}
    values = {key: notebook.parameters[key].read(v) for key, v in {**defaults, **given}.items()}
    file, since = table.get("file", f"{name}.html"), table.get("since")
    return Handout(name, notebook, file, MappingProxyType(values), since)


def _wrong(name: str, table: Any, defaults: dict[str, Any], kit: Kit) -> list[tuple[str, str]]:
    notebooks = kit.notebooks.sound
    if not isinstance(table, dict) or not isinstance(table.get("notebook"), str):
        return [("names no notebook", f"write notebook = one of {', '.join(notebooks)}")]
    if table["notebook"] in kit.notebooks.broken:
        first = kit.notebooks.broken[table["notebook"]][0]
        return [(f"{first.file}, {first.place}: {first.rule}", first.remedy)]
    if table["notebook"] not in notebooks:
        return [(name_the_choices(table["notebook"], notebooks, "notebook"), "mend the name")]
    found = []
    file = table.get("file", f"{name}.html")
    if not _is_safe(file):
        rule = f"file name {file!r} is not safe everywhere"
        remedy = f"use letters, digits, . _ and -, ending in .html, at most {_LONGEST} characters"
        found.append((rule, remedy))
    parameters = notebooks[table["notebook"]].parameters
    for key, value in {**defaults, **table}.items():
        if key in _OWN:
            continue
        if key not in parameters:
            choices = name_the_choices(key, parameters, f"parameter of {table['notebook']}")
            found.append((choices, "mend the name"))
            continue
        try:
            read = parameters[key].read(value)
        except ValueError as error:
            found.append((str(error), f"{key}: {parameters[key].help}"))
            continue
        for id_ in read if key == "articles" else ():
            if id_ not in kit.corpus.articles:
                rule = name_the_choices(id_, kit.corpus.articles, "article")
                found.append((rule, "mend the article's id"))
    given = {**defaults, **table}
    if not found and "since" in table:
        found = _check_since(given, notebooks[table["notebook"]], kit.corpus)
    return found or _check_edition(given, notebooks[table["notebook"]], kit.corpus)


def _check_since(
    given: dict[str, Any], notebook: Notebook, corpus: Corpus
) -> list[tuple[str, str]]:
    """Refuse an earlier day that is none, is not earlier, or whose edition has no article."""
    since = given["since"]
    if type(since) is not date:
        remedy = "write the earlier day as YYYY-MM-DD, without quotation marks"
        return [(f"since = {since!r}: must be a date", remedy)]
    told = notebook.parameters["as_of"].read(
        given.get("as_of", notebook.parameters["as_of"].default)
    )
    if told and since >= date.fromisoformat(told):
        rule = f"since = {since} is not before as_of = {told}"
        return [(rule, "since is the earlier day of the two that are compared")]
    return [
        (f"since: {rule}", remedy.replace("as_of", "since"))
        for rule, remedy in _check_edition({**given, "as_of": since}, notebook, corpus)
    ]


def _check_edition(
    given: dict[str, Any], notebook: Notebook, corpus: Corpus
) -> list[tuple[str, str]]:
    """Refuse an edition without articles, which could say nothing, unless the kit has none yet."""
    if not corpus.articles:
        return []
    values = {
        key: notebook.parameters[key].read(given.get(key, notebook.parameters[key].default))
        for key in ("articles", "as_of")
    }
    day = date.fromisoformat(values["as_of"]) if values["as_of"] else None
    if corpus.select(articles=values["articles"], as_of=day).articles:
        return []
    first = min(corpus.article(id_).date.earliest for id_ in values["articles"] or corpus.articles)
    rule = f"no article is left as of {day}"
    return [(rule, f"the first of these articles may be from {first}: set as_of to then or later")]


def _is_safe(file: object) -> bool:
    return (
        isinstance(file, str)
        and len(file) <= _LONGEST
        and _SAFE.fullmatch(file) is not None
        and _RESERVED.fullmatch(file) is None
    )


def _clashes(plan: str, handouts: list[Handout]) -> list[Problem]:
    taken: dict[str, str] = {}
    problems = []
    for handout in handouts:
        # Some file systems do not tell A.html from a.html.
        first = taken.setdefault(handout.file.casefold(), handout.name)
        if first != handout.name:
            rule = f"file {handout.file!r} is already that of [handouts.{first}]"
            remedy = "give each handout its own file name"
            problems.append(Problem(plan, f"[handouts.{handout.name}]", rule, remedy))
    return problems
