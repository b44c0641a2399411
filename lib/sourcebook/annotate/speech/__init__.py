"""Find who says what: quotations, and statements without quotation marks."""

from sourcebook.annotate.speech.attributions import find_attributions
from sourcebook.annotate.speech.quotations import find_quotations

__all__ = ["find_attributions", "find_quotations"]
