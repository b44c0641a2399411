"""The kit's own words in every language that a handout may be read in."""

from sourcebook.interface.wording import Language, Words, words

__all__ = ["Language", "Words", "words"]
