"""Do every computation of a handout again, from numbers that its cited passages print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bs4 import Tag

from sourcebook.errors import SourcebookError
from sourcebook.evidence import COUNTED, evaluate
from sourcebook.handouts.proofreading.backing import Evidence, shows
from sourcebook.handouts.proofreading.cutting import attribute, cites
from sourcebook.handouts.proofreading.folding import plain
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.numbers import Number, find_numbers
from sourcebook.handouts.proofreading.slips import Finding

_CLOSE = Decimal("1e-9")
_WHOLE = Decimal(100)
"""The one number of a formula that needs no source: it makes a ratio a percentage."""
_SIGNS = str.maketrans({"×": "*", "÷": "/", "≈": "=", " ": None, "\u00a0": None})


def amount(element: Tag, name: str) -> Decimal | None:
    """Read an attribute that holds a number; None where it holds none."""
    try:
        value = Decimal(attribute(element, name))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def check_computations(handout: TakenApart, evidence: Evidence) -> Iterator[Finding]:
    """Yield what is wrong with the computations and with the numbers that cite them."""
    for item in handout.computations.values():
        yield from _entry(handout, evidence, item)
    for element in handout.named("computed"):
        yield from _printed(handout, evidence, element)


def _entry(handout: TakenApart, evidence: Evidence, item: Tag) -> Iterator[Finding]:
    how, value = attribute(item, "data-how"), amount(item, "data-value")
    name = attribute(item, "data-name")
    if value is None:
        yield Finding(item, name, "the computation has no value", "make it with lesson.compute")
        return
    if how == COUNTED:
        if value != value.to_integral_value() or value < 0:
            rule = "a count is a whole number"
            yield Finding(item, str(value), rule, "make it with lesson.count")
        return
    try:
        result = Decimal(repr(evaluate(how, {})))
        operands = _operands(how)
    except (SourcebookError, SyntaxError, ValueError, RecursionError) as error:
        rule = f"the computation {how!r} cannot be done again: {error}"
        yield Finding(item, name, rule, "make it with lesson.compute, from figures")
        return
    if not _same(result, value):
        rule = f"the computation gives {result.normalize():f}, not {value.normalize():f}"
        yield Finding(item, how, rule, "run the notebook again, and type no number")
    spans = handout.spans(n for kind, n in map(_target, item.find_all("a")) if kind == "s")
    printed = evidence.passages(spans).numbers
    others = _other_values(handout, item)
    for operand in operands:
        given = any(operand in (one.amount, one.value) for one in printed)
        computed = any(_same(operand, other) for other in others)
        if not given and not computed and operand != _WHOLE:
            rule = "the computation uses a number that no passage it cites prints"
            remedy = "give lesson.compute the figure itself, so that its passage is cited"
            yield Finding(item, f"{operand.normalize():f} in {how}", rule, remedy)
    if not _shown(item, how):
        rule = f"a reader does not see how {name or 'it'} was computed"
        yield Finding(item, how, rule, "print the formula with its result, such as 22 = 52 − 30")


def _target(link: Tag) -> tuple[str, int]:
    return cites(link) or ("", 0)


def _operands(how: str) -> list[Decimal]:
    """Return the numbers of a formula; it is parsed and never run."""
    tree = ast.parse(how, mode="eval")
    return [
        Decimal(str(node.value))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    ]


def _other_values(handout: TakenApart, item: Tag) -> list[Decimal]:
    """Return the results of earlier computations: none may lean on itself or on a later one."""
    found = []
    for other in handout.computations.values():
        if other is item:
            break
        if (value := amount(other, "data-value")) is not None:
            found.append(value)
    return found


def _shown(item: Tag, how: str) -> bool:
    text = plain(item.get_text()).translate(_SIGNS)
    formula = plain(how).translate(_SIGNS)
    return f"={formula}" in text


def _printed(handout: TakenApart, evidence: Evidence, element: Tag) -> Iterator[Finding]:
    text, value = element.get_text(), amount(element, "value")
    table = element.find_parent("table")
    counted = table is not None and table.has_attr("data-counted")
    if element.name != "data" or value is None:
        rule = "a computed number must say its value"
        yield Finding(element, text, rule, "print what lesson.compute or lesson.count returns")
        return
    shown = list(find_numbers(plain(text), small=True))
    if not shown or not all(shows(one, value) for one in shown):
        rule = f"the words do not show the value computed, {value.normalize():f}"
        yield Finding(element, text, rule, "print what lesson.compute returns, and type no number")
    cited = _cited(handout, element)
    if cited is None:
        if not counted:
            rule = "a computed number does not lead to its computation"
            remedy = "print it as {x}, not {x:words}, or add {x:cite} to the sentence"
            yield Finding(element, text, rule, remedy)
        return
    spans = handout.spans(n for kind, n in map(_target, cited.find_all("a")) if kind == "s")
    yield from _unit(element, shown, evidence.passages(spans).numbers, value)


def _cited(handout: TakenApart, element: Tag) -> Tag | None:
    """Return the computation of this value that is cited in the same block."""
    block = element.find_parent(["tr", "li", "p", "figure", "dd", "figcaption", "caption", "div"])
    value = amount(element, "value")
    for link in block.find_all("a") if block is not None else []:
        kind, number = _target(link)
        item = handout.computations.get(number) if kind == "k" else None
        given = amount(item, "data-value") if item is not None else None
        if given is not None and value is not None and _same(given, value):
            return item
    return None


def _same(one: Decimal, other: Decimal) -> bool:
    """Tell whether two results are one, but for what a page leaves off after twelve digits."""
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _unit(
    element: Tag, shown: list[Number], printed: tuple[Number, ...], value: Decimal
) -> Iterator[Finding]:
    """Yield a scale or a currency that none of the passages has."""
    for one in shown:
        if one.scale != 1 and one.value != value and all(p.scale != one.scale for p in printed):
            rule = "the sources print no number of that size"
            yield Finding(element, element.get_text(), rule, "check the scale of the computation")
        if one.money and all(p.money != one.money for p in printed):
            rule = "the sources print no sum in that currency"
            yield Finding(element, element.get_text(), rule, "check the unit of the computation")
