"""Annotate any files, and write the annotations in the formats that others read."""

from sourcebook.exchange.annotated import Annotated
from sourcebook.exchange.rows import COLUMNS

__all__ = ["COLUMNS", "Annotated"]
