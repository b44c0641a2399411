"""Find numbers that count or measure something."""

from sourcebook.annotate.figures.finding import find_figures

__all__ = ["find_figures"]
