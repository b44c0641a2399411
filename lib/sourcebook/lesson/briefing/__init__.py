"""What a briefing is made of: key judgements first, then tables that can be checked, then how."""

from sourcebook.lesson.briefing.accounts import rival_accounts
from sourcebook.lesson.briefing.figures_table import figures_told
from sourcebook.lesson.briefing.judgements import Confidence, Likelihood, first_page, judgement
from sourcebook.lesson.briefing.making import method
from sourcebook.lesson.briefing.open_points import unknowns
from sourcebook.lesson.briefing.people_table import whos_who
from sourcebook.lesson.briefing.reliance import reliability
from sourcebook.lesson.briefing.timeline_table import timeline

__all__ = [
    "Confidence",
    "Likelihood",
    "figures_told",
    "first_page",
    "judgement",
    "method",
    "reliability",
    "rival_accounts",
    "timeline",
    "unknowns",
    "whos_who",
]
