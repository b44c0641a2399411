"""Read one measure given in two units: "two hours and 48 minutes", "5ft 10in"."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.annotate.figures.measure import Measure
from sourcebook.annotate.figures.number_words import Number, read_number
from sourcebook.annotate.figures.units import read_unit

_PARTS = {
    ("years", "months"): 12,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
    ("feet", "inches"): 12,
    ("stone", "pounds"): 14,
    ("pounds", "ounces"): 16,
}
_JOIN = re.compile(r"(?:,? and |, | ?)(?=[0-9a-zA-Z])")
_INCHES = re.compile(r"in\b")


def read_compound(text: str, number: Number) -> Measure | None:
    """Read a number with its unit and the smaller number and unit that follow, as one figure.

    Its value is in the smaller unit: "two hours and 48 minutes" are 168 minutes.

    Examples
    --------
    >>> height = read_compound("stands 5ft 10in tall", read_number("stands 5ft 10in tall", 7))
    >>> str(height.value), height.unit
    ('70', 'inches')
    """
    first = read_unit(text, number.end)
    if first is None or first[0].kind not in ("time", "measure") or number.value > 1000:
        return None
    found = _add(text, Measure(number.start, first[1], first[0].name, first[0].kind, number.value))
    return found and (_add(text, found) or found)


def _add(text: str, large: Measure) -> Measure | None:
    """Add the smaller number and unit that follow a measure."""
    join = _JOIN.match(text, large.end)
    rest = read_number(text, join.end()) if join else None
    if rest is None or large.value is None:
        return None
    unit = read_unit(text, rest.end)
    if inches := _INCHES.match(text, rest.end):
        name, end = "inches", inches.end()
    elif unit:
        name, end = unit[0].name, unit[1]
    else:
        return None
    many = _PARTS.get((large.unit, name))
    if many is None or rest.value >= many:
        return None
    value = large.value * Decimal(many) + rest.value
    return Measure(large.start, end, name, large.kind, value)
