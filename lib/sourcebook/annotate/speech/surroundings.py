"""What stands beside a quotation and names its speaker without a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.annotate.speech.cues import PASSIVE, SLOGAN_NOUNS, SPEECH_NOUNS
from sourcebook.annotate.speech.links import Link
from sourcebook.annotate.speech.narration import Word
from sourcebook.annotate.speech.subjects import Subject, subject_after

_POSSESSIVES = frozenset({"his", "her", "their"})
_SAYING_OF_IT = PASSIVE - frozenset(
    "seen held found known made used shown signed read issued raised released confirmed".split()
)
_SAID = SPEECH_NOUNS | SLOGAN_NOUNS


class Surroundings(NamedTuple):
    """Words `lower` to `here` stand before a quotation, `here` to `upper` (exclusive) after it."""

    text: str
    words: Sequence[Word]
    lower: int
    here: int
    upper: int

    def passive_before(self) -> Link | None:
        """Find “described by X as” and the like before the quotation."""
        words = self.words
        for at in range(self.here - 1, max(self.lower, self.here - 12) - 1, -1):
            if words[at].small == "of" and at > self.lower and words[at - 1].small == "words":
                return Link(subject_after(self.text, words, at, self.here))  # “in the words of X”
            if words[at].small == "by" and at + 1 < self.here:
                for verb in range(at - 1, max(self.lower, at - 4) - 1, -1):
                    if words[verb].small in _SAYING_OF_IT:
                        stop = at + 1
                        while stop < self.here and words[stop].small not in {"as", "in", "to"}:
                            stop += 1
                        return Link(Subject(at + 1, stop, (stop, stop)), (verb, verb + 1))
        return None

    def passive_after(self) -> Link | None:
        """Find “dubbed ‘X’ by the press”."""
        words = self.words
        if self.here == 0 or self.here >= self.upper or words[self.here].small != "by":
            return None
        for verb in range(self.here - 1, max(self.lower, self.here - 3) - 1, -1):
            if words[verb].small in PASSIVE or words[verb].small == "nicknamed":
                subject = subject_after(self.text, words, self.here, self.upper)
                return Link(subject, (verb, verb + 1)) if subject else None
        return None

    def possessor(self) -> Subject | None:
        """Find the owner of words: “his ‘Forward’ slogan”, “Ruiz’s description of it as ‘mad’”."""
        words = self.words
        after = words[self.here].small if self.here < self.upper else ""
        near = range(self.here - 1, max(self.lower, self.here - 6) - 1, -1)
        nouns = [at for at in near if words[at].small in _SAID]
        if after in _SAID:
            nouns.append(self.here)
        for noun in nouns:
            for at in range(noun - 1, max(self.lower, noun - 4) - 1, -1):
                if words[at].small in _POSSESSIVES:
                    return Subject(at, at + 1, (at + 1, at + 1))
                if words[at].text[-2:] in {"'s", "’s"}:
                    first = at
                    while first > self.lower and words[first - 1].text[0].isupper():
                        first -= 1
                    return Subject(first, at + 1, (at + 1, at + 1))
        return None

    def colon(self, start: int) -> bool:
        """Tell whether a colon stands before the quotation."""
        words = self.words
        return self.here > self.lower and ":" in self.text[words[self.here - 1].end : start][:4]

    def speech_noun(self) -> bool:
        """Tell whether a noun such as “words” stands right before the quotation."""
        words = self.words
        return any(
            w.small in SPEECH_NOUNS for w in words[max(self.lower, self.here - 3) : self.here]
        )
