"""Compare annotations with reviewed ones, layer by layer."""

from sourcebook.scoring.comparison import both_readings, compare, registered, score
from sourcebook.scoring.measure import RESOLVED, Score, lines

__all__ = ["RESOLVED", "Score", "both_readings", "compare", "lines", "registered", "score"]
