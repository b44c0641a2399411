"""Read a finished handout as a proofreader does, and name what no source supports."""

from sourcebook.handouts.proofreading.proofread import proofread, proofread_index
from sourcebook.handouts.proofreading.slips import Slip

__all__ = ["Slip", "proofread", "proofread_index"]
