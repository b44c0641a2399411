"""Compute with numbers that articles give, and keep how it was done: 22 = 52 − 30."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sourcebook.errors import SourcebookError, choose
from sourcebook.span import Span

COUNTED = "count"
"""What stands in place of a formula where things were counted."""

_OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SIGNS = {"-": "−", "*": "×", "/": "÷"}


@dataclass(frozen=True)
class Computation:
    """A number that no article prints, and how it came about.

    `how` is the formula with numbers in place of names, or ``count``; `spans` are the passages
    that the numbers stand in.
    """

    name: str
    how: str
    value: float
    spans: tuple[Span, ...]

    @property
    def spelled(self) -> str:
        """The computation as a reader writes it.

        Examples
        --------
        >>> Computation("balance", "52 - 30", 22.0, ()).spelled
        '22 = 52 − 30'
        >>> Computation("ratio", "52 / 30", 52 / 30, ()).spelled
        '1.73 ≈ 52 ÷ 30'
        """
        if self.how == COUNTED:
            return f"{self.value:g}, counted"
        signs = re.sub(r"[-*/]", lambda sign: _SIGNS[sign[0]], self.how)
        shown = f"{self.value:.2f}".rstrip("0").rstrip(".")
        return f"{shown} {'=' if float(shown) == self.value else '≈'} {signs}"


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """Compute a formula of names, numbers, ``+ - * /`` and brackets.

    Raises
    ------
    UnknownName
        If the formula names a value that was not given.
    SourcebookError
        If it is no such formula, or divides by zero.

    Examples
    --------
    >>> evaluate("(sold - bought) / 2", {"sold": 52, "bought": 30})
    11.0
    """
    try:
        return _value(ast.parse(formula, mode="eval").body, values)
    except (SyntaxError, ZeroDivisionError, RecursionError) as error:
        raise SourcebookError(f"{formula!r} cannot be computed: {error}") from None


def filled(formula: str, values: Mapping[str, float]) -> str:
    """Return the formula with numbers for its names.

    Examples
    --------
    >>> filled("sold - bought", {"sold": 52.0, "bought": 30.0})
    '52 - 30'
    """
    return re.sub(r"[A-Za-z_]\w*", lambda name: f"{values[name[0]]:.12g}", formula)


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(str(node.value))
    if isinstance(node, ast.Name):
        return values[choose(node.id, values, "value of the formula")]
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        apply = _OPERATORS[type(node.op)]
        return apply(_value(node.left, values), _value(node.right, values))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, values)
    raise SourcebookError(
        f"{ast.unparse(node)!r} is no part of a formula: write names, numbers, + - * / and brackets"
    )
