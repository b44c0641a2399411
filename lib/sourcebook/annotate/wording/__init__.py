"""Find words that hedge, and words chosen among rivals."""

from sourcebook.annotate.wording.hedges import find_hedges
from sourcebook.annotate.wording.terms import find_terms

__all__ = ["find_hedges", "find_terms"]
