"""Read a notebook's typed parameters, and check values against them before anything runs."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from sourcebook.edition import Audience, Terms
from sourcebook.errors import name_the_choices
from sourcebook.interface import Language
from sourcebook.interval import read_day

TAG = "parameters"
# Control characters, and those that turn the direction of the text around them.
_UNSEEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")
_SIMPLE: Mapping[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "date": date}
# Choices that many notebooks share have a name; it stands for the same Literal everywhere.
_NAMED = {"Audience": get_args(Audience), "Terms": get_args(Terms), "Language": get_args(Language)}


@dataclass(frozen=True)
class Parameter:
    """One parameter of a notebook.

    `kind` is str, int, float, bool, date, ``list[str]`` or choice; `choices` are the values of a
    choice; an `optional` parameter may be None. `default` is a value as `read` returns it and
    `help` the comment that stands beside it.
    """

    name: str
    kind: str
    choices: tuple[str, ...]
    optional: bool
    default: Any
    help: str

    @property
    def wanted(self) -> str:
        """What a value must be, in words.

        Examples
        --------
        >>> Parameter("as_of", "date", (), False, "", "").wanted
        'a date written YYYY-MM-DD'
        """
        kinds = {
            "str": "text",
            "int": "a whole number",
            "float": "a number",
            "bool": "true or false",
            "date": "a date written YYYY-MM-DD",
            "list[str]": "a list of texts",
            "choice": f"one of {', '.join(self.choices)}",
        }
        return kinds[self.kind] + (" or nothing" if self.optional else "")

    def read(self, value: Any) -> Any:
        """Return `value` as the notebook takes it (a date becomes ISO text).

        Raises
        ------
        ValueError
            If the value is not what the parameter wants.
        """
        if value is None and self.optional:
            return None
        if not self._fits(value):
            raise ValueError(f"{self.name} = {value!r}: must be {self.wanted}")
        if isinstance(value, str) and _UNSEEN.search(value):
            raise ValueError(f"{self.name} = {value!r}: holds characters that cannot be seen")
        return value.isoformat() if isinstance(value, date) else value

    def _fits(self, value: Any) -> bool:
        if self.kind == "choice":
            return value in self.choices
        if self.kind == "list[str]":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        if self.kind == "date":
            return type(value) is date or _is_day(value)
        if self.kind == "float":
            return type(value) in (int, float)
        return type(value) is _SIMPLE[self.kind]  # a bool is an int to isinstance


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and read_day(value) is not None
    except ValueError:
        return False


def read_parameters(source: str) -> dict[str, Parameter]:
    """Read the parameters that a cell's source declares, by name.

    Every line but imports declares one: ``name: type = default  # what it is for``. Types are
    str, int, float, bool, date, ``list[str]``, ``Literal[...]`` of texts, Audience, Terms,
    Language, and Optional of these.

    Raises
    ------
    ValueError
        If a line is no such declaration; the message names the line.

    Examples
    --------
    >>> found = read_parameters("count: int = 3  # how many")["count"]
    >>> found.default, found.help
    (3, 'how many')
    """
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise ValueError(f"line {error.lineno}: {error.msg}") from None
    comments = dict(_comments(source))
    found = {}
    for line in tree.body:
        if isinstance(line, ast.Import | ast.ImportFrom):
            continue
        if not isinstance(line, ast.AnnAssign) or not isinstance(line.target, ast.Name):
            raise ValueError(f"line {line.lineno}: not written as name: type = default  # help")
        name = line.target.id
        if line.value is None:
            raise ValueError(f"line {line.lineno}: {name} has no default")
        if not comments.get(line.end_lineno or 0):
            raise ValueError(f"line {line.lineno}: {name} has no comment saying what it is for")
        kind, choices, optional = _kind(line.annotation, name)
        help_ = comments[line.end_lineno or 0]
        parameter = Parameter(name, kind, choices, optional, None, help_)
        found[name] = replace(parameter, default=parameter.read(_value(line.value)))
    return found


def _value(node: ast.expr) -> Any:
    """Value of a default: a literal, or ``date(year, month, day)``."""
    try:
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "date":
            return date(*(ast.literal_eval(part) for part in node.args))
        return ast.literal_eval(node)
    except (TypeError, ValueError):
        raise ValueError(f"{ast.unparse(node)} is not a plain value of that type") from None


def _comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.lstrip("# ")


def _kind(node: ast.expr, name: str) -> tuple[str, tuple[str, ...], bool]:
    written = ast.unparse(node)
    if isinstance(node, ast.BinOp) and ast.unparse(node.right) == "None":
        kind, choices, _ = _kind(node.left, name)
        return kind, choices, True
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Optional":
        kind, choices, _ = _kind(node.slice, name)
        return kind, choices, True
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        choices = tuple(ast.literal_eval(item) for item in items)
        if not all(isinstance(choice, str) for choice in choices):
            raise ValueError(f"{name}: the choices of a Literal must be texts")
        return "choice", choices, False
    if written in _NAMED:
        return "choice", _NAMED[written], False
    if written in _SIMPLE or written == "list[str]":
        return written, (), False
    valid = [*_SIMPLE, "list[str]", "Literal[...]", "Optional[...]", *_NAMED]
    raise ValueError(f"{name}: {name_the_choices(written, valid, 'parameter type')}")
