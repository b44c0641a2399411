"""Turn notebooks and a plan into handouts."""

from sourcebook.handouts.notebooks import Notebook, read_notebook, read_notebooks
from sourcebook.handouts.plan import DEFAULT, Handout, choose, read_plan
from sourcebook.handouts.render import Outcome, render

__all__ = [
    "DEFAULT",
    "Handout",
    "Notebook",
    "Outcome",
    "choose",
    "read_notebook",
    "read_notebooks",
    "read_plan",
    "render",
]
