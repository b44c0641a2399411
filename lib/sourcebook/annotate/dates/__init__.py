"""Find time expressions and the days they point to."""

from sourcebook.annotate.dates.finding import find_dates
from sourcebook.annotate.dates.published import find_published

__all__ = ["find_dates", "find_published"]
